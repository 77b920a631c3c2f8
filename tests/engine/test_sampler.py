"""The sampler against its plain twin, which sorts the whole vocabulary."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qwenchat.engine.past import Past
from qwenchat.engine.sampler import NONE, UNSURE, WIDEN, Rules, choose
from qwenchat.kernels import Edit
from qwenchat.kernels.plain.candidates import candidates
from qwenchat.protocol.sampling import Sampling
from tests.engine.slow_twin import shares


def drawn(logits: np.ndarray, samplings: list[Sampling], u: list[float]) -> list[int]:
    """What the engine does with a row of these logits for each of `samplings`."""
    rules = Rules.of(samplings)
    n, rows = rules.n_candidates, np.tile(logits, (len(u), 1))
    while True:
        top = candidates(rows, [Edit(temperature=s.temperature) for s in samplings], n, len(logits))
        tokens = choose(top, rules, np.array(u), len(logits))
        if not (tokens == UNSURE).any():
            return tokens.tolist()
        n *= WIDEN


SAMPLINGS = st.builds(
    Sampling,
    temperature=st.sampled_from([0.0, 0.3, 1.0, 1.9]),
    top_p=st.sampled_from([1.0, 0.95, 0.5, 0.01]),
    top_k=st.sampled_from([0, 1, 5, 50, 400]),
    min_p=st.sampled_from([0.0, 0.05, 0.6, 1.0]),
)


@settings(max_examples=150, deadline=None)
@given(SAMPLINGS, st.lists(SAMPLINGS, max_size=3), st.integers(0, 2**31), st.floats(0.3, 8))
def test_every_draw_is_the_twins_whoever_is_beside_it(
    s: Sampling, others: list[Sampling], seed: int, spread: float
) -> None:
    rng = np.random.RandomState(seed)
    logits = (rng.standard_normal(300) * spread).astype(np.float32)
    share = shares(logits, s)
    order = np.argsort(-logits, kind="stable")
    ends = np.cumsum(share[order])
    for u in rng.random_sample(12):
        alone, together = drawn(logits, [s], [u])[0], drawn(logits, [*others, s], [0.5] * len(others) + [u])[-1]
        assert alone == together
        # On the border between two tokens rounding may decide.
        assert alone == order[np.searchsorted(ends, u, side="right")] or np.abs(ends - u).min() < 1e-5


def test_frequencies_follow_the_shares() -> None:
    logits = np.array([2.0, 1.0, 0.0, -1.0], np.float32)
    s = Sampling(temperature=0.7, top_p=0.97)
    rng = np.random.RandomState(0)
    said = np.bincount(drawn(logits, [s] * 4000, rng.random_sample(4000).tolist()), minlength=4) / 4000
    assert np.abs(said - shares(logits, s)).max() < 0.03


@pytest.mark.parametrize("u", [0.0, 0.5, 1 - 2**-53])
def test_a_removed_token_is_never_drawn(u: float) -> None:
    logits = np.full(100, -np.inf, np.float32)
    logits[[3, 70]] = [1.0, 0.5]
    assert drawn(logits, [Sampling()], [u])[0] in (3, 70)


def test_a_row_without_a_token_has_none_and_hurts_no_other() -> None:
    rows = np.zeros((3, 50), np.float32)
    rows[0], rows[1, 7] = -np.inf, np.nan
    s = [Sampling(temperature=0.0), Sampling(), Sampling(temperature=0.0)]
    top = candidates(rows, [Edit()] * 3, 50, 50)
    assert choose(top, Rules.of(s), np.full(3, 0.5), 50).tolist() == [NONE, NONE, 0]


def test_penalties_count_what_the_field_counts() -> None:
    s = Sampling(repetition_penalty=2.0, presence_penalty=0.5, frequency_penalty=0.25)
    past = Past([1, 2, 2, 9], s, 5)
    for token in (2, 3, 3):
        past.add(token)
    top = candidates(np.array([[1, 1, 1, -1, 1]], np.float32), [past.edit()], 5, 5)
    got = dict(zip(top.ids[0].tolist(), top.logits[0].tolist(), strict=True))
    # repetition over prompt and answer; presence and frequency over the answer alone
    assert got == {0: 1.0, 4: 1.0, 1: 0.5, 2: 0.5 - 0.5 - 0.25, 3: -2 - 0.5 - 0.5}
