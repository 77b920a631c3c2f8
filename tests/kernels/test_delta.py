"""Gated DeltaNet of every instruction set against the plain voice, and the same bits however rows are cut."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest

from qwenchat.kernels import DeltaSpec, Plan, Tensor
from qwenchat.kernels.count import Count
from qwenchat.kernels.cpu import Cpu
from qwenchat.kernels.plain import Plain
from qwenchat.kernels.words import Floats
from tests.kernels.test_attention import ISAS, Schedule, cpu


@dataclass(frozen=True)
class Case:
    """A layer's shape."""

    n_key_heads: int = 2
    n_value_heads: int = 4
    key_dim: int = 16
    value_dim: int = 32
    kernel: int = 4

    def spec(self, voice: Any) -> DeltaSpec:
        rng = np.random.default_rng(1)
        channels = 2 * self.n_key_heads * self.key_dim + self.n_value_heads * self.value_dim

        def vector(n: int, wide: float = 0.5, middle: float = 0.0) -> Any:
            return voice.vector(Tensor("v", "fp32", (middle + wide * rng.standard_normal(n)).astype(np.float32)))

        shape = (self.n_key_heads, self.n_value_heads, self.key_dim, self.value_dim, self.kernel)
        return DeltaSpec(
            *shape,
            vector(channels * self.kernel),
            vector(self.n_value_heads),
            vector(self.n_value_heads),
            vector(self.value_dim, 0.2, 1.0),
            1e-6,
        )

    def inputs(self, lengths: Sequence[int]) -> list[tuple[Floats, Floats]]:
        """For each sequence, its rows of qkvz and of ba."""
        rng, wide = (
            np.random.default_rng(2),
            2 * self.n_key_heads * self.key_dim + 2 * self.n_value_heads * self.value_dim,
        )
        return [
            (
                rng.standard_normal((n, wide)).astype(np.float32),
                rng.standard_normal((n, 2 * self.n_value_heads)).astype(np.float32),
            )
            for n in lengths
        ]


def run(voice: Any, case: Case, inputs: Sequence[tuple[Floats, Floats]], schedule: Schedule) -> list[Floats]:
    """What every row of every sequence gets when they are computed in the steps of `schedule`."""
    cache = voice.cache([case.spec(voice)], 1 + len(inputs), "fp32", n_states=len(inputs) + 1)
    array = voice.array if isinstance(voice, Cpu) else np.asarray
    done = [0] * len(inputs)
    out: list[list[Floats]] = [[] for _ in inputs]
    for step in schedule:
        starts = np.cumsum([0, *(n for _, n in step)]).astype(np.int32)
        seqs = [q for q, _ in step]
        # Tables as for attention, which this model doesn't have: any block will do.
        tables = np.array([[q + 1] * 20 for q in seqs], np.int32)
        past = np.array([done[q] for q in seqs], np.int32)
        states = np.array([len(inputs) - q for q in seqs], np.int32)
        s = voice.step(
            Plan(np.zeros(starts[-1], np.int32), starts, past, tables, starts[1:] - np.int32(1), states=states), cache
        )
        x, ba = (np.concatenate([inputs[q][part][done[q] : done[q] + n] for q, n in step]) for part in (0, 1))
        y = voice.read(voice.gated_delta(array(x), array(ba), cache.layers[0], s))
        for q, first, last in zip(seqs, starts, starts[1:], strict=False):
            out[q].append(y[first:last])
            done[q] += last - first
    return [np.concatenate(parts) for parts in out]


SHAPES = [Case(), Case(1, 1, 5, 3, 2), Case(2, 6, 24, 40, 3), Case(3, 3, 128, 128), Case(1, 8, 64, 70, 5)]
LENGTHS = (40, 1, 19)
WHOLE = [[(0, 40), (1, 1), (2, 19)]]


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("case", SHAPES, ids=str)
def test_shapes_agree_with_plain(isa: str, case: Case) -> None:
    inputs = case.inputs(LENGTHS)
    got, want = (run(v, case, inputs, WHOLE) for v in (cpu(isa), Plain()))
    for g, w in zip(got, want, strict=True):
        assert np.abs(g - w).max() < 2e-5 * max(1.0, np.abs(w).max())


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("n_threads", [1, 2])
def test_rows_have_the_same_bits_however_they_are_cut(isa: str, n_threads: int) -> None:
    case = Case(2, 6, 24, 40)
    inputs = case.inputs(LENGTHS)
    want = run(cpu(isa, 2), case, inputs, WHOLE)
    cuts: list[Schedule] = [
        [[(0, 1)] for _ in range(40)] + [[(1, 1), (2, 19)]],
        [[(2, 2), (0, 7)], [(0, 1), (2, 1), (1, 1)], [(0, 32), (2, 16)]],
        [[(0, 2)], [(0, 3)], [(0, 35)], [(1, 1)], [(2, 1)], [(2, 18)]],
    ]
    for schedule in cuts:
        for g, w in zip(run(cpu(isa, n_threads), case, inputs, schedule), want, strict=True):
            np.testing.assert_array_equal(g, w)


@pytest.mark.parametrize("voice", [Plain, Cpu])
def test_a_copied_state_goes_on_as_the_first_would(voice: Any) -> None:
    k, case = voice(), Case()
    (x, ba), array = case.inputs([30])[0], (lambda v: v)
    cache = k.cache([case.spec(k)], 1, "fp32", n_states=2)
    array = k.array if isinstance(k, Cpu) else np.asarray

    def step(first: int, last: int, state: int) -> Floats:
        starts = np.array([0, last - first], np.int32)
        s = k.step(
            Plan(
                np.zeros(last - first, np.int32),
                starts,
                np.array([first], np.int32),
                np.zeros((1, 1), np.int32),
                np.zeros(0, np.int32),
                states=np.array([state], np.int32),
            ),
            cache,
        )
        return k.read(k.gated_delta(array(x[first:last]), array(ba[first:last]), cache.layers[0], s))

    step(0, 11, 0)
    k.copy_state(cache, 0, 1)
    want = step(11, 30, 0)
    np.testing.assert_array_equal(step(11, 30, 1), want)
    # A new owner finds nothing of the last one.
    assert np.abs(step(0, 11, 1) - run(Plain(), case, [(x, ba)], [[(0, 11)]])[0]).max() < 2e-5


def test_a_bad_layer_or_plan_is_refused() -> None:
    k, case = Cpu(1), Case()
    for change, says in ((replace(case, n_value_heads=3), "evenly"), (replace(case, kernel=1), "kernels")):
        with pytest.raises(ValueError, match=says):
            k.cache([change.spec(k)], 1, "fp32", n_states=1)
    cache = k.cache([case.spec(k)], 1, "fp32", n_states=2)
    x, ba = case.inputs([2])[0]

    def plan(states: list[int] | None, n: int = 1) -> Plan:
        owners = None if states is None else np.array(states, np.int32)
        starts, tables = np.arange(n + 1, dtype=np.int32), np.full((n, 1), -1, np.int32)
        tables[0] = 0
        return Plan(np.zeros(n, np.int32), starts, np.zeros(n, np.int32), tables, np.zeros(0, np.int32), states=owners)

    for states, says in (([2], "state 2"), ([-1], "state -1"), ([], "as many states")):
        with pytest.raises(ValueError, match=says):
            k.step(plan(states), cache)
    s = k.step(plan([0]), cache)
    with pytest.raises(ValueError, match="qkvz must be"):
        k.gated_delta(k.array(x[:1, :-1]), k.array(ba[:1]), cache.layers[0], s)


def test_the_work_is_counted() -> None:
    count, case = Count(), Case()
    spec = case.spec(count)
    cache = count.cache([spec], 1, "bf16", n_states=3)
    assert cache.n_bytes == 3 * spec.state_bytes == 3 * 4 * (4 * 16 * 32 + 3 * (2 * 2 * 16 + 4 * 32))
    p = Plan(
        np.zeros(5, np.int32),
        np.array([0, 2, 5], np.int32),
        np.zeros(2, np.int32),
        np.zeros((2, 1), np.int32),
        np.zeros(0, np.int32),
    )
    s = count.step(p, cache)
    x = count.embed(count.table(Tensor("t", "fp32", np.zeros((1, 64), np.float32))), s)
    wide = count.weight([Tensor("w", "fp32", np.zeros((spec.n_channels + 128, 64), np.float32))], "fp32")
    gates = count.weight([Tensor("w", "fp32", np.zeros((8, 64), np.float32))], "fp32")
    assert count.gated_delta(count.linear(x, wide), count.linear(x, gates), spec, s).shape == (5, 128)
    assert count.by_word["gated_delta"].n_bytes == 2 * spec.state_bytes
