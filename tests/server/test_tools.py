"""Tools, thinking and forms over HTTP, by the openai SDK against a real server of the embedded model."""

import json
import random
from typing import Any

import jsonschema
import openai
import pytest

from tests.guides.walks import object_schema
from tests.server.conftest import Server

WEATHER: Any = {
    "type": "function",
    "function": {
        "name": "get_current_weather",
        "description": "Get the current weather",
        "parameters": {"type": "object", "properties": {"location": {"type": "string"}}, "required": ["location"]},
    },
}
QUESTION: Any = {"role": "user", "content": "What is the weather in Beijing?"}
SUM: Any = [{"role": "user", "content": "What is 17 + 23?"}]
BERLIN = {"enum": ["Berlin"]}


def parts_of(stream: Any) -> tuple[str, str, list[dict[str, str]], str]:
    """Thought, answer, calls and finish reason of a stream, added up as clients do."""
    thought, answer, calls, reason = "", "", list[dict[str, str]](), ""
    for chunk in stream:
        for choice in chunk.choices:
            reason = choice.finish_reason or reason
            answer += choice.delta.content or ""
            thought += getattr(choice.delta, "reasoning_content", None) or ""
            for call in choice.delta.tool_calls or []:
                if call.index == len(calls):
                    calls.append({"id": call.id, "name": call.function.name, "arguments": ""})
                else:
                    assert call.id is None
                    assert call.function.name is None
                calls[call.index]["arguments"] += call.function.arguments or ""
    return thought, answer, calls, reason


@pytest.mark.parametrize("streamed", [True, False])
def test_the_weather_round(server: Server, streamed: bool) -> None:
    create = server.openai().chat.completions.create
    how: Any = {"model": "tiny", "tools": [WEATHER], "temperature": 0, "stream": streamed}
    reply = create(messages=[QUESTION], **how)
    if streamed:
        _, content, calls, reason = parts_of(reply)
    else:
        choice = reply.choices[0]
        content, reason = choice.message.content, choice.finish_reason
        made = choice.message.tool_calls
        calls = [{"id": c.id, "name": c.function.name, "arguments": c.function.arguments} for c in made]
    assert (content, reason) == ("", "tool_calls")
    assert [(call["name"], json.loads(call["arguments"])) for call in calls] == [
        ("get_current_weather", {"location": "Beijing"})
    ]
    function = {"name": calls[0]["name"], "arguments": calls[0]["arguments"]}
    turn = {
        "role": "assistant",
        "content": "",
        "tool_calls": [{"id": calls[0]["id"], "type": "function", "function": function}],
    }
    result = {"role": "tool", "tool_call_id": calls[0]["id"], "content": '{"temperature": 21, "condition": "sunny"}'}
    reply = create(messages=[QUESTION, turn, result], **how)
    answer = parts_of(reply)[1] if streamed else reply.choices[0].message.content
    assert "21" in answer


@pytest.mark.parametrize("streamed", [True, False])
@pytest.mark.parametrize("parallel", [True, False])
def test_calls_that_must_come_one_or_several(server: Server, streamed: bool, parallel: bool) -> None:
    function = {
        **WEATHER["function"],
        "parameters": {**WEATHER["function"]["parameters"], "properties": {"location": BERLIN}},
    }
    reply = server.openai().chat.completions.create(
        model="tiny",
        messages=[QUESTION],
        tools=[{"type": "function", "function": function}],
        tool_choice="required",
        parallel_tool_calls=parallel,
        temperature=1.9,
        seed=5,
        max_tokens=200,
        stream=streamed,
    )
    if streamed:
        calls = [(call["name"], call["arguments"]) for call in parts_of(reply)[2]]
    else:
        calls = [(call.function.name, call.function.arguments) for call in reply.choices[0].message.tool_calls]
    assert calls
    assert len(calls) == 1 or parallel
    assert all(json.loads(arguments)["location"] == "Berlin" for _, arguments in calls[:-1])
    assert {name for name, _ in calls} == {"get_current_weather"}


@pytest.mark.parametrize("streamed", [True, False])
@pytest.mark.parametrize(
    ("extra", "thinks"),
    [
        ({}, False),
        ({"enable_thinking": True}, True),
        ({"enable_thinking": True, "thinking_budget": 3}, True),
        ({"enable_thinking": False}, False),
        ({"chat_template_kwargs": {"enable_thinking": True}}, True),
    ],
)
def test_thinking_on_off_and_with_a_budget(server: Server, streamed: bool, extra: Any, thinks: bool) -> None:
    reply = server.openai().chat.completions.create(
        model="tiny", messages=SUM, temperature=0, max_tokens=200, stream=streamed, extra_body=extra
    )
    if streamed:
        thought, answer, _, reason = parts_of(reply)
    else:
        message = reply.choices[0].message
        thought, answer, reason = (
            getattr(message, "reasoning_content", "") or "",
            message.content,
            reply.choices[0].finish_reason,
        )
        details = reply.usage.completion_tokens_details
        assert bool(details and details.reasoning_tokens) == thinks
    assert bool(thought) == thinks
    assert answer
    assert reason == "stop"
    assert "think>" not in answer
    assert ("limited time" in thought) == ("thinking_budget" in extra)


@pytest.mark.parametrize("thinking", [True, False])
def test_answers_by_a_schema(server: Server, thinking: bool) -> None:
    for seed in range(3):
        schema = object_schema(random.Random(seed))
        reply = server.openai().chat.completions.create(
            model="tiny",
            messages=SUM,
            seed=seed,
            response_format={"type": "json_schema", "json_schema": {"name": "x", "strict": True, "schema": schema}},
            extra_body={"enable_thinking": thinking},
        )
        jsonschema.validate(json.loads(reply.choices[0].message.content), schema)


@pytest.mark.parametrize("streamed", [True, False])
@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            {"response_format": {"type": "json_schema", "json_schema": {"name": "x", "strict": True, "schema": {"properties": {"a": {"type": "objekt"}}}}}},
            "properties.a",
        ),
        ({"tools": [{"type": "function", "function": {"name": "f", "strict": True, "parameters": {"not": {}}}}]}, "tools"),
        ({"n": 2, "tools": [WEATHER]}, "n"),
    ],
)  # fmt: skip
def test_bad_schemas_are_refused_before_the_stream_begins(
    server: Server, streamed: bool, body: Any, words: str
) -> None:
    with pytest.raises(openai.BadRequestError, match=words):
        server.openai().chat.completions.create(model="tiny", messages=SUM, stream=streamed, **body)
