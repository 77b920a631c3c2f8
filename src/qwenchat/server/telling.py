"""Telling an answer: the events of a responder, added up or as they come. The forms differ, the way is one."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Protocol

from qwenchat.protocol.events import Event, Finish
from qwenchat.protocol.responder import ChoiceEvent
from qwenchat.server.exchange import Exchange


class Whole(Protocol):
    """How one protocol spells a whole reply."""

    def add(self, choice: int, event: Event) -> None:
        """One more event."""
        ...

    def reply(self) -> bytes:
        """The reply, once every answer has ended."""
        ...


class Frames(Protocol):
    """How one protocol spells a stream."""

    def frames(self, choice: int, event: Event) -> bytes:
        """The frames that tell of one event."""
        ...

    def end(self) -> bytes:
        """The frames after the last event."""
        ...


async def tell_whole(events: AsyncGenerator[ChoiceEvent], whole: Whole, exchange: Exchange) -> None:
    """Send all of `events` as one reply."""
    async with aclosing(events):
        async for choice, event in events:
            exchange.note(event)
            whole.add(choice, event)
    await exchange.reply(whole.reply())


async def tell_stream(events: AsyncGenerator[ChoiceEvent], frames: Frames, n_open: int, exchange: Exchange) -> None:
    """Send each of `events` at once, until all of the `n_open` answers have ended."""
    async with aclosing(events):
        async for choice, event in events:
            exchange.note(event)
            told = frames.frames(choice, event)
            if isinstance(event, Finish):
                n_open -= 1
                told += b"" if n_open else frames.end()
            if not exchange.status:
                await exchange.begin_stream()
            await exchange.write(told, more=n_open > 0)
