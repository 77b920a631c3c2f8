"""The messages of a request: which roles may stand where, and what they must carry."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from qwenchat.protocol.json_data import Json
from qwenchat.protocol.messages import checked_messages
from qwenchat.protocol.wire.errors import INVALID, ApiError, malformed, refused
from qwenchat.protocol.wire.fields import typed

ROLES = ("system", "assistant", "user", "tool", "function")
MAX_MESSAGES = 4096
# Roles of other services, and what they are here. Some histories carry them for years.
_SAME_AS = {"developer": "system", "function": "tool"}

NO_MESSAGES = 'Either "prompt" or "messages" must exist and cannot both be none'
NO_CONTENT = "The content field is a required field."
NO_DICTIONARY = "Input should be a valid dictionary or instance of GPT3Message"
NO_USER = "The input messages do not contain elements with the role of user."
EMPTY_USER = "Role must be user or assistant and Content length must be greater than 0."
LATE_SYSTEM = "The role system can only appear at messages[0]."
LAST_NOT_USER = "The last message must have the role of user."
LONE_TOOL = 'messages with role "tool" must be a response to a preceeding message with "tool_calls"'  # their spelling
UNANSWERED = (
    'An assistant message with "tool_calls" must be followed by tool messages responding to each "tool_call_id". '
    "The following tool_call_ids did not have response messages: message[{i}].role"
)
EARLY_PARTIAL = "partial can only be set in the last message, with the role of assistant."


class Conversation(Struct, frozen=True):
    """Messages fit for a template: at most one system message, and it is the first."""

    messages: tuple[Mapping[str, Json], ...]
    continue_last: bool  # the last message is the beginning of the answer


def conversation(given: object, strict: bool) -> Conversation:
    """The messages of a request, checked. `strict`: the order that the service's brief demands, and no other role.

    Otherwise system messages may stand anywhere, any number of them: they are merged into the first, in order.
    """
    if given is None:
        raise refused(NO_MESSAGES, "messages")
    turns = typed("messages", given, list)
    if not turns:
        raise malformed("[] is too short - 'messages'", "messages")
    if len(turns) > MAX_MESSAGES:
        raise refused(f"Too many messages: {len(turns)}, the limit is {MAX_MESSAGES}.", "messages")
    named = [_turn(turn, i, strict) for i, turn in enumerate(turns)]
    continue_last = _is_partial(named)
    messages = _merged(checked_messages(named), strict)
    _check_tools(messages)
    _check_users(messages, continue_last, strict)
    return Conversation(tuple(messages), continue_last)


def _turn(turn: object, i: int, strict: bool) -> dict[str, Any]:
    """The message with its role as it is called here."""
    where = f"messages[{i}]"
    if not isinstance(turn, dict):
        raise refused(NO_DICTIONARY, where)
    role = turn.get("role")
    if not isinstance(role, str) or (role not in ROLES and (strict or role not in _SAME_AS)):
        text = f"{str(role)[:40]} is not one of {list(ROLES)} - 'messages.[{i}].role'"
        raise ApiError(INVALID, text, param=f"{where}.role")
    may_lack = role == "assistant" and any(turn.get(key) for key in ("tool_calls", "reasoning_content", "reasoning"))
    if turn.get("content") is None and not may_lack:
        raise refused(NO_CONTENT, f"{where}.content")
    if role == "user" and turn["content"] in ("", []):
        raise refused(EMPTY_USER, f"{where}.content")
    return turn | {"role": _SAME_AS.get(role, role)}


def _is_partial(turns: Sequence[dict[str, Any]]) -> bool:
    """Whether the last turn is a beginning to go on from. Takes the mark out of all."""
    found = False
    for i, turn in enumerate(turns):
        mark = turn.pop("partial", None)
        if mark is None or typed(f"messages[{i}].partial", mark, bool) is False:
            continue
        if i != len(turns) - 1 or turn["role"] != "assistant":
            raise refused(EARLY_PARTIAL, f"messages[{i}].partial")
        found = True
    return found


def _merged(messages: list[dict[str, Json]], strict: bool) -> list[dict[str, Json]]:
    late = [i for i, message in enumerate(messages) if message["role"] == "system" and i > 0]
    if not late:
        return messages
    if strict:
        raise refused(LATE_SYSTEM, f"messages[{late[0]}].role")
    texts = [str(message["content"]) for message in messages if message["role"] == "system"]
    others = [message for message in messages if message["role"] != "system"]
    return [{"role": "system", "content": "\n\n".join(texts)}, *others]


def _check_tools(messages: Sequence[Mapping[str, Json]]) -> None:
    """Every call has its result behind it, and every result its call."""
    open_ids: list[str | None] = []
    asked_at = 0
    for i, message in enumerate(messages):
        if message["role"] == "tool":
            open_ids.remove(_answered(message, open_ids, i))
            continue
        if open_ids:
            break
        calls = message.get("tool_calls")
        if isinstance(calls, list) and calls:
            open_ids, asked_at = [_id(call) for call in calls], i
    if open_ids:
        raise refused(UNANSWERED.format(i=asked_at), f"messages[{asked_at}].tool_calls")


def _answered(result: Mapping[str, Json], open_ids: list[str | None], i: int) -> str | None:
    """Which of the open calls the result answers; older clients send none of the ids, only the order."""
    given = result.get("tool_call_id")
    if given in open_ids:
        return str(given) if given is not None else None
    if open_ids and (given is None or None in open_ids):
        return None if None in open_ids else open_ids[0]
    raise refused(LONE_TOOL, f"messages[{i}].role")


def _id(call: Json) -> str | None:
    given = call.get("id") if isinstance(call, dict) else None
    return given if isinstance(given, str) and given else None


def _check_users(messages: Sequence[Mapping[str, Json]], continue_last: bool, strict: bool) -> None:
    if not any(message["role"] == "user" for message in messages):
        raise refused(NO_USER, "messages")
    last = messages[-1]["role"]
    if strict and last != "user" and not continue_last:
        raise refused(LAST_NOT_USER, f"messages[{len(messages) - 1}].role")
    if last == "system" or (last == "assistant" and not continue_last):
        raise refused(NO_USER, f"messages[{len(messages) - 1}].role")
