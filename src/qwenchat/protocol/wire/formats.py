"""The form that an answer must have."""

from collections.abc import Mapping, Sequence
from typing import Any

from qwenchat.protocol.chat_request import ResponseFormat
from qwenchat.protocol.errors import shown
from qwenchat.protocol.json_data import json_copy
from qwenchat.protocol.wire.errors import refused
from qwenchat.protocol.wire.fields import typed

UNKNOWN = (
    "Unknown format of response_format, response_format should be a dict, includes 'type' and an optional key "
    "'json_schema'. The response_format type from user is {kind}."
)
NO_WORD = "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'."
IN_THINKING = "Json mode response is not supported when enable_thinking is true"


def response_format(
    given: object, messages: Sequence[Mapping[str, Any]], *, thinks: bool, strict: bool
) -> ResponseFormat:
    """The form asked for; `json_object` needs the word "json" in a system or user message."""
    if given is None:
        return ResponseFormat()
    kind = given.get("type") if isinstance(given, dict) else given
    if not isinstance(given, dict) or kind not in ("text", "json_object", "json_schema"):
        raise refused(UNKNOWN.format(kind=shown(kind)), "response_format")
    if kind == "text":
        return ResponseFormat()
    if strict and thinks:
        raise refused(IN_THINKING, "response_format")
    if kind == "json_schema":
        return _schema(given.get("json_schema"))
    said = (str(message["content"]).lower() for message in messages if message["role"] in ("system", "user"))
    if not any("json" in text for text in said):
        raise refused(NO_WORD, "response_format")
    return ResponseFormat("json_object")


def _schema(given: object) -> ResponseFormat:
    where = "response_format.json_schema"
    fields = typed(where, given, dict)
    schema = json_copy(typed(f"{where}.schema", fields.get("schema"), dict), f"{where}.schema")
    name, wants = fields.get("name"), fields.get("strict")
    return ResponseFormat(
        "json_schema",
        None if name is None else str(typed(f"{where}.name", name, str)),
        schema,
        False if wants is None else bool(typed(f"{where}.strict", wants, bool)),
    )
