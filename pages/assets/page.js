// What the page needs of the browser and Streamlit has no widget for: links that stay in the app, copy buttons, skip links,
// the reader's language and readings. One listener each for the whole document, so that it serves
// whatever is drawn later, in the map's frame and in the first view as well.
(() => {
  if (window.madoguchiPage) return;
  window.madoguchiPage = { focusFirst, follow };
  const YEAR = 31_536_000; // s
  const TARGETS = { // of the skip links: the first that is there
    search: [".mm-search input", '[data-testid="stTextInput"] input'],
    classes: ["#classes"],
    result: [".fv-opened :is(summary, .mm-card-name)", ".st-key-card .mm-card-name", "#classes", "#list", "h1"],
  };
  const FRAMES = 60; // drawn frames to wait for what is to be focused
  const PATIENCE = 10_000; // ms to wait for a chosen city's card
  const READINGS = "madoguchi-readings"; // kept by the browser; "off" hides them
  let readings = null; // whether they are shown; asked of the browser, which takes its time, when a page has any
  let focused = null; // the link that has the focus, which comes back when the link is drawn anew

  // Tells whether the text was copied.
  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      area.style.position = "fixed";
      area.style.opacity = "0";
      (document.querySelector("dialog[open]") ?? document.body).append(area); // what lies behind a dialog cannot be selected
      area.select();
      const copied = copySelection();
      area.remove();
      return copied;
    }
  }

  function copySelection() {
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  }

  // The address of what is on the screen; who gets it reads it in the same language.
  function readAddress(button) {
    const here = new URL(location.href.split("#")[0]);
    const page = button.closest("#first-view, #root") ?? document;
    const language = page.querySelector("[data-choose-language][aria-current]")?.dataset.chooseLanguage;
    if (language && !here.searchParams.has("lang")) here.search = `lang=${language}&${here.search.slice(1)}`.replace(/&$/u, "");
    return here.href;
  }

  // The same below the public root where one is configured.
  function findAddress(button, publicRoot) {
    const here = readAddress(button);
    const root = new URL(button.dataset.root, here).href;
    return publicRoot && here.startsWith(root) ? publicRoot + here.slice(root.length) : here;
  }

  function findCopied(button) {
    const { copy, copyAddress, copyBefore, copyField } = button.dataset;
    if (copyBefore !== undefined) return button.previousElementSibling.textContent;
    if (copyAddress !== undefined) return findAddress(button, copyAddress);
    return copyField ? document.getElementById(copyField)?.value : copy;
  }

  async function shareAddress(button) {
    try {
      await navigator.share({ title: document.title, url: findAddress(button, button.dataset.share) });
    } catch (error) {
      if (error.name !== "AbortError") document.querySelector("[data-copy-address]")?.click(); // not allowed in this frame
    }
  }

  async function answerCopy(button, text) {
    const label = button.textContent;
    if (!await copyText(text)) {
      window.prompt(label, text); // there the reader can copy it by hand
      return;
    }
    button.textContent = button.closest("[data-copied]").dataset.copied;
    button.focus();
    setTimeout(() => { button.textContent = label; }, 2000);
  }

  function sizeFrame(button) {
    const snippet = document.getElementById("snippet");
    const { frameWidth, frameHeight } = button.dataset;
    snippet.value = snippet.value.replace(/ width="[^"]*" height="[^"]*"/, ` width="${frameWidth}" height="${frameHeight}"`);
    for (const other of button.parentElement.children) other.setAttribute("aria-pressed", String(other === button));
  }

  // Reads, or writes and reads, whether readings are shown; where nothing can be kept they are.
  function keepReadings(value) {
    try {
      if (value) localStorage.setItem(READINGS, value);
      return localStorage.getItem(READINGS) !== "off";
    } catch {
      return value !== "off";
    }
  }

  function showReadings() {
    const buttons = document.querySelectorAll("[data-readings]");
    if (readings === null && !buttons.length && !document.querySelector("rt")) return;
    readings ??= keepReadings();
    document.documentElement.classList.toggle("mm-no-readings", !readings);
    for (const button of buttons) button.setAttribute("aria-pressed", String(readings));
  }

  // A link within the app: Streamlit reads the new address as it does after the Back button, and the page stays loaded.
  function follow(link) {
    const city = new URL(link.href).searchParams.get("city");
    const chosen = city !== new URL(location.href).searchParams.get("city") && city;
    history.pushState(null, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate"));
    if (chosen) showCard(chosen, performance.now() + PATIENCE);
  }

  // Shows what was chosen: the card comes above the list, where who stands at its end would not see it.
  function showCard(slug, until) {
    const name = document.querySelector(`#root .st-key-card #card-${CSS.escape(slug)}-name`);
    if (name) {
      name.scrollIntoView({ block: "nearest" });
      name.focus({ preventScroll: true });
    } else if (performance.now() < until && location.href.includes(slug)) {
      requestAnimationFrame(() => showCard(slug, until));
    }
  }

  // The sidebar takes some frames to come.
  function focusFirst(page, selectors, frames = FRAMES) {
    const found = selectors.map((selector) => page.querySelector(selector)).find((one) => one?.checkVisibility?.() ?? one);
    found?.focus();
    if (frames && document.activeElement !== found) requestAnimationFrame(() => focusFirst(page, selectors, frames - 1));
  }

  function skip(target) {
    const page = document.getElementById("first-view") ?? document.getElementById("root");
    const drawer = page.id === "root" ? window.madoguchiDrawer : null;
    if (drawer?.isNarrow()) drawer.close();
    focusFirst(page, TARGETS[target]);
  }

  function answerButton(button) {
    const copied = findCopied(button);
    if (copied) answerCopy(button, copied);
    if ("frameWidth" in button.dataset) sizeFrame(button);
    if ("share" in button.dataset) shareAddress(button);
    if ("findSearch" in button.dataset) skip("search");
    if ("readings" in button.dataset) {
      readings = keepReadings(readings ? "off" : "on");
      showReadings();
    }
  }

  function keepLanguage(code) {
    try {
      document.cookie = `madoguchi-lang=${code}; path=/; max-age=${YEAR}; samesite=lax`;
    } catch {
      // the address still says it
    }
  }

  function answerLink(link, event) {
    const { chooseLanguage, skip: target } = link.dataset;
    if (chooseLanguage) keepLanguage(chooseLanguage);
    if (target) {
      event.preventDefault();
      skip(target);
    }
    if (!("go" in link.dataset) || !link.closest("#root") || link.origin !== location.origin) return;
    event.preventDefault();
    follow(link);
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const button = event.target.closest("button");
    const link = event.target.closest("a[href]");
    if (button) answerButton(button);
    else if (link) answerLink(link, event);
  });

  document.addEventListener("error", (event) => {
    const image = event.target;
    if (!image.matches?.("img[data-optional]")) return;
    image.hidden = true; // a server that does not know its name has no code; the sheet it has
    const icon = new Image();
    icon.onerror = () => { // a host without our addresses answers with something else to all of them
      for (const part of image.parentElement.querySelectorAll("[data-optional]")) part.hidden = true;
    };
    icon.src = new URL("favicon.svg", image.src).href;
  }, true);
  document.documentElement.classList.toggle("mm-can-share", Boolean(navigator.share));

  document.addEventListener("focusin", (event) => {
    focused = event.target.closest("#root [data-go][id]");
  });
  document.addEventListener("pointerdown", (event) => {
    if (!focused?.contains(event.target)) focused = null;
  });

  new MutationObserver(() => {
    showReadings();
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    const again = [focused.id, focused.dataset.return].map((id) => id && document.getElementById(id)).find(Boolean);
    again?.focus({ preventScroll: true });
  }).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("storage", () => { // from another frame or tab
    readings = keepReadings();
    showReadings();
  });
  showReadings();
})();
