"""Experts: both layouts of a checkpoint, both voices, and rows that don't notice one another."""

from typing import Any

import numpy as np
import pytest

from qwenchat.kernels import Experts, Kernels, Tensor
from qwenchat.kernels.count import Count
from qwenchat.kernels.cpu import Cpu
from qwenchat.kernels.plain import Plain
from qwenchat.kernels.words import Format
from qwenchat.models import ConfigError, config_from
from tests.models.random_model import CASES, random_prompt, random_tensors, stacked
from tests.models.test_dense import Runner, voices

N, HIDDEN, FFN = 10, 160, 40


def layer(k: Kernels, fmt: Format, n_used: int, normalised: bool) -> Any:
    """Ten experts of fixed random weights."""
    rng = np.random.RandomState(1)

    def values(*shape: int) -> Tensor:
        return Tensor("w", "fp32", (rng.standard_normal(shape) / np.sqrt(shape[1])).astype(np.float32))

    router = k.weight([values(N, HIDDEN)], "fp32")
    gate_up = [k.weight([values(FFN, HIDDEN), values(FFN, HIDDEN)], fmt, "paired") for _ in range(N)]
    down = [k.weight([values(HIDDEN, FFN)], fmt) for _ in range(N)]
    return k.routed(Experts(router, gate_up, down, n_used, normalised))


def rows(n: int) -> np.ndarray:
    return np.random.RandomState(2).standard_normal((2, n, HIDDEN)).astype(np.float32)


@pytest.mark.parametrize("fmt", ["fp32", "bf16", "int8"])
@pytest.mark.parametrize(("n_used", "normalised"), [(1, True), (3, False), (10, False), (4, True)])
def test_the_compiled_experts_are_the_plain_ones(fmt: Format, n_used: int, normalised: bool) -> None:
    x, add = rows(23)
    plain, cpu = Plain(), Cpu(2)
    want = plain.experts(x, layer(plain, fmt, n_used, normalised), add)
    got = cpu.read(cpu.experts(cpu.array(x), layer(cpu, fmt, n_used, normalised), cpu.array(add)))
    # In int8 and bf16 a value on the border of two may round to either.
    assert np.abs(got - want).max() <= (1e-5 if fmt == "fp32" else 5e-3) * np.abs(want).max()


@pytest.mark.parametrize("fmt", ["fp32", "bf16", "int8"])
def test_a_row_has_the_same_bits_in_any_company(fmt: Format) -> None:
    x, add = rows(70)
    cpu = Cpu(2)
    e = layer(cpu, fmt, 3, True)
    whole = cpu.read(cpu.experts(cpu.array(x), e, cpu.array(add)))
    for first, last in ((0, 1), (1, 2), (5, 22), (22, 70)):
        part = cpu.read(cpu.experts(cpu.array(x[first:last]), e, cpu.array(add[first:last])))
        np.testing.assert_array_equal(part, whole[first:last])


def test_ties_go_to_the_lower_expert() -> None:
    same = Tensor("w", "fp32", np.zeros((N, HIDDEN), np.float32))  # exact in any order of summing
    x, add = rows(3)
    x = np.round(8 * x)  # whole numbers add up to the same in any order, so these are ties in every voice
    for k in (Plain(), Cpu(1)):
        rng = np.random.RandomState(5)
        matrices = [Tensor("w", "fp32", rng.standard_normal((FFN, HIDDEN)).astype(np.float32)) for _ in range(N)]
        gate_up = [k.weight([m, m], "fp32", "paired") for m in matrices]
        down = [k.weight([Tensor("w", "fp32", np.ascontiguousarray(m.bits.T))], "fp32") for m in matrices]
        array = k.array if isinstance(k, Cpu) else np.asarray
        two = k.routed(Experts(k.weight([same], "fp32"), gate_up, down, 2, True))
        first = k.routed(
            Experts(k.weight([Tensor("w", "fp32", same.bits[:2])], "fp32"), gate_up[:2], down[:2], 2, True)
        )
        np.testing.assert_array_equal(
            k.read(k.experts(array(x), two, array(add))), k.read(k.experts(array(x), first, array(add)))
        )


def test_sigmoid_gated() -> None:
    x, gate = rows(9)
    want = x / (1 + np.exp(-gate.astype(np.float64)))
    cpu = Cpu(2)
    for k, a in ((Plain(), np.asarray), (cpu, cpu.array)):
        np.testing.assert_allclose(k.read(k.sigmoid_gated(a(x), a(gate))), want, rtol=1e-5)
        one = k.read(k.sigmoid_gated(a(x), a(np.ascontiguousarray(gate[:, :1])), a(gate)))
        np.testing.assert_allclose(one, x / (1 + np.exp(-gate[:, :1])) + gate, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("voice", voices())
@pytest.mark.parametrize("name", ["qwen2_moe", "qwen3_moe"])
def test_stacked_experts_are_the_same_model(name: str, voice: Any) -> None:
    config = CASES[name]
    tensors, ids = random_tensors(config), random_prompt(config, 12)
    np.testing.assert_array_equal(
        Runner(config, voice(), stacked(tensors)).run(ids), Runner(config, voice(), tensors).run(ids)
    )


def test_one_row_reads_only_the_experts_it_uses() -> None:
    count = Count()
    e = layer(count, "bf16", 3, True)
    x = count.embed(count.table(Tensor("t", "bf16", np.zeros((4, HIDDEN), np.uint16))), _plan(1))
    count.experts(x, e, x)
    assert count.by_word["experts"].n_bytes == N * HIDDEN * 4 + 3 * (3 * FFN * HIDDEN) * 2
    count.by_word.clear()
    many = count.embed(count.table(Tensor("t", "bf16", np.zeros((4, HIDDEN), np.uint16))), _plan(50))
    count.by_word.clear()
    count.experts(many, e, many)
    assert count.by_word["experts"].n_bytes == N * HIDDEN * 4 + N * (3 * FFN * HIDDEN) * 2
    assert count.by_word["experts"].n_operations == 2 * 50 * (N * HIDDEN + 3 * 3 * FFN * HIDDEN)


def _plan(n: int) -> Any:
    from qwenchat.kernels import Plan

    return Plan(
        np.zeros(n, np.int32),
        np.array([0, n], np.int32),
        np.zeros(1, np.int32),
        np.zeros((1, 1), np.int32),
        np.zeros(0, np.int32),
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("num_experts_per_tok", 7),
        ("num_experts", 0),
        ("mlp_only_layers", [9]),
        ("norm_topk_prob", "yes"),
        ("decoder_sparse_step", 0),
    ],
)
def test_bad_experts_are_refused_by_name(key: str, value: Any) -> None:
    with pytest.raises(ConfigError, match=key):
        config_from({**CASES["qwen3_moe"], key: value})


@pytest.mark.parametrize(
    ("change", "says"),
    [({"n_used": 11}, "11 of 10"), ({"down": []}, "gate_up and down"), ({"n_used": 0}, "0 of 10")],
)
def test_the_compiled_voice_checks_what_it_is_given(change: dict[str, Any], says: str) -> None:
    cpu = Cpu(1)
    w = cpu.weight([Tensor("w", "fp32", np.zeros((N, HIDDEN), np.float32))], "fp32")
    pair = cpu.weight([Tensor("w", "fp32", np.zeros((FFN, HIDDEN), np.float32))] * 2, "fp32", "paired")
    down = cpu.weight([Tensor("w", "fp32", np.zeros((HIDDEN, FFN), np.float32))], "fp32")
    with pytest.raises(ValueError, match=says):
        cpu.routed(
            Experts(
                **{"router": w, "gate_up": [pair] * N, "down": [down] * N, "n_used": 2, "normalised": True, **change}
            )
        )
    e = cpu.routed(Experts(w, [pair] * N, [down] * N, 2, True))
    x = cpu.array(np.zeros((2, HIDDEN + 1), np.float32))
    with pytest.raises(ValueError, match="columns"):
        cpu.experts(x, e, x)
