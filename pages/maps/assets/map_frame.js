// The map's frame before and around the cities: land, controls, words, and when it is ready to be measured.
(() => {
  "use strict";
  const LEAFLET = '<a href="https://leafletjs.com" target="_blank" rel="noopener noreferrer">Leaflet</a>';
  const plain = window.Madoguchi.dropReadings;
  const SOON = 4; // ms between two looks whether the frame is ready
  // Our panes among Leaflet's: tiles have 200, markers 600. What tells where the visitor is lies above the markers, which
  // take the press all the same.
  const HEIGHTS = { outlines: 150, chosen: 350, insets: 580, leaders: 590, dots: 591, you: 610 };
  const DARK = 128; // of 255: a ground darker than that is dark

  const ZoomBar = L.Control.Zoom.extend({
    onAdd(map) {
      const bar = L.Control.Zoom.prototype.onAdd.call(this, map);
      this._createButton("", "", "leaflet-control-zoom-all", bar, () => map.madoguchi.view.showAll());
      return bar;
    },
  });

  // Once per frame: what the empty Folium map lacks. The frame stays, so this outlives every change of the cities.
  function prepareMap(map, data) {
    if (map.madoguchi) return;
    map.madoguchi = { clicks: 0, fitted: null, land: {}, view: new window.Madoguchi.MapView(map) };
    window.Madoguchi.map = map;
    document.querySelector('meta[name="viewport"][content*="user-scalable"]')?.remove();
    document.getElementById("root").setAttribute("role", "main");
    const heading = document.createElement("h1");
    heading.className = "mm-hidden";
    document.getElementById("root").prepend(heading);
    map.getContainer().setAttribute("role", "region");
    const dress = () => document.documentElement.classList.toggle("mm-dark", isDark());
    dress();
    // Streamlit writes its colours there, anew when the reader turns to dark.
    new MutationObserver(dress).observe(document.head, { childList: true, characterData: true, subtree: true });
    // In the static edition they are the style sheet's, by the system's choice. An old browser cannot listen to that.
    matchMedia("(prefers-color-scheme: dark)").addEventListener?.("change", dress);
    new ZoomBar({ position: "topleft" }).addTo(map);
    window.Madoguchi.shareGestures(map);
    map.attributionControl.setPrefix(LEAFLET);
    drawOutlines(map, data);
    map.getContainer().addEventListener("keydown", (event) => {
      if (event.key === "Escape" && map.madoguchi.layer?.popup) map.closePopup();
    });
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      map._zoomAnimated = false;
      const { panBy } = map;
      map.panBy = (offset, options) => panBy.call(map, offset, { ...options, animate: false });
      Object.assign(map.options, { zoomAnimation: false, markerZoomAnimation: false, inertia: false });
    }
  }

  // With every layer, since the reader may have changed the language; the map itself stays.
  function nameMap(map, texts) {
    const title = plain(texts.map);
    if (document.title === title && document.documentElement.lang === texts.language) return;
    Object.assign(document.documentElement, { lang: texts.language, dir: texts.direction });
    document.title = title;
    if (window.frameElement) window.frameElement.title = title;
    document.querySelector("h1.mm-hidden").textContent = title;
    map.getContainer().setAttribute("aria-label", title);
    const controls = [["zoom-in", texts.zoomIn], ["zoom-out", texts.zoomOut], ["zoom-all", texts.all], ["layers-toggle", texts.layers]];
    for (const [control, text] of controls) {
      const element = document.querySelector(`.leaflet-control-${control}`);
      if (element) element.title = plain(text);
      if (element && control !== "layers-toggle") element.setAttribute("aria-label", plain(text));
    }
    document.querySelector(".leaflet-control-zoom-all").textContent = plain(texts.all);
    const { madoguchi, attributionControl } = map;
    if (madoguchi.credit) attributionControl.removeAttribution(madoguchi.credit);
    madoguchi.credit = plain(texts.outlines);
    attributionControl.addAttribution(madoguchi.credit);
  }

  function isDark() {
    const probe = document.createElement("span");
    Object.assign(probe.style, { color: "var(--background-color, white)", forcedColorAdjust: "none" }); // not text's own colour
    document.body.append(probe);
    const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g).map(Number);
    probe.remove();
    return red * 0.3 + green * 0.6 + blue * 0.1 < DARK; // as bright as the eye takes each for
  }

  // Land and prefectures lie beneath the tiles, so that there is a map when no tile comes.
  function drawOutlines(map, data) {
    for (const [pane, height] of Object.entries(HEIGHTS)) map.createPane(pane).style.zIndex = height;
    const draw = (address, className) => fetch(address)
      .then((answer) => answer.json())
      .then((areas) => {
        const shapes = window.Madoguchi.readLand(areas)
          .map((rings) => L.polygon(rings, { pane: "outlines", interactive: false, className }));
        const land = L.layerGroup(shapes).addTo(map);
        map.madoguchi.land[className] = land;
        map.madoguchi.layer?.showLand();
      })
      .catch((error) => console.warn(`Without ${address}: ${error.message}`));
    draw(data.outlines.neighbours, "mm-neighbour");
    draw(data.outlines.prefectures, "mm-prefecture").then(() => { map.madoguchi.landed = true; }); // or has failed
  }

  // The frame does not wait for style sheets, and a hidden map has no size; without either nothing has its place.
  function whenReady(map, callback, isReady) {
    const size = map.getContainer();
    const styled = [...document.querySelectorAll('link[rel="stylesheet"]')].every((link) => link.sheet);
    if (styled && size.clientWidth && size.clientHeight && isReady()) callback();
    else setTimeout(() => whenReady(map, callback, isReady), SOON);
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { prepareMap, nameMap, whenReady });
})();
