"""One answer as it is written: its text, why it ended, and how fast it came."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from qwenchat.terminal.page import Page

if TYPE_CHECKING:
    from qwenchat.chat import Event

Ending = Literal["stop", "length", "tool_calls", "stopped"]


class Written(Struct):
    """What came of an answer, so far. Times in seconds from the asking; `ending` "stopped" is Ctrl-C."""

    text: str = ""
    ending: Ending = "stopped"
    n_prompt: int | None = None
    n_generated: int | None = None
    first_s: float | None = None
    last_s: float = 0.0

    @property
    def note(self) -> str | None:
        """What the reader should know about the ending, or None when the answer is whole."""
        if self.ending == "length":
            return f"cut: the length ended the answer after {self.n_generated} tokens (max_new_tokens, or the context)"
        return "stopped" if self.ending == "stopped" else None

    @property
    def stats(self) -> str:
        """Tokens, time to the first of them, and their rate, in a line."""
        if self.first_s is None or self.n_generated is None:
            return f"stopped after {self.last_s:.2f} s"
        parts = [f"{self.n_prompt} tokens in", f"first after {self.first_s:.3f} s", f"{self.n_generated} tokens out"]
        if self.n_generated > 1 and self.last_s > self.first_s:
            parts.append(f"{(self.n_generated - 1) / (self.last_s - self.first_s):.1f} tokens/s")
        return ", ".join(parts)


def write_answer(events: "Iterator[Event]", page: Page, written: Written) -> None:
    """Write the events of an answer on `page` as they come, and keep count in `written`.

    `written` is the caller's, so that an answer interrupted half-way is not lost.
    """
    from qwenchat.chat import Answer, Finish, Reasoning

    began = time.perf_counter()
    try:
        for event in events:
            written.last_s = time.perf_counter() - began
            if isinstance(event, Finish):
                written.ending = event.reason
                written.n_prompt, written.n_generated = event.n_prompt, event.n_generated
                break
            if written.first_s is None:
                written.first_s = written.last_s
            if isinstance(event, Answer):
                written.text += event.text
                page.answer(event.text)
            elif isinstance(event, Reasoning):
                page.thought(event.text)
    finally:
        events.close()  # type: ignore[attr-defined]
        written.last_s = max(written.last_s, written.first_s or time.perf_counter() - began)
