"""Who computes how much: a pure function, and the numbers it goes by."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from qwenchat.engine.cost import Cost, Learning, keys_attended
from qwenchat.engine.plan import MOST_ROWS, plan

COST = Cost(step_ms=10, row_ms=2, token_ms=1, key_ms=0.001)


@dataclass(frozen=True, eq=False)
class Owes:
    n_owed: int
    n_done: int = 0


SEQS = st.lists(st.builds(Owes, st.one_of(st.just(1), st.integers(1, 5000)), st.integers(0, 20_000)), max_size=40)


@given(SEQS, st.floats(0, 1000))
def test_everybody_gets_something_and_nobody_too_much(seqs: list[Owes], budget_ms: float) -> None:
    parts = plan(seqs, budget_ms, COST)
    assert [seq for seq, _ in parts] == seqs
    assert all(1 <= n <= seq.n_owed for seq, n in parts)
    assert sum(n for _, n in parts) <= max(MOST_ROWS, len(seqs))


@given(SEQS, st.floats(0, 1000))
def test_the_budget_is_kept_or_prompts_take_a_third(seqs: list[Owes], budget_ms: float) -> None:
    def took(parts: list[tuple[Owes, int]]) -> float:
        n_tokens = sum(seq.n_owed == 1 for seq in seqs)
        return COST.step_ms + n_tokens * COST.token_ms + sum(COST.of(n, seq.n_done) for seq, n in parts)

    least = took([(seq, 1) for seq in seqs])
    assert took(plan(seqs, budget_ms, COST)) <= max(budget_ms, 1.5 * least) + 1e-6


def test_the_oldest_gets_half_and_the_youngest_its_share() -> None:
    old, talker, young, short = Owes(4000), Owes(1, 300), Owes(4000), Owes(3)
    parts = dict(plan([old, talker, young, short], 210, COST))
    assert parts[talker] == 1
    assert parts[short] == 3
    assert parts[young] >= 16
    assert parts[old] >= 2 * parts[young] - 16
    assert dict(plan([young], 210, COST))[young] == 96  # alone it takes all there is, in even pieces


def test_rows_within_is_of_turned_round() -> None:
    for n_past in (0, 100, 20_000):
        for ms in (1.0, 7.5, 100.0):
            n = COST.rows_within(ms, n_past)
            assert COST.of(n, n_past) <= ms < COST.of(n + 1, n_past)


def test_what_a_step_costs_is_learnt() -> None:
    true, learning = Cost(20, 4, 1.5, 0.002), Learning()
    assert astuple(learning.cost()) == pytest.approx(astuple(Cost()))
    for i in range(200):
        n_rows, n_tokens, n_past = 1 + i * 37 % 60, 1 + i * 7 % 8, i * 211 % 3000
        ms = true.step_ms + n_tokens * true.token_ms + true.of(n_rows, n_past)
        learning.saw(n_rows, n_tokens, keys_attended(n_rows, n_past), ms)
    for name in ("step_ms", "row_ms", "token_ms", "key_ms"):
        assert getattr(learning.cost(), name) == pytest.approx(getattr(true, name), rel=0.05)


@pytest.mark.parametrize("speed", [0.01, 1.0, 30.0])
def test_steps_of_one_row_are_shared_out_by_the_defaults_ratios(speed: float) -> None:
    # One answer alone leaves open what a step costs and what a row does.
    learning = Learning()
    for i in range(300):
        learning.saw(1, 1, 100 + i, speed * (14 + 1e-3 * (100 + i)))
    cost = learning.cost()
    assert cost.step_ms + cost.row_ms + cost.token_ms == pytest.approx(14 * speed, rel=0.02)
    assert astuple(cost)[:3] == pytest.approx([10 * speed, 3 * speed, speed], rel=0.1)
