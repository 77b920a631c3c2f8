"""Attention of every instruction set against the plain voice, and the same bits whatever is around a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from qwenchat.kernels import BLOCK, AttnSpec, Kept, Plan, Rope, Tensor
from qwenchat.kernels.cpu import Cpu
from qwenchat.kernels.plain import Plain
from qwenchat.kernels.plain.attention import cos_sin
from qwenchat.kernels.words import Floats

Schedule = Sequence[Sequence[tuple[int, int]]]  # steps of (sequence, how many of its next tokens)

ISAS = ("portable", "avx2", "avx512", "amx")


def cpu(isa: str = "auto", n_threads: int = 2) -> Cpu:
    try:
        return Cpu(n_threads, isa)
    except ValueError as e:
        pytest.skip(str(e).partition("isa: ")[2])


@dataclass(frozen=True)
class Case:
    """A layer's shape, without the weights that belong to a voice."""

    n_heads: int = 4
    n_kv_heads: int = 2
    head_dim: int = 64
    half: int | None = None  # of the rope; the whole head when None
    normed: bool = True
    window: int | None = None

    @property
    def width(self) -> int:
        return (self.n_heads + 2 * self.n_kv_heads) * self.head_dim

    def spec(self, voice: Any) -> AttnSpec:
        half = self.head_dim // 2 if self.half is None else self.half
        rope = Rope((1e4 ** -(np.arange(half) / max(half, 1))).astype(np.float32), 1.1)
        weights = np.random.default_rng(1).uniform(0.5, 1.5, (2, self.head_dim)).astype(np.float32)
        q_norm, k_norm = (voice.vector(Tensor("norm", "fp32", w)) if self.normed else None for w in weights)
        return AttnSpec(
            self.n_heads,
            self.n_kv_heads,
            self.head_dim,
            rope,
            self.head_dim**-0.5,
            q_norm=q_norm,
            k_norm=k_norm,
            window=self.window,
        )


def rows_of(case: Case, lengths: Sequence[int], seed: int = 0) -> list[Floats]:
    rng = np.random.default_rng(seed)
    return [rng.standard_normal((n, case.width)).astype(np.float32) for n in lengths]


def plan_of(step: Sequence[tuple[int, int]], done: Sequence[int], tables: np.ndarray) -> Plan:
    seqs = [s for s, _ in step]
    starts = np.cumsum([0] + [n for _, n in step]).astype(np.int32)
    n_past = np.array([done[s] for s in seqs], np.int32)
    ids = np.zeros(starts[-1], np.int32)
    return Plan(ids, starts, n_past, tables[seqs], np.array([starts[-1] - 1], np.int32))


def attend(voice: Any, case: Case, kept: Kept, inputs: Sequence[Floats], schedule: Schedule) -> list[Floats]:
    """What every row of every sequence gets when they are computed in the steps of `schedule`."""
    width = max(-(-len(x) // BLOCK) for x in inputs)
    n_blocks = width * len(inputs)
    # Blocks in no order, so that nothing can rely on neighbours.
    tables = np.random.default_rng(2).permutation(n_blocks).astype(np.int32).reshape(len(inputs), width)
    cache = voice.cache([case.spec(voice)], n_blocks, kept)
    done = [0] * len(inputs)
    out: list[list[Floats]] = [[] for _ in inputs]
    for step in schedule:
        s = voice.step(plan_of(step, done, tables), cache)
        x = np.concatenate([inputs[q][done[q] : done[q] + n] for q, n in step])
        y = voice.read(voice.attend(voice.array(x) if isinstance(voice, Cpu) else x, cache.layers[0], s))
        at = 0
        for q, n in step:
            out[q].append(y[at : at + n])
            at, done[q] = at + n, done[q] + n
    assert done == [len(x) for x in inputs]
    return [np.concatenate(o) for o in out]


def agree(got: Floats, want: Floats, kept: Kept) -> None:
    """fp32 to 1e-5 of the largest value. In bf16 a q, k or weight on the border of two values may round to either
    (one part in 256 of one key's share); such borders are rare, so nearly all agree to 1e-4."""
    error = np.abs(got - want) / np.abs(want).max()
    if kept == "fp32":
        assert error.max() < 1e-5
    else:
        assert error.max() < 5e-3
        assert np.sqrt(np.mean(error**2)) < 1e-4


SHAPES = [
    Case(),
    Case(n_heads=1, n_kv_heads=1, head_dim=2, normed=False),
    Case(n_heads=3, n_kv_heads=1, head_dim=24, half=6),
    Case(n_heads=10, n_kv_heads=2, head_dim=80, half=40),
    Case(n_heads=14, n_kv_heads=2, head_dim=64, half=20, normed=False),
    Case(n_heads=8, n_kv_heads=1, head_dim=128),
    Case(n_heads=6, n_kv_heads=1, head_dim=10, half=0),
    Case(n_heads=2, n_kv_heads=2, head_dim=256, half=32),
    Case(n_heads=40, n_kv_heads=1, head_dim=32, half=16),
    Case(window=1),
    Case(window=37),
    Case(n_heads=7, n_kv_heads=1, head_dim=24, window=256),
]


@pytest.mark.parametrize("kept", ["fp32", "bf16", "int8"])
@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("case", SHAPES, ids=str)
def test_shapes_agree_with_plain(isa: str, kept: Kept, case: Case) -> None:
    inputs = rows_of(case, [97, 1, 31])
    schedule = [[(0, 40), (1, 1)], [(0, 1), (2, 31)], [(0, 56)]]
    voice = cpu(isa)
    got, want = (attend(v, case, kept, inputs, schedule) for v in (voice, Plain()))
    for g, w in zip(got, want, strict=True):
        agree(g, w, kept)


@pytest.mark.parametrize("kept", ["fp32", "bf16", "int8"])
@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("window", [None, 100])
def test_lengths_around_blocks_and_runs(isa: str, kept: Kept, window: int | None) -> None:
    case = Case(n_heads=2, n_kv_heads=1, head_dim=16, window=window)
    lengths = [1, 16, 17, 31, 33, 63, 64, 65, 255, 256, 257, 513]
    inputs = rows_of(case, lengths)
    voice = cpu(isa)
    # Prompts but for the last row, then one row of each: decoding behind every length.
    schedule = [[(q, n - 1) for q, n in enumerate(lengths) if n > 1], [(q, 1) for q in range(len(lengths))]]
    got, want = (attend(v, case, kept, inputs, schedule) for v in (voice, Plain()))
    for g, w in zip(got, want, strict=True):
        agree(g, w, kept)


@pytest.mark.parametrize("kept", ["fp32", "bf16", "int8"])
@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("case", [Case(), Case(n_heads=7, n_kv_heads=1, head_dim=24, half=8, window=70)], ids=str)
def test_same_bits_in_any_company(isa: str, kept: Kept, case: Case) -> None:
    inputs = rows_of(case, [530, 70, 200])
    whole = attend(cpu(isa, 1), case, kept, inputs, [[(0, 530)], [(1, 70)], [(2, 200)]])
    together: Schedule = [[(2, 200), (0, 530), (1, 70)]]
    odd: Schedule = [[(0, 33), (1, 1)], [(0, 1), (1, 68), (2, 199)], [(0, 491), (2, 1)], [(0, 5), (1, 1)]]
    one_by_one: Schedule = [[(0, 510), (1, 50), (2, 180)], *[[(0, 1), (1, 1), (2, 1)]] * 20]
    for n_threads, schedule in ((2, together), (1, odd), (3, odd), (2, one_by_one)):
        got = attend(cpu(isa, n_threads), case, kept, inputs, schedule)
        for g, w in zip(got, whole, strict=True):
            np.testing.assert_array_equal(g, w)


@pytest.mark.parametrize("kept", ["fp32", "bf16", "int8"])
def test_a_long_history(kept: Kept) -> None:
    case = Case(n_heads=16, n_kv_heads=8, head_dim=128)
    inputs = rows_of(case, [1003])
    schedule = [[(0, 1000)], [(0, 1)], [(0, 2)]]
    voice = cpu()
    got = attend(voice, case, kept, inputs, schedule)[0]
    agree(got[990:], attend(Plain(), case, kept, inputs, schedule)[0][990:], kept)
    for n_threads in (1, 3):
        np.testing.assert_array_equal(got, attend(cpu(n_threads=n_threads), case, kept, inputs, [[(0, 1003)]])[0])


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("kept", ["fp32", "bf16", "int8"])
def test_a_block_forgets_its_last_owner(isa: str, kept: Kept) -> None:
    case, voice = Case(normed=False), cpu(isa)
    cache = voice.cache([case.spec(voice)], 1, kept)
    table = np.zeros((1, 1), np.int32)
    bad = np.full((BLOCK, case.width), np.nan, np.float32)
    s = voice.step(plan_of([(0, BLOCK)], [0], table), cache)
    assert np.isnan(voice.read(voice.attend(voice.array(bad), cache.layers[0], s))).all()
    inputs = rows_of(case, [5])
    s = voice.step(plan_of([(0, 5)], [0], table), cache)
    got = voice.read(voice.attend(voice.array(inputs[0]), cache.layers[0], s))
    np.testing.assert_array_equal(got, attend(voice, case, kept, inputs, [[(0, 5)]])[0])


@pytest.mark.parametrize("isa", ISAS)
def test_nan_is_not_hidden(isa: str) -> None:
    case, voice = Case(normed=False), cpu(isa)
    inputs = rows_of(case, [3])
    inputs[0][1, 0] = np.nan  # one query value of head 0
    inputs[0][1, (case.n_heads) * case.head_dim] = np.nan  # one key value of kv head 0
    got = attend(voice, case, "fp32", inputs, [[(0, 3)]])[0].reshape(3, case.n_heads, case.head_dim)
    assert not np.isnan(got[0]).any()
    assert np.isnan(got[1:, :2]).all()


@pytest.mark.parametrize("isa", ISAS)
def test_angles_are_right_far_out(isa: str) -> None:
    voice = cpu(isa)
    case = Case(n_heads=1, n_kv_heads=1, head_dim=128, normed=False)
    spec = case.spec(voice)
    spec = replace(spec, rope=replace(spec.rope, scale=1.0))
    n_blocks = 2
    for position in (0, 1, 1000, 40_959, 131_071, 999_936):
        cache = voice.cache([spec], n_blocks, "bf16")
        table = np.zeros((1, position // BLOCK + 1), np.int32)
        table[0, -1] = 1
        s = voice.step(Plan(*(np.zeros(1, np.int32), np.array([0, 1], np.int32)), np.array([position], np.int32), table, np.zeros(0, np.int32)), cache)  # fmt: skip
        cos, sin = s.angles(0)[:, 0, :64]
        angle = np.float32(position) * spec.rope.inv_freq
        assert angle.dtype == np.float32
        for got, exact in ((cos, np.cos(angle.astype(np.float64))), (sin, np.sin(angle.astype(np.float64)))):
            np.testing.assert_allclose(got, exact, rtol=1.2e-7, atol=1e-9)
        for got, numpys in zip((cos, sin), cos_sin(spec.rope, np.array([position], np.int32)), strict=True):
            np.testing.assert_allclose(got, numpys[0], rtol=4e-7, atol=1e-7)


def test_ropes_of_equal_values_are_one() -> None:
    voice = cpu()
    case = Case(normed=False)
    other = replace(case.spec(voice), rope=Rope(np.ones(8, np.float32)))
    cache = voice.cache([case.spec(voice), other, case.spec(voice)], 1, "fp32")
    assert len(cache.ropes) == 2
    assert cache.n_bytes == 3 * 2 * case.n_kv_heads * case.head_dim * BLOCK * 4


@pytest.mark.parametrize("kept", ["fp32", "bf16", "int8"])
def test_the_bytes_of_a_token_are_those_of_the_memory(kept: Kept) -> None:
    voice = cpu()
    spec = Case(head_dim=96).spec(voice)
    assert voice.cache([spec], 3, kept).n_bytes == 3 * BLOCK * spec.token_bytes(kept)


def test_an_unknown_kind_of_memory_is_refused() -> None:
    voice = cpu()
    with pytest.raises(ValueError, match=r"'int4'.*'int8'"):
        voice.cache([Case().spec(voice)], 1, "int4")  # type: ignore[arg-type]


def good_plan() -> Plan:
    tables = np.array([[0, -1], [1, 2]], np.int32)
    return Plan(np.zeros(5, np.int32), np.array([0, 2, 5], np.int32), np.array([0, 62], np.int32), tables, np.array([1, 4], np.int32))  # fmt: skip


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"starts": [0, 2]}, "starts"),
        ({"starts": [1, 2, 5]}, "starts"),
        ({"starts": [0, 6, 5]}, "starts"),
        ({"starts": [0, -1, 5]}, "starts"),
        ({"starts": [0, 2, 4]}, "starts"),
        ({"n_past": [0, -1]}, "n_past"),
        ({"n_past": [0, 126]}, "needs 3 blocks"),
        ({"n_past": [63, 62]}, "block -1"),
        ({"n_past": [2**31 - 1, 62]}, "needs"),
        ({"tables": [[0, 0], [1, 3]]}, "block 3"),
        ({"tables": [[1, 0], [1, 2]]}, "twice"),
        ({"tables": [[0, 0]]}, "tables"),
        ({"wanted": [5]}, "wanted"),
        ({"wanted": [-1]}, "wanted"),
        ({"ids": [0, 0]}, "starts"),
        ({"ids": []}, "no rows"),
    ],
)
def test_a_bad_plan_is_refused(change: dict[str, Any], says: str) -> None:
    voice = cpu()
    cache = voice.cache([Case().spec(voice)], 3, "bf16")
    voice.step(good_plan(), cache)
    bad = replace(good_plan(), **{k: np.array(v, np.int32) for k, v in change.items()})
    with pytest.raises(ValueError, match=says):
        voice.step(bad, cache)


def test_arrays_of_another_type_are_refused() -> None:
    voice = cpu()
    cache = voice.cache([Case().spec(voice)], 3, "bf16")
    for name in ("ids", "starts", "n_past", "tables", "wanted"):
        bad = replace(good_plan(), **{name: getattr(good_plan(), name).astype(np.int64)})
        with pytest.raises(ValueError, match=name):
            voice.step(bad, cache)
    with pytest.raises(ValueError, match="tables"):
        voice.step(replace(good_plan(), tables=np.zeros(2, np.int32)), cache)


def test_wrong_or_stale_arrays_are_refused() -> None:
    voice, case = cpu(), Case()
    cache, other = (voice.cache([case.spec(voice)], 3, "bf16") for _ in range(2))
    s = voice.step(good_plan(), cache)
    x = voice.array(np.zeros((5, case.width), np.float32))
    voice.attend(x, cache.layers[0], s)
    with pytest.raises(ValueError, match="another cache"):
        voice.attend(x, other.layers[0], s)
    for shape in ((4, case.width), (5, case.width - 2)):
        with pytest.raises(ValueError, match="qkv is"):
            voice.attend(voice.array(np.zeros(shape, np.float32)), cache.layers[0], s)
    later = voice.step(good_plan(), cache)
    with pytest.raises(ValueError, match="earlier"):
        voice.attend(x, cache.layers[0], later)
    x = voice.array(np.zeros((5, case.width), np.float32))
    with pytest.raises(ValueError, match="later step"):
        voice.attend(x, cache.layers[0], s)
    with pytest.raises(ValueError, match="later step"):
        voice.rows(x, s)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"n_heads": 5}, "evenly"),
        ({"n_kv_heads": 0}, "evenly"),
        ({"head_dim": 63}, "head_dim"),
        ({"head_dim": 258}, "head_dim"),
        ({"head_dim": 32}, "rope"),
        ({"scale": 0.0}, "scale"),
        ({"window": 0}, "window"),
    ],
)
def test_a_bad_layer_is_refused(change: dict[str, Any], says: str) -> None:
    voice = cpu()
    with pytest.raises(ValueError, match=says):
        voice.cache([replace(Case(normed=False).spec(voice), **change)], 1, "bf16")
    with pytest.raises(ValueError, match="q_norm"):
        voice.cache([replace(Case().spec(voice), k_norm=None, head_dim=66)], 1, "bf16")
    with pytest.raises(ValueError, match="n_blocks"):
        voice.cache([Case().spec(voice)], 0, "bf16")


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("n", [1, 3, 16, 24, 67, 1024, 1030])
def test_norm_and_rows(isa: str, n: int) -> None:
    voice = cpu(isa)
    rng = np.random.default_rng(n)
    x, w = rng.standard_normal((75, n)).astype(np.float32), rng.standard_normal(n).astype(np.float32)
    cache = voice.cache([Case(normed=False).spec(voice)], 3, "fp32")
    starts, wanted = np.array([0, 75], np.int32), np.array([74, 0, 0, 3], np.int32)
    s = voice.step(Plan(np.zeros(75, np.int32), starts, np.zeros(1, np.int32), np.array([[0, 1]], np.int32), wanted), cache)  # fmt: skip
    ours = voice.array(x)
    vector = voice.vector(Tensor("w", "fp32", w))
    got = voice.read(voice.norm(ours, vector, 1e-6))
    np.testing.assert_allclose(got, Plain().norm(x, w, 1e-6), rtol=2e-6)
    np.testing.assert_array_equal(got[3], voice.read(voice.norm(voice.array(x[3:4]), vector, 1e-6))[0])
    np.testing.assert_array_equal(voice.read(voice.rows(ours, s)), x[wanted])
    with pytest.raises(ValueError, match="vector as long"):
        voice.norm(ours, voice.vector(Tensor("w", "fp32", np.ones(n + 1, np.float32))), 1e-6)
