// What a hand means: one finger and the wheel belong to the page, two fingers and Ctrl with the wheel to the map; and a
// press leaves the page where it is, since what was pressed would else be elsewhere by the release.
(() => {
  "use strict";
  const SHOWN = 1800; // ms that the hint stays after what it is about
  const INSIDE = ".leaflet-popup, .leaflet-control"; // which scroll by themselves, or not at all
  const KEY = /Mac|iP/.test(navigator.platform) ? "⌘" : "Ctrl";

  class Hint {
    constructor(map) {
      this.map = map;
      this.box = document.createElement("div");
      this.box.className = "mm-hint";
      this.box.setAttribute("aria-hidden", "true"); // the keyboard moves the map as it is
      map.getContainer().append(this.box);
    }

    show(name) {
      this.box.replaceChildren();
      window.Madoguchi.setText(this.box, this.map.madoguchi.layer.data.texts[name].replace("{key}", KEY));
      this.box.classList.add("mm-shown");
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.box.classList.remove("mm-shown"), SHOWN);
    }
  }

  // Leaflet scrolls its own document back after a focus, but not the pages around it. The page may ask for the focus when
  // the frame is gone already, and all that has a name in it.
  function focusInPlace(container) {
    const focus = container.focus.bind(container);
    container.focus = (options) => focus({ ...options, preventScroll: true });
  }

  // The first finger never reaches Leaflet; style sheets let the browser scroll the page with it.
  function leaveOneFinger(container, hint) {
    container.addEventListener("touchstart", (event) => {
      if (event.touches.length === 1 && !event.target.closest(INSIDE)) event.stopPropagation();
    }, { capture: true, passive: true });
    container.addEventListener("touchmove", (event) => {
      if (event.touches.length === 1 && !event.target.closest(INSIDE)) hint.show("hintFingers");
    }, { passive: true });
  }

  // The wheel is the map's once somebody has pressed in it or come by keyboard, until pointer or focus leave it.
  function leaveWheel(container, hint) {
    let awake = false;
    const wake = (event) => { awake = event.pointerType !== "touch"; };
    const sleep = () => { awake = false; };
    container.addEventListener("pointerdown", wake, true);
    container.addEventListener("focusin", wake);
    document.documentElement.addEventListener("mouseleave", sleep);
    window.addEventListener("blur", sleep);
    container.addEventListener("wheel", (event) => {
      if (awake || event.ctrlKey || event.metaKey || event.target.closest(INSIDE)) return;
      event.stopPropagation();
      hint.show("hintWheel");
    }, { capture: true, passive: true });
  }

  function shareGestures(map) {
    const container = map.getContainer();
    const hint = new Hint(map);
    focusInPlace(container);
    leaveOneFinger(container, hint);
    leaveWheel(container, hint);
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { shareGestures });
})();
