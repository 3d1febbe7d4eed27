// Opens and closes the filters in Streamlit's sidebar, beside a wide page or over a narrower one as a drawer; the focus
// goes into the drawer and back to the button.
(() => {
  if (window.madoguchiDrawer) return;
  const { isNarrow } = window.madoguchiSidebar;
  const { focusFirst } = window.madoguchiPage;
  const CLOSER = ['[data-testid="stSidebarCollapseButton"] button'];
  const OPENER = ["#root [data-open-filters]"];
  let begun = null; // the sidebar that has been looked at

  const findSidebar = () => document.querySelector('#root [data-testid="stSidebar"]');
  const isOpen = () => findSidebar()?.dataset.collapsed === "false";
  const isDrawer = () => isNarrow() && isOpen();

  function open() {
    document.documentElement.dataset.filtersOpened = ""; // who has opened them sees from then on how to close them
    document.querySelector('#root [data-testid="stExpandSidebarButton"]')?.click();
  }

  function close() {
    if (isOpen()) findSidebar().querySelector(CLOSER[0])?.click();
  }

  function leave() {
    close();
    focusFirst(document, OPENER);
  }

  // Escape first closes an open list of choices, and takes back what is typed.
  function isTaken({ target, defaultPrevented }) {
    return defaultPrevented || target.value || target.matches('[role="combobox"][aria-expanded="true"]');
  }

  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-open-filters]")) {
      open();
      focusFirst(document, CLOSER);
    }
    const closer = target.closest?.(`${CLOSER[0]}, [data-close-filters]`);
    if (closer || (target === findSidebar() && isDrawer())) leave(); // beside the drawer lies the sidebar's own shade
  });
  // The choice of prefectures shrinks as it loses the focus: what is pressed below it would slip from under the press.
  document.addEventListener("mousedown", (event) => {
    const below = event.target.closest?.("#root .st-key-reset, [data-close-filters]");
    if (below && document.activeElement.closest('[data-testid="stMultiSelect"]')) event.preventDefault();
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isDrawer() && !document.querySelector("dialog[open]") && !isTaken(event)) leave();
  });
  new MutationObserver(() => {
    const sidebar = findSidebar();
    if (sidebar === begun) return;
    begun = sidebar;
    if (isDrawer()) close(); // opened by Streamlit, which has kept or could keep nothing
  }).observe(document.documentElement, { childList: true, subtree: true });
  if (isDrawer()) close();
  begun = findSidebar();
  window.madoguchiDrawer = { close, isNarrow };
})();
