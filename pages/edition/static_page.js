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

  function bringMap() {
    const frame = document.createElement("iframe");
    frame.title = place.querySelector("svg").getAttribute("aria-label"); // the map names itself once it is there
    frame.src = place.dataset.map;
    window.addEventListener("madoguchi-map-ready", () => { place.dataset.shown = ""; });
    place.appendChild(frame);
  }

  function isWanted(keys, prefecture, wanted) {
    if (prefectures.length && !prefectures.some((link) => link.dataset.prefecture === prefecture)) return false;
    return window.madoguchiFinds(keys, wanted);
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

  function makeOffer(slug, name) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.className = "mm-offer";
    link.href = search.dataset.cityUrl.replace("{slug}", slug);
    link.textContent = name;
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
      .filter(([slug, , keys, prefecture]) => here.indexOf(slug) < 0 && isWanted(keys, prefecture, wanted))
      .slice(0, MAX_OFFERS);
    for (const [slug, name] of found) list.appendChild(makeOffer(slug, name));
    list.hidden = !found.length;
    return found.length;
  }

  function filterRows() {
    const wanted = window.madoguchiFold(search.querySelector("input").value);
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
    if (page.querySelector(".mm-more-card") && !page.querySelector("[data-dialog]")) window.madoguchiDialog = false;
  }, true);

  // What an address names is in view, in a closed part as well.
  function openNamed() {
    const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = named && named.closest("details:not([open])");
    if (!closed) return;
    closed.open = true;
    named.scrollIntoView();
  }

  const connection = navigator.connection;
  if ("leaving" in page.dataset) return;
  if (place && location.protocol !== "file:" && !(connection && connection.saveData)) bringMap();
  openNamed();
  if (!search) return;
  offerSearch();
  if (all) return;
  if (prefectures.length > 1 || (prefectures.length && asked.get("q"))) namePrefectures();
  else prefectures.length = 0;
  filterRows();
})();
