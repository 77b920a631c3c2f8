"""Weights that adapters change: for the rows of who has one, and for nobody else."""

from typing import Any

import numpy as np
import pytest

from qwenchat.kernels import AttnSpec, Experts, Kernels, LowRank, Plan, Rope, Tensor
from qwenchat.kernels.cpu import Cpu
from qwenchat.kernels.plain import Plain
from qwenchat.kernels.words import Dtype, Floats, Format
from tests.kernels.test_linear import ISAS, bits, close, draw

N_IN, N_OUT = 160, 72
ROWS, WHOSE = [2, 1, 3, 2], [1, -1, 0, 1]  # of each sequence
OF_ROW = np.repeat(WHOSE, ROWS)
FORMATS: list[Format] = ["fp32", "bf16", "fp16", "int8", "int4"]


def tensor(*shape: int, seed: int = 0) -> Tensor:
    return Tensor("w", "fp32", draw(*shape, seed=seed))


def change(n_out: int, n_in: int, rank: int, dtype: Dtype = "fp32") -> LowRank:
    return LowRank(*(bits(draw(*shape, seed=rank), dtype) for shape in ((rank, n_in), (n_out, rank))))


def begin(k: Kernels, adapters: list[int] | None) -> Any:
    """A step of these rows, the last of each sequence wanted."""
    spec = AttnSpec(1, 1, 8, Rope(np.ones(4, np.float32)), 1.0)
    starts = np.cumsum([0, *ROWS]).astype(np.int32)
    tables = np.arange(len(ROWS), dtype=np.int32)[:, None]
    plan = Plan(
        np.zeros(starts[-1], np.int32),
        starts,
        np.zeros(len(ROWS), np.int32),
        tables,
        starts[1:] - np.int32(1),
        adapters=None if adapters is None else np.array(adapters, np.int32),
    )
    cache = k.cache([spec], len(ROWS), "fp32")
    return k.step(plan, cache), cache


def on(k: Kernels, values: Floats) -> Any:
    return k.array(values) if isinstance(k, Cpu) else values


def spread(changes: list[LowRank | None], x: Floats, whose: Any) -> Floats:
    """What the definition says is added."""
    found = [changes[i] if i >= 0 else None for i in whose]
    none = np.zeros(N_OUT)
    return np.stack([none if c is None else row @ c.a.bits.T @ c.b.bits.T for c, row in zip(found, x, strict=True)])


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("fmt", FORMATS)
def test_rows_get_their_own_adapters_part(isa: str, fmt: Format) -> None:
    k, x = Cpu(2, isa), draw(len(OF_ROW), N_IN)
    base = k.weight([tensor(N_OUT, N_IN)], fmt)
    changes = [change(N_OUT, N_IN, 4), change(N_OUT, N_IN, 20)]
    w, add = k.adapted(base, changes), draw(len(OF_ROW), N_OUT)
    _kept = begin(k, WHOSE)
    plain = k.read(k.linear(on(k, x), base, on(k, add)))
    got = k.read(k.linear(on(k, x), w, on(k, add)))
    close(got, plain + spread(changes, x, OF_ROW).astype(np.float32))
    np.testing.assert_array_equal(got[OF_ROW < 0], plain[OF_ROW < 0])
    wanted = np.cumsum(ROWS) - 1
    head = k.read(k.logits(on(k, x[wanted]), w))
    np.testing.assert_array_equal(head, k.read(k.linear(on(k, x), w))[wanted])
    _kept = begin(k, None)
    np.testing.assert_array_equal(k.read(k.linear(on(k, x), w, on(k, add))), plain)
    assert k.read(k.linear(on(k, x[:1]), w)).shape == (1, N_OUT), "without adapters in the step, any rows will do"


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("n_ffn", [32, 27])
def test_gates_and_ups_get_theirs_before_they_meet(isa: str, fmt: Format, n_ffn: int) -> None:
    k, x = Cpu(2, isa), draw(len(OF_ROW), N_IN)
    parts = [tensor(n_ffn, N_IN, seed=1), tensor(n_ffn, N_IN, seed=2)]
    changes = [change(2 * n_ffn, N_IN, 4, "bf16" if fmt == "bf16" else "fp32"), None]

    def gated(k: Kernels, adapters: list[int] | None) -> Floats:
        w = k.adapted(k.weight(parts, fmt, "paired"), changes)
        _kept = begin(k, adapters)
        return k.read(k.gated(on(k, x), w))

    bound = 1e-5 if fmt in ("fp32", "fp16") else 3e-2  # a value on the border of two may round to either
    want = gated(Plain(), WHOSE)
    assert np.abs(gated(k, WHOSE) - want).max() <= bound * np.abs(want).max()
    np.testing.assert_array_equal(gated(k, WHOSE)[OF_ROW != 0], gated(k, None)[OF_ROW != 0])


def experts(k: Kernels, with_router: bool) -> Any:
    """Six experts, of which some are changed."""
    router = k.weight([tensor(6, N_IN, seed=3)], "fp32")
    if with_router:
        router = k.adapted(router, [change(6, N_IN, 3), None])
    gate_up, down = [], []
    for e in range(6):
        up = k.weight([tensor(24, N_IN, seed=e), tensor(24, N_IN, seed=e + 9)], "fp32", "paired")
        out = k.weight([tensor(N_IN, 24, seed=e)], "fp32")
        gate_up.append(k.adapted(up, [change(48, N_IN, 2), change(48, N_IN, 5)]) if e % 2 else up)
        down.append(k.adapted(out, [None, change(N_IN, 24, 5)]) if e % 3 else out)
    return k.routed(Experts(router, gate_up, down, 2, normalised=True))


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("with_router", [False, True])
def test_experts_and_their_router_are_changed_like_the_plain_voices(isa: str, with_router: bool) -> None:
    x, add = draw(len(OF_ROW), N_IN), draw(len(OF_ROW), N_IN, seed=1)

    def visited(k: Kernels, adapters: list[int] | None) -> Floats:
        made = experts(k, with_router)
        _kept = begin(k, adapters)
        return k.read(k.experts(on(k, x), made, on(k, add)))

    cpu = visited(Cpu(2, isa), WHOSE)
    close(cpu, visited(Plain(), WHOSE))
    np.testing.assert_array_equal(cpu[OF_ROW < 0], visited(Cpu(2, isa), None)[OF_ROW < 0])
    assert not np.array_equal(cpu[OF_ROW == 1], visited(Cpu(2, isa), None)[OF_ROW == 1])


def test_changes_that_don_t_fit_are_refused() -> None:
    k = Cpu(1)
    base = k.weight([tensor(N_OUT, N_IN)], "fp32")
    for wrong in (change(N_OUT + 1, N_IN, 4), change(N_OUT, N_IN - 1, 4)):
        with pytest.raises(ValueError, match="doesn't fit"):
            k.adapted(base, [wrong])
    w = k.adapted(base, [change(N_OUT, N_IN, 4)])
    _kept = begin(k, [0, 0, 0, 0])
    with pytest.raises(ValueError, match="rows of the step"):
        k.linear(k.array(draw(3, N_IN)), w)
