"""What went over the wire for a page, as Chromium's own tools count it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page


@dataclass
class Wire:
    """The bytes received for each address (headers included, nothing for what came from a cache), and by WebSocket."""

    by_url: dict[str, int] = field(default_factory=dict)
    socket_bytes: int = 0

    @property
    def total(self) -> int:
        """All bytes received from the app's own host."""
        return sum(self.by_url.values()) + self.socket_bytes

    def list_fetched(self) -> list[str]:
        """List the addresses that cost anything."""
        return [url for url, size in self.by_url.items() if size]


def tap(page: Page, origin: str) -> Wire:
    """Count what the page receives from the origin from now on."""
    wire = Wire()
    urls: dict[str, str] = {}
    session = page.context.new_cdp_session(page)

    def note_request(event: Mapping[str, Any]) -> None:
        if event["request"]["url"].startswith(f"{origin}/"):
            urls[event["requestId"]] = event["request"]["url"]
            wire.by_url.setdefault(event["request"]["url"], 0)

    def note_end(event: Mapping[str, Any]) -> None:
        if url := urls.get(event["requestId"]):
            wire.by_url[url] += int(event["encodedDataLength"])

    def note_frame(event: Mapping[str, Any]) -> None:
        response = event["response"]
        share = 0.75 if response["opcode"] == 2 else 1  # binary ones are given as base64
        wire.socket_bytes += int(len(response["payloadData"]) * share)

    session.on("Network.requestWillBeSent", note_request)
    session.on("Network.loadingFinished", note_end)
    session.on("Network.webSocketFrameReceived", note_frame)
    session.send("Network.enable")
    return wire
