// A page of the static edition: brings the interactive map, which takes the drawn one's place when it is ready, and
// searches the rows. Without scripts the drawn map and all rows are there. An old browser must be able to read this
// file: the JavaScript of 2015.
(() => {
  const page = document.getElementById("first-view");
  const place = page.querySelector("[data-map]");
  const search = page.querySelector("[data-search]");
  const asked = new URLSearchParams(location.search);
  const prefectures = Array.from(page.querySelectorAll("a[data-prefecture]"))
    .filter((link) => asked.getAll("prefecture").indexOf(link.dataset.prefecture) >= 0);
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

  function isWanted(row, wanted) {
    if (prefectures.length && !prefectures.some((link) => link.dataset.prefecture === row.dataset.prefecture)) return false;
    return !wanted || row.dataset.names.split("|").some((name) => fold(name).indexOf(wanted) >= 0);
  }

  function filterRows() {
    const wanted = fold(search.querySelector("input").value);
    let found = 0;
    for (const row of Array.from(page.querySelectorAll(".fv-row[data-names]"))) {
      row.hidden = !isWanted(row, wanted);
      found += row.hidden ? 0 : 1;
    }
    search.querySelector("[data-none]").textContent = found ? "" : search.dataset.nothing;
  }

  // Several prefectures have no page of their own: the whole list shows theirs, and says so.
  function namePrefectures() {
    const chosen = page.querySelector("[data-chosen]");
    chosen.querySelector("span").textContent = prefectures.map((link) => link.textContent).join(" · ");
    chosen.hidden = false;
    page.querySelector(".fv-count:not([data-chosen])").hidden = true;
  }

  const connection = navigator.connection;
  if ("leaving" in page.dataset) return;
  if (place && location.protocol !== "file:" && !(connection && connection.saveData)) bringMap();
  if (!search) return;
  search.hidden = false;
  search.querySelector("input").value = asked.get("q") || "";
  search.addEventListener("input", filterRows);
  if (prefectures.length > 1 || (prefectures.length && asked.get("q"))) namePrefectures();
  else prefectures.length = 0;
  filterRows();
})();
