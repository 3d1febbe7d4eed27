// The cities on the map: one marker each, spread so that every one can be hit, and a popup built from data.
(() => {
  "use strict";
  const DETAILED = 10; // the zoom at which a city opened by its address is shown among very many
  const CROWD = 300; // cities above which they are gathered in discs
  const BELOW = 56; // px below a popup, for its marker and for the map's credits
  const { dropReadings: plain, prepareMap, nameMap, whenReady } = window.Madoguchi;

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

  const CityLayer = L.FeatureGroup.extend({
    // features: [{slug, lat, lng, name …}]; settings: {texts, outlines: {neighbours, prefectures}: URLs, open: slug or null}
    initialize(features, settings) {
      L.FeatureGroup.prototype.initialize.call(this, []);
      this.data = { features, ...settings };
      this.markers = new Map();
    },

    onAdd(map) {
      prepareMap(map, this.data);
      nameMap(map, this.data.texts);
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
      map.off("resize", this.fitAgain, this);
      map.off("zoomend resize", this.spread, this);
      map.off("moveend", this.coverMarkers, this);
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
      window.parent.dispatchEvent(new Event("madoguchi-map-ready")); // the first view may go
    },

    settleSpread(map) {
      // All are dressed before the first is measured: each measure between two changes would lay out the page anew.
      for (const marker of this.markers.values()) marker.showName();
      for (const marker of this.markers.values()) marker.measureName();
      this.fit(map);
      map.on("resize", this.fitAgain, this); // before they are spread
      map.on("zoomend resize", this.spread, this);
      map.on("moveend", this.coverMarkers, this);
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
      name.textContent = feature.label;
      if (feature.name_lang) name.lang = feature.name_lang;
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
      const full = plain(feature.name);
      const city = full.includes(feature.label) ? full : `${feature.label} ${full}`;
      const text = plain(this.data.texts.marker);
      const name = text.replace("{city}", () => city).replace("{prefecture}", () => plain(feature.prefecture));
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
      const { view } = map.madoguchi;
      if (map.madoguchi.fitted === slugs || !slugs) return;
      map.madoguchi.fitted = slugs;
      view.places = null;
      view.fit();
    },

    fitAgain() {
      if (this.markers.size) this._map.madoguchi.view.fitAgain();
    },

    findView() {
      const markers = [...this.markers.values()];
      return this.crowded
        ? window.Madoguchi.frameAll(this._map, markers.map((marker) => marker.getLatLng()))
        : window.Madoguchi.findView(this._map, markers);
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
        maxHeight: size.y - 64 - BELOW,
        autoPanPaddingTopLeft: size.x > 600 ? [64, 6] : [6, 6],
        autoPanPaddingBottomRight: [6, BELOW],
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
      dialog.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", plain(this.data.texts.close));
      const scroller = dialog.querySelector(".leaflet-popup-scrolled");
      if (scroller) scroller.tabIndex = 0;
      marker.getElement()?.setAttribute("aria-expanded", "true");
      marker.getElement()?.classList.add("mm-open");
      this.coverMarkers();
      if (!keepFocus) dialog.querySelector("#mm-popup-name").focus({ preventScroll: true });
    },

    // While a popup stands, what sticks out from under it or from under a control could hardly be hit, and hides.
    coverMarkers() {
      const popup = this.popup?.getElement();
      const covers = popup ? [popup, ...document.querySelectorAll(".leaflet-control")].map((one) => one.getBoundingClientRect()) : [];
      for (const marker of this.markers.values()) {
        const box = marker.getElement()?.getBoundingClientRect();
        const covered = box && marker !== this.popup?.marker && covers.some((cover) => box.left < cover.right
          && cover.left < box.right && box.top < cover.bottom && cover.top < box.bottom);
        marker.getElement()?.classList.toggle("mm-covered", Boolean(covered));
      }
    },

    leavePopup(marker, popup) {
      if (this.popup === popup) this.popup = null;
      this.coverMarkers();
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
