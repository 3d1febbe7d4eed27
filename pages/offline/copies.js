// What the worker decides about copies, without touching any.
globalThis.MadoguchiCopies = (() => {
  // An edition's pages leave out the quotation marks that HTML does not need.
  const OURS = / id="?first-view"?[ >]| class="?sh-sheet/u;
  const MAIN = /<(?:main class="?fv-main"?|nav class="?sh-tools"?(?= )[^>]*)>/u; // behind which a copy says that it is one
  const FILE = /(?:<(?:script|img|image|link rel="?(?:stylesheet|icon)"?)(?= )[^>]*? (?:src|href)| data-desk)="([^"]+)"/gu;
  const DESK = / class="mm-desk"/u;
  const MAX_BYTES = 2_800_000; // of all copies; what the browser adds to each stays below 3 MB
  const MAX_VISITED = 20; // pages beside the lists
  const MAX_AGE = 60 * 86_400_000; // ms of a page that nobody has opened since: what it says may be over
  const MAX_LANGUAGES = 2; // whose lists are kept

  // Whether a text is one of our pages, to its end: neither another's (a hotspot's login) nor half of one.
  const isPage = (html) => OURS.test(html) && /<\/html>\s*$/u.test(html);

  // Whether what was kept is what was put there. `told` are its notes, which a foreign or a cut entry lacks or belies.
  const isSound = (status, told, bytes) => status === 200 && Boolean(told) && told.bytes === bytes;

  // Whether an answer is the file that was asked for, and no hotspot's page; the tools of the counter's screen are HTML.
  const isFile = (type, text) => !type.startsWith("text/html") || DESK.test(text);

  function isSame(one, other) {
    const [left, right] = [new Uint8Array(one), new Uint8Array(other)];
    return left.length === right.length && left.every((byte, place) => byte === right[place]);
  }

  // The files that a page needs, of those that may be kept.
  function listFiles(html, url, folders) {
    const named = [...html.matchAll(FILE)].map(([, address]) => new URL(address, url).href);
    return [...new Set(named)].filter((file) => folders.some((folder) => file.startsWith(folder)));
  }

  // The code of the language that a page of the app is in, whatever its address says.
  const readLanguage = (html) => /<link rel="?manifest"? href="[^"]*[?&]lang=([\w-]+)"/u.exec(html)?.[1] ?? "";

  // A day as the pages of a language write it; some have every number's own reading.
  function writeDay(date, { dates, days }) {
    const day = date.getDate();
    const parts = { year: date.getFullYear(), day: days ? days[day - 1] : day };
    return dates[date.getMonth()].replace(/\{(\w+)\}/gu, (_all, name) => parts[name]);
  }

  // A page as it is shown without a connection: it says so, and from which day it is; `script` is for one in another's place.
  function markKept(html, { words, date, script }) {
    const more = ` <span data-nothing hidden>${words.nothing}</span> <a class="mm-link" data-all hidden>${words.all}</a>`;
    const said = words.note.replace("{day}", () => writeDay(date, words)) + (script ? more : "");
    return html
      .replace("<html", () => "<html data-kept")
      .replace(MAIN, (start) => `${start}<p class="${start.startsWith("<nav") ? "sh" : "mm"}-note" data-kept-note>${said}</p>`)
      .replace(/<\/body>(?![\s\S]*<\/body>)/u, (end) => (script ? `<script src="${script}"></script>${end}` : end));
  }

  // The languages whose lists are kept, the reader's first.
  const chooseLanguages = (language, before) => [...new Set([language, ...before])].slice(0, MAX_LANGUAGES);

  // What goes, by its key: pages visited long ago or too many, what takes too much room, and files that no page needs then.
  // Entries are {key, kind: "visited" | "list" | "file", bytes, at, rank, files}; a list's rank is its language's place.
  function chooseToDrop(entries, now) {
    const pages = entries.filter(({ kind }) => kind !== "file");
    const files = new Map(entries.filter(({ kind }) => kind === "file").map(({ key, bytes }) => [key, bytes]));
    const worth = ({ kind, rank }) => (kind === "visited" ? 0 : MAX_LANGUAGES - rank);
    const sorted = [...pages].sort((one, other) => worth(other) - worth(one) || other.at - one.at);
    const kept = new Set();
    let total = 0;
    let visited = 0;
    for (const { key, kind, bytes, at, files: needed = [] } of sorted) {
      const more = [key, ...needed].filter((name) => !kept.has(name));
      const weight = more.reduce((sum, name) => sum + (name === key ? bytes : files.get(name) ?? 0), 0);
      const isOver = kind === "visited" && (visited >= MAX_VISITED || now - at > MAX_AGE);
      if (isOver || total + weight > MAX_BYTES) continue;
      for (const name of more) kept.add(name);
      total += weight;
      if (kind === "visited") visited += 1;
    }
    return entries.map(({ key }) => key).filter((key) => !kept.has(key));
  }

  return { isPage, isSound, isFile, isSame, listFiles, readLanguage, writeDay, markKept, chooseLanguages, chooseToDrop };
})();
