"""Text as tokenizers want it: no lone surrogates, and composed (NFC) in linear time."""

import unicodedata
from itertools import groupby

# Unicode's stream-safe text has at most 30 marks in a row; longer runs are nobody's language.
_LONG_RUN = r"\p{M}{32,}"
_SHORT_TEXT = 1024


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, and each pair of them by its character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def composed(text: str) -> str:
    """The text in normal form C."""
    if text.isascii():
        return text
    if len(text) > _SHORT_TEXT:
        import regex

        # CPython orders marks by insertion: a megabyte of them in the wrong order would take hours.
        text = regex.sub(_LONG_RUN, lambda run: _ordered(run[0]), text)
    return unicodedata.normalize("NFC", text)


def _ordered(marks: str) -> str:
    """The marks decomposed and in canonical order, which normalisation then finds in place."""
    decomposed = "".join(unicodedata.normalize("NFD", mark) for mark in marks)
    groups = groupby(decomposed, key=lambda mark: unicodedata.combining(mark) == 0)
    return "".join(
        "".join(group if starters else sorted(group, key=unicodedata.combining)) for starters, group in groups
    )
