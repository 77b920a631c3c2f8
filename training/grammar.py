"""A small grammar for sentences: `[this|that|]` is a choice, `{name}` a slot."""

from functools import cache
from random import Random
from typing import TypeAlias

Tree: TypeAlias = "str | tuple[Tree, ...] | list[Tree]"  # text, a sequence, or a choice


def _sequence(text: str, at: int, nested: bool) -> tuple[Tree, int]:
    options: list[Tree] = []
    parts: list[Tree] = []
    start = at
    while at < len(text):
        mark = text[at]
        if mark == "[":
            parts.append(text[start:at])
            choice, at = _sequence(text, at + 1, True)
            parts.append(choice)
            start = at
        elif nested and mark in "|]":
            parts.append(text[start:at])
            options.append(tuple(parts))
            parts, at = [], at + 1
            start = at
            if mark == "]":
                return options, at
        else:
            at += 1
    if nested:
        raise ValueError(f"unclosed [ in {text!r}")
    parts.append(text[start:])
    return tuple(parts), at


@cache
def _parse(text: str) -> Tree:
    return _sequence(text, 0, False)[0]


def _draw(rng: Random, tree: Tree) -> str:
    if isinstance(tree, str):
        return tree
    if isinstance(tree, list):
        return _draw(rng, rng.choice(tree))
    return "".join(_draw(rng, part) for part in tree)


def chosen(rng: Random, pattern: str) -> str:
    """One sentence of `pattern`, its slots still open."""
    return _draw(rng, _parse(pattern)) if "[" in pattern else pattern


def filled(text: str, slots: dict[str, object]) -> str:
    """`text` with the slots' values, word for word."""
    for name, value in slots.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def expand(rng: Random, pattern: str, **slots: object) -> str:
    """One sentence of `pattern`; slot values go in last, word for word.

    >>> expand(Random(0), "[Hi|Hi], {name}!", name="[Ada]")
    'Hi, [Ada]!'
    """
    return filled(chosen(rng, pattern), slots)
