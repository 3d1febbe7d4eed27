"""Devices that speak: made-up voices in the browser, which say what they are given, and a lock on the screen."""

from collections.abc import Sequence

from playwright.sync_api import Page

# Thirteen, two of them as Android writes them.
MANY = (
    "en-US",
    "de-DE",
    "fr-FR",
    "ja_JP",
    "vi-VN",
    "zh-HK",
    "zh-TW",
    "pt-PT",
    "es-MX",
    "in_ID",
    "ko-KR",
    "fil-PH",
    "ne-NP",
)

# Voices arrive late, as everywhere; what is spoken is noted, and stays unfinished until `window.endSaying()` is called.
SPEAK = """tags => {
  window.said = []; window.cancelled = 0; window.locks = { asked: 0, held: 0 };
  const voices = tags.map(lang => ({ lang, name: lang, localService: true, default: false, voiceURI: lang }));
  let known = [], current = null;
  const engine = {
    speaking: false, pending: false, onvoiceschanged: null,
    getVoices: () => known,
    speak(one) { engine.speaking = true; current = one; window.said.push([one.lang, one.text]); },
    cancel() { window.cancelled += 1; engine.speaking = false; current = null; },
  };
  window.endSaying = (failed = false) => {
    const ended = current; engine.speaking = false; current = null;
    if (failed) ended?.onerror?.({ error: "synthesis-failed" }); else ended?.onend?.();
  };
  window.arrive = () => { known = voices; engine.onvoiceschanged?.(); };
  Object.defineProperty(window, "speechSynthesis", { value: engine });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const request = async () => {
    window.locks.asked += 1; window.locks.held += 1;
    const lock = { released: false, release };
    async function release() { window.locks.held -= Number(!lock.released); lock.released = true; }
    return lock;
  };
  Object.defineProperty(navigator, "wakeLock", { value: { request } });
}"""


def give_voices(page: Page, tags: Sequence[str]) -> None:
    """Let the device of a page that is not loaded yet have these voices, and a screen that can be kept awake."""
    page.add_init_script(f"if (window === top) ({SPEAK})({list(tags)!r})")


def hear(page: Page) -> list[tuple[str, str]]:
    """Let what is being spoken go on to its end; return all that was said: languages and texts."""
    page.evaluate("""() => { for (let left = 200, seen = -1; left && seen !== window.said.length; left -= 1) {
      seen = window.said.length; window.endSaying();
    } }""")
    return [(lang, text) for lang, text in page.evaluate("window.said")]
