// What the app's addresses mean to the worker: which page each asks for, in which language, what stands in for it where
// there is no copy of the very page. All of them lie in one folder, so that any copy can be shown at any of them.
globalThis.MadoguchiAddresses = (root, languages) => {
  const PAGES = ["", "cities", "about", "changes", "quality", "sheet"];
  // As pages/address/view.py has them; whatever else stands in an address asks for nothing.
  const ASKING = ["prefecture", "q", "speaks", "day", "time", "for", "free", "online", "children", "childcare", "city", "page", "missing"];

  const findLanguage = (code) => languages.find((known) => known.toLowerCase() === (code ?? "").trim().toLowerCase()) ?? "";

  // What an address asks for; null for one that is no page, or made for a frame on another site.
  function read(url) {
    const { href, searchParams } = new URL(url);
    const page = href.startsWith(root) ? href.slice(root.length).split(/[?#]/u)[0].replace(/\/$/u, "") : null;
    if (!PAGES.includes(page) || searchParams.getAll("embed").some((value) => value.trim().toLowerCase() === "true")) return null;
    const pairs = ASKING.flatMap((name) => searchParams.getAll(name).map((value) => [name, value.trim()]));
    const asked = new URLSearchParams(pairs.filter(([, value]) => value)).toString();
    return { page, language: findLanguage(searchParams.get("lang")), asked, own: true };
  }

  const write = ({ page, language, asked }) => `${root}${page}?lang=${language}${asked ? `&${asked}` : ""}`;
  const list = (language) => ["", "cities", "sheet"].map((page) => write({ page, language, asked: "" }));

  // The copies that answer at the address itself, the best first.
  function listStandIns(address, language) {
    const whole = { ...address, language, asked: "" };
    const [map, cities] = list(language);
    return [...new Set([write({ ...address, language }), write(whole), map, cities])].map((key) => ({ key }));
  }

  const writeCity = (language, city) => write({ page: "", language, asked: new URLSearchParams({ city }).toString() });
  return { read, write, list, listStandIns, writeCity };
};
