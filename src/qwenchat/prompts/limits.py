"""What a template may cost: its size, its output, its steps and its time."""

import time

from msgspec import Struct


class Limits(Struct, frozen=True):
    """The most a template may cost.

    The time is a net under the others, which don't depend on the machine; it is this thread's own computing
    time, so that a busy machine fails nobody.
    """

    source_chars: int = 262_144
    text_chars: int = 16_777_216
    steps: int = 1_000_000
    time_s: float = 10.0


class LimitReached(Exception):
    """A template went past one of its limits; says which."""


class Budget:
    """What one rendering has left. A turn of a loop or a macro is a step, and so is every KiB of text made."""

    __slots__ = ("_deadline_s", "_limits", "_n_left")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._n_left = limits.steps
        self._deadline_s = time.thread_time() + limits.time_s

    def step(self, n: int = 1) -> None:
        """Spend `n` steps."""
        self._n_left -= n
        if self._n_left < 0:
            raise LimitReached(f"it takes more than {self._limits.steps} steps (loop turns, macro calls)")
        if time.thread_time() > self._deadline_s:
            raise LimitReached(f"it takes longer than {self._limits.time_s:g} s")

    def size(self, n: int, n_new: int | None = None) -> None:
        """Allow a text or list to reach `n` items, `n_new` of them (all, by default) made now.

        Asked before the memory is taken.
        """
        if n > self._limits.text_chars:
            raise LimitReached(f"it makes a text or list longer than {self._limits.text_chars}")
        n_made = n if n_new is None else n_new
        if n_made >= 1024:
            self.step(n_made // 1024)
