"""The best few of edited logits, against the plain voice."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from qwenchat.kernels import Edit
from qwenchat.kernels.cpu import Cpu
from qwenchat.kernels.plain import Plain
from qwenchat.kernels.words import Floats, Top

ISAS = ("portable", "avx2", "avx512", "amx")


def cpu(isa: str = "auto") -> Cpu:
    try:
        return Cpu(2, isa)
    except ValueError as e:
        pytest.skip(str(e).partition("isa: ")[2])


def ids(*values: int) -> np.ndarray:
    return np.array(values, np.int32)


def mask_of(allowed: np.ndarray) -> np.ndarray:
    bits = np.zeros(-(-len(allowed) // 32) * 32, bool)
    bits[: len(allowed)] = allowed
    return np.packbits(bits, bitorder="little").view(np.uint32)


def random_edit(rng: np.random.Generator, n_vocab: int) -> Edit:
    some = rng.permutation(n_vocab).astype(np.int32)
    k = min(n_vocab, 40)
    return Edit(
        repetition=float(rng.choice([1.0, 1.3, 0.7])),
        seen=some[:k],
        presence=float(rng.normal()),
        frequency=float(rng.normal()),
        counted=some[: k // 2],
        counts=rng.integers(1, 9, k // 2).astype(np.float32),
        bias_ids=some[k // 4 : k],
        bias=rng.normal(0, 5, k - k // 4).astype(np.float32),
        mask=mask_of((rng.random(n_vocab) < 0.5) | (some == 0)) if rng.random() < 0.5 else None,
        temperature=float(rng.choice([0.0, 0.3, 1.0, 2.0])),
    )


def ask(voice: Cpu, logits: Floats, edits: list[Edit], n: int, n_vocab: int) -> Top:
    x = voice.array(logits)
    first = voice.candidates(x, edits, n, n_vocab)
    # The logits are as they were: asking again gives the same.
    np.testing.assert_array_equal(voice.read(x), logits)
    again = voice.candidates(x, edits, n, n_vocab)
    for a, b in zip(
        (first.logits, first.ids, first.logsumexp), (again.logits, again.ids, again.logsumexp), strict=True
    ):
        np.testing.assert_array_equal(a, b)
    return first


def agree(voice: Cpu, logits: Floats, edits: list[Edit], n: int, n_vocab: int) -> None:
    got, want = ask(voice, logits, edits, n, n_vocab), Plain().candidates(logits, edits, n, n_vocab)
    np.testing.assert_array_equal(got.ids, want.ids)
    np.testing.assert_array_equal(got.logits, want.logits)
    np.testing.assert_allclose(got.logsumexp, want.logsumexp, rtol=2e-6, atol=2e-6)


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize(
    ("n_columns", "n_vocab"), [(1, 1), (7, 5), (64, 64), (1000, 993), (16384, 16384), (40_001, 40_000)]
)
def test_agrees_with_plain(isa: str, n_columns: int, n_vocab: int) -> None:
    voice, rng = cpu(isa), np.random.default_rng(n_columns)
    logits = rng.normal(0, 4, (3, n_columns)).astype(np.float32)
    for n in (1, 2, 20, 96, 97, 600, n_vocab):
        agree(voice, logits, [random_edit(rng, n_vocab) for _ in range(3)], n, n_vocab)


@pytest.mark.parametrize("n", [1, 20, 64, 8192])
def test_a_real_vocabulary(n: int) -> None:
    voice, rng = cpu(), np.random.default_rng(n)
    logits = rng.normal(0, 3, (2, 151_936)).astype(np.float32)
    agree(voice, logits, [Edit(), random_edit(rng, 151_669)], n, 151_669)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 700), st.integers(1, 120), st.integers(0, 2**32 - 1))
def test_ties_go_to_the_lower_id(n_vocab: int, n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    logits = rng.integers(-2, 2, (2, n_vocab)).astype(np.float32)
    few = mask_of(rng.random(n_vocab) < 0.1) if n_vocab > 40 else None
    if few is not None:
        few[0] |= 1
    agree(cpu(), logits, [Edit(), Edit(mask=few)], n, n_vocab)


def test_a_mask_that_leaves_few_or_none() -> None:
    voice = cpu()
    logits = np.random.default_rng(0).normal(size=(3, 50_000)).astype(np.float32)
    few, none = np.zeros(50_000, bool), np.zeros(50_000, bool)
    few[[3, 49_999]] = True
    got = ask(voice, logits, [Edit(mask=mask_of(few)), Edit(mask=mask_of(none)), Edit()], 4, 50_000)
    assert set(got.ids[0, :2]) == {3, 49_999}
    assert list(got.ids[0, 2:]) == [0, 1]
    assert np.isneginf(got.logits[0, 2:]).all()
    assert np.isneginf(got.logsumexp[1])
    assert np.isfinite(got.logits[2]).all()


@pytest.mark.parametrize("isa", ISAS)
@pytest.mark.parametrize("bad", [np.nan, np.inf])
@pytest.mark.parametrize("at", [0, 17, 20_000, 40_000])
def test_a_damaged_row_says_so_and_hurts_no_other(isa: str, bad: float, at: int) -> None:
    voice = cpu(isa)
    logits = np.zeros((2, 40_001), np.float32)
    logits[1, at] = bad
    for edit in (Edit(), Edit(mask=np.full(1251, 4, np.uint32))):
        for top in (
            voice.candidates(voice.array(logits), [Edit(), edit], 1, 40_001),
            Plain().candidates(logits, [Edit(), edit], 1, 40_001),
        ):
            assert np.isnan(top.logsumexp[1])
            assert np.isclose(top.logsumexp[0], np.log(40_001))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"seen": ids(8)}, "seen has id 8"),
        ({"seen": ids(-1)}, "seen has id -1"),
        ({"counted": ids(1)}, "counts"),
        ({"counted": ids(9), "counts": np.ones(1, np.float32)}, "counted has id 9"),
        ({"bias_ids": ids(1)}, "bias"),
        ({"bias_ids": ids(9), "bias": np.ones(1, np.float32)}, "bias_ids has id 9"),
        ({"mask": np.zeros(0, np.uint32)}, "mask has 0 bits"),
        ({"mask": np.zeros(1, np.int64)}, "mask"),
        ({"seen": np.zeros(1, np.int64)}, "seen"),
        ({"temperature": -1.0}, "temperature"),
        ({"temperature": float("nan")}, "temperature"),
        ({"repetition": 0.0}, "repetition"),
        ({"repetition": "1"}, "repetition"),
    ],
)
def test_a_bad_edit_is_refused(change: dict[str, Any], says: str) -> None:
    voice = cpu()
    with pytest.raises(ValueError, match=says):
        voice.candidates(voice.array(np.zeros((1, 9), np.float32)), [replace(Edit(), **change)], 1, 8)


@pytest.mark.parametrize("rows", [[0], [2, 5], [1, 3, 4, 6], []])
def test_some_rows_are_as_in_the_company_of_all(rows: list[int]) -> None:
    rng, voice = np.random.default_rng(7), cpu()
    logits = rng.normal(0, 4, (7, 5000)).astype(np.float32)
    edits = [random_edit(rng, 4800) for _ in range(7)]
    x = voice.array(logits)
    whole = voice.candidates(x, edits, 20, 4800)
    some = voice.candidates(x, [edits[i] for i in rows], 20, 4800, np.array(rows, np.int32))
    for got, want in ((some.logits, whole.logits), (some.ids, whole.ids), (some.logsumexp, whole.logsumexp)):
        np.testing.assert_array_equal(got, want[rows])
    np.testing.assert_array_equal(voice.read(x), logits)


def test_bad_calls_are_refused() -> None:
    voice = cpu()
    x = voice.array(np.zeros((2, 9), np.float32))
    for args, says in (
        (([Edit()], 1, 9), "2 rows"),
        (([Edit()] * 2, 0, 9), "n is 0"),
        (([Edit()] * 2, 1, 10), "n_vocab"),
        (([Edit()] * 2, 1, 0), "n_vocab"),
    ):
        with pytest.raises(ValueError, match=says):
            voice.candidates(x, *args)
    for rows in ([0, 2], [-1, 0], [1, 1], [1, 0]):
        with pytest.raises(ValueError, match="rising numbers below 2"):
            voice.candidates(x, [Edit()] * 2, 1, 9, np.array(rows, np.int32))
    voice.reset()
    with pytest.raises(ValueError, match="earlier step"):
        voice.candidates(x, [Edit()] * 2, 1, 9)
