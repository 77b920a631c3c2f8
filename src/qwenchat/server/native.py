"""POST …/text-generation/generation: DashScope's own protocol."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from qwenchat.protocol.events import Finish
from qwenchat.protocol.json_data import Json
from qwenchat.protocol.responder import ChoiceEvent, TokenResponder
from qwenchat.protocol.wire.body import model_of
from qwenchat.protocol.wire.native import NativeAnswer, NativeCall, native_call
from qwenchat.server.delivery import deliver
from qwenchat.server.exchange import Exchange
from qwenchat.server.intake import json_body
from qwenchat.server.service import Service


class NativeGeneration:
    """The endpoint: whether the answer is streamed is said in a header."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        exchange: Exchange = scope["exchange"]
        request = Request(scope, receive)
        body = await json_body(request)
        exchange.model = model_of(body)
        assert isinstance(body, dict), "model_of has refused anything else"
        asked = request.headers.get("x-dashscope-sse") == "enable"
        exchange.streamed = asked or "text/event-stream" in request.headers.get("accept", "")
        await deliver(self._answer(body, exchange), receive, exchange)

    async def _answer(self, body: dict[str, Json], exchange: Exchange) -> None:
        async with self._service.answering(exchange) as (responder, rules):
            native = native_call(body, rules, exchange.streamed, self._service.settings.strict)
            n_prompt = 0
            if exchange.streamed and isinstance(responder, TokenResponder):
                n_prompt = len(responder.prompt_ids(native.request))
            events = self._service.watched(responder.stream(native.request), exchange)
            answer = NativeAnswer(exchange.id, native, n_prompt)
            await (_stream if exchange.streamed else _whole)(events, native, answer, exchange)


async def _whole(
    events: AsyncGenerator[ChoiceEvent], native: NativeCall, answer: NativeAnswer, exchange: Exchange
) -> None:
    async with aclosing(events):
        async for choice, event in events:
            answer.add(choice, event)
    await exchange.reply(answer.reply())


async def _stream(
    events: AsyncGenerator[ChoiceEvent], native: NativeCall, answer: NativeAnswer, exchange: Exchange
) -> None:
    n_open = native.request.n
    async with aclosing(events):
        async for choice, event in events:
            n_open -= isinstance(event, Finish)
            frames = answer.frames(choice, event)
            if not exchange.status:
                await exchange.begin_stream()
            await exchange.write(frames, more=n_open > 0)
