"""A prompt as a list of pieces: special tokens, which only a template writes, and text, which holds none."""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct


class Special(Struct, frozen=True):
    """One special or added token that the template itself wrote, by its spelling."""

    token: str


class Text(Struct, frozen=True):
    """A run of text between two special tokens; whatever it spells, it is encoded with all of them off."""

    text: str


Piece: TypeAlias = Special | Text


def spelled(pieces: Iterable[Piece]) -> str:
    """The prompt as one string, as the reference would render it."""
    return "".join(piece.token if isinstance(piece, Special) else piece.text for piece in pieces)
