// Where the visitor is: a dot with a name and the circle of its accuracy. The page around the frame asks for it, and
// nothing of it leaves the frame.
(() => {
  "use strict";
  const DOT = 8; // px, the radius of the dot; its name stands right below
  let drawn = null;

  // position: {lat, lng: degrees WGS84, accuracy_m, name: the dot's, slugs: of the cities to show with it}; null takes the
  // dot away. Returns whether it is shown: not outside Japan, and not before the map is there.
  function showPosition(position) {
    const { map } = window.Madoguchi;
    drawn?.remove();
    drawn = null;
    if (!position || !map?.getContainer().dataset.ready) return false;
    const place = L.latLng(position.lat, position.lng);
    if (!map.madoguchi.view.contains(place)) return false;
    drawn = draw(map, place, position);
    const { markers } = map.madoguchi.layer;
    const cities = (position.slugs ?? []).map((slug) => markers.get(slug)?.getLatLng()).filter(Boolean);
    map.madoguchi.view.showPlaces([place, ...cities]);
    return true;
  }

  function draw(map, place, { accuracy_m: accuracy, name }) {
    const said = document.createElement("span");
    said.textContent = window.Madoguchi.dropReadings(name ?? "");
    const parts = accuracy > 0 ? [L.circle(place, { pane: "you", interactive: false, radius: accuracy, className: "mm-accuracy" })] : [];
    const dot = L.circleMarker(place, { pane: "you", interactive: false, radius: DOT, className: "mm-you" });
    if (said.textContent) dot.bindTooltip(said, { permanent: true, direction: "bottom", offset: [0, DOT], className: "mm-you-name" });
    return L.layerGroup([...parts, dot]).addTo(map);
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { showPosition });
})();
