// In the shell, before Streamlit's scripts: what they cannot be told in another way. An old browser must be able to read
// this file: the JavaScript of 2015.
(() => {
  const page = document.documentElement;

  // Where the app cannot run and there is a first view, that stays: the app's tags never leave their template.
  if (document.currentScript.hasAttribute("data-first") && !window.madoguchiNewBrowser) {
    page.setAttribute("data-too-old", "");
    return;
  }

  // The first view tells its reader at once; what breaks later is Streamlit's own to tell.
  window.addEventListener("error", (event) => {
    const file = event.filename || (event.target && event.target.src) || "";
    if (file.indexOf("/static/js/") >= 0) page.setAttribute("data-app-broken", "");
  }, true);

  // Else Streamlit looks for its server at every level of the page's address, and logs a 404 for each wrong one.
  window.__streamlit.BACKEND_BASE_URL = new URL(".", document.baseURI).href;

  // Streamlit's style sheet would hold up the first paint: it is loaded as if for paper only.
  document.addEventListener("load", (event) => {
    if (event.target.hasAttribute && event.target.hasAttribute("data-late")) event.target.media = "all";
  }, true);

  // Streamlit asks for its icon font (375 KB) as its first act; our pages draw their few signs without it.
  const loadFont = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, text) => (font.includes("Material Symbols") ? Promise.resolve([]) : loadFont(font, text));

  // The language of the page that Streamlit has drawn; what stands beside #root has its own `lang`.
  new MutationObserver(() => {
    const drawn = document.querySelector("#root [data-language]");
    const lang = drawn && drawn.getAttribute("data-language");
    const dir = drawn && drawn.getAttribute("data-direction");
    if (lang && page.lang !== lang) page.lang = lang;
    if (dir && page.dir !== dir) page.dir = dir;
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-language"] });

  // Where data are to be saved the app waits in a template until the reader asks for it.
  document.addEventListener("click", (event) => {
    const waiting = event.target.closest && event.target.closest("[data-start-app]") && document.querySelector("template[data-app]");
    if (!waiting) return;
    document.head.append(waiting.content);
    waiting.remove();
  });
})();
