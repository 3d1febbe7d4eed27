// The insets as they are drawn: a frame in the sea with the land enlarged, and where on the map that is.
(() => {
  "use strict";
  class Insets {
    constructor(map) {
      Object.assign(this, { map, insets: [], layers: L.layerGroup().addTo(map) });
    }

    remove() {
      this.layers.remove();
    }

    // Their px are of the view as it is now, which may be moved before the land comes.
    show(insets) {
      Object.assign(this, { insets, origin: this.map.getPixelBounds().min });
      this.draw();
    }

    // Again when the land has come.
    draw() {
      this.layers.clearLayers();
      this.insets.forEach((inset) => this.drawInset(inset, (point) => this.map.unproject(this.origin.add(point))));
    }

    drawInset(inset, locate) {
      const add = (layer, points, className) => layer(points, {
        pane: "insets", interactive: false, className, smoothFactor: 0, noClip: true,
      }).addTo(this.layers);
      const { frame, around } = inset;
      add(L.polyline, tie(around, frame).map(locate), "mm-inset-tie");
      add(L.polygon, listCorners(around).map(locate), "mm-inset-source");
      add(L.polygon, listCorners(frame).map(locate), "mm-inset");
      const land = this.listRings().map((ring) => this.enlarge(ring, inset)).filter((ring) => ring.length > 2);
      add(L.polygon, land.map((ring) => [ring.map(locate)]), "mm-inset-land");
      add(L.polygon, listCorners(frame).map(locate), "mm-inset-edge");
    }

    listRings() {
      return (this.map.madoguchi.land["mm-prefecture"]?.getLayers() ?? []).flatMap((area) => window.Madoguchi.splitRings(area.getLatLngs()));
    }

    // What of a ring lies in the inset's frame, enlarged, in px.
    enlarge(ring, { frame, magnify, shrink }) {
      const bounds = L.bounds(L.point(frame.left, frame.top), L.point(frame.right, frame.bottom));
      const corners = [bounds.min, bounds.max].map((corner) => this.map.unproject(this.origin.add(L.point(shrink(corner)))));
      if (!L.latLngBounds(corners).intersects(L.latLngBounds(ring))) return [];
      // Leaflet's own points are whole px, which are coarse once enlarged.
      return L.PolyUtil.clipPolygon(ring.map((place) => L.point(magnify(this.map.project(place).subtract(this.origin)))), bounds);
    }
  }

  function listCorners({ left, right, top, bottom }) {
    return [L.point(left, top), L.point(right, top), L.point(right, bottom), L.point(left, bottom)];
  }

  // The shortest line from one rectangle to another.
  function tie(one, other) {
    const middle = L.point((one.left + one.right) / 2, (one.top + one.bottom) / 2);
    const clamp = (point, box) => L.point(Math.max(box.left, Math.min(box.right, point.x)), Math.max(box.top, Math.min(box.bottom, point.y)));
    const end = clamp(middle, other);
    return [clamp(end, one), end];
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { Insets });
})();
