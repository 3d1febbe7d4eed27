"""The rules of the house: what lies where, what may import what, and what no file may hold."""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.source import DRAWING, FILES, MODULES, ROOT, list_imports, list_strings, read_tree

TOP_LEVEL = re.compile(
    r"\..*|pyproject\.toml|README\.md|app\.py|pages|data|geocache|tests"  # what its users were promised
    r"|Makefile|LICENSE|requirements(-test|-bench)?\.txt|Dockerfile|compose\.yaml|nginx\.conf|CONTRIBUTING\.md|CHANGELOG\.md|SECURITY\.md|NOTICE"
)
HOSTS = re.compile(r"(pypi|pythonhosted)[.]org|registry[.]npmjs[.]|deb[.]debian[.]|registry[.]yarnpkg[.]")
MARKUP = {
    "HTML": re.compile(r"</?[a-z][a-z0-9-]*(\s[^<>]*)?/?>", re.IGNORECASE),
    "CSS": re.compile(r"\{\s*[a-z-]+\s*:[^{}]*;[^{}]*\}"),
    "JavaScript": re.compile(r"\bfunction\s*\w*\(|=>|\b(document|window)\.\w|\baddEventListener\b"),
}
# a script or style file is wrapped in its bare tag; a tile server's credit is one constant link
HARMLESS = re.compile(r'</?(script|style)>|<a href="https://[^"<>]+"[^<>]*>[^<>]*</a>')
FORBIDDEN_IMPORTS = {
    "data": ("geocache", "pages", "app", "tests", "streamlit"),
    "geocache": ("pages", "app", "tests", "streamlit"),
    "pages": ("app", "tests"),
    # streamlit_folium imported by app.py, even from afar, leaves its component without an address
    "pages/delivery": ("folium", "streamlit_folium"),
}
# What each room, a folder or a module beside the folders, may import of its own house. In pages/: describe below,
# render above, and on top three ways out (app, edition, delivery) and the page files.
PAGE_FILE = "address answers app card"
ROOMS = {
    "pages": {
        "health": "",
        "languages": "health",
        "address": "languages",
        "letters": "languages",
        "answers": "health languages address",
        "card": "languages letters answers",
        "history": "languages address letters answers card",
        "evidence": "address answers",
        "maps": "health languages answers card",
        "downloads": "languages address letters answers card",
        "markup": "health languages address letters answers card evidence history maps downloads",
        "paper": "health languages address answers card maps markup",
        "previews": "languages answers maps markup",
        "offline": "languages address markup",
        "app": "health languages address answers card evidence maps downloads markup",
        "edition": "languages address answers evidence history maps downloads markup paper previews offline",
        "commands": "edition",
        "delivery": "health languages address answers evidence history maps downloads markup paper previews offline",
        "main": PAGE_FILE,
        "map": PAGE_FILE,
        "cities": PAGE_FILE,
        "about": f"{PAGE_FILE} markup",
        "changes": f"{PAGE_FILE} markup",
        "quality": f"{PAGE_FILE} markup",
    },
    "data": {
        "settings": "",
        "shared_result": "",
        "atomic": "",
        "boundaries": "",
        "folder": "settings",
        "records": "",
        "standing": "records",
        "privacy": "records",
        "offices": "records",
        "hour_words": "",
        "hours": "hour_words",
        "wording": "",
        "kana": "",
        "pieces": "",
        "places": "records kana pieces",
        "courses": "hours offices records",
        "japan_time": "",
        "table": "boundaries courses folder japan_time records standing privacy offices hours places",
        "portals": "pieces table",
        "links": "atomic courses folder offices portals records settings table wording",
        "history": "atomic folder offices records places table wording",
        "inspection": "courses folder history records hours places table portals",
        "published": "courses hours japan_time kana links offices records standing table",
        "answering": "atomic folder japan_time places privacy records standing table",
        "asking": "answering atomic folder japan_time records settings standing table wording",
        "bringing": "atomic courses folder hours japan_time offices places privacy records table wording",
        "lookups": "pieces places portals",
        "check_lookups": "portals records places table",
        "check": "boundaries check_lookups courses folder history inspection links lookups offices pieces portals"
        " records standing places table",
        "__main__": "answering asking bringing check folder history hours inspection japan_time links portals records"
        " table wording",
    },
}


def test_the_top_level_holds_only_what_was_promised() -> None:
    """Someone who opens the repository sees the promised names and what tools look for, nothing else."""
    assert {file.parts[0] for file in FILES if not TOP_LEVEL.fullmatch(file.parts[0])} == set()


def gather(list_problems: Callable[[Path], Iterable[str]], modules: Iterable[Path]) -> dict[str, list[str]]:
    """Gather what is wrong with each of these modules, where anything is."""
    return {str(module): problems for module in modules if (problems := list(list_problems(module)))}


def test_imports_only_go_down() -> None:
    """pages may know geocache and data, geocache may know data, data knows nobody."""

    def list_upward(module: Path) -> Iterator[str]:
        rules = ((folder, name) for folder, names in FORBIDDEN_IMPORTS.items() for name in names)
        forbidden = {name for folder, name in rules if module.is_relative_to(folder)}
        yield from (found for found in list_imports(module) for name in forbidden if f"{found}.".startswith(f"{name}."))

    assert gather(list_upward, MODULES) == {}


def find_room(name: str) -> str | None:
    """Find the room that a dotted name of pages/ or data/ lies in; None for other names and for the house itself."""
    house, _, rest = name.partition(".")
    room = rest.partition(".")[0]
    return room if house in ROOMS and room in ROOMS[house] else None


def test_a_room_knows_only_the_rooms_below_it() -> None:
    """The table of rooms names every room, and each imports what the table allows, wherever in a module."""

    def list_strange(module: Path) -> Iterator[str]:
        house, room, *_ = module.with_suffix("").parts
        if room not in ROOMS[house]:
            yield f"no room is named {room}"
            return
        allowed = {room, *ROOMS[house][room].split()}
        inside = (name for name in list_imports(module) if name.startswith(f"{house}."))
        yield from (name for name in inside if find_room(name) not in allowed)

    houses = {Path(house, "__init__.py") for house in ROOMS}
    assert (
        gather(list_strange, [module for module in MODULES if module.parts[0] in ROOMS and module not in houses]) == {}
    )


def test_the_environment_is_read_in_one_place() -> None:
    """Every setting is read, judged and explained in data/settings.py; nobody else asks the system for one."""
    asked = re.compile(r"\bos\.(environb?|getenvb?)\b|\bfrom os import\b.*\b(environb?|getenvb?)\b")
    texts = {module: (ROOT / module).read_text(encoding="utf-8") for module in [*MODULES, Path("app.py")]}
    assert [str(module) for module, text in texts.items() if asked.search(text)] == ["data/settings.py"]


def test_the_table_of_rooms_leads_only_downwards() -> None:
    """No room imports one that stands below it in the table, so there is no circle."""
    for rooms in ROOMS.values():
        names = list(rooms)
        below = [(room, other) for room in names for other in rooms[room].split()]
        assert [(room, other) for room, other in below if names.index(other) >= names.index(room)] == []


def test_no_room_holds_more_than_a_fifth_of_the_pages() -> None:
    """Of the lines of pages/ (modules, scripts, styles, templates), a folder with all below it has at most 20 %."""
    lines = Counter[str]()
    for file in FILES:
        if file.parts[0] == "pages" and file.suffix in {".py", ".js", ".css", ".html"}:
            lines[file.parts[1]] += len((ROOT / file).read_text(encoding="utf-8").splitlines())
    assert {room: count for room, count in lines.items() if count > lines.total() / 5} == {}


def test_what_a_page_is_drawn_from_travels_as_a_scene() -> None:
    """No function takes more than two of what a Scene holds."""
    held = {"atlas", "view", "result", "opened", "links", "language"}

    def list_greedy(module: Path) -> Iterator[str]:
        for function in ast.walk(read_tree(module)):
            if isinstance(function, ast.FunctionDef):
                taken = {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
                if len(held & taken) > 2:
                    yield function.name

    assert gather(list_greedy, [module for module in MODULES if module.parts[0] == "pages"]) == {}


def test_a_module_has_one_job() -> None:
    """No module is longer than 250 lines; a longer one has a second job in it."""
    lengths = {str(module): len((ROOT / module).read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {module: length for module, length in lengths.items() if length > 250} == {}


def test_markup_and_scripts_have_files_of_their_own() -> None:
    """HTML, CSS and JavaScript stand in templates, style sheets and script files, not in Python text."""

    def list_markup(module: Path) -> Iterator[str]:
        for text in list_strings(read_tree(module)):
            bare = HARMLESS.sub("", str(text.value))
            found = (kind for kind, pattern in MARKUP.items() if pattern.search(bare))
            yield from (f"line {text.lineno}: {kind} in {text.value!r}" for kind in found)

    assert gather(list_markup, DRAWING) == {}


def test_a_name_of_a_class_means_one_thing() -> None:
    """Whoever reads a class's name in a message or a search finds one class of it."""
    nodes = [node for module in MODULES for node in ast.walk(read_tree(module)) if isinstance(node, ast.ClassDef)]
    names = Counter(node.name for node in nodes)
    assert {name: count for name, count in names.items() if count > 1} == {}


def test_the_entry_holds_the_app_literally() -> None:
    """Streamlit finds the app by reading app.py, not by running it: `app = st.App(...)` stands there as such."""
    found = [
        ast.unparse(node.value.func)
        for node in read_tree(Path("app.py")).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and ast.unparse(node.targets[0]) == "app"
    ]
    assert found == ["st.App"]


def test_no_file_names_this_machine_or_a_registry() -> None:
    """The repository installs from wherever the reader's pip looks, and knows no folder of whoever wrote it."""
    here = [str(path) + "/" for path in (ROOT, ROOT.parent, Path.home()) if path != Path(path.anchor)]
    folders = "|".join(["/(home|Users)/[a-z]+/", *map(re.escape, here)])
    unwanted = re.compile(rf"{HOSTS.pattern}|(?<![\w.])({folders})")
    texts = {file: (ROOT / file).read_bytes().decode(errors="ignore") for file in FILES}
    assert {str(file): found[0] for file, text in texts.items() if (found := unwanted.search(text))} == {}


def test_tests_wait_by_functions() -> None:
    """What a browser test waits for is a function: a bare expression is evaluated anew, which our pages forbid."""
    waited = re.compile(r'wait_for_function\(\s*f?"(?!"")(?![^"]*=>)[^"]*"')
    files = [file for file in FILES if file.parts[0] == "tests" and file.suffix == ".py"]
    assert {str(file): found[0] for file in files if (found := waited.search((ROOT / file).read_text("utf-8")))} == {}
