// Where classes are held: a diamond each, from a city's view on. Those that a finger could not tell apart are one, whose
// popup lists them all. A script of its own, brought by the layer where there are any.
(() => {
  "use strict";
  const NEAR = 9; // the zoom from which they are shown
  const FINE = 10; // the zoom from which a prefecture's outline is too coarse to be shown among them
  const CLOSE = 13; // the closest that the button goes
  const AROUND = 20_000; // m round the nearest of them that the button shows; at NEAR so much fits a phone
  const [EDGE, LOWER] = [60, 110]; // px between those and the map's edge; at the lower one there are legend and credits
  const FINGER = 44; // px, the side of a target
  const BEYOND = 0.2; // of the view's size: so far outside of it they are drawn already
  const HEIGHT = 595; // among Leaflet's panes: below the cities' markers, which have 600
  const { dropReadings: plain, setText } = window.Madoguchi;

  function make(tag, className, text, lang) {
    const element = document.createElement(tag);
    element.className = className;
    setText(element, text);
    if (lang) element.lang = lang;
    return element;
  }

  class Venues {
    // venues: {texts, places: [{lat, lng, name, classes: [{name, name_lang, lines, slug, city, url}]}]}
    constructor(layer, { texts, places }) {
      Object.assign(this, { layer, map: layer._map, texts, places, drawn: new Map() });
      this.numbers = new Map(places.map((place, number) => [place, number]));
      this.pins = L.layerGroup().addTo(this.map);
      if (!this.map.getPane("venues")) this.map.createPane("venues").style.zIndex = HEIGHT;
      this.legend = this.addLegend();
      this.map.on("moveend", this.draw, this);
      this.draw();
    }

    remove() {
      this.map.off("moveend", this.draw, this);
      this.pins.remove();
      this.legend.remove();
      this.map.getPane("chosen").style.visibility = "";
    }

    // The places by the markers that stand for them at this zoom; none from too far away. The same wherever the map is moved.
    group() {
      const zoom = this.map.getZoom();
      if (this.grouped?.zoom === zoom) return this.grouped.groups;
      const groups = [];
      for (const place of zoom < NEAR ? [] : this.places) {
        const point = this.map.project(place);
        const near = groups.find(({ at }) => Math.abs(at.x - point.x) < FINGER && Math.abs(at.y - point.y) < FINGER);
        if (near) near.places.push(place);
        else groups.push({ at: point, places: [place] });
      }
      this.grouped = { zoom, groups };
      return groups;
    }

    // Their boxes in the view, which cities' names keep clear of.
    listBoxes() {
      const view = this.map.getPixelBounds();
      return this.group().filter(({ at }) => view.contains(at)).map(({ at }) => at.subtract(view.min)).map(({ x, y }) => (
        { left: x - FINGER / 2, right: x + FINGER / 2, top: y - FINGER / 2, bottom: y + FINGER / 2 }
      ));
    }

    draw() {
      this.map.getPane("chosen").style.visibility = this.map.getZoom() > FINE ? "hidden" : "";
      const view = this.map.getBounds().pad(BEYOND);
      const groups = this.group().map(({ places }) => places).filter(([first]) => view.contains(first));
      const wanted = new Map(groups.map((places) => [places.map((place) => this.numbers.get(place)).join(), places]));
      for (const [key, marker] of this.drawn) {
        if (wanted.has(key)) continue;
        marker.remove();
        this.drawn.delete(key);
      }
      for (const [key, places] of wanted) if (!this.drawn.has(key)) this.drawn.set(key, this.pin(places));
      this.keepPopup();
    }

    pin(places) {
      const icon = L.divIcon({ className: "mm-venue", html: places.length > 1 ? String(places.length) : "", iconSize: [FINGER, FINGER] });
      const marker = L.marker(places[0], { pane: "venues", icon, autoPanOnFocus: false });
      Object.assign(marker, { places, offset: L.point(0, 0), build: () => this.buildPopup(places) });
      marker.on("dblclick", () => {}); // heard here, two quick taps do not reach the map, which would zoom
      marker.on("click", () => this.layer.openPopup(marker, { keepFocus: false })).addTo(this.pins);
      const element = marker.getElement();
      element.classList.remove("leaflet-marker-icon"); // a place of a class is no city
      element.setAttribute("role", "button");
      element.setAttribute("aria-haspopup", "dialog");
      element.title = plain(this.texts.one).replace("{place}", () => places.map(({ name }) => name).join(", "));
      element.setAttribute("aria-label", element.title);
      element.addEventListener("focus", () => element.matches(":focus-visible") && this.layer.showFocused(marker));
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        marker.fire("click", { latlng: marker.getLatLng() }, true);
      });
      return marker;
    }

    // After a zoom another marker may stand for the place whose popup is open, and gets the focus back.
    keepPopup() {
      const { popup } = this.layer;
      if (popup?.marker.places) {
        const [first] = popup.marker.places;
        popup.marker = [...this.drawn.values()].find(({ places }) => places.includes(first)) ?? popup.marker;
        popup.marker.getElement()?.classList.add("mm-open");
      }
      if (popup) this.layer.coverMarkers();
    }

    buildPopup(places) {
      const popup = make("div", "mm-popup mm-venues", "");
      const [{ name }] = places;
      const heading = places.length > 1 ? make("h2", "mm-card-name", this.texts.all) : make("h2", "mm-card-name", name, "ja");
      Object.assign(heading, { id: "mm-popup-name", tabIndex: -1 });
      popup.append(heading);
      for (const place of places) {
        if (places.length > 1) popup.append(make("h3", "mm-section-name", place.name, "ja"));
        const list = make("ul", "mm-items", "");
        list.append(...place.classes.map((one) => this.makeClass(one)));
        popup.append(list);
      }
      const cities = new Map(places.flatMap(({ classes }) => classes).filter(({ slug }) => slug).map((one) => [one.slug, one]));
      popup.append(...[...cities.values()].map((one) => this.makeWay(one)));
      return popup;
    }

    makeClass({ name, name_lang: lang, lines }) {
      const item = make("li", "mm-item", "");
      item.append(make("strong", "mm-text", name, lang), ...(lines ?? []).map((line) => make("span", "mm-detail", line)));
      return item;
    }

    // To a city's card: where it has a page of its own a link, else the app opens it as from its list.
    makeWay({ slug, city, url }) {
      const way = make(url ? "a" : "button", url ? "mm-link" : "mm-copy", this.texts.card.replace("{city}", () => city));
      if (url) return Object.assign(way, { href: url, target: "_parent" });
      way.type = "button";
      way.addEventListener("click", () => {
        const here = new URL(window.parent.location.href);
        here.searchParams.set("city", slug);
        window.parent.madoguchiPage.follow(here);
      });
      return way;
    }

    // What the form means, always in view; pressed it shows the places round the popup's city or the map's middle.
    addLegend() {
      const legend = L.control({ position: "bottomleft" });
      legend.onAdd = () => {
        const button = make("button", "mm-legend", "");
        button.append(make("span", "", this.texts.all));
        button.type = "button";
        L.DomEvent.disableClickPropagation(button);
        button.addEventListener("click", () => this.show());
        return button;
      };
      return legend.addTo(this.map);
    }

    // A city's card stays open beside the map; its popup would lie over what is to be seen.
    show() {
      const from = this.layer.popup?.marker.getLatLng() ?? this.map.getCenter();
      const nearest = this.places.reduce((best, place) => (from.distanceTo(place) < from.distanceTo(best) ? place : best));
      const around = this.places.filter((place) => L.latLng(nearest).distanceTo(place) <= AROUND);
      this.map.madoguchi.view.noteMove();
      if (this.layer.popup) this.layer.popup.isQuiet = true;
      this.map.closePopup();
      const bounds = L.latLngBounds(around);
      this.map.fitBounds(bounds, { paddingTopLeft: [EDGE, EDGE], paddingBottomRight: [EDGE, LOWER], maxZoom: CLOSE });
    }
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { Venues });
})();
