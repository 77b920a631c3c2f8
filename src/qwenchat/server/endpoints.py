"""The endpoints that answer: each reads its body's form, asks a responder, and tells the events in its own spelling."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from qwenchat.protocol.responder import Responder, TokenResponder
from qwenchat.protocol.wire.answers import Chunks, WholeAnswer
from qwenchat.protocol.wire.body import chat_call, model_of
from qwenchat.protocol.wire.completion import TextAnswer, completion_call
from qwenchat.protocol.wire.errors import UNSUPPORTED_MODEL, ApiError
from qwenchat.protocol.wire.fields import refuse_unknown_of, typed
from qwenchat.protocol.wire.native import NativeAnswer, native_call
from qwenchat.protocol.wire.replies import encode
from qwenchat.protocol.wire.rules import Rules
from qwenchat.server.character import within
from qwenchat.server.delivery import deliver
from qwenchat.server.exchange import Exchange
from qwenchat.server.intake import json_body
from qwenchat.server.service import Service
from qwenchat.server.telling import tell_stream, tell_whole

Answer: TypeAlias = Callable[[Service, Mapping[str, Any], Responder, Rules, Exchange], Awaitable[None]]

NO_TEXT = "Unsupported model {model} for completions: only models that run on this server take bare text."


class Endpoint:
    """A path that is asked with POST; `answer` makes and sends the reply."""

    def __init__(self, service: Service, answer: Answer) -> None:
        self._service = service
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        exchange: Exchange = scope["exchange"]
        request = Request(scope, receive)
        body = await json_body(request)
        exchange.model = model_of(body)
        assert isinstance(body, dict), "model_of has refused anything else"
        exchange.streamed = _wants_events(request) if exchange.form == "native" else body.get("stream") is True
        await deliver(self._answered(body, exchange), receive, exchange)

    async def _answered(self, body: Mapping[str, Any], exchange: Exchange) -> None:
        async with self._service.answering(exchange) as (responder, rules):
            await self._answer(self._service, body, responder, rules, exchange)


def _wants_events(request: Request) -> bool:
    headers = request.headers
    return headers.get("x-dashscope-sse") == "enable" or "text/event-stream" in headers.get("accept", "")


async def chat(
    service: Service, body: Mapping[str, Any], responder: Responder, rules: Rules, exchange: Exchange
) -> None:
    """POST /chat/completions."""
    call = chat_call(body, rules, service.settings.strict)
    request, wants_logprobs = exchange.salted(call.request), call.request.n_logprobs is not None
    if rules.character and isinstance(responder, TokenResponder):
        request = within(request, responder, rules.max_input)
    events = responder.stream(request)
    if call.stream:
        chunks = Chunks(
            exchange.id,
            request.model,
            wants_logprobs=wants_logprobs,
            include_usage=call.include_usage,
            repeats=rules.repeats,
        )
        await tell_stream(events, chunks, request.n, exchange)
    else:
        await tell_whole(events, WholeAnswer(exchange.id, request.model, request.n, wants_logprobs), exchange)


async def native(
    service: Service, body: Mapping[str, Any], responder: Responder, rules: Rules, exchange: Exchange
) -> None:
    """POST …/generation, in DashScope's own protocol."""
    call = native_call(body, rules, exchange.streamed, service.settings.strict)
    request = exchange.salted(call.request)
    events = responder.stream(request)
    if exchange.streamed:
        # Each frame tells the prompt's length, long before the end does.
        n_prompt = len(responder.prompt_ids(request)) if isinstance(responder, TokenResponder) else 0
        await tell_stream(events, NativeAnswer(exchange.id, call, n_prompt), request.n, exchange)
    else:
        await tell_whole(events, NativeAnswer(exchange.id, call), exchange)


async def completion(
    service: Service, body: Mapping[str, Any], responder: Responder, rules: Rules, exchange: Exchange
) -> None:
    """POST /completions."""
    call = completion_call(body, rules)
    if not isinstance(responder, TokenResponder):
        raise ApiError(UNSUPPORTED_MODEL, NO_TEXT.format(model=rules.model), param="model")
    request = exchange.salted(call.request)
    events = responder.complete(request)
    if call.stream:
        await tell_stream(events, TextAnswer(exchange.id, call), request.n, exchange)
    else:
        await tell_whole(events, TextAnswer(exchange.id, call), exchange)


async def tokenize(
    service: Service, body: Mapping[str, Any], responder: Responder, rules: Rules, exchange: Exchange
) -> None:
    """POST /tokenize: the ids of `messages` as their model is given them, or of the plain text `prompt`."""
    if not isinstance(responder, TokenResponder):
        raise ApiError(UNSUPPORTED_MODEL, NO_TEXT.format(model=rules.model), param="model")
    prompt = body.get("prompt")
    if prompt is not None and "messages" not in body:
        refuse_unknown_of(body, ("model", "prompt"))
        ids = responder.text_ids(typed("prompt", prompt, str))
    else:
        ids = responder.prompt_ids(chat_call(body, rules).request)
    await exchange.reply(encode({"count": len(ids), "max_model_len": responder.about.context, "tokens": ids}))
