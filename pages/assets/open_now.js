// Hides what the page says of this moment, "Open now" and its like, once it is no longer true: a page stands open for
// hours, and one that comes from a cache may be older than it looks. The hours beside it stay.
(() => {
  if (window.madoguchiOpenNow) return;
  window.madoguchiOpenNow = true;
  const LOOK = 15_000; // ms between two looks

  function hidePast() {
    const now = Date.now();
    for (const line of document.querySelectorAll("[data-until]")) line.hidden = Date.parse(line.dataset.until) <= now;
  }

  setInterval(hidePast, LOOK);
  window.addEventListener("pageshow", hidePast);
  document.addEventListener("visibilitychange", hidePast); // a phone that slept
  hidePast();
})();
