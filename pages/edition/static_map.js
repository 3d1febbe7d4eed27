// The map of the static edition: what Folium and Streamlit do in the app, for the same layer of cities.
(() => {
  "use strict";
  const { features, texts, outlines, regions, venues, options, tiles } = JSON.parse(document.getElementById("map-data").textContent);
  const told = new URLSearchParams(location.hash.slice(1));
  const only = new Set(told.getAll("only"));
  const map = L.map("map_div", {
    center: options.center,
    zoom: options.zoom,
    minZoom: options.min_zoom,
    zoomSnap: options.zoom_snap,
    zoomControl: options.zoom_control,
    fadeAnimation: options.fade_animation,
  });
  const sources = tiles.map((source) => [source.name, L.tileLayer(source.url, {
    attribution: source.credit,
    minZoom: options.min_zoom,
    minNativeZoom: source.min_zoom,
    maxZoom: source.max_zoom,
    referrerPolicy: source.referrer_policy,
  })]);
  sources[0][1].addTo(map);
  L.control.layers(Object.fromEntries(sources), {}, { position: "topleft" }).addTo(map);
  const all = window.Madoguchi.readRecords(features);
  const shown = only.size ? all.filter((feature) => only.has(feature.slug)) : all;
  const places = (venues?.places ?? []).filter((place) => !only.size || place.classes.some(({ slug }) => only.has(slug)));
  map.addLayer(new window.Madoguchi.CityLayer(shown, {
    texts, outlines, regions, open: told.get("open"), order: 0, venues: places.length ? { ...venues, places } : undefined,
  }));
})();
