// At the counter: while the screen for it stands, the device stays awake; its text grows, and turns to whoever sits
// opposite. A second page takes their answer, typed or written by a finger; it stays here and is gone when the screen closes.
(() => {
  if (window.madoguchiDesk) return;
  window.madoguchiDesk = true;
  const SIZES = [1, 1.4, 2, 2.8]; // of the letters
  const KEPT = "madoguchi-letters"; // in the tab, until that is closed: which of them
  const INK = 3; // px
  const OPEN = "[data-dialog][open]";
  let size = null; // which of them; asked of the tab when a screen opens
  let lock = null; // keeps the device awake
  let pen = null; // the canvas that a finger writes on

  const list = (root, selector) => [...root.querySelectorAll(selector)];
  const isAtCounter = (dialog) => !dialog.querySelector('h2 [data-panel~="counter"]').hidden;
  const findText = (dialog) => dialog.querySelector("[data-panel]:not([hidden]) > .mm-text-large");

  // Reads, or writes and reads; where nothing can be kept the size lasts as long as the page.
  function keepSize(value) {
    try {
      if (value !== undefined) sessionStorage.setItem(KEPT, value);
      return Number(sessionStorage.getItem(KEPT)) || 0;
    } catch {
      return value ?? size ?? 0;
    }
  }

  function showSize(dialog) {
    size = Math.min(Math.max(size, 0), SIZES.length - 1);
    dialog.style.setProperty("--mm-letters", SIZES[size]);
    for (const button of list(dialog, "[data-letters]")) {
      button.setAttribute("aria-disabled", String(!(size + Number(button.dataset.letters) in SIZES)));
    }
  }

  // The first sentence is in view of whom the text is turned to.
  function turn(dialog, turned) {
    dialog.classList.toggle("mm-turned", turned);
    for (const button of list(dialog, "[data-turn]")) button.setAttribute("aria-pressed", String(turned));
    if (turned) findText(dialog)?.scrollIntoView({ block: "end" });
    else dialog.scrollTop = 0;
  }

  function showPanel(dialog, name) {
    for (const part of list(dialog, "[data-panel]")) part.hidden = !part.dataset.panel.split(" ").includes(name);
  }

  function showPage(dialog, name) {
    showPanel(dialog, name);
    turn(dialog, false);
    dialog.querySelector("h2").focus({ preventScroll: true });
  }

  function clear(canvas) {
    const { clientWidth, clientHeight } = canvas;
    canvas.width = clientWidth * devicePixelRatio; // clears it as well
    canvas.height = clientHeight * devicePixelRatio;
  }

  async function stayAwake() {
    const isWanted = () => document.visibilityState === "visible" && list(document, OPEN).some(isAtCounter);
    if (!navigator.wakeLock || !isWanted() || (lock && !lock.released)) return;
    try {
      const given = await navigator.wakeLock.request("screen");
      if (isWanted() && !(lock && !lock.released)) lock = given;
      else await given.release();
    } catch { /* a battery that is low, a frame that may not */ }
  }

  // The first view's screen asks for its second half when it opens; without it the screen is as it is.
  async function bringRest(dialog) {
    const { desk } = dialog.dataset;
    delete dialog.dataset.desk;
    try {
      const answer = await fetch(desk);
      if (!answer.ok) throw new Error(answer.statusText);
      const bar = dialog.querySelector(".mm-dialog-bar");
      bar.insertAdjacentHTML("afterend", await answer.text());
      bar.querySelector("[data-close]").before(dialog.querySelector("[data-turn]"));
    } catch {
      dialog.dataset.desk = desk; // to be asked again
      return;
    }
    if (isAtCounter(dialog)) showPanel(dialog, "counter");
    showSize(dialog);
  }

  function begin(dialog) {
    if (!isAtCounter(dialog)) return;
    size ??= keepSize();
    showSize(dialog);
    if (dialog.dataset.desk) bringRest(dialog);
    stayAwake();
  }

  function end(dialog) {
    lock?.release().catch(() => {});
    lock = null;
    turn(dialog, false);
    for (const field of list(dialog, '[data-panel="answers"] :is(input, textarea)')) field.value = "";
    for (const canvas of list(dialog, "canvas")) canvas.width = 0;
  }

  function answerButton(button, dialog) {
    const { letters, page } = button.dataset;
    if (letters) {
      size = keepSize(size + Number(letters) in SIZES ? size + Number(letters) : size);
      showSize(dialog);
    }
    if ("turn" in button.dataset) turn(dialog, !dialog.classList.contains("mm-turned"));
    if (page) showPage(dialog, page);
    if ("clear" in button.dataset) clear(dialog.querySelector("canvas"));
  }

  // Places on the canvas, which may be turned.
  function draw(event) {
    const scale = pen.width / pen.clientWidth;
    const ink = pen.getContext("2d");
    ink.lineTo(event.offsetX * scale, event.offsetY * scale);
    ink.stroke();
  }

  document.addEventListener("pointerdown", (event) => {
    if (!event.target.matches("[data-dialog] canvas")) return;
    pen = event.target;
    pen.setPointerCapture(event.pointerId);
    if (pen.width < pen.clientWidth) clear(pen);
    const ink = pen.getContext("2d");
    Object.assign(ink, { lineWidth: INK * devicePixelRatio, lineCap: "round", lineJoin: "round", strokeStyle: getComputedStyle(pen).color });
    ink.beginPath();
    draw(event);
  });
  document.addEventListener("pointermove", (event) => {
    if (pen && event.target === pen) draw(event);
  });
  for (const sign of ["pointerup", "pointercancel"]) document.addEventListener(sign, () => { pen = null; });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const dialog = button?.closest("[data-dialog]");
    if (dialog) answerButton(button, dialog);
    else if (event.target.closest("[data-ask]")) list(document, OPEN).forEach(begin); // dialog.js has opened it
  });
  document.addEventListener("close", (event) => {
    if (event.target.matches("[data-dialog]")) end(event.target);
  }, true);
  document.addEventListener("visibilitychange", stayAwake); // a hidden page has lost it
})();
