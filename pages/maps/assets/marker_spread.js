// Which view shows all the cities, and where each one's box goes in it. Plans before it draws: moving the map is dear.
(() => {
  "use strict";
  const MARGIN = 4; // px kept free at the map's edge
  const PADDING = L.point(28, 34); // px between the outermost cities and the edge
  const WIDER = [0, 0.25, 0.5, 0.75]; // zoom steps tried so that all names fit
  const FINE = 60; // cost a name, on average, of a view that need not be wider
  const DETAILED = 10; // the closest zoom that fitting goes to
  const KEPT = 50; // arrangements remembered
  // What a marker looks like, the first that fits all: with its name, a pin, a dot. Sizes and reach in px.
  const LOOKS = [
    { look: "named", height: 44, width: (name) => Math.max(44, name), reach: 200 },
    { look: "pin", height: 44, width: () => 44, reach: 130 },
    { look: "dot", height: 24, width: () => 24, reach: 60 },
  ];
  const known = new Map(); // outlives the layers, so that a choice made again costs nothing

  function arrange(look, items, area, obstacles) {
    const key = JSON.stringify([look.look, items, area, obstacles]);
    if (!known.has(key)) {
      if (known.size >= KEPT) known.delete(known.keys().next().value);
      known.set(key, window.Madoguchi.placeBoxes(items, area, obstacles, look.reach));
    }
    return known.get(key);
  }

  function sizeItems(markers, points, { width, height }) {
    return markers.map((marker, index) => ({ x: points[index].x, y: points[index].y, w: width(marker.width), h: height }));
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
  function frameAll(map, places) {
    const bounds = L.latLngBounds(places);
    const zoom = Math.min(DETAILED, map.getBoundsZoom(bounds, false, PADDING.multiplyBy(2)));
    const corners = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => map.project(corner, zoom));
    return { centre: map.unproject(corners[0].add(corners[1]).divideBy(2), zoom), zoom };
  }

  // Where names do not fit, a wider view has more sea to put them on.
  function findView(map, markers) {
    const places = markers.map((marker) => marker.getLatLng());
    const { centre, zoom } = frameAll(map, places);
    const [area, controls, half] = [getArea(map), listControls(map), map.getSize().divideBy(2)];
    let best = { zoom, total: Infinity };
    for (const step of WIDER) {
      const corner = map.project(centre, zoom - step).subtract(half).round();
      const points = places.map((place) => map.project(place, zoom - step).round().subtract(corner));
      const plan = arrange(LOOKS[0], sizeItems(markers, points, LOOKS[0]), area, controls);
      if (plan && plan.total < best.total) best = { zoom: zoom - step, total: plan.total };
      if (best.total < markers.length * FINE) break;
    }
    return { centre, zoom: best.zoom };
  }

  // The markers' boxes in the present view: [{look, w, h, offset in px from the place}], in the markers' order.
  function spreadMarkers(map, markers) {
    const points = markers.map((marker) => map.latLngToContainerPoint(marker.getLatLng()));
    const [area, controls] = [getArea(map), listControls(map)];
    for (const look of LOOKS) {
      const items = sizeItems(markers, points, look);
      const plan = arrange(look, items, area, controls)?.polish();
      if (!plan && look !== LOOKS.at(-1)) continue;
      const places = plan?.places ?? items;
      return items.map(({ x, y, w, h }, index) => (
        { look: look.look, w, h, offset: L.point(places[index].x - x, places[index].y - y).round() }
      ));
    }
    return [];
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { frameAll, findView, spreadMarkers });
})();
