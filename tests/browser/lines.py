"""Where a browser breaks the lines of a text."""

# The lines of a text as they are laid out, without readings and the spaces at their ends.
READ_LINES = """element => {
  const lines = [];
  let last = -Infinity;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("rt, rp")) continue;
    for (let place = 0; place < node.length; place += 1) {
      const range = document.createRange();
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const { height, bottom } = range.getBoundingClientRect();
      if (height && bottom > last + height / 2) lines.push("");
      if (height) last = bottom;
      if (lines.length) lines[lines.length - 1] += node.data[place];
    }
  }
  return lines.map(line => line.trim());
}"""
