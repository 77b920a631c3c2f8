"""Which tokens come next: from the best candidates of each row, the requests' own rules, and one random number each."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qwenchat.kernels.words import Top
from qwenchat.protocol.sampling import Sampling

FIRST_LOOK = 64  # candidates asked for at first where `top_k` gives no bound
WIDEN = 8  # how many times more when they were not enough

UNSURE = -1  # no token: more candidates are needed
NONE = -2  # no token: the row has none to give, its logsumexp says why

Column = NDArray[np.float64]


class Rules(Struct, frozen=True, eq=False):
    """The rules of the rows of a step, [n_rows, 1] each."""

    temperature: Column
    top_k: Column
    top_p: Column
    min_p: Column

    @classmethod
    def of(cls, samplings: Sequence[Sampling]) -> "Rules":
        """Those of these requests."""
        rows = np.array([(s.temperature, s.top_k, s.top_p, s.min_p) for s in samplings])
        return cls(rows[:, 0:1], rows[:, 1:2], rows[:, 2:3], rows[:, 3:4])

    @property
    def n_candidates(self) -> int:
        """How many of the best candidates to ask for first, enough for every row."""
        looks = np.where(self.top_k > 0, self.top_k, FIRST_LOOK)
        return int(np.where(self.temperature > 0, looks, 1).max())


def choose(top: Top, rules: Rules, u: Column, n_all: int) -> NDArray[np.int64]:
    """The token of each row chosen by its `u` in [0, 1); UNSURE where so few candidates can't tell; NONE.

    `top` has the best of `n_all`. In this order, as in the field: temperature, the `top_k` best, the fewest whose
    share reaches `top_p` (arXiv 1904.09751), those with at least `min_p` of the best one's share (arXiv 2407.01082);
    then the draw. Sums run from the best on, so that neither more candidates nor other rows change a choice.
    """
    n = top.ids.shape[1]
    sane = np.isfinite(top.logsumexp)
    if not rules.temperature.any():
        return np.where(sane, top.ids[:, 0], NONE)
    hot = np.where(rules.temperature > 0, rules.temperature, 1)
    logsumexp = np.where(sane, top.logsumexp, 0).astype(np.float64)[:, None]
    with np.errstate(over="ignore"):
        share = np.exp(np.where(sane[:, None], top.logits, -np.inf) / hot - logsumexp)
    limit = np.where(rules.top_k > 0, np.minimum(rules.top_k, n), n)
    share[np.arange(n) >= limit] = 0
    sums = np.cumsum(share, axis=1)
    whole = np.where(rules.top_k > 0, sums[:, -1:], 1)  # logsumexp has made all shares sum up to 1
    nucleus = np.where(rules.top_p < 1, (sums < rules.top_p * whole).sum(axis=1, keepdims=True) + 1, n)
    bold = np.where(rules.min_p > 0, (share >= rules.min_p * share[:, :1]).sum(axis=1, keepdims=True), n)
    n_kept = np.minimum(np.minimum(nucleus, bold), limit).astype(np.int64)
    complete = (n >= n_all) | (rules.top_k > 0) & (rules.top_k <= n)
    # Either the cut lies further on, or there is none: then only a draw that falls among these is sure.
    open_end = (n_kept == n) & ~complete
    cut = (rules.top_p < 1) | (rules.min_p > 0)
    mark = u[:, None] * np.where(open_end, 1, np.take_along_axis(sums, n_kept - 1, axis=1))
    unsure = open_end & (cut | (mark >= sums[:, -1:]))
    # A share of 0 is never drawn.
    at = np.minimum(
        (sums <= mark).sum(axis=1, keepdims=True), np.maximum((share > 0).sum(axis=1, keepdims=True), 1) - 1
    )
    greedy = rules.temperature == 0
    chosen = np.take_along_axis(top.ids, np.where(greedy, 0, at), axis=1)
    return np.where(sane, np.where(unsure & ~greedy, UNSURE, chosen)[:, 0], NONE)
