"""The wire under a call: the same few lines twice, blocking and for an event loop. What thinks is elsewhere."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from types import TracebackType
from typing import Self, TypedDict

import httpx
from msgspec import Struct

from qwenchat.client.errors import ServiceError, from_reply
from qwenchat.client.retry import USUAL, Attempts, Retry
from qwenchat.client.service import Call

WHOLE_S = 310.0  # the hosted service answers whole calls within 300 s
STREAM_S = 180.0  # between two pieces of a stream
CONNECT_S = 10.0


class Exchange(Struct, frozen=True):
    """A reply as it came: status, headers (names in lower case) and all its bytes."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Http:
    """Sends calls and gives the bytes of their replies. Raises `ServiceError`, and nothing else."""

    def __init__(self, retry: Retry = USUAL, sleep: Callable[[float], None] = time.sleep) -> None:
        self._http = httpx.Client()
        self._retry, self._sleep = retry, sleep

    def stream(self, call: Call) -> Iterator[bytes]:
        """The bytes of the reply as they come. Nothing is tried again once the first has come."""
        attempts = Attempts(self._retry)
        while True:
            try:
                with self._http.stream(call.method, call.url, **_rest(call)) as reply:
                    if reply.is_success:
                        yield from reply.iter_bytes()
                        return
                    error = _failed(reply, reply.read())
            except httpx.HTTPError as failure:
                raise _unreachable(call, failure) from failure
            self._sleep(attempts.wait_after(error))

    def whole(self, call: Call) -> bytes:
        """The whole reply."""
        return b"".join(self.stream(call))

    def exchange(self, call: Call) -> Exchange:
        """The reply to one try, whatever it is. Raises `ServiceError` only where none came."""
        try:
            reply = self._http.request(call.method, call.url, **_rest(call))
        except httpx.HTTPError as failure:
            raise _unreachable(call, failure) from failure
        return Exchange(
            reply.status_code, {name.lower(): value for name, value in reply.headers.items()}, reply.content
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._http.close()


class AsyncHttp:
    """`Http` for an event loop."""

    def __init__(self, retry: Retry = USUAL) -> None:
        self._http = httpx.AsyncClient(limits=httpx.Limits(max_connections=None, max_keepalive_connections=32))
        self._retry = retry

    async def stream(self, call: Call) -> AsyncGenerator[bytes]:
        """See `Http.stream`. Closing the generator closes the connection."""
        attempts = Attempts(self._retry)
        while True:
            try:
                async with self._http.stream(call.method, call.url, **_rest(call)) as reply:
                    if reply.is_success:
                        async for piece in reply.aiter_bytes():
                            yield piece
                        return
                    error = _failed(reply, await reply.aread())
            except httpx.HTTPError as failure:
                raise _unreachable(call, failure) from failure
            await asyncio.sleep(attempts.wait_after(error))

    async def close(self) -> None:
        """Close what is open."""
        await self._http.aclose()


class _Rest(TypedDict):
    headers: dict[str, str]
    content: bytes | None
    timeout: httpx.Timeout
    follow_redirects: bool


def _rest(call: Call) -> _Rest:
    timeout = httpx.Timeout(STREAM_S if call.streamed else WHOLE_S, connect=CONNECT_S)
    # A key goes to the host it was given for, and to none that this host points to.
    return _Rest(headers=dict(call.headers), content=call.content, timeout=timeout, follow_redirects=False)


def _failed(reply: httpx.Response, body: bytes) -> ServiceError:
    if reply.is_redirect:
        return ServiceError(
            f"redirected to {reply.headers.get('location')}; give that address", status=reply.status_code
        )
    return from_reply(reply.status_code, {name.lower(): value for name, value in reply.headers.items()}, body)


def _unreachable(call: Call, failure: Exception) -> ServiceError:
    return ServiceError(f"{call.host}: {str(failure) or type(failure).__name__}")
