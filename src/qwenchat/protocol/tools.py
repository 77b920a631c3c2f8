"""The functions a request offers, and the choice among them."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from qwenchat.protocol.chat_request import ToolChoice
from qwenchat.protocol.errors import InvalidValue, unknown_name
from qwenchat.protocol.json_data import Json, json_copy

_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_MODES: tuple[Literal["auto", "none", "required"], ...] = ("auto", "none", "required")
_KEYS = ("name", "description", "parameters", "strict")


def checked_tools(tools: object) -> tuple[Mapping[str, Json], ...]:
    """A private copy of `tools`, each as {"type": "function", "function": {"name", …}}; InvalidValue names the place.

    A bare {"name", "parameters"} is taken for the function.
    """
    if tools is None:
        return ()
    if not isinstance(tools, list | tuple):
        raise InvalidValue("tools", tools, "give a list of functions")
    checked = tuple(_tool(tool, f"tools[{i}]") for i, tool in enumerate(tools))
    names = [name_of(tool) for tool in checked]
    for i, name in enumerate(names):
        if name in names[:i]:
            raise InvalidValue(f"tools[{i}].function.name", name, "there is a tool of this name already")
    return checked


def _tool(tool: object, where: str) -> Mapping[str, Json]:
    if not isinstance(tool, Mapping):
        raise InvalidValue(where, tool, "give {'type': 'function', 'function': {'name': …, 'parameters': …}}")
    if tool.get("type", "function") != "function":
        raise InvalidValue(f"{where}.type", tool["type"], "allowed: 'function'")
    function = tool.get("function", {key: value for key, value in tool.items() if key != "type"})
    where = f"{where}.function"
    if not isinstance(function, Mapping):
        raise InvalidValue(where, function, "give an object with 'name', 'description' and 'parameters'")
    for key in function:
        if key not in _KEYS:
            raise unknown_name(str(key), _KEYS, f"key of {where}")
    name = function.get("name")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise InvalidValue(f"{where}.name", name, "1 to 64 of A-Z, a-z, 0-9, _ and - are allowed")
    for key, kind, words in (
        ("description", str, "a text"),
        ("parameters", Mapping, "a JSON schema"),
        ("strict", bool, "True or False"),
    ):
        if not isinstance(function.get(key), kind | None):
            raise InvalidValue(f"{where}.{key}", function[key], f"give {words}")
    given = {key: value for key, value in function.items() if value is not None}
    return {"type": "function", "function": json_copy(given, where)}


def name_of(tool: Mapping[str, Json]) -> str:
    """The name of a checked tool."""
    function = tool["function"]
    assert isinstance(function, dict)
    return str(function["name"])


def parameters_of(tool: Mapping[str, Json]) -> Json:
    """The schema of a checked tool's arguments."""
    function = tool["function"]
    assert isinstance(function, dict)
    return function.get("parameters", {})


def is_strict(tool: Mapping[str, Json]) -> bool:
    """Whether a checked tool's arguments must fit its schema."""
    function = tool["function"]
    return isinstance(function, dict) and function.get("strict") is True


def checked_choice(choice: object, tools: Sequence[Mapping[str, Json]]) -> ToolChoice:
    """The choice among `tools`, from "auto", "none", "required", a function's name, or OpenAI's object for that."""
    if choice is None:
        return ToolChoice()
    if isinstance(choice, Mapping):
        function = choice.get("function")
        choice = function.get("name") if isinstance(function, Mapping) else function
    for mode in _MODES:
        if choice == mode:
            if mode == "required" and not tools:
                raise InvalidValue("tool_choice", choice, "there are no tools to choose from")
            return ToolChoice(mode)
    names = [name_of(tool) for tool in tools]
    if not isinstance(choice, str) or choice not in names:
        allowed = ", ".join(("'auto', 'none', 'required'", *map(repr, names)))
        raise InvalidValue("tool_choice", choice, f"allowed: {allowed}")
    return ToolChoice("named", choice)
