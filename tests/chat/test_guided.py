"""Answers held to a form, on the embedded model through the real engine: valid whatever it would rather say."""

import asyncio
import dataclasses
import json
import random
from typing import Any, TypedDict

import jsonschema
import msgspec
import pytest

from qwenchat.chat import CallStart, ChatTokenizer, Event, Finish, Reasoning
from qwenchat.chat.formats import response_format_from
from qwenchat.chat.responder import LocalResponder
from qwenchat.prompts import ChatTemplate
from qwenchat.protocol import ChatRequest, InvalidValue, ResponseFormat, Thinking, ToolChoice
from tests.chat.test_answer import text
from tests.chat.test_tools import QUESTION, WEATHER, calls_of
from tests.guides.walks import random_schema

SUM = [{"role": "user", "content": "What is 17 + 23?"}]
HELLO = [{"role": "user", "content": "Hello!"}]
CUT = "Considering the limited time"


def asked_for(schema: Any) -> dict[str, Any]:
    return {"type": "json_schema", "json_schema": {"name": "x", "schema": schema, "strict": True}}


def reason(events: list[Event]) -> str:
    assert isinstance(events[-1], Finish)
    return events[-1].reason


@pytest.mark.parametrize("start", range(0, 100, 10))
def test_a_hundred_random_schemas(model: Any, tokenizer: Any, start: int) -> None:
    for seed in range(start, start + 10):
        schema = random_schema(random.Random(seed))
        how = {"temperature": 0.9, "seed": seed, "enable_thinking": seed % 2 == 1, "thinking_budget": 8}
        events = list(model.stream(tokenizer, HELLO, response_format=asked_for(schema), **how))
        assert reason(events) == "stop"
        jsonschema.validate(json.loads(text(events)), schema)
        assert bool(text(events, Reasoning)) == (seed % 2 == 1)


@dataclasses.dataclass
class Person:
    name: str
    age: int | None = None


class Struct(msgspec.Struct):
    ok: bool


class Typed(TypedDict):
    level: int


def test_types_are_formats() -> None:
    pydantic = pytest.importorskip("pydantic")
    made = pydantic.create_model("Made", color=(str, ...))
    for given, names in ((Person, {"name", "age"}), (Struct, {"ok"}), (Typed, {"level"}), (made, {"color"})):
        form = response_format_from(given)
        assert (form.kind, form.strict) == ("json_schema", True)
        schema: Any = form.schema
        inner = next(iter(schema["$defs"].values())) if "$ref" in schema else schema
        assert set(inner["properties"]) == names
        assert inner["additionalProperties"] is False
    assert response_format_from(None) == ResponseFormat()
    assert response_format_from("json_object") == ResponseFormat("json_object")


def test_an_answer_of_a_type(model: Any, tokenizer: Any) -> None:
    events = list(model.stream(tokenizer, HELLO, response_format=Struct, temperature=0))
    assert msgspec.json.decode(text(events), type=Struct).ok in (True, False)
    answer, history = model.chat(tokenizer, "Hello!", response_format=Struct, temperature=0)
    assert history == [("Hello!", answer)]
    assert json.loads(answer).keys() == {"ok"}


@pytest.mark.parametrize(
    ("keywords", "place"),
    [
        ({"response_format": "yaml"}, r"response_format\.type"),
        ({"response_format": 7}, "response_format"),
        ({"response_format": {"type": "json_schema"}}, r"response_format\.json_schema"),
        ({"response_format": asked_for({"type": "x"})}, r"response_format\.json_schema\.schema"),
        (
            {
                "tools": [{"name": "f", "parameters": {"properties": {"a": {"type": "objekt"}}}}],
                "tool_choice": "required",
            },
            r"tools\[0\]\.function\.parameters\.properties\.a: ",
        ),
    ],
)
def test_a_bad_form_is_refused_before_anything_runs(model: Any, tokenizer: Any, keywords: Any, place: str) -> None:
    with pytest.raises(InvalidValue, match=place):
        model.stream(tokenizer, HELLO, **keywords)


@pytest.mark.parametrize("thinking", [True, False])
@pytest.mark.parametrize("choice", ["required", "get_current_weather"])
def test_a_call_that_must_come(model: Any, tokenizer: Any, thinking: bool, choice: str) -> None:
    keywords = {"tools": [WEATHER], "tool_choice": choice, "enable_thinking": thinking, "parallel_tool_calls": False}
    events = list(model.stream(tokenizer, HELLO, temperature=0, max_new_tokens=200, **keywords))
    assert [event.name for event in events if isinstance(event, CallStart)] == ["get_current_weather"]
    if reason(events) == "tool_calls":
        jsonschema.validate(calls_of(events)[0][1], WEATHER["function"]["parameters"])
    assert bool(text(events, Reasoning)) == thinking
    assert text(events) == ""


def test_a_named_function_is_the_one_called(model: Any, tokenizer: Any) -> None:
    tools = [
        WEATHER,
        {"name": "now", "parameters": {"type": "object", "properties": {}, "additionalProperties": False}},
    ]
    events = list(model.stream(tokenizer, [QUESTION], tools=tools, tool_choice="now", temperature=0))
    assert calls_of(events) == [("now", {})]
    assert reason(events) == "tool_calls"


def test_strict_tools_call_by_their_schema_and_may_be_left_alone(model: Any, tokenizer: Any) -> None:
    schema = {
        "type": "object",
        "properties": {"place": {"enum": ["Rome", "Bern"]}, "days": {"type": "integer", "minimum": 1, "maximum": 3}},
        "required": ["place", "days"],
        "additionalProperties": False,
    }
    function = {**WEATHER["function"], "parameters": schema, "strict": True}
    tools = [{"type": "function", "function": function}]
    events = list(model.stream(tokenizer, [QUESTION], tools=tools, temperature=0))
    (_, arguments), *_ = calls_of(events)
    jsonschema.validate(arguments, schema)
    greeted = list(model.stream(tokenizer, HELLO, tools=tools, temperature=0))
    assert reason(greeted) == "stop"
    assert text(greeted)


def test_a_budget_cuts_the_thought_and_the_answer_comes(model: Any, tokenizer: Any) -> None:
    def thought(budget: int | None) -> tuple[str, str, Finish]:
        keywords = {"enable_thinking": True, "thinking_budget": budget, "temperature": 0, "max_new_tokens": 300}
        events = list(model.stream(tokenizer, SUM, **keywords))
        assert isinstance(events[-1], Finish)
        return text(events, Reasoning), text(events), events[-1]

    free, answer, finish = thought(None)
    assert answer
    assert 0 < finish.usage.n_reasoning < finish.usage.n_generated
    assert thought(1000)[:2] == (free, answer)
    cut, answer, finish = thought(5)
    kept, words, _ = cut.partition("\n\n" + CUT)
    assert free.startswith(kept)
    assert words
    assert answer
    assert finish.reason == "stop"
    none, answer, finish = thought(0)
    assert none == ""
    assert answer


def test_a_budget_without_a_thought_is_no_budget(model: Any, tokenizer: Any) -> None:
    keywords = {"enable_thinking": False, "temperature": 0}
    one, two = (list(model.stream(tokenizer, SUM, **keywords, **more)) for more in ({}, {"thinking_budget": 1}))
    assert one[:-1] == two[:-1]


def test_an_effort_is_a_budget_where_the_template_knows_none(model: Any, tokenizer: Any) -> None:
    events = list(model.stream(tokenizer, SUM, reasoning_effort="low", temperature=0, max_new_tokens=200))
    assert text(events, Reasoning)
    events = list(model.stream(tokenizer, SUM, reasoning_effort="none", temperature=0, max_new_tokens=200))
    assert not text(events, Reasoning)


@pytest.mark.parametrize(
    ("keywords", "thinks"),
    [
        ({}, False),
        ({"enable_thinking": True}, True),
        ({"chat_template_kwargs": {"enable_thinking": True}}, True),
        ({"reasoning_effort": "medium"}, True),
        ({"enable_thinking": False, "chat_template_kwargs": {"enable_thinking": True}}, False),
        ({"enable_thinking": False, "reasoning_effort": "high"}, False),
        ({"switch": "/think"}, True),
        ({"switch": "/no_think", "enable_thinking": True}, True),
        ({"switch": "/think", "reasoning_effort": "none"}, False),
        ({"switch": "/think /no_think"}, False),
    ],
)
def test_which_switch_wins(model: Any, tokenizer: Any, keywords: dict[str, Any], thinks: bool) -> None:
    switch = keywords.get("switch", "")
    others = {name: value for name, value in keywords.items() if name != "switch"}
    messages = [{"role": "user", "content": f"{SUM[0]['content']} {switch}".strip()}]
    events = list(model.stream(tokenizer, messages, temperature=0, max_new_tokens=8, **others))
    assert bool(text(events, Reasoning)) == thinks


def test_guides_through_the_responder(model: Any, tokenizer: Any) -> None:
    async def answers() -> list[Event]:
        sampling = {"temperature": 0.0, "max_new_tokens": 200}
        request = ChatRequest(
            "tiny",
            (QUESTION,),
            sampling,
            n=2,
            tools=(WEATHER,),
            tool_choice=ToolChoice("required"),
            thinking=Thinking(True, budget=4),
        )
        told: list[list[Event]] = [[], []]
        async for i, event in LocalResponder(model, tokenizer).stream(request):
            told[i].append(event)
        assert [calls_of(events) for events in told] == [calls_of(told[0])] * 2
        return told[0]

    events = asyncio.run(answers())
    assert CUT in text(events, Reasoning)
    assert calls_of(events)


def told(model: Any, tokenizer: Any, request: ChatRequest) -> list[Event]:
    async def events() -> list[Event]:
        return [event async for _, event in LocalResponder(model, tokenizer).stream(request)]

    return asyncio.run(events())


def test_which_tokens_a_limit_counts_is_the_models_row_to_say(model: Any, tokenizer: Any) -> None:
    def finish(name: str, **limits: int) -> Finish:
        request = ChatRequest(name, tuple(SUM), {"temperature": 0.0}, thinking=Thinking(True), **limits)
        last = told(model, tokenizer, request)[-1]
        assert isinstance(last, Finish)
        assert last.reason == "length"
        return last

    counts_answer, counts_all = finish("qwen3-8b", max_tokens=3), finish("no-such-row", max_tokens=3)
    assert counts_answer.usage.n_reasoning > 3
    assert counts_answer.n_generated == counts_answer.usage.n_reasoning + 3
    assert counts_all.n_generated == 3
    assert finish("qwen3-8b", max_completion_tokens=5).n_generated == 5
    assert finish("qwen3-8b", max_tokens=3, max_completion_tokens=5).n_generated == 5


@pytest.mark.parametrize(("name", "thinks"), [("qwen3-8b", True), ("qwen-plus", False), ("no-such-row", False)])
def test_whether_a_model_thinks_unasked_is_its_rows_to_say(model: Any, tokenizer: Any, name: str, thinks: bool) -> None:
    # The embedded model's own template thinks only when told to.
    events = told(model, tokenizer, ChatRequest(name, tuple(SUM), {"temperature": 0.0, "max_new_tokens": 8}))
    assert bool(text(events, Reasoning)) == thinks


TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n"
    "{% if preserve_thinking and m.reasoning_content %}<think>{{ m.reasoning_content }}</think>{% endif %}"
    "{{ m.content }}<|im_end|>\n{% endfor %}<|im_start|>assistant\n"
)


@pytest.mark.parametrize(
    ("name", "said", "stays"),
    [
        ("qwen3.8-max", None, True),
        ("Qwen/Qwen3.8-2.4T-A95B", None, True),  # which always thinks
        ("qwen3.8-max", False, False),
        ("qwen3.6-plus", None, False),
        ("qwen3.6-plus", True, True),
        ("no-such-row", None, False),
    ],
)
def test_whether_past_thoughts_stay_is_its_rows_to_say(
    model: Any, tokenizer: Any, name: str, said: bool | None, stays: bool
) -> None:
    vocabulary = tokenizer.vocabulary
    keeping = ChatTokenizer(vocabulary, ChatTemplate(TEMPLATE, list(vocabulary.added)), "keeping", tokenizer.folder)
    turn = {"role": "assistant", "content": "40.", "reasoning_content": "17 and 23"}
    request = ChatRequest(name, (*SUM, turn, *HELLO), thinking=Thinking(preserve=said))
    prompt = keeping.decode(LocalResponder(model, keeping).prompt_ids(request))
    assert ("17 and 23" in prompt) == stays
