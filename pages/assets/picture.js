// The text for the counter as a picture: drawn here with the device's own letters, then saved or handed to the device's
// share sheet. Nothing is sent by us.
(() => {
  if (window.madoguchiPicture) return;
  window.madoguchiPicture = true;
  const WIDTH = 1080; // px
  const MARGIN = 64;
  const LEADING = 1.45; // of the letter size
  const STYLES = { ja: { size: 60, weight: 700, colour: "#000000" }, native: { size: 38, weight: 400, colour: "#333333" } };
  const APART = 36; // px between sentences; a meaning stands close below its sentence
  const CLOSING = /^[\p{P}\p{Zs}]+$/u; // never begins a line

  // Words where the script has them, else pieces of a few signs; a full stop stays with what it ends.
  function splitPieces(text, lang) {
    if (!Intl.Segmenter) return text.match(/\S+\s*|\s+/gu) ?? [];
    const pieces = [];
    for (const { segment } of new Intl.Segmenter(lang, { granularity: "word" }).segment(text)) {
      if (pieces.length && CLOSING.test(segment) && !/[\p{Ps}\p{Pi}]/u.test(segment)) pieces.push(pieces.pop() + segment);
      else pieces.push(segment);
    }
    return pieces;
  }

  // A piece wider than a line is broken anywhere.
  function breakPiece(piece, fits) {
    const parts = [""];
    for (const sign of piece) {
      if (!parts.at(-1) || fits(parts.at(-1) + sign)) parts.push(parts.pop() + sign);
      else parts.push(sign);
    }
    return parts;
  }

  function breakLines(text, lang, fits) {
    const lines = [""];
    for (const piece of splitPieces(text, lang)) {
      if (fits(lines.at(-1) + piece.trimEnd())) lines.push(lines.pop() + piece);
      else lines.push(...(fits(piece.trimEnd()) ? [piece] : breakPiece(piece, fits)));
    }
    return lines.map((line) => line.trim()).filter(Boolean);
  }

  // Gives the lines with their place; the first pass measures, so that the picture is as high as its text.
  function layOut(pen, parts, family) {
    let y = MARGIN;
    const lines = [];
    for (const [place, { kind, text, lang }] of parts.entries()) {
      const { size, weight, colour } = STYLES[kind];
      const font = `${weight} ${size}px ${family}`;
      pen.font = font;
      for (const line of breakLines(text, lang, (part) => pen.measureText(part).width <= WIDTH - 2 * MARGIN)) {
        lines.push({ line, font, colour, y: y + size });
        y += size * LEADING;
      }
      if (parts[place + 1]?.kind !== "native") y += APART;
    }
    return { lines, height: Math.ceil(y + MARGIN - APART) };
  }

  function readParts(dialog) {
    const native = dialog.closest("[lang]")?.lang ?? document.documentElement.lang;
    return [...dialog.querySelectorAll('[data-text="counter"] .mm-pair:not([hidden]) > span')].map((part) => (
      part.matches(".mm-ja") ? { kind: "ja", text: part.textContent, lang: "ja" } : { kind: "native", text: part.textContent, lang: native || "en" }
    ));
  }

  function draw(dialog) {
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    const family = getComputedStyle(dialog).fontFamily;
    const { lines, height } = layOut(pen, readParts(dialog), family);
    canvas.width = WIDTH;
    canvas.height = height;
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, WIDTH, height);
    for (const { line, font, colour, y } of lines) {
      pen.font = font;
      pen.fillStyle = colour;
      pen.fillText(line, MARGIN, y);
    }
    return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
  }

  const makeFile = async (dialog) => new File([await draw(dialog)], "madoguchi.png", { type: "image/png" });

  async function save(dialog) {
    const link = document.createElement("a");
    const file = await makeFile(dialog);
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  async function send(dialog) {
    try {
      await navigator.share({ files: [await makeFile(dialog)] });
    } catch (error) {
      if (error.name !== "AbortError") save(dialog);
    }
  }

  function canSend() {
    const file = new File([""], "madoguchi.png", { type: "image/png" });
    return Boolean(navigator.canShare?.({ files: [file] }));
  }

  document.addEventListener("click", (event) => {
    const dialog = event.target.closest("[data-dialog]");
    if (event.target.closest("[data-ask]")) {
      for (const button of document.querySelectorAll("[data-send-picture]")) button.hidden = !canSend();
    }
    if (event.target.closest("[data-save-picture]")) save(dialog);
    if (event.target.closest("[data-send-picture]")) send(dialog);
  });
})();
