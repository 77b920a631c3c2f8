"""A local model as a server sees it: what may be done on the event loop itself."""

from typing import Any

import pytest

from qwenchat.chat.responder import is_quick
from qwenchat.protocol import ChatRequest, ResponseFormat, Thinking
from qwenchat.protocol.completion_request import CompletionRequest

HI = {"role": "user", "content": "Hi"}
CALL = {"type": "function", "function": {"name": "f", "arguments": {"x": "long " * 10**5}}}


@pytest.mark.parametrize(
    ("wishes", "quick"),
    [
        ({}, True),
        ({"sampling": {"temperature": 0, "stop": ["."], "logit_bias": {"1": -100}}, "n": 4}, True),
        ({"messages": ({"role": "user", "content": "long " * 1000},)}, False),
        ({"messages": (HI,) * 4096}, False),
        ({"messages": (HI, {"role": "assistant", "content": "", "tool_calls": [CALL]}, HI)}, False),
        ({"messages": ({"role": "user", "content": [{"type": "text", "text": "Hi"}]},)}, False),
        ({"sampling": {"logit_bias": dict.fromkeys(map(str, range(4000)), 1)}}, False),
        ({"sampling": {"stop": ["."] * 64}}, False),
        ({"tools": ({"type": "function", "function": {"name": "f"}},)}, False),
        ({"response_format": ResponseFormat("json_object")}, False),
        ({"thinking": Thinking(budget=5)}, False),
        ({"template_keywords": {"documents": ["long"]}}, False),
        ({"translation": {"target_lang": "Chinese"}}, False),
    ],
)
def test_only_what_takes_a_moment_is_prepared_on_the_event_loop(wishes: dict[str, Any], quick: bool) -> None:
    assert is_quick(ChatRequest("m", **{"messages": (HI,)} | wishes)) is quick


def test_bare_text_too() -> None:
    assert is_quick(CompletionRequest("m", "Once"))
    assert not is_quick(CompletionRequest("m", "Once", suffix="long " * 1000))
    assert not is_quick(CompletionRequest("m", (1,) * 5000))
