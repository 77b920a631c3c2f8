"""Guessing ahead: what an answer may go on with, so that one step can check several tokens.

A guess is computed beside the token that is sure, and counts only if that token's logits choose it. A wrong one costs
time, never text.
"""

from array import array
from math import log

import numpy as np
from msgspec import Struct

from qwenchat.engine.cost import Cost

KEY = 3  # ids that must have stood together before
FORGET = 0.9  # what an older guess counts beside a newer one
REST = 0.25  # a step without a guess makes that many forgotten, so that what didn't pay is tried again some day
FIRST = (1.0, 2.0)  # as if one of two had held: what is believed before the first guess, and again after a rest


def from_before(ids: "array[int]", most: int) -> list[int]:
    """`most` ids that may follow: what did where the last KEY of `ids` last stood together. [] if they never did.

    Answers repeat their questions and themselves: names, code, lists, quotations.
    """
    said = np.frombuffer(ids, np.int32)
    if most <= 0 or len(said) <= KEY:
        return []
    ends = np.flatnonzero(said[KEY - 1 : -1] == said[-1]) + (KEY - 1)
    for back in range(1, KEY):
        ends = ends[said[ends - back] == said[-1 - back]]
    if not len(ends):
        return []
    at = int(ends[-1]) + 1
    return np.resize(said[at : at + most], most).tolist()  # what goes in circles goes on


class Luck(Struct):
    """How often guesses about one answer held; older ones are forgotten gradually."""

    n_held: float = FIRST[0]
    n_tried: float = FIRST[1]

    def saw(self, n_held: int, n_guessed: int) -> None:
        """So many of a step's guesses held; the first that didn't was tried too, those behind it were not."""
        n_tried = min(n_held + 1, n_guessed)
        kept = FORGET ** (n_tried or REST)
        self.n_held = FIRST[0] + (self.n_held - FIRST[0]) * kept + n_held
        self.n_tried = FIRST[1] + (self.n_tried - FIRST[1]) * kept + n_tried

    def worth(self, cost: Cost, n_answers: int, guess_ms: float = 0.0) -> int:
        """How many guesses are worth their rows, where `n_answers` share the price of a step.

        The n-th saves what a token costs now with the chance that all up to it hold, and costs a row for certain, and
        what it takes to make it.
        """
        row = cost.row_ms + cost.token_ms
        token = row + cost.step_ms / n_answers
        return max(0, int(log((row + guess_ms) / token) / log(self.n_held / self.n_tried)))
