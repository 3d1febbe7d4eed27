// Which view shows all the cities, and where each one's box goes in it. Plans before it draws: moving the map is dear.
(() => {
  "use strict";
  const MARGIN = 4; // px kept free at the map's edge
  const PADDING = L.point(28, 34); // px between the outermost cities and the edge
  const WIDER = [0, 0.2, 0.4, 0.6]; // zoom steps tried so that all names fit
  const FINE = 45; // cost a name, on average, of a view that need not be wider
  const DETAILED = 10; // the closest zoom that fitting goes to
  const HOME = L.latLngBounds([30, 128.5], [45.9, 145.5]); // the main islands, as drawn_map.py has them
  const WIDE = 8; // degrees of longitude from which cities are all over them
  const [TOP, WEST] = [4, 60]; // px at most above them, and more of sea in the west than in the east
  const FINER = 100; // parts of a px
  const TILE = 256; // px that the world is wide at zoom 0
  const KEPT = 50; // arrangements remembered
  // What a marker looks like, the first that fits all: with its name, a pin, a dot. Sizes and reach in px.
  const LOOKS = [
    { look: "named", height: 44, seen: 22, width: (name) => Math.max(44, name), reach: 200 },
    { look: "pin", height: 44, seen: 44, width: () => 44, reach: 130 },
    { look: "dot", height: 24, seen: 24, width: () => 24, reach: 60 },
  ];
  const known = new Map(); // outlives the layers, so that a choice made again costs nothing

  // Where the names go of all cities, those in insets and the others: {total, insets, polish(), places}.
  class Arrangement {
    constructor(look, items, { area, controls, regions, scale }) {
      const place = (some, within, obstacles) => window.Madoguchi.placeBoxes(some, within, obstacles, look.reach);
      const found = look.look === "named" ? window.Madoguchi.findInsets(regions, items, scale, aboveCredits(area, controls)) : [];
      this.parts = found.map((inset) => {
        const enlarged = inset.members.map((index) => ({ ...items[index], ...inset.magnify(items[index]) }));
        return { inset, members: inset.members, items: enlarged, plan: place(enlarged, inset.frame, []) };
      }).filter(({ plan }) => plan);
      const named = new Set(this.parts.flatMap(({ members }) => members));
      const members = items.map((_, index) => index).filter((index) => !named.has(index));
      const others = members.map((index) => items[index]);
      this.parts.push({ members, items: others, plan: place(others, area, [...controls, ...this.insets.flatMap(({ frame, around }) => [frame, around])]) });
    }

    get insets() {
      return this.parts.map(({ inset }) => inset).filter(Boolean);
    }

    get fits() {
      return this.parts.every(({ plan }) => plan);
    }

    get total() {
      return this.parts.reduce((sum, { plan }) => sum + plan.polish().total, 0);
    }

    // The boxes' centres, how far what is seen is from them, and for a city in an inset the point that it has there.
    get places() {
      const places = [];
      this.parts.forEach(({ inset, members, items, plan }) => plan.polish().places.forEach((place, number) => {
        places[members[number]] = { ...place, from: inset ? { x: items[number].x, y: items[number].y } : null };
      }));
      return places;
    }
  }

  function aboveCredits(area, controls) {
    const low = controls.map(({ top }) => top).filter((top) => top > (area.top + area.bottom) / 2);
    return { ...area, bottom: Math.min(area.bottom, ...low) };
  }

  function arrange(look, items, room) {
    const key = JSON.stringify([look.look, items, room]);
    if (!known.has(key)) {
      if (known.size >= KEPT) known.delete(known.keys().next().value);
      const found = new Arrangement(look, items, room);
      known.set(key, found.fits ? found : null);
    }
    return known.get(key);
  }

  function sizeItems(markers, points, { width, height, seen }) {
    return markers.map((marker, index) => {
      const { lat, lng } = marker.getLatLng();
      return { x: points[index].x, y: points[index].y, w: width(marker.width), h: height, seen, lat, lng };
    });
  }

  // Finer than Leaflet's own whole px, which are coarse where they are enlarged; rounded, to be known again.
  function locate(map, place, zoom, corner) {
    const { x, y } = map.project(place, zoom).subtract(corner).multiplyBy(FINER).round().divideBy(FINER);
    return { x, y };
  }

  // What there is to place boxes in: the area, the controls in it, and the regions that may be drawn as insets.
  function findRoom(map, zoom) {
    const regions = map.madoguchi.layer.data.regions ?? [];
    return { area: getArea(map), controls: listControls(map), regions, scale: (TILE * 2 ** zoom) / 360 };
  }

  function getArea(map) {
    const { x, y } = map.getSize();
    return { left: MARGIN, top: MARGIN, right: x - MARGIN, bottom: y - MARGIN };
  }

  function listControls(map) {
    const frame = map.getContainer().getBoundingClientRect();
    return [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
      const box = control.getBoundingClientRect();
      return {
        left: box.left - frame.left, right: box.right - frame.left,
        top: box.top - frame.top, bottom: box.bottom - frame.top,
      };
    });
  }

  // The closest view with all the places in it: {centre, zoom}, zoom being fractional.
  function frameAll(map, places, closest = DETAILED) {
    const bounds = L.latLngBounds(places);
    const zoom = Math.min(closest, map.getBoundsZoom(bounds, false, PADDING.multiplyBy(2)));
    const corners = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => map.project(corner, zoom));
    return { centre: map.unproject(corners[0].add(corners[1]).divideBy(2), zoom), zoom };
  }

  // All of the main islands, where cities from one end to the other are shown: where the sea has room for insets.
  function frameHome(map) {
    const zoom = Math.min(DETAILED, map.getBoundsZoom(HOME));
    const [corner, other] = [HOME.getNorthWest(), HOME.getSouthEast()].map((place) => map.project(place, zoom));
    const spare = map.getSize().subtract(other.subtract(corner));
    const half = map.getSize().divideBy(2);
    return { centre: map.unproject(corner.subtract([spare.x / 2 + Math.min(spare.x / 2, WEST), Math.min(spare.y / 2, TOP)]).add(half), zoom), zoom };
  }

  function isAllOver(places) {
    const bounds = L.latLngBounds(places);
    return HOME.contains(bounds) && bounds.getEast() - bounds.getWest() > WIDE;
  }

  // Where names do not fit, a wider view has more sea to put them on.
  function findView(map, markers) {
    const places = markers.map((marker) => marker.getLatLng());
    const { centre, zoom } = isAllOver(places) ? frameHome(map) : frameAll(map, window.Madoguchi.frameChosen(map, places) ?? places);
    const half = map.getSize().divideBy(2);
    let best = { zoom, total: Infinity };
    for (const step of WIDER) {
      const corner = map.project(centre, zoom - step).subtract(half).round();
      const points = places.map((place) => locate(map, place, zoom - step, corner));
      const plan = arrange(LOOKS[0], sizeItems(markers, points, LOOKS[0]), findRoom(map, zoom - step));
      if (plan && plan.total < best.total) best = { zoom: zoom - step, total: plan.total };
      if (best.total < markers.length * FINE) break;
    }
    return { centre, zoom: best.zoom };
  }

  // The markers' boxes in the present view, {look, w, h, offset in px from the place, tuck, from}, in the markers' order; and
  // the insets that some of them are in.
  function spreadMarkers(map, markers) {
    const corner = map.getPixelBounds().min;
    const points = markers.map((marker) => locate(map, marker.getLatLng(), map.getZoom(), corner));
    const room = findRoom(map, map.getZoom());
    room.controls.push(...(map.madoguchi.layer.venues?.listBoxes() ?? []));
    for (const look of LOOKS) {
      const items = sizeItems(markers, points, look);
      const plan = arrange(look, items, room);
      if (!plan && look !== LOOKS.at(-1)) continue;
      const places = plan?.places ?? items.map(({ x, y }) => ({ x, y, tuck: 0, from: null }));
      const boxes = items.map(({ w, h }, index) => {
        const { x, y, tuck, from } = places[index];
        const stands = map.latLngToContainerPoint(markers[index].getLatLng()); // in whole px
        return { look: look.look, w, h, tuck, from, offset: L.point(x, y).subtract(stands).round() };
      });
      return { boxes, insets: plan?.insets ?? [] };
    }
    return { boxes: [], insets: [] };
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { frameAll, findView, spreadMarkers });
})();
