"""The sampler against its plain twin, which sorts the whole vocabulary."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qwenchat.engine.past import Past
from qwenchat.engine.sampler import WIDEN, choose, n_candidates
from qwenchat.kernels import Edit
from qwenchat.kernels.plain.candidates import candidates
from qwenchat.protocol.sampling import Sampling


def twin_shares(logits: np.ndarray, s: Sampling) -> np.ndarray:
    """The probability of every id after the rules, straight from their definitions."""
    if s.temperature == 0:
        return np.eye(len(logits))[int(np.argmax(logits))]
    share = np.exp(logits.astype(np.float64) / s.temperature - np.max(logits) / s.temperature)
    order = np.argsort(-logits, kind="stable")
    if s.top_k:
        share[order[s.top_k :]] = 0
    share /= share.sum()
    if s.top_p < 1:
        total = 0.0
        for i in order:
            if total >= s.top_p:
                share[i] = 0
            total += share[i]
    share[share < s.min_p * share.max()] = 0
    return share / share.sum()


def drawn(logits: np.ndarray, s: Sampling, u: float) -> int:
    """What the engine does."""
    n = n_candidates(s)
    while True:
        top = candidates(logits[None], [Edit(temperature=s.temperature)], n, len(logits))
        token = choose(top.logits[0], top.ids[0], float(top.logsumexp[0]), s, u, len(logits))
        if token is not None:
            return token
        n *= WIDEN


SAMPLINGS = st.builds(
    Sampling,
    temperature=st.sampled_from([0.0, 0.3, 1.0, 1.9]),
    top_p=st.sampled_from([1.0, 0.95, 0.5, 0.01]),
    top_k=st.sampled_from([0, 1, 5, 50, 400]),
    min_p=st.sampled_from([0.0, 0.05, 0.6, 1.0]),
)


@settings(max_examples=150, deadline=None)
@given(SAMPLINGS, st.integers(0, 2**31), st.floats(0.3, 8))
def test_every_draw_is_the_twins(s: Sampling, seed: int, spread: float) -> None:
    rng = np.random.RandomState(seed)
    logits = (rng.standard_normal(300) * spread).astype(np.float32)
    share = twin_shares(logits, s)
    order = np.argsort(-logits, kind="stable")
    ends = np.cumsum(share[order])
    for u in rng.random_sample(12):
        if np.abs(ends - u).min() < 1e-5:
            continue  # on the border between two tokens, where rounding may decide
        assert drawn(logits, s, u) == order[np.searchsorted(ends, u, side="right")]


def test_frequencies_follow_the_shares() -> None:
    logits = np.array([2.0, 1.0, 0.0, -1.0], np.float32)
    s = Sampling(temperature=0.7, top_p=0.97)
    rng = np.random.RandomState(0)
    said = np.bincount([drawn(logits, s, u) for u in rng.random_sample(4000)], minlength=4) / 4000
    assert np.abs(said - twin_shares(logits, s)).max() < 0.03


@pytest.mark.parametrize("u", [0.0, 0.5, 1 - 2**-53])
def test_a_removed_token_is_never_drawn(u: float) -> None:
    logits = np.full(100, -np.inf, np.float32)
    logits[[3, 70]] = [1.0, 0.5]
    assert drawn(logits, Sampling(), u) in (3, 70)


def test_penalties_count_what_the_field_counts() -> None:
    s = Sampling(repetition_penalty=2.0, presence_penalty=0.5, frequency_penalty=0.25)
    past = Past([1, 2, 2], s)
    for token in (2, 3, 3):
        past.add(token)
    top = candidates(np.array([[1, 1, 1, -1, 1]], np.float32), [past.edit()], 5, 5)
    got = dict(zip(top.ids[0].tolist(), top.logits[0].tolist(), strict=True))
    # repetition over prompt and answer; presence and frequency over the answer alone
    assert got == {0: 1.0, 4: 1.0, 1: 0.5, 2: 0.5 - 0.5 - 0.25, 3: -2 - 0.5 - 0.5}
