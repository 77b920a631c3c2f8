"""Tools and the choice among them, as a request spells them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from qwenchat.protocol.chat_request import ToolChoice
from qwenchat.protocol.errors import shown
from qwenchat.protocol.json_data import Json, json_copy
from qwenchat.protocol.wire.errors import refused
from qwenchat.protocol.wire.fields import typed
from qwenchat.protocol.wire.rules import Rules

MAX_TOOLS = 256
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")

NOT_SUPPORTED = "The tool call is not supported."
BAD_NAME = "Tool names should be 1 to 64 characters of A-Z, a-z, 0-9, _ and -, not {name}."
SEARCH = "Tool names are not allowed to be [search]"
IN_THINKING = "The tool_choice parameter does not support being set to required or object in thinking mode"
CHOICES = 'tool_choice is one of the strings that should be ["none", "auto"]'


def tools(given: object, rules: Rules, strict: bool) -> tuple[Mapping[str, Json], ...]:
    """The functions a request offers, each whole: `{"type": "function", "function": {name, …}}`."""
    if given is None or given == []:
        return ()
    offered = typed("tools", given, list)
    if not rules.calls_tools:
        raise refused(NOT_SUPPORTED, "tools")
    if len(offered) > MAX_TOOLS:
        raise refused(f"Too many tools: {len(offered)}, the limit is {MAX_TOOLS}.", "tools")
    return tuple(_tool(tool, f"tools[{i}]", strict) for i, tool in enumerate(offered))


def _tool(given: object, where: str, strict: bool) -> Mapping[str, Json]:
    tool = typed(where, given, dict)
    if tool.get("type", "function") != "function":
        raise refused(f"{where}.type should be function, not {shown(tool['type'])}.", where)
    function: Any = typed(f"{where}.function", tool.get("function"), dict)
    name = function.get("name")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise refused(BAD_NAME.format(name=shown(name)), f"{where}.function.name")
    if strict and name == "search":
        raise refused(SEARCH, f"{where}.function.name")
    if function.get("parameters") is not None:
        typed(f"{where}.function.parameters", function["parameters"], dict)
    if function.get("description") is not None:
        typed(f"{where}.function.description", function["description"], str)
    copied = json_copy(function, f"{where}.function")
    assert isinstance(copied, dict)
    return {"type": "function", "function": copied}


def tool_choice(given: object, offered: Sequence[Mapping[str, Any]], *, thinks: bool, strict: bool) -> ToolChoice:
    """Whether a tool may, must or must not be called."""
    if given is None:
        return ToolChoice()
    choice = _choice(given)
    if choice.mode in ("required", "named"):
        if strict and (thinks or choice.mode == "required"):
            raise refused(IN_THINKING if thinks else CHOICES, "tool_choice")
        if not offered:
            raise refused("tool_choice needs tools to choose from.", "tool_choice")
    if choice.name is not None and choice.name not in {tool["function"]["name"] for tool in offered}:
        raise refused(f"tool_choice names {shown(choice.name)}, which is none of the tools.", "tool_choice")
    return choice


def _choice(given: object) -> ToolChoice:
    if given in ("auto", "none", "required"):
        return ToolChoice(given)
    if isinstance(given, dict) and given.get("type", "function") == "function":
        function = given.get("function")
        if isinstance(function, dict) and isinstance(function.get("name"), str):
            return ToolChoice("named", function["name"])
    raise refused(f"{CHOICES}, or name a function; not {shown(given)}", "tool_choice")
