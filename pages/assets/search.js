// The search above a page that has its filters not beside it. It asks by the address, as a form does, but the page stays
// loaded; the field in Streamlit's sidebar then says the same.
(() => {
  if (window.madoguchiSearch) return;
  window.madoguchiSearch = true;
  let left = null; // the field in which somebody goes on typing, while it is drawn anew

  document.addEventListener("submit", (event) => {
    const field = event.target.querySelector("#root .mm-search input");
    if (!field) return;
    event.preventDefault();
    const isCovering = matchMedia("(pointer: coarse)").matches; // a phone's keyboard lies over what is found
    if (isCovering) field.form.querySelector("button").focus();
    else field.focus();
    left = isCovering ? null : field;
    const address = new URL(location.href);
    address.searchParams.delete("page");
    if (field.value.trim()) address.searchParams.set("q", field.value);
    else address.searchParams.delete("q");
    if (address.href !== location.href) window.madoguchiPage.follow(address);
  });
  // page.js gives the focus to the new field, at whose beginning nobody goes on.
  document.addEventListener("focusin", ({ target }) => {
    if (left && !left.isConnected && target.id === left.id) target.setSelectionRange(target.value.length, target.value.length);
    left = null;
  });
})();
