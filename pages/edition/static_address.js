// A page of the static edition: leads who comes by an address that was meant for the app (?lang= ?city= ?prefecture= ?q=)
// to the file that has it, and who comes to the root to the reader's language. An old browser must be able to read this
// file: the JavaScript of 2015.
(() => {
  const LINK = "go-"; // with a language's code the id of the link to it
  const KEPT = "madoguchi-lang"; // by the browser: the language that the reader pressed last
  const page = document.getElementById("first-view");
  const here = document.currentScript.src; // beside it lie all that pages share, below the root
  const root = new URL("..", here).href;
  const kind = page.dataset.page;
  const hasRows = kind === "map" || kind === "cities";
  const { language, chosen } = JSON.parse(page.dataset.address);
  const tags = window.madoguchiTags; // the languages by tag in small letters
  const isFile = location.protocol === "file:"; // where a folder does not open its page
  const asked = new URLSearchParams(location.search);
  const ofClasses = ["day", "time", "for", "free", "online", "children", "childcare"]; // filters that a script answers
  const known = (names, word) => (Object.prototype.hasOwnProperty.call(names, word) ? names[word] : "");

  // The lookup of RFC 4647.
  function findLanguage(tag) {
    for (let parts = String(tag).trim().toLowerCase().split("-"); parts.length; parts.pop()) {
      if (known(tags, parts.join("-"))) return tags[parts.join("-")];
    }
    return "";
  }

  function recall() {
    try {
      return localStorage.getItem(KEPT) || "";
    } catch (error) {
      return "";
    }
  }

  function keep(code) {
    if (window.parent !== window) return; // in a frame of somebody else's page nothing is kept
    try {
      localStorage.setItem(KEPT, code);
    } catch (error) {
      // the next visit asks the browser's languages again
    }
  }

  function chooseLanguage() {
    const wishes = chosen ? asked.getAll("lang") : asked.getAll("lang").concat(recall(), navigator.languages || navigator.language);
    return wishes.map(findLanguage).find(Boolean) || language;
  }

  function listPrefectures() {
    const listed = Array.from(page.querySelectorAll("a[data-prefecture]"), (link) => link.dataset.prefecture);
    const wanted = asked.getAll("prefecture").map((name) => name.trim().toLowerCase());
    return listed.filter((slug) => wanted.indexOf(slug) >= 0);
  }

  // A prefecture without a city stands in the list.
  function findPrefecture(slug) {
    const link = page.querySelector(`a[data-prefecture="${slug}"]`);
    return link.hash ? `cities/${link.hash}` : `prefecture/${slug}/`;
  }

  // With the filters of classes behind it.
  function carry(path, taught) {
    return taught.length ? path.replace(/(?=#|$)/, () => `?${new URLSearchParams(taught)}`) : path;
  }

  function listFilters() {
    const kept = ofClasses.map((name) => asked.getAll(name).map((value) => [name, value]));
    return hasRows ? [].concat.apply([], kept) : [];
  }

  // The address that this one means; of one without anything for us, or nothing known, its own.
  function findTarget(city) {
    const wanted = chooseLanguage();
    const link = document.getElementById(LINK + wanted);
    if (city) return `${root}${wanted}/city/${city}/`;
    const prefectures = listPrefectures();
    const query = (asked.get("q") || "").trim();
    const taught = listFilters();
    // A page of all cities has what they filter, or leads to the one that has.
    const isHere = !taught.length || !page.querySelector(".st-prefectures") || Boolean(page.querySelector(".mm-courses"));
    if (hasRows && prefectures.length === 1 && !query) return `${root}${wanted}/${carry(findPrefecture(prefectures[0]), taught)}`;
    if (hasRows && (query || prefectures.length || !isHere)) {
      const kept = prefectures.map((slug) => ["prefecture", slug]).concat(query ? [["q", query]] : [], taught);
      return `${root}${wanted}/${kind === "cities" && !taught.length ? "cities/" : ""}?${new URLSearchParams(kept)}`;
    }
    return wanted === language || !link ? "" : carry(link.getAttribute("href"), taught);
  }

  const strip = (path) => path.replace(/index\.html$/, "");

  function lead(city) {
    const target = new URL(findTarget(city) || location.href, location.href);
    if (strip(target.pathname) === strip(location.pathname)) return;
    page.dataset.leaving = "";
    if (isFile && target.pathname.endsWith("/")) target.pathname += "index.html";
    target.hash = location.hash || target.hash;
    location.replace(target.href);
  }

  function leadToCity() {
    const script = document.createElement("script");
    script.src = new URL("places.js", here).href;
    script.onload = () => lead(known(window.madoguchiPlaces, asked.get("city").trim().toLowerCase()));
    script.onerror = () => lead("");
    document.head.appendChild(script);
  }

  function nameFiles() {
    for (const link of Array.from(page.querySelectorAll('a[href$="/"]'))) {
      if (!/^[a-z]+:/i.test(link.getAttribute("href"))) link.setAttribute("href", `${link.getAttribute("href")}index.html`);
    }
    for (const part of Array.from(page.querySelectorAll("[data-city-url]"))) {
      part.setAttribute("data-city-url", `${part.getAttribute("data-city-url")}index.html`);
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[hreflang]");
    if (link) keep(link.id.slice(LINK.length));
  });
  if (isFile) nameFiles();
  if (asked.get("city") && hasRows) leadToCity();
  else lead("");
})();
