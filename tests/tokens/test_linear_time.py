"""Hostile text of a megabyte takes well under a second, whatever it repeats."""

import time

import pytest

from qwenchat.tokens import load_tokenizer
from qwenchat.tokens.normal_form import composed, without_surrogates
from qwenchat.tokens.patterns import PATTERNS, piece_finder

from .conftest import GOLDEN

# Quadratic time would take minutes; a slow, busy machine may still need several times the usual 0.3 s.
LIMIT_S = 3.0

MILLION = 1_000_000
TEXTS = {
    "letters": "a" * MILLION,
    "two letters": "ab" * (MILLION // 2),
    "chinese": "好" * (MILLION // 3),
    "spaces": " " * MILLION,
    "spaces before a word": " " * MILLION + "a",
    "newlines": "\n" * MILLION,
    "spaces and newlines": " \n" * (MILLION // 2),
    "spaces, then a newline, again and again": (" " * 999 + "\n") * 1000,
    "windows newlines": "\r\n" * (MILLION // 2),
    "apostrophes": "'" * MILLION,
    "punctuation": "!" * MILLION,
    "spaces before punctuation": " !" * (MILLION // 2),
    "begun added tokens": "<|im_start" * (MILLION // 10),
    "added tokens": "<|im_end|>" * (MILLION // 10),
    "marks in the wrong order": "a" + "\u0301" * (MILLION // 4) + "\u0316" * (MILLION // 4),
    "marks that decompose": "\u0f73" * (MILLION // 3),
    "alternating marks": "a" + "\u0301\u0316" * (MILLION // 4),
    "surrogates": "\ud800" * (MILLION // 3),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_megabyte(name: str) -> None:
    tokenizer = load_tokenizer(GOLDEN / "qwen2")
    start = time.process_time()
    tokenizer.encode_text(TEXTS[name])
    tokenizer.encode(TEXTS[name])
    assert time.process_time() - start < 2 * LIMIT_S


def test_a_megabyte_through_the_newer_pattern() -> None:
    find_pieces = piece_finder("qwen3.5")
    assert set(PATTERNS) == {"qwen2", "qwen3.5"}
    for text in TEXTS.values():
        start = time.process_time()
        find_pieces(text)
        assert time.process_time() - start < LIMIT_S


def test_long_runs_of_marks_are_composed_as_short_ones_are() -> None:
    for marks in ("\u0301\u0316", "\u0f73\u0f71", "\u0344\u0327", "\u0903\u0301\u0316", "\u302e\u0301"):
        run = "e" + marks * 40
        assert composed(run + "x" * 2000) == composed(run) + "x" * 2000


def test_surrogates_cost_nothing_where_there_are_none() -> None:
    text = "好🙂"
    assert without_surrogates(text) is text
