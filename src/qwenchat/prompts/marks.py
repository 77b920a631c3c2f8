"""Marks: one private character for each special token a template writes, found nowhere in the request.

While a template runs, its own tokens are these single characters: nothing can cut one in two, and nobody
else's text can hold one. What looks inside a string (`plain`, `recut`) sees the tokens spelled out.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, islice
from typing import Any

from qwenchat.prompts.limits import Budget
from qwenchat.prompts.pieces import Piece, Special, Text

# The two supplementary private use planes: no meaning to anybody, and seldom in anybody's text.
_FIRST = (0xF0000, 0x100000)
_PLANE = 0xFFFE
_PRIVATE = re.compile("[\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


def private_characters(value: object) -> set[str]:
    """Every private character in the strings of plain JSON data, keys included."""
    if isinstance(value, str):
        return set() if value.isascii() else set(_PRIVATE.findall(value))
    if isinstance(value, dict):
        return set().union(*map(private_characters, chain(value.keys(), value.values())))
    if isinstance(value, list):
        return set().union(*map(private_characters, value))
    return set()


class Marks:
    """The marks of one set of tokens."""

    __slots__ = ("_chars", "_mark_pattern", "_token_pattern", "_tokens")

    def __init__(self, tokens: Collection[str], avoid: Collection[str] = ()) -> None:
        """Choose a mark for each of `tokens` among the private characters that `avoid` lacks.

        Raises `LookupError` if `avoid` holds nearly all 131,068 of them.
        """
        free = (char for char in map(chr, chain(*(range(f, f + _PLANE) for f in _FIRST))) if char not in avoid)
        chars = list(islice(free, len(tokens)))
        if len(chars) < len(tokens):
            raise LookupError("no private character is left for a mark")
        self._tokens = dict(zip(chars, tokens, strict=True))
        self._chars = dict(zip(tokens, chars, strict=True))
        # Where one token begins another the longer one wins, as in the reference's tokenizer.
        longest_first = sorted(filter(None, tokens), key=len, reverse=True)
        self._token_pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        self._mark_pattern = re.compile(f"[{''.join(chars)}]" if chars else r"(?!)")

    def clashes(self, characters: Collection[str]) -> bool:
        """Whether one of `characters` is a mark."""
        return not self._tokens.keys().isdisjoint(characters)

    def marked(self, text: str) -> str:
        """`text`, written by the template, with each token in it as its mark."""
        return self._token_pattern.sub(lambda found: self._chars[found[0]], text)

    def within(self, text: str) -> bool:
        """Whether `text` holds a mark."""
        return not text.isascii() and self._mark_pattern.search(text) is not None

    def plain(self, text: str) -> str:
        """`text` with each mark spelled out as its token."""
        if text.isascii():
            return text
        return self._mark_pattern.sub(lambda found: self._tokens[found[0]], text)

    def pieces(self, text: str) -> list[Piece]:
        """A finished prompt cut into special tokens and text."""
        pieces: list[Piece] = []
        end = 0
        for found in self._mark_pattern.finditer(text):
            if found.start() > end:
                pieces.append(Text(text[end : found.start()]))
            pieces.append(Special(self._tokens[found[0]]))
            end = found.end()
        if end < len(text):
            pieces.append(Text(text[end:]))
        return pieces

    def recut(self, text: str, cuts: Iterable[tuple[int, int]]) -> list[str]:
        """The parts [start, end) of `plain(text)`, with the tokens that lie whole within one marked again."""
        plain, starts, ends, chars = self._laid_out(text)
        parts = []
        for start, end in cuts:
            position, part = start, list[str]()
            for i in range(bisect_left(starts, start), len(starts)):
                if ends[i] > end:
                    break
                part += plain[position : starts[i]], chars[i]
                position = ends[i]
            parts.append("".join((*part, plain[position:end])))
        return parts

    def _laid_out(self, text: str) -> tuple[str, Sequence[int], Sequence[int], Sequence[str]]:
        """`plain(text)`, and where in it each token of a mark starts and ends, and which mark it is."""
        starts, ends, chars = [], [], []
        shift = 0
        for found in self._mark_pattern.finditer(text):
            token = self._tokens[found[0]]
            starts.append(found.start() + shift)
            ends.append(starts[-1] + len(token))
            chars.append(found[0])
            shift += len(token) - 1
        return self.plain(text), starts, ends, chars

    def plain_deep(self, value: Any, budget: Budget) -> Any:
        """`plain` on every string in lists and mappings; the same object where there is no mark.

        Every item is a step, since a list that holds one list twice, over and over, is small in memory and
        endless when written out.
        """
        if isinstance(value, str):
            return self.plain(value) if type(value) is str else value
        if isinstance(value, list | tuple):
            budget.step(len(value))
            items = [self.plain_deep(item, budget) for item in value]
            same = all(new is old for new, old in zip(items, value, strict=True))
            return value if same else (tuple(items) if isinstance(value, tuple) else items)
        if isinstance(value, dict):
            budget.step(len(value))
            mapped = {key: self.plain_deep(item, budget) for key, item in value.items()}
            return value if all(mapped[key] is value[key] for key in value) else mapped
        return value
