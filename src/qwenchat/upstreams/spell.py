"""A chat request → the body that a service of some dialect understands."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from qwenchat.protocol.chat_request import ChatRequest, ResponseFormat, ToolChoice
from qwenchat.protocol.errors import InvalidValue
from qwenchat.upstreams.dialects import HARMLESS, Dialect


def body_of(request: ChatRequest, model: str, dialect: Dialect) -> dict[str, Any]:
    """The body of a streamed call for `request`, with the service's own name for the model.

    Raises `InvalidValue` for what the service has no word for: it would not do it, and not say so.
    """
    messages = [_message(message, dialect) for message in request.messages]
    body: dict[str, Any] = {
        "model": model,
        "messages": messages,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    for name, value in _said(request, dialect):
        if name in dialect.spelling:
            _put(body, dialect.spelling[name], value)
        elif name not in HARMLESS:
            raise InvalidValue(
                name, value, f"the service behind this model ({dialect.name}) can't do that; leave it out"
            )
    if request.continue_last and "continue_final_message" in body:
        body["add_generation_prompt"] = False
    return body


def _said(request: ChatRequest, dialect: Dialect) -> Iterator[tuple[str, Any]]:
    """What the request says, by our names; what it leaves open is left to the service."""
    yield from ((name, value) for name, value in request.sampling.items() if value is not None and name != "stop")
    yield from _stops(request.sampling.get("stop"))
    yield from _caps(request, dialect)
    if request.n != 1:
        yield "n", request.n
    if request.n_logprobs is not None:
        yield "logprobs", True
        yield "top_logprobs", request.n_logprobs
    if request.tools:
        yield "tools", list(request.tools)
        yield "parallel_tool_calls", request.parallel_tool_calls  # said, since defaults differ
        if request.tool_choice.mode != "auto":
            yield "tool_choice", _tool_choice(request.tool_choice)
    if request.response_format.kind != "text":
        yield "response_format", _response_format(request.response_format)
    thinking = request.thinking
    yield from _given(
        template_keywords=dict(request.template_keywords) or None,
        enable_thinking=thinking.enable,
        thinking_budget=thinking.budget,
        reasoning_effort=thinking.effort,
        preserve_thinking=thinking.preserve,
        translation_options=request.translation,
        tool_stream=request.tool_stream or None,
        continue_last=request.continue_last or None,
        salt=request.salt or None,
    )


def _given(**values: Any) -> Iterator[tuple[str, Any]]:
    yield from ((name, value) for name, value in values.items() if value is not None)


def _stops(stop: Any) -> Iterator[tuple[str, Any]]:
    if stop is not None:
        yield ("stop" if isinstance(stop, str) or all(isinstance(item, str) for item in stop) else "stop_ids"), stop


def _caps(request: ChatRequest, dialect: Dialect) -> Iterator[tuple[str, int]]:
    answer, total = request.max_tokens, request.max_completion_tokens
    if dialect.max_tokens_is_total:
        given = [n for n in (answer, total) if n is not None]
        answer, total = (min(given) if given else None), None
    yield from _given(max_tokens=answer, max_completion_tokens=total)


def _tool_choice(choice: ToolChoice) -> Any:
    return {"type": "function", "function": {"name": choice.name}} if choice.mode == "named" else choice.mode


def _response_format(form: ResponseFormat) -> dict[str, Any]:
    if form.kind != "json_schema":
        return {"type": form.kind}
    schema = {"name": form.name or "answer", "schema": form.schema, "strict": form.strict}
    return {"type": form.kind, "json_schema": schema}


def _message(message: Mapping[str, Any], dialect: Dialect) -> dict[str, Any]:
    """A message in the wire's form: arguments of past calls are text there."""
    said = dict(message)
    if "reasoning_content" in said:
        said[dialect.thought] = said.pop("reasoning_content")
    if calls := said.get("tool_calls"):
        said["tool_calls"] = [_call(call) for call in calls]
    return said


def _call(call: Mapping[str, Any]) -> dict[str, Any]:
    function = dict(call.get("function", call))
    arguments = function.get("arguments", {})
    text = arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
    rest = {key: value for key, value in call.items() if key not in ("name", "arguments")}
    return {"type": "function"} | rest | {"function": function | {"arguments": text}}


def _put(body: dict[str, Any], path: str, value: Any) -> None:
    """Put `value` where `path` says; objects on the way are made, and one that is there is added to."""
    *way, last = path.split(".")
    place: Any = body
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
    if isinstance(value, dict) and isinstance(place.get(last), dict):
        place[last] |= value
    elif last:
        place[last] = value
