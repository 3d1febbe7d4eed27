// First of all in a component's frame: only pages of this app may say what is drawn there. Streamlit's components do as
// any window tells them, and the map's evaluates what it is told; a page that shows ours in a frame can reach it.
window.addEventListener("message", (event) => {
  if (event.origin !== window.location.origin) event.stopImmediatePropagation();
}, true);
