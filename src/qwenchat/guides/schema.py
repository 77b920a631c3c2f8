"""A JSON schema as users send it: checked within bounds before anything is compiled, and where a fault lies."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from qwenchat.guides.compiler import GrammarError
from qwenchat.protocol import InvalidValue, Json

MAX_CHARS = 100_000
MAX_DEPTH = 32
MAX_SCHEMAS = 2_000
_N_TRIALS = 200  # compilations that looking for a fault may take

# Where schemas stand within a schema: alone, in a list, by name.
_ONE = ("items", "additionalProperties", "contains", "not", "if", "then", "else", "propertyNames")
_MANY = ("anyOf", "oneOf", "allOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")


def checked_schema(schema: Json, where: str) -> dict[str, Json]:
    """`schema` without its own name and dialect, if it is an object within the bounds; InvalidValue says where not."""
    if not isinstance(schema, dict):
        raise InvalidValue(where, schema, "give a JSON schema as an object")
    try:
        n_chars = len(json.dumps(schema))
    except RecursionError:
        n_chars = MAX_CHARS + 1
    if n_chars > MAX_CHARS:
        raise InvalidValue(where, schema, f"a schema may have {MAX_CHARS} characters of JSON at most")
    for n, (place, found, depth) in enumerate(_schemas(schema, where)):
        if depth > MAX_DEPTH:
            raise InvalidValue(place, found, f"schemas may stand {MAX_DEPTH} deep in one another at most")
        if n >= MAX_SCHEMAS:
            raise InvalidValue(where, schema, f"it holds more than {MAX_SCHEMAS} schemas")
        if not isinstance(found, dict | bool):
            raise InvalidValue(place, found, "give a JSON schema: an object, true or false")
    return {key: value for key, value in schema.items() if key not in ("$schema", "$id")}


def fault(schema: Mapping[str, Any], where: str, compiles: Callable[[Json], object]) -> InvalidValue:
    """The error for a schema that doesn't compile, with the innermost place that doesn't either."""
    definitions = {key: schema[key] for key in ("$defs", "definitions") if key in schema}
    place, value, said = where, schema, _said(schema, compiles) or "it can't be served"
    n_left = _N_TRIALS
    descending = True
    while descending:
        descending = False
        for inner_place, inner in _within(value, place):
            n_left -= 1
            words = _said({**definitions, **inner}, compiles) if isinstance(inner, dict) and n_left > 0 else None
            if words is not None:
                place, value, said, descending = inner_place, inner, words, True
                break
    return InvalidValue(place, value, said)


def _said(schema: Json | Mapping[str, Any], compiles: Callable[[Json], object]) -> str | None:
    try:
        compiles(schema)  # type: ignore[arg-type]
    except GrammarError as error:
        return str(error)
    return None


def _schemas(schema: Json, where: str) -> Iterator[tuple[str, Json, int]]:
    """Every schema within one, itself included: its place, itself, how deep."""
    pending = [(where, schema, 0)]
    while pending:
        place, found, depth = pending.pop()
        yield place, found, depth
        if depth <= MAX_DEPTH:
            pending += [(inner_place, inner, depth + 1) for inner_place, inner in _within(found, place)]


def _within(schema: object, where: str) -> Iterator[tuple[str, Any]]:
    """The schemas directly within one."""
    if not isinstance(schema, Mapping):
        return
    for word in _ONE:
        if word in schema:
            yield f"{where}.{word}", schema[word]
    for word in _MANY:
        listed = schema.get(word, [])
        if not isinstance(listed, list):
            raise InvalidValue(f"{where}.{word}", listed, "give a list of schemas")
        yield from ((f"{where}.{word}[{i}]", inner) for i, inner in enumerate(listed))
    for word in _NAMED:
        named = schema.get(word, {})
        if not isinstance(named, Mapping):
            raise InvalidValue(f"{where}.{word}", named, "give an object of names and schemas")
        yield from ((f"{where}.{word}.{name}", inner) for name, inner in named.items())
