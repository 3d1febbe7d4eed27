"""Files that the pages of a static edition share: each page links them instead of carrying their content."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from pages.markup.bundles import name_file


class SharedFiles:
    """Collects the files while pages are drawn; the name of each holds a hash of its content.

    `style` is what the pages' style sheet has besides the app's, `scripts` are theirs in order; `controls`
    is the script that puts buttons into pages.
    """

    def __init__(self, style: str = "", scripts: Sequence[str] = (), controls: str = "") -> None:
        self.style = style
        self.scripts = scripts
        self.controls = controls
        self._files: dict[str, bytes] = {}
        self._names: dict[tuple[object, ...], str] = {}

    @property
    def files(self) -> Mapping[str, bytes]:
        """Return what the pages drawn so far link, by name."""
        return MappingProxyType(self._files)

    def add(self, name: str, draw: Callable[[], str | bytes], *told: object) -> str:
        """Return the name under which a file is kept, style.1a2b3c4d.css for style.css; `told` is what it depends on.

        It is drawn once for each name and what it depends on.
        """
        key = (name, *told)
        if key not in self._names:
            stem, _, suffix = name.rpartition(".")
            drawn = draw()
            content = drawn.encode() if isinstance(drawn, str) else drawn
            self._names[key] = name_file(stem, f".{suffix}", content)
            self._files[self._names[key]] = content
        return self._names[key]
