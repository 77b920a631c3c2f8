"""What an answer is made of, in the order it comes: thought, answer, tool calls, and one end."""

from typing import Literal, TypeAlias

from msgspec import Struct

FinishReason = Literal["stop", "length", "tool_calls"]


class TokenChance(Struct, frozen=True):
    """One token of an answer: its text, its bytes, the natural logarithm of its probability, and its rivals."""

    token: str
    bytes: bytes
    logprob: float
    top: tuple["TokenChance", ...] = ()


class Reasoning(Struct, frozen=True):
    """Text of the model's thought: new characters only."""

    text: str
    chances: tuple[TokenChance, ...] = ()


class Answer(Struct, frozen=True):
    """Text of the answer: new characters only."""

    text: str
    chances: tuple[TokenChance, ...] = ()


class CallStart(Struct, frozen=True):
    """The model begins to call a function; `index` counts the calls of one answer from 0."""

    index: int
    id: str
    name: str


class CallArguments(Struct, frozen=True):
    """More of the JSON text of a call's arguments; all of them together are the whole object."""

    index: int
    text: str


class Usage(Struct, frozen=True):
    """What an answer took, in tokens; `n_generated` includes `n_reasoning`, `n_prompt` includes `n_cached`."""

    n_prompt: int
    n_generated: int
    n_cached: int = 0
    n_reasoning: int = 0


class Finish(Struct, frozen=True):
    """The last event of an answer: why it ended, and what it took."""

    reason: FinishReason
    usage: Usage

    @property
    def n_prompt(self) -> int:
        """Tokens of the prompt."""
        return self.usage.n_prompt

    @property
    def n_generated(self) -> int:
        """Tokens the model wrote, markup and thought included."""
        return self.usage.n_generated


Event: TypeAlias = Reasoning | Answer | CallStart | CallArguments | Finish
