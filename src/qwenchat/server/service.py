"""What all endpoints of one server share."""

import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field

from qwenchat.protocol.events import Finish
from qwenchat.protocol.responder import ChoiceEvent, Responder
from qwenchat.protocol.wire.errors import BUSY, ApiError
from qwenchat.protocol.wire.rules import Rules
from qwenchat.server.exchange import Exchange
from qwenchat.server.log import log_line
from qwenchat.server.meters import Meters
from qwenchat.server.roster import Roster
from qwenchat.server.settings import Settings

FULL = "Too many requests in route. Please try again later."


@dataclass(frozen=True, slots=True)
class Service:
    """One running server."""

    settings: Settings
    roster: Roster
    meters: Meters = field(default_factory=Meters)
    started: float = field(default_factory=time.time)

    @asynccontextmanager
    async def answering(self, exchange: Exchange) -> AsyncIterator[tuple[Responder, Rules]]:
        """The model that an exchange asks for and its rules, while its answer is made. ApiError if none can be."""
        if self.meters.n_running >= self.settings.max_running:
            raise ApiError(BUSY, FULL, retry_after_s=1)
        self.meters.n_running += 1
        if self.meters.n_running == 1:
            self.meters.moved = time.monotonic()
        try:
            async with self.roster.lease(exchange.model) as leased:
                yield leased
        finally:
            self.meters.n_running -= 1

    async def watched(self, events: AsyncGenerator[ChoiceEvent], exchange: Exchange) -> AsyncGenerator[ChoiceEvent]:
        """`events`, noted as they pass."""
        async with aclosing(events):
            async for choice, event in events:
                self.meters.moved = time.monotonic()
                exchange.note_token()
                if isinstance(event, Finish):
                    exchange.note_finish(event)
                yield choice, event

    def closed(self, exchange: Exchange) -> None:
        """An exchange is over: it is counted, and has its line in the log."""
        self.meters.add(exchange)
        log_line(exchange, as_json=self.settings.json_log)
