"""Where an answer ends early: stop sequences, matched on ids and, however they are tokenised, on text."""

from collections.abc import Sequence
from typing import TypeVar

from qwenchat.protocol.errors import InvalidValue

Said = TypeVar("Said", str, list[int])


def checked_stop_words(stop_words_ids: object) -> list[list[int]]:
    """A copy of the caller's list of id sequences; raises InvalidValue, naming the entry, for anything else."""
    if stop_words_ids is None:
        return []
    allowed = "a list of non-empty lists of token ids is needed, such as [tokenizer.encode('Observation:')]"
    if not isinstance(stop_words_ids, list | tuple):
        raise InvalidValue("stop_words_ids", stop_words_ids, allowed)
    copied = []
    for at, word in enumerate(stop_words_ids):
        fits = isinstance(word, list | tuple) and len(word) > 0
        if not fits or any(isinstance(i, bool) or not isinstance(i, int) or i < 0 for i in word):
            raise InvalidValue(f"stop_words_ids[{at}]", word, allowed)
        copied.append(list(word))
    return copied


class IdStops:
    """Id sequences that end the answer. Holds back ids that may be the beginning of one."""

    def __init__(self, words: Sequence[Sequence[int]]) -> None:
        self._words = [list(w) for w in words]
        self._held: list[int] = []

    def push(self, token: int) -> tuple[list[int], bool]:
        """The ids that are now certainly part of the answer, and whether a stop sequence ended it."""
        if not self._words:  # as in nearly every answer
            return [token], False
        self._held.append(token)
        ended = [len(word) for word in self._words if self._held[-len(word) :] == word]
        if ended:
            return self._held[: -max(ended)], True
        longest = max((_overlap(self._held, w) for w in self._words), default=0)
        cut = len(self._held) - longest
        free, self._held = self._held[:cut], self._held[cut:]
        return free, False

    def flush(self) -> list[int]:
        """What was held back, when the answer ended otherwise."""
        free, self._held = self._held, []
        return free


class TextStops:
    """Words that end the answer. Holds back text that may be the beginning of one."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [w for w in words if w]
        self._held = ""

    def push(self, text: str) -> tuple[str, bool]:
        """The text that is now certainly part of the answer, and whether a stop word ended it."""
        if not self._words:
            return text, False
        self._held += text
        found = [(at + len(w), at) for w in self._words if (at := self._held.find(w)) >= 0]
        if found:
            # The word that is complete first, so that it doesn't matter how the text was cut.
            return self._held[: min(found)[1]], True
        longest = max((_overlap(self._held, w) for w in self._words), default=0)
        cut = len(self._held) - longest
        free, self._held = self._held[:cut], self._held[cut:]
        return free, False

    def flush(self) -> str:
        """What was held back, when the answer ended otherwise."""
        free, self._held = self._held, ""
        return free


def _overlap(said: Said, word: Said) -> int:
    """The length of the longest end of `said` that is a proper beginning of `word`."""
    for n in range(min(len(said), len(word) - 1), 0, -1):
        if said[-n:] == word[:n]:
            return n
    return 0
