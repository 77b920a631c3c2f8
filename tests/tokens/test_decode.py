"""Ids → text, whole and as a stream."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenchat.tokens import TextDecoder, Tokenizer, TokenizerError, load_tokenizer

from .conftest import GOLDEN

SMALL = load_tokenizer(GOLDEN / "qwen2")
ids_lists = st.lists(st.integers(0, SMALL.n_vocab - 1), max_size=40)


def byte_tokens(text: str) -> list[int]:
    single = {SMALL.token_bytes(id_): id_ for id_ in range(SMALL.n_vocab) if len(SMALL.token_bytes(id_)) == 1}
    return [single[bytes([byte])] for byte in text.encode()]


def test_text_equals_the_reference(golden: Path) -> None:
    tokenizer = load_tokenizer(golden)
    for case in json.loads((golden / "cases.json").read_text()):
        assert tokenizer.decode(case["ids"]) == case["decoded"]
        assert tokenizer.decode(case["ids"], skip_special_tokens=True) == case["decoded_without_special"]


@given(ids_lists)
def test_decoding_joins_the_tokens_bytes(ids: list[int]) -> None:
    whole = b"".join(SMALL.token_bytes(id_) for id_ in ids)
    assert SMALL.decode(ids) == whole.decode("utf-8", "replace")
    assert SMALL.decode(iter(ids), errors="ignore") == whole.decode("utf-8", "ignore")


@given(ids_lists, st.booleans())
def test_the_stream_adds_up_to_the_whole(ids: list[int], skip: bool) -> None:
    decoder = TextDecoder(SMALL, skip_special_tokens=skip)
    streamed = "".join([*(decoder.push(id_) for id_ in ids), decoder.flush()])
    assert streamed == SMALL.decode(ids, skip_special_tokens=skip)


@given(st.text(alphabet="a好🙂é\u0301🏳\ufe0f\u200d🌈", max_size=20))
def test_no_character_is_ever_shown_in_part(text: str) -> None:
    decoder = TextDecoder(SMALL)
    shown = ""
    for id_ in byte_tokens(text):
        shown += decoder.push(id_)
        assert text.startswith(shown)
    assert decoder.flush() == ""
    assert shown == text


def test_a_broken_end_is_one_replacement_character() -> None:
    decoder = TextDecoder(SMALL)
    ids = byte_tokens("好🙂")[:-1]
    assert "".join(decoder.push(id_) for id_ in ids) == "好"
    assert decoder.flush() == "\ufffd"
    assert decoder.push(byte_tokens("a")[0]) == "a", "after a flush the decoder starts anew"


def test_special_tokens_are_skipped_and_other_added_ones_are_not(small: Tokenizer) -> None:
    ids = small.encode("<|im_start|><think>hi</think><|im_end|>")
    assert small.decode(ids, skip_special_tokens=True) == "<think>hi</think>"
    decoder = TextDecoder(small, skip_special_tokens=True)
    assert "".join(map(decoder.push, ids)) == "<think>hi</think>"


@pytest.mark.parametrize("bad", [869, -1, 1 << 40, 1 << 80, -(1 << 80)])
def test_an_unknown_id_is_an_error_that_names_it(small: Tokenizer, bad: int) -> None:
    for use in (lambda: small.decode([1, bad]), lambda: small.token_bytes(bad), lambda: TextDecoder(small).push(bad)):
        with pytest.raises(
            TokenizerError, match=rf"token id {bad} is not in this tokenizer \(its ids run from 0 to 868"
        ):
            use()


def test_ids_must_be_integers(small: Tokenizer) -> None:
    with pytest.raises(TypeError):
        small.decode(["1"])  # type: ignore[list-item]
    with pytest.raises(TypeError):
        small.decode([1.0])  # type: ignore[list-item]


def test_errors_is_one_of_three(small: Tokenizer) -> None:
    with pytest.raises(TokenizerError, match="errors: must be one of replace, strict, ignore, not 'shout'"):
        small.decode([], errors="shout")
    with pytest.raises(UnicodeDecodeError):
        small.decode(byte_tokens("好")[:1], errors="strict")
