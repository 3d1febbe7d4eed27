// What Streamlit keeps of its sidebar from visit to visit holds where the page is wide. Where the sidebar lies over the
// page as a drawer, each load begins with it closed. Runs before Streamlit reads it, in the shell; where there is no
// shell, drawer.js closes what Streamlit has opened by then. In a frame of somebody else's page nothing is kept.
(() => {
  if (window.madoguchiSidebar) return;
  const WIDE = 1024; // px, as in page.css
  const KEPT = "stSidebarCollapsed-"; // how the names begin under which Streamlit keeps it
  const isFramed = /[?&]embed=true(&|$)/i.test(window.location.search);
  const isNarrow = () => window.innerWidth < WIDE;
  window.madoguchiSidebar = { isNarrow };
  if (!window.Storage) return;
  const { getItem, setItem } = Storage.prototype;
  const isDrawer = (name) => isNarrow() && String(name).startsWith(KEPT);
  let collapsed = "true"; // the drawer's state, for as long as the page stays loaded

  Storage.prototype.getItem = function readKept(name) {
    return isDrawer(name) ? collapsed : getItem.call(this, name);
  };
  Storage.prototype.setItem = function keep(name, value) {
    if (isDrawer(name)) collapsed = String(value);
    else if (!isFramed) setItem.call(this, name, value);
  };
})();
