// The cities on the map: one marker each, spread so that every one can be hit, and a popup built from data.
(() => {
  "use strict";
  const DETAILED = 10; // the zoom at which a city opened by its address is shown among very many
  const CROWD = 300; // cities above which they are gathered in discs
  const FEW = 8; // cities whose view may depend on the land, which is waited for
  const CITY = 12; // the closest zoom at which one city is shown with its classes
  const DOT = 4; // px, the radius of the dot where a city's hall is
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
    setBox({ look, w: width, h: height, offset, tuck = 0 }) {
      Object.assign(this, { offset, tuck });
      this._icon.style.setProperty("--tuck", `${tuck}px`);
      Object.assign(this._icon.style, {
        width: `${width}px`, height: `${height}px`, marginLeft: `${-width / 2}px`, marginTop: `${-height / 2}px`,
      });
      this._icon.dataset.look = look;
      this.update();
    },
  });

  const CityLayer = L.FeatureGroup.extend({
    includes: window.Madoguchi.OpensPopups,

    // features: [{slug, lat, lng, name …}]; settings: {texts, outlines: {neighbours, prefectures}: URLs, regions: that may be
    // drawn as insets, places: asked for and not listed, venues: where classes are held, with their script, if there are any,
    // open: slug or null, order: how many times the page has said what to open}
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
      this.insets = new window.Madoguchi.Insets(map);
      this.asked = window.Madoguchi.drawPlaces(map, this.data.places ?? []);
      for (const feature of this.data.features) this.addCity(feature);
      this.crowded = this.markers.size > CROWD;
      if (!this.crowded) for (const marker of this.markers.values()) this.addLayer(marker);
      L.FeatureGroup.prototype.onAdd.call(this, map);
      this.active = true;
      this.bringVenues();
      whenReady(map, () => this.active && this.settle(map), () => !this.awaited && (this.markers.size > FEW || map.madoguchi.landed));
      return this;
    },

    // When the land has come.
    showLand() {
      if (!this.active) return;
      this.insets.draw();
      window.Madoguchi.markChosen(this._map, this.listPlaces());
    },

    // Where what is looked for lies: the places that were asked for, else the cities.
    listPlaces() {
      const asked = (this.data.places ?? []).map(({ lat, lng }) => L.latLng(lat, lng));
      return asked.length ? asked : [...this.markers.values()].map((marker) => marker.getLatLng());
    },

    onRemove(map) {
      this.active = false;
      map.off("resize", this.fitAgain, this);
      map.off("zoomend", this.spread, this);
      map.off("moveend", this.coverMarkers, this);
      this.popup?.remove();
      this.leaders.remove();
      this.dots.remove();
      this.insets.remove();
      this.asked.remove();
      this.crowd?.remove();
      this.venues?.remove();
      return L.FeatureGroup.prototype.onRemove.call(this, map);
    },

    settle(map) {
      map.invalidateSize({ pan: false });
      const open = this.markers.get(this.data.open);
      if (this.data.venues && window.Madoguchi.Venues) this.venues = new window.Madoguchi.Venues(this, this.data.venues);
      if (this.crowded) this.settleCrowd(map, open);
      else this.settleSpread(map, open);
      if (open) this.openPopup(open, { keepFocus: true });
      map.getContainer().dataset.ready = "true";
      window.parent.dispatchEvent(new Event("madoguchi-map-ready")); // the first view may go
    },

    // Where classes are held comes with a script of its own, since most maps have none; without it there are the cities.
    bringVenues() {
      if (!this.data.venues || window.Madoguchi.Venues) return;
      this.awaited = true;
      const onload = () => { this.awaited = false; };
      document.head.append(Object.assign(document.createElement("script"), { src: this.data.venues.script, onload, onerror: onload }));
    },

    settleSpread(map, open) {
      window.Madoguchi.markChosen(map, this.listPlaces());
      // All are dressed before the first is measured: each measure between two changes would lay out the page anew.
      for (const marker of this.markers.values()) marker.showName();
      for (const marker of this.markers.values()) marker.measureName();
      this.fit(map, open);
      map.on("resize", this.fitAgain, this);
      map.on("zoomend", this.spread, this);
      map.on("moveend", this.coverMarkers, this);
      this.spread();
    },

    settleCrowd(map, open) {
      this.fit(map, open);
      map.on("resize", this.fitAgain, this);
      if (open) this.approach(map, open);
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
        autoPanOnFocus: false, // a press focuses it as well, and would miss it
      });
      marker.feature = { type: "Feature", properties: { slug: feature.slug } };
      marker.card = feature;
      marker.on("add", () => this.nameMarker(marker, feature));
      marker.on("dblclick", () => {}); // heard here, two quick taps do not reach the map, which would zoom
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
      icon.addEventListener("focus", () => icon.matches(":focus-visible") && this.showFocused(marker));
      icon.addEventListener("blur", () => this.popup && this.coverMarkers()); // it may hide now
      icon.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        marker.fire("click", { latlng: marker.getLatLng() }, true);
      });
    },

    // What the keyboard has come to is not left outside the frame, nor below the credits.
    showFocused(marker) {
      const map = this._map;
      const icon = marker.getElement();
      const middle = map.layerPointToLatLng(map.latLngToLayerPoint(marker.getLatLng()).add(marker.offset));
      const half = L.point(icon.offsetWidth, icon.offsetHeight).divideBy(2);
      const lower = half.add([0, map.attributionControl.getContainer().offsetHeight]);
      map.madoguchi.view.act(() => map.panInside(middle, { paddingTopLeft: half, paddingBottomRight: lower }));
    },

    // Tells the page that no popup is open any more; st_folium passes on what a click says. `order` is the last that this
    // layer knows of: the page may have opened another city since.
    reportClosing() {
      const properties = { slug: null, order: this.data.order, click: ++this._map.madoguchi.clicks };
      this.fire("click", { layer: { toGeoJSON: () => ({ type: "Feature", properties }) } });
    },

    // Shows all cities of the layer; again only when they are others or none is open any more, so that opening one leaves
    // the map where it is.
    fit(map, open) {
      const slugs = [...this.markers.keys(), ...(this.data.places ?? []).map(({ lat, lng }) => `${lat},${lng}`)].join(" ");
      const { view } = map.madoguchi;
      if (!slugs) return;
      if (map.madoguchi.fitted !== slugs) {
        map.madoguchi.fitted = slugs;
        view.places = null;
        view.fit();
      } else if (!open) view.comeBack();
    },

    approach(map, marker) {
      const { view } = map.madoguchi;
      view.leave();
      view.act(() => map.setView(marker.getLatLng(), DETAILED, { animate: false }));
    },

    fitAgain() {
      const { view } = this._map.madoguchi;
      if (!this.markers.size || (this.crowded && this.popup)) return;
      view.fitAgain();
      if (this.crowded) return;
      this.spread();
      if (!view.moved) this.placePopup({ pan: true });
    },

    findView() {
      const markers = [...this.markers.values()];
      if (this.data.places?.length) return window.Madoguchi.frameAsked(this._map, this.listPlaces(), markers);
      const held = markers.length === 1 ? this.listVenues(markers[0]) : [];
      if (held.length) return window.Madoguchi.frameAll(this._map, [markers[0].getLatLng(), ...held], CITY);
      return this.crowded
        ? window.Madoguchi.frameAll(this._map, markers.map((marker) => marker.getLatLng()))
        : window.Madoguchi.findView(this._map, markers);
    },

    // Where a city's classes are held.
    listVenues({ card }) {
      return (this.data.venues?.places ?? []).filter(({ classes }) => classes.some(({ slug }) => slug === card.slug));
    },

    spread() {
      const markers = [...this.markers.values()];
      const { boxes, insets } = window.Madoguchi.spreadMarkers(this._map, markers);
      this.leaders.clearLayers();
      this.dots.clearLayers();
      this.insets.show(insets);
      markers.forEach((marker, index) => {
        marker.setBox(boxes[index]);
        this.drawLeader(this._map, marker, boxes[index].from);
      });
      window.Madoguchi.placeNames(this.asked, markers);
      this.placePopup({ pan: false });
    },

    // From the city's place, or from the point that it has in an inset.
    drawLeader(map, marker, inset) {
      const end = map.layerPointToLatLng(map.latLngToLayerPoint(marker.getLatLng()).add(marker.offset).add([0, marker.tuck]));
      const start = inset ? map.containerPointToLatLng(inset) : marker.getLatLng();
      marker.start = start;
      L.polyline([start, end], { pane: "leaders", interactive: false, className: "mm-leader" }).addTo(this.leaders);
      const draw = (place, className) => L.circleMarker(place, { pane: "dots", interactive: false, radius: DOT, className }).addTo(this.dots);
      draw(marker.getLatLng(), "mm-dot");
      if (inset) draw(start, "mm-inset-dot");
    },
  });

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { CityLayer });
})();
