// In a copy that stands for another page where there is no connection: shows the city that the address names, or the rows
// that its search and its prefectures mean, and says in the copy's note what it does not have. A sheet of all begins with
// the city that it was asked for.
(() => {
  const page = document.querySelector("#first-view, .sh-sheet");
  const note = page?.querySelector("[data-kept-note]");
  if (!note) return;
  const asked = new URLSearchParams(location.search);
  const read = (name) => (asked.get(name) ?? "").trim();
  const rows = [...page.querySelectorAll(".fv-row[data-city]")];
  const boxes = [...page.querySelectorAll('input[name="prefecture"]')];

  // What an element says, without readings and without the number of rows behind a prefecture's name.
  function readText(element) {
    const copy = element.cloneNode(true);
    for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
    return copy.textContent.trim().replace(/\s*[(（]\d+[)）]$/u, "");
  }

  function listKeys(row) {
    const { code, department } = row.querySelector("[data-asking]")?.dataset ?? {};
    const names = [...row.querySelectorAll("summary :is(strong, [lang], .fv-prefecture)")].map(readText);
    return [row.dataset.city, code, department, ...names].filter(Boolean).map(window.madoguchiFold).join("|");
  }

  function openCity(slug) {
    const row = rows.find(({ dataset }) => dataset.city === slug) ?? page.querySelector(`[data-code="${CSS.escape(slug)}"]`)?.closest(".fv-row");
    if (!row) return false;
    const opened = document.createElement("div"); // as in the page itself, above the others
    opened.className = "fv-opened";
    opened.append(row);
    page.querySelector(".fv-body").prepend(opened);
    row.open = true;
    return true;
  }

  // Fills in the form as the address has it, and shows the rows that it means; gives how many.
  function filterRows() {
    const wanted = asked.getAll("prefecture").map((slug) => slug.trim().toLowerCase());
    for (const box of boxes) box.checked = wanted.includes(box.value);
    page.querySelector("#fv-q")?.setAttribute("value", read("q"));
    const names = boxes.filter(({ checked }) => checked).map((box) => readText(box.parentElement));
    const query = window.madoguchiFold(read("q"));
    for (const row of rows) {
      const isThere = !wanted.length || names.includes(readText(row.querySelector(".fv-prefecture")));
      row.hidden = !isThere || !window.madoguchiFinds(listKeys(row), query);
    }
    page.querySelector(".fv-count")?.remove(); // it counts the rows of the copy
    return rows.filter((row) => !row.hidden).length;
  }

  function tell(isFound) {
    const language = asked.get("lang");
    const all = note.querySelector("[data-all]");
    all.href = language ? `?${new URLSearchParams({ lang: language })}` : location.pathname;
    all.hidden = false;
    note.querySelector("[data-nothing]").hidden = isFound;
  }

  const isFiltered = read("q") || asked.has("prefecture");
  if (page.matches(".sh-sheet")) {
    document.getElementById(read("city").toLowerCase())?.scrollIntoView();
  } else if (!["", "cities"].includes(location.pathname.split("/").pop())) {
    tell(false); // a page about something else
  } else if (read("city")) {
    if (!openCity(read("city").toLowerCase())) tell(false);
  } else if (isFiltered) {
    tell(filterRows() > 0);
  }
})();
