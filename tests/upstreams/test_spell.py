"""What each kind of service is told: every field of a request is spelled, harmless by a written list, or refused."""

import itertools
from typing import Any

import pytest

from qwenchat.protocol import ChatRequest, InvalidValue, ResponseFormat, Thinking, ToolChoice
from qwenchat.upstreams.dialects import DIALECTS, HARMLESS, dialect
from qwenchat.upstreams.spell import body_of

HI = ({"role": "user", "content": "Hi"},)
TOOL = {"type": "function", "function": {"name": "f", "parameters": {}}}


def spelled(kind: str, **wishes: Any) -> dict[str, Any]:
    body = body_of(ChatRequest("asked", wishes.pop("messages", HI), **wishes), "theirs", dialect(kind))
    usual = {"model": "theirs", "stream": True, "stream_options": {"include_usage": True}}
    assert {key: body.pop(key) for key in usual} == usual
    return body if "messages" in wishes else {key: value for key, value in body.items() if key != "messages"}


@pytest.mark.parametrize("kind", DIALECTS)
def test_what_is_not_said_is_left_to_the_service(kind: str) -> None:
    assert spelled(kind) == {}


@pytest.mark.parametrize(
    ("kind", "thinking", "said"),
    [
        ("dashscope", Thinking(enable=True, budget=9), {"enable_thinking": True, "thinking_budget": 9}),
        ("dashscope", Thinking(preserve=True, effort="low"), {"preserve_thinking": True, "reasoning_effort": "low"}),
        ("vllm", Thinking(enable=False), {"chat_template_kwargs": {"enable_thinking": False}}),
        ("vllm", Thinking(budget=9), {"thinking_token_budget": 9}),
        ("sglang", Thinking(enable=True, preserve=True), {"chat_template_kwargs": {"enable_thinking": True, "preserve_thinking": True}}),
        ("llama.cpp", Thinking(enable=False), {"chat_template_kwargs": {"enable_thinking": False}}),
        ("llama.cpp", Thinking(budget=9), {"reasoning_budget_tokens": 9}),
        ("openai", Thinking(effort="none"), {"reasoning_effort": "none"}),
    ],
)  # fmt: skip
def test_where_the_thinking_switch_lives(kind: str, thinking: Thinking, said: dict[str, Any]) -> None:
    assert spelled(kind, thinking=thinking) == said


def test_template_keywords_and_switches_share_one_object() -> None:
    body = spelled("vllm", template_keywords={"x": 1}, thinking=Thinking(enable=False))
    assert body == {"chat_template_kwargs": {"x": 1, "enable_thinking": False}}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("dashscope", {"top_k": 5, "repetition_penalty": 1.1}),
        ("vllm", {"top_k": 5, "repetition_penalty": 1.1}),
        ("llama.cpp", {"top_k": 5, "repeat_penalty": 1.1}),
    ],
)
def test_sampling(kind: str, said: dict[str, Any]) -> None:
    assert spelled(kind, sampling={"top_k": 5, "repetition_penalty": 1.1}) == said


def test_caps() -> None:
    both = {"max_tokens": 50, "max_completion_tokens": 70}
    assert spelled("dashscope", **both) == both
    assert spelled("vllm", **both) == {"max_tokens": 50}
    assert spelled("llama.cpp", max_completion_tokens=70) == {"max_tokens": 70}


def test_stops_are_words_or_ids() -> None:
    assert spelled("vllm", sampling={"stop": ["a"]}) == {"stop": ["a"]}
    assert spelled("dashscope", sampling={"stop": [[1, 2]]}) == {"stop": [[1, 2]]}
    with pytest.raises(InvalidValue, match="stop_ids"):
        spelled("vllm", sampling={"stop": [[1, 2]]})


def test_tools_say_whether_several_calls_may_come() -> None:
    body = spelled("openai", tools=(TOOL,), tool_choice=ToolChoice("named", "f"))
    choice = {"type": "function", "function": {"name": "f"}}
    assert body == {"tools": [TOOL], "parallel_tool_calls": False, "tool_choice": choice}
    assert spelled("vllm", tools=(TOOL,), tool_choice=ToolChoice("required"))["tool_choice"] == "required"


def test_formats() -> None:
    form = ResponseFormat("json_schema", "x", {"type": "object"}, strict=True)
    schema = {"name": "x", "schema": {"type": "object"}, "strict": True}
    assert spelled("vllm", response_format=form) == {"response_format": {"type": "json_schema", "json_schema": schema}}
    assert spelled("openai", response_format=ResponseFormat("json_object")) == {
        "response_format": {"type": "json_object"}
    }


def test_a_last_message_is_continued_in_each_ones_way() -> None:
    messages = (*HI, {"role": "assistant", "content": "He"})
    hosted = spelled("dashscope", messages=messages, continue_last=True)
    assert hosted == {} or hosted["messages"][-1]["partial"] is True
    body = body_of(ChatRequest("m", messages, continue_last=True), "m", dialect("dashscope"))
    assert body["messages"][-1] == {"role": "assistant", "content": "He", "partial": True}
    assert "partial" not in messages[-1], "the request itself is not written to"
    body = body_of(ChatRequest("m", messages, continue_last=True), "m", dialect("vllm"))
    assert (body["continue_final_message"], body["add_generation_prompt"]) == (True, False)
    body = body_of(ChatRequest("m", messages, continue_last=True), "m", dialect("llama.cpp"))
    assert set(body) == {"model", "messages", "stream", "stream_options"}


def test_past_calls_and_thoughts() -> None:
    call = {"id": "call_1", "function": {"name": "f", "arguments": {"x": "好"}}}
    past = {"role": "assistant", "content": "", "tool_calls": [call], "reasoning_content": "hm"}
    body = body_of(ChatRequest("m", (past,)), "m", dialect("vllm"))
    arguments = {"name": "f", "arguments": '{"x": "好"}'}
    assert body["messages"][0] == {
        "role": "assistant",
        "content": "",
        "tool_calls": [{"type": "function", "id": "call_1", "function": arguments}],
        "reasoning": "hm",
    }
    assert "reasoning_content" in body_of(ChatRequest("m", (past,)), "m", dialect("sglang"))["messages"][0]


# One wish for each field of a request, so that a new field can't be forgotten.
WISHES: dict[str, Any] = {
    "sampling": {"temperature": 0.5},
    "n": 2,
    "max_tokens": 5,
    "max_completion_tokens": 5,
    "n_logprobs": 2,
    "tools": (TOOL,),
    "tool_choice": ToolChoice("required"),
    "parallel_tool_calls": True,
    "tool_stream": True,
    "response_format": ResponseFormat("json_object"),
    "thinking": Thinking(enable=True),
    "template_keywords": {"x": 1},
    "continue_last": True,
    "translation": {"target_lang": "English"},
    "salt": "me",
}
SERVED_HERE = {"model", "messages", "time_limit_s"}  # the last by the responder itself


def test_every_field_of_a_request_has_a_test_here() -> None:
    assert set(ChatRequest.__struct_fields__) == set(WISHES) | SERVED_HERE


@pytest.mark.parametrize(("kind", "field"), list(itertools.product(DIALECTS, WISHES)))
def test_nothing_is_dropped_in_silence(kind: str, field: str) -> None:
    needs_tools = {"tools": (TOOL,)} if field in ("tool_choice", "parallel_tool_calls") else {}
    wish = needs_tools | {field: WISHES[field]}
    messages = (*HI, {"role": "assistant", "content": "He"})
    without = body_of(ChatRequest("m", messages, **needs_tools), "m", dialect(kind))
    try:
        body = body_of(ChatRequest("m", messages, **wish), "m", dialect(kind))
    except InvalidValue as error:
        assert "can't do that" in str(error)
        return
    unasked = kind == "llama.cpp" and field == "continue_last"
    assert body != without or {"tool_stream": "tool_stream", "salt": "salt"}.get(field) in HARMLESS or unasked
