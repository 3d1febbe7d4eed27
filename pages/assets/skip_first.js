// Streamlit's sidebar comes before the page: the way past both comes first of all, as it does in the first view.
(() => {
  const root = document.getElementById("root");
  if (window.madoguchiSkipFirst || !root) return; // a page of files is in order
  window.madoguchiSkipFirst = true;
  const first = document.createElement("nav"); // a landmark, since not every page has what the link leads to
  first.className = "mm-head mm-skip-first";
  document.body.prepend(first);

  function keep() {
    const link = document.querySelector('#root .mm-skip[data-skip="result"]');
    if ((link?.outerHTML ?? "") !== first.innerHTML) first.replaceChildren(...(link ? [link.cloneNode(true)] : []));
    if (link && first.ariaLabel !== link.textContent) first.ariaLabel = link.textContent;
    const scroller = document.querySelector('#root [data-testid="stMain"]');
    if (scroller?.tabIndex === 0) scroller.tabIndex = -1; // a stop at which nothing can be done
  }

  new MutationObserver(keep).observe(root, { childList: true, subtree: true });
  keep();
})();
