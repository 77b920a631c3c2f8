"""What happens before the first request and after the last."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from qwenchat.protocol.wire.errors import ApiError
from qwenchat.server.service import Service


@contextlib.asynccontextmanager
async def lifespan(service: Service) -> AsyncIterator[None]:
    """Load the models that are wanted from the start, while the first requests may already come."""
    loading = asyncio.ensure_future(_load(service))
    try:
        yield
    finally:
        loading.cancel()
        await _last_words(service)


async def _last_words(service: Service) -> None:
    """Let answers that are cut off now still tell their clients so."""
    for _ in range(50):
        await asyncio.sleep(0.01)
        if not service.running:
            await asyncio.sleep(0.05)
            return


async def _load(service: Service) -> None:
    for seat in service.roster.seats:
        if seat.at_start:
            with contextlib.suppress(ApiError):  # the log has the reason; a request will try again
                await service.roster.loaded(seat)
