"""What a call parser makes of a model's text; `source` (or `text`) of all events in order is that text."""

from collections.abc import Collection
from enum import Enum
from typing import TypeAlias

from msgspec import Struct

from qwenchat.prompts.reasoning import Markup
from qwenchat.protocol.events import Answer, Reasoning


class CallName(Struct, frozen=True):
    """A call begins: the function's name."""

    name: str
    source: str


class CallText(Struct, frozen=True):
    """More of the JSON text of the arguments of the call that began last."""

    text: str
    source: str


CallEvent: TypeAlias = Answer | Reasoning | Markup | CallName | CallText


class Ending(Enum):
    """Whether more text may come, and if not, why."""

    OPEN = "more may come"
    DONE = "the model ended its turn"
    CUT = "something else ended it: the length, a stop word"


_MAX_TAG = 16  # characters, and more than any tag has


def begins_tag(text: str, at: int, tags: Collection[str], ending: Ending) -> bool | None:
    """Whether one of `tags`, all with a `<`, stands at `at`; None while only more text can tell."""
    if at < len(text) and text[at] != "<":
        return False  # nearly everywhere, so it takes no detour
    if text.startswith(tuple(tags), at):
        return True
    rest = text[at : at + _MAX_TAG]
    return None if ending is Ending.OPEN and any(tag.startswith(rest) for tag in tags) else False


def merged(events: list[CallEvent]) -> list[CallEvent]:
    """Neighbours of one kind as one event; what says nothing is left out."""
    runs: list[list[CallEvent]] = []
    for event in events:
        if not isinstance(event, CallName | CallText) and not event.text:
            continue
        if runs and type(runs[-1][0]) is type(event) and not isinstance(event, CallName):
            runs[-1].append(event)
        else:
            runs.append([event])
    return [run[0] if len(run) == 1 else _one(run) for run in runs]


def _one(run: list[CallEvent]) -> CallEvent:
    text = "".join(event.text for event in run if not isinstance(event, CallName))
    first = run[0]
    if isinstance(first, CallText):
        return CallText(text, "".join(event.source for event in run if isinstance(event, CallText)))
    assert not isinstance(first, CallName)
    return type(first)(text)
