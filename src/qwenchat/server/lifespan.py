"""What happens before the first request and after the last."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from qwenchat.server.service import Service

_log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def lifespan(service: Service) -> AsyncIterator[None]:
    """Load the models that are wanted from the start, while the first requests may already come."""
    loading = asyncio.ensure_future(_load(service))
    try:
        yield
    finally:
        loading.cancel()


async def _load(service: Service) -> None:
    for seat in service.roster.seats:
        if seat.at_start:
            try:
                await service.roster.loaded(seat)
            except Exception as error:
                _log.error("%s can't be loaded: %s", seat.name, error)
