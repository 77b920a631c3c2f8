"""A model of an upstream as a server sees it: a chat request in, events out."""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing

from qwenchat import catalogue
from qwenchat.client import AsyncHttp, ChunkReader, Http, Retry, Service, ServiceError
from qwenchat.client.listed import listed_context
from qwenchat.client.retry import USUAL
from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.errors import ContextLengthError, InvalidValue, QwenChatError
from qwenchat.protocol.responder import About, ChoiceEvent
from qwenchat.upstreams.events import EventReader
from qwenchat.upstreams.spell import body_of
from qwenchat.upstreams.upstream import Upstream

UNAUTHORIZED = 401


class UpstreamResponder:
    """A `Responder` over a model of a service elsewhere."""

    def __init__(self, upstream: Upstream, service: Service, model: str, about: About, retry: Retry = USUAL) -> None:
        self._upstream, self._service, self._model, self._about = upstream, service, model, about
        row = catalogue.find(model)
        self._repeats = upstream.hosted and row is not None and row.streams_whole
        self._http = AsyncHttp(retry)

    @property
    def about(self) -> About:
        """What the model can do, as far as the service or the catalogue says."""
        return self._about

    async def stream(self, request: ChatRequest) -> AsyncGenerator[ChoiceEvent]:
        """The answers' events as they come; see `Responder`. Raises `ServiceError` where the service fails."""
        dialect = self._upstream.dialect
        body = body_of(request, self._model, dialect)
        echo = str(request.messages[-1]["content"]) if request.continue_last and dialect.echoes else ""
        chunks, events = ChunkReader(), EventReader(request.n, self._repeats, echo)
        try:
            async with aclosing(self._http.stream(self._service.chat(body))) as pieces:
                async for piece in _within(request.time_limit_s, pieces):
                    for chunk in chunks.push(piece):
                        for event in events.push(chunk):
                            yield event
            for chunk in chunks.end():
                for event in events.push(chunk):
                    yield event
            for event in events.end():
                yield event
        except TimeoutError:
            for event in events.cut():
                yield event
        except ServiceError as error:
            raise placed(error, self._upstream, self._service) from None

    async def close(self) -> None:
        """Close the connections that are kept open."""
        await self._http.close()


async def _within(limit_s: float | None, pieces: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    """The pieces that come in time. TimeoutError when it is over."""
    if limit_s is None:
        async for piece in pieces:
            yield piece
        return
    until = time.monotonic() + limit_s
    while piece := await asyncio.wait_for(anext(pieces, b""), until - time.monotonic()):
        yield piece


def open_upstream(
    upstream: Upstream, model: str, variables: Mapping[str, str], context: int | None = None
) -> UpstreamResponder:
    """The responder for `model`, by the service's own name for it; `variables` may hold its key.

    How many tokens its context holds is taken from `context`, else from the service itself, else from the catalogue.
    Raises `InvalidValue` where nobody knows it or the key is missing, and `ServiceError` where the service fails.
    """
    service = upstream.service(variables)
    row = catalogue.find(model)
    known = context
    if known is None and not upstream.hosted:
        known = _context_of(upstream, service, model)
    if known is None:
        known = row.context if row is not None else None
    if known is None:
        raise InvalidValue(f"{model}.context", None, f"say how many tokens it holds: {upstream.where()} doesn't")
    # An open engine has whatever its template has; a request for what it lacks is refused there.
    about = About(known, row.may_think(), row.tools) if row is not None else About(known, True, True)
    return UpstreamResponder(upstream, service, model, about)


def placed(error: ServiceError, upstream: Upstream, service: Service) -> QwenChatError:
    """`error` with the upstream it is from, and without the key, which some services repeat."""
    n_prompt, n_context = _count(error, "n_prompt_tokens"), _count(error, "n_ctx")
    if n_prompt and n_context:  # llama.cpp says both; our words for it are the ones that clients know
        return ContextLengthError(n_prompt, n_context)
    message = error.message if service.key is None else error.message.replace(service.key, "…")
    where = upstream.where()
    if error.status == UNAUTHORIZED:
        where += f" refuses the key in {upstream.key_place()} (keys are bound to a region)"
    return ServiceError(
        f"{where}: {message}",
        status=error.status,
        code=error.code,
        type=error.type,
        param=error.param,
        retry_after_s=error.retry_after_s,
    )


def _count(error: ServiceError, name: str) -> int:
    try:
        told = json.loads(error.body)["error"][name]
    except (ValueError, LookupError, TypeError):
        return 0
    return told if isinstance(told, int) else 0


def _context_of(upstream: Upstream, service: Service, model: str) -> int | None:
    """What the service itself says of the model's context."""
    try:
        with Http() as http:
            return listed_context(json.loads(http.whole(service.call("/models"))), model)
    except ServiceError as error:
        raise placed(error, upstream, service) from None
    except ValueError:  # not JSON
        return None
