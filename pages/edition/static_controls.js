// What only scripts can do stands in no page of the static edition: its buttons come here, once for each language, and go
// where they belong when what answers them has come. The search needs no other file and comes at once. An old browser
// must be able to read this file: the JavaScript of 2015.
(() => {
  const page = document.getElementById("first-view");
  const root = new URL("..", document.currentScript.src).href;
  const controls = document.createElement("template");
  controls.innerHTML = window.madoguchiControls;

  function place(control, beside) {
    const copy = document.importNode(control.content, true);
    for (const named of Array.from(copy.querySelectorAll("[aria-label]"))) {
      named.setAttribute("aria-label", named.getAttribute("aria-label").replace("{address}", () => beside.textContent));
    }
    for (const rooted of Array.from(copy.querySelectorAll("[data-root]"))) rooted.setAttribute("data-root", root);
    const where = control.getAttribute("data-where");
    if (where === "first") beside.insertBefore(copy, beside.firstChild);
    else if (where === "last") beside.appendChild(copy);
    else beside.parentNode.insertBefore(copy, beside.nextSibling);
  }

  function placeAll(selector) {
    for (const control of Array.from(controls.content.querySelectorAll(selector))) {
      Array.from(page.querySelectorAll(control.getAttribute("data-beside"))).forEach((beside) => place(control, beside));
    }
  }

  // The worker that keeps copies is asked for by who names a manifest (keep.js); from a folder there is none.
  function nameManifest() {
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = root + window.madoguchiManifest;
    link.setAttribute("data-root", root);
    link.setAttribute("data-language", JSON.parse(page.dataset.address).language);
    document.head.appendChild(link);
  }

  placeAll("[data-at-once]");
  if (window.madoguchiManifest && location.protocol !== "file:") nameManifest();
  document.addEventListener("DOMContentLoaded", () => {
    if (!window.madoguchiPage || !window.madoguchiDialog) return;
    placeAll("template:not([data-at-once])");
    const near = page.querySelector("[data-near]");
    if (near) near.hidden = false;
  });
})();
