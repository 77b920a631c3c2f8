"""A tokenizer as its files declare it, whichever format they have."""

from array import array
from collections.abc import Mapping

from msgspec import Struct


class AddedToken(Struct, frozen=True):
    """A token that stands beside the merges: found in text as a whole, before anything else is done to it."""

    text: str
    id: int
    special: bool  # left out by decode(skip_special_tokens=True)
    normalized: bool = False  # looked for after normalisation, not before


class TextRules(Struct, frozen=True):
    """What happens to text before merging: the added tokens, normalisation and the pattern's name."""

    pattern: str
    nfc: bool
    added: tuple[AddedToken, ...]


class Vocabulary(Struct, frozen=True):
    """Tokens, the ids of the 256 bytes, merges in rank order as (left, right, merged) id arrays, and text rules."""

    tokens: Mapping[int, bytes]
    byte_ids: "array[int]"  # quoted: array can't be subscripted at run time before Python 3.12
    merges: "tuple[array[int], array[int], array[int]]"
    rules: TextRules
    source: str  # the file, for messages
