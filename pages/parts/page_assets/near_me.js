// The button "Near me": asks the device for its position at the press, and only then; ranks the listed city halls here,
// so that the position is sent nowhere. One listener for the first view and for whatever the app draws later.
(() => {
  if (window.madoguchiNearMe) return;
  window.madoguchiNearMe = true;
  const SHOWN = 3; // city halls
  const PATIENCE = 10_000; // ms for the device to find itself
  const FRESH = 300_000; // ms that an earlier position is good for
  const RADIUS = 6371.009; // km, the earth's mean; a sphere is right to half a per cent, hence "about"
  const radians = (degrees) => (degrees * Math.PI) / 180;

  function measureKm(north, east, toNorth, toEast) {
    const up = Math.sin(radians(toNorth - north) / 2) ** 2;
    const along = Math.sin(radians(toEast - east) / 2) ** 2;
    return 2 * RADIUS * Math.asin(Math.sqrt(up + Math.cos(radians(north)) * Math.cos(radians(toNorth)) * along));
  }

  function rankHalls(box, { latitude, longitude }) {
    return JSON.parse(box.dataset.halls)
      .map(([slug, name, north, east]) => ({ slug, name, km: measureKm(latitude, longitude, north, east) }))
      .sort((a, b) => a.km - b.km)
      .slice(0, SHOWN);
  }

  function makeLink(hall, text, pattern) {
    const address = new URLSearchParams({ city: hall.slug });
    const language = new URLSearchParams(location.search).get("lang");
    if (language) address.set("lang", language);
    const link = document.createElement("a");
    link.className = "mm-offer";
    link.href = pattern ? pattern.replace("{slug}", () => encodeURIComponent(hall.slug)) : `?${address}`;
    link.dataset.go = "";
    link.textContent = text.replace("{city}", () => hall.name).replace("{km}", String(Math.round(hall.km)));
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  function say(box, text, items) {
    const list = box.querySelector("[data-near-list]");
    box.querySelector("[data-near-said]").textContent = text;
    list.replaceChildren(...items);
    list.hidden = !items.length;
  }

  function answer(box) {
    const refuse = () => say(box, box.dataset.refused, []);
    say(box, box.dataset.asking, []);
    try {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => say(box, box.dataset.found, rankHalls(box, coords).map((hall) => makeLink(hall, box.dataset.item, box.dataset.cityUrl))),
        refuse,
        { timeout: PATIENCE, maximumAge: FRESH },
      );
    } catch { // absent, or forbidden to this page
      refuse();
    }
  }

  document.addEventListener("click", (event) => {
    const box = event.target.closest?.("[data-near-me]")?.closest("[data-near]");
    if (box) answer(box);
  });
})();
