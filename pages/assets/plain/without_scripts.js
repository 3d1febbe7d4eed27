// Where the browser cannot read our other scripts, or they did not come, the page does what it does without any: what
// stands in its noscript elements holds, buttons that would do nothing go. The footer's speaks of JavaScript and stays.
// The JavaScript of 2015, as all in this page.
document.addEventListener("DOMContentLoaded", () => {
  if (window.madoguchiPage && window.madoguchiDialog) return;
  const parts = document.querySelectorAll("#first-view > noscript, main noscript");
  Array.from(parts).forEach((part) => { part.outerHTML = part.textContent; });
});
