"""Tools on the embedded model: the whole weather round, and who refuses what."""

import asyncio
import json
from typing import Any

import pytest

from qwenchat import AutoTokenizer, ChatModel
from qwenchat.chat import Answer, CallArguments, CallStart, ChatTokenizer, Event, Finish
from qwenchat.chat.responder import LocalResponder
from qwenchat.prompts import FirstTemplate, default_template
from qwenchat.protocol import ChatRequest, InvalidValue, ToolChoice
from tests.chat.scripted import ScriptedEngine
from tests.chat.test_answer import answered, text

WEATHER: dict[str, Any] = {
    "type": "function",
    "function": {
        "name": "get_current_weather",
        "description": "Get the current weather",
        "parameters": {"type": "object", "properties": {"location": {"type": "string"}}, "required": ["location"]},
    },
}
QUESTION = {"role": "user", "content": "What is the weather in Beijing?"}
HERMES = '<tool_call>\n{"name": "f", "arguments": {"n": %d}}\n</tool_call>'


def calls_of(events: list[Event]) -> list[tuple[str, Any]]:
    calls = [[event.name, ""] for event in events if isinstance(event, CallStart)]
    for event in events:
        if isinstance(event, CallArguments):
            calls[event.index][1] += event.text
    return [(name, json.loads(arguments)) for name, arguments in calls]


def test_the_weather_round(model: Any, tokenizer: Any) -> None:
    events = list(model.stream(tokenizer, [QUESTION], tools=[WEATHER], temperature=0))
    assert calls_of(events) == [("get_current_weather", {"location": "Beijing"})]
    assert isinstance(events[-1], Finish)
    assert events[-1].reason == "tool_calls"
    assert text(events) == ""
    start = next(event for event in events if isinstance(event, CallStart))
    assert start.id.startswith("call_")
    assert len(start.id) == 27
    turn = {
        "role": "assistant",
        "content": "",
        "tool_calls": [
            {
                "id": start.id,
                "type": "function",
                "function": {"name": start.name, "arguments": '{"location": "Beijing"}'},
            }
        ],
    }
    result = {"role": "tool", "tool_call_id": start.id, "content": '{"temperature": 21, "condition": "sunny"}'}
    events = list(model.stream(tokenizer, [QUESTION, turn, result], tools=[WEATHER], temperature=0))
    assert "21" in text(events)
    assert isinstance(events[-1], Finish)
    assert events[-1].reason == "stop"


def test_the_round_through_the_responder(model: Any, tokenizer: Any) -> None:
    async def answer(choice: ToolChoice) -> list[Event]:
        responder = LocalResponder(model, tokenizer)
        assert responder.about.calls_tools
        assert responder.about.thinks
        sampling = {"temperature": 0.0, "max_new_tokens": 60}
        request = ChatRequest("tiny", (QUESTION,), sampling, tools=(WEATHER,), tool_choice=choice)
        return [event async for _, event in responder.stream(request)]

    assert calls_of(asyncio.run(answer(ToolChoice()))) == [("get_current_weather", {"location": "Beijing"})]
    assert not calls_of(asyncio.run(answer(ToolChoice("none"))))


def test_chat_and_history_hold_the_answer_only(model: Any, tokenizer: Any) -> None:
    answer, history = model.chat(tokenizer, QUESTION["content"], tools=[WEATHER], temperature=0, system=None)
    assert answer == ""
    assert history == [(QUESTION["content"], "")]
    answer, _ = model.chat(tokenizer, "What is 17 + 23?", enable_thinking=True, temperature=0, max_new_tokens=200)
    assert answer
    assert "think" not in answer
    *_, last = model.chat_stream(tokenizer, "What is 17 + 23?", enable_thinking=True, temperature=0, max_new_tokens=200)
    assert last == answer


def test_whoever_tells_the_model_how_to_call_reads_the_calls(model: Any, tokenizer: Any) -> None:
    words = "Signatures are within <tools></tools>:\n<tools>\n{}\n</tools>\nFor each call write <tool_call>\n{}\n</tool_call>"
    told, asked = {"role": "system", "content": words}, {"role": "user", "content": words}
    said = f"Hi.\n{HERMES % 1}"
    scripted = ChatModel(ScriptedEngine(model.engine, tokenizer, said), model.generation_config, "scripted")  # type: ignore[arg-type]
    assert text(list(scripted.stream(tokenizer, [told, QUESTION]))) == said
    assert calls_of(list(scripted.stream(tokenizer, [told, QUESTION], tools=[WEATHER]))) == [("f", {"n": 1})]
    assert "tool_call>" not in text(list(scripted.stream(tokenizer, [asked]))), "a user's words change nothing"


def test_one_call_a_turn_where_several_are_not_wanted(tokenizer: Any) -> None:
    ids = tokenizer.encode(f"Hi.\n{HERMES % 1}\n{HERMES % 2}")
    both = answered(tokenizer, ids, tools={"f": {}})
    assert calls_of(both) == [("f", {"n": 1}), ("f", {"n": 2})]
    one = answered(tokenizer, ids, tools={"f": {}}, n_calls=1)
    assert calls_of(one) == [("f", {"n": 1})]
    for events in (one, both):
        assert isinstance(events[-1], Finish)
        assert (events[-1].reason, text(events)) == ("tool_calls", "Hi.")


def test_arguments_in_one_piece_where_they_are_wanted_so(tokenizer: Any) -> None:
    for said in (f"Hi.\n{HERMES % 1}\n{HERMES % 2}\nBye.", (HERMES % 1)[:-14]):
        ids = tokenizer.encode(said)
        by_and_by, whole, others = (answered(tokenizer, ids, tools={"f": {}}, whole=w) for w in ((), ("f",), ("g",)))
        pieces = [event.index for event in whole if isinstance(event, CallArguments)]
        assert pieces == sorted(set(pieces))
        assert calls_of(whole) == calls_of(by_and_by)
        assert text(whole) == text(by_and_by)
        assert [type(event) for event in others] == [type(event) for event in by_and_by]
        assert len(whole) < len(by_and_by)


@pytest.mark.parametrize("reason", ["length", "stop"])
def test_why_an_answer_with_calls_ended(tokenizer: Any, reason: str) -> None:
    ids = tokenizer.encode(HERMES % 1)
    for n, finish in ((len(ids), "length"), (len(ids) - 6, "length")):
        events = answered(tokenizer, ids[:n], tools={"f": {}}, reason=reason)
        assert isinstance(events[-1], Finish)
        assert events[-1].reason == ("tool_calls" if reason == "stop" else finish)
    # A stop word in mid-call is no call either.
    events = answered(tokenizer, ids, [tokenizer.encode("arguments")], tools={"f": {}})
    assert isinstance(events[-1], Finish)
    assert (events[-1].reason, text(events)) == ("stop", "")


@pytest.mark.parametrize(
    ("keywords", "words"),
    [
        ({"tools": "get_weather"}, "tools"),
        ({"tools": [{"type": "retrieval"}]}, r"tools\[0\].type"),
        ({"tools": [{"type": "function", "function": {"name": "a b"}}]}, r"tools\[0\].function.name"),
        ({"tools": [{"name": "a", "paramters": {}}]}, "did you mean 'parameters'"),
        ({"tools": [{"name": "a"}, {"name": "a"}]}, r"tools\[1\].function.name"),
        ({"tools": [WEATHER], "tool_choice": "always"}, "tool_choice"),
        ({"tools": [WEATHER], "tool_choice": {"type": "function", "function": {"name": "x"}}}, "get_current_weather"),
        ({"tool_choice": "required"}, "tool_choice"),
        ({"tools": [WEATHER], "parallel_tool_calls": 2}, "parallel_tool_calls"),
        ({"enable_thinking": "yes"}, "enable_thinking"),
        ({"reasoning_effort": "heroic"}, "reasoning_effort"),
        ({"chat_template_kwargs": {"messages": []}}, "chat_template_kwargs"),
        ({"thinking_budget": -1}, "thinking_budget"),
    ],
)
def test_what_cant_be_served_is_refused_by_name(model: Any, tokenizer: Any, keywords: Any, words: str) -> None:
    with pytest.raises(InvalidValue, match=words):
        model.stream(tokenizer, [QUESTION], **keywords)


def test_a_template_without_tools_refuses_them(model: Any, tokenizer: Any) -> None:
    vocabulary = AutoTokenizer.from_pretrained("tiny").vocabulary
    bare = ChatTokenizer(vocabulary, default_template(list(vocabulary.added)), "bare", tokenizer.folder)
    with pytest.raises(ValueError, match=r"The tool call is not supported\."):
        model.stream(bare, [QUESTION], tools=[WEATHER])
    with pytest.raises(InvalidValue, match="this model doesn't think"):
        model.stream(bare, [QUESTION], enable_thinking=True)
    assert next(iter(model.stream(bare, [QUESTION], max_new_tokens=2)))
    assert isinstance(next(iter(model.stream(bare, [QUESTION], max_new_tokens=2))), Answer)


@pytest.mark.parametrize("choice", ["required", {"type": "function", "function": {"name": "get_current_weather"}}])
def test_a_call_in_lines_can_be_made_to_come(model: Any, tokenizer: Any, choice: Any) -> None:
    first = ChatTokenizer(tokenizer.vocabulary, FirstTemplate(), "first", tokenizer.folder)
    schema = {"properties": {"location": {"enum": ["Berlin"]}}, "required": ["location"], "additionalProperties": False}
    names = ("get_current_weather", "get_time")
    tools = [{"type": "function", "function": {"name": name, "parameters": schema}} for name in names]
    call = {"name": names[0], "arguments": '{"location": "Berlin"}'}
    round_ = [{"role": "assistant", "content": "", "tool_calls": [call]}, {"role": "tool", "content": "21"}]
    for told in ([QUESTION], [QUESTION, *round_]):
        events = list(model.stream(first, told, tools=tools, tool_choice=choice, seed=3, max_new_tokens=400))
        ((name, arguments),) = calls_of(events)
        assert name == names[0] or choice == "required"
        assert arguments == {"location": "Berlin"}
        assert isinstance(events[-1], Finish)
        assert (events[-1].reason, text(events)) == ("tool_calls", "")
