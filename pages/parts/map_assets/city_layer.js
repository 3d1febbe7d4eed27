// The cities on the map: one marker each, spread so that every one can be hit, and a popup built from data.
(() => {
  "use strict";
  const DETAILED = 10; // the zoom at which a city opened by its address is shown among very many
  const CROWD = 300; // cities above which they are gathered in discs

  const CityMarker = L.Marker.extend({
    offset: L.point(0, 0),
    _setPos(position) {
      L.Marker.prototype._setPos.call(this, position.add(this.offset));
    },
    showName() {
      this._icon.dataset.look = "named";
    },
    measureName() {
      this.width = Math.ceil(this._icon.firstChild.getBoundingClientRect().width);
    },
    setBox({ look, w: width, h: height, offset }) {
      this.offset = offset;
      Object.assign(this._icon.style, {
        width: `${width}px`, height: `${height}px`, marginLeft: `${-width / 2}px`, marginTop: `${-height / 2}px`,
      });
      this._icon.dataset.look = look;
      this.update();
    },
  });

  // Once per frame: what the empty Folium map lacks. The frame stays, so this outlives every change of the cities.
  function prepareMap(map, data) {
    if (map.madoguchi) return;
    map.madoguchi = { clicks: 0, fitted: null };
    const { texts } = data;
    document.documentElement.lang = texts.language;
    document.title = texts.map;
    if (window.frameElement) window.frameElement.title = texts.map;
    document.querySelector('meta[name="viewport"][content*="user-scalable"]')?.remove();
    document.getElementById("root").setAttribute("role", "main");
    const heading = document.createElement("h1");
    heading.className = "mm-hidden";
    heading.textContent = texts.map;
    document.getElementById("root").prepend(heading);
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", texts.map);
    document.documentElement.classList.toggle("mm-dark", isDark());
    L.control.zoom({ position: "topleft", zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
    document.querySelector(".leaflet-control-layers-toggle")?.setAttribute("title", texts.layers);
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

  function isDark() {
    const probe = document.createElement("span");
    probe.style.color = "var(--background-color, white)";
    document.body.append(probe);
    const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g).map(Number);
    probe.remove();
    return red * 0.3 + green * 0.6 + blue * 0.1 < 128;
  }

  // Land and prefectures lie beneath the tiles, so that there is a map when no tile comes.
  function drawOutlines(map, data) {
    map.createPane("outlines").style.zIndex = 150;
    map.createPane("leaders").style.zIndex = 590;
    map.createPane("dots").style.zIndex = 591;
    map.attributionControl.addAttribution(data.texts.outlines);
    const draw = (file, className) => fetch(data.outlines + file)
      .then((answer) => answer.json())
      .then((shapes) => L.geoJSON(shapes, {
        pane: "outlines", interactive: false, style: { className },
      }).addTo(map))
      .catch((error) => console.warn(`Without ${file}: ${error.message}`));
    draw("neighbours.geojson", "mm-neighbour");
    draw("prefectures.geojson", "mm-prefecture");
  }

  // The frame does not wait for style sheets, and a hidden map has no size; without either nothing has its place.
  function whenReady(map, callback) {
    const size = map.getContainer();
    const styled = [...document.querySelectorAll('link[rel="stylesheet"]')].every((link) => link.sheet);
    if (styled && size.clientWidth && size.clientHeight) callback();
    else setTimeout(() => whenReady(map, callback), 20);
  }

  const CityLayer = L.FeatureGroup.extend({
    // features: [{slug, lat, lng, name …}]; settings: {texts, outlines: URL of the boundaries' folder, open: slug or null}
    initialize(features, settings) {
      L.FeatureGroup.prototype.initialize.call(this, []);
      this.data = { features, ...settings };
      this.markers = new Map();
    },

    onAdd(map) {
      prepareMap(map, this.data);
      map.madoguchi.layer = this;
      this.leaders = L.layerGroup().addTo(map);
      this.dots = L.layerGroup().addTo(map);
      for (const feature of this.data.features) this.addCity(feature);
      this.crowded = this.markers.size > CROWD;
      if (!this.crowded) for (const marker of this.markers.values()) this.addLayer(marker);
      L.FeatureGroup.prototype.onAdd.call(this, map);
      this.active = true;
      whenReady(map, () => this.active && this.settle(map));
      return this;
    },

    onRemove(map) {
      this.active = false;
      map.off("zoomend resize", this.spread, this);
      this.popup?.remove();
      this.leaders.remove();
      this.dots.remove();
      this.crowd?.remove();
      return L.FeatureGroup.prototype.onRemove.call(this, map);
    },

    settle(map) {
      map.invalidateSize({ pan: false });
      const open = this.markers.get(this.data.open);
      if (this.crowded) this.settleCrowd(map, open);
      else this.settleSpread(map);
      if (open) this.openPopup(open, { keepFocus: true });
      map.getContainer().dataset.ready = "true";
    },

    settleSpread(map) {
      // All are dressed before the first is measured: each measure between two changes would lay out the page anew.
      for (const marker of this.markers.values()) marker.showName();
      for (const marker of this.markers.values()) marker.measureName();
      this.fit(map);
      map.on("zoomend resize", this.spread, this);
      this.spread();
    },

    settleCrowd(map, open) {
      this.fit(map);
      if (open) map.setView(open.getLatLng(), DETAILED, { animate: false });
      this.crowd = new window.Madoguchi.Crowd(map, this, this.data.texts);
      if (open && !this.hasLayer(open)) this.crowd.showPin(open);
    },

    addCity(feature) {
      const name = document.createElement("span");
      name.className = "mm-marker-name";
      name.textContent = feature.name;
      const marker = new CityMarker([feature.lat, feature.lng], {
        icon: L.divIcon({ className: "mm-marker", html: name, iconSize: null }),
        riseOnHover: true,
      });
      marker.feature = { type: "Feature", properties: { slug: feature.slug } };
      marker.card = feature;
      marker.on("add", () => this.nameMarker(marker, feature));
      marker.on("click", () => {
        marker.feature.properties.click = ++this._map.madoguchi.clicks;
        this.openPopup(marker, { keepFocus: false });
      });
      this.markers.set(feature.slug, marker);
    },

    nameMarker(marker, feature) {
      const icon = marker.getElement();
      const name = this.data.texts.marker.replace("{city}", () => feature.name).replace("{prefecture}", () => feature.prefecture);
      icon.setAttribute("role", "button");
      icon.setAttribute("aria-label", name);
      icon.setAttribute("aria-haspopup", "dialog");
      icon.title = name;
      icon.addEventListener("dblclick", (event) => event.stopPropagation()); // two quick taps are no wish to zoom
      icon.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        marker.fire("click", { latlng: marker.getLatLng() }, true);
      });
    },

    // Shows all cities of the layer; again only when they are others, so that opening one leaves the map where it is.
    fit(map) {
      const slugs = [...this.markers.keys()].join(" ");
      if (map.madoguchi.fitted === slugs || !slugs) return;
      map.madoguchi.fitted = slugs;
      const markers = [...this.markers.values()];
      const view = this.crowded
        ? window.Madoguchi.frameAll(map, markers.map((marker) => marker.getLatLng()))
        : window.Madoguchi.findView(map, markers);
      map.setView(view.centre, view.zoom, { animate: false });
    },

    spread() {
      const markers = [...this.markers.values()];
      const boxes = window.Madoguchi.spreadMarkers(this._map, markers);
      this.leaders.clearLayers();
      this.dots.clearLayers();
      markers.forEach((marker, index) => {
        marker.setBox(boxes[index]);
        this.drawLeader(this._map, marker);
      });
    },

    drawLeader(map, marker) {
      const end = map.layerPointToLatLng(map.latLngToLayerPoint(marker.getLatLng()).add(marker.offset));
      L.polyline([marker.getLatLng(), end], { pane: "leaders", interactive: false, className: "mm-leader" }).addTo(this.leaders);
      L.circleMarker(marker.getLatLng(), { pane: "dots", interactive: false, radius: 4, className: "mm-dot" }).addTo(this.dots);
    },

    openPopup(marker, { keepFocus }) {
      const map = this._map;
      const size = map.getSize();
      this.popup?.remove();
      const popup = L.popup({
        offset: marker.offset.add([0, -10]),
        maxWidth: Math.min(340, size.x - 60),
        minWidth: Math.min(260, size.x - 60),
        maxHeight: size.y - 70,
        autoPanPaddingTopLeft: size.x > 600 ? [64, 6] : [6, 6],
        autoPanPaddingBottomRight: [6, 6],
        closeButton: true,
        closeOnClick: true,
        autoPan: true,
      });
      popup.setLatLng(marker.getLatLng()).setContent(window.Madoguchi.buildPopup(marker.card, this.data.texts));
      popup.on("remove", () => this.leavePopup(marker, popup));
      this.popup = popup;
      popup.marker = marker;
      popup.openOn(map);
      this.enterPopup(marker, popup, keepFocus);
    },

    enterPopup(marker, popup, keepFocus) {
      const dialog = popup.getElement();
      this._map.getContainer().classList.add("mm-reading");
      dialog.setAttribute("role", "dialog");
      dialog.setAttribute("aria-labelledby", "mm-popup-name");
      dialog.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", this.data.texts.close);
      const scroller = dialog.querySelector(".leaflet-popup-scrolled");
      if (scroller) scroller.tabIndex = 0;
      marker.getElement()?.setAttribute("aria-expanded", "true");
      marker.getElement()?.classList.add("mm-open");
      if (!keepFocus) dialog.querySelector("#mm-popup-name").focus({ preventScroll: true });
    },

    leavePopup(marker, popup) {
      if (this.popup === popup) this.popup = null;
      if (!this.popup) this._map?.getContainer().classList.remove("mm-reading");
      const icon = marker.getElement();
      if (!icon) return;
      icon.removeAttribute("aria-expanded");
      icon.classList.remove("mm-open");
      // Leaflet drops the focus with the popup; give it back, unless the reader is elsewhere by now.
      if (this.active && document.hasFocus() && document.activeElement === document.body) icon.focus({ preventScroll: true });
    },
  });

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { CityLayer });
})();
