"""The state of a conversation: its turns, its system text, and how the next answer is made."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from qwenchat.terminal.answer import Ending
from qwenchat.terminal.wishes import Wishes


class Turn(Struct, frozen=True):
    """One exchange. An answer that was stopped or cut is kept as far as it came, and `ending` says so."""

    user: str
    assistant: str
    ending: Ending = "stop"


class Talk(Struct):
    """A conversation with `model`. `defaults` are the model's own generation parameters."""

    model: str
    defaults: Mapping[str, Any]
    system: str | None
    think: bool | None
    stats: bool
    parameters: dict[str, int | float] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    file: Path | None = None  # where it was last saved to or loaded from

    @classmethod
    def begin(cls, model: str, defaults: Mapping[str, Any], wishes: Wishes) -> "Talk":
        """A conversation with nothing said yet."""
        return cls(model, defaults, wishes.system, wishes.think, wishes.stats, dict(wishes.parameters))

    def messages(self, question: str) -> list[dict[str, str]]:
        """The conversation so far and the next question, as the model gets them."""
        messages = [] if self.system is None else [{"role": "system", "content": self.system}]
        for turn in self.turns:
            messages.append({"role": "user", "content": turn.user})
            messages.append({"role": "assistant", "content": turn.assistant})
        return [*messages, {"role": "user", "content": question}]
