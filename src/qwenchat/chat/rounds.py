"""Rounds of a conversation with tools: ask, run the calls, tell the results, until there is an answer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from qwenchat.chat.functions import call
from qwenchat.protocol.events import Answer, CallArguments, CallStart, Event, Finish, Reasoning

Ask: TypeAlias = Callable[[Sequence[Mapping[str, Any]], bool], Iterator[Event]]


class CallResult(Struct, frozen=True):
    """What a call gave, as the model is told; `failed`: it raised, or there is no such function."""

    id: str
    name: str
    arguments: str
    content: str
    failed: bool = False


def rounds(
    ask: Ask, messages: Sequence[Mapping[str, Any]], functions: Sequence[Callable[..., Any]], max_rounds: int
) -> Iterator[Event | CallResult]:
    """Every event of every round, each round's results behind its Finish; the last Finish is the answer's.

    `ask(messages, may_call)` gives the events of one answer. After `max_rounds` rounds of calls the model is asked
    once more, without tools. Only `functions` run; what they raise is told to the model, and to you in the results.
    """
    told, by_name = list(messages), {function.__name__: function for function in functions}
    for n in range(max_rounds + 1):
        said = _Said()
        for event in ask(told, n < max_rounds):
            said.add(event)
            yield event
        if said.reason != "tool_calls":
            return
        told.append(said.message())
        for id_, name, arguments in said.calls:
            result = _run(by_name, id_, name, arguments)
            yield result
            told.append({"role": "tool", "tool_call_id": id_, "content": result.content})


def _run(functions: Mapping[str, Callable[..., Any]], id_: str, name: str, arguments: str) -> CallResult:
    function = functions.get(name)
    if function is None:
        content = f"Error: there is no function {name!r}; there are: {', '.join(functions)}"
        return CallResult(id_, name, arguments, content, failed=True)
    try:
        return CallResult(id_, name, arguments, call(function, arguments))
    except Exception as error:
        # Whatever it was, the model may do better next time, and the caller sees it.
        return CallResult(id_, name, arguments, f"Error: {type(error).__name__}: {error}", failed=True)


class _Said:
    """One answer, added up."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, str]] = []
        self.reason = ""
        self._texts: dict[type, list[str]] = {Answer: [], Reasoning: []}

    def add(self, event: Event) -> None:
        if isinstance(event, Answer | Reasoning):
            self._texts[type(event)].append(event.text)
        elif isinstance(event, CallStart):
            self.calls.append((event.id, event.name, ""))
        elif isinstance(event, CallArguments):
            id_, name, arguments = self.calls[event.index]
            self.calls[event.index] = id_, name, arguments + event.text
        elif isinstance(event, Finish):
            self.reason = event.reason

    def message(self) -> dict[str, Any]:
        """The assistant's turn, as the next prompt tells it."""
        calls = [
            {"id": id_, "type": "function", "function": {"name": name, "arguments": arguments}}
            for id_, name, arguments in self.calls
        ]
        thought = "".join(self._texts[Reasoning])
        content = "".join(self._texts[Answer])
        message = {"role": "assistant", "content": content, "tool_calls": calls}
        return {**message, "reasoning_content": thought} if thought else message
