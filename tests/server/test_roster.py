"""The models of a server: loaded when asked for, and given back, whole and at once, when another needs the room."""

import asyncio
import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from qwenchat.engine import EngineDead
from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.events import Event
from qwenchat.protocol.responder import TokenResponder
from qwenchat.server.local import LocalSource
from qwenchat.server.roster import Roster, Seat

GIB = 2**30
HELLO = ChatRequest("tiny", ({"role": "user", "content": "Hello"},), {"temperature": 0}, max_tokens=3)


@pytest.fixture
def nobody_collects() -> Iterator[None]:
    """What is given back in this test is given back by those who let go of it."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def mapped_bytes() -> int:
    """The memory this process has asked the system for, touched or not."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * 4096
    except OSError:
        pytest.skip("this machine has no /proc")


def engine_threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "qwenchat-engine"}


def roster_of_two() -> Roster:
    """Two models, of which one fits."""

    def seat(name: str) -> Seat:
        return Seat(name, LocalSource("tiny", {"cache_gib": 0.1, "threads": 1}))

    return Roster((seat("a"), seat("b")), max_bytes=1)


async def answer(roster: Roster, name: str) -> list[Event]:
    async with roster.lease(roster.seat(name)) as responder:
        return [event async for _, event in responder.stream(HELLO)]


def test_a_model_that_makes_room_gives_back_its_memory_and_its_thread(nobody_collects: None) -> None:
    async def main() -> None:
        roster, others, before = roster_of_two(), engine_threads(), mapped_bytes()
        said = await answer(roster, "a")
        one = mapped_bytes() - before
        assert one > 0.1 * GIB
        for name in ("b", "a", "b"):
            threads = engine_threads()
            assert await answer(roster, name) == said
            assert len(engine_threads() - others) == 1
            assert threads != engine_threads()
            assert mapped_bytes() - before < 1.5 * one

    asyncio.run(main())


def test_a_model_taken_away_answers_nobody_who_still_holds_it() -> None:
    async def main() -> None:
        roster, others = roster_of_two(), engine_threads()
        await answer(roster, "a")
        held = roster.seat("a").responder
        first = engine_threads() - others
        await roster.loaded(roster.seat("b"))
        assert isinstance(held, TokenResponder)
        assert isinstance(held.broken, EngineDead)
        assert not first & engine_threads()
        with pytest.raises(EngineDead):
            await anext(held.stream(HELLO))

    asyncio.run(main())
