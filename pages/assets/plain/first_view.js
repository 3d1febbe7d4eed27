// The first view gives way to the interactive page when that is ready: by itself while the reader has not begun to use
// it, else by a button, so that nothing is taken from under a finger. It stays where the app cannot run or breaks. An old
// browser must be able to read this file: the JavaScript of 2015.
(() => {
  const first = document.getElementById("first-view");
  const bar = first.querySelector("[data-handover]");
  const button = bar.querySelector("button");
  const lost = first.querySelector("[data-lost]");
  const crowded = bar.querySelector("[data-full]");
  const offer = Array.from(button.childNodes);
  const LOOK = 30; // ms between two looks
  const GIVE_UP = 30000; // ms without the interactive page, after which the reader is told
  const LATE = 10000; // ms that a drawn page waits for its map and its search box
  const SEARCH = 'input[type="search"]';
  const BROKEN = '#root [data-testid="stErrorElementStack"], #root [data-testid="stException"]'; // Streamlit's own boxes
  const begun = document.location.search;
  let used = false;
  let asked = false;
  let drawnAt = 0;
  let startedAt = performance.now();
  let watch = 0;

  const isOut = () => document.documentElement.hasAttribute("data-kept") && !navigator.onLine; // a copy, and no connection
  const isTooOld = () => document.documentElement.hasAttribute("data-too-old");
  const isBroken = () => Boolean(document.querySelector(BROKEN));
  const isCrowded = () => document.documentElement.hasAttribute("data-crowded");
  const waits = () => isCrowded() || Boolean(document.querySelector("template[data-app]"));

  function isDrawn() {
    const app = document.querySelector('#root [data-testid="stApp"][data-test-script-state="notRunning"]');
    const styled = getComputedStyle(document.documentElement).getPropertyValue("--mm-app");
    return Boolean(app && app.querySelector('[data-testid="stMainBlockContainer"] h1') && styled && !isBroken());
  }

  function hasMap() {
    const frame = document.querySelector("#root .st-key-map-frame iframe");
    const map = frame && frame.contentDocument;
    return Boolean(map && map.querySelector("[data-ready]"));
  }

  // Streamlit fetches its search box apart; who types at once would type into nothing.
  function hasSearch() {
    return !first.querySelector(SEARCH) || Boolean(document.querySelector(`#root [data-testid="stTextInput"] ${SEARCH}`));
  }

  function isReady() {
    if (!isDrawn()) return false;
    drawnAt = drawnAt || performance.now();
    if (performance.now() - drawnAt > LATE) return true;
    return hasSearch() && (first.dataset.page !== "map" || hasMap());
  }

  function leave() {
    clearInterval(watch);
    window.removeEventListener("madoguchi-map-ready", look);
    const moved = document.location.search !== begun;
    first.remove();
    window.scrollTo(0, 0);
    if (moved) window.dispatchEvent(new PopStateEvent("popstate")); // Streamlit then reads the address again
    if (!asked) return;
    const heading = document.querySelector('#root [data-testid="stMainBlockContainer"] h1');
    if (!heading) return;
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
  }

  // Pressed, and there was no place again: it can be pressed once more.
  function offerAgain() {
    asked = false;
    button.removeAttribute("aria-disabled");
    button.textContent = "";
    for (const part of offer) button.appendChild(part);
  }

  function look() {
    if (asked && isCrowded()) offerAgain();
    crowded.hidden = !isCrowded();
    const ready = !waits() && isReady();
    if (ready && (asked || !used)) return leave();
    const failed = document.documentElement.hasAttribute("data-app-broken") || isBroken();
    bar.hidden = isOut() || !(ready || waits() || (asked && !failed));
    lost.hidden = ready || waits() || !(failed || performance.now() - startedAt > GIVE_UP);
    return undefined;
  }

  function begin() {
    used = true;
  }

  function follow(event) {
    const link = event.target.closest && event.target.closest("[data-open-city]");
    const row = link && first.querySelector(`details[data-city="${link.getAttribute("data-open-city")}"]`);
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    row.open = true;
    row.scrollIntoView({ block: "start" });
    row.querySelector("summary").focus({ preventScroll: true });
  }

  const openAtFirst = new Set(first.querySelectorAll("details[open]"));
  first.addEventListener("toggle", (event) => {
    if (openAtFirst.delete(event.target)) return; // a row that came open says so once
    begin();
    if (event.target.open && event.target.dataset.url) history.replaceState(history.state, "", event.target.dataset.url);
  }, true);
  for (const sign of ["pointerdown", "keydown", "focusin", "input"]) first.addEventListener(sign, begin);
  window.addEventListener("scroll", () => { if (window.scrollY > 0) begin(); }, { passive: true });
  first.addEventListener("click", follow);
  button.addEventListener("click", () => {
    asked = true;
    button.setAttribute("aria-disabled", "true");
    button.textContent = button.dataset.loading;
    startedAt = performance.now();
    setTimeout(look);
  });

  if (isTooOld()) return;
  watch = setInterval(look, LOOK);
  window.addEventListener("madoguchi-map-ready", look);
  look();
})();
