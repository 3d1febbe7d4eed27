// In the shell, before Streamlit's scripts: what they cannot be told in another way.
(() => {
  // Else Streamlit looks for its server at every level of the page's address, and logs a 404 for each wrong one.
  window.__streamlit.BACKEND_BASE_URL = new URL(".", document.baseURI).href;

  // Streamlit asks for its icon font (375 KB) as its first act; our pages draw their few signs without it.
  const loadFont = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, text) => (font.includes("Material Symbols") ? Promise.resolve([]) : loadFont(font, text));

  // The language of the page that Streamlit has drawn; what stands beside #root has its own `lang`.
  new MutationObserver(() => {
    const { language, direction } = document.querySelector("#root [data-language]")?.dataset ?? {};
    if (language && document.documentElement.lang !== language) document.documentElement.lang = language;
    if (direction && document.documentElement.dir !== direction) document.documentElement.dir = direction;
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-language"] });

  // With Save-Data the app waits in a template until the reader asks for it.
  document.addEventListener("click", (event) => {
    const waiting = event.target.closest?.("[data-start-app]") && document.querySelector("template[data-app]");
    if (!waiting) return;
    document.head.append(waiting.content);
    waiting.remove();
  });
})();
