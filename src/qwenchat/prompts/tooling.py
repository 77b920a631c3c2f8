"""How a checkpoint's template writes tools and calls, found by looking at what it writes."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from qwenchat.prompts.calls import Form
from qwenchat.prompts.errors import TemplateError
from qwenchat.prompts.first import FirstTemplate
from qwenchat.prompts.pieces import spelled
from qwenchat.prompts.template import ChatTemplate
from qwenchat.protocol import InvalidValue, Json

_TOLD = "tells the probe"
_TOOL: Json = {
    "type": "function",
    "function": {
        "name": "probe_name",
        "description": _TOLD,
        "parameters": {"type": "object", "properties": {"probe_key": {"type": "string"}}},
    },
}
_WRITTEN = {
    Form.XML: "<function=probe_name>",
    Form.HERMES: '<tool_call>\n{"name": "probe_name"',
    Form.REACT: "Action: probe_name",
}


class Tooling(Struct, frozen=True):
    """How a template writes calls."""

    form: Form
    takes_text: bool  # arguments given as JSON text come out as they are


def tooling_of(template: ChatTemplate | FirstTemplate) -> Tooling | None:
    """How `template` writes calls; None for one that doesn't tell the model about tools, or in no form known."""
    as_object, as_text = _probed(template, {"probe_key": "v"}), _probed(template, '{"probe_key": "v"}')
    for form, written in _WRITTEN.items():
        if _TOLD in as_object and written in as_object:
            return Tooling(form, takes_text=as_text == as_object)
    return None


def _probed(template: ChatTemplate | FirstTemplate, arguments: Json) -> str:
    call: Json = {"id": "call_1", "type": "function", "function": {"name": "probe_name", "arguments": arguments}}
    messages: Sequence[Any] = (
        {"role": "user", "content": "Hi"},
        {"role": "assistant", "content": "", "tool_calls": [call]},
        {"role": "tool", "content": "4", "tool_call_id": "call_1"},
    )
    try:
        return spelled(template.render(messages, tools=[_TOOL]))
    except TemplateError:
        return ""


def explains_calls(messages: Sequence[Mapping[str, Json]]) -> bool:
    """Whether a system message itself lists tools and says how to call them, as Qwen-Agent's does.

    Whoever writes that reads the calls, too, from the answer's text.
    """
    told = (str(message["content"]) for message in messages if message["role"] == "system")
    return any("<tools>" in text and "<tool_call>" in text for text in told)


def with_arguments_for(tooling: Tooling | None, messages: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """`messages` with the arguments of past calls as the template wants them.

    Services send them as JSON text; most templates want the object. Where a template takes text it stays as it
    was, letter for letter, so that a cached prompt still fits. Raises InvalidValue for text that is no object.
    """
    if tooling is None or tooling.takes_text or not any(message.get("tool_calls") for message in messages):
        return messages
    return [_with_objects(message, f"messages[{i}]") for i, message in enumerate(messages)]


def _with_objects(message: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    calls = message.get("tool_calls")
    if not isinstance(calls, list | tuple):
        return message
    return {**message, "tool_calls": [_with_object(call, f"{where}.tool_calls[{i}]") for i, call in enumerate(calls)]}


def _with_object(call: Any, where: str) -> Any:
    if not isinstance(call, Mapping):
        return call
    if isinstance(call.get("function"), Mapping):
        return {**call, "function": _with_object(call["function"], f"{where}.function")}
    text = call.get("arguments")
    return {**call, "arguments": _object(text, f"{where}.arguments")} if isinstance(text, str) else call


def _object(text: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(text, strict=False) if text.strip() else {}
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise InvalidValue(where, text, "give the JSON text of an object")
    return value
