"""A model's answer, as it comes, told apart into text and tool calls."""

import re
from collections.abc import Mapping
from copy import copy
from enum import Enum

from msgspec import Struct

from qwenchat.prompts.call_events import CallEvent, CallName, Ending, begins_tag, merged
from qwenchat.prompts.json_call import CLOSE, OPEN, JsonCall
from qwenchat.prompts.reasoning import Markup
from qwenchat.prompts.rope import Rope, joined
from qwenchat.prompts.xml_call import FUNCTION, XmlCall, opened
from qwenchat.protocol.events import Answer
from qwenchat.protocol.json_data import Json


class Form(Enum):
    """How a family of models writes its calls."""

    HERMES = "one JSON object between tags"
    XML = "a tag for the function and one for each argument, between tags"
    REACT = "lines: Thought, Action, Action Input, Observation"


_MAX_NEWLINES = 8  # so many at most, next to a tag, belong to it
_TAG = re.compile(rf"\n{{0,{_MAX_NEWLINES}}}({OPEN}|{CLOSE}|(?={FUNCTION}))")
_PLAIN = re.compile(r"[^<\n]*")
_GAP = re.compile(r"[\s,\[\]}]+")  # between objects; some models list several calls, or close a brace too many


class _Place(Enum):
    TEXT = "the answer's own words"
    BLOCK = "between the tags, and in no call"
    CALL = "in a call"
    AFTER = "behind a tag, where newlines belong to it"


class CallState(Struct):
    """Where a parse stands."""

    form: Form
    tools: Mapping[str, Json]  # the schemas of the arguments, by function; where empty, nothing is a call
    place: _Place = _Place.TEXT
    call: JsonCall | XmlCall | None = None
    held: str = ""  # what more text will decide; never longer than a few tags
    waiting: Rope = None  # of a block: what may turn out to be no call
    called: bool = False  # the block has held a call already
    _ending: Ending = Ending.OPEN

    @property
    def in_call(self) -> bool:
        """Whether a call has begun and not ended."""
        return self.place is _Place.CALL


def start_calls(form: Form, tools: Mapping[str, Json]) -> CallState:
    """The state before an answer's first word."""
    assert form is not Form.REACT, "ReAct has a parser of its own"
    return CallState(form, tools)


def feed_calls(state: CallState, text: str, ending: Ending = Ending.OPEN) -> tuple[CallState, list[CallEvent]]:
    """The state after `text`, and what can be told of it now; with an `ending`, all that is left.

    A call stands between tags; what stands there and is none is text, without the tags. A missing end tag ends
    with the next tag or the text. Without `tools` tags are left out and everything is text.
    """
    if state.place is _Place.TEXT and not state.held and ending is Ending.OPEN and _PLAIN.fullmatch(text):
        return state, [Answer(text)] if text else []  # nearly every text, so it takes no detour
    state, told = copy(state), list[CallEvent]()  # whoever keeps the old one may go on from there
    state.call, state._ending = copy(state.call), ending
    text, at, done = state.held + text, 0, False
    while not done:
        before = (at, state.place)
        at, done = _STEPS[state.place](state, text, at, told)
        done = done or (at, state.place) == before or (at == len(text) and ending is Ending.OPEN)
    state.held = text[at:]
    if ending is not Ending.OPEN and state.waiting is not None:
        told.append(Answer(joined(state.waiting)))
        state.waiting = None
    return state, merged(told)


def _text(state: CallState, text: str, at: int, told: list[CallEvent]) -> tuple[int, bool]:
    for found in _TAG.finditer(text, at):
        if found[1]:
            told += Answer(text[at : found.start()]), Markup(found[0])
            state.place = _Place.BLOCK if found[1] == OPEN and state.tools else _Place.AFTER
            return found.end(), False
        # A bare `<function=` is a call only of a function there is: people write about tags, too.
        tag = opened(text, found.end(), state._ending) if state.form is Form.XML and state.tools else ("", 0)
        if tag is None:
            told.append(Answer(text[at : found.start()]))
            return found.start(), True
        if tag[0] in state.tools:
            told += Answer(text[at : found.start()]), Markup(found[0])
            _begin_xml(state, tag[0], text[found.end() : tag[1]], told)
            return tag[1], False
    end = _undecided(text, at) if state._ending is Ending.OPEN else len(text)
    told.append(Answer(text[at:end]))
    return end, True


def _after(state: CallState, text: str, at: int, told: list[CallEvent]) -> tuple[int, bool]:
    end = at
    while text.startswith("\n", end):
        end += 1
    told.append(Markup(text[at:end]))
    if end < len(text):
        state.place = _Place.TEXT
    return end, end == len(text)


def _block(state: CallState, text: str, at: int, told: list[CallEvent]) -> tuple[int, bool]:
    if at == len(text):
        return at, True
    gap = _GAP.match(text, at)
    if gap:
        if state.called:
            told.append(Markup(gap[0]))
        else:
            state.waiting = (state.waiting, gap[0])
        return gap.end(), False
    tag = begins_tag(text, at, (OPEN, CLOSE), state._ending)
    if tag is None:
        return at, True
    if tag:
        end = at + len(CLOSE if text.startswith(CLOSE, at) else OPEN)
        told.append(Markup(joined(state.waiting) + text[at:end]))
        state.place = _Place.AFTER if text.startswith(CLOSE, at) else _Place.BLOCK
        state.waiting, state.called = None, False
        return end, False
    return _begin(state, text, at, told)


def _begin(state: CallState, text: str, at: int, told: list[CallEvent]) -> tuple[int, bool]:
    """Whatever stands first between the tags: a call, or words."""
    if state.form is Form.HERMES and text[at] == "{":
        state.call, state.waiting, state.place = JsonCall(state.waiting), None, _Place.CALL
        return at, False
    opens = begins_tag(text, at, (FUNCTION,), state._ending) if state.form is Form.XML else False
    named = opened(text, at, state._ending) if opens else ("", at)
    if opens is None or named is None:
        return at, True
    if named[0]:
        told.append(Markup(joined(state.waiting)))
        _begin_xml(state, named[0], text[at : named[1]], told)
        return named[1], False
    told.append(Answer(joined(state.waiting)))
    state.waiting, state.place = None, _Place.TEXT
    return at, False


def _call(state: CallState, text: str, at: int, told: list[CallEvent]) -> tuple[int, bool]:
    assert state.call is not None
    at, over = state.call.step(text, at, state._ending, told)
    if over:
        state.called, state.call, state.place = True, None, _Place.BLOCK
    return at, not over


def _begin_xml(state: CallState, name: str, source: str, told: list[CallEvent]) -> None:
    told.append(CallName(name, source))
    state.call, state.waiting, state.place = XmlCall(state.tools.get(name)), None, _Place.CALL


def _undecided(text: str, at: int) -> int:
    """Where the end of `text` that may begin a tag, with the newlines before it, starts."""
    end = text.rfind("<", max(at, len(text) - len(CLOSE)))
    if end < 0 or not any(tag.startswith(text[end:]) for tag in (OPEN, CLOSE, FUNCTION)):
        end = len(text)
    first = max(at, end - _MAX_NEWLINES)
    while end > first and text[end - 1] == "\n":
        end -= 1
    return end


_STEPS = {_Place.TEXT: _text, _Place.AFTER: _after, _Place.BLOCK: _block, _Place.CALL: _call}
