"""Which hosts are hosts, which of them the app answers to, and which may stand in addresses that are handed on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.address.hosts import AllowedHosts, read_host
from pages.address.public_url import get_public_url


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Map.Example.org", "map.example.org"),
        ("map.example.org:443", "map.example.org"),
        ("map.example.org.", "map.example.org"),
        ("xn--wgv71a.example", "xn--wgv71a.example"),
        ("[::1]", "[::1]"),
        ("[2001:db8::1]:8501", "[2001:db8::1]"),
        ("127.0.0.1:1", "127.0.0.1"),
        ("", None),
        (".", None),
        (":80", None),
        ("a:", None),
        ("a:0x50", None),
        ("a:70000", None),
        ("a,b", None),
        ("a\u2028b", None),
        ("\u0661.example", None),
        ("user:word@a", None),
        ("<script>", None),
        ("[::1", None),
        ("a" * 254, None),
    ],
)
def test_a_host_is_read_or_is_none(header: str, name: str | None) -> None:
    """A name, an address, a port; nothing that an address, a page or a log could take for something else."""
    assert read_host(header) == name


@given(st.text(max_size=80))
def test_what_is_read_as_a_host_has_plain_signs_only(header: str) -> None:
    """Whatever a stranger sends: none, or letters, digits and the signs of names."""
    name = read_host(header)
    assert name is None or set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-_[]:")


@pytest.mark.parametrize(
    ("patterns", "name", "accepted"),
    [
        ((), "anything.example", True),
        (("a.example",), "a.example", True),
        (("a.example",), "b.a.example", False),
        (("*.a.example",), "c.b.a.example", True),
        (("*.a.example",), "a.example", False),
        (("*.a.example",), "ba.example", False),
        (("a.example",), "localhost", True),
        (("a.example",), "127.0.0.1", True),
        (("a.example",), "127.0.0.2", False),
    ],
)
def test_names_are_those_of_the_list(patterns: tuple[str, ...], name: str, accepted: bool) -> None:
    """Each by its whole name; a star for all that is below a name; this machine always."""
    assert AllowedHosts(patterns).accept(name) == accepted


@pytest.mark.parametrize(
    ("requested", "hosts", "url"),
    [
        ("http://localhost:8501/", "", "http://localhost:8501"),
        ("https://localhost./base", "", "https://localhost./base"),
        ("http://[::1]:8501", "", "http://[::1]:8501"),
        ("http://127.0.0.1", "", "http://127.0.0.1"),
        ("http://192.168.1.5:8501", "", "http://192.168.1.5:8501"),
        ("http://10.0.0.1/base", "", "http://10.0.0.1/base"),
        ("http://[fd00::1]", "", "http://[fd00::1]"),
        ("http://8.8.8.8", "", ""),
        ("http://[2600::1]", "", ""),
        ("https://map.example.org", "", ""),
        ("https://map.example.org", "map.example.org", "https://map.example.org"),
        ("https://a.example.net:8443", "map.example.org, *.example.net", "https://a.example.net:8443"),
        ("https://evil.example", "map.example.org", ""),
        ("http://localhost.evil.example", "", ""),
        ("http://10.0.0.1.evil.example", "", ""),
        ("http://user@localhost", "", ""),
        ("http://[broken", "", ""),
        ("", "", ""),
    ],
)
def test_only_a_known_host_is_handed_on(requested: str, hosts: str, url: str) -> None:
    """This machine's and its neighbours' addresses, and the operator's hosts; a stranger's name reaches nobody."""
    assert get_public_url(requested, {"MADOGUCHI_HOSTS": hosts} if hosts else {}) == url
