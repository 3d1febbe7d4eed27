// A city's facts as elements of the page. Text becomes text and nothing else; only known kinds of address become links.
(() => {
  "use strict";
  const SAFE = ["http:", "https:", "mailto:", "tel:"];
  // A text's base with its reading, between the signs that Unicode has for annotations (pages/languages/ruby.py).
  const CARRIED = /\ufff9([^\ufff9-\ufffb]*)\ufffa([^\ufff9-\ufffb]*)\ufffb/g;

  function dropReadings(text) {
    return text.replace(CARRIED, "$1").replace(/[\ufff9-\ufffb]/g, "");
  }

  function makeRuby(base, reading) {
    const ruby = document.createElement("ruby");
    const parts = [["rp", "("], ["rt", reading], ["rp", ")"]].map(([tag, text]) => {
      const part = document.createElement(tag);
      part.textContent = text;
      return part;
    });
    ruby.append(base, ...parts);
    return ruby;
  }

  function setText(element, text) {
    let end = 0;
    for (const match of text.matchAll(CARRIED)) {
      element.append(dropReadings(text.slice(end, match.index)), makeRuby(match[1], match[2]));
      end = match.index + match[0].length;
    }
    element.append(dropReadings(text.slice(end)));
  }

  function make(tag, className, text, lang) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) setText(element, text);
    if (lang) element.lang = lang;
    return element;
  }

  function isSafe(url) {
    try {
      return SAFE.includes(new URL(url).protocol);
    } catch {
      return false;
    }
  }

  function makeLink(item) {
    if (!isSafe(item.url)) return make("span", "mm-text", item.text, item.lang);
    const link = make("a", "mm-link", item.text, item.lang);
    link.href = item.url;
    if (item.kind === "link") {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
    return link;
  }

  function makeCopyButton(address, texts) {
    const button = make("button", "mm-copy", texts.copy);
    button.type = "button";
    button.setAttribute("aria-label", dropReadings(texts.copyAddress).replace("{address}", () => address));
    Object.assign(button.dataset, { copy: address, copied: dropReadings(texts.copied) }); // page.js answers it
    return button;
  }

  function makeTranslation(item, texts) {
    const url = texts.translator + encodeURIComponent(item.url);
    const link = makeLink({ kind: "link", text: texts.translate, url });
    link.classList.add("mm-translation");
    link.setAttribute("aria-label", `${dropReadings(texts.translate)}: ${dropReadings(item.text)}`);
    return link;
  }

  function makeItem(item, texts) {
    const row = make("li", "mm-item");
    row.append(item.kind === "text" ? make("span", "mm-text", item.text, item.lang) : makeLink(item));
    if (item.kind === "email") row.append(makeCopyButton(item.text, texts));
    if (item.detail) row.append(make("span", "mm-detail", item.detail));
    if (item.translate && isSafe(item.url)) row.append(makeTranslation(item, texts));
    if (item.note) row.append(make("span", "mm-text", item.note.text));
    if (item.note && item.note.url) row.append(makeLink({ kind: "link", text: item.note.url, url: item.note.url }));
    return row;
  }

  function makeDoubt(doubt) {
    const details = make("details", "mm-doubt");
    details.append(make("summary", "", doubt.text), make("p", "", doubt.reason));
    return details;
  }

  function makeSection(section, texts) {
    const mail = section.items.some(({ kind }) => kind === "email");
    const part = make("section", mail ? "mm-section mm-mail" : "mm-section");
    part.append(make("h3", "mm-section-name", section.heading));
    if (section.items.length) {
      const list = make("ul", "mm-items");
      list.append(...section.items.map((item) => makeItem(item, texts)));
      part.append(list);
    } else {
      part.append(make("p", "mm-none", texts.none));
    }
    if (section.source) part.append(make("p", "mm-source mm-detail", section.source));
    part.append(...section.doubts.map(makeDoubt));
    return part;
  }

  function buildPopup(card, texts) {
    const popup = make("div", "mm-popup");
    const name = make("h2", "mm-card-name");
    name.id = "mm-popup-name";
    name.tabIndex = -1;
    name.append(make("span", "", card.name, card.name_lang));
    if (card.name_ja) name.append(" ", make("span", "", card.name_ja, "ja"));
    popup.append(name, make("p", "mm-card-prefecture", card.prefecture));
    popup.append(...card.sections.map((section) => makeSection(section, texts)));
    popup.append(make("p", "mm-pin", card.pin));
    return popup;
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { buildPopup, dropReadings, setText });
})();
