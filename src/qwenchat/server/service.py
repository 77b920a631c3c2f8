"""What all endpoints of one server share."""

import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import TYPE_CHECKING

from msgspec import Struct, field

from qwenchat.protocol.responder import Responder
from qwenchat.protocol.wire.errors import BUSY, ApiError
from qwenchat.protocol.wire.rules import Rules
from qwenchat.server.admission import Admission
from qwenchat.server.exchange import Exchange
from qwenchat.server.log import log_line
from qwenchat.server.meters import Meters
from qwenchat.server.model_rules import rules_of
from qwenchat.server.roster import Roster, Seat
from qwenchat.server.settings import Settings

if TYPE_CHECKING:
    from qwenchat.server.keys import Keys

FULL = "Too many requests in route. Please try again later."


class Service(Struct, frozen=True):
    """One running server."""

    settings: Settings
    roster: Roster
    keys: "Keys | None" = None  # None: everybody may come
    meters: Meters = field(default_factory=Meters)
    admission: Admission = field(default_factory=Admission)
    running: set[Exchange] = field(default_factory=set)
    started: float = field(default_factory=time.time)

    @asynccontextmanager
    async def answering(self, exchange: Exchange) -> AsyncIterator[tuple[Responder, Rules]]:
        """The model that an exchange asks for and its rules, while its answer is made. ApiError if none can be."""
        seat = self.roster.seat(exchange.model)
        if len(self.running) >= self.settings.max_running:
            raise ApiError(BUSY, FULL, retry_after_s=1)
        self.running.add(exchange)
        try:
            async with self._admitted(exchange, seat), self.roster.lease(seat) as responder:
                yield responder, rules_of(exchange.model, responder.about)
        finally:
            self.running.remove(exchange)

    def _admitted(self, exchange: Exchange, seat: Seat) -> AbstractAsyncContextManager[None]:
        if exchange.key is None:
            return nullcontext()
        return self.admission.admitted(exchange.key, (exchange.model, seat.name), exchange.wait_s)

    def still_s(self) -> float:
        """How long nothing has moved of any answer in the making; 0 where there is none."""
        moved = [exchange.moved for exchange in self.running]
        return time.perf_counter() - max(*moved, self.meters.progressed) if moved else 0.0

    def closed(self, exchange: Exchange) -> None:
        """An exchange is over: it is counted, and has its line in the log."""
        self.meters.add(exchange)
        if self.keys is not None and exchange.key is not None and exchange.n_tokens:
            self.keys.use(exchange.key, exchange.n_tokens)
            self.admission.used(exchange.key, exchange.n_tokens)
        log_line(exchange, as_json=self.settings.log_format == "json")
