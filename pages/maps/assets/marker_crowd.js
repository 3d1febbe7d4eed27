// A crowd of cities: neighbours become one disc with their number, single ones their pin; only what is in view is drawn.
(() => {
  "use strict";
  const CELL = 72; // px, the width of a disc's square
  const PIN = 44; // px
  const CLOSE = 10; // the zoom at which a disc opens at the latest
  const CLOSER = 3; // zoom steps that a press on a disc goes at most
  const EDGE = 40; // px between the cities of an opened disc and the map's edge
  const BEYOND = 0.1; // of the view's size: so far outside of it markers are drawn already
  const HEIGHT = 595; // among Leaflet's panes: below the markers, which have 600

  class Crowd {
    constructor(map, layer, texts) {
      Object.assign(this, { map, layer, texts, discs: L.layerGroup().addTo(map) });
      if (!map.getPane("discs")) map.createPane("discs").style.zIndex = HEIGHT;
      map.on("moveend resize", this.gather, this);
      this.gather();
    }

    remove() {
      this.map.off("moveend resize", this.gather, this);
      this.discs.remove();
    }

    listGroups() {
      const view = this.map.getBounds().pad(BEYOND);
      const cells = new Map();
      for (const marker of this.layer.markers.values()) {
        if (!view.contains(marker.getLatLng())) continue;
        const { x, y } = this.map.project(marker.getLatLng());
        const cell = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
        if (!cells.has(cell)) cells.set(cell, []);
        cells.get(cell).push(marker);
      }
      return [...cells.values()];
    }

    gather() {
      const groups = this.listGroups();
      const single = new Set(groups.filter((group) => group.length === 1).flat());
      if (this.layer.popup) single.add(this.layer.popup.marker);
      this.discs.clearLayers();
      for (const marker of this.layer.markers.values()) {
        const drawn = this.layer.hasLayer(marker);
        if (drawn && !single.has(marker)) this.layer.removeLayer(marker);
        if (!drawn && single.has(marker)) this.showPin(marker);
      }
      groups.filter((group) => group.length > 1).forEach((group) => this.drawDisc(group));
    }

    showPin(marker) {
      this.layer.addLayer(marker);
      marker.setBox({ look: "pin", w: PIN, h: PIN, offset: L.point(0, 0) });
    }

    drawDisc(group) {
      const bounds = L.latLngBounds(group.map((marker) => marker.getLatLng()));
      const number = document.createElement("span");
      number.textContent = group.length;
      const icon = L.divIcon({ className: "mm-cluster", html: number, iconSize: [PIN, PIN] });
      const disc = L.marker(bounds.getCenter(), { pane: "discs", icon });
      const open = () => this.map.fitBounds(bounds, { padding: [EDGE, EDGE], maxZoom: Math.max(this.map.getZoom() + CLOSER, CLOSE) });
      disc.on("click", open).addTo(this.discs);
      const element = disc.getElement();
      element.classList.remove("leaflet-marker-icon"); // a number is no city
      element.setAttribute("role", "button");
      element.setAttribute("aria-label", window.Madoguchi.dropReadings(this.texts.cluster).replace("{count}", () => group.length));
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        open();
      });
    }
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { Crowd });
})();
