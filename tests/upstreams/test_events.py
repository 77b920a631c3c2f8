"""Chunks in every spelling that services have → the same events."""

from typing import Any

import pytest

from qwenchat.client import ServiceError
from qwenchat.protocol import Answer, CallArguments, CallStart, Finish, Reasoning, TokenChance, Usage
from qwenchat.upstreams.events import EventReader


def chunk(finish: str | None = None, index: int = 0, **delta: object) -> dict[str, Any]:
    return {"choices": [{"index": index, "delta": delta, "finish_reason": finish}], "usage": None}


USAGE = {
    "choices": [],
    "usage": {
        "prompt_tokens": 7,
        "completion_tokens": 5,
        "prompt_tokens_details": {"cached_tokens": 3},
        "completion_tokens_details": {"reasoning_tokens": 2},
    },
}


def events(*chunks: dict[str, Any], n: int = 1, repeats: bool = False) -> list[Any]:
    reader = EventReader(n, repeats)
    return [event for one in chunks for event in reader.push(one)] + list(reader.end())


@pytest.mark.parametrize("name", ["reasoning_content", "reasoning"])
def test_thought_answer_and_end(name: str) -> None:
    said = events(
        chunk(role="assistant", content=None, **{name: ""}),
        chunk(content=None, **{name: "hm"}),
        chunk(content="Hi", **{name: None}),
        chunk("stop", content=""),
        USAGE,
    )
    assert said == [(0, Reasoning("hm")), (0, Answer("Hi")), (0, Finish("stop", Usage(7, 5, 3, 2)))]


def test_calls_in_the_many_ways_services_repeat_ids() -> None:
    said = events(
        chunk(role="assistant", content=None, tool_calls=[{"index": 0, "id": "call_a", "type": "function", "function": {"name": "f", "arguments": ""}}]),
        chunk(tool_calls=[{"index": 0, "id": "", "function": {"arguments": '{"x"'}}]),
        chunk(tool_calls=[{"index": 0, "id": "call_a", "function": {"name": "f", "arguments": ":1}"}}]),
        chunk(tool_calls=[{"index": 1, "id": None, "function": {"name": "g", "arguments": "{}"}}]),
        chunk("tool_calls"),
    )  # fmt: skip
    start, *rest = said
    assert start == (0, CallStart(0, "call_a", "f"))
    assert rest[:2] == [(0, CallArguments(0, '{"x"')), (0, CallArguments(0, ":1}"))]
    _, second = rest[2]
    assert (second.index, second.name, len(second.id)) == (1, "g", len("call_") + 22)
    assert rest[4] == (0, Finish("tool_calls", Usage(0, 0)))


def test_an_id_of_another_kind_is_replaced() -> None:
    call = {"index": 0, "id": "IHCoCClsoU90", "function": {"name": "f", "arguments": "{}"}}
    _, start = events(chunk(tool_calls=[call]), chunk("stop"))[0]
    assert start.id.startswith("call_")
    assert len(start.id) == len("call_") + 22


def test_an_engine_that_ends_a_call_with_stop() -> None:
    call = {"index": 0, "id": "call_c", "function": {"name": "f", "arguments": "{}"}}
    assert events(chunk(tool_calls=[call]), chunk("stop"))[-1] == (0, Finish("tool_calls", Usage(0, 0)))


def test_several_answers_share_one_usage() -> None:
    said = events(chunk(content="a"), chunk(index=1, content="b"), chunk("stop", 1), chunk("length"), USAGE, n=2)
    assert said[2:] == [(0, Finish("length", Usage(7, 5, 3, 2))), (1, Finish("stop", Usage(7, 0)))]


def test_chances() -> None:
    one = {
        "token": "好",
        "bytes": None,
        "logprob": -0.5,
        "top_logprobs": [{"token": "a", "bytes": [97], "logprob": -1}],
    }
    said = chunk(content="好")
    said["choices"][0]["logprobs"] = {"content": [one]}
    chance = TokenChance("好", "好".encode(), -0.5, (TokenChance("a", b"a", -1.0),))
    assert events(said, chunk("stop"))[0] == (0, Answer("好", (chance,)))


def test_a_model_that_repeats_itself() -> None:
    said = events(chunk(content="Good"), chunk(content="Good day"), chunk("stop", content="Good day"), repeats=True)
    assert [event.text for _, event in said[:-1]] == ["Good", " day"]


@pytest.mark.parametrize(
    "pieces", [["He", "llo", " you"], ["Hello you"], ["Hello", " you"], ["", "Hello y", "ou"], [" you"]]
)
def test_the_beginning_of_a_continued_answer_is_taken_off(pieces: list[str]) -> None:
    reader = EventReader(1, echo="Hello")
    said = [
        event.text for piece in pieces for _, event in reader.push(chunk(content=piece)) if isinstance(event, Answer)
    ]
    assert "".join(said) == " you"


@pytest.mark.parametrize(
    ("chunks", "said"),
    [
        ([chunk(content="a")], "answer 0 didn't"),
        ([chunk("content_filter")], "content_filter"),
        ([chunk(index=1, content="a")], "answer 1; 1 were asked for"),
        ([chunk(tool_calls=[{"index": 0, "function": {"arguments": "{"}}])], "without a name"),
        ([{"choices": [{"delta": "text"}]}], "odd form"),
        ([{"choices": ["text"]}], "odd form"),
        ([{"choices": [{"logprobs": {"content": [{}]}}]}], "odd form"),
        ([{"choices": 3}], "odd form"),
        ([chunk(content=["parts"])], "odd form"),
        ([{"usage": {"prompt_tokens": "7"}}], "odd form"),
    ],
)
def test_what_no_stream_may_hold(chunks: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(ServiceError) as caught:
        events(*chunks)
    assert said in str(caught.value)
