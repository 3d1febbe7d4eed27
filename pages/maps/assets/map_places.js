// The places that were asked for and are not in the table: a dot with its name each, and no marker, since nothing opens.
(() => {
  "use strict";
  const DOT = 7; // px, the radius of the dot; its name stands right beside it
  const SIDES = { bottom: [0, DOT], top: [0, -DOT], right: [DOT, 0], left: [-DOT, 0] };

  // places: [{lat, lng: degrees WGS84, name, lang}]; one without a name is a prefecture's middle and has no dot.
  function drawPlaces(map, places) {
    return L.layerGroup(places.filter(({ name }) => name).map(({ lat, lng, name, lang }) => {
      const said = document.createElement("span");
      window.Madoguchi.setText(said, name);
      if (lang) said.lang = lang;
      const dot = L.circleMarker([lat, lng], { pane: "you", interactive: false, radius: DOT, className: "mm-place" });
      return dot.bindTooltip(said, { permanent: true, direction: "bottom", offset: [0, DOT], className: "mm-place-name" });
    })).addTo(map);
  }

  const overlaps = (one, other) => (
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  );

  // Puts each name at the first side of its dot where it covers no city's label.
  function placeNames(drawn, markers) {
    const labels = markers.map((marker) => marker.getElement()?.firstChild.getBoundingClientRect()).filter(Boolean);
    drawn.eachLayer((dot) => {
      const tooltip = dot.getTooltip();
      const place = (side) => {
        Object.assign(tooltip.options, { direction: side, offset: SIDES[side] });
        tooltip.update();
        const box = tooltip.getElement().getBoundingClientRect();
        return !labels.some((label) => overlaps(box, label));
      };
      if (!Object.keys(SIDES).some(place)) place("bottom");
    });
  }

  // All of them with their prefectures and the cities beside them.
  function frameAsked(map, places, markers) {
    const cities = markers.map((marker) => marker.getLatLng());
    return window.Madoguchi.frameAll(map, [...places, ...cities, ...(window.Madoguchi.frameChosen(map, places) ?? [])]);
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { drawPlaces, frameAsked, placeNames });
})();
