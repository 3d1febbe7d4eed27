// A page of the static edition: brings the interactive map, which takes the drawn one's place when it is ready, and
// searches the rows; a city's page has none, there the search leads to the list. Without scripts the drawn map and all
// rows are there. An old browser must be able to read this file: the JavaScript of 2015.
(() => {
  const page = document.getElementById("first-view");
  const place = page.querySelector("[data-map]");
  const search = page.querySelector("[data-search]");
  const all = page.querySelector("a[data-all]"); // of a city's page: to the list
  const asked = new URLSearchParams(location.search);
  const prefectures = Array.from(page.querySelectorAll("a[data-prefecture]"))
    .filter((link) => asked.getAll("prefecture").indexOf(link.dataset.prefecture) >= 0);
  const MAX_OFFERS = 50; // links to what is found in the other parts of a long list
  let signs = /[\s\-.,'・]/g;
  try {
    signs = new RegExp("[^\\p{L}\\p{M}\\p{N}]", "gu");
  } catch (error) {
    // before 2018 regular expressions cannot tell letters from signs
  }

  function bringMap() {
    const frame = document.createElement("iframe");
    frame.title = place.querySelector("svg").getAttribute("aria-label"); // the map names itself once it is there
    frame.src = place.dataset.map;
    window.addEventListener("madoguchi-map-ready", () => { place.dataset.shown = ""; });
    place.appendChild(frame);
  }

  // As data/places/romaji.py, so far as a few lines can: width, case, marks and kana of either kind make no difference.
  function fold(text) {
    return text.normalize("NFKC").toLowerCase().normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(signs, "");
  }

  function isWanted(names, prefecture, wanted) {
    if (prefectures.length && !prefectures.some((link) => link.dataset.prefecture === prefecture)) return false;
    return !wanted || names.split("|").some((name) => fold(name).indexOf(wanted) >= 0);
  }

  // The names of all cities of a long list are a file of their own, asked for when somebody searches.
  function loadNames() {
    if (window.madoguchiNames) return;
    window.madoguchiNames = [];
    const script = document.createElement("script");
    script.src = search.dataset.namesUrl;
    script.onload = filterRows;
    document.head.appendChild(script);
  }

  function makeOffer(slug, names) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.className = "mm-offer";
    link.href = search.dataset.cityUrl.replace("{slug}", slug);
    link.textContent = names.split("|").slice(0, 2).join(" ");
    item.appendChild(link);
    return item;
  }

  // Offers what is found in the other parts of a long list, and gives how many.
  function offerElsewhere(wanted, here) {
    const list = search.querySelector("[data-elsewhere]");
    const isAsked = wanted || prefectures.length;
    if (!list) return 0;
    if (isAsked) loadNames();
    list.textContent = "";
    const found = (isAsked ? window.madoguchiNames : [])
      .filter(([slug, names, prefecture]) => here.indexOf(slug) < 0 && isWanted(names, prefecture, wanted))
      .slice(0, MAX_OFFERS);
    for (const [slug, names] of found) list.appendChild(makeOffer(slug, names));
    list.hidden = !found.length;
    return found.length;
  }

  function filterRows() {
    const wanted = fold(search.querySelector("input").value);
    const rows = Array.from(page.querySelectorAll(".fv-row[data-names]"));
    for (const row of rows) row.hidden = !isWanted(row.dataset.names, row.dataset.prefecture, wanted);
    const found = rows.filter((row) => !row.hidden).length + offerElsewhere(wanted, rows.map((row) => row.dataset.city));
    search.querySelector("[data-none]").textContent = found ? "" : search.dataset.nothing;
  }

  // Several prefectures have no page of their own: the whole list shows theirs, and says so.
  function namePrefectures() {
    const chosen = page.querySelector("[data-chosen]");
    chosen.querySelector("span").textContent = prefectures.map((link) => link.textContent).join(" · ");
    chosen.hidden = false;
    page.querySelector(".fv-count:not([data-chosen])").hidden = true;
  }

  function searchAll() {
    const target = new URL(all.href);
    target.search = new URLSearchParams([["q", search.querySelector("input").value]]);
    location.href = target.href;
  }

  function offerSearch() {
    const field = search.querySelector("input");
    search.hidden = false;
    field.value = asked.get("q") || "";
    if (!all) {
      field.addEventListener("input", filterRows);
      return;
    }
    search.querySelector("[data-search-all]").addEventListener("click", searchAll);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) searchAll();
    });
  }

  // The screen behind the cards' buttons comes as a script of its own. Without it they are of no use: then
  // without_scripts.js, which asks next, shows what cards say without any.
  window.addEventListener("DOMContentLoaded", () => {
    if (page.querySelector("[data-ask]") && !page.querySelector("[data-dialog]")) window.madoguchiDialog = false;
  }, true);

  const connection = navigator.connection;
  if ("leaving" in page.dataset) return;
  if (place && location.protocol !== "file:" && !(connection && connection.saveData)) bringMap();
  if (!search) return;
  offerSearch();
  if (all) return;
  if (prefectures.length > 1 || (prefectures.length && asked.get("q"))) namePrefectures();
  else prefectures.length = 0;
  filterRows();
})();
