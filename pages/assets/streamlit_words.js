// Streamlit's own English words, which no setting translates, said in the reader's language as soon as they are drawn.
(() => {
  if (window.madoguchiWords) return;
  window.madoguchiWords = true;
  const said = new WeakMap(); // text node or attribute's element: {english, shown}
  let source = "";
  let words = {};
  let parts = []; // [English beginning, words]

  function translate(english) {
    if (Object.hasOwn(words, english)) return words[english];
    const found = parts.find(([begin]) => english.startsWith(begin) && english.length > begin.length);
    return found ? found[1].replace("{name}", () => english.slice(found[0].length)) : null;
  }

  function say(node, current, show) {
    const before = said.get(node);
    const english = before?.shown === current ? before.english : current;
    const shown = translate(english) ?? english;
    if (shown === current) return;
    said.set(node, { english, shown });
    show(shown);
  }

  function sayAll(root) {
    if (root.nodeType === Node.ELEMENT_NODE && root.closest('[data-testid="stHtml"], #first-view')) return; // ours
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = nodes.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        say(node, node.data, (text) => { node.data = text; });
      } else if (node.nodeType === Node.ELEMENT_NODE && node.hasAttribute("aria-label")) {
        say(node, node.getAttribute("aria-label"), (text) => node.setAttribute("aria-label", text));
      }
    }
  }

  new MutationObserver((changes) => {
    const found = document.querySelector("#root [data-words]")?.dataset.words ?? source;
    if (found !== source) {
      source = found;
      words = JSON.parse(found);
      parts = Object.entries(words).filter(([key]) => key.endsWith("{name}")).map(([key, text]) => [key.slice(0, -6), text]);
      sayAll(document.body);
      return;
    }
    if (!Object.keys(words).length) return; // the reader's language is Streamlit's own
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(sayAll);
      else sayAll(target);
    }
  }).observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["aria-label", "data-words"],
  });
})();
