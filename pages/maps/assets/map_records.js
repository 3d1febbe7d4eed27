// Records from what pages/maps/record_code.py writes: texts, numbers of values, and of the forms of records, their keys.
(() => {
  "use strict";
  const LIST = -1;

  function readRecords({ values, forms, code }) {
    const read = (part) => {
      if (typeof part === "string") return part;
      if (typeof part === "number") return values[part];
      const [form, ...entries] = part;
      return form === LIST ? entries.map(read) : Object.fromEntries(forms[form].map((key, place) => [key, read(entries[place])]));
    };
    return read(code);
  }

  window.Madoguchi = Object.assign(window.Madoguchi || {}, { readRecords });
})();
