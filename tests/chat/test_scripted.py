"""The hard parses through the real engine, token by token: a scripted model says them."""

from typing import Any

import pytest

from qwenchat.chat import CallArguments, CallStart, Finish, Reasoning
from qwenchat.chat.answer import Answering
from qwenchat.engine import Token
from qwenchat.prompts import AnswerParser, Form
from qwenchat.prompts.call_events import Ending
from tests.chat.scripted import saying
from tests.chat.test_answer import text
from tests.prompts.calls import HARD, TOOLS, Hard

OFFERED = [{"name": name, "parameters": schema} for name, schema in TOOLS.items()]
# The embedded model calls in JSON, and its tokens spell some texts in more pieces than its memory has room for.
SAID = [case for case in HARD if case.form is Form.HERMES and case.ending is Ending.DONE]


@pytest.mark.parametrize("case", SAID, ids=lambda case: case.why)
def test_hard_cases_said_by_a_model(model: Any, tokenizer: Any, case: Hard) -> None:
    events = saying(model, tokenizer, case.text, tools=OFFERED)
    calls = [[event.name, ""] for event in events if isinstance(event, CallStart)]
    for event in events:
        if isinstance(event, CallArguments):
            calls[event.index][1] += event.text
    assert [tuple(call) for call in calls] == case.calls
    assert text(events) == case.answer
    finish = events[-1]
    assert isinstance(finish, Finish)
    assert finish.reason == ("tool_calls" if case.calls else "stop")


def test_a_call_said_in_a_thought(model: Any, tokenizer: Any) -> None:
    said = 'Let me look.\n<tool_call>\n{"name": "f", "arguments": {"text": "</think>"}}\n</tool_call>'
    events = saying(model, tokenizer, said, tools=OFFERED, enable_thinking=True)
    assert text(events, Reasoning) == "Let me look."
    assert "".join(event.text for event in events if isinstance(event, CallArguments)) == '{"text": "</think>"}'
    assert text(events) == ""


def test_a_call_in_lines_ends_the_answer_before_an_invented_result(tokenizer: Any) -> None:
    said = 'Thought: I look.\nAction: f\nAction Input: {"n": 1}\nObservation: invented'
    parser = AnswerParser(False, thinks=False, form=Form.REACT, tools=TOOLS)
    answering = Answering(tokenizer.vocabulary, 1, [], parser)
    events: list[Any] = []
    for id_ in tokenizer.vocabulary.encode_text(said):
        events += answering.push(Token(id_), 0)
        if isinstance(events[-1:] and events[-1], Finish):
            break
    assert text(events, Reasoning) == "I look."
    assert "".join(event.text for event in events if isinstance(event, CallArguments)) == '{"n": 1}'
    assert text(events) == ""
    assert events[-1].reason == "tool_calls"
