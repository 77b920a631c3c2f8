"""Matrices of small integers: the compiled voice against plain, which sums the same integers, and against fp32."""

import numpy as np
import pytest

from qwenchat.kernels.cpu import Cpu, _cpu
from qwenchat.kernels.cpu import grids as cpu_grids
from qwenchat.kernels.grids import FP8, INT4, Codes, Grid, e4m3, values
from qwenchat.kernels.int4 import int4
from qwenchat.kernels.plain import Plain
from qwenchat.kernels.words import Dtype, Floats, Order
from tests.kernels.coded_matrices import LEVELS, SCALED, coded
from tests.kernels.test_linear import ISAS, aligned, bits, draw

GRIDS = SCALED + LEVELS


def inputs_of(grid: Grid) -> int:
    """Not a whole number of groups where that may be."""
    return 512 if grid.scale == "levels" else 200 + grid.group


@pytest.fixture(params=ISAS)
def cpu(request: pytest.FixtureRequest) -> Cpu:
    return Cpu(2, request.param)


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_products_equal_plain_to_the_bit(cpu: Cpu, grid: Grid) -> None:
    n_in, plain = inputs_of(grid), Plain()
    parts = [coded(grid, 37, n_in, seed=i) for i in (1, 2)]
    bias = [bits(draw(37, seed=i), "fp32") for i in (1, 2)]
    x, add = draw(7, n_in), draw(7, 74)
    got = cpu.read(cpu.linear(cpu.array(x), cpu.weight(parts, "bf16", bias=bias), cpu.array(add)))
    assert np.array_equal(got, plain.linear(x, plain.weight(parts, "bf16", bias=bias), add))
    both = cpu.read(cpu.gated(cpu.array(x), cpu.weight(parts, "bf16", "paired")))
    want = plain.gated(x, plain.weight(parts, "bf16", "paired"))
    assert np.abs(both - want).max() <= 1e-5 * np.abs(want).max()  # exp is our own


@pytest.mark.parametrize("n_in", [96, 128, 1000, 1024])
def test_floats_of_8_bits(cpu: Cpu, n_in: int) -> None:
    parts, x, add = [coded(FP8, 37, n_in, seed=i) for i in (1, 2)], draw(7, n_in), draw(7, 74)
    bias = [bits(draw(37, seed=i), "fp32") for i in (1, 2)]
    got = cpu.read(cpu.linear(cpu.array(x), cpu.weight(parts, "bf16", bias=bias), cpu.array(add)))
    exact = x.astype(np.float64) @ np.concatenate([p.float32() for p in parts]).T
    exact += np.concatenate([b.float32() for b in bias]) + add
    want = Plain().linear(x, Plain().weight(parts, "bf16", bias=bias), add)
    assert max(np.abs(some - exact).max() for some in (got, want)) <= 1e-5 * np.abs(exact).max()
    portable = Cpu(1, "portable")
    again = portable.linear(portable.array(x), portable.weight(parts, "bf16", bias=bias), portable.array(add))
    assert np.array_equal(got, portable.read(again))


def test_floats_of_8_bits_are_what_the_standard_says() -> None:
    """OCP's E4M3: all 254 that aren't NaN."""
    for code in range(256):
        sign, exponent, mantissa = code >> 7, code >> 3 & 15, code & 7
        value = (-1) ** sign * (mantissa / 8 * 2**-6 if exponent == 0 else (1 + mantissa / 8) * 2 ** (exponent - 7))
        if code & 127 != 127:
            assert e4m3(np.array([code], np.uint8))[0] == value


@pytest.mark.parametrize("grid", [*GRIDS, FP8], ids=str)
def test_plain_is_near_the_values(grid: Grid) -> None:
    part, x = coded(grid, 30, inputs_of(grid)), draw(5, inputs_of(grid))
    exact = x @ part.float32().T
    got = Plain().linear(x, Plain().weight([part], "bf16"))
    assert np.linalg.norm(got - exact) < 0.015 * np.linalg.norm(exact)  # activations are int8


@pytest.mark.parametrize("grid", [INT4, Grid(4, 128, "fp16", "zero"), *LEVELS, FP8], ids=str)
@pytest.mark.parametrize("order", ["stacked", "paired"])
def test_same_bits_in_any_batch_and_by_any_threads(cpu: Cpu, grid: Grid, order: Order) -> None:
    parts, x = [coded(grid, 100, 768, seed=i) for i in (1, 2)], draw(23, 768)

    def run(voice: Cpu, rows: Floats) -> Floats:
        w, a = voice.weight(parts, "bf16", order), voice.array(rows)
        return voice.read(voice.gated(a, w) if order == "paired" else voice.linear(a, w))

    whole = run(cpu, x)
    assert np.array_equal(run(Cpu(1, cpu.isa), x), whole)
    for first, n in ((0, 1), (22, 1), (3, 2), (5, 7), (4, 16)):
        assert np.array_equal(run(cpu, x[first : first + n].copy()), whole[first : first + n])


def test_the_largest_codes_do_not_overflow(cpu: Cpu) -> None:
    for grid in GRIDS:
        n_groups, levels = 512 // grid.group, grid.scale == "levels"
        one = np.full((16, n_groups), 63 if grid.bits == 4 else 127, np.int8) if levels else np.full((16, n_groups), 0x3C00, np.uint16)  # fmt: skip
        unit = np.full((16, 2), 0x3C00, np.uint16) if levels else None
        least = unit if levels and grid.shift == "least" else None
        for code in (0, (1 << grid.bits) - 1):
            zero = np.zeros((16, n_groups), np.int16) if grid.shift == "zero" else one
            whole = Codes(np.full((16, 512), code, np.uint8), one, None if grid.shift == "middle" else zero, unit, least)  # fmt: skip
            part = coded(grid, 16, 512)
            full = type(part)("full", grid, (16, 512), lambda first, last, whole=whole: whole)
            for sign in (1, -1):
                x = np.full((5, 512), sign * 127, np.float32)
                w, reference = cpu.weight([full], "bf16"), Plain().weight([full], "bf16")
                assert np.array_equal(cpu.read(cpu.linear(cpu.array(x), w)), Plain().linear(x, reference)), grid


@pytest.mark.parametrize("grid", [*GRIDS, FP8], ids=str)
def test_embed_reads_rows(grid: Grid) -> None:
    part, cpu = coded(grid, 50, inputs_of(grid)), Cpu(1)
    ids = np.array([3, 0, 49, 3], np.int32)
    assert np.array_equal(cpu.read(cpu.embed_ids(cpu.weight([part], "bf16"), ids)), part.float32()[ids])
    with pytest.raises(ValueError, match="table"):
        cpu.embed_ids(cpu.weight([part, part], "bf16", "paired"), ids)


def test_inputs_in_another_order(cpu: Cpu) -> None:
    grid, x = Grid(4, 128, "fp16", "zero"), draw(5, 256)
    order = np.random.default_rng(0).permutation(256).astype(np.int32)
    part, sorted_part = coded(grid, 40, 256, order=order), coded(grid, 40, 256)
    got = cpu.read(cpu.linear(cpu.array(x), cpu.weight([part], "bf16")))
    want = cpu.read(cpu.linear(cpu.array(np.ascontiguousarray(x[:, order])), cpu.weight([sorted_part], "bf16")))
    assert np.array_equal(got, want)
    assert np.array_equal(got, Plain().linear(x, Plain().weight([part], "bf16")))
    assert np.array_equal(part.float32()[:, order], sorted_part.float32())
    ids = np.array([7, 39], np.int32)
    assert np.array_equal(cpu.read(cpu.embed_ids(cpu.weight([part], "bf16"), ids)), part.float32()[ids])


def test_joined_weights_are_their_parts_side_by_side(cpu: Cpu) -> None:
    plain, x = Plain(), draw(6, 256)
    parts = [coded(Grid(4, 32, "levels", "least"), 40, 256), coded(Grid(6, 16, "levels"), 33, 256), bits(draw(20, 256), "bf16")]  # fmt: skip
    whole, reference = (v.join([v.weight([p], "bf16") for p in parts]) for v in (cpu, plain))
    assert (whole.n_out, whole.n_in) == (93, 256)
    want = plain.linear(x, reference)
    assert np.abs(cpu.read(cpu.linear(cpu.array(x), whole)) - want).max() <= 1e-5 * np.abs(want).max()
    with pytest.raises(ValueError, match="same inputs"):
        cpu.join([whole, cpu.weight([coded(INT4, 16, 128)], "bf16")])


@pytest.mark.parametrize("order", ["stacked", "paired"])
def test_packed_weights_come_back(cpu: Cpu, order: Order) -> None:
    for grid in (Grid(5, 32, "levels", "least"), FP8):
        _comes_back(cpu, grid, order)


def _comes_back(cpu: Cpu, grid: Grid, order: Order) -> None:
    parts = [coded(grid, 37, 512, seed=i) for i in (1, 2)]
    first = cpu.weight(parts, "bf16", order, [bits(draw(37), "fp32")] * 2)
    buffers = cpu.packed(first)
    assert buffers is not None
    assert sum(b.nbytes for b in buffers.values()) == first.n_bytes
    kept = {name: aligned(b) for name, b in buffers.items()}
    again = cpu.restore(kept, (74, 512), "bf16", order, parts[0])
    x = draw(3, 512)
    words = cpu.gated if order == "paired" else cpu.linear
    assert np.array_equal(cpu.read(words(cpu.array(x), first)), cpu.read(words(cpu.array(x), again)))
    for name, b in kept.items():
        with pytest.raises(ValueError, match=name):
            cpu.restore({**kept, name: b[:-64]}, (74, 512), "bf16", order, parts[0])
    with pytest.raises(ValueError, match="panels"):
        cpu.restore({"bias": kept["bias"]}, (74, 512), "bf16", order, parts[0])


@pytest.mark.parametrize("dtype", ["fp32", "bf16", "fp16"])
@pytest.mark.parametrize("size", [1, 1e-6, 300])
def test_int4_is_rounded_alike_everywhere(cpu: Cpu, dtype: Dtype, size: float) -> None:
    parts = [bits(draw(37, 333, seed=i) * np.float32(size), dtype) for i in (1, 2)]
    for order in ("stacked", "paired"):
        compiled = cpu.packed(cpu.weight(parts, "int4", order))
        numpys = cpu.packed(cpu_grids.weight(cpu, [int4(p) for p in parts], order, None))
        assert compiled is not None
        assert numpys is not None
        assert all(np.array_equal(compiled[name], numpys[name]) for name in compiled)
    x, plain = draw(3, 333), Plain()
    got = cpu.read(cpu.linear(cpu.array(x), cpu.weight(parts, "int4")))
    assert np.array_equal(got, plain.linear(x, plain.weight(parts, "int4")))


def test_int4_loses_little() -> None:
    w = draw(64, 1024)
    made = int4(bits(w, "fp32"))
    lost = np.linalg.norm(made.float32() - w) / np.linalg.norm(w)
    plain_rounding = np.abs(w.reshape(-1, 32)).max(axis=1, keepdims=True) / 7
    simple = np.rint(w.reshape(-1, 32) / plain_rounding) * plain_rounding
    assert lost < 0.083 < np.linalg.norm(simple - w.reshape(-1, 32)) / np.linalg.norm(w)
    assert np.array_equal(values(int4(bits(np.zeros((2, 64), np.float32), "fp32")).read(0, 2), INT4), np.zeros((2, 64)))


def test_what_no_kernel_takes_is_refused() -> None:
    cpu = Cpu(1)
    for grid in (Grid(3, 32), Grid(4, 16), Grid(4, 64, "levels", "least"), Grid(6, 32), Grid(8, 64, "fp32", "e4m3")):
        with pytest.raises(ValueError, match="no kernel"):
            _cpu.grid_weight(cpu_grids.spelled(grid), 16, 256, False, None, None)
    with pytest.raises(ValueError, match="256"):
        cpu.weight([coded(Grid(6, 16, "levels"), 16, 320)], "bf16")
    with pytest.raises(ValueError, match="different grids"):
        cpu.weight([coded(INT4, 16, 128), coded(Grid(4, 64), 16, 128)], "bf16")
    with pytest.raises(ValueError, match="join"):
        cpu.weight([coded(INT4, 16, 128), bits(draw(16, 128), "bf16")], "bf16")
    with pytest.raises(ValueError, match="no such input"):
        cpu.weight([coded(INT4, 16, 128, order=np.full(128, 128, np.int32))], "bf16")
    w = _cpu.grid_weight(cpu_grids.spelled(INT4), 16, 128, False, None, None)
    whole = coded(INT4, 17, 128).read(0, 17)
    with pytest.raises(ValueError, match="fit"):
        cpu.fill(w, 0, whole.codes, whole.scale, None, None, None)
    with pytest.raises(ValueError, match="shape"):
        cpu.fill(w, 0, whole.codes[:16], whole.scale[:15], None, None, None)
