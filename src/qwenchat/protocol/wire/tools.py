"""The tools of a request and the choice among them, held against what its model and the service allow."""

from collections.abc import Mapping, Sequence

from qwenchat.protocol.chat_request import ToolChoice
from qwenchat.protocol.errors import InvalidValue, shown
from qwenchat.protocol.json_data import Json
from qwenchat.protocol.tools import checked_choice, checked_tools, name_of
from qwenchat.protocol.wire.errors import refused
from qwenchat.protocol.wire.fields import typed
from qwenchat.protocol.wire.rules import Rules

MAX_TOOLS = 256

NOT_SUPPORTED = "The tool call is not supported."
SEARCH = "Tool names are not allowed to be [search]"
IN_THINKING = "The tool_choice parameter does not support being set to required or object in thinking mode"
CHOICES = 'tool_choice is one of the strings that should be ["none", "auto"]'


def tools(given: object, rules: Rules, strict: bool) -> tuple[Mapping[str, Json], ...]:
    """The functions a request offers. Raises ApiError or InvalidValue, naming the place."""
    if given is None or given == []:
        return ()
    offered = typed("tools", given, list)
    if not rules.calls_tools:
        raise refused(NOT_SUPPORTED, "tools")
    if len(offered) > MAX_TOOLS:
        raise refused(f"Too many tools: {len(offered)}, the limit is {MAX_TOOLS}.", "tools")
    checked = checked_tools(offered)
    if strict and any(name_of(tool) == "search" for tool in checked):
        raise refused(SEARCH, "tools")
    return checked


def tool_choice(given: object, offered: Sequence[Mapping[str, Json]], *, thinks: bool, strict: bool) -> ToolChoice:
    """Whether a tool may, must or must not be called."""
    try:
        choice = checked_choice(given, offered)
    except InvalidValue as error:
        raise refused(f"{CHOICES}; {error.allowed}, not {shown(given)}", "tool_choice") from None
    if strict and choice.mode == "required" and not thinks:
        raise refused(CHOICES, "tool_choice")
    if strict and choice.mode in ("required", "named") and thinks:
        raise refused(IN_THINKING, "tool_choice")
    return choice
