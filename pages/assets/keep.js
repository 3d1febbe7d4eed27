// Keeps the pages on this device, so that they open without a connection: has the browser load the worker that does it
// (pages/offline/worker.js), tells it what is open, and answers the button that puts the map beside the reader's other apps.
// Nothing of it begins before the page is loaded, the app has taken the first view's place, and all is at rest. A page that
// is not to be kept names no manifest.
(() => {
  if (window.madoguchiKeep) return;
  window.madoguchiKeep = { nameDevice, hasBegun: () => hasBegun };
  const REST = 10_000; // ms behind the load for which the app may take, and then for the page to rest
  const LOOK = 500; // ms between two looks whether the app is there
  const SETTLED = 1_000; // ms for which a new title stands before the worker hears of it
  let offer = null; // the browser's own installation, where it has one
  let hasBegun = false;

  // Not within a page of somebody else, and over TLS or from this machine alone, which browsers ask for.
  const canKeep = () => window.top === window && window.isSecureContext && Boolean(navigator.serviceWorker);
  const findManifest = () => document.querySelector('link[rel="manifest"]');

  // The language of the page as our addresses name it: the one chosen in the app, else that of the manifest.
  function readLanguage() {
    const chosen = document.querySelector("[data-choose-language][aria-current]");
    const { dataset, href } = findManifest();
    return chosen?.dataset.chooseLanguage ?? dataset.language ?? new URL(href).searchParams.get("lang");
  }

  // The kind of device, by which browsers differ in where one puts a page beside the apps. Tablets of Apple say that they
  // are a Mac, which has no screen to touch.
  function nameDevice({ agent, touches }) {
    return /iPhone|iPad|iPod/.test(agent) || (agent.includes("Macintosh") && touches > 1) ? "apple" : "other";
  }

  async function tell(moved) {
    const { active } = await navigator.serviceWorker.ready;
    const saves = Boolean(navigator.connection?.saveData);
    active.postMessage({ url: location.href, language: readLanguage(), moved, saves });
  }

  // Within the app pages change without being loaded; each has a title of its own.
  function follow() {
    let settling = 0;
    new MutationObserver(() => {
      clearTimeout(settling);
      settling = setTimeout(() => tell(true), SETTLED);
    }).observe(document.querySelector("title"), { childList: true });
  }

  async function begin() {
    hasBegun = true;
    const manifest = findManifest();
    if (!manifest || !canKeep()) return;
    const root = manifest.dataset.root ?? new URL(".", manifest.href).href;
    const script = new URL("sw.js", root).href;
    try {
      if (navigator.serviceWorker.controller?.scriptURL !== script) { // one that is about to leave would be called back
        await navigator.serviceWorker.register(script, { scope: root, updateViaCache: "none" });
      }
      await tell(false);
      follow();
    } catch {
      // no worker, or no place to keep anything: the page does without
    }
  }

  async function answer(button) {
    navigator.storage?.persist?.().catch(() => {}); // else the browser deletes copies when it needs room
    if (offer) {
      const asked = offer;
      offer = null; // it can be asked once
      await asked.prompt();
      return;
    }
    const said = button.parentElement.querySelector("[role=status]");
    said.textContent = said.dataset[nameDevice({ agent: navigator.userAgent, touches: navigator.maxTouchPoints })];
  }

  document.documentElement.classList.toggle("mm-cannot-keep", !canKeep());
  window.addEventListener("beforeinstallprompt", (event) => {
    if (!window.matchMedia("(pointer: coarse)").matches) return; // no button: the browser's own sign stays
    event.preventDefault();
    offer = event;
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-keep]");
    if (button) answer(button);
  });

  // In a copy there is no app to wait for, nor where the reader has to ask for it.
  function rest(until) {
    const waits = document.querySelector("#first-view [data-handover]") && !document.querySelector("template[data-app]");
    if (waits && performance.now() < until) setTimeout(() => rest(until), LOOK);
    else if (window.requestIdleCallback) requestIdleCallback(begin, { timeout: REST });
    else setTimeout(begin, LOOK);
  }

  const restAtLast = () => rest(performance.now() + REST);
  if (document.readyState === "complete") restAtLast();
  else window.addEventListener("load", restAtLast);
})();
