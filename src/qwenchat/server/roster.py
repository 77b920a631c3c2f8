"""Which names a server answers, and with what: models loaded on first use, and never taken away in mid-answer."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from qwenchat.protocol.responder import Responder
from qwenchat.protocol.wire.errors import UNKNOWN_MODEL, ApiError
from qwenchat.protocol.wire.rules import Rules
from qwenchat.server.model_rules import rules_of

Load = Callable[[], Responder]

UNKNOWN = "The model `{name}` does not exist or you do not have access to it."


@dataclass(slots=True)
class Seat:
    """One model of the roster, loaded or not."""

    name: str
    load: Load
    at_start: bool = True  # loaded with the server, not on first use
    responder: Responder | None = None
    n_busy: int = 0  # answers in the making
    loading: asyncio.Lock = field(default_factory=asyncio.Lock)


class Roster:
    """The models of a server, by every name they answer to."""

    def __init__(self, models: Mapping[str, Load], aliases: Mapping[str, str] | None = None) -> None:
        self._seats = {name: Seat(name, load) for name, load in models.items()}
        self._names = {name.lower(): name for name in models} | {
            alias.lower(): name for alias, name in (aliases or {}).items()
        }

    @property
    def seats(self) -> Sequence[Seat]:
        """The models, in the order they were named."""
        return tuple(self._seats.values())

    def seat(self, name: str) -> Seat:
        """The model that answers to `name`, in any case. ApiError (404) if there is none."""
        own = self._names.get(name.lower())
        if own is None:
            raise ApiError(UNKNOWN_MODEL, UNKNOWN.format(name=name[:200]), param="model")
        return self._seats[own]

    @asynccontextmanager
    async def lease(self, name: str) -> AsyncIterator[tuple[Responder, Rules]]:
        """The model that answers to `name` and its rules, loaded, and kept for as long as the context is open."""
        seat = self.seat(name)
        seat.n_busy += 1
        try:
            responder = await self.loaded(seat)
            yield responder, rules_of(name, responder.about)
        finally:
            seat.n_busy -= 1

    async def loaded(self, seat: Seat) -> Responder:
        """The seat's responder, loaded if it isn't."""
        async with seat.loading:
            if seat.responder is None:
                seat.responder = await asyncio.to_thread(seat.load)
            return seat.responder
