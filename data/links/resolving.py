"""Where a host lives: its public network addresses only, so that no link leads into somebody's own network."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from data.links.trouble import LinkTrouble

Resolve = Callable[[str, int], Awaitable[list[str]]]  # raises socket.gaierror
_NAT64 = IPv6Network("64:ff9b::/96")
_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to connect to: a network address and a port."""

    address: str
    port: int


async def ask_system(host: str, port: int) -> list[str]:
    """Return the network addresses that the system knows of a host. Raises socket.gaierror."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


async def find_endpoint(host: str, port: int, named: Mapping[str, Endpoint], resolve: Resolve) -> Endpoint:
    """Return where to connect to for a host: as `named` (`--connect-to`), else its first public address.

    The request goes to this very address, so a name that means another one a moment later gains nothing. Raises
    LinkTrouble where there is none.
    """
    if host in named:
        return named[host]
    try:
        found = await resolve(host, port)
    except socket.gaierror as error:
        if error.errno in _NO_SUCH_NAME:
            raise LinkTrouble("name not found", "No such host name.", unreached=host) from error
        raise LinkTrouble("timed out", "The name server gave no answer.", unreached=host) from error
    except (OSError, UnicodeError) as error:
        raise LinkTrouble("name not found", "The host name cannot be looked up.", unreached=host) from error
    public = [address for address in found if is_public(address)]
    if not public:
        raise LinkTrouble("server trouble", "It leads to a private network address.", unreached=host)
    return Endpoint(public[0], port)


def is_public(address: str) -> bool:
    """Tell whether a network address is one of the public internet, also where one address is wrapped in another."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _unwrap(found)
    return (
        found.is_global and not found.is_multicast and (inner is None or (inner.is_global and not inner.is_multicast))
    )


def _unwrap(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one leads to."""
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
