"""A phone whose browser keeps copies of pages: how tests take one, visit with it, and look at what it has kept."""

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.profiles import PATIENCE_MS
from tests.browser.visitor import SIZES

MAX_BYTES = 3_000_000  # of all copies, as the browser counts
NOTE = "[data-kept-note]"  # that a page is a copy
# The addresses of all copies, with their bytes, and what the browser counts for them.
COPIES_KEPT = """async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) kept[url] = (await (await cache.match(url)).arrayBuffer()).byteLength;
  }
  return [kept, (await navigator.storage.estimate()).usage];
}"""
IS_KEPT = """async (urls) => {
  const found = await Promise.all(urls.map((url) => caches.match(url)));
  return found.every(Boolean);
}"""
UNTIL = """async (arg) => {
  const holds = CONDITION;
  const end = performance.now() + PATIENCE;
  while (!(await holds(arg))) {
    if (performance.now() > end) throw new Error(`never: ${holds}`);
    await new Promise((done) => { setTimeout(done, 50); });
  }
}"""


@contextlib.contextmanager
def take_phone(browser: Browser) -> Iterator[BrowserContext]:
    """Take a phone that was never here, whose browser keeps what it is told to, until the block ends."""
    context = browser.new_context(
        viewport=SIZES["phone"], is_mobile=True, has_touch=True, timezone_id="Asia/Tokyo", service_workers="allow"
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


def await_truth(page: Page, condition: str, arg: object = None) -> None:
    """Wait until an asynchronous function, of which `wait_for_function` sees a promise only, says so."""
    page.evaluate(UNTIL.replace("CONDITION", condition).replace("PATIENCE", str(PATIENCE_MS)), arg)


def visit(page: Page, url: str, *kept: str) -> None:
    """Open a page and stay until the copies of these addresses are there."""
    page.goto(url)
    page.wait_for_function("() => navigator.serviceWorker.controller")
    await_truth(page, IS_KEPT, list(kept))
