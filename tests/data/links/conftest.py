"""A server that plays sites, and what looks at them by a clock that runs ahead."""

from __future__ import annotations

import asyncio
import datetime
import ssl
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import trustme

from tests.data.links.behaviours import BAD_CERTIFICATES, BEHAVIOURS, START, UNNAMED
from tests.data.links.site_server import SiteServer, serve_sites

OTHER_HOSTS = ("other.example.jp",)


class FakeClock:
    """A clock that is as far on as it was waited for, and remembers when."""

    def __init__(self) -> None:
        """Begin on 3 March 2026."""
        self.seconds = 0.0

    def read_seconds(self) -> float:
        """Return the seconds waited so far."""
        return self.seconds

    def read_date(self) -> datetime.datetime:
        """Return the day's time."""
        return START + datetime.timedelta(seconds=self.seconds)

    async def wait(self, seconds: float) -> None:
        """Let all others go on first."""
        until = self.seconds + seconds
        await asyncio.sleep(0)
        self.seconds = max(self.seconds, until)


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Return the authority that the looker trusts."""
    return trustme.CA()


@pytest.fixture(scope="session")
def trusted(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file to be named by SSL_CERT_FILE."""
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


def make_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """Return what shows a certificate to whoever asks."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.fixture(scope="session")
def certificates(authority: trustme.CA) -> dict[str, ssl.SSLContext]:
    """Return a certificate for each host, by the name in its greeting; three are bad."""
    past = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    hosts = [one.name_of_host for one in BEHAVIOURS if one.name not in BAD_CERTIFICATES]
    bad = {
        "certificate-of-another.example.jp": authority.issue_cert("somebody-else.example.jp"),
        "certificate-run-out.example.jp": authority.issue_cert("certificate-run-out.example.jp", not_after=past),
        "certificate-of-nobody-known.example.jp": trustme.CA().issue_cert("certificate-of-nobody-known.example.jp"),
    }
    good = {"": authority.issue_cert(*hosts, *OTHER_HOSTS)}
    return {host: make_context(certificate) for host, certificate in {**good, **bad}.items()}


@pytest.fixture(scope="session")
def sites(certificates: dict[str, ssl.SSLContext]) -> Iterator[SiteServer]:
    """Return the running server of all behaviours."""
    played = {one.name_of_host.encode("idna").decode(): one.site for one in BEHAVIOURS if one.name not in UNNAMED}
    with serve_sites(played, certificates) as server:
        server.robots |= {one.name_of_host: one.robots for one in BEHAVIOURS if one.robots}
        with suppress(KeyboardInterrupt):
            yield server
