"""POST /chat/completions."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from qwenchat.protocol.events import Finish
from qwenchat.protocol.json_data import Json
from qwenchat.protocol.responder import ChoiceEvent
from qwenchat.protocol.wire.answers import Chunks, WholeAnswer
from qwenchat.protocol.wire.body import ChatCall, chat_call, model_of
from qwenchat.server.delivery import deliver
from qwenchat.server.exchange import Exchange
from qwenchat.server.intake import json_body
from qwenchat.server.service import Service


class ChatCompletions:
    """The endpoint: a chat request in, a whole or a streamed completion out."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        exchange: Exchange = scope["exchange"]
        body = await json_body(Request(scope, receive))
        exchange.model = model_of(body)
        assert isinstance(body, dict), "model_of has refused anything else"
        exchange.streamed = body.get("stream") is True
        await deliver(self._answer(body, exchange), receive, exchange)

    async def _answer(self, body: dict[str, Json], exchange: Exchange) -> None:
        async with self._service.answering(exchange) as (responder, rules):
            call = chat_call(body, rules, self._service.settings.strict)
            events = self._service.watched(responder.stream(call.request), exchange)
            await (_stream if call.stream else _whole)(events, call, exchange)


async def _whole(events: AsyncGenerator[ChoiceEvent], call: ChatCall, exchange: Exchange) -> None:
    request = call.request
    whole = WholeAnswer(exchange.id, request.model, request.n, request.n_logprobs is not None)
    async with aclosing(events):
        async for choice, event in events:
            whole.add(choice, event)
    await exchange.reply(whole.reply())


async def _stream(events: AsyncGenerator[ChoiceEvent], call: ChatCall, exchange: Exchange) -> None:
    request = call.request
    wants_logprobs = request.n_logprobs is not None
    chunks = Chunks(exchange.id, request.model, wants_logprobs=wants_logprobs, include_usage=call.include_usage)
    n_open = request.n
    async with aclosing(events):
        async for choice, event in events:
            frames = chunks.frames(choice, event)
            if isinstance(event, Finish):
                n_open -= 1
                frames += b"" if n_open else chunks.end()
            if not exchange.status:
                await exchange.begin_stream()
            await exchange.write(frames, more=n_open > 0)
