"""The stages of a guided answer: ids that are fixed, a thought with its budget, words of a grammar."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import numpy as np
from llguidance import LLMatcher
from numpy.typing import NDArray

from qwenchat.engine import Advice, Allowed, Forced
from qwenchat.protocol import QwenChatError


class Stage(Protocol):
    """A part of an answer. It sees every id, and says what may come next until it is over."""

    def advise(self) -> Advice:
        """What may come next."""
        ...

    def push(self, id_: int) -> None:
        """One more id of the answer."""
        ...

    @property
    def over(self) -> bool:
        """Whether the next stage begins."""
        ...


class Fixed:
    """Ids that come, whatever the model would say."""

    def __init__(self, ids: Sequence[int]) -> None:
        self._ids = tuple(ids)
        self._at = 0

    def advise(self) -> Advice:
        """All that is left of them."""
        return Forced(self._ids[self._at :])

    def push(self, id_: int) -> None:
        """The next of them."""
        assert id_ == self._ids[self._at], "the engine takes forced ids as they are"
        self._at += 1

    @property
    def over(self) -> bool:
        """Whether all have come."""
        return self._at == len(self._ids)


class Thought:
    """A thought that is open, until the id that closes it.

    After `budget` tokens `cut_ids` come, which end in the closing id; they don't count. `allowed` is the mask while
    it lasts: an answer that must have a form may not end within the thought.
    """

    def __init__(
        self,
        close_id: int,
        budget: int | None,
        cut_ids: Sequence[int],
        whole: Callable[[Sequence[int]], bool],
        allowed: NDArray[np.uint32] | None = None,
    ) -> None:
        """`whole` tells whether ids end with a whole character: a cut comes between two."""
        self._close_id = close_id
        self._n_left = budget
        self._cut = Fixed(cut_ids)
        self._whole = whole
        self._allowed = allowed
        self._last: tuple[int, ...] = ()
        self._is_cut = False
        self.over = False

    def advise(self) -> Advice:
        """The cut once the budget is spent; before, what may be thought."""
        self._is_cut = self._is_cut or (self._n_left is not None and self._n_left <= 0 and self._whole(self._last))
        if self._is_cut:
            return self._cut.advise()
        return None if self._allowed is None else Allowed(self._allowed)

    def push(self, id_: int) -> None:
        """One more id."""
        if self._is_cut:
            self._cut.push(id_)
        elif self._n_left is not None:
            self._n_left -= 1
        self._last = (*self._last[-3:], id_)
        self.over = id_ == self._close_id


class Grammar:
    """Words of a grammar, to the end of the answer: it may end where the grammar may."""

    def __init__(self, matcher: LLMatcher) -> None:
        self._matcher = matcher
        self.over = False

    def advise(self) -> Advice:
        """The mask of the next id."""
        mask = np.frombuffer(self._matcher.compute_bitmask(), np.uint32)
        self._check()
        return Allowed(mask)

    def push(self, id_: int) -> None:
        """One more id."""
        self._matcher.consume_token(id_)
        self._check()

    def _check(self) -> None:
        if self._matcher.is_error():
            raise QwenChatError(f"the grammar of this answer can't go on: {self._matcher.get_error()}")


def mask_without(ids: Iterable[int], n_vocab: int) -> NDArray[np.uint32]:
    """The mask of `n_vocab` ids that allows all but `ids`."""
    bits = np.ones(-(-n_vocab // 32) * 32, np.uint8)
    bits[n_vocab:] = 0
    bits[list(ids)] = 0
    return np.packbits(bits, bitorder="little").view(np.uint32)
