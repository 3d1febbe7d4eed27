// Reading aloud, what is decided: which voice speaks a language, what of a text is spoken, and in which pieces. Nothing
// here knows the page or the device.
(() => {
  if (window.madoguchiVoices) return;
  const SAME = { cmn: "zh", in: "id", tl: "fil" }; // as some devices call languages
  const REGIONS = { hans: ["hans", "cn", "sg"], hant: ["hant", "tw"], hk: ["hk", "mo"] };
  // Of Apple's devices: jokes and robots, which come first by their names.
  const JOKES = /^(Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Eddy|Flo|Fred|Good News|Grand(ma|pa)|Jester|Junior|Kathy|Organ|Ralph|Reed|Rocko|Sandy|Shelley|Superstar|Trinoids|Whisper|Wobble|Zarvox)\b/;
  const LONGEST = 140; // signs of a piece: Chrome falls silent after some 15 s
  const LONGEST_DENSE = 60; // of kana, kanji, hangul, which take longer to say
  const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
  const READING = /\ufff9[^\ufff9-\ufffb]*\ufffa([^\ufff9-\ufffb]*)\ufffb/gu; // as pages/languages/ruby.py carries it
  const SENTENCE = /[。！？!?।။]+|\.(?=\s)/gu; // how one ends
  const PAUSE = /[、，,;；:：၊]|\s/gu; // where a long one may be parted
  const SAID = /[\p{L}\p{N}]/u;
  const ADDRESS = /@|^(https?:|www\.)|^[\w-]+(\.[\w-]+)+(\/\S*)?$/iu;

  // The language of a tag such as ja_JP or cmn-Hans-CN, and its other parts; Cantonese is what is spoken in Hong Kong.
  function readTag(tag) {
    const [first, ...rest] = tag.toLowerCase().replaceAll("_", "-").split("-");
    return first === "yue" ? ["zh", "hk"] : [SAME[first] ?? first, ...rest];
  }

  const findRegion = (parts) => ["hk", "hans", "hant"].find((name) => parts.some((part) => REGIONS[name].includes(part)));

  // Mandarin is the same in both scripts, Cantonese another language: whoever reads the old signs may speak it.
  function judgeChinese(parts, wanted) {
    const [region, script] = [findRegion(parts), findRegion(wanted)];
    if (region === script) return 3;
    if (region === "hk") return script === "hans" ? 0 : 2;
    return 1;
  }

  // How well a voice's language fits the one wanted; 0: not at all. Of several that do, one that the device speaks.
  function judgeFit(tag, wanted, own) {
    const [parts, asked] = [readTag(tag), readTag(wanted)];
    if (parts[0] !== asked[0]) return 0;
    const fit = parts[0] === "zh" ? judgeChinese(parts, asked) : 1;
    const isSame = (other) => other.join("-") === parts.join("-");
    if (!fit || isSame(asked)) return fit && 6;
    return own.map(readTag).some(isSame) ? fit + 2 : fit;
  }

  // The voice for a language, or null: one in the device before one of its maker's servers, then the one that fits best.
  function chooseVoice(voices, wanted, own = []) {
    const rank = (voice) => [voice.localService, !JOKES.test(voice.name), judgeFit(voice.lang, wanted, own), voice.default].map(Number);
    const fitting = voices.filter((voice) => judgeFit(voice.lang, wanted, own));
    const compare = (one, other) => rank(other).map((value, place) => value - rank(one)[place]).find(Boolean) ?? 0;
    return fitting.sort(compare)[0] ?? null;
  }

  // What is spoken of a text: the readings in place of what they stand above.
  const sayText = (text) => text.replace(READING, "$1").replace(/[＿_]{2,}/gu, " ").replace(/\s+/gu, " ").trim();

  const part = (text, ends) => text.replace(ends, "$&\n").split("\n");

  function join(parts, longest) {
    const joined = [""];
    for (const one of parts) {
      if (joined.at(-1) && (joined.at(-1) + one).trim().length > longest) joined.push(one);
      else joined.push(joined.pop() + one);
    }
    return joined;
  }

  // Where nothing has a pause it is cut anywhere; a sign of two halves stays whole.
  function shorten(sentence) {
    const longest = DENSE.test(sentence) ? LONGEST_DENSE : LONGEST;
    const cut = (text) => (text.trim().length > longest ? join([...text], longest) : [text]);
    return join(part(sentence, PAUSE).flatMap(cut), longest);
  }

  // The sentences of a text, long ones in pieces that no voice breaks off.
  function splitText(text) {
    return part(sayText(text), SENTENCE).flatMap(shorten).map((piece) => piece.trim()).filter((piece) => SAID.test(piece));
  }

  // Digit by digit, with a pause where a hyphen stands.
  const spellPhone = (text) => text.replace(/-/gu, ", ").replace(/(\d)(?=\d)/gu, "$1 ");

  // What is spoken of a card's lines: no address letter by letter, and nothing in a language that has no voice.
  function sayLines(lines, hasVoice) {
    return lines
      .filter(({ text, lang }) => text.trim() && hasVoice(lang) && !ADDRESS.test(text.trim()))
      .map((line) => (line.kind === "phone" ? { ...line, text: spellPhone(line.text) } : line));
  }

  window.madoguchiVoices = { chooseVoice, splitText, sayLines };
})();
