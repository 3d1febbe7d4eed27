// What a visitor types, as the key that data/places/romaji.py makes of a name (fold_spelling): width, case, script, marks,
// hyphens, long vowels and the way of romanizing make no difference. tests/data/places/spellings.py holds for both. An old
// browser must be able to read this file: the JavaScript of 2015.
(() => {
  const SYLLABLES = window.madoguchiSyllables; // how each kana syllable is spelled
  const KANA = new RegExp(Object.keys(SYLLABLES).sort((one, other) => other.length - one.length).join("|"), "g");
  const TO_HIRAGANA = 0x60; // between the codes of the two kinds of kana
  let signs = /[\u0300-\u036f\u3099\u309a\s\-.,'’・ー]/g;
  try {
    signs = new RegExp("[^\\p{L}\\p{N}]|ー", "gu");
  } catch (error) {
    // before 2018 regular expressions cannot tell letters from signs
  }

  function spellKana(text) {
    return text
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - TO_HIRAGANA))
      .replace(KANA, (kana) => SYLLABLES[kana])
      .replace(/っ(?=ch)/g, "t")
      .replace(/っ([a-z]?)/g, (_all, letter) => ("aiueon".indexOf(letter) >= 0 ? letter : letter + letter))
      .replace(/ん/g, "n");
  }

  // Kunrei and Nihon-shiki: Hirosima, Tiba, Zyoetu, Numadu, Hukuoka; the words "city" and "prefecture" stay.
  function spellHepburn(text) {
    return text
      .replace(/sy(?=[auo])|s(?=i)/g, "sh")
      .replace(/(ci)?ty(?=[auo])|t(?=i)/g, (all, before) => (before ? all : "ch"))
      .replace(/[zj]y(?=[auo])|z(?=i)/g, "j")
      .replace(/(prefec)?t(?=u)/g, (all, before) => (before ? all : "ts"))
      .replace(/d[dz]*(?=u)/g, "z")
      .replace(/([sc]?)h(?=u)/g, (all, before) => (before ? all : "f"));
  }

  window.madoguchiFold = (text) => {
    const letters = spellKana(text.normalize("NFKC").toLowerCase()).normalize("NFKD").replace(signs, "");
    return spellHepburn(letters)
      .replace(/cch/g, "tch")
      .replace(/m(?=[bmp])/g, "n")
      .replace(/oh(?![aiueoy])/g, "o")
      .replace(/o[ou]+/g, "o")
      .replace(/uu+/g, "u");
  };

  // Whether a key that was typed is part of one of those that a row has, with | between.
  window.madoguchiFinds = (keys, wanted) => !wanted || keys.split("|").some((key) => key.indexOf(wanted) >= 0);
})();
