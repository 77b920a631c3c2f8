"""A call as one JSON object, `{"name": …, "arguments": …}`: how Qwen2.5, QwQ, Qwen3 and Qwen3-Next call.

The arguments are told as they come and as they are, only with control characters in strings escaped, as JSON
wants them. Nothing is repaired that needs a guess: arguments that are no JSON are told all the same, and whoever
reads them finds out.
"""

import json
import re
from json.encoder import encode_basestring  # `dumps`, without making an encoder for every text
from typing import Literal, TypeAlias

from msgspec import Struct

from qwenchat.prompts.call_events import CallEvent, CallName, CallText, Ending, begins_tag
from qwenchat.prompts.reasoning import Markup
from qwenchat.prompts.rope import Rope, joined
from qwenchat.protocol.events import Answer

OPEN, CLOSE = "<tool_call>", "</tool_call>"

_TAG = re.compile(f"({OPEN}|{CLOSE})")
# A tag, as far as its first letters or the end of the text tell; any other "<" is like every character. Both patterns
# have it in their one group, with the newline before it inside a string: no JSON string holds a raw newline, so a tag
# behind one is no part of an unclosed string.
_MAY_BE_TAG = r"</?(?:to|t?\Z)"
_OUTSIDE = re.compile(rf'\s+|(?:[^\s{{}}\[\],:"<]++|(?!{_MAY_BE_TAG})<)++|[{{}}\[\],:"]|(<)')
_INSIDE = re.compile(rf'[^"\\\x00-\x1f]+|\\.?|"|(?:(?!\n(?:{_MAY_BE_TAG}|\Z))[\x00-\x1f])++|(\n)', re.DOTALL)
_read_loosely = json.JSONDecoder(strict=False).decode  # `loads` would make a decoder for every text
_Slot: TypeAlias = Literal["key", "name", "arguments", "other"]
_SLOTS: dict[str, _Slot] = {
    "name": "name",
    "arguments": "arguments",
    "parameters": "arguments",  # what other families call them, and a model may have read
}


class JsonCall(Struct):
    """An object being read. A new one stands before its brace."""

    waiting: Rope = None  # characters that belong to no event yet
    depth: int = 0
    in_string: bool = False
    slot: _Slot = "key"
    read: Rope = None  # the key, the name, or arguments that aren't an object, as they came
    key: str = ""
    name: str = ""
    early: Rope = None  # arguments that came before the name
    has_arguments: bool = False

    def step(self, text: str, at: int, ending: Ending, told: list[CallEvent]) -> tuple[int, bool]:
        """Read on from `at`: how far it got, and whether the object is over; `told` grows."""
        while at < len(text):
            found = (_INSIDE if self.in_string else _OUTSIDE).match(text, at)
            assert found, "the two patterns leave no character out"
            lexeme = found[0]
            if lexeme == "\\" and ending is Ending.OPEN:
                return at, False
            if found[1]:
                ends = begins_tag(text, at + (lexeme == "\n"), (OPEN, CLOSE), ending)
                if ends is None:
                    return at, False
                if ends:
                    self._end(Ending.DONE, told)
                    return at, True
            at += len(lexeme)
            self._take(lexeme, told)
            if self.depth == 0:
                self._end(Ending.DONE, told)
                return at, True
        if ending is not Ending.OPEN:
            self._end(ending, told)
        return at, ending is not Ending.OPEN

    def _take(self, lexeme: str, told: list[CallEvent]) -> None:
        # Arguments that began with something else are no object, whatever braces come: `read` has them.
        if self.slot == "arguments" and self.depth > 1 and self.read is None:
            self._argument(lexeme, told)
        else:
            self.waiting = (self.waiting, lexeme)
            if self.slot == "arguments" or (self.depth == 1 and (self.in_string or lexeme == '"')):
                self._whole(lexeme, told)
            elif self.depth == 1 and lexeme == ":":
                self._after_colon()
        if self.in_string:
            self.in_string = lexeme != '"'
        elif lexeme == '"':
            self.in_string = True
        elif lexeme in "{[":
            self.depth += 1
        elif lexeme in "}]":
            self.depth -= 1
            if self.depth == 1 and self.slot == "arguments" and self.read is None:
                self.slot = "other"
        elif lexeme == "," and self.depth == 1:
            self.slot, self.read = "key", None

    def _argument(self, lexeme: str, told: list[CallEvent]) -> None:
        """A lexeme within arguments that are an object or a list."""
        raw = self.in_string and lexeme < " "
        self._tell(encode_basestring(lexeme)[1:-1] if raw else lexeme, lexeme, told)

    def _whole(self, lexeme: str, told: list[CallEvent]) -> None:
        """A lexeme of what is used only when it is complete: a key, the name, arguments that are no object."""
        if self.slot == "arguments" and not self.in_string and self.read is None and lexeme in "{[":
            self._tell(lexeme, joined(self.waiting), told)
            return
        if self.read is None and lexeme.isspace():
            return
        over = lexeme in ",}" and not self.in_string and self.depth == 1
        if not over:
            self.read = (self.read, lexeme)
        if self.in_string and lexeme == '"' and self.depth == 1:
            self._string_read(told)
        elif over:
            scalar = joined(self.read).strip()
            self._tell("{}" if scalar in ("", "null") else scalar, joined(self.waiting), told)

    def _string_read(self, told: list[CallEvent]) -> None:
        text = decoded(joined(self.read))
        if self.slot == "key":
            self.key = text
        elif self.slot == "name" and text:
            self.name = text
            told.append(CallName(text, joined(self.waiting)))
            self.waiting = None
            if self.early is not None:
                told.append(CallText(joined(self.early), ""))
        elif self.slot == "arguments":
            # Arguments encoded twice: the string is the JSON text.
            self._tell(text, joined(self.waiting), told)
            self.slot = "other"
        self.read = None

    def _after_colon(self) -> None:
        slot: _Slot = _SLOTS.get(self.key, "other")
        done = self.name if slot == "name" else self.has_arguments
        self.slot, self.read = "other" if done else slot, None

    def _tell(self, text: str, source: str, told: list[CallEvent]) -> None:
        """More of the arguments; `source` is what waits, or, within an object, the lexeme itself."""
        self.has_arguments = True
        if self.name:
            told.append(CallText(text, source))
            self.waiting = None
        else:
            self.early = (self.early, text)
            if self.depth > 1:
                self.waiting = (self.waiting, source)

    def _end(self, ending: Ending, told: list[CallEvent]) -> None:
        waiting, self.waiting = joined(self.waiting), None
        if not self.name:
            # No call: text, in which a string may hold a tag. That must not show.
            told += [Markup(part) if part in (OPEN, CLOSE) else Answer(part) for part in _TAG.split(waiting)]
        elif not self.has_arguments and ending is not Ending.CUT:
            told.append(CallText("{}", waiting))
        else:
            told.append(Markup(waiting))


def decoded(string: str) -> str:
    """The text that a JSON string, with its quotes, stands for; as it came where it is none."""
    try:
        text: str = _read_loosely(string)
    except ValueError:
        return string.strip('"')
    # Half of a UTF-16 pair is no text, and nothing after us could write it.
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
