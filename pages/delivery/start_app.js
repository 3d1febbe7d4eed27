// Behind the template that holds Streamlit's tags: they come out when all of the first view is on the screen, which a
// hundred files asked for earlier would hold up; but for the first few, so that the line is not idle meanwhile. In a
// browser that is too old they stay; where data are to be saved, and in a copy that is shown without a connection, until
// the reader asks for the app (shell.js). An old browser must be able to read this: the JavaScript of 2015.
(() => {
  const AT_A_TIME = 6; // files that a browser asks a server for
  const waiting = document.currentScript.previousElementSibling;
  const line = navigator.connection;
  if (!window.madoguchiNewBrowser || (line && line.saveData) || document.documentElement.hasAttribute("data-kept")) return;
  waiting.removeAttribute("data-app"); // nobody has to ask for it
  for (const tag of Array.from(waiting.content.querySelectorAll("[src], [rel=modulepreload]")).slice(0, AT_A_TIME)) {
    const href = tag.getAttribute("src") || tag.getAttribute("href");
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href }));
  }
  const start = () => {
    document.head.append(waiting.content);
    waiting.remove();
  };
  document.addEventListener("readystatechange", () => {
    if (document.hidden) start(); // a page in a tab behind is not drawn
    else requestAnimationFrame(() => setTimeout(start));
  }, { once: true });
})();
