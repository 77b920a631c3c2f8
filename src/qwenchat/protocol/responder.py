"""The seam between a server and whatever answers: a chat request in, events out."""

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol, TypeAlias, runtime_checkable

from msgspec import Struct

from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.completion_request import CompletionRequest
from qwenchat.protocol.events import Event
from qwenchat.protocol.figure import Figure

ChoiceEvent: TypeAlias = tuple[int, Event]  # which of the n answers, and what came of it


class About(Struct, frozen=True):
    """What a responder can do."""

    context: int  # tokens, the answer included
    thinks: bool
    calls_tools: bool


class Responder(Protocol):
    """A local model, or a service elsewhere."""

    @property
    def about(self) -> About:
        """What it can do."""
        ...

    def stream(self, request: ChatRequest) -> AsyncGenerator[ChoiceEvent]:
        """The answers' events as they come; each answer ends in exactly one Finish.

        Whatever is wrong with the request raises before the first event. Closing the iterator cancels all of them
        and frees what they held.
        """
        ...

    async def close(self) -> None:
        """Give back all it holds: memory, threads, connections. It answers nothing more."""
        ...


@runtime_checkable
class TokenResponder(Responder, Protocol):
    """A responder whose tokens are at hand: a local model."""

    @property
    def progress(self) -> int:
        """A number that grows whenever the model computes anything."""
        ...

    @property
    def broken(self) -> Exception | None:
        """Why it can't answer any more; None as long as it can."""
        ...

    @property
    def figures(self) -> Sequence[Figure]:
        """What it has done so far, to be published."""
        ...

    def complete(self, request: CompletionRequest) -> AsyncGenerator[ChoiceEvent]:
        """The text that goes on from a prompt without any chat, as Answer events; otherwise like `stream`."""
        ...

    def prompt_ids(self, request: ChatRequest) -> list[int]:
        """The ids of a request's prompt, as the model is given them."""
        ...

    def text_ids(self, text: str) -> list[int]:
        """The ids of plain text, in which no special token exists."""
        ...
