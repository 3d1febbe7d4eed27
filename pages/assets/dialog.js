// The screen that a card opens: the text for the counter, the letter, the report. All sentences of all choices are in the
// page; this shows those that were chosen, fills in the city, and writes them into the addresses of letters. Nothing is
// kept or sent. While it stands it has an entry of its own in the history, so that Back closes it and not the page below.
// One listener each for the whole document, so that it serves whatever is drawn later.
(() => {
  if (window.madoguchiDialog) return;
  window.madoguchiDialog = { writeReadings };
  let opener = null; // what opened the screen, which gets the focus back
  let city = null; // the part of the card that knows the city
  let entered = null; // the address of the history's entry that the screen has, until that is left

  // What is given or not, as pages/letters/request.py has it: the word that is said then, and the one otherwise.
  const OPTIONAL = { lives: "near", language: "unspoken", name: "unsigned", topic: "untold", office: "anyone" };
  const KINDS = { page: "link", phone: "phone", hours: "text", languages: "text" }; // as pages/card/plain_asking.py has them
  const READING = /\ufff9([^\ufff9-\ufffb]*)\ufffa([^\ufff9-\ufffb]*)\ufffb/u; // as pages/languages/ruby.py carries it

  const findDialog = (node) => (node.closest("#first-view, #root") ?? document).querySelector("[data-dialog]");
  const list = (root, selector) => [...root.querySelectorAll(selector)];

  // As pages/letters/mailto.py encodes; half a sign of two, which no text has, would stop the encoder.
  function encode(text) {
    const whole = text.replace(/[\ud800-\udfff]/gu, "\ufffd");
    return whole.split(/\r\n|\r|\n/).map(encodeURIComponent).join("%0D%0A");
  }

  function readValue(item) {
    const link = item.querySelector("a");
    if (link?.protocol.startsWith("http")) return link.getAttribute("href");
    const copy = (link ?? item.querySelector(".mm-text") ?? item).cloneNode(true);
    for (const reading of list(copy, "rt, rp")) reading.remove();
    return copy.textContent.trim();
  }

  function readKind(item) {
    if (item.querySelector(".mm-phone")) return "phone";
    return item.querySelector("a") ? "link" : "text";
  }

  // What the card shows in a section, or of an office in a part of it, as pages/card/plain_asking.py writes it.
  function readValues(line) {
    const [field, part] = line.split("-");
    const items = list(city.closest(".mm-card"), `[data-field="${field}"] li`);
    return items.filter((item) => !part || readKind(item) === KINDS[part]).map(readValue).join(" | ") || "-";
  }

  function readChoices(dialog) {
    const spoken = dialog.querySelector("[data-spoken]");
    const option = spoken.selectedOptions[0];
    const [name, topic] = ["name", "topic"].map((kind) => dialog.querySelector(`[data-${kind}]`).value.trim());
    const line = dialog.querySelector('[name="mm-ask-line"]:checked');
    const { department } = city.dataset;
    const days = list(dialog, '[name="mm-ask-days"]:checked');
    const words = new Set(list(dialog, "input:checked").map((input) => input.value));
    for (const [word, given] of Object.entries({ language: spoken.value, name, topic, days: days.length, office: department })) {
      if (given) words.add(word);
    }
    for (const [word, otherwise] of Object.entries(OPTIONAL)) if (!words.has(word)) words.add(otherwise);
    const both = (text) => ({ ja: text, native: text });
    const joinDays = (key, join) => days.map((day) => day.dataset[key]).join(join);
    return {
      words,
      fills: {
        city: { ja: city.dataset.cityJa, native: city.dataset.city },
        language: { ja: option.dataset.ja ?? "", native: option.dataset.native ?? "" },
        field: { ja: line?.dataset.ja ?? "", native: line?.dataset.native ?? "" },
        value: both(line ? readValues(line.value) : ""),
        code: both(city.dataset.code),
        name: both(name),
        topic: both(topic),
        department: both(department ?? ""),
        days: { ja: joinDays("ja", "か、"), native: joinDays("native", dialog.dataset.join) },
        reader: both(dialog.dataset.reader),
      },
    };
  }

  // A line each, with an empty line above those that are spaced, as pages/letters/sentences.py joins them.
  function readText(dialog, name) {
    const parts = list(dialog, `[data-text="${name}"] .mm-pair:not([hidden])`);
    return parts
      .map((part, number) => (number && part.matches(".mm-spaced") ? "\n" : "") + part.querySelector(".mm-ja").textContent)
      .join("\n");
  }

  function writeRuby(base, reading) {
    const ruby = document.createElement("ruby");
    ruby.append(base);
    for (const [tag, text] of [["rp", "("], ["rt", reading], ["rp", ")"]]) {
      const part = document.createElement(tag);
      part.textContent = text;
      ruby.append(part);
    }
    return ruby;
  }

  // Text with readings above their bases, where it carries any.
  function writeReadings(text) {
    const nodes = [];
    let rest = text;
    for (let match = READING.exec(rest); match; match = READING.exec(rest)) {
      nodes.push(rest.slice(0, match.index), writeRuby(match[1], match[2]));
      rest = rest.slice(match.index + match[0].length);
    }
    return [...nodes, rest];
  }

  // The address that a link writes to, as pages/letters/mailto.py encodes it.
  const readAddress = (link) => decodeURIComponent(link.getAttribute("href").slice("mailto:".length).split("?")[0]);

  function writeLink(text, url) {
    const link = document.createElement("a");
    link.className = "mm-button";
    link.href = url;
    link.append(...writeReadings(text));
    return link;
  }

  function writeAddresses(dialog) {
    const mails = dialog.querySelector("[data-mails]");
    const letter = `?subject=${encode(readText(dialog, "subject"))}&body=${encode(readText(dialog, "letter"))}`;
    mails.replaceChildren(...list(city, '[data-ask="letter"]').map(readAddress).map((address) => {
      const to = `mailto:${encodeURIComponent(address).replaceAll("%40", "@")}`;
      return writeLink(mails.dataset.label.replace("{address}", () => address), to + letter);
    }));
    const report = dialog.querySelector("[data-report-link]");
    const { receiver, subject, body } = dialog.dataset;
    if (report) report.href = `${receiver}${subject}=${encode(readText(dialog, "report-subject"))}&${body}=${encode(readText(dialog, "report"))}`;
  }

  function show(dialog) {
    const { words, fills } = readChoices(dialog);
    const isSaid = (entry) => entry.split("+").every((word) => words.has(word));
    for (const part of list(dialog, "[data-when]")) part.hidden = !part.dataset.when.split(" ").some(isSaid);
    for (const place of list(dialog, "[data-fill]")) {
      place.replaceChildren(...writeReadings(fills[place.dataset.fill][place.closest(".mm-ja") ? "ja" : "native"]));
    }
    for (const button of list(dialog, "[data-copies]")) button.dataset.copy = readText(dialog, button.dataset.copies);
    writeAddresses(dialog);
  }

  const isEntry = () => Boolean(history.state?.madoguchiDialog);

  function enter() {
    if (isEntry()) return;
    try {
      history.pushState({ madoguchiDialog: true }, "");
      entered = location.href;
    } catch { /* without an entry Back leaves the page, as ever */ }
  }

  // The screen was closed by its button or by Esc: its entry goes, unless the page has moved on from it meanwhile.
  function leave() {
    if (isEntry()) history.back();
    else entered = null;
  }

  // Whoever was led here as to the nearest city hall may live elsewhere, and a city asks who lives there.
  function isNear(button) {
    const slug = button.closest(".mm-card").id.slice("card-".length);
    return location.hash === "#near" || (document.documentElement.dataset.nearest ?? "").split(" ").includes(slug);
  }

  // In a frame as high as its page (frame_height.js) the reader sees a part of it: what the screen shows begins there.
  function placeBeside(button, dialog) {
    if (!("framed" in document.documentElement.dataset)) return;
    dialog.style.paddingBlockStart = "0";
    const [first, last] = [dialog.firstElementChild, dialog.lastElementChild].map((part) => part.getBoundingClientRect());
    const room = dialog.clientHeight - (last.bottom - first.top);
    dialog.style.paddingBlockStart = `${Math.max(0, Math.min(button.getBoundingClientRect().top, room))}px`;
  }

  function open(button, dialog) {
    opener = button;
    city = button.closest("[data-asking]");
    for (const part of list(dialog, "[data-panel]")) part.hidden = !part.dataset.panel.split(" ").includes(button.dataset.ask);
    dialog.querySelector(".mm-choices").open = button.dataset.ask === "letter";
    dialog.querySelector("[data-lives]").checked = !isNear(button);
    show(dialog);
    if (!dialog.open) dialog.showModal();
    placeBeside(button, dialog);
    enter();
    dialog.scrollTop = 0;
    dialog.querySelector("h2").focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const button = event.target.closest("[data-ask]");
    const dialog = button && findDialog(button);
    if (dialog) {
      event.preventDefault();
      open(button, dialog);
    }
    event.target.closest("[data-close]")?.closest("dialog").close();
  });
  for (const sign of ["input", "change"]) {
    document.addEventListener(sign, (event) => {
      const dialog = event.target.closest("[data-dialog]");
      if (dialog) show(dialog);
    });
  }
  document.addEventListener("submit", (event) => { // Enter in the field for the name
    if (event.target.closest("[data-dialog]")) event.preventDefault();
  });
  document.addEventListener("close", (event) => {
    if (!event.target.matches("[data-dialog]")) return;
    leave();
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  }, true);
  window.addEventListener("popstate", (event) => {
    if (isEntry()) { // of a screen that is closed by now: step over it
      event.stopImmediatePropagation();
      history.back();
      return;
    }
    document.querySelector("[data-dialog][open]")?.close();
    if (location.href === entered) event.stopImmediatePropagation(); // nothing that Streamlit had to read
    entered = null;
  }, true);
  if (isEntry()) history.back(); // the page was loaded anew with the screen open
})();
