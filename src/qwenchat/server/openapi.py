"""GET /openapi.json: what the server takes, drawn from the same tables that check it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from qwenchat import __version__
from qwenchat.protocol.sampling import Parameter
from qwenchat.protocol.wire.completion import SERVED
from qwenchat.protocol.wire.conversation import ROLES
from qwenchat.protocol.wire.fields import NUMBERS, SWITCHES

Json = dict[str, Any]

_STRING, _OBJECT = {"type": "string"}, {"type": "object"}
_CONTENT = {"anyOf": [_STRING, {"type": "array", "items": _OBJECT}, {"type": "null"}]}
_MESSAGE = {
    "type": "object",
    "required": ["role"],
    "properties": {
        "role": {"enum": [*ROLES, "developer"]},
        "content": _CONTENT,
        "tool_calls": {"type": "array", "items": _OBJECT},
        "tool_call_id": _STRING,
        "reasoning_content": _STRING,
        "partial": {"type": "boolean", "description": "the last message is the beginning of the answer"},
    },
}
_MESSAGES = {"type": "array", "minItems": 1, "items": _MESSAGE}
_STOP = {
    "description": "a text, texts, token ids or lists of them that end the answer",
    "anyOf": [_STRING, {"type": "array", "items": {"anyOf": [_STRING, {"type": "integer"}, {"type": "array"}]}}],
}
_OTHERS: Mapping[str, Json] = {
    "model": _STRING,
    "messages": _MESSAGES,
    "stop": _STOP,
    "stream_options": {"type": "object", "properties": {"include_usage": {"type": "boolean"}}},
    "tools": {"type": "array", "items": _OBJECT, "description": "functions that the model may call"},
    "tool_choice": {"description": "auto, none, required, or a function to call", "anyOf": [_STRING, _OBJECT]},
    "response_format": {"type": "object", "description": "text, json_object, or json_schema with its schema"},
    "logit_bias": {"type": "object", "additionalProperties": {"type": "number", "minimum": -100, "maximum": 100}},
    "reasoning_effort": {"enum": ["none", "minimal", "low", "medium", "high", "xhigh", "max"]},
    "chat_template_kwargs": {"type": "object", "description": "enable_thinking and preserve_thinking, spelled here"},
    "thinking": {"type": "object", "description": "enabled or disabled, and budget_tokens"},
    "translation_options": {
        "type": "object",
        "required": ["source_lang", "target_lang"],
        "properties": {"source_lang": _STRING, "target_lang": _STRING, "domains": _STRING},
    },
    "ttl": {"type": "number", "exclusiveMinimum": 0, "description": "seconds after which the answer ends"},
    "prompt": {"anyOf": [_STRING, {"type": "array", "items": {"type": "integer"}}]},
    "suffix": {"type": "string", "description": "the text behind the gap that is to be filled"},
}
_CHAT = (
    "model",
    "messages",
    *NUMBERS,
    *SWITCHES,
    *(n for n in _OTHERS if n not in ("model", "messages", "prompt", "suffix")),
)
_ERRORS = {
    "400": "a field that can't be served, by name", "401": "no good key", "403": "not for this key",
    "404": "no such path or model", "429": "too much at a time; see Retry-After", "503": "not now",
}  # fmt: skip


def _number(parameter: Parameter) -> Json:
    """The schema of a field with a range."""
    low, high = (
        ("minimum" if parameter.low_allowed else "exclusiveMinimum"),
        ("maximum" if parameter.high_allowed else "exclusiveMaximum"),
    )
    kind = "integer" if parameter.kind is int else "number"
    schema = {"type": kind, "description": parameter.meaning, low: parameter.low}
    return schema if parameter.high is None else schema | {high: parameter.high}


def _field(name: str) -> Json:
    if name in NUMBERS:
        return _number(NUMBERS[name].range)
    return {"type": "boolean", "description": SWITCHES[name]} if name in SWITCHES else _OTHERS[name]


def _body(names: tuple[str, ...], required: tuple[str, ...]) -> Json:
    schema = {"type": "object", "required": list(required), "properties": {name: _field(name) for name in names}}
    return {"required": True, "content": {"application/json": {"schema": schema}}}


_NATIVE = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["model", "input"],
                "properties": {"model": _STRING, "input": _OBJECT, "parameters": _OBJECT},
            }
        }
    },
}


def _operation(summary: str, body: Json | None = None) -> Json:
    replies: Json = {"200": {"description": "served"}}
    replies |= {status: {"description": words} for status, words in _ERRORS.items()}
    return {"summary": summary, "responses": replies} | ({"requestBody": body} if body else {})


@cache
def document() -> Json:
    """The OpenAPI document."""
    chat = _body(_CHAT, ("model", "messages"))
    text = _body(tuple(name for name in SERVED if name != "logprobs"), ("model", "prompt"))
    tokens = _body(("model", "messages", "prompt"), ("model",))
    generation = "/api/v1/services/aigc/text-generation/generation"
    paths: Json = {
        "/v1/chat/completions": {"post": _operation("answer a conversation, whole or streamed", chat)},
        "/v1/completions": {"post": _operation("go on from a text, or fill a gap in one", text)},
        "/v1/tokenize": {"post": _operation("the ids of messages as the model is given them, or of a text", tokens)},
        "/v1/models": {"get": _operation("the names this server answers")},
        "/v1/usage": {"get": _operation("the limits of the key that asks, and what is left of them")},
        generation: {"post": _operation("the same conversations in DashScope's own protocol", _NATIVE)},
        "/health": {"get": _operation("whether work moves on")},
        "/ready": {"get": _operation("whether the models are loaded")},
        "/metrics": {"get": _operation("counts, for Prometheus")},
        "/version": {"get": _operation("what runs here")},
    }
    about = {
        "title": "qwenchat",
        "version": __version__,
        "description": "Everything under /v1 is under /compatible-mode/v1 too.",
    }
    keys = {"bearer": {"type": "http", "scheme": "bearer"}}
    return {"openapi": "3.1.0", "info": about, "paths": paths, "components": {"securitySchemes": keys}}


async def openapi(request: Request) -> Response:
    """GET /openapi.json."""
    return JSONResponse(document())
