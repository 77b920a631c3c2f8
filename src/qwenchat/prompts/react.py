"""Calls in lines, `Action:` and `Action Input:`: how the first Qwen calls, told apart as they come.

A thought becomes reasoning, the final answer the answer. What the model itself would observe is invented, and left out.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from qwenchat.prompts.call_events import CallEvent, CallName, CallText, Ending, merged
from qwenchat.prompts.reasoning import Markup
from qwenchat.prompts.rope import Rope, joined
from qwenchat.protocol.events import Answer, Reasoning

_WORDS = ("Thought", "Action", "Action Input", "Observation", "Final Answer")
_FIRST = re.compile(rf"({'|'.join(_WORDS)}): ?")
_HEAD = re.compile(rf"\n({'|'.join(_WORDS)}): ?")
_HEADS = tuple(f"\n{word}: " for word in _WORDS)


class ReactState(Struct, frozen=True):
    """Where a parse stands."""

    under: str = "Final Answer"  # the word of the last head; a model that keeps to no form just answers
    is_first: bool = True  # nothing has been read, and a head needs no line break before it
    held: str = ""  # what more text will decide
    name: Rope = None  # of the function, as far as it has come
    has_input: bool = False

    @property
    def in_call(self) -> bool:
        """Whether a call has begun and not ended."""
        return self.under == "Action Input"

    @property
    def is_over(self) -> bool:
        """Whether the model waits for a result; what it writes on is none."""
        return self.under == "Observation"


def feed_react(state: ReactState, text: str, ending: Ending = Ending.OPEN) -> tuple[ReactState, list[CallEvent]]:
    """The state after `text`, and what can be told of it now; with an `ending`, all that is left."""
    told: list[CallEvent] = []
    text, at = state.held + text, 0
    while True:
        found = _FIRST.match(text) if state.is_first and at == 0 else None
        found = found or _HEAD.search(text, at)
        # The blank behind a head is the head's, so it is read only when what follows is there.
        if found is None or (found.end() == len(text) and ending is Ending.OPEN):
            break
        state = _take(state, text[at : found.start()], told)
        state = _headed(state, found, told)
        at = found.end()
    end = len(text) if ending is not Ending.OPEN else _undecided(text, at, state.is_first and at == 0)
    state = _take(state, text[at:end], told)
    if ending is not Ending.OPEN:
        state = _closed(state, ending, told)
    return replace(state, held=text[end:]), merged(told)


def _take(state: ReactState, text: str, told: list[CallEvent]) -> ReactState:
    """Text under the last head."""
    if not text:
        return state
    if state.under == "Action":
        return replace(state, is_first=False, name=(state.name, text))
    if state.under == "Action Input":
        told.append(CallText(text, text))
        return replace(state, has_input=state.has_input or not text.isspace())
    told.append(Reasoning(text) if state.under == "Thought" else Markup(text) if state.is_over else Answer(text))
    return replace(state, is_first=False)


def _headed(state: ReactState, found: re.Match[str], told: list[CallEvent]) -> ReactState:
    """A head: what was under the one before is complete. Behind an observation nothing counts."""
    if state.is_over:
        told.append(Markup(found[0]))
        return state
    state = _closed(state, Ending.DONE, told) if found[1] != "Action Input" else _named(state, told)
    told.append(Markup(found[0]))
    return ReactState(found[1] if found[1] != "Action Input" or state.in_call else "Thought", is_first=False)


def _named(state: ReactState, told: list[CallEvent]) -> ReactState:
    """The function's name, complete; without one, what follows is no call."""
    source = joined(state.name)
    name = source.strip()
    told.append(CallName(name, source) if name else Markup(source))
    return ReactState("Action Input" if name else "Thought", is_first=False)


def _closed(state: ReactState, ending: Ending, told: list[CallEvent]) -> ReactState:
    """What is under the last head has ended: a call without arguments has none to give."""
    if state.under == "Action":
        if ending is Ending.CUT:
            told.append(Markup(joined(state.name)))
            return replace(state, name=None)
        state = _named(state, told)
    if state.in_call and not state.has_input and ending is Ending.DONE:
        told.append(CallText("{}", ""))
    return state


def _undecided(text: str, at: int, is_first: bool) -> int:
    """Where the end of `text` that may begin a head starts."""
    if is_first and any(head.startswith("\n" + text) for head in _HEADS):
        return 0
    line = text.rfind("\n", max(at, len(text) - max(map(len, _HEADS))))
    return line if line >= 0 and any(head.startswith(text[line:]) for head in _HEADS) else len(text)
