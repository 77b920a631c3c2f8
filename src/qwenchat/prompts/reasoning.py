"""A model's text, as it comes, told apart into reasoning and answer."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import Literal, TypeAlias

from msgspec import Struct

from qwenchat.prompts.pieces import Piece, Special
from qwenchat.protocol.events import Answer, Reasoning

OPEN, CLOSE = "<think>", "</think>"


class Markup(Struct, frozen=True):
    """Text that belongs to neither: a tag and the newlines about it. All events' texts in order are the input."""

    text: str


Event: TypeAlias = Reasoning | Answer | Markup


class _Mode(Enum):
    PLAIN = "a model without thoughts: all is answer"
    OPENING = "nothing yet, and a tag would open a thought"
    HEAD = "a thought, before its first word"
    THOUGHT = "within a thought"
    BETWEEN = "after a thought, before the answer's first word"
    ANSWER = "within the answer"


class ReasoningState(Struct, frozen=True):
    """Where a parse stands: what we are within, and what is held back until the next text decides it."""

    mode: _Mode
    n_newlines: int = 0
    partial_tag: str = ""
    calls: bool = False

    @property
    def in_thought(self) -> bool:
        """Whether what comes next belongs to a thought, as far as can be told."""
        return self.mode in (_Mode.HEAD, _Mode.THOUGHT)


def thought_at_end(prompt: Sequence[Piece]) -> Literal["open", "closed"] | None:
    """Whether a prompt ends within an open thought, or just behind one; None for neither.

    Only its tail counts, back to the last special token: tags in earlier turns are closed history. Where the
    tokenizer has no token for the tag, a template's own text at the very end says the same.
    """
    for piece in reversed(prompt):
        if isinstance(piece, Special):
            return _AT_END.get(piece.token)
        if piece is prompt[-1]:
            for tag, state in _AT_END.items():
                if piece.text.rstrip().endswith(tag):
                    return state
    return None


def starts_in_thought(prompt: Sequence[Piece]) -> bool:
    """Whether a prompt ends within an open thought."""
    return thought_at_end(prompt) == "open"


_AT_END: dict[str, Literal["open", "closed"]] = {OPEN: "open", CLOSE: "closed"}


def start(in_thought: bool, thinks: bool = True, calls: bool = False) -> ReasoningState:
    """The state before the model's first word; a model without thoughts (`thinks=False`) has only answers.

    With `calls` a tool call ends a thought, too: some models forget to close it before they call.
    """
    if not thinks:
        return ReasoningState(_Mode.PLAIN)
    return ReasoningState(_Mode.HEAD if in_thought else _Mode.OPENING, calls=calls)


def feed(state: ReasoningState, text: str) -> tuple[ReasoningState, list[Event]]:
    """The state after `text`, and what can be told of it now.

    A thought is opened by the prompt or by a first `<think>` of the model's own, and closed by the first
    `</think>`; without one, all of the rest is reasoning. Newlines next to a tag belong to the tag. A tag that
    comes later, in the answer, is dropped, its surroundings kept: text that merely spells a tag can't be told
    from a token decoded to it, and markup must never show.
    """
    if state.mode is _Mode.PLAIN or (state.mode is _Mode.ANSWER and not state.partial_tag and "<" not in text):
        return state, [Answer(text)] if text else []
    text = state.partial_tag + text
    if state.mode is _Mode.ANSWER and "think>" not in text:
        end = len(text) - _tag_begun(text)
        return ReasoningState(state.mode, 0, text[end:], state.calls), [Answer(text[:end])] if end else []
    n_held = max(_tag_begun(text), _call_begun(text) if state.calls else 0)
    mode: _Mode = state.mode
    n_newlines = state.n_newlines
    events: list[Event] = []
    lexemes = _LEXEME_OR_CALL if state.calls else _LEXEME
    for found in lexemes.finditer(text, 0, len(text) - n_held):
        mode, n_newlines, event = _step(mode, n_newlines, found[0])
        if event is not None:
            events.append(event)
    return ReasoningState(mode, n_newlines, text[len(text) - n_held :], state.calls), _merged(events)


def close(state: ReasoningState) -> list[Event]:
    """What was held back, now that no more text comes."""
    mode, n_newlines = state.mode, state.n_newlines
    events: list[Event] = []
    for found in _LEXEME.finditer(state.partial_tag):
        mode, n_newlines, event = _step(mode, n_newlines, found[0])
        events += [event] if event is not None else []
    if n_newlines:
        newlines = "\n" * n_newlines
        events.append(Reasoning(newlines) if mode is _Mode.THOUGHT else Answer(newlines))
    return _merged(events)


def _step(mode: _Mode, n_newlines: int, lexeme: str) -> tuple[_Mode, int, Event | None]:
    """One lexeme (a tag, newlines, or other text) read: the next mode, newlines held back, an event."""
    held = "\n" * n_newlines + lexeme
    is_tag = lexeme in (OPEN, CLOSE)
    if lexeme[0] == "\n" and mode in (_Mode.OPENING, _Mode.THOUGHT):
        return mode, n_newlines + len(lexeme), None
    if lexeme.startswith(_CALL):
        mode = _Mode.ANSWER  # the call's own parser takes it from here
    if mode is _Mode.THOUGHT:
        return (_Mode.BETWEEN, 0, Markup(held)) if lexeme == CLOSE else (mode, 0, Reasoning(held))
    if mode is _Mode.ANSWER:
        return mode, 0, Markup(held) if is_tag else Answer(held)
    # Before the first word of a thought or an answer:
    if is_tag:
        return _Mode.HEAD if lexeme == OPEN else _Mode.BETWEEN, 0, Markup(held)
    if lexeme[0] == "\n":
        return mode, 0, Markup(held)
    return (_Mode.THOUGHT, 0, Reasoning(held)) if mode is _Mode.HEAD else (_Mode.ANSWER, 0, Answer(held))


# Models write about `<tool_call>` in their thoughts: only with a call behind it is it one.
_CALL, _MAX_GAP = "<tool_call>", 8
_LEXEME = re.compile(r"\n+|</?think>|<|[^\n<]+")
_LEXEME_OR_CALL = re.compile(rf"{_CALL}\s{{0,{_MAX_GAP}}}(?:\{{|<function=)|{_LEXEME.pattern}")


def _tag_begun(text: str) -> int:
    """How many characters at the end of `text` may be the beginning of a tag."""
    at = text.rfind("<", -len(CLOSE) + 1)
    tail = text[at:] if at >= 0 else ""
    return len(tail) if tail and (OPEN.startswith(tail) or CLOSE.startswith(tail)) and tail != OPEN else 0


def _call_begun(text: str) -> int:
    """How many characters at the end of `text` may be the beginning of a call, as far as its first character."""
    at = text.rfind(_CALL, -len(_CALL) - _MAX_GAP - len("<function="))
    if at >= 0:
        gap, rest = re.fullmatch(r"(\s*)(.*)", text[at + len(_CALL) :], re.DOTALL).groups()  # type: ignore[union-attr]
        return len(text) - at if len(gap) <= _MAX_GAP and "<function=".startswith(rest) and rest != "<function=" else 0
    at = text.rfind("<", -len(_CALL) + 1)
    return len(text) - at if at >= 0 and _CALL.startswith(text[at:]) else 0


def _merged(events: list[Event]) -> list[Event]:
    """Neighbours of one kind as one event."""
    merged: list[list[Event]] = []
    for event in events:
        if merged and type(merged[-1][0]) is type(event):
            merged[-1].append(event)
        else:
            merged.append([event])
    return [type(run[0])("".join(event.text for event in run)) for run in merged]
