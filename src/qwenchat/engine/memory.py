"""What the engine asks of a memory, whatever kind of layer it serves."""

from array import array
from collections.abc import Hashable
from typing import Protocol, TypeVar

Hold = TypeVar("Hold")


class Memory(Protocol[Hold]):
    """What layers of one kind remember of sequences; a `Hold` is one sequence's part.

    The pages of attention have every position of a prefix and give back any tail. The state of a recurrent layer
    can't be taken apart: it returns to the checkpoints that were made of it and nowhere else. Both answer the same
    questions, so the engine never asks what kind of layer it is: it takes the smallest answer.
    """

    def kept(self, kind: Hashable, ids: "array[int]", most: int) -> int:
        """The largest n up to `most` such that the first n of `ids` needn't be computed again."""
        ...

    def open(self, kind: Hashable, ids: "array[int]", n_kept: int, n_spare: int) -> tuple[Hold, int] | None:
        """Room for `ids`, of which `n_kept`, as `kept` told, are there; and how many really are: memory may be short.

        None when there is no such room with `n_spare` blocks beside it.
        """
        ...

    def grow(self, hold: Hold, n_tokens: int) -> bool:
        """Make room for `n_tokens` tokens in all; False, and nothing done, when there is none."""
        ...

    def until(self, hold: Hold, n_done: int, n: int) -> int:
        """How many of the next `n` tokens one step may compute: up to where something of them is to be kept."""
        ...

    def ahead(self, hold: Hold, n_done: int) -> bool:
        """The next step computes guesses behind `n_done` tokens: keep what `back` will need. False, and nothing done,
        where there is no room for that."""
        ...

    def back(self, hold: Hold, n_done: int, n_ahead: int) -> int:
        """`n_done` tokens are sure, and `n_ahead` guesses computed behind them are not: forget those.

        Gives the largest n up to `n_done` such that the sequence can go on from its first n tokens.
        """
        ...

    def publish(self, hold: Hold, ids: "array[int]", with_tail: bool) -> None:
        """`ids` are computed: let others find them; the last, unfilled block only `with_tail`."""
        ...

    def close(self, hold: Hold, ids: "array[int]") -> None:
        """The sequence ends; what it computed, `ids`, stays until the room is needed."""
        ...
