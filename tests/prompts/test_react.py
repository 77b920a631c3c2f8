"""The first Qwen's calls in lines: what is told, the two laws, and the prompt that asks for them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qwenchat.prompts import FirstTemplate, Form, Tooling, spelled, tooling_of
from qwenchat.prompts.call_events import CallEvent, CallName, Ending, merged
from qwenchat.prompts.errors import TemplateRefusal
from qwenchat.prompts.react import ReactState, feed_react
from qwenchat.protocol import Reasoning
from tests.prompts.calls import source_of, told
from tests.prompts.conversations import HI, called

CALL = 'Thought: I look.\nAction: get_weather\nAction Input: {"city": "Bern"}'
EXAMPLES: list[tuple[str, str, str, list[tuple[str, str]]]] = [
    (CALL, "I look.", "", [("get_weather", '{"city": "Bern"}')]),
    (CALL + "\nObservation: rain\nFinal Answer: Rain.", "I look.", "", [("get_weather", '{"city": "Bern"}')]),
    ("Thought: I now know.\nFinal Answer: It rains.\nA lot.", "I now know.", "It rains.\nA lot.", []),
    ("Hello!\nAction is good.", "", "Hello!\nAction is good.", []),
    ("Action: now\nAction Input:", "", "", [("now", "{}")]),
    ("Action: now", "", "", [("now", "{}")]),
    ("Action: \nAction Input: x", "x", "", []),
    ("Action: a\nAction Input: 1\nAction: b\nAction Input: 2", "", "", [("a", "1"), ("b", "2")]),
]


def parsed(chunks: list[str], ending: Ending = Ending.DONE) -> list[CallEvent]:
    state, events = ReactState(), list[CallEvent]()
    for chunk in chunks:
        state, found = feed_react(state, chunk)
        events += found
    return merged([*events, *feed_react(state, "", ending)[1]])


@pytest.mark.parametrize(("text", "thought", "answer", "calls"), EXAMPLES)
def test_examples(text: str, thought: str, answer: str, calls: list[tuple[str, str]]) -> None:
    events = parsed([text])
    assert told(events) == (answer, calls)
    assert "".join(event.text for event in events if isinstance(event, Reasoning)) == thought


def test_a_cut_call_stays_unfinished() -> None:
    assert told(parsed(["Action: get_wea"], Ending.CUT)) == ("", [])
    assert told(parsed([CALL[:-3]], Ending.CUT)) == ("", [("get_weather", '{"city": "Ber')])


FRAGMENTS = ["Thought", "Action", "Action Input", "Observation", "Final Answer", ":", ": ", "\n", " ", "a", "{}", "好"]
TEXTS = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from([e[0] for e in EXAMPLES])), max_size=10).map(
    "".join
)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.lists(st.integers(0, 90), max_size=6), st.sampled_from((Ending.DONE, Ending.CUT)))
def test_the_two_laws(text: str, cuts: list[int], ending: Ending) -> None:
    whole = parsed([text], ending)
    assert "".join(map(source_of, whole)) == text
    assert parsed([text[a:b] for a, b in pairwise([0, *sorted(cuts), len(text)])], ending) == whole
    assert parsed(list(text), ending) == whole
    assert all(event.name for event in whole if isinstance(event, CallName))


TOOL = {"type": "function", "function": {"name": "get_weather", "description": "The weather", "parameters": {}}}


def test_the_prompt_tells_of_tools_and_reads_back() -> None:
    template = FirstTemplate()
    assert tooling_of(template) == Tooling(Form.REACT, takes_text=True)
    turn, result = called("get_weather", '{"city": "Bern"}', "I look."), {"role": "tool", "content": "rain"}
    text = spelled(template.render([HI, turn, result], tools=[TOOL]))
    assert "get_weather: Call this tool" in text
    assert "Begin!\n\nQuestion: Hi<|im_end|>" in text
    # The model goes on behind the result, in the same turn.
    assert text.endswith(f"<|im_start|>assistant\n{CALL}\nObservation: rain")
    assert told(parsed([CALL]))[1] == [("get_weather", '{"city": "Bern"}')]
    again = [HI, turn, result, {"role": "assistant", "content": "Rain."}, HI]
    text = spelled(template.render(again, tools=[TOOL]))
    assert "Observation: rain\nThought: I now know the final answer.\nFinal Answer: Rain.<|im_end|>" in text
    assert text.endswith("Question: Hi<|im_end|>\n<|im_start|>assistant\n")
    with pytest.raises(TemplateRefusal, match="follow a call"):
        template.render([HI, result], tools=[TOOL])
