"""Chunks of a service's stream → the events of its answers."""

import secrets
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from msgspec import Struct, field

from qwenchat.client.errors import ServiceError
from qwenchat.client.whole import Increments, thought_of
from qwenchat.protocol.events import (
    Answer,
    CallArguments,
    CallStart,
    Event,
    Finish,
    FinishReason,
    Reasoning,
    TokenChance,
    Usage,
)
from qwenchat.protocol.responder import ChoiceEvent

_ENDS: Mapping[str, FinishReason] = {reason: reason for reason in get_args(FinishReason)} | {
    "function_call": "tool_calls"
}


class _Choice(Struct):
    increments: Increments
    echo: str  # of what the answer goes on from, still to be taken off
    reason: FinishReason | None = None
    behind_thought: bool = False  # and before the answer's first words
    calls: set[int] = field(default_factory=set)


class EventReader:
    """Reads a stream's chunks; a pure state machine.

    `repeats` is for models that say everything again each time; `echo` is the text that every answer begins with
    although it was in the request.
    """

    def __init__(self, n: int, repeats: bool = False, echo: str = "") -> None:
        self._choices = [_Choice(Increments(repeats), echo) for _ in range(n)]
        self._usage = Usage(0, 0)

    def push(self, chunk: Mapping[str, Any]) -> list[ChoiceEvent]:
        """What `chunk` adds. Raises `ServiceError` for what no OpenAI-style stream may hold."""
        try:
            return list(self._read(chunk))
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise ServiceError(f"a chunk of an odd form ({error}): {str(chunk)[:200]}") from None

    def _read(self, chunk: Mapping[str, Any]) -> Iterator[ChoiceEvent]:
        if usage := chunk.get("usage"):
            self._usage = _usage(usage)
        for said in chunk.get("choices") or ():
            index = said.get("index") or 0
            if index >= len(self._choices):
                raise ServiceError(f"the service sends answer {index}; {len(self._choices)} were asked for")
            for event in self._events(self._choices[index], said):
                yield index, event

    def end(self) -> Iterator[ChoiceEvent]:
        """The end of each answer, once the stream is over: only then the usage is known."""
        for index, choice in enumerate(self._choices):
            if choice.reason is None:
                raise ServiceError(f"the stream ended, but answer {index} didn't")
            # What all of them took is told in one sum; the first answer bears it.
            usage = self._usage if index == 0 else Usage(self._usage.n_prompt, 0)
            reason = "tool_calls" if choice.calls and choice.reason == "stop" else choice.reason
            yield index, Finish(reason, usage)

    def cut(self) -> Iterator[ChoiceEvent]:
        """The end of each answer where time is over."""
        for choice in self._choices:
            choice.reason = choice.reason or "length"
        return self.end()

    def _events(self, choice: _Choice, said: Mapping[str, Any]) -> Iterator[Event]:
        delta = said.get("delta") or {}
        chances = tuple(_chance(one) for one in (said.get("logprobs") or {}).get("content") or ())
        if thought := _text(thought_of(delta)):
            choice.behind_thought = True
            yield Reasoning(thought, chances)
        text = _without_echo(choice, choice.increments.new(_text(delta.get("content"))))
        if choice.behind_thought and text:
            text = text.lstrip("\n")  # the template's; vLLM leaves them
            choice.behind_thought = not text
        if text:
            yield Answer(text, () if thought else chances)
        for call in delta.get("tool_calls") or ():
            yield from _call(choice, call)
        if reason := said.get("finish_reason"):
            if reason not in _ENDS:
                raise ServiceError(f"the service ended the answer: {reason}")
            choice.reason = _ENDS[reason]


def _without_echo(choice: _Choice, text: str) -> str:
    if not choice.echo:
        return text
    if choice.echo.startswith(text):
        choice.echo = choice.echo[len(text) :]
        return ""
    echo, choice.echo = choice.echo, ""
    return text.removeprefix(echo)


def _call(choice: _Choice, said: Mapping[str, Any]) -> Iterator[Event]:
    index, function = said.get("index") or 0, said.get("function") or {}
    if index not in choice.calls:
        name = _text(function.get("name"))
        if not name:
            raise ServiceError(f"tool call {index} begins without a name")
        choice.calls.add(index)
        yield CallStart(index, _id(_text(said.get("id"))), name)
    if arguments := _text(function.get("arguments")):
        yield CallArguments(index, arguments)


def _id(theirs: str) -> str:
    # It is only ever handed back, with its result; so one that clients wouldn't know as such may as well be ours.
    return theirs if theirs.startswith("call_") else f"call_{secrets.token_hex(11)}"


def _chance(said: Mapping[str, Any]) -> TokenChance:
    token, raw = said["token"], said.get("bytes")
    top = tuple(_chance(rival) for rival in said.get("top_logprobs") or ())
    return TokenChance(token, token.encode() if raw is None else bytes(raw), float(said["logprob"]), top)


def _usage(said: Mapping[str, Any]) -> Usage:
    def detail(of: str, name: str) -> int:
        return _count((said.get(of) or {}).get(name))

    return Usage(
        _count(said.get("prompt_tokens")),
        _count(said.get("completion_tokens")),
        detail("prompt_tokens_details", "cached_tokens"),
        detail("completion_tokens_details", "reasoning_tokens"),
    )


def _text(value: Any) -> str:
    if value is not None and not isinstance(value, str):
        raise TypeError("text is no string")
    return value or ""


def _count(value: Any) -> int:
    if value is not None and not isinstance(value, int):
        raise TypeError("a count is no integer")
    return value or 0
