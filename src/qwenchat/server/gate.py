"""The gate that every request passes: it gets its id here, and whatever goes wrong becomes a reply here."""

import asyncio
import logging

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from qwenchat.protocol.errors import QwenChatError
from qwenchat.protocol.wire.errors import (
    BAD_REQUEST,
    BROKEN,
    NO_PATH,
    UNAVAILABLE,
    ApiError,
    refused,
    relayed,
    translated,
)
from qwenchat.protocol.wire.native import native_error
from qwenchat.protocol.wire.replies import encode, error_body
from qwenchat.protocol.wire.sse import DONE, frame
from qwenchat.server.delivery import ClientLeft
from qwenchat.server.exchange import EVENTS, Exchange
from qwenchat.server.service import Service

_log = logging.getLogger(__name__)

INTERNAL = "An internal error has occured, please try again later or contact service support."  # their spelling
CLOSING = "The server is closing, please try again."
CLIENT_LEFT = 499
OPEN = frozenset(("/health", "/ready", "/metrics", "/version", "/openapi.json", "/docs"))  # all else needs the key


class Gate:
    """The outermost application; endpoints find the service as their request's `app`."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._service = service
        self._strict = service.settings.strict

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["app"] = self._service
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = Exchange.of(scope, send)
        scope["exchange"] = exchange
        try:
            await self._guarded(scope, receive, exchange)
        finally:
            self._service.closed(exchange)

    async def _guarded(self, scope: Scope, receive: Receive, exchange: Exchange) -> None:
        try:
            self._let_in(scope, exchange)
            await self._app(scope, receive, exchange.send)
        except asyncio.CancelledError:  # the server's time to drain is over
            if exchange.status:
                await self._fail(exchange, ApiError(UNAVAILABLE, CLOSING))
            raise
        except ClientLeft:
            exchange.finish = "cancelled"
            exchange.status = exchange.status or CLIENT_LEFT
        except QwenChatError as error:
            await self._fail(exchange, _reply_to(error))
        except HTTPException as error:
            await self._fail(exchange, _of_router(error, exchange.method))
        except Exception:
            _log.exception("request %s failed", exchange.id)
            await self._fail(exchange, ApiError(BROKEN, INTERNAL))

    def _let_in(self, scope: Scope, exchange: Exchange) -> None:
        """Find out whose request it is. ApiError (401) where a key is needed and there is no good one."""
        if exchange.path in OPEN:
            return
        headers = Headers(scope=scope)
        exchange.wait_s = _seconds(headers.get("x-dashscope-wait-timeout"))
        if self._service.keys is not None:
            # Native clients may send the bare key.
            exchange.key = self._service.keys.known(headers.get("authorization", "").removeprefix("Bearer "))

    async def _fail(self, exchange: Exchange, error: ApiError) -> None:
        error = native_error(error) if exchange.form == "native" else error
        exchange.error = error.kind.code or error.kind.native
        if exchange.ended:
            return
        body = encode(error_body(error, exchange.id, exchange.form, self._strict))
        if exchange.status:  # the reply has begun: an error can only be one of its frames, then the end
            await exchange.write(_last_frame(body, error, exchange), more=False)
            return
        later = () if error.retry_after_s is None else ((b"retry-after", b"%d" % max(1, round(error.retry_after_s))),)
        if self._strict and exchange.streamed and exchange.form == "openai":
            await exchange.reply(frame(body), error.kind.status, *later, kind=EVENTS)
        else:
            await exchange.reply(body, error.kind.status, *later)


def _reply_to(error: QwenChatError) -> ApiError:
    from qwenchat.client.errors import ServiceError  # nobody waits for this import who isn't refused something

    return relayed(error) if isinstance(error, ServiceError) else translated(error)


def _seconds(text: str | None) -> float:
    if text is None:
        return 0.0
    if not text.isdecimal() or len(text) > 6:
        raise refused("X-DashScope-Wait-Timeout should be a whole number of seconds.", "X-DashScope-Wait-Timeout")
    return float(text)


def _of_router(error: HTTPException, method: str) -> ApiError:
    if error.status_code == 405:
        return ApiError(BAD_REQUEST, f"Request method '{method[:20]}' is not supported.")
    return ApiError(NO_PATH, "Not found!")


def _last_frame(body: bytes, error: ApiError, exchange: Exchange) -> bytes:
    if exchange.form == "native":
        return b"event:error\n:HTTP_STATUS/%d\ndata:%b\n\n" % (error.kind.status, body)
    return frame(body) + DONE
