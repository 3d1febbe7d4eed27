// Keeps copies of the pages that were looked at, and of the list in the reader's language, and answers with them where there
// is no connection. With one each page comes from the network, and its copy is made anew. It answers for no other address
// than those of our pages and the files that they need: whatever needs the server goes past it. What fails here costs the
// copies alone. `MADOGUCHI` stands above: words by language, folders of files, the script of stand-ins, what is passed by,
// whether pages are asked for ahead.
(() => {
  const ROOT = self.registration.scope;
  const FORMAT = 1; // of what is kept: with a new one all older copies go
  const OWN = `madoguchi-copies-${new URL(ROOT).pathname} `; // other maps may share the host
  const CACHE = `${OWN}${FORMAT}`;
  const NOTES = "x-madoguchi-copy"; // of each copy, in a header: its bytes, and which files it needs
  const STATE = `${ROOT}sw.js?state`; // under which is noted what changes more often than copies do
  const RECENT = 60_000; // ms for which a server's answer is good
  const PATIENCE = 3_000; // ms that a page with a copy waits for the network
  const { words, folders, script, passed, preloads } = MADOGUCHI;
  const addresses = globalThis.MadoguchiAddresses(ROOT, Object.keys(words));
  const copies = globalThis.MadoguchiCopies;
  const asFolder = (name) => new URL(name, ROOT).href;
  let asked = 0; // when the host last said that it wants the worker
  let isRetired = false;
  let turn = Promise.resolve(); // one change of the state after the other
  let line = Promise.resolve(); // one page after the other: making room for one would take files that another waits for

  // One whose place another has taken, while it is still at work, keeps nothing any more.
  const isOver = () => isRetired || self.serviceWorker?.state === "redundant";
  const openCache = () => (isOver() ? Promise.reject(new TypeError("retired")) : caches.open(CACHE));
  const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });

  async function put(key, body, headers, notes) {
    const told = new Headers(headers);
    for (const name of ["content-encoding", "content-length", "vary"]) told.delete(name); // it is kept unpacked, for everybody
    told.set(NOTES, JSON.stringify({ bytes: body.byteLength, ...notes }));
    await (await openCache()).put(key, new Response(body, { headers: told }));
  }

  function readNotes(copy) {
    try {
      return JSON.parse(copy.headers.get(NOTES));
    } catch {
      return null;
    }
  }

  // A copy with its notes; what is not as it was kept is deleted.
  async function take(key) {
    const cache = await openCache();
    const copy = await cache.match(key);
    if (!copy) return null;
    const notes = readNotes(copy);
    const body = await copy.arrayBuffer();
    if (copies.isSound(copy.status, notes, body.byteLength)) return { body, notes, headers: copy.headers };
    await cache.delete(key);
    return null;
  }

  // The reader's languages, the last one first, and of each page the day of its copy and when the server last said that it
  // is still so.
  async function readState() {
    const state = await take(STATE);
    const { languages = [], made = {} } = state ? JSON.parse(new TextDecoder().decode(state.body)) : {};
    return { languages: languages.filter((language) => Object.hasOwn(words, language)), made };
  }

  function changeState(change) {
    const changing = turn.then(async () => {
      const state = change(await readState());
      await put(STATE, new TextEncoder().encode(JSON.stringify(state)), {}, {});
      return state;
    });
    turn = changing.catch(() => null);
    return changing;
  }

  async function keepFile(url) {
    if (await take(url)) return;
    const answer = await fetch(url, { priority: "low" });
    const body = await answer.arrayBuffer();
    const isOurs = copies.isFile(answer.headers.get("content-type") ?? "", new TextDecoder().decode(body));
    if (!answer.ok || !isOurs) throw new TypeError(`${url}: ${answer.status}`);
    await put(url, body, answer.headers, {});
  }

  function queue(work) {
    const done = line.then(work);
    line = done.catch(() => null);
    return done;
  }

  // Keeps a page with all its files, or nothing of it. Tells whether it is kept, and under which key.
  async function storePage(url, answer) {
    const address = addresses.read(url);
    if (!address?.own || !answer.ok || answer.redirected || !(answer.headers.get("content-type") ?? "").startsWith("text/html")) return null;
    const html = await answer.text();
    if (!copies.isPage(html)) return null;
    const language = address.language || copies.readLanguage(html) || (await readState()).languages[0];
    if (!language) return null;
    const files = [...copies.listFiles(html, url, folders.map(asFolder)), ...(script ? [asFolder(script)] : [])];
    for (const file of files) await keepFile(file);
    const key = addresses.write({ ...address, language });
    const body = new TextEncoder().encode(html);
    const before = await take(key);
    if (!before || !copies.isSame(before.body, body.buffer)) {
      if ((await tidy({ key, bytes: body.byteLength, at: Date.now(), files })).has(key)) return null;
      await put(key, body, answer.headers, { files });
    }
    const date = Date.parse(answer.headers.get("date") ?? "") || Date.now();
    await changeState(({ languages, made }) => ({ languages, made: { ...made, [key]: { date, at: Date.now() } } }));
    return key;
  }

  const keepPage = (url, answer) => queue(() => storePage(url, answer));

  async function fetchPage(url, options) {
    return keepPage(url, await fetch(url, { credentials: "same-origin", priority: "low", ...options }));
  }

  async function listEntries({ languages, made }, coming) {
    const cache = await openCache();
    const ranks = new Map([...languages].reverse().flatMap((language) => addresses.list(language).map((key) => [key, languages.indexOf(language)])));
    const isFile = (url) => folders.map(asFolder).some((folder) => url.startsWith(folder));
    const describe = (url, notes) => {
      const kind = isFile(url) ? "file" : ranks.has(url) ? "list" : "visited";
      return { key: url, kind, rank: ranks.get(url) ?? 0, at: made[url]?.at ?? 0, ...notes };
    };
    const entries = (await cache.keys()).filter(({ url }) => url !== STATE && url !== coming?.key).map(async ({ url }) => {
      const copy = await cache.match(url);
      const notes = readNotes(copy) ?? { bytes: 0 };
      await copy.body?.cancel(); // else the browser holds what is deleted
      return describe(url, notes);
    });
    return [...await Promise.all(entries), ...(coming ? [describe(coming.key, coming)] : [])];
  }

  // Deletes what is too much, with a page that is about to be kept; tells by which keys.
  async function tidy(coming) {
    const cache = await openCache();
    const dropped = new Set(copies.chooseToDrop(await listEntries(await readState(), coming), Date.now()));
    for (const key of dropped) await cache.delete(key);
    const keep = (made) => Object.fromEntries(Object.entries(made).filter(([key]) => !dropped.has(key)));
    if (dropped.size) await changeState(({ languages, made }) => ({ languages, made: keep(made) }));
    return dropped;
  }

  // A visit: the page itself, from the browser's own memory where it has it, and the lists in its language made anew. Who
  // has moved on within the app has them, except in a new language. Where data are to be saved nothing is asked for that
  // the reader has not opened.
  async function keepVisit({ url, language, moved, saves }) {
    if (!Object.hasOwn(words, language)) return;
    const [before] = (await readState()).languages;
    await changeState(({ languages, made }) => ({ languages: copies.chooseLanguages(language, languages), made }));
    const fresh = moved ? "" : await keepOpened(url, language);
    if (!saves && (!moved || language !== before)) {
      const lists = addresses.list(language).filter((key) => key !== fresh);
      for (const key of lists) await fetchPage(key, { cache: "no-cache" }).catch(() => null);
    }
    if (!saves) await keepUnlisted(url, language);
    await queue(() => tidy());
  }

  // The page that is open: the worker has seen it come, or was not there yet.
  async function keepOpened(url, language) {
    const address = addresses.read(url);
    if (!address?.own) return "";
    const key = addresses.write({ ...address, language });
    const at = (await take(key)) && (await readState()).made[key]?.at;
    if (at && Date.now() - at < RECENT) return key;
    return fetchPage(url, { cache: "force-cache" }).catch(() => "");
  }

  // A city that was opened within the app, where the list is too long to have its card.
  async function keepUnlisted(url, language) {
    const city = new URL(url).searchParams.get("city");
    const list = city && await take(addresses.list(language)[0]);
    if (!list || new TextDecoder().decode(list.body).includes(`data-city="${city}"`)) return;
    const key = addresses.writeCity(language, city);
    if (!(await take(key))) await fetchPage(key, {}).catch(() => null);
  }

  const readFolder = (url) => new URL(".", url).href;
  const withoutHash = (url) => url.split("#")[0];

  function show({ body, headers }, date, language, standsIn) {
    const html = new TextDecoder().decode(body);
    const kept = { words: words[language], date: new Date(date ?? Date.now()), script: standsIn && script ? asFolder(script) : "" };
    return new Response(copies.markKept(html, kept), { headers });
  }

  // The best copy for an address, shown there where its links hold, else at its own.
  async function findCopy(url, address) {
    const { languages, made } = await readState();
    for (const language of new Set([address.language || languages[0], ...languages].filter(Boolean))) {
      for (const { key, href } of addresses.listStandIns(address, language)) {
        const copy = await take(key);
        const isElsewhere = href ? withoutHash(href) !== withoutHash(url) : readFolder(key) !== readFolder(url);
        if (copy && isElsewhere) return Response.redirect(href ?? key, 302);
        if (copy) return show(copy, made[key]?.date, language, key !== addresses.write({ ...address, language }));
      }
    }
    return null;
  }

  // What the browser has in its own memory would be shown without a word of its age, and by Back an app started that cannot
  // run: so the host is asked. The app's pages say themselves that they may not be shown unasked, and are asked for while
  // the worker still starts.
  async function askNetwork(event) {
    if (!preloads || event.request.cache === "force-cache") return fetch(event.request, { cache: "no-cache" });
    return (await event.preloadResponse) ?? fetch(event.request);
  }

  async function answerPage(event, address) {
    const { url, cache } = event.request;
    const answering = askNetwork(event);
    const keeping = answering.then((answer) => keepPage(url, answer.clone()));
    event.waitUntil(keeping.catch(() => null).then(() => askWhetherWanted()));
    const isReload = cache === "no-cache" || cache === "reload"; // who asks again waits for as long as it takes
    const answer = await Promise.race([answering.catch(() => null), ...(isReload ? [] : [wait(PATIENCE)])]);
    if (answer && answer.status < 500) return answer;
    return (await findCopy(url, address).catch(() => null)) ?? answer ?? answering;
  }

  async function answerFile(request) {
    const copy = await take(request.url).catch(() => null);
    return copy ? new Response(copy.body, { headers: copy.headers }) : fetch(request);
  }

  async function retire() {
    isRetired = true; // whatever is still under way
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OWN)).map((name) => caches.delete(name)));
    await self.registration.unregister();
  }

  // A host that has no worker any more, or an empty one, wants none.
  async function askWhetherWanted() {
    if (Date.now() - asked < RECENT) return;
    const answer = await fetch(self.location.href, { cache: "no-cache" }).catch(() => null);
    if (!answer) return;
    asked = Date.now();
    const isGone = answer.status === 404 || answer.status === 410;
    const isOther = answer.ok && (!(answer.headers.get("content-type") ?? "").includes("javascript") || !(await answer.text()).trim());
    if (isGone || isOther) await retire();
  }

  self.addEventListener("install", (event) => {
    self.skipWaiting();
    if (!event.addRoutes || !passed.length) return;
    const past = passed.map((folder) => ({ urlPattern: { pathname: `${new URL(folder, ROOT).pathname}*` } }));
    event.waitUntil(event.addRoutes([{ condition: { or: past }, source: "network" }]).catch(() => null));
  });

  self.addEventListener("activate", (event) => {
    event.waitUntil((async () => {
      await self.clients.claim();
      if (preloads) await self.registration.navigationPreload?.enable();
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith(OWN) && name !== CACHE).map((name) => caches.delete(name)));
    })());
  });

  self.addEventListener("message", (event) => {
    event.waitUntil(keepVisit(event.data).catch(() => null));
  });

  self.addEventListener("fetch", (event) => {
    const { method, mode, destination, url } = event.request;
    if (method !== "GET") return;
    if (mode === "navigate") {
      const address = destination === "document" ? addresses.read(url) : null;
      if (address) event.respondWith(answerPage(event, address));
    } else if (folders.some((folder) => url.startsWith(asFolder(folder)))) {
      event.respondWith(answerFile(event.request));
    }
  });
})();
