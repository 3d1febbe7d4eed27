window.madoguchiSyllables = {{ syllables }};
