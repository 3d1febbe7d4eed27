"""What a card or a popup says of a city, read from the page."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Frame, Locator, Page

from tests.browser.map_page import MARKERS, POPUP, expect_popup, find_app

READ_CARD = """root => {
  const text = (node, selector) => node.querySelector(selector)?.textContent ?? null;
  const line = item => {
    const link = item.querySelector("a");
    const get = name => link?.getAttribute(name) ?? null;
    return {
      text: (link ?? item.querySelector(".mm-text")).textContent, href: get("href"), target: get("target"),
      rel: get("rel"), copies: item.querySelectorAll("button").length, detail: text(item, ".mm-detail"),
    };
  };
  const section = part => ({
    heading: text(part, ".mm-section-name"),
    lines: [...part.querySelectorAll(".mm-item")].map(line),
    empty: text(part, ".mm-none"),
    doubts: [...part.querySelectorAll("details")].map(details => [text(details, "summary"), text(details, "p")]),
  });
  return {
    name: text(root, ".mm-card-name"), prefecture: text(root, ".mm-card-prefecture"), pin: text(root, ".mm-pin"),
    sections: [...root.querySelectorAll(".mm-section")].map(section),
  };
}"""


@dataclass(frozen=True)
class Line:
    """A fact of a card: its text, the link it is (None: plain text), its copy buttons, what stands below it."""

    text: str
    href: str | None
    target: str | None
    rel: str | None
    copies: int
    detail: str | None


@dataclass(frozen=True)
class Section:
    """A heading, the facts below it, what stands there instead of any, and doubts as (summary, reason)."""

    heading: str
    lines: tuple[Line, ...]
    empty: str | None
    doubts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Facts:
    """Everything a card or a popup says of a city."""

    name: str
    prefecture: str
    pin: str
    sections: tuple[Section, ...]

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses it links to, in order."""
        return tuple(line.href for part in self.sections for line in part.lines if line.href is not None)


def read_facts(card: Locator) -> Facts:
    """Read what a card or a popup says."""
    found = card.evaluate(READ_CARD)
    sections = tuple(
        Section(
            part["heading"],
            tuple(Line(**line) for line in part["lines"]),
            part["empty"],
            tuple((summary, reason) for summary, reason in part["doubts"]),
        )
        for part in found["sections"]
    )
    return Facts(" ".join(found["name"].split()), found["prefecture"], found["pin"], sections)


def read_popups(page: Page, frame: Frame) -> dict[str, Facts]:
    """Open every marker's popup and read it; by the markers' names."""
    popups = {}
    for marker in frame.locator(MARKERS).all():
        name = marker.get_attribute("aria-label") or ""
        marker.focus()
        page.keyboard.press("Enter")
        expect_popup(frame, name.rsplit(", ", 1)[0])
        popups[name] = read_facts(frame.locator(POPUP))
        page.keyboard.press("Escape")
        expect_popup(frame, None)
    return popups


def read_cards(page: Page) -> dict[str, Facts]:
    """Read every card of the list of all cities, by the names its marker has or would have."""
    find_app(page).locator(".mm-cards").wait_for()
    cards = [read_facts(card) for card in find_app(page).locator(".mm-cards .mm-card").all()]
    return {f"{card.name.rsplit(' ', 1)[0]}, {card.prefecture}": card for card in cards}
