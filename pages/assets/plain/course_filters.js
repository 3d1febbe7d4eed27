// Filters the classes of a page of the static edition, in step with its address; without scripts all are there. An old
// browser must be able to read this file: the JavaScript of 2015.
(() => {
  const page = document.getElementById("first-view");
  const list = page.querySelector(".mm-courses");
  const { html, comma, texts, matters } = window.madoguchiCourses;
  const SWITCHES = ["free", "online", "children", "childcare"];
  const NAMES = ["day", "time", "for"].concat(SWITCHES);
  const controls = document.createElement("template");
  controls.innerHTML = html;
  const box = controls.content.querySelector("[data-questions]");
  const count = controls.content.querySelector("[data-count]");
  const unsure = controls.content.querySelector("[data-unsure]");
  const inputs = Array.from(box.querySelectorAll("input"));
  const found = Array.from(list.querySelectorAll("[data-facts]"));
  const wanted = new URLSearchParams(location.search).getAll("prefecture").map((name) => name.trim().toLowerCase());
  const carriers = Array.from(page.querySelectorAll("a[data-courses], a[hreflang]"), (link) => [link, link.getAttribute("href")]);

  function readForm() {
    const asked = { day: inputs.filter((input) => input.name === "day" && input.checked).map((input) => input.value) };
    for (const name of NAMES.slice(1)) {
      const made = inputs.find((input) => input.name === name && input.checked && input.value);
      asked[name] = made ? made.value : "";
    }
    return asked;
  }

  function fillForm() {
    const asked = new URLSearchParams(location.search);
    for (const name of NAMES) {
      const values = asked.getAll(name).map((value) => value.trim().toLowerCase());
      const made = inputs.filter((input) => input.name === name && input.value && values.indexOf(input.value) >= 0);
      for (const input of name === "day" ? made : made.slice(0, 1)) input.checked = true;
    }
  }

  function writeQuery(asked) {
    const made = NAMES.map((name) => [].concat(asked[name]).filter(Boolean).map((value) => [name, value]));
    return [].concat.apply([], made);
  }

  function writeAddress(made) {
    const kept = Array.from(new URLSearchParams(location.search)).filter(([name]) => NAMES.indexOf(name) < 0);
    const query = String(new URLSearchParams(kept.concat(made)));
    try {
      history.replaceState(history.state, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    } catch (error) {
      // a file from a folder keeps its address
    }
  }

  function carry(made) {
    const query = made.length ? `?${new URLSearchParams(made)}` : "";
    for (const [link, href] of carriers) link.setAttribute("href", href.replace(/(?=#|$)/, () => query));
  }

  function isWanted(facts) {
    const parts = facts.split("|");
    return !wanted.length || parts[4] === "1" || wanted.indexOf(parts[7]) >= 0;
  }

  function say(fitting, missing, more) {
    const names = Object.keys(matters).filter((name) => missing.indexOf(name) >= 0).map((name) => matters[name]);
    const text = fitting === 1 ? texts.one : texts.many;
    count.firstChild.textContent = fitting ? text.replace("{count}", fitting) : texts.none;
    unsure.querySelector("summary").textContent = (more === 1 ? texts.more : texts.mores)
      .replace("{count}", more).replace("{matters}", () => names.join(comma));
    unsure.hidden = !more;
    unsure.open = !fitting;
  }

  function filter() {
    const asked = readForm();
    const made = writeQuery(asked);
    const judged = found.map((line) => window.madoguchiJudge(line.dataset.facts, asked));
    const lists = [list.querySelector(".mm-founds"), unsure.querySelector(".mm-founds")];
    let fitting = 0;
    let more = 0;
    found.forEach((line, place) => {
      const { fits } = judged[place];
      line.hidden = fits === false || !isWanted(line.dataset.facts);
      lists[fits === null ? 1 : 0].appendChild(line);
      if (!line.hidden && fits) fitting += 1;
      if (!line.hidden && fits === null) more += 1;
    });
    say(fitting, [].concat.apply([], judged.filter(({ fits }) => fits === null).map(({ missing }) => missing)), more);
    count.hidden = !made.length;
    box.querySelector("[data-number]").textContent = made.length ? texts.number.replace("{count}", made.length) : "";
    carry(made);
    return made;
  }

  if ("leaving" in page.dataset) return;
  fillForm();
  const beside = page.querySelector(".fv-side .fv-prefectures");
  list.appendChild(unsure);
  beside.parentNode.insertBefore(count, beside.nextSibling);
  beside.parentNode.insertBefore(box, beside.nextSibling);
  box.open = filter().length > 0;
  box.addEventListener("change", () => writeAddress(filter()));
  box.querySelector("[data-reset]").addEventListener("click", () => {
    for (const input of inputs) input.checked = input.type === "radio" && !input.value;
    writeAddress(filter());
  });
})();
