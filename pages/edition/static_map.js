// The map of the static edition: what Folium and Streamlit do in the app, for the same layer of cities.
(() => {
  "use strict";
  const JAPAN = [36.5, 137.5]; // degrees WGS84, the centre until the cities are fitted
  const { features, texts, outlines, tiles } = JSON.parse(document.getElementById("map-data").textContent);
  const told = new URLSearchParams(location.hash.slice(1));
  const only = new Set(told.getAll("only"));
  const map = L.map("map_div", {
    center: JAPAN, zoom: 5, zoomControl: false, zoomSnap: 0.25, minZoom: 3, fadeAnimation: false,
  });
  const sources = tiles.map((source) => [source.name, L.tileLayer(source.url, {
    attribution: source.credit,
    minZoom: 3,
    minNativeZoom: source.min_zoom,
    maxZoom: source.max_zoom,
    referrerPolicy: "strict-origin-when-cross-origin", // OpenStreetMap refuses requests without a referrer
  })]);
  sources[0][1].addTo(map);
  L.control.layers(Object.fromEntries(sources), {}, { position: "topleft" }).addTo(map);
  const shown = only.size ? features.filter((feature) => only.has(feature.slug)) : features;
  map.addLayer(new window.Madoguchi.CityLayer(shown, { texts, outlines, open: told.get("open"), order: 0 }));
})();
