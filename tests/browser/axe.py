"""Run the accessibility rules of axe-core in every frame of a page, each as a document of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from playwright.sync_api import Frame, Page

# Its own runner looks at the top frame only.
SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
Rules = Mapping[str, object]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL: Rules = {"runOnly": {"type": "tag", "values": TAGS}}
COLOURS: Rules = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
ALL_BUT_COLOURS: Rules = {**ALL, "rules": {"color-contrast": {"enabled": False}}}
# The fourth of many rows, cards or choices has the colours of the first three, and looking behind each word takes long.
ALIKE = ":is(.fv-row, .fv-choice, .mm-card, .mm-list li):nth-child(n + 4)"
READ_ALIKE = "ruby:nth-of-type(n + 4)"  # likewise within a sentence: no style sheet counts words with readings
ALL_ALIKE = ", ".join(f"{alike}, {alike} *" for alike in (ALIKE, READ_ALIKE))
OPTIONS = {"iframes": False, "resultTypes": ["violations"]}
# The rule about colours passes those by, so that one run is enough for all rules.
SKIP_ALIKE = """() => axe.configure({ rules: [
  { id: "color-contrast", selector: "*:not([data-alike])" },
] })"""
# Reading all style sheets again takes longer than all rules together, and only that of sound has a use for it.
RUN = """async ([options, alike, allAlike]) => {
  const preload = document.querySelector("audio, video") !== null;
  const hidden = [...document.querySelectorAll(alike ?? "no-element")].map(node => [node, node.style.display]);
  hidden.forEach(([node]) => { node.style.display = "none"; });
  const marked = [...document.querySelectorAll(allAlike)];
  marked.forEach(node => node.toggleAttribute("data-alike", true));
  try {
    return (await axe.run(document, { ...options, preload })).violations;
  } finally {
    marked.forEach(node => node.removeAttribute("data-alike"));
    hidden.forEach(([node, display]) => { node.style.display = display; });
  }
}"""


@dataclass(frozen=True)
class Violation:
    """A broken rule: its id, what it asks for, and each offending element with what is wrong there."""

    rule: str
    demand: str
    elements: tuple[str, ...]


@dataclass(frozen=True)
class CheckedFrame:
    """A frame's address and what axe found in it."""

    url: str
    violations: tuple[Violation, ...]


def open_plain_page(page: Page, url: str, opened: str = "details") -> None:
    """Load an address with scripts switched off and open those of its details, for axe to look at.

    Scripts are allowed again once the page stands: axe waits for promises, which no longer end where scripts are off.
    """
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto(url)
    page.locator(opened).evaluate_all("all => all.forEach(details => { details.open = true })")
    session.send("Emulation.setScriptExecutionDisabled", {"value": False})


def check_frames(page: Page, rules: Rules = ALL) -> tuple[CheckedFrame, ...]:
    """Return what axe finds in each frame, the page itself first; call it when everything is drawn."""
    return tuple(CheckedFrame(frame.url, _check(frame, rules)) for frame in page.frames)


def _check(frame: Frame, rules: Rules) -> tuple[Violation, ...]:
    if not frame.evaluate("() => 'axe' in window"):  # it is where the document has been looked at before
        frame.evaluate(SCRIPT)
        frame.evaluate(SKIP_ALIKE)
    hidden = ALIKE if rules == COLOURS else None  # what no rule looks at need not be drawn behind anything
    found = frame.evaluate(RUN, [{**OPTIONS, **rules}, hidden, ALL_ALIKE])
    return tuple(
        Violation(
            rule["id"],
            rule["help"],
            tuple(f"{' '.join(map(str, node['target']))}: {node['failureSummary']}" for node in rule["nodes"]),
        )
        for rule in found
    )
