"""How long a step will take: a model of four numbers that learns from the steps that were."""

from math import sqrt

import numpy as np
from msgspec import Struct
from msgspec.structs import astuple


class Cost(Struct, frozen=True):
    """Milliseconds of a step, of each of its rows, of each row of logits, and of each key that a row attends to.

    The defaults are a small model's on a small machine: only the first steps go by them, later ones by their ratios
    where the steps so far leave something open (while all have one row, say, what a step and what a row costs).
    """

    step_ms: float = 10.0
    row_ms: float = 3.0
    token_ms: float = 1.0
    key_ms: float = 1e-3

    def of(self, n_rows: int, n_past: int) -> float:
        """What `n_rows` rows behind `n_past` tokens add to a step, in ms."""
        return n_rows * self.row_ms + keys_attended(n_rows, n_past) * self.key_ms

    def rows_within(self, ms: float, n_past: int) -> int:
        """How many rows behind `n_past` tokens fit into `ms`."""
        if ms <= 0:
            return 0
        # of(n, n_past) <= ms, solved for n without the cancellation of the school formula
        linear = self.row_ms + self.key_ms * (n_past + 0.5)
        return int(2 * ms / (linear + sqrt(linear * linear + 2 * self.key_ms * ms)))


def keys_attended(n_rows: int, n_past: int) -> int:
    """Keys that rows behind `n_past` tokens see, all rows together; each sees itself."""
    return n_rows * n_past + n_rows * (n_rows + 1) // 2


class Learning:
    """Least squares over the steps so far, relative to their length; older ones are forgotten gradually."""

    FORGET = 0.98
    DOUBT = 1e-3  # how little the defaults weigh against a measured step
    LEAST = 1e-4  # of the defaults: no part of a step is free

    def __init__(self) -> None:
        self._first = np.array(astuple(Cost()))
        n = len(self._first)
        self._squares, self._products = np.zeros((n, n)), np.zeros(n)
        self._weight, self._speed = 1e-9, 1e-9  # of the steps; and each times what it took of what the defaults say

    def saw(self, n_rows: int, n_tokens: int, n_keys: int, ms: float) -> None:
        """A step took `ms`."""
        x = np.array([1.0, n_rows, n_tokens, n_keys]) / ms
        self._squares = self._squares * self.FORGET + np.outer(x, x)
        self._products = self._products * self.FORGET + x
        self._weight = self._weight * self.FORGET + 1
        self._speed = self._speed * self.FORGET + 1 / float(x @ self._first)

    def cost(self) -> Cost:
        """What is believed now."""
        first = self._first * (self._speed / self._weight)
        trust = self.DOUBT / first**2
        best = np.linalg.solve(self._squares + np.diag(trust), self._products + trust * first)
        return Cost(*np.maximum(best, first * self.LEAST).tolist())
