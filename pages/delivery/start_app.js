// Behind the template that holds Streamlit's tags: they come out when the first view is on the screen, which a hundred
// files asked for earlier would hold up; but for the largest, so that the line is not idle meanwhile. In a browser that is
// too old they stay; where data are to be saved, and in a copy that is shown without a connection, until the reader asks
// for the app (shell.js). An old browser must be able to read this: the JavaScript of 2015.
(() => {
  const waiting = document.currentScript.previousElementSibling;
  const line = navigator.connection;
  if (!window.madoguchiNewBrowser || (line && line.saveData) || document.documentElement.hasAttribute("data-kept")) return;
  waiting.removeAttribute("data-app"); // nobody has to ask for it
  const largest = waiting.content.querySelector("script[src]").getAttribute("src");
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href: largest }));
  const start = () => {
    document.head.append(waiting.content); // is empty the second time
    waiting.remove();
  };
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length) start();
  }).observe({ type: "paint", buffered: true });
  // On a quick line the frame that is being drawn shows all of it. A page in a tab behind is not drawn.
  document.addEventListener("DOMContentLoaded", () => {
    if (document.hidden) start();
    else requestAnimationFrame(() => setTimeout(start));
  });
})();
