"""One answer's text, told apart into thought, answer and calls: the parsers together, markup left out."""

import secrets
from collections.abc import Mapping

from qwenchat.prompts.call_events import CallEvent, CallName, CallText, Ending
from qwenchat.prompts.calls import CallState, Form, feed_calls, start_calls
from qwenchat.prompts.react import ReactState, feed_react
from qwenchat.prompts.reasoning import Event as ThoughtEvent
from qwenchat.prompts.reasoning import Markup, close, feed, start
from qwenchat.protocol.events import Answer, CallArguments, CallStart, Event, Reasoning
from qwenchat.protocol.json_data import Json


class AnswerParser:
    """The parse of one answer."""

    __slots__ = ("_calls", "_thought", "n_calls")

    def __init__(self, in_thought: bool, thinks: bool, form: Form | None, tools: Mapping[str, Json]) -> None:
        """`in_thought`: the prompt ends within a thought; `thinks`: the model may open one itself.

        `form`: how the model calls, None for one that can't; `tools`: the argument schemas of the functions it may
        call, by name. With a form but no tools, the tags are left out and nothing is a call.
        """
        self._thought = start(in_thought, thinks, calls=bool(form and tools))
        self._calls: CallState | ReactState | None = None
        if form is Form.REACT:
            # Without tools the model has not been told of the form, and its lines are its own.
            self._calls = ReactState() if tools else None
        elif form is not None:
            self._calls = start_calls(form, tools)
        self.n_calls = 0
        """How many calls have begun."""

    @property
    def in_thought(self) -> bool:
        """Whether what comes next belongs to a thought, as far as can be told."""
        return self._thought.in_thought

    @property
    def in_call(self) -> bool:
        """Whether a call has begun and not ended."""
        return self._calls is not None and self._calls.in_call

    @property
    def is_over(self) -> bool:
        """Whether the model has said all there is to say, and waits for a result."""
        return isinstance(self._calls, ReactState) and self._calls.is_over

    def feed(self, text: str) -> list[Event]:
        """What can be told now: new text of a thought or the answer, calls and their arguments."""
        self._thought, events = feed(self._thought, text)
        return self._told(events)

    def close(self, cut: bool) -> list[Event]:
        """What was held back; `cut`: not the model ended the answer, but its length or a stop word."""
        told = self._told(close(self._thought))
        if self._calls is not None:
            told += self._fed("", Ending.CUT if cut else Ending.DONE)
        return told

    def _told(self, events: list[ThoughtEvent]) -> list[Event]:
        told: list[Event] = []
        for event in events:
            if isinstance(event, Reasoning) or (isinstance(event, Answer) and self._calls is None):
                told.append(event)
            elif self._calls is not None and (isinstance(event, Answer) or self.in_call):
                # In a call, what reads like the tag of a thought is a part of an argument.
                told += self._fed(event.text, Ending.OPEN)
        return told

    def _fed(self, text: str, ending: Ending) -> list[Event]:
        if isinstance(self._calls, ReactState):
            self._calls, events = feed_react(self._calls, text, ending)
        else:
            assert self._calls is not None, "asked for only where there is a form"
            self._calls, events = feed_calls(self._calls, text, ending)
        return self._as_events(events)

    def _as_events(self, events: list[CallEvent]) -> list[Event]:
        told: list[Event] = []
        for event in events:
            if isinstance(event, CallName):
                self.n_calls += 1
                told.append(CallStart(self.n_calls - 1, f"call_{secrets.token_hex(11)}", event.name))
            elif isinstance(event, CallText):
                told += [CallArguments(self.n_calls - 1, event.text)] if event.text else []
            elif not isinstance(event, Markup):
                told.append(event)
        return told
