"""Which names a server answers, and with what: models loaded on first use, and never taken away in mid-answer."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Protocol

from msgspec import Struct, field

from qwenchat import catalogue
from qwenchat.protocol.errors import InvalidValue
from qwenchat.protocol.responder import Responder
from qwenchat.protocol.wire.errors import UNAVAILABLE, UNKNOWN_MODEL, ApiError

_log = logging.getLogger(__name__)

NOT_LOADED = "Model is unavailable, please try again later."
UNKNOWN = "The model `{name}` does not exist or you do not have access to it."
UNCONFIGURED = (
    " It is a known Qwen model, but this server has nothing behind it: give the server's config file a"
    ' [models."{name}"] with local = "a folder or hub name" or upstream = "a service".'
)


class Source(Protocol):
    """What a model can be made of."""

    def n_bytes(self) -> int:
        """The memory its weights will take. May download them, so not for an event loop."""
        ...

    def load(self) -> Responder:
        """The model, ready to answer. Not for an event loop either."""
        ...


class Seat(Struct):
    """One model of the roster, loaded or not."""

    name: str
    source: Source
    also: tuple[str, ...] = ()  # other names it answers to
    adapters: tuple[str, ...] = ()  # names under which it answers with one of its adapters
    at_start: bool = True  # loaded with the server, not on first use
    responder: Responder | None = None
    failed: bool = False  # the last try to load it; the log has the reason
    n_bytes: int = 0  # what it takes, once that is known
    n_busy: int = 0  # answers in the making
    used: float = field(default_factory=time.monotonic)


class Roster:
    """The models of a server, by every name they answer to."""

    def __init__(self, seats: Iterable[Seat], max_bytes: int | None = None) -> None:
        """`max_bytes`: the weights of all loaded models together; None for no limit."""
        self.seats: Sequence[Seat] = tuple(seats)
        self._max_bytes = max_bytes
        self._names: dict[str, Seat] = {}
        for seat in self.seats:
            for name in (seat.name, *seat.also, *seat.adapters):
                if self._names.setdefault(name.lower(), seat) is not seat:
                    raise InvalidValue("models", name, "two models can't have the same name")
        for seat in self.seats:  # whoever has a name of his own keeps it
            row = catalogue.find(seat.name)
            if row is not None:
                self._names.setdefault(row.name, seat)
        self._loading = asyncio.Lock()
        self._freed = asyncio.Event()

    @property
    def hopeless(self) -> bool:
        """Whether all models were wanted from the start, and none could be loaded."""
        return all(seat.at_start and seat.failed for seat in self.seats)

    def seat(self, name: str) -> Seat:
        """The model that answers to `name`, in any case and spelling. ApiError (404) if there is none."""
        row = catalogue.find(name)
        seat = self._names.get(name.lower()) or (row and self._names.get(row.name))
        if seat:
            return seat
        text = UNKNOWN.format(name=name[:200]) + (UNCONFIGURED.format(name=row.name) if row else "")
        raise ApiError(UNKNOWN_MODEL, text, param="model")

    @asynccontextmanager
    async def lease(self, seat: Seat) -> AsyncIterator[Responder]:
        """The seat's model, loaded, and kept for as long as the context is open."""
        seat.n_busy += 1
        try:
            yield await self.loaded(seat)
        finally:
            seat.n_busy -= 1
            seat.used = time.monotonic()
            self._freed.set()

    async def loaded(self, seat: Seat) -> Responder:
        """The seat's responder, loaded if it isn't."""
        if seat.responder is not None:
            return seat.responder
        async with self._loading:  # one at a time: loading takes all cores, and the memory is counted once
            if seat.responder is None:
                seat.responder = await self._load(seat)
            return seat.responder

    async def _load(self, seat: Seat) -> Responder:
        try:
            seat.n_bytes = await asyncio.to_thread(seat.source.n_bytes)
            await self._make_room(seat)
            responder = await asyncio.to_thread(seat.source.load)
            seat.failed = False
            return responder
        except Exception as error:
            # The one who runs this server can mend it; its clients need not know what is missing.
            seat.failed = True
            _log.error("%s can't be loaded: %s", seat.name, error)
            raise ApiError(UNAVAILABLE, NOT_LOADED, retry_after_s=10, param="model") from error

    async def _make_room(self, wanted: Seat) -> None:
        """Unload what was not used for longest until `wanted` fits, or nothing else is loaded."""
        while self._max_bytes is not None:
            loaded = [seat for seat in self.seats if seat.responder is not None and seat.n_bytes]
            if not loaded or sum(seat.n_bytes for seat in loaded) + wanted.n_bytes <= self._max_bytes:
                return
            idle = [seat for seat in loaded if not seat.n_busy]
            if idle:
                await self._unload(min(idle, key=lambda seat: seat.used))
            else:
                self._freed.clear()
                await self._freed.wait()

    async def _unload(self, seat: Seat) -> None:
        """Take the seat's model away; its memory is free when this returns."""
        responder, seat.responder = seat.responder, None
        if responder is not None:
            await responder.close()
