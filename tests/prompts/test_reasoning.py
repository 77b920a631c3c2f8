"""The reasoning parser: its rules by example, its two laws by property, and its slow twin."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenchat.prompts import AnswerParser, Event, Markup, close, feed, start
from qwenchat.protocol import Answer, Reasoning

R, A, M = Reasoning, Answer, Markup

# (within a thought?, the model's text, its events)
EXAMPLES: list[tuple[bool, str, list[Event]]] = [
    (True, "Hm.\n</think>\n\nYes.", [R("Hm."), M("\n</think>\n\n"), A("Yes.")]),
    (True, "<think>\nHm.</think>Yes.", [M("<think>\n"), R("Hm."), M("</think>"), A("Yes.")]),
    (True, "cut off\n", [R("cut off\n")]),
    (True, "a\n\nb\n", [R("a\n\nb\n")]),
    (True, "", []),
    (True, "\n\n</think>\n\nYes.", [M("\n\n</think>\n\n"), A("Yes.")]),
    (True, "a</thi", [R("a</thi")]),
    (True, "a\n\n</thi", [R("a\n\n</thi")]),
    (True, "a < b </b> <thinker>\n</think>c", [R("a < b </b> <thinker>"), M("\n</think>"), A("c")]),
    (True, "a<think>b</think>c", [R("a<think>b"), M("</think>"), A("c")]),
    (True, "a</think>\n</think>\n\nb</think>c", [R("a"), M("</think>\n</think>\n\n"), A("b"), M("</think>"), A("c")]),
    (True, "a</think>\n<think>b</think>c", [R("a"), M("</think>\n<think>"), R("b"), M("</think>"), A("c")]),
    (False, "Yes.\n\nSo.", [A("Yes.\n\nSo.")]),
    (False, "<think>\nHm.\n</think>\n\nYes.", [M("<think>\n"), R("Hm."), M("\n</think>\n\n"), A("Yes.")]),
    (False, "\n<think>\n\n</think>\n\nYes.", [M("\n<think>\n\n</think>\n\n"), A("Yes.")]),
    (False, "\n\nYes.", [A("\n\nYes.")]),
    (False, "\n\n", [A("\n\n")]),
    (False, "<think>cut", [M("<think>"), R("cut")]),
    (False, "<thi", [A("<thi")]),
    (False, "</think>\n\nYes.", [M("</think>\n\n"), A("Yes.")]),
    (False, "The <think> tag\n</think>\n", [A("The "), M("<think>"), A(" tag\n"), M("</think>"), A("\n")]),
    (False, "<think>好🙂</think>好🙂", [M("<think>"), R("好🙂"), M("</think>"), A("好🙂")]),
    (False, "<<think>></think>", [A("<"), M("<think>"), A(">"), M("</think>")]),
]


def parsed(in_thought: bool, chunks: list[str], thinks: bool = True) -> list[Event]:
    """All events of a text that comes in `chunks`, neighbours of one kind merged."""
    state, events = start(in_thought, thinks), list[Event]()
    for chunk in chunks:
        state, told = feed(state, chunk)
        assert all(event.text for event in told)
        events += told
    events += close(state)
    merged: list[Event] = []
    for event in events:
        if merged and type(merged[-1]) is type(event):
            merged[-1] = type(event)(merged[-1].text + event.text)
        else:
            merged.append(event)
    return merged


def slow_twin(in_thought: bool, text: str) -> tuple[str, str]:
    """Reasoning and answer of a whole text, by cutting it at its tags."""
    reasoning, answer = "", ""
    if not in_thought:
        head = text.lstrip("\n")
        if head.startswith("<think>"):
            in_thought, text = True, head.removeprefix("<think>")
        elif head.startswith("</think>"):
            text = head.removeprefix("</think>").lstrip("\n")
            return slow_twin(False, text) if text.startswith(("<think>", "</think>")) else ("", without_tags(text))
        else:
            return "", without_tags(text)
    while in_thought:
        while text.startswith(("\n", "<think>")):
            text = text.removeprefix("<think>") if text[0] == "<" else text[1:]
        thought, closed, text = text.partition("</think>")
        reasoning += thought.rstrip("\n") if closed else thought
        in_thought = False
        while text.startswith(("\n", "<think>", "</think>")):
            if text[0] == "\n":
                text = text[1:]
            else:
                in_thought = text.startswith("<think>")
                text = text[text.index(">") + 1 :]
                if in_thought:
                    break
    return reasoning, answer + without_tags(text)


def without_tags(text: str) -> str:
    return "".join(part for piece in text.split("<think>") for part in piece.split("</think>"))


@pytest.mark.parametrize(("in_thought", "text", "events"), EXAMPLES)
def test_examples(in_thought: bool, text: str, events: list[Event]) -> None:
    assert parsed(in_thought, [text]) == events
    assert parsed(in_thought, list(text)) == events


def test_nothing_is_kept_back_that_is_certain() -> None:
    state, events = feed(start(in_thought=True), "a<b")
    assert events == [R("a<b")]
    state, events = feed(state, "c</")
    assert events == [R("c")]
    state, events = feed(state, "x")
    assert events == [R("</x")]
    state, events = feed(start(in_thought=False), "Yes\n")
    assert events == [A("Yes\n")]


def test_a_model_without_thoughts_has_no_tags() -> None:
    text = "<think>\na</think>\n"
    assert parsed(False, list(text), thinks=False) == [A(text)]


def test_the_parser_with_its_state_leaves_the_markup_out() -> None:
    parser = AnswerParser(in_thought=False, thinks=True, form=None, tools={})
    assert parser.feed("<think>\nHm.\n</thi") == [R("Hm.")]
    assert parser.feed("nk>\n\nYes.<") == [A("Yes.")]
    assert parser.close(cut=False) == [A("<")]


FRAGMENTS = [
    "<think>",
    "</think>",
    "\n",
    "\n\n",
    "<",
    "</",
    "think>",
    "<thi",
    "nk>",
    "a",
    " ",
    "<tool_call>",
    "�",
    "好🙂",
]
TEXTS = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=12).map("".join)


@given(st.booleans(), TEXTS, st.lists(st.integers(0, 40), max_size=6))
def test_any_cutting_gives_the_same_events(in_thought: bool, text: str, cuts: list[int]) -> None:
    ends = [0, *sorted(cuts), len(text)]
    chunks = [text[a:b] for a, b in pairwise(ends)]
    whole = parsed(in_thought, [text])
    assert parsed(in_thought, chunks) == whole
    assert parsed(in_thought, list(text)) == whole


@given(st.booleans(), TEXTS)
def test_no_character_is_lost(in_thought: bool, text: str) -> None:
    events = parsed(in_thought, list(text))
    assert "".join(event.text for event in events) == text
    for event in events:
        if isinstance(event, Markup):
            assert without_tags(event.text).strip("\n") == ""
        elif isinstance(event, Answer):
            assert "<think>" not in event.text
            assert "</think>" not in event.text


@given(st.booleans(), TEXTS)
def test_the_slow_twin_agrees(in_thought: bool, text: str) -> None:
    events = parsed(in_thought, list(text))
    reasoning = "".join(event.text for event in events if isinstance(event, Reasoning))
    answer = "".join(event.text for event in events if isinstance(event, Answer))
    assert (reasoning, answer) == slow_twin(in_thought, text)


@pytest.mark.parametrize("unit", ["\n", "<", "</think", "a", "<think>", "\n</thin", "</think>"])
def test_time_is_linear_in_the_text(unit: str) -> None:
    def time_s(n: int) -> float:
        began_s = time.process_time()
        parsed_characters(unit * (n // len(unit)))
        return time.process_time() - began_s

    time_s(10_000)
    # Quadratic work would be 16 times as much for 4 times the text, and a clock is coarse.
    assert time_s(80_000) < 10 * max(time_s(20_000), 0.005)


def parsed_characters(text: str) -> None:
    state = start(in_thought=True)
    for char in text:
        state, _ = feed(state, char)
    close(state)
