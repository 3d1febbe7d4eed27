"""What is made at a request: once for all who ask, in turns, within a limit, and not for ever where it failed."""

import asyncio
import threading

import pytest

from pages.delivery.response_cache import MAX_WAITING, CrowdedError, KeptResults

Texts = KeptResults[str, bytes]


def test_what_many_ask_for_is_made_once() -> None:
    """Fifty readers of one address at a time, and one later, cost one rendering."""
    texts = Texts(100, len)

    async def ask() -> set[bytes]:
        found = await asyncio.gather(*(texts.get("a", lambda: b"page") for _ in range(50)))
        return {*found, await texts.get("a", lambda: b"another")}

    assert asyncio.run(ask()) == {b"page"}
    assert texts.made == 1


def test_one_is_made_at_a_time() -> None:
    """Many addresses at once queue, and do not share the processor among them."""
    texts, inside, most = Texts(1000, len), threading.Semaphore(1), []

    def make() -> bytes:
        most.append(inside.acquire(blocking=False))
        inside.release()
        return b"page"

    async def ask() -> None:
        await asyncio.gather(*(texts.get(str(number), make) for number in range(20)))

    asyncio.run(ask())
    assert most == [True] * 20


def test_who_comes_too_late_is_told() -> None:
    """The queue has an end; what is made already is still given, and later there is room again."""
    texts, gate = Texts(1000, len), threading.Event()

    async def ask() -> bytes:
        known = await texts.get("known", lambda: b"page")
        waiting = [
            asyncio.create_task(texts.get(str(number), lambda: bytes(gate.wait()))) for number in range(MAX_WAITING)
        ]
        await asyncio.sleep(0)
        with pytest.raises(CrowdedError, match=str(MAX_WAITING)):
            await texts.get("late", lambda: b"page")
        assert await texts.get("known", lambda: b"another") == known
        gate.set()
        await asyncio.gather(*waiting)
        return await texts.get("late", lambda: b"page")

    assert asyncio.run(ask()) == b"page"


def test_what_is_kept_stays_below_the_limit() -> None:
    """Beyond the limit those asked for least recently go."""
    texts = Texts(50, len)

    async def ask() -> list[int]:
        held = []
        for number in range(20):
            await texts.get(str(number), lambda: b"0123456789")
            await texts.get("0", lambda: b"0123456789")
            held.append(texts.held_bytes)
        return held

    assert max(asyncio.run(ask())) == 50
    assert texts.made == 20


def test_what_failed_is_tried_again() -> None:
    """A failure reaches who asked and is not kept."""
    texts = Texts(100, len)

    def fail() -> bytes:
        raise OSError("broken on purpose")

    async def ask() -> bytes:
        with pytest.raises(OSError, match="on purpose"):
            await texts.get("a", fail)
        return await texts.get("a", lambda: b"page")

    assert asyncio.run(ask()) == b"page"


def test_what_is_asked_for_again_is_improved() -> None:
    """Once, in the background: who asks meanwhile gets it as it is; what it weighs is counted anew."""
    gate, improved = threading.Event(), []

    def improve(text: bytes) -> bytes:
        gate.wait()
        improved.append(text)
        return text[:2]

    texts = Texts(100, len, improve=improve)

    async def ask() -> bytes:
        for _ in range(3):
            assert await texts.get("a", lambda: b"page") == b"page"
            assert await texts.get("b", lambda: b"once") == b"once"
        gate.set()
        while (found := await texts.get("a", lambda: b"another")) == b"page":
            await asyncio.sleep(0)
        while await texts.get("b", lambda: b"another") == b"once":
            await asyncio.sleep(0)
        return found

    assert asyncio.run(ask()) == b"pa"
    assert improved == [b"page", b"once"]
    assert texts.held_bytes == 4


def test_what_is_asked_for_once_is_left_as_it_is() -> None:
    """Strangers who ask for ever other addresses cost nothing more."""
    texts = Texts(1000, len, improve=lambda _: b"")

    async def ask() -> list[bytes]:
        for number in range(20):
            await texts.get(str(number), lambda: b"page")
        await asyncio.sleep(0)
        return [await texts.get("20", lambda: b"page")]

    assert asyncio.run(ask()) == [b"page"]
    assert texts.held_bytes == 21 * len(b"page")
