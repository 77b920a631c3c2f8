"""Which token comes next: from the best candidates of a row, the request's own rule, and one random number."""

import numpy as np
from numpy.typing import NDArray

from qwenchat.kernels.words import Floats, Ints
from qwenchat.protocol.sampling import Sampling

FIRST_LOOK = 64  # candidates asked for at first where `top_k` gives no bound
WIDEN = 8  # how many times more when they were not enough


def n_candidates(sampling: Sampling) -> int:
    """How many of the best candidates to ask for first."""
    if sampling.temperature == 0:
        return 1
    return sampling.top_k or FIRST_LOOK


def choose(logits: Floats, ids: Ints, logsumexp: float, sampling: Sampling, u: float, n_all: int) -> int | None:
    """The token chosen by `u` in [0, 1), or None when it can't be told from so few candidates.

    `logits` and `ids` [n], best first, are the best of `n_all`; `logsumexp` is of all logits / temperature. In
    this order, as in the field: temperature, the `top_k` best, the fewest whose share reaches `top_p` (arXiv
    1904.09751), those with at least `min_p` of the best one's share (arXiv 2407.01082); then the draw.
    """
    if sampling.temperature == 0:
        return int(ids[0])
    share = np.exp(logits.astype(np.float64) / sampling.temperature - logsumexp)
    complete = len(ids) >= n_all
    if sampling.top_k:
        share = share[: sampling.top_k]
        share, complete = share / share.sum(), complete or len(share) >= sampling.top_k
    n_kept = _n_kept(share, sampling)
    if n_kept == len(share) and not complete:
        # Either the cut lies further on, or there is none: then only a draw that falls among these is sure.
        if sampling.top_p < 1 or sampling.min_p > 0 or u >= share.sum():
            return None
        return int(ids[_draw(share, u)])
    kept = share[:n_kept]
    return int(ids[_draw(kept, u * kept.sum())])


def _n_kept(share: NDArray[np.float64], sampling: Sampling) -> int:
    """How many of the leading candidates `top_p` and `min_p` leave."""
    n_kept = len(share)
    if sampling.top_p < 1:
        n_kept = min(n_kept, int(np.searchsorted(np.cumsum(share), sampling.top_p)) + 1)
    if sampling.min_p > 0:
        n_kept = min(n_kept, int(np.count_nonzero(share >= sampling.min_p * share[0])))
    return n_kept


def _draw(share: NDArray[np.float64], mark: float) -> int:
    """Where `mark` falls when the shares are laid end to end; a share of 0 is never drawn."""
    at = int(np.searchsorted(np.cumsum(share), mark, side="right"))
    return min(at, int(np.count_nonzero(share)) - 1)
