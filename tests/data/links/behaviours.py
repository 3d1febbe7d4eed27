"""What sites do when a link is opened, each with the class that a look at it has to find."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from data.records import LinkClass
from tests.data.links.site_server import Site, Visitor

START = datetime(2026, 3, 3, tzinfo=UTC)  # of the fake clock
WORDS = "nihongo kyoshitsu class city hall ward office counter Saturday evening beginners volunteers children book fee"
PAGE = f"<html><head><title>Japanese classes</title></head><body><h1>Classes</h1><p>{WORDS} teachers of our city meet"
PAGE += " at the community centre near the station twice a week and welcome everybody who lives here</p></body></html>"
SHELL = "<html><head><title>App</title></head><body><div id=root></div><script src=/app.js></script></body></html>"
NOT_THERE = "<html><head><title>お探しのページは見つかりません</title></head><body><h1>お知らせ</h1></body></html>"
REMOVED = "<html><head><title>市</title></head><body><h1>ページが移動または削除された可能性</h1></body></html>"


@dataclass(frozen=True)
class Behaviour:
    """A site, the path that a link leads to, and what has to be found; `host` where the name itself is the matter."""

    name: str
    found: LinkClass
    site: Site
    path: str = "/living/classes/japanese.html"
    robots: Site | None = None
    host: str = ""
    scheme: str = "https"
    moved_to: str = ""
    asked: tuple[str, ...] | None = None  # all that the site is asked besides robots.txt

    @property
    def address(self) -> str:
        """The link."""
        return f"{self.scheme}://{self.name_of_host}{self.path}"

    @property
    def name_of_host(self) -> str:
        """The name it is asked under."""
        return self.host or f"{self.name.replace(' ', '-').lower()}.example.jp"


def only_at(path: str, play: Site, otherwise: Site | None = None) -> Site:
    """Make a site that has one page; for others it says 404, or plays what is given."""

    def site(visitor: Visitor) -> None:
        if visitor.path.partition("?")[0] == path:
            play(visitor)
        else:
            (otherwise or say(404, "nothing here"))(visitor)

    return site


def say(status: int = 200, body: bytes | str = PAGE, **headers: str) -> Site:
    """Make an answer."""
    return lambda visitor: visitor.answer(status, body, **headers)


HERE = "/living/classes/japanese.html"
good = only_at(HERE, say())
ROBOTS_OUT = say(200, "User-agent: *\nDisallow: /living/\n", Content_Type="text/plain")


def refuse_head(play: Site, refusal: Site) -> Site:
    """Make a site that answers HEAD otherwise than GET."""
    return lambda visitor: (refusal if visitor.method == "HEAD" else play)(visitor)


def hang_up(_visitor: Visitor) -> None:
    """Close the connection without a word."""


def say_nothing(visitor: Visitor) -> None:
    """Let a visitor wait."""
    visitor.closing.wait(20)


def begin_only(visitor: Visitor) -> None:
    """Send the headers of a page and never the page."""
    visitor.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n")
    say_nothing(visitor)


def trickle(visitor: Visitor) -> None:
    """Send a page, then a byte at a time for ever."""
    visitor.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode())
    while visitor.method != "HEAD" and not visitor.closing.wait(0.05):
        visitor.send(b" ")


def pour(visitor: Visitor) -> None:
    """Send a page that has no end, as fast as it is taken."""
    visitor.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode())
    while visitor.method != "HEAD" and not visitor.closing.is_set():
        visitor.send(b"<p>more" * 8_000)


def pour_headers(visitor: Visitor) -> None:
    """Send headers that have no end."""
    visitor.send(b"HTTP/1.1 200 OK\r\n")
    while not visitor.closing.is_set():
        visitor.send(b"X-More: and more\r\n" * 1_000)


def make_bomb() -> bytes:
    """Return 60 kB that unpack to 60 MB of a page."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return packer.compress(PAGE.encode()) + packer.compress(b" " * 60_000_000) + packer.flush()


def redirect(status: int, to: str) -> Site:
    """Make a redirect."""
    return say(status, "", Location=to)


def go_in_circles(visitor: Visitor) -> None:
    """Send from one page to the other and back."""
    visitor.answer(302, "", Location="/b" if visitor.path.endswith("/a") else "/a")


def lead_on(visitor: Visitor) -> None:
    """Lead to ever another page."""
    visitor.answer(302, "", Location=f"{visitor.path}x")


def ask_for_a_cookie(visitor: Visitor) -> None:
    """Send to the same page whoever has no cookie."""
    if "seen=1" in visitor.headers.get("cookie", ""):
        visitor.answer(200, PAGE)
    else:
        visitor.answer(302, "", Location=visitor.path, Set_Cookie="seen=1; Path=/; Secure")


def be_busy_once(retry_after: Callable[[], str]) -> Site:
    """Make a site that is too busy for the first visit to its page."""
    visits: list[str] = []

    def play(visitor: Visitor) -> None:
        visits.append(visitor.path)
        busy = len(visits) == 1
        visitor.answer(429 if busy else 200, "" if busy else PAGE, **({"Retry_After": retry_after()} if busy else {}))

    return only_at(HERE, play)


def in_a_minute() -> str:
    """Return a minute after the fake clock's start as HTTP writes it."""
    return format_datetime(START + timedelta(minutes=1), usegmt=True)


_SAME = PAGE.replace("<p>", "<p>{} was asked for. ")
echo_path: Site = lambda visitor: visitor.answer(200, _SAME.format(visitor.path))  # noqa: E731
_B = Behaviour
BEHAVIOURS = (
    _B("plain page", "ok", good),
    _B("page without encryption", "ok", good, scheme="http"),
    _B("no HEAD", "ok", refuse_head(good, say(405, ""))),
    _B("HEAD breaks off", "ok", refuse_head(good, hang_up)),
    _B("HEAD says gone", "ok", refuse_head(good, say(404, ""))),
    _B("a file", "ok", only_at("/a.pdf", say(Content_Type="application/pdf")), "/a.pdf", asked=("HEAD /a.pdf",)),
    _B("trickling body", "ok", only_at(HERE, trickle)),
    _B("endless body", "ok", only_at(HERE, pour)),
    _B("compression bomb", "ok", only_at(HERE, say(body=make_bomb(), Content_Encoding="gzip"))),
    _B("packed page", "ok", only_at(HERE, say(body=gzip.compress(PAGE.encode()), Content_Encoding="gzip"))),
    _B("broken packing", "ok", only_at(HERE, say(body=b"\x1f\x8b\x08no", Content_Encoding="gzip"))),
    _B("script draws it all", "ok", say(body=SHELL)),
    _B("cookie first", "ok", only_at(HERE, ask_for_a_cookie)),
    _B("moved for now", "ok", only_at("/x/a.html", redirect(302, HERE), good), "/x/a.html"),
    _B("name of its own script", "ok", only_at("/", say()), "/", host="日本語教室.example.jp"),
    _B("busy for seconds", "ok", be_busy_once(lambda: "7")),
    _B("busy until a time", "ok", be_busy_once(in_a_minute)),
    _B(
        "moved for good",
        "moved",
        only_at("/x/a.html", redirect(301, HERE), good),
        "/x/a.html#top",
        moved_to=f"https://moved-for-good.example.jp{HERE}#top",
    ),
    _B(
        "moved for good then for now",
        "moved",
        only_at("/x/a.html", redirect(308, "/y/b.html"), only_at("/y/b.html", redirect(302, HERE), good)),
        "/x/a.html",
        moved_to="https://moved-for-good-then-for-now.example.jp/y/b.html",
    ),
    _B("front page instead", "front page", only_at("/", say(), only_at(HERE, redirect(301, "/")))),
    _B("title says not there", "soft 404", only_at(HERE, say(body=NOT_THERE))),
    _B(
        "title in another encoding",
        "soft 404",
        only_at(HERE, say(body=NOT_THERE.encode("cp932"), Content_Type="text/html; charset=Shift_JIS")),
    ),
    _B("heading says removed", "soft 404", only_at(HERE, say(body=REMOVED))),
    _B("same page for everything", "soft 404", echo_path),
    _B("one target for everything", "soft 404", only_at("/sorry/a.html", say(), redirect(302, "/sorry/a.html"))),
    _B("robots says no", "refused", good, robots=ROBOTS_OUT, asked=()),
    _B("robots broken", "refused", good, robots=say(503, ""), asked=()),
    _B("robots hangs up", "refused", good, robots=hang_up, asked=()),
    _B("robots wants long pauses", "refused", good, robots=say(200, "User-agent: *\nCrawl-delay: 900"), asked=()),
    _B("forbidden", "refused", say(403, "no")),
    _B("log in first", "refused", say(401, "no")),
    _B("not acceptable", "refused", say(406, "no")),
    _B("busy for a day", "refused", say(429, "", Retry_After="86400"), asked=(f"HEAD {HERE}",)),
    _B("busy until tomorrow", "refused", say(429, "", Retry_After="Wed, 04 Mar 2026 12:00:00 GMT")),
    _B("closed for now", "refused", say(503, "", Retry_After="3600")),
    _B("gone", "gone", say(404, "no such page")),
    _B("gone for good", "gone", say(410, "no such page")),
    _B("error", "server trouble", say(500, "oops")),
    _B("closed", "server trouble", say(503, "oops")),
    _B("empty reply", "server trouble", hang_up),
    _B("no HTTP", "server trouble", lambda visitor: visitor.send(b"\x00\xff\xfeSSH-2.0\r\n\r\n")),
    _B("endless headers", "server trouble", pour_headers),
    _B("in circles", "server trouble", go_in_circles, "/living/classes/a"),
    _B("ever on", "server trouble", lead_on),
    _B("long way", "server trouble", redirect(302, "https://long-way.example.jp/" + "a" * 10_000)),
    _B("script as target", "server trouble", redirect(302, "javascript:alert(1)")),
    _B("target is no address", "server trouble", redirect(302, "https://half.example.jp:99999999/")),
    _B("into a network by number", "server trouble", redirect(302, "http://169.254.169.254/latest/meta-data")),
    _B("into a network by name", "server trouble", redirect(302, "http://inside.example.jp/")),
    _B("into the machine", "server trouble", redirect(302, "http://[::ffff:127.0.0.1]:8501/")),
    _B("certificate of another", "tls", good),
    _B("certificate run out", "tls", good),
    _B("certificate of nobody known", "refused", good),
    _B("answers never", "timed out", say_nothing),
    _B("begins only", "timed out", begin_only),
    _B("no such name", "name not found", good, host="no-such-name.example.jp"),
    _B("takes no connection", "server trouble", good),
)
UNNAMED = {"no such name"}
BAD_CERTIFICATES = {"certificate of another", "certificate run out", "certificate of nobody known"}
