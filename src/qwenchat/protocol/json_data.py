"""Plain JSON data: a checked, private copy of what a user handed in."""

from collections.abc import Mapping
from typing import TypeAlias

from qwenchat.protocol.errors import InvalidValue

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

MAX_DEPTH = 100


def json_copy(value: object, where: str, depth: int = 0) -> Json:
    """`value` rebuilt from exact JSON types, so that no object with methods of its own gets any further.

    `where` names the place in the request, for errors. Subclasses of str, int and float become the base type;
    a tuple becomes a list. Raises `InvalidValue` for any other type, a key that is no string, nesting deeper
    than `MAX_DEPTH` (a list that holds itself included), and text that can't be written as UTF-8.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value, where)
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if depth >= MAX_DEPTH:
        raise InvalidValue(where, value, f"nested deeper than {MAX_DEPTH} levels")
    if isinstance(value, Mapping):
        return {_key(key, where): json_copy(item, f"{where}.{key}", depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [json_copy(item, f"{where}[{i}]", depth + 1) for i, item in enumerate(value)]
    raise InvalidValue(where, value, "give a string, number, boolean, null, list or object (JSON)")


def _key(key: object, where: str) -> str:
    if not isinstance(key, str):
        raise InvalidValue(where, key, "the keys of an object must be strings")
    return _text(key, where)


def _text(text: str, where: str) -> str:
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            # Half of a UTF-16 pair, as JSON escapes can spell it: no tokenizer has bytes for it.
            half = text[error.start]
            raise InvalidValue(
                where, half, f"a lone surrogate at character {error.start}, which is not text; remove it"
            ) from None
    return str.__str__(text)
