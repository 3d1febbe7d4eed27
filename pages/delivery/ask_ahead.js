// Asks for the files that the page will need, in their order: the scanner that reads a page ahead of its scripts would
// ask for all that stands in links first. What is fetched is for the map's frame, a document of its own: it finds the
// file in the browser's cache.
for (const file of JSON.parse(document.currentScript.dataset.files)) {
  if (file.startsWith("./static/")) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href: file }));
  } else {
    fetch(file).catch(() => {});
  }
}
