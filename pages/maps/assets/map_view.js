// Which part of the world the map shows: all its cities until the visitor moves it, and the way back from a popup.
(() => {
  "use strict";
  const JAPAN = L.latLngBounds([24, 122.9], [45.8, 146]); // degrees WGS84; the map's middle stays within
  const WIDEST = 3; // the zoom at which the tiles begin
  const ROOM = 0.5; // zoom steps from a view of Japan to the widest

  class MapView {
    constructor(map) {
      Object.assign(this, { map, own: 0, moved: false, places: null, back: null });
      map.options.maxBoundsViscosity = 1;
      map.on("movestart zoomstart", this.noteMove, this);
      map.on("moveend", this.limit, this);
    }

    // Moves the map without taking it for the visitor's doing.
    act(move) {
      this.own += 1;
      try {
        move();
      } finally {
        this.own -= 1;
      }
    }

    noteMove() {
      if (this.own) return;
      this.moved = true;
      this.back = null;
    }

    // Shows all cities, or for as long as the visitor wants it the places that were asked for.
    fit({ animate = false } = {}) {
      Object.assign(this, { moved: false, back: null });
      this.limitZoom();
      const { map } = this;
      this.show(this.places ? window.Madoguchi.frameAll(map, this.places) : map.madoguchi.layer.findView(), animate);
    }

    // To the very px, which setView() is not, so that the map comes back to where it was. A zoom is not shown moving: it
    // would begin later, when nobody knows whose it is.
    show({ centre, zoom }, animate) {
      const { map } = this;
      const half = map.getSize().divideBy(2);
      const corner = map.project(centre, zoom).subtract(half).round();
      this.act(() => {
        if (zoom === map.getZoom()) map.panBy(corner.subtract(map.getPixelBounds().min), { animate });
        else map.setView(map.unproject(corner.add(half), zoom), zoom, { animate: false });
      });
    }

    // For another size of the frame.
    fitAgain() {
      const { map } = this;
      if (!map.getSize().x || !map.getSize().y) return; // hidden
      if (!this.moved) this.fit();
      else {
        this.limitZoom();
        if (map.getZoom() < map.getMinZoom()) map.setZoom(map.getMinZoom(), { animate: false });
      }
    }

    showAll() {
      this.places = null;
      this.fit({ animate: true });
    }

    showPlaces(places) {
      this.places = places;
      this.fit({ animate: true });
    }

    // A popup pushes the map away; when it is closed the map comes back, unless the visitor has moved it since.
    leave() {
      this.back ??= { centre: this.map.getCenter(), zoom: this.map.getZoom() };
    }

    comeBack() {
      const { back } = this;
      this.back = null;
      if (!back) this.limit();
      else if (this.moved) this.show(back, true);
      else this.fit({ animate: true });
    }

    limitZoom() {
      const { map } = this;
      map.options.minZoom = WIDEST;
      map.options.minZoom = Math.max(WIDEST, map.getBoundsZoom(JAPAN) - ROOM);
      map.fire("zoomlevelschange"); // for the buttons
    }

    // Keeps Japan on the map. A popup at the edge may need more room; whatever is shown by then is allowed.
    limit() {
      const { map } = this;
      const [zoom, half] = [map.getZoom(), map.getSize().divideBy(2)];
      const corner = (place, x, y) => map.unproject(map.project(place, zoom).add([x, y]), zoom);
      const bounds = L.latLngBounds(
        corner(JAPAN.getSouthWest(), -half.x, half.y),
        corner(JAPAN.getNorthEast(), half.x, -half.y),
      );
      const popup = map.madoguchi.layer?.popup;
      map.options.maxBounds = popup ? bounds.extend(map.getBounds()) : bounds;
      // At once: this may run amid a move that stopped another, and an animation would go on after it.
      if (!popup) this.act(() => map.panInsideBounds(bounds, { animate: false }));
    }

    contains(place) {
      return JAPAN.contains(place);
    }
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { MapView });
})();
