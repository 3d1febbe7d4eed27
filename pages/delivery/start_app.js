// Behind the template that holds Streamlit's tags: they come out at once, and the parser reads them as if they stood
// here; that would not be the same for tags that are moved. In a browser that is too old they stay; where data are to be
// saved, and in a copy that is shown without a connection, until the reader asks for the app (shell.js). An old browser
// must be able to read this: the JavaScript of 2015.
(() => {
  const waiting = document.currentScript.previousElementSibling;
  const line = navigator.connection;
  if (!window.madoguchiNewBrowser || (line && line.saveData) || document.documentElement.hasAttribute("data-kept")) return;
  waiting.remove();
  document.write(waiting.innerHTML);
})();
