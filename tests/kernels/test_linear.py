"""Products of the compiled voice against plain, on every instruction set of this machine."""

import threading
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from qwenchat.kernels.cpu import Cpu, _cpu
from qwenchat.kernels.plain import Plain
from qwenchat.kernels.plain.numbers import bf16_bits
from qwenchat.kernels.words import Dtype, Floats, Format, Order, Tensor

X86 = ["portable", "avx2", "avx512", "amx"]
ISAS = X86[: X86.index(_cpu.best_isa()) + 1] if _cpu.best_isa() in X86 else ["portable", _cpu.best_isa()]
FORMATS: list[Format] = ["fp32", "bf16", "fp16", "int8"]
SHAPES = [(1, 1, 1), (16, 128, 1), (17, 130, 3), (48, 256, 16), (33, 333, 17), (100, 64, 5), (70, 515, 70), (160, 1024, 33)]  # fmt: skip


def bits(values: Floats, dtype: Dtype) -> Tensor:
    """`values` as a checkpoint would hold them."""
    if dtype == "fp32":
        return Tensor("w", dtype, values)
    return Tensor("w", dtype, bf16_bits(values) if dtype == "bf16" else values.astype(np.float16).view(np.uint16))


def draw(*shape: int, seed: int = 0) -> Floats:
    return np.random.default_rng([seed, *shape]).standard_normal(shape, np.float32)


def source(fmt: Format) -> Dtype:
    return "bf16" if fmt == "int8" else fmt


def close(got: Floats, want: Floats) -> None:
    """Equal to 1e-5 of the row's largest value."""
    assert got.shape == want.shape
    bound = 1e-5 * np.abs(want).max(axis=1, keepdims=True, initial=1e-6)
    assert (np.abs(got - want) <= bound).all(), float((np.abs(got - want) / bound).max())


@pytest.fixture(params=ISAS)
def cpu(request: pytest.FixtureRequest) -> Cpu:
    return Cpu(2, request.param)


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize(("n_out", "n_in", "n_rows"), SHAPES)
def test_linear_equals_plain(cpu: Cpu, fmt: Format, n_out: int, n_in: int, n_rows: int) -> None:
    parts = [bits(draw(n, n_in, seed=i), source(fmt)) for i, n in enumerate((n_out, 7, 24))]
    bias = [bits(draw(n, seed=9)[:], "bf16") for n in (n_out, 7, 24)]
    x, add = draw(n_rows, n_in), draw(n_rows, n_out + 31)
    plain = Plain()
    w, ref = cpu.weight(parts, fmt, bias=bias), plain.weight(parts, fmt, bias=bias)
    assert (w.n_out, w.n_in, w.fmt) == (n_out + 31, n_in, fmt)
    close(cpu.read(cpu.linear(cpu.array(x), w, cpu.array(add))), plain.linear(x, ref, add))
    close(cpu.read(cpu.logits(cpu.array(x), cpu.weight(parts, fmt))), plain.logits(x, plain.weight(parts, fmt)))


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize(("n_out", "n_in", "n_rows"), SHAPES)
def test_gated_equals_plain(cpu: Cpu, fmt: Format, n_out: int, n_in: int, n_rows: int) -> None:
    parts = [bits(draw(n_out, n_in, seed=i), source(fmt)) for i in (1, 2)]
    bias = [bits(draw(n_out, seed=i), "fp32") for i in (1, 2)]
    x, plain = draw(n_rows, n_in), Plain()
    got = cpu.read(cpu.gated(cpu.array(x), cpu.weight(parts, fmt, "paired", bias)))
    close(got, plain.gated(x, plain.weight(parts, fmt, "paired", bias)))


@settings(max_examples=25, deadline=None)
@given(n_out=st.integers(1, 200), n_in=st.integers(1, 700), n_rows=st.integers(1, 40), fmt=st.sampled_from(FORMATS))
def test_any_shape(n_out: int, n_in: int, n_rows: int, fmt: Format) -> None:
    part = bits(draw(n_out, n_in), source(fmt))
    x, plain = draw(n_rows, n_in, seed=1), Plain()
    want = plain.linear(x, plain.weight([part], fmt))
    for isa in ISAS:
        cpu = Cpu(2, isa)
        got = cpu.read(cpu.linear(cpu.array(x), cpu.weight([part], fmt)))
        # With few outputs none need be large: what a sum of this many such terms usually comes to is the measure.
        usual = np.abs(x) @ np.abs(part.float32()).T / np.sqrt(n_in)
        assert (np.abs(got - want) <= 1e-5 * np.maximum(usual, np.abs(want).max(axis=1, keepdims=True))).all()


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("order", ["stacked", "paired"])
def test_same_bits_in_any_batch_and_by_any_threads(cpu: Cpu, fmt: Format, order: Order) -> None:
    parts = [bits(draw(200, 700, seed=i), source(fmt)) for i in (1, 2)]
    x = draw(67, 700)

    def run(voice: Cpu, rows: Floats) -> Floats:
        w = voice.weight(parts, fmt, order)
        a = voice.array(rows)
        return voice.read(voice.gated(a, w) if order == "paired" else voice.linear(a, w))

    whole = run(cpu, x)
    assert np.array_equal(run(Cpu(1, cpu.isa), x), whole)
    for first, n in ((0, 1), (66, 1), (3, 2), (5, 7), (20, 16), (1, 23), (30, 33)):
        assert np.array_equal(run(cpu, x[first : first + n].copy()), whole[first : first + n])


def test_integers_are_exact(cpu: Cpu) -> None:
    rng = np.random.default_rng(5)
    w, x = (rng.integers(-127, 128, (n, 300)).astype(np.float32) for n in (35, 9))
    w[:, 7] = 127  # so that every scale is 1
    x[:, [7, 133, 290]] = -127
    got = cpu.read(cpu.linear(cpu.array(x), cpu.weight([bits(w, "fp32")], "int8")))
    assert np.array_equal(got, (x.astype(np.int64) @ w.T.astype(np.int64)).astype(np.float32))


def test_extreme_integers_do_not_saturate(cpu: Cpu) -> None:
    w, x = np.full((16, 256), -127, np.float32), np.full((20, 256), 127, np.float32)
    got = cpu.read(cpu.linear(cpu.array(x), cpu.weight([bits(w, "fp32")], "int8")))
    assert (got == -127 * 127 * 256).all()


def test_outlier_columns_cost_only_their_group(cpu: Cpu) -> None:
    w, x = draw(64, 1024), draw(8, 1024, seed=1)
    x[:, [5, 700]] *= 100
    exact = x @ w.T
    got = cpu.read(cpu.linear(cpu.array(x), cpu.weight([bits(w, "fp32")], "int8")))
    assert np.linalg.norm(got - exact) < 0.03 * np.linalg.norm(exact)


def test_zeros_and_tiny_values_are_zero(cpu: Cpu) -> None:
    w, x = draw(16, 128), np.zeros((2, 128), np.float32)
    x[1] = 1e-38
    got = cpu.read(cpu.linear(cpu.array(x), cpu.weight([bits(w, "fp32")], "int8")))
    assert np.array_equal(got, np.zeros((2, 16), np.float32))


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_nan_stays_in_its_row(cpu: Cpu, fmt: Format) -> None:
    w, x = bits(draw(16, 128), source(fmt)), draw(20, 128)
    x[3, 5] = np.nan
    got = cpu.read(cpu.linear(cpu.array(x), cpu.weight([w], fmt)))
    assert np.isnan(got[3]).all()
    assert np.isfinite(np.delete(got, 3, axis=0)).all()


@pytest.mark.parametrize("order", ["stacked", "paired"])
def test_packed_weights_come_back(cpu: Cpu, order: Order) -> None:
    parts = [bits(draw(37, 300, seed=i), "fp16") for i in (1, 2)]
    bias = [bits(draw(37), "fp32")] * 2
    first = cpu.weight(parts, "int8", order, bias)
    buffers = cpu.packed(first)
    assert buffers is not None
    assert sum(b.nbytes for b in buffers.values()) == first.n_bytes
    kept = {name: aligned(b) for name, b in buffers.items()}
    again = cpu.restore(kept, (74, 300), "int8", order)
    x = draw(3, 300)
    words = cpu.gated if order == "paired" else cpu.linear
    assert np.array_equal(cpu.read(words(cpu.array(x), first)), cpu.read(words(cpu.array(x), again)))
    for name, b in kept.items():
        bad: Mapping[str, NDArray[np.uint8]] = {**kept, name: b[:-64]}
        with pytest.raises(ValueError, match=name):
            cpu.restore(bad, (74, 300), "int8", order)
    with pytest.raises(ValueError, match="missing"):
        cpu.restore({"panels": kept["panels"]}, (74, 300), "int8", order)
    with pytest.raises(ValueError, match="64"):
        cpu.restore({**kept, "panels": aligned(np.append(kept["panels"], kept["panels"][:1]))[1:]}, (74, 300), "int8", order)  # fmt: skip


def aligned(b: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A copy that begins at a multiple of 64."""
    room = np.empty(b.nbytes + 64, np.uint8)
    start = -room.ctypes.data % 64
    room[start : start + b.nbytes] = b
    return room[start : start + b.nbytes]


def test_every_isa_packs_the_same_bytes() -> None:
    part = bits(draw(90, 300), "bf16")
    first = Cpu(1, "portable").packed(Cpu(1, "portable").weight([part], "int8"))
    assert first is not None
    for isa in ISAS:
        voice = Cpu(1, isa)
        again = voice.packed(voice.weight([part], "int8"))
        assert again is not None
        assert all(np.array_equal(first[name], again[name]) for name in first)


def test_only_int8_is_packed(cpu: Cpu) -> None:
    assert cpu.packed(cpu.weight([bits(draw(4, 4), "fp32")], "fp32")) is None


@pytest.mark.parametrize("to", ["fp32", "bf16", "fp16"])
@pytest.mark.parametrize("dtype", ["fp32", "bf16", "fp16"])
def test_formats_convert(to: Format, dtype: Dtype) -> None:
    cpu, plain, part, x = Cpu(1), Plain(), bits(draw(20, 50), dtype), draw(2, 50)
    close(cpu.read(cpu.linear(cpu.array(x), cpu.weight([part], to))), plain.linear(x, plain.weight([part], to)))


@pytest.mark.parametrize("dtype", ["fp32", "bf16", "fp16"])
def test_embed_copies_rows(dtype: Dtype) -> None:
    cpu, table = Cpu(2), bits(draw(50, 33), dtype)
    ids = np.array([3, 0, 49, 3], np.int32)
    assert np.array_equal(cpu.read(cpu.embed_ids(cpu.table(table), ids)), table.float32()[ids])
    for bad in (-1, 50):
        with pytest.raises(ValueError, match=f"id {bad}"):
            cpu.embed_ids(cpu.table(table), np.array([bad], np.int32))


def test_bad_shapes_are_errors() -> None:
    cpu = Cpu(2)
    w, pair = cpu.weight([bits(draw(8, 12), "fp32")], "fp32"), cpu.weight([bits(draw(8, 12), "fp32")] * 2, "int8", "paired")  # fmt: skip
    x = cpu.array(draw(2, 12))
    for call in (
        lambda: cpu.linear(cpu.array(draw(2, 11)), w),
        lambda: cpu.linear(x, w, cpu.array(draw(2, 9))),
        lambda: cpu.linear(x, w, cpu.array(draw(1, 8))),
        lambda: cpu.linear(x, pair),
        lambda: cpu.gated(x, w),
        lambda: cpu.linear(Cpu(1).array(draw(2, 12)), w),
        lambda: cpu.weight([], "fp32"),
        lambda: cpu.weight([bits(draw(8, 12), "fp32"), bits(draw(8, 13), "fp32")], "fp32"),
        lambda: cpu.weight([bits(draw(8, 12), "fp32"), bits(draw(9, 12), "fp32")], "int8", "paired"),
        lambda: cpu.weight([bits(draw(8, 12), "fp32")], "fp32", bias=[bits(draw(7), "fp32")]),
        lambda: cpu.weight([bits(draw(8), "fp32")], "fp32"),
        lambda: cpu.restore({}, (8, 12), "bf16", "stacked"),
    ):
        with pytest.raises(ValueError):  # noqa: PT011 (the messages differ)
            call()
    cpu.reset()
    with pytest.raises(ValueError, match="earlier step"):
        cpu.linear(x, w)


def test_no_rows_are_no_rows(cpu: Cpu) -> None:
    w = cpu.weight([bits(draw(8, 12), "fp32")], "int8")
    assert cpu.read(cpu.linear(cpu.array(draw(0, 12)), w)).shape == (0, 8)


def test_arrays_outlive_their_voice() -> None:
    cpu = Cpu(1)
    x = cpu.array(draw(2, 3))
    del cpu
    assert x.shape == (2, 3)


def test_voices_of_two_threads_do_not_meet() -> None:
    part, x = bits(draw(64, 256), "bf16"), draw(5, 256)
    results: list[Floats] = []

    def work() -> None:
        cpu = Cpu(2)
        w = cpu.weight([part], "int8")
        for _ in range(50):
            cpu.reset()
            y = cpu.linear(cpu.array(x), w)
        results.append(cpu.read(y))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert len(results) == 3
    assert all(np.array_equal(r, results[0]) for r in results)


def test_two_threads_in_one_voice_get_their_own_results() -> None:
    cpu, x = Cpu(2), draw(40, 256)
    w = cpu.weight([bits(draw(640, 256), "bf16")], "int8")
    want = cpu.read(cpu.linear(cpu.array(x), w))
    same: list[bool] = []

    def work() -> None:
        same.append(all(np.array_equal(cpu.read(cpu.linear(cpu.array(x), w)), want) for _ in range(100)))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert same == [True] * 3


@pytest.mark.parametrize("dtype", ["fp32", "bf16", "fp16"])
def test_a_mapped_table_gives_its_pages_back_and_reads_the_same(tmp_path: Path, dtype: Dtype) -> None:
    whole = bits(draw(3000, 40), dtype)
    whole.bits.tofile(tmp_path / "table")
    mapped = np.memmap(tmp_path / "table", whole.bits.dtype, "r", shape=whole.bits.shape)
    cpu = Cpu(2)
    table = cpu.table(Tensor("t", dtype, mapped), sparse=True)
    ids = np.random.default_rng(1).integers(0, 3000, 200).astype(np.int32)
    for _ in range(2):
        assert np.array_equal(cpu.read(cpu.embed_ids(table, ids)), whole.float32()[ids])
