// A page of the static edition: brings the interactive map, which takes the drawn one's place when it is ready, and
// searches the rows. Without scripts the drawn map and all rows are there.
(() => {
  const page = document.getElementById("first-view");
  const place = page.querySelector("[data-map]");
  const search = page.querySelector("[data-search]");

  function bringMap() {
    const frame = document.createElement("iframe");
    frame.title = place.querySelector("svg").getAttribute("aria-label"); // the map names itself once it is there
    frame.src = place.dataset.map;
    window.addEventListener("madoguchi-map-ready", () => { place.dataset.shown = ""; });
    place.append(frame);
  }

  // As data/romaji.py, so far as a few lines can: width, case, marks and kana of either kind make no difference.
  function fold(text) {
    return text.normalize("NFKC").toLowerCase().normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  }

  function filterRows() {
    const wanted = fold(search.querySelector("input").value);
    let found = 0;
    for (const row of page.querySelectorAll(".fv-row[data-names]")) {
      row.hidden = Boolean(wanted) && !row.dataset.names.split("|").some((name) => fold(name).includes(wanted));
      found += row.hidden ? 0 : 1;
    }
    search.querySelector("[data-none]").textContent = found ? "" : search.dataset.nothing;
  }

  if (place && !navigator.connection?.saveData) bringMap();
  if (search) {
    search.hidden = false;
    search.addEventListener("input", filterRows);
    filterRows();
  }
})();
