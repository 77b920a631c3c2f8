"""The form an answer must have, as Python spells it: OpenAI's object, or a type."""

from collections.abc import Mapping
from typing import Any

from qwenchat.protocol import InvalidValue, Json, ResponseFormat, json_copy

_ALLOWED = (
    "give 'json_object', {'type': 'json_object'}, {'type': 'json_schema', 'json_schema': {'schema': …}}, "
    "or a dataclass, a TypedDict, a msgspec or a pydantic type"
)


def response_format_from(given: object) -> ResponseFormat:
    """The format that `given` asks for; None asks for text. Raises InvalidValue, naming the place.

    A type's objects hold what it names and nothing else.
    """
    if given is None:
        return ResponseFormat()
    if isinstance(given, str):
        given = {"type": given}
    if isinstance(given, Mapping):
        return _spelled(given)
    schema = _closed(schema_of(given, "response_format"))
    return ResponseFormat("json_schema", getattr(given, "__name__", None), schema, strict=True)


def schema_of(type_: Any, where: str) -> Json:
    """The JSON schema of a Python type. Raises InvalidValue for one that has none."""
    if hasattr(type_, "model_json_schema"):
        return json_copy(type_.model_json_schema(), where)
    import msgspec  # only those who bring types wait for it

    try:
        return json_copy(msgspec.json.schema(type_), where)
    except (TypeError, NotImplementedError) as error:
        raise InvalidValue(where, type_, f"{_ALLOWED} ({error})") from None


def _spelled(given: Mapping[Any, Any]) -> ResponseFormat:
    kind = given.get("type")
    if kind == "text" or kind == "json_object":  # noqa: PLR1714 (a type checker follows this one)
        return ResponseFormat(kind)
    if kind != "json_schema":
        raise InvalidValue("response_format.type", kind, "allowed: text, json_object, json_schema")
    inner = given.get("json_schema")
    if not isinstance(inner, Mapping) or "schema" not in inner:
        raise InvalidValue("response_format.json_schema", inner, "give an object with a 'schema'")
    strict = inner.get("strict")
    if strict not in (None, True, False):
        raise InvalidValue("response_format.json_schema.strict", strict, "True or False is needed")
    schema = json_copy(inner["schema"], "response_format.json_schema.schema")
    name = inner.get("name")
    return ResponseFormat("json_schema", None if name is None else str(name), schema, bool(strict))


def _closed(schema: Json) -> Json:
    """`schema` with every object in it closed to other names than those it lists."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) if key != "default" else value for key, value in schema.items()}
    if schema.get("type") == "object" and isinstance(schema.get("properties"), dict):
        closed.setdefault("additionalProperties", False)
    return closed
