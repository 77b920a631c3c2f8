"""Carrying an answer to its client: for as long as the client is there, and reads."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any

from starlette.types import Receive

from qwenchat.protocol.wire.sse import KEEP_ALIVE
from qwenchat.server.exchange import Exchange

IDLE_S = 15.0  # after so long without a byte a stream gets a comment: proxies close what is silent
SLOW_READER_S = 60.0  # a client that takes nothing for so long counts as gone


class ClientLeft(Exception):
    """Nobody waits for the reply any more."""


async def deliver(
    work: Coroutine[Any, Any, None], receive: Receive, exchange: Exchange, idle_s: float = IDLE_S
) -> None:
    """Run `work`, which makes and sends the reply; it is cancelled at once when the client leaves.

    A stream that is silent for `idle_s` gets a comment; one that has not begun is begun for it.
    Raises what `work` raises, and ClientLeft.
    """
    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(_left(receive))
    try:
        while True:
            n_sent = exchange.n_sent
            await asyncio.wait((working, leaving), timeout=idle_s, return_when=asyncio.FIRST_COMPLETED)
            if working.done():
                return working.result()
            if leaving.done() and exchange.ended:  # not the client has left, the reply is over
                return await working
            if leaving.done() or _is_stuck(exchange):
                raise ClientLeft
            if exchange.streamed and exchange.n_sent == n_sent and exchange.blocked_since is None:
                await _comment(exchange)
    finally:
        working.cancel()
        leaving.cancel()
        await asyncio.wait((working, leaving))
        if working.done() and not working.cancelled():
            working.exception()  # taken, so that nobody is told of it twice


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _is_stuck(exchange: Exchange) -> bool:
    return exchange.blocked_since is not None and time.monotonic() - exchange.blocked_since > SLOW_READER_S


async def _comment(exchange: Exchange) -> None:
    if not exchange.status:
        await exchange.begin_stream()
    await exchange.write(KEEP_ALIVE)
