// The prefectures of a few shown cities: marked, and shown as a whole with some of their neighbours.
(() => {
  "use strict";
  const FEW_CITIES = 8; // of more all of Japan is shown, or so
  const FEW_PREFECTURES = 3;
  const NEIGHBOURS = 0.5; // of the prefectures' size: so much around them is shown

  function splitRings(parts) {
    return Array.isArray(parts[0]) ? parts.flatMap(splitRings) : [parts];
  }

  // Whether a ray from the place to the east crosses the ring an odd number of times.
  function encloses(ring, { lat, lng }) {
    let inside = false;
    ring.forEach((one, index) => {
      const other = ring[(index + 1) % ring.length];
      const crosses = one.lat > lat !== other.lat > lat;
      if (crosses && lng < ((other.lng - one.lng) * (lat - one.lat)) / (other.lat - one.lat) + one.lng) inside = !inside;
    });
    return inside;
  }

  // The outlines that the places lie in, [{area, ring}]; none where the places are many or far apart, or the land is missing.
  function findChosen(map, places) {
    if (!places.length || places.length > FEW_CITIES) return [];
    const areas = (map.madoguchi.land["mm-prefecture"]?.getLayers() ?? []).map((area) => ({ area, rings: splitRings(area.getLatLngs()) }));
    const found = new Map();
    for (const { area, rings } of areas) {
      const ring = rings.find((one) => places.some((place) => encloses(one, place)));
      if (ring) found.set(area, ring);
    }
    return found.size > FEW_PREFECTURES ? [] : [...found].map(([area, ring]) => ({ area, ring }));
  }

  // Above the tiles, which hide the land.
  function markChosen(map, places) {
    map.madoguchi.chosen?.remove();
    const parts = findChosen(map, places).map(({ area }) => area.getLatLngs());
    map.madoguchi.chosen = L.layerGroup(parts.map((part) => (
      L.polygon(part, { pane: "chosen", interactive: false, className: "mm-chosen" })
    ))).addTo(map);
  }

  // All that is to be seen of the places: with their prefectures, if they are few.
  function frameChosen(map, places) {
    const chosen = findChosen(map, places);
    if (!chosen.length) return null;
    const bounds = L.latLngBounds(chosen.flatMap(({ ring }) => ring)).extend(L.latLngBounds(places)).pad(NEIGHBOURS / 2);
    return [bounds.getSouthWest(), bounds.getNorthEast()];
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { findChosen, frameChosen, markChosen, splitRings });
})();
