"""Text → ids, against what the `tokenizers` library made of the same text, and laws for any text."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenchat.tokens import Tokenizer, load_tokenizer
from qwenchat.tokens.patterns import PATTERNS, piece_finder

from .conftest import GOLDEN

SMALL = load_tokenizer(GOLDEN / "qwen2")
ADDED = sorted(SMALL.added)
# Text made of what is dangerous: added tokens and pieces of them, spaces, marks, code.
PARTS = [
    *ADDED,
    "<|im_",
    "end|>",
    "<",
    ">",
    "|",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "e\u0301",
    "\u0316",
    "好",
    "🙂",
    "'s",
    "1",
    "def ",
]
hostile_text = st.lists(st.sampled_from(PARTS) | st.text(max_size=5), max_size=30).map("".join)


def test_ids_equal_the_reference(golden: Path) -> None:
    tokenizer = load_tokenizer(golden)
    for case in json.loads((golden / "cases.json").read_text()):
        assert tokenizer.encode(case["text"]) == case["ids"], case["text"]
        assert tokenizer.encode_text(case["text"]) == case["ids_of_text"], case["text"]


def test_the_two_patterns_differ_where_marks_join_words() -> None:
    older, newer = (piece_finder(name) for name in PATTERNS)
    assert newer("हिन्दी भाषा") == ["हिन्दी", " भाषा"]
    assert older("हिन्दी भाषा") == ["ह", "िन", "्द", "ी", " भ", "ाष", "ा"]
    assert older("Hello, world") == newer("Hello, world") == ["Hello", ",", " world"]


def test_names_and_counts(small: Tokenizer) -> None:
    assert small.n_vocab == 869
    assert small.added["<|im_end|>"] == small.token_id("<|im_end|>") == 861
    assert small.special_ids == {0, 860, 861}
    assert small.token_id("<think>") not in small.special_ids
    assert small.token_id("A") == small.encode_text("A")[0]
    assert small.token_id("no such token") is None
    assert small.token_id("") is None


@given(hostile_text)
def test_plain_text_makes_no_added_token(text: str) -> None:
    assert not set(SMALL.encode_text(text)) & set(SMALL.added.values())


@given(hostile_text)
def test_plain_text_comes_back_composed(text: str) -> None:
    assert SMALL.decode(SMALL.encode_text(text)) == unicodedata.normalize("NFC", text)


@given(hostile_text)
def test_without_an_added_token_both_encodings_agree(text: str) -> None:
    for added in ADDED:
        text = text.replace(added, "")
    if not any(added in unicodedata.normalize("NFC", text) for added in ADDED):
        assert SMALL.encode(text) == SMALL.encode_text(text)


@given(st.text(), st.text(), st.sampled_from(["<|im_start|>", "<|im_end|>", "<think>", "</tool_call>"]))
def test_an_added_token_is_found_between_any_two_texts(before: str, after: str, token: str) -> None:
    # Only where neither text makes an earlier or a longer match with it.
    if "<" not in before:
        parts = [*SMALL.encode(before), SMALL.added[token], *SMALL.encode(after)]
        assert SMALL.encode(before + token + after) == parts


@given(st.text(alphabet="ab the\n'sé好<|>", min_size=1, max_size=48).map(lambda text: text.replace("\r", "")))
def test_the_scan_and_the_heap_agree(text: str) -> None:
    table = SMALL._table
    if len(text.encode()) <= 48:
        assert table.encode([text]) == table.encode_by_heap(text)


@given(st.text(), st.sampled_from(list(PATTERNS)))
def test_pieces_make_up_the_text(text: str, pattern: str) -> None:
    assert "".join(piece_finder(pattern)(text)) == text


def test_a_repeated_word_is_the_same_word(small: Tokenizer) -> None:
    once = small.encode_text(" river")
    assert small.encode_text(" river" * 5000) == once * 5000


@pytest.mark.parametrize(
    ("text", "same_as"),
    [("a\ud800b", "a\ufffdb"), ("\udfff", "\ufffd"), ("\ud83d\ude42", "🙂"), ("\ude42\ud83d", "\ufffd\ufffd")],
)
def test_lone_surrogates_are_replaced_and_pairs_joined(small: Tokenizer, text: str, same_as: str) -> None:
    assert small.encode_text(text) == small.encode_text(same_as)
    assert small.encode(text) == small.encode(same_as)
