// Where the browser cannot read our other scripts, or they did not come, the page does what it does without any: what
// stands in its noscript elements holds, buttons that would do nothing go. The JavaScript of 2015, as all in this page.
document.addEventListener("DOMContentLoaded", () => {
  if (window.madoguchiPage && window.madoguchiDialog) return;
  for (const part of Array.from(document.querySelectorAll("#first-view noscript"))) {
    if (part.closest("footer")) continue; // speaks of JavaScript
    const shown = document.createElement("div");
    shown.innerHTML = part.textContent;
    part.parentNode.replaceChild(shown, part);
  }
});
