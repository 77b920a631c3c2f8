"""Which types a tool's schema allows an argument, and the JSON text that a value written plainly stands for."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from qwenchat.protocol.json_data import Json

_MAX_REFS = 32  # a schema's references may lead in circles
_MAX_LITERAL = 65_536  # characters of a Python literal: its parser is no stream
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<fraction>\.[0-9]+)?(?P<exponent>[eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"(-?(?:0|[1-9][0-9]*))(?:\.0+)?")
_NAMES: dict[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number", dict: "object"}


def types_of(schema: Json, root: Json, n_left: int = _MAX_REFS) -> frozenset[str]:
    """The JSON types that `schema`, part of `root`, allows; empty where it says nothing."""
    if not isinstance(schema, dict) or n_left == 0:
        return frozenset()
    said = schema.get("type")
    if said is not None:
        return frozenset(t for t in (said if isinstance(said, list) else [said]) if isinstance(t, str))
    if "$ref" in schema:
        return types_of(referred(schema["$ref"], root), root, n_left - 1)
    found: set[str] = set()
    for word in ("anyOf", "oneOf", "allOf"):
        branches = schema.get(word)
        if isinstance(branches, list):
            found |= {t for branch in branches[:n_left] for t in types_of(branch, root, n_left // 2)}
    if found:
        return frozenset(found)
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return frozenset(_type_of(value) for value in values) if isinstance(values, list) else frozenset()


def written_as_json(text: str, types: frozenset[str]) -> str:
    """The JSON text of the argument that a model wrote as `text`, given the types its schema allows.

    What is none of the other types is a string, so nothing is lost.
    """
    for meant in _readings(text.strip(), types):
        return meant
    return json.dumps(text, ensure_ascii=False)


def _readings(text: str, types: frozenset[str]) -> Iterator[str]:
    """What `text` may stand for, the surest first."""
    lowered = text.lower()
    if "null" in types and lowered in ("null", "none"):
        yield "null"
    if "boolean" in types and lowered in ("true", "false"):
        yield lowered
    whole = _WHOLE.fullmatch(text)
    if "integer" in types and "number" not in types and whole:
        yield whole[1]
    if "number" in types and _NUMBER.fullmatch(text):
        yield text
    if not types.isdisjoint(("object", "array")) and text[:1] in ("{", "["):
        yield from _container(text, types)


def _container(text: str, types: frozenset[str]) -> Iterator[str]:
    wanted = tuple(kind for name, kind in (("object", dict), ("array", list)) if name in types)
    try:
        if isinstance(json.loads(text, parse_constant=_refuse), wanted):
            yield text
            return
    except (ValueError, RecursionError):
        pass
    # Models trained on Python write its literals. This reads constants and brackets, and computes nothing.
    try:
        value = ast.literal_eval(text) if len(text) <= _MAX_LITERAL else None
        if isinstance(value, wanted):
            yield json.dumps(value, allow_nan=False)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        pass


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def referred(ref: Json, root: Json) -> Json:
    """What a local reference such as `#/$defs/City` leads to."""
    if not isinstance(ref, str) or not ref.startswith("#"):
        return None
    place: Any = root
    for name in ref[1:].split("/")[1:]:
        place = place.get(name.replace("~1", "/").replace("~0", "~")) if isinstance(place, Mapping) else None
    return place  # type: ignore[no-any-return]


def _type_of(value: Json) -> str:
    return "null" if value is None else "array" if isinstance(value, list) else _NAMES[type(value)]
