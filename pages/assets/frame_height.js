// Tells the page that shows this one in a frame how high it is: {type: "madoguchi-height", height: px}, whenever that
// changes, so that the host can make its frame as high and nothing scrolls in it. Nothing else is told, so any page may
// hear it. By the mark that it sets the style sheets let no height depend on that of the frame: the page would grow with
// its frame, and the frame with its page. An old browser must be able to read this file: the JavaScript of 2015.
(() => {
  const APART = 100; // ms between two messages at least
  const EMBEDDED = /[?&]embed=true(&|$)/i;
  let page = null; // the element that is as high as all that is shown
  let told = 0;
  let waiting = 0;

  const findPage = () => document.getElementById("first-view") || document.querySelector('#root [data-testid="stMainBlockContainer"]');
  const isFile = () => Boolean(document.querySelector("#first-view[data-address]")); // of a static edition
  if (window.madoguchiHeight || window.parent === window || !window.ResizeObserver) return;
  if (!EMBEDDED.test(window.location.search) && !isFile()) return;
  window.madoguchiHeight = true;
  document.documentElement.setAttribute("data-framed", "");

  function tell() {
    waiting = 0;
    const height = page ? Math.ceil(page.getBoundingClientRect().height) : 0;
    if (!height || height === told) return;
    told = height;
    window.parent.postMessage({ type: "madoguchi-height", height }, "*");
  }

  const observer = new ResizeObserver(() => {
    waiting = waiting || setTimeout(tell, APART);
  });

  // The first view gives way to the app.
  function follow() {
    const found = findPage();
    if (found === page) return;
    if (page) observer.unobserve(page);
    page = found;
    if (page) observer.observe(page);
  }

  new MutationObserver(follow).observe(document.documentElement, { childList: true, subtree: true });
  follow();
})();
