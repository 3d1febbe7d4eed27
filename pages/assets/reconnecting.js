// A link followed, or Back pressed, while the server was away: Streamlit drops that, and reads the address once it is back.
(() => {
  if (window.madoguchiReconnecting) return;
  window.madoguchiReconnecting = true;
  const STATE = "data-test-connection-state";
  let left = null; // the address when the server went

  new MutationObserver(([{ target }]) => {
    const away = target.getAttribute(STATE) !== "CONNECTED";
    const moved = !away && left !== null && left !== location.href;
    left = away ? left ?? location.href : null;
    if (moved) window.dispatchEvent(new PopStateEvent("popstate"));
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: [STATE] });
})();
