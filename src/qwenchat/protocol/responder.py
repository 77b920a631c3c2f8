"""The seam between a server and whatever answers: a chat request in, events out."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.events import Event

ChoiceEvent: TypeAlias = tuple[int, Event]  # which of the n answers, and what came of it


@dataclass(frozen=True, slots=True)
class About:
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

    async def count(self, request: ChatRequest) -> int:
        """The tokens of the request's prompt; 0 where nobody can tell before it is answered."""
        ...
