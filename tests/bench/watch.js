// Notes when what is waited for is on the screen, in ms since the navigation began. While a page loads it looks at most
// every 20 ms, so that looking costs little; for the answer to a change it looks at each drawn frame. In the top window
// only: frames of the same origin are read from there.
(settings) => {
  if (window !== window.top) return;
  const noted = { useful: null, cities: null, answered: null };
  let armed = null; // {cities, key, since}
  let looked = 0;

  const isShown = (element) =>
    element && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  function listDocuments(view, found = []) {
    found.push(view.document);
    for (let i = 0; i < view.frames.length; i += 1) {
      try {
        if (isShown(view.frames[i].frameElement)) listDocuments(view.frames[i], found);
      } catch { /* a frame of another origin */ }
    }
    return found;
  }

  // A marker is a city; a disc is as many as its number says.
  function countCities() {
    let count = 0;
    for (const page of listDocuments(window)) {
      if (settings.ready && page !== document && !page.querySelector(settings.ready)) continue;
      for (const disc of page.querySelectorAll(".marker-cluster, .mm-cluster")) count += Number(disc.textContent);
      for (const icon of page.querySelectorAll(".leaflet-marker-icon:not(.marker-cluster, .mm-cluster)")) {
        if (icon.getClientRects().length) count += 1;
      }
    }
    return count;
  }

  function showsWords() {
    const missing = new Set(settings.words);
    for (const page of listDocuments(window)) {
      const texts = page.createTreeWalker(page.body ?? page, NodeFilter.SHOW_TEXT);
      while (missing.size && texts.nextNode()) {
        for (const word of missing) {
          const { data, parentElement } = texts.currentNode;
          if (data.includes(word) && isShown(parentElement)) missing.delete(word);
        }
      }
    }
    return missing.size === 0;
  }

  function look(now) {
    requestAnimationFrame(look);
    if (now - looked < 20 && !armed) return;
    looked = now;
    const waiting = noted.useful === null || (settings.cities && noted.cities === null) || armed;
    if (!waiting) return;
    const cities = settings.cities ? countCities() : 0;
    if (noted.useful === null && (settings.words.length ? showsWords() : cities)) noted.useful = performance.now();
    if (noted.cities === null && settings.cities && cities === settings.cities) noted.cities = performance.now();
    if (armed && armed.since !== null && cities === armed.cities) {
      noted.answered = performance.now() - armed.since;
      armed = null;
    }
  }

  addEventListener("keydown", (event) => {
    if (armed && armed.since === null && event.key === armed.key) armed.since = performance.now();
  }, true);
  requestAnimationFrame(look);
  window.bench = {
    noted,
    countCities,
    // Notes when the map has that many cities, counted from the key, or without one from the page's beginning.
    arm(cities, key) {
      noted.answered = null;
      armed = { cities, key, since: key ? null : 0 };
    },
    getFirstPaint: () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
  };
}
