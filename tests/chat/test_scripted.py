"""The hard parses through the real engine, token by token: a scripted model says them."""

from typing import Any

import pytest

from qwenchat.chat import CallArguments, CallStart, Finish, Reasoning
from qwenchat.prompts import Form
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
