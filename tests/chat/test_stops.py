"""Stop sequences: found in any cutting, nothing lost, held back only while they may still come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenchat.chat.stops import IdStops, TextStops, checked_stop_words
from qwenchat.protocol.errors import InvalidValue

WORDS = st.lists(st.text("ab\n", min_size=1, max_size=4), max_size=3)


def whole(text: str, words: list[str]) -> str:
    """The twin: the text before the stop word that is complete first."""
    for end in range(len(text) + 1):
        starts = [end - len(w) for w in words if text[:end].endswith(w)]
        if starts:
            return text[: min(starts)]
    return text


@given(st.lists(st.text("ab\n", max_size=3), max_size=12), WORDS)
def test_ids_and_text_stop_where_the_twin_does(parts: list[str], words: list[str]) -> None:
    text = "".join(parts)
    ids, said = IdStops([[ord(c) for c in w] for w in words]), []
    for c in text:
        free, ended = ids.push(ord(c))
        said += free
        if ended:
            break
    else:
        said += ids.flush()
    assert "".join(map(chr, said)) == whole(text, words)


@given(st.lists(st.text("ab\n", max_size=3), max_size=12), WORDS)
def test_text_is_cut_at_the_first_word_in_any_cutting(parts: list[str], words: list[str]) -> None:
    def run(pieces: list[str]) -> str:
        stops, said = TextStops(words), ""
        for piece in pieces:
            free, ended = stops.push(piece)
            said += free
            assert not any(w in said for w in words)
            if ended:
                return said
        return said + stops.flush()

    assert run(parts) == run(list("".join(parts))) == whole("".join(parts), words)


def test_what_may_become_a_stop_word_waits() -> None:
    stops = TextStops(["Observation:"])
    assert stops.push("Thought. Obs") == ("Thought. ", False)
    assert stops.push("cure") == ("Obscure", False)
    assert stops.push(" Observation") == (" ", False)
    assert stops.push(": 4") == ("", True)


@pytest.mark.parametrize("bad", ["stop", [1, 2], [[]], [[-1]], [[True]], [["a"]], 7])
def test_bad_stop_words_are_named(bad: object) -> None:
    with pytest.raises(InvalidValue, match="stop_words_ids"):
        checked_stop_words(bad)


def test_the_callers_list_is_not_touched() -> None:
    mine = [[1, 2]]
    copied = checked_stop_words(mine)
    copied[0].append(3)
    copied.append([4])
    assert mine == [[1, 2]]
