// What the addresses of a static edition mean to the worker: a folder for each page, below its language's. One without a
// language, and one meant for the app (?city= …), is led to the copy that has it, since links hold in their own folder only.
globalThis.MadoguchiAddresses = (root, languages) => {
  const PAGE = /^(?:(?:cities|prefecture\/[a-z0-9-]+|sheet(?:\/prefecture\/[a-z0-9-]+)?|changes)\/(?:\d+\/)?|(?:sheet\/)?city\/[a-z0-9-]+\/|about\/|quality\/)?$/u;
  const WITH_ROWS = ["", "cities/"];
  const SLUG = /^[a-z0-9-]+$/u;

  // What an address asks for; null for one that is no page. `own`: what a server answers there is a copy of that page.
  function read(url) {
    const { href, searchParams } = new URL(url);
    if (!href.startsWith(root)) return null;
    const path = href.slice(root.length).split(/[?#]/u)[0].replace(/(^|\/)index\.html$/u, "$1");
    const [first] = path.split("/");
    const language = languages.includes(first) && path !== first ? first : "";
    const page = language ? path.slice(language.length + 1) : path;
    if (!PAGE.test(page)) return null;
    const city = (searchParams.get("city") ?? "").trim().toLowerCase();
    const query = (searchParams.get("q") ?? "").trim();
    if (WITH_ROWS.includes(page) && SLUG.test(city)) return { page: `city/${city}/`, language, asked: "", own: false };
    return { page, language, asked: WITH_ROWS.includes(page) ? query : "", own: Boolean(language) };
  }

  const write = ({ page, language }) => `${root}${language}/${page}`;
  const list = (language) => ["", "cities/", "sheet/"].map((page) => write({ page, language }));

  // The copies that answer, the best first, each with the address to show it at.
  function listStandIns(address, language) {
    const { page, asked } = address;
    const [map, cities, sheet] = list(language);
    const search = asked ? `?${new URLSearchParams({ q: asked })}` : "";
    const city = /(?:^|\/)city\/(.*)\/$/u.exec(page);
    const exact = write({ page, language });
    const keys = [...new Set([exact, ...(page.startsWith("sheet/") ? [sheet] : []), map, cities])];
    const place = (key) => (city && key !== exact ? `#${key === sheet ? "" : "card-"}${city[1]}` : search);
    return keys.map((key) => ({ key, href: key + place(key) }));
  }

  const writeCity = (language, city) => write({ page: `city/${city}/`, language });
  return { read, write, list, listStandIns, writeCity };
};
