// The button "Near me": asks the device for its position at the press, and only then, and shows what it is near to in the
// page, its list and the map. That holds for the first view and for whatever the app draws later, while the page stays
// loaded; nothing is kept and nothing is sent.
(() => {
  if (window.madoguchiNearAnswer) return;
  window.madoguchiNearAnswer = true;
  const PATIENCE = 10_000; // ms for the device to find itself
  const FRESH = 300_000; // ms that an earlier position is good for at first
  const PARTS = "#root, #first-view";
  const MAPS = ".st-key-map-frame iframe, .st-map iframe";
  const shown = new WeakMap(); // what stands in a box, a list's first row, a map's window
  let answer = null; // what to show: {kind, halls, withinKm, position}

  function makeLink(hall, text, pattern) {
    const address = new URLSearchParams({ city: hall.slug });
    const language = new URLSearchParams(location.search).get("lang");
    if (language) address.set("lang", language);
    const link = document.createElement("a");
    link.className = "mm-offer";
    link.href = `${pattern ? pattern.replace("{slug}", () => encodeURIComponent(hall.slug)) : `?${address}`}#near`;
    link.dataset.go = "";
    link.textContent = text;
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  function sayKm(pattern, km) {
    return pattern.replace("{km}", String(Math.round(km)));
  }

  function fillBox(box) {
    const { kind, halls, withinKm } = answer;
    const texts = box.dataset;
    const name = (hall) => (kind === "coarse" ? hall.name : sayKm(texts.item, hall.km).replace("{city}", () => hall.name));
    const list = box.querySelector("[data-near-list]");
    box.querySelector("[data-near-said]").textContent = texts[kind].replace("{km}", String(withinKm));
    list.replaceChildren(...halls.map((hall) => makeLink(hall, name(hall), texts.cityUrl)));
    list.hidden = !halls.length;
    box.querySelector("[data-near-search]").hidden = kind === "asking" || kind === "found";
  }

  // The app's rows are named by their link, those of the first view by themselves.
  function findSlug(row) {
    return row.dataset.city ?? row.querySelector(".mm-row").id.slice("row-".length);
  }

  function markRow(row, text) {
    const mark = document.createElement("span");
    mark.className = "mm-km";
    mark.textContent = ` · ${text}`;
    row.querySelector(".mm-row, summary").append(mark);
  }

  // What was found comes first, with its km; the others stay in their order.
  function sortRows(rows, pattern) {
    const { activeElement } = document;
    const km = new Map(answer.halls.map((hall) => [hall.slug, hall.km]));
    const end = rows.at(-1).nextSibling;
    rows.forEach((row, number) => {
      row.dataset.place ??= number;
      row.querySelector(".mm-km")?.remove();
      const far = answer.kind === "found" && km.get(findSlug(row));
      if (far) markRow(row, sayKm(pattern, far));
    });
    const rank = (row) => km.get(findSlug(row)) ?? Infinity;
    const sorted = [...rows].sort((a, b) => rank(a) - rank(b) || a.dataset.place - b.dataset.place);
    for (const row of sorted) row.parentNode.insertBefore(row, end);
    if (document.activeElement !== activeElement) activeElement.focus({ preventScroll: true });
  }

  function tellMap(inside, name) {
    const { latitude: lat, longitude: lng, accuracy } = answer.position;
    const { showPosition } = inside.Madoguchi;
    if (!answer.halls.length) showPosition(null);
    else showPosition({ lat, lng, accuracy_m: accuracy, name, slugs: answer.halls.map((hall) => hall.slug) });
  }

  // Calls once with each thing that does not show the answer yet.
  function once(thing, show) {
    if (!thing || shown.get(thing) === answer) return;
    shown.set(thing, answer);
    show(thing);
  }

  function showPart(part) {
    const box = part.querySelector("[data-near]");
    if (!box) return;
    once(box, fillBox);
    if (answer.kind === "asking") return;
    const rows = [...part.querySelectorAll(".mm-list-row, .fv-list > .fv-row")];
    once(rows[0], () => {
      sortRows(rows, box.dataset.km);
      const first = part.querySelector(".mm-list-row, .fv-list > .fv-row");
      shown.set(first, answer);
    });
    const frame = part.querySelector(MAPS);
    if (!frame?.contentDocument?.querySelector("[data-ready]") || !frame.contentWindow.Madoguchi?.showPosition) return;
    once(frame.contentWindow, (inside) => tellMap(inside, box.dataset.here));
  }

  function showAll() {
    if (answer) document.querySelectorAll(PARTS).forEach(showPart);
  }

  function show(next) {
    answer = next;
    document.documentElement.dataset.nearest = answer.halls.map((hall) => hall.slug).join(" "); // for dialog.js
    showAll();
  }

  function ask(box) {
    const refuse = () => show({ kind: "refused", halls: [], position: {} });
    const maximumAge = answer ? 0 : FRESH; // who presses again wants another answer
    show({ kind: "asking", halls: [], position: {} });
    try {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => show({ ...window.madoguchiNearMe.judgePosition(coords, JSON.parse(box.dataset.halls)), position: coords }),
        refuse,
        { timeout: PATIENCE, maximumAge },
      );
    } catch { // not there, or forbidden
      refuse();
    }
  }

  document.addEventListener("click", (event) => {
    const box = event.target.closest?.("[data-near-me]")?.closest("[data-near]");
    if (box) ask(box);
  });
  window.addEventListener("madoguchi-map-ready", showAll);
  new MutationObserver(showAll).observe(document.documentElement, { childList: true, subtree: true });
})();
