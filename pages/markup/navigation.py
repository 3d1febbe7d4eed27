"""Navigation above every page: links to the pages and to the languages, and the heading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pages.address.links import Links, PageName
from pages.answers.scene import Scene
from pages.languages.language import Language, list_languages

ABOVE: tuple[PageName, ...] = ("map", "cities", "about")  # on every page; the others are linked at the foot
BELOW: tuple[PageName, ...] = ("about", "changes", "quality")  # linked at the foot
LANGUAGES_SHOWN = 3  # languages that fit beside each other on a phone


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page of ours."""

    page: PageName
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A link to the same page in another language, named in that language."""

    code: str
    tag: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Navigation:
    """The links above a page, of the languages' only `shown` at first, and its heading."""

    pages: tuple[PageLink, ...]
    languages: tuple[LanguageLink, ...]
    heading: str
    shown: int = LANGUAGES_SHOWN


def name_pages(language: Language) -> dict[PageName, str]:
    """Name the pages in a word each."""
    _ = language.gettext
    return {
        "map": _("Map"),
        "cities": _("List"),
        "about": _("About"),
        "changes": _("What changed"),
        "quality": _("How well the facts are known"),
    }


def name_heading(scene: Scene) -> str:
    """Return the heading of the scene's page."""
    _ = scene.language.gettext
    headings: dict[PageName, str] = {
        "map": _("Find your city office and a Japanese class"),
        "cities": _("All listed cities"),
        "about": _("About this map"),
        "changes": _("What changed"),
        "quality": _("How well the facts are known"),
    }
    return headings[scene.links.page]


def build_navigation(scene: Scene) -> Navigation:
    """Build what stands above a page; every link keeps the filters and the opened city."""
    view, links = scene.view, scene.links
    names = name_pages(scene.language)
    shown = dict.fromkeys((*ABOVE, links.page))  # the page itself too, so that a reader sees where it is
    pages = tuple(PageLink(page, names[page], links.link_page(page, view)) for page in shown)
    languages = tuple(
        LanguageLink(offered.code, offered.tag, offered.name, links.link_view(replace(view, lang=offered.code)))
        for offered in sort_languages(scene.language, links)
    )
    return Navigation(pages, languages, name_heading(scene))


def sort_languages(language: Language, links: Links) -> list[Language]:
    """List the languages that have pages, the reader's own among the first LANGUAGES_SHOWN."""
    languages = [language for language in list_languages() if links.has_language(language.code)]
    if language in languages[LANGUAGES_SHOWN:]:
        languages.remove(language)
        languages.insert(LANGUAGES_SHOWN - 1, language)
    return languages
