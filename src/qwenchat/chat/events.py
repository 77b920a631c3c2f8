"""What an answer is made of, and the warnings that nothing was cut or dropped in silence."""

from dataclasses import dataclass
from typing import Literal

from qwenchat.prompts import Answer, Reasoning


@dataclass(frozen=True, slots=True)
class Finish:
    """The last event: why the answer ended, and the counts in tokens."""

    reason: Literal["stop", "length"]
    n_prompt: int
    n_generated: int


Event = Reasoning | Answer | Finish


class QwenChatWarning(UserWarning):
    """Something a caller of `chat` would want to know, and that its return value can't say."""


class AnswerCut(QwenChatWarning):
    """The answer ended because its length was reached, not because the model was done."""


class TurnsDropped(QwenChatWarning):
    """Old turns fell out of `max_window_size` and were not sent."""
