"""The call parsers: hard cases by example, the two laws by property, time that grows with the text."""

import json
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qwenchat.prompts import AnswerParser
from qwenchat.prompts.call_events import CallName, CallText, Ending
from qwenchat.prompts.calls import Form, feed_calls, start_calls
from qwenchat.protocol import Answer, CallArguments, CallStart, Event, Reasoning
from tests.prompts.calls import HARD, TOOLS, Hard, one, parsed, source_of, told


@pytest.mark.parametrize("case", HARD, ids=lambda case: f"{case.form.name}: {case.why}")
def test_hard_cases(case: Hard) -> None:
    whole = parsed(case.form, [case.text], ending=case.ending)
    assert told(whole) == (case.answer, case.calls)
    assert parsed(case.form, list(case.text), ending=case.ending) == whole
    assert "".join(map(source_of, whole)) == case.text


def test_every_complete_call_is_an_object() -> None:
    broken = ("no JSON: the reader", "without its end")
    for case in HARD:
        if case.ending is Ending.DONE and not any(words in case.why for words in broken):
            for _, arguments in case.calls:
                # The longest number there is goes beyond what Python reads by default.
                assert isinstance(json.loads(arguments, parse_int=float), dict), case.why


def test_without_tools_nothing_is_a_call_and_no_tag_shows() -> None:
    for case in HARD:
        text, calls = told(parsed(case.form, list(case.text), tools={}))
        assert not calls
        assert "<tool_call>" not in text, case.why


def test_arguments_are_told_as_they_come() -> None:
    state, events = feed_calls(start_calls(Form.HERMES, TOOLS), '<tool_call>{"name": "f", "arguments": {"text": "a')
    assert events[-1] == CallText('{"text": "a', ', "arguments": {"text": "a')
    state, events = feed_calls(state, "b c")
    assert events == [CallText("b c", "b c")]
    state, _ = feed_calls(start_calls(Form.XML, TOOLS), "<tool_call>\n<function=f>\n<parameter=text>\n")
    state, events = feed_calls(state, 'a "b')
    assert events[-1] == CallText('a \\"b', 'a "b')


FRAGMENTS = [
    *("<tool_call>", "</tool_call>", "\n", "{", "}", "[", "]", ",", ":", '"', "\\", '"name": "f"', '"arguments": ', '{"name": "g"'),
    *("<function=f>", "<function=", "</function>", "<parameter=text>", "<parameter=n>", "</parameter>", ">", "<", "1", " ", "a"),
    *("null", '{"n": 1}', "<tool_", "�", "好🙂", "</", "<think>", "</think>", "\x00"),
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=16).map("".join)
# What is nearly a call is more telling than what is nearly nothing.
NEARLY = st.tuples(st.sampled_from(HARD), st.integers(0, 60), TEXTS, st.integers(0, 8)).map(
    lambda parts: parts[0].text[: parts[1]] + parts[2] + parts[0].text[parts[1] + parts[3] :]
)
FORMS = st.sampled_from((Form.HERMES, Form.XML))
ENDINGS = st.sampled_from((Ending.DONE, Ending.CUT))
CUTS = st.lists(st.integers(0, 90), max_size=6)


def chunked(text: str, cuts: list[int]) -> list[str]:
    return [text[a:b] for a, b in pairwise([0, *sorted(cuts), len(text)])]


@settings(max_examples=120, deadline=None)
@given(FORMS, st.one_of(TEXTS, NEARLY), CUTS, ENDINGS)
def test_any_cutting_gives_the_same_events(form: Form, text: str, cuts: list[int], ending: Ending) -> None:
    whole = parsed(form, [text], ending=ending)
    assert parsed(form, chunked(text, cuts), ending=ending) == whole
    assert parsed(form, list(text), ending=ending) == whole


@settings(max_examples=120, deadline=None)
@given(FORMS, st.one_of(TEXTS, NEARLY), ENDINGS)
def test_no_character_is_lost(form: Form, text: str, ending: Ending) -> None:
    events = parsed(form, list(text), ending=ending)
    assert "".join(map(source_of, events)) == text
    for event in events:
        if isinstance(event, Answer):
            assert "<tool_call>" not in event.text
            assert "</tool_call>" not in event.text
        if isinstance(event, CallName):
            assert event.name
            event.name.encode()


def answered(in_thought: bool, form: Form, chunks: list[str]) -> list[Event]:
    """The events of an answer, neighbours of one kind merged, without the ids, which are random."""
    parser = AnswerParser(in_thought, thinks=True, form=form, tools=TOOLS)
    events = [event for chunk in chunks for event in parser.feed(chunk)]
    combined: list[Event] = []
    for event in [*events, *parser.close(cut=False)]:
        last = combined[-1] if combined else None
        if isinstance(event, CallStart):
            combined.append(CallStart(event.index, "", event.name))
        elif isinstance(event, CallArguments) and isinstance(last, CallArguments):
            combined[-1] = CallArguments(event.index, last.text + event.text)
        elif isinstance(event, Answer | Reasoning) and type(last) is type(event):
            combined[-1] = type(event)(last.text + event.text)  # type: ignore[union-attr]
        else:
            combined.append(event)
    return combined


CALL = {
    Form.HERMES: '<tool_call>\n{"name": "f", "arguments": {"text": "<think>a</think>"}}\n</tool_call>',
    Form.XML: one("text", "<think>a</think>"),
}


@pytest.mark.parametrize("form", list(CALL))
def test_thoughts_and_calls_together(form: Form) -> None:
    call = [CallStart(0, "", "f"), CallArguments(0, '{"text": "<think>a</think>"}')]
    hm, yes = Reasoning("Hm."), Answer("Yes.")
    for in_thought, text, events in [
        (True, f"Hm.\n</think>\n\nYes.\n{CALL[form]}", [hm, yes, *call]),
        (False, f"<think>\nHm.\n</think>\n\n{CALL[form]}", [hm, *call]),
        # A call in a thought ends the thought: agents wait for it in vain otherwise.
        (True, f"Hm.\n{CALL[form]}", [hm, *call]),
        (True, f"Hm.\n\n{CALL[form]}\n</think>\n\nYes.", [hm, *call, yes]),
        (True, CALL[form], call),
        (False, CALL[form], call),
        # Words about a call are no call.
        (True, "I need <tool_call> tags: <tool_call></tool_call>\n</think>Yes.", [Reasoning("I need <tool_call> tags: <tool_call></tool_call>"), yes]),
        (True, "cut at <tool_call>\n", [Reasoning("cut at <tool_call>\n")]),
    ]:  # fmt: skip
        assert answered(in_thought, form, [text]) == events
        assert answered(in_thought, form, list(text)) == events


@settings(max_examples=80, deadline=None)
@given(st.booleans(), FORMS, st.one_of(TEXTS, NEARLY), CUTS)
def test_any_cutting_gives_the_same_answer(in_thought: bool, form: Form, text: str, cuts: list[int]) -> None:
    whole = answered(in_thought, form, [text])
    assert answered(in_thought, form, chunked(text, cuts)) == whole
    assert answered(in_thought, form, list(text)) == whole


UNITS = [
    "\n",
    "<",
    "</tool_call",
    "a",
    "<tool_call>",
    "</parameter>\n",
    "<tool_call>{",
    "\\",
    '"',
    "[",
    "<function=",
    "<parameter=n>",
    "</function> ",
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("form", [Form.HERMES, Form.XML])
@pytest.mark.parametrize("start", ["", "<tool_call>\n"])
def test_time_is_linear_in_the_text(form: Form, start: str, unit: str) -> None:
    head = start and start + ('{"arguments": {"a": "' if form is Form.HERMES else "<function=f>\n<parameter=text>\n")

    def time_s(n: int) -> float:
        began_s = time.process_time()
        parser = AnswerParser(in_thought=True, thinks=True, form=form, tools=TOOLS)
        for char in f"</think>{head}" + unit * (n // len(unit)):
            parser.feed(char)
        parser.close(cut=False)
        return time.process_time() - began_s

    # Quadratic work would be 16 times as much for 4 times the text; three tries, as somebody else may be busy.
    assert any(time_s(8_000) < 10 * max(time_s(2_000), 0.005) for _ in range(3))
