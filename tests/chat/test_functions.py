"""Python functions as tools: their schemas, the calls, and the rounds until there is an answer."""

import dataclasses
import json
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal

import pytest

from qwenchat.chat import Answer, CallArguments, CallStart, Event, Finish
from qwenchat.chat.functions import call, tool_from
from qwenchat.chat.rounds import CallResult, rounds
from qwenchat.protocol import InvalidValue, Usage
from tests.chat.test_answer import text


@dataclasses.dataclass
class Place:
    city: str
    country: str | None = None


def get_current_weather(location: str, unit: Literal["c", "f"] = "c", days: int = 1) -> dict[str, Any]:
    """Get the current weather.

    In more words.

    Args:
        location (str): Which city,
            or village.
        unit: Of the temperature.

    Returns:
        days: not an argument.
    """
    return {"temperature": 21, "condition": "sunny", "where": location, "unit": unit, "days": days}


def visit(place: Place, note: Annotated[str, "What to say"]) -> str:
    """Go there.

    :param place: Where to.
    """
    return f"{note} to {place.city}"


def fail() -> None:
    """Fail."""
    raise RuntimeError("out of order")


def test_a_function_describes_itself() -> None:
    tool: Any = tool_from(get_current_weather)["function"]
    assert tool["name"] == "get_current_weather"
    assert tool["description"] == "Get the current weather.\n\nIn more words."
    parameters = tool["parameters"]
    assert parameters["required"] == ["location"]
    assert parameters["additionalProperties"] is False
    location, unit, days = parameters["properties"].values()
    assert location == {"type": "string", "description": "Which city, or village."}
    assert unit == {"enum": ["c", "f"], "description": "Of the temperature."}
    assert days["type"] == "integer"
    tool = tool_from(visit)["function"]
    assert tool["description"] == "Go there."
    properties = tool["parameters"]["properties"]
    assert properties["note"]["description"] == "What to say"
    assert properties["place"]["description"] == "Where to."
    assert tool["parameters"]["$defs"]["Place"]["required"] == ["city"]


def untyped(a):  # type: ignore[no-untyped-def]
    return a


def many(*args: int) -> int:
    return len(args)


def odd(value: object) -> object:
    return value


def complicated(value: complex) -> complex:
    return value


@pytest.mark.parametrize(
    ("function", "words"),
    [(untyped, r"tools\.untyped\.a"), (many, r"tools\.many\.args"), (complicated, r"tools\.complicated")],
)
def test_a_function_that_cant_be_described_is_refused_by_name(
    function: Any, words: str, model: Any, tokenizer: Any
) -> None:
    with pytest.raises(InvalidValue, match=words):
        tool_from(function)
    with pytest.raises(InvalidValue, match=words):
        model.stream(tokenizer, [{"role": "user", "content": "Hi"}], tools=[function])


def test_a_call_is_typed_and_its_result_is_text() -> None:
    assert json.loads(call(get_current_weather, '{"location": "Bern", "days": 2}'))["days"] == 2
    assert call(visit, '{"place": {"city": "Bern"}, "note": "Off"}') == "Off to Bern"
    for arguments, words in (
        ('{"location": 3}', "location"),
        ('{"location": "Bern", "unit": "k"}', "unit"),
        ('{"location": "Bern", "__class__": 1}', "no argument is called '__class__'"),
        ("{}", "location"),
        ("[1]", "object"),
        ('{"location": "Be', "truncated"),
    ):
        with pytest.raises((ValueError, TypeError), match=words):
            call(get_current_weather, arguments)


def scripted(*answers: list[Event]) -> tuple[Any, list[tuple[Any, bool]]]:
    """An `ask` that gives one answer after the other, and what it was asked."""
    asked: list[tuple[Any, bool]] = []

    def ask(messages: Sequence[Any], may_call: bool) -> Iterator[Event]:
        asked.append((list(messages), may_call))
        return iter(answers[len(asked) - 1])

    return ask, asked


def calling(name: str, arguments: str, reason: Any = "tool_calls") -> list[Event]:
    return [CallStart(0, "call_1", name), CallArguments(0, arguments), Finish(reason, Usage(1, 1))]


HI = [{"role": "user", "content": "Hi"}]
DONE: list[Event] = [Answer("Done."), Finish("stop", Usage(1, 1))]


def test_rounds_end_with_an_answer_and_show_every_step() -> None:
    ask, asked = scripted(calling("visit", '{"place": {"city": "Bern"}, "note": "Off"}'), DONE)
    events = list(rounds(ask, HI, [visit], 4))
    assert [event for event in events if isinstance(event, CallResult)] == [
        CallResult("call_1", "visit", '{"place": {"city": "Bern"}, "note": "Off"}', "Off to Bern")
    ]
    assert events[-2:] == DONE
    assert [message["role"] for message in asked[1][0]] == ["user", "assistant", "tool"]
    assert HI == [{"role": "user", "content": "Hi"}]


def test_what_goes_wrong_is_told_and_nothing_invented_runs() -> None:
    bad = [
        ("fail", "{}", "RuntimeError: out of order"),
        ("eval", "{}", "no function 'eval'"),
        ("fail", '{"a": 1}', "no argument"),
    ]
    for name, arguments, words in bad:
        ask, asked = scripted(calling(name, arguments), DONE)
        result = next(event for event in rounds(ask, HI, [fail], 4) if isinstance(event, CallResult))
        assert result.failed
        assert words in result.content
    # A call that was cut is no call.
    ask, asked = scripted(calling("fail", '{"a', reason="length"))
    assert not any(isinstance(event, CallResult) for event in rounds(ask, HI, [fail], 4))
    assert len(asked) == 1


def test_rounds_are_bounded() -> None:
    ask, asked = scripted(*[calling("fail", "{}")] * 3, DONE)
    assert list(rounds(ask, HI, [fail], 3))[-2:] == DONE
    assert [may_call for _, may_call in asked] == [True, True, True, False]


def test_the_weather_with_a_function(model: Any, tokenizer: Any) -> None:
    question = [{"role": "user", "content": "What is the weather in Beijing?"}]
    events = list(model.run(tokenizer, question, [get_weather], temperature=0))
    (result,) = [event for event in events if isinstance(event, CallResult)]
    assert (result.name, result.failed) == ("get_weather", False)
    last = events[events.index(result) + 1 :]
    assert "21" in text(last)
    assert isinstance(last[-1], Finish)


def get_weather(location: str) -> dict[str, Any]:
    """Get the current weather."""
    return {"temperature": 21, "condition": "sunny"}
