"""The grammar of a call in tags: `<function=…>` and a `<parameter=…>` for each argument, in the schema's order."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from qwenchat.prompts import referred, types_of
from qwenchat.protocol import InvalidValue, Json

AsLark: TypeAlias = Callable[[Json], str]  # how a schema is written in Lark

# A text is anything up to its closing tag, which the form can't escape.
_TEXT = '[suffix="\\n</parameter>"]'
_END = '"\\n</parameter>\\n"'
# An argument of a function whose schema names none.
FREE = rf"""free: "<parameter=" /[^>\n]+/ ">\n" free_value "\n"
free_value{_TEXT}: /(?s:.*)/"""
_UNENFORCED = ("pattern", "format")  # of a text
_MAX_REFS = 8


def xml_call(name: str, i: int, schema: Mapping[str, Json], where: str, as_lark: AsLark, strict: bool) -> str:
    """The rules `call_i` and below for a function of this schema.

    Raises InvalidValue where the form can't keep the schema.
    """
    properties: Any = schema.get("properties", {})
    required: Any = schema.get("required", [])
    rules, parts = [], []
    for k, (key, inner) in enumerate(properties.items()):
        place = f"{where}.properties.{key}"
        if any(char in key for char in "<>\n"):
            raise InvalidValue(place, key, "this model writes arguments in tags: no <, > or newline in a name")
        rule = f"arg_{i}_{k}"
        parts.append(rule if key in required else f"{rule}?")
        values = list(_values(inner, schema, place, as_lark, strict))
        names = [f"{rule}_{n}" for n in range(len(values))]
        ends = ['"\\n"' if head else _END for head, _ in values]
        either = " | ".join(f"{value} {end}" for value, end in zip(names, ends, strict=True))
        rules.append(f"{rule}: {_quoted(f'<parameter={key}>' + chr(10))} ({either})")
        rules += [f"{value}{head}: {body}" for value, (head, body) in zip(names, values, strict=True)]
    if not properties and schema.get("additionalProperties", True) is not False:
        parts.append("free*")
    head = _quoted(f"<function={name}>\n")
    return "\n".join((f'call_{i}: {head} {" ".join(parts)} "</function>"', *rules))


def _values(
    schema: Json, root: Mapping[str, Json], where: str, as_lark: AsLark, strict: bool, n_left: int = _MAX_REFS
) -> Iterator[tuple[str, str]]:
    """What may stand as an argument's value: each a rule's attribute (a text's, or none) and its body."""
    inner: dict[str, Any] = schema if isinstance(schema, dict) else {}
    if "$ref" in inner and n_left:
        yield from _values(referred(inner["$ref"], dict(root)), root, where, as_lark, strict, n_left - 1)
        return
    branches = inner.get("anyOf") or inner.get("oneOf")
    if branches and n_left:
        for branch in branches:
            yield from _values(branch, root, where, as_lark, strict, n_left - 1)
        return
    choices = inner.get("enum", [inner["const"]] if "const" in inner else None)
    if choices is not None:
        yield "", " | ".join(_quoted(c if isinstance(c, str) else json.dumps(c)) for c in choices)
        return
    types = types_of(inner, dict(root)) or frozenset(("string",))
    if "string" in types:
        yield _TEXT, _text(inner, types, where, strict)
    if types != {"string"}:
        definitions = {key: root[key] for key in ("$defs", "definitions") if key in root}
        others: list[Json] = [*sorted(types - {"string"})]
        yield "", as_lark({**definitions, **inner, "type": others})


def _text(schema: Mapping[str, Any], types: frozenset[str], where: str, strict: bool) -> str:
    """The pattern of a text; one that could be read as another type it might have isn't begun."""
    unenforced = [word for word in _UNENFORCED if word in schema]
    if strict and unenforced:
        raise InvalidValue(where, schema, f"in tags, {unenforced[0]} can't be enforced; leave it out, or strict")
    low, high = schema.get("minLength", 0), schema.get("maxLength", "")
    length = f"{{{low},{high}}}" if low or high != "" else "*"
    return f"/(?s:.{length})/" if types <= {"string", "null", "boolean"} else r"/[^{\[0-9\-](?s:.*)/"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
