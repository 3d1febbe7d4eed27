// In the shell, before all else: tells whether this browser can run the app. A browser that cannot read a class with a
// static block, which stands in Streamlit's scripts (2022), runs nothing of this file; others lack what is named here.
class NewBrowser {
  static {
    const needed = [
      [Array.prototype, "at flatMap toSorted"], [String.prototype, "replaceAll"], [Object, "fromEntries hasOwn"],
      [Element.prototype, "replaceChildren"], [window.CSS ?? {}, "escape"], [document, "fonts"],
      [window, "AbortController MutationObserver ResizeObserver WebSocket fetch matchMedia queueMicrotask"],
    ];
    window.madoguchiNewBrowser = needed.every(([owner, names]) => names.split(" ").every((name) => owner[name]));
  }
}
