// In the shell, where there is a first view: when the server has no place for one more session, the page keeps its first
// view with a button, and Streamlit waits for a press instead of trying again for ever. Who has been inside is not
// concerned: Streamlit reconnects by itself. An old browser must be able to read this file: the JavaScript of 2015.
(() => {
  if (!window.madoguchiNewBrowser) return; // which keeps the first view anyhow
  const page = document.documentElement;
  const STREAM = "_stcore/stream";
  const ASKED_FIRST = /\/_stcore\/(health|host-config)$/; // by Streamlit, before each socket
  const ask = window.fetch.bind(window);
  let inside = false;
  let place = null; // while it is not known whether there is place, or known that there is none
  let letGo = null;

  // A page cannot read why its socket was refused; the same address tells it to a plain request.
  function askForPlace() {
    const asked = ask(new URL(STREAM, document.baseURI).href, { cache: "no-store" }).then(
      (answer) => answer.status === 503 || answer.status === 429,
      () => false // no server at all: Streamlit's own to tell
    );
    place = asked.then((full) => full && new Promise((resolve) => {
      letGo = resolve;
      page.setAttribute("data-crowded", "");
    })).then(() => { place = null; });
  }

  function watch(socket) {
    socket.addEventListener("open", () => { inside = true; });
    socket.addEventListener("error", () => { if (!inside && !place) askForPlace(); });
    return socket;
  }

  // without Streamlit's options: its patience of a few seconds ends before there is place
  window.fetch = (asked, options) => (place && ASKED_FIRST.test(asked) ? place.then(() => ask(asked)) : ask(asked, options));
  window.WebSocket = new Proxy(window.WebSocket, {
    construct: (Socket, [address, protocols]) => {
      const socket = new Socket(address, protocols);
      return inside || address.indexOf(STREAM) < 0 ? socket : watch(socket);
    },
  });

  document.addEventListener("click", (event) => {
    if (!letGo || !(event.target.closest && event.target.closest("[data-start-app]"))) return;
    page.removeAttribute("data-crowded");
    letGo();
    letGo = null;
  });
})();
