"""Chat messages as users send them: checked once, copied, and believed afterwards."""

from collections.abc import Mapping, Sequence

from qwenchat.protocol.errors import InvalidValue, unknown_name
from qwenchat.protocol.json_data import Json, json_copy

ROLES = ("system", "user", "assistant", "tool")

_SERVED = ("role", "content", "name", "reasoning_content", "tool_calls", "tool_call_id")
# Other names that users' histories carry the reasoning under.
_REASONING_ALIASES = ("reasoning", "thinking")
# With one of these an assistant's message is whole without content.
_INSTEAD_OF_CONTENT = frozenset(("tool_calls", "reasoning_content", *_REASONING_ALIASES))
# What other services' replies and Qwen-Agent's histories carry, and a prompt has no place for.
_HARMLESS = ("id", "index", "refusal", "audio", "annotations", "status", "extra")


def checked_messages(messages: object) -> list[dict[str, Json]]:
    """A private copy of `messages` in which every message has a known role and a string as its content.

    Text parts are joined; keys whose value is None count as absent, as with the reference; an assistant's
    message that has tool calls or reasoning may lack content. Raises `InvalidValue`, naming the place.
    """
    if isinstance(messages, str | Mapping) or not isinstance(messages, Sequence):
        raise InvalidValue("messages", messages, "give a list of objects with 'role' and 'content'")
    if not messages:
        raise InvalidValue("messages", messages, "give at least one message")
    return [_message(message, f"messages[{i}]") for i, message in enumerate(messages)]


def _message(message: object, where: str) -> dict[str, Json]:
    if not isinstance(message, Mapping):
        raise InvalidValue(where, message, "give an object with 'role' and 'content'")
    given = {key: value for key, value in message.items() if value is not None}
    role = given.get("role")
    if not isinstance(role, str) or role not in ROLES:
        raise InvalidValue(f"{where}.role", role, f"allowed: {', '.join(ROLES)}")
    checked: dict[str, Json] = {}
    for key, value in given.items():
        if key in _HARMLESS:
            continue
        if key not in _SERVED and key not in _REASONING_ALIASES:
            raise unknown_name(str(key), _SERVED, f"key of {where}")
        checked[key] = json_copy(value, f"{where}.{key}")
    _one_reasoning(checked, where)
    checked["content"] = _content(given, where)
    if "tool_calls" in checked:
        _check_tool_calls(checked, where)
    return checked


def _one_reasoning(checked: dict[str, Json], where: str) -> None:
    for alias in _REASONING_ALIASES:
        if alias in checked:
            checked.setdefault("reasoning_content", checked.pop(alias))
            checked.pop(alias, None)
    reasoning = checked.get("reasoning_content", "")
    if not isinstance(reasoning, str):
        raise InvalidValue(f"{where}.reasoning_content", reasoning, "give a string")


def _content(given: Mapping[str, object], where: str) -> str:
    may_lack = given["role"] == "assistant" and not _INSTEAD_OF_CONTENT.isdisjoint(given)
    content = given.get("content", "" if may_lack else None)
    where = f"{where}.content"
    if isinstance(content, list | tuple):
        return "".join(_part(part, f"{where}[{i}]") for i, part in enumerate(content))
    if not isinstance(content, str):
        raise InvalidValue(where, content, "give a string, or a list of {'type': 'text', 'text': …} parts")
    return str(json_copy(content, where))


def _part(part: object, where: str) -> str:
    if not isinstance(part, Mapping):
        raise InvalidValue(where, part, "give a part such as {'type': 'text', 'text': …}")
    kind, text = part.get("type", "text"), part.get("text")
    if kind != "text":
        raise InvalidValue(f"{where}.type", kind, "allowed: 'text' (this model reads text only)")
    if not isinstance(text, str):
        raise InvalidValue(f"{where}.text", text, "give a string")
    return str(json_copy(text, f"{where}.text"))


def _check_tool_calls(checked: Mapping[str, Json], where: str) -> None:
    where = f"{where}.tool_calls"
    calls = checked["tool_calls"]
    if checked["role"] != "assistant":
        raise InvalidValue(where, calls, "only an assistant's message may have tool calls")
    if not isinstance(calls, list):
        raise InvalidValue(where, calls, "give a list")
    for i, call in enumerate(calls):
        function = call.get("function", call) if isinstance(call, dict) else None
        if not isinstance(function, dict) or not isinstance(function.get("name"), str):
            raise InvalidValue(f"{where}[{i}]", call, "give {'function': {'name': …, 'arguments': …}}")
        arguments = function.get("arguments", {})
        if not isinstance(arguments, str | dict):
            raise InvalidValue(f"{where}[{i}].function.arguments", arguments, "give an object or JSON text")
