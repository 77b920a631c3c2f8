"""From events to replies: a whole answer added up, or a chunk for each event."""

import time
from collections import defaultdict

from msgspec import UNSET, Struct, field

from qwenchat.protocol.events import Answer, CallArguments, CallStart, Event, Finish, Reasoning, TokenChance, Usage
from qwenchat.protocol.wire.replies import (
    Call,
    Choice,
    Chunk,
    ChunkChoice,
    Function,
    Reply,
    Said,
    encode,
    logprobs_reply,
    usage_reply,
)
from qwenchat.protocol.wire.sse import DONE, frame


class Told(Struct):
    """What has been told of one answer so far."""

    thought: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    chances: list[TokenChance] = field(default_factory=list)
    finish: Finish | None = None

    def add(self, event: Event) -> None:
        """One more event."""
        match event:
            case Reasoning(text):
                self.thought.append(text)
            case Answer(text, chances):
                self.text.append(text)
                self.chances += chances
            case CallStart(index, id_, name):
                self.calls.append(Call(index, Function("", name), id_, "function"))
            case CallArguments(index, text):
                call = next((call for call in self.calls if call.index == index), None)
                if call is None:  # its beginning was told and forgotten
                    self.calls.append(Call(index, Function(text)))
                else:
                    call.function.arguments += text
            case Finish():
                self.finish = event

    def forget(self) -> None:
        """Keep nothing of what was told: the next events are news."""
        self.thought.clear()
        self.text.clear()
        self.calls.clear()
        self.chances.clear()

    def choice(self, index: int, wants_logprobs: bool) -> Choice:
        """The answer as a reply tells it."""
        assert self.finish is not None, "a responder ends each answer in a Finish"
        message = Said(
            "".join(self.text),
            "assistant",
            "".join(self.thought) if self.thought else UNSET,
            self.calls or UNSET,
        )
        logprobs = logprobs_reply(self.chances) if wants_logprobs else None
        return Choice(index, message, self.finish.reason, logprobs)


class WholeAnswer:
    """The reply that isn't streamed: the streamed one added up."""

    def __init__(self, request_id: str, model: str, n: int, wants_logprobs: bool) -> None:
        self._head = f"chatcmpl-{request_id}", int(time.time()), model
        self._wants_logprobs = wants_logprobs
        self.told = [Told() for _ in range(n)]

    def add(self, choice: int, event: Event) -> None:
        """One more event of one of the answers."""
        self.told[choice].add(event)

    def reply(self) -> bytes:
        """The reply's JSON, once every answer has ended."""
        choices = [told.choice(i, self._wants_logprobs) for i, told in enumerate(self.told)]
        usages = [told.finish.usage for told in self.told if told.finish]
        return encode(Reply(*self._head, choices, usage_reply(usages)))


class Chunks:
    """A stream's frames: each event's as soon as it is there, and nothing kept back."""

    def __init__(
        self, request_id: str, model: str, *, wants_logprobs: bool, include_usage: bool, repeats: bool = False
    ) -> None:
        """`repeats`: each chunk tells the whole answer so far, as clients of the larger qwen-mt models expect."""
        self._head = f"chatcmpl-{request_id}", int(time.time()), model
        self._wants_logprobs = wants_logprobs
        self._include_usage = include_usage
        self._begun: set[int] = set()
        self._thought: set[int] = set()
        self._usages: list[Usage] = []
        self._repeats = repeats
        self._so_far: defaultdict[int, str] = defaultdict(str)

    def frames(self, choice: int, event: Event) -> bytes:
        """The frames that tell of one event."""
        said = b"" if choice in self._begun else self._beginning(choice, event)
        match event:
            case Reasoning(text):
                return said + self._frame(choice, Said(None, reasoning_content=text))
            case Answer(text, chances):
                if self._repeats:
                    text = self._so_far[choice] = self._so_far[choice] + text
                delta = Said(text, reasoning_content=None if choice in self._thought else UNSET)
                return said + self._frame(choice, delta, chances=chances)
            case CallStart(index, id_, name):
                call = Call(index, Function("", name), id_, "function")
                return said + self._frame(choice, Said(tool_calls=[call]))
            case CallArguments(index, text):
                return said + self._frame(choice, Said(tool_calls=[Call(index, Function(text))]))
            case Finish(reason, usage):
                self._usages.append(usage)
                delta = Said("", reasoning_content=None if choice in self._thought else UNSET)
                return said + self._frame(choice, delta, reason)

    def end(self) -> bytes:
        """The last frames: the usage, where it was asked for, and the mark of the end."""
        if not self._include_usage:
            return DONE
        return frame(encode(Chunk(*self._head, [], usage_reply(self._usages)))) + DONE

    def _beginning(self, choice: int, event: Event) -> bytes:
        """The frame with the role, the only one that has it."""
        self._begun.add(choice)
        if isinstance(event, Reasoning):
            self._thought.add(choice)
            return self._frame(choice, Said(None, "assistant", ""))
        return self._frame(choice, Said("", "assistant"))

    def _frame(
        self, choice: int, delta: Said, reason: str | None = None, chances: tuple[TokenChance, ...] = ()
    ) -> bytes:
        logprobs = logprobs_reply(chances) if self._wants_logprobs and chances else None
        return frame(encode(Chunk(*self._head, [ChunkChoice(choice, delta, reason, logprobs)])))
