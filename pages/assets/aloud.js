// The buttons "Read aloud": the sentences of the screen for the counter, and what a card says, by the device's own
// voices. Where it has none for a language there is no button for it. Nothing is sent by us.
(() => {
  const engine = window.speechSynthesis;
  if (window.madoguchiAloud || !engine || !window.SpeechSynthesisUtterance) return;
  window.madoguchiAloud = true;
  const { chooseVoice, splitText, sayLines } = window.madoguchiVoices;
  let voices = [];
  let run = null; // what is being spoken: its button, the pieces that are left, the part that is marked
  let due = false; // whether the buttons are looked at with the next frame

  const list = (root, selector) => [...root.querySelectorAll(selector)];
  const readLanguage = (node) => node.closest("[lang]")?.lang || "en";
  const findVoice = (lang) => chooseVoice(voices, lang, navigator.languages ?? []);

  // The text of a part, its readings as pages/languages/ruby.py carries them; their brackets are for other eyes.
  function readText(node) {
    const copy = node.cloneNode(true);
    for (const part of list(copy, "rp")) part.remove();
    for (const ruby of list(copy, "ruby")) {
      const reading = ruby.querySelector("rt");
      reading?.remove();
      ruby.replaceWith(reading ? `\ufff9${ruby.textContent}\ufffa${reading.textContent}\ufffb` : ruby.textContent);
    }
    return copy.textContent;
  }

  const makeLine = (kind, node) => ({ kind, node, text: readText(node), lang: readLanguage(node) });

  // The sentences that are shown, in Japanese or in the reader's language.
  function listSentences(dialog, which) {
    const shown = `[data-panel]:not([hidden]) > .mm-text-large .mm-pair:not([hidden]) > .mm-${which}`;
    return list(dialog, shown).map((node) => makeLine("text", node)).filter((line) => line.text.trim());
  }

  function readItem(item) {
    if (item.querySelector('a[href^="mailto:"]')) return [];
    const phone = item.querySelector(".mm-phone");
    if (phone) return [makeLine("phone", phone)];
    const part = item.querySelector(".mm-link:not(.mm-translation), .mm-text");
    return part || !item.children.length ? [makeLine("text", part ?? item)] : [];
  }

  // The city's name, then each section: its heading, what stands in it by name, and what is doubted.
  function listLines(card) {
    const name = card.querySelector(".mm-card-name") ?? card.closest("details")?.querySelector("summary h2");
    const sections = list(card, ".mm-section").flatMap((section) => [
      makeLine("text", section.firstElementChild),
      ...list(section, "li").flatMap(readItem),
      ...list(section, ".mm-none, .mm-doubt > summary").map((node) => makeLine("text", node)),
    ]);
    return [...(name ? [makeLine("text", name.firstElementChild ?? name)] : []), ...sections];
  }

  function listParts(button) {
    const dialog = button.closest("[data-dialog]");
    if (dialog) return listSentences(dialog, button.dataset.aloud);
    return sayLines(listLines(button.closest(".mm-card")), findVoice);
  }

  function mark(node) {
    run.marked?.classList.remove("mm-voiced");
    run.marked?.removeAttribute("aria-current");
    run.marked = node;
    node?.classList.add("mm-voiced");
    node?.setAttribute("aria-current", "true");
  }

  function stop() {
    if (!run) return;
    mark(null);
    run.button.setAttribute("aria-pressed", "false");
    run = null;
    engine.cancel();
  }

  // One piece after the other; what has left the page meanwhile ends it, and so does an engine that fails.
  function speakNext() {
    const mine = run;
    const piece = mine.pieces.shift();
    const voice = piece && mine.button.isConnected && piece.node.isConnected && findVoice(piece.lang);
    if (!voice) {
      stop();
      return;
    }
    if (mine.marked !== piece.node) mark(piece.node);
    const said = new SpeechSynthesisUtterance(piece.text);
    mine.utterance = said; // kept: Chrome forgets one that nobody holds, and never says that it ended
    said.voice = voice;
    said.lang = voice.lang.replaceAll("_", "-");
    said.onend = () => { if (run === mine) speakNext(); };
    said.onerror = () => { if (run === mine) stop(); };
    try {
      engine.speak(said);
    } catch {
      stop();
    }
  }

  function begin(button) {
    if (engine.speaking || engine.pending) engine.cancel();
    const pieces = listParts(button).flatMap(({ node, text, lang }) => splitText(text).map((piece) => ({ node, text: piece, lang })));
    run = { button, pieces, marked: null };
    button.setAttribute("aria-pressed", "true");
    speakNext();
  }

  function makeButton(label) {
    const button = document.createElement("button");
    button.className = "mm-button";
    button.type = "button";
    button.dataset.aloud = "card";
    button.setAttribute("aria-pressed", "false");
    button.append(...window.madoguchiDialog.writeReadings(label));
    return button;
  }

  // A card has its button as soon as its page's screen has brought the word for it.
  function placeButton(card) {
    const old = card.querySelector("[data-aloud]");
    const label = (card.closest("#first-view, #root") ?? document).querySelector("[data-dialog]")?.dataset.aloud;
    const spoken = Boolean(label && findVoice(readLanguage(card)));
    if (old && !spoken) old.remove();
    if (old || !spoken) return;
    const [first] = card.querySelector(".mm-more-actions").children;
    if (first) first.after(makeButton(label));
  }

  function showButtons() {
    due = false;
    if (run && !run.button.isConnected) stop();
    for (const button of list(document, "[data-dialog] [data-aloud]")) {
      button.hidden = !findVoice(button.dataset.aloud === "ja" ? "ja" : readLanguage(button.closest("[data-dialog]")));
    }
    for (const actions of list(document, ".mm-card .mm-more-actions")) placeButton(actions.closest(".mm-card"));
  }

  // Once a frame at most: an app that is being drawn changes a hundred times.
  function look() {
    if (due || !(voices.length || run)) return;
    due = true;
    requestAnimationFrame(showButtons);
  }

  function listen() {
    const had = voices.length;
    try {
      voices = [...engine.getVoices()];
    } catch {
      voices = [];
    }
    if (had || voices.length) showButtons();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-aloud]:is(button)");
    const again = button && run?.button === button;
    if (button || event.target.closest("[data-page]")) stop();
    if (button && !again) begin(button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") stop();
  });
  for (const sign of ["input", "change", "close"]) { // what is spoken may have changed, or is gone
    document.addEventListener(sign, (event) => {
      if (event.target.closest?.("[data-dialog]")) stop();
    }, true);
  }
  for (const sign of ["popstate", "pagehide"]) window.addEventListener(sign, stop, true);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") stop();
  });
  engine.onvoiceschanged = listen; // they come late
  listen();
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
})();
