"""A call as `<function=NAME>` with a `<parameter=KEY>` for each argument: how Qwen3-Coder and Qwen3.5 and later call.

The arguments are told as one JSON object. A value is typed by the tool's schema; a string is told as it comes.
The form has no escapes: a value ends at a closing tag that is followed by what may follow one, so that most code
about tags comes through, and `<tool_call>` in a value is text.
"""

import re
from collections.abc import Mapping
from json.encoder import encode_basestring  # `dumps`, without making an encoder for every text

from msgspec import Struct, field

from qwenchat.prompts.argument_types import types_of, written_as_json
from qwenchat.prompts.call_events import CallEvent, CallText, Ending, begins_tag
from qwenchat.prompts.rope import Rope, joined
from qwenchat.protocol.json_data import Json

OPEN, CLOSE = "<tool_call>", "</tool_call>"
FUNCTION, END_FUNCTION = "<function=", "</function>"
PARAMETER, END_PARAMETER = "<parameter=", "</parameter>"

_ENDS_CALL = (END_FUNCTION, CLOSE, OPEN, FUNCTION)
_MAX_GAP = 64  # characters of white space after a closing tag, within which what follows must come
_MAX_NAME = 256
_NAME = re.compile(rf"<(?:function|parameter)=([^>\n<]{{0,{_MAX_NAME}}})([>\n<])")
_LEXEME = re.compile(r"[^<]+|<")
_SPACE = re.compile(rf"\s{{0,{_MAX_GAP}}}")
_END_OF_VALUE = re.compile(r"\n?(</parameter>|</function>)|\n<parameter=")
_VALUE_ENDS = ("\n</parameter>", "\n</function>", "\n<parameter=", "</parameter>", "</function>")


def opened(text: str, at: int, ending: Ending) -> tuple[str, int] | None:
    """The name in the tag at `at`, and where the tag ends: ("", at) for no tag, None while more text must tell.

    A model that forgets the `>` goes on in a new line, or with another tag.
    """
    found = _NAME.match(text, at)
    if found:
        end = found.end() - (found[2] == "<")
        if found[2] == ">" and end == len(text) and ending is Ending.OPEN:
            return None
        # The newline behind the tag is the tag's.
        return found[1].strip(), end + (found[2] == ">" and text.startswith("\n", end))
    if ending is Ending.OPEN and len(text) - at < _MAX_NAME and "\n" not in text[at:]:
        return None
    return "", at


class XmlCall(Struct):
    """A function being called, its name already read."""

    schema: Json
    n_arguments: int = 0
    is_value: bool = False
    types: frozenset[str] = field(default_factory=frozenset)
    value: Rope = None  # of another type than string, as it came

    def step(self, text: str, at: int, ending: Ending, told: list[CallEvent]) -> tuple[int, bool]:
        """Read on from `at`: how far it got, and whether the call is over; `told` grows."""
        while at < len(text):
            before, was_value = at, self.is_value
            at = self._in_value(text, at, ending, told) if was_value else self._between(text, at, ending, told)
            if at < 0:
                return ~at, True
            if self.is_value == was_value and (was_value or at == before):
                break  # the rest waits for more text
        if ending is not Ending.OPEN:
            self._end(ending, told)
        return at, ending is not Ending.OPEN

    def _between(self, text: str, at: int, ending: Ending, told: list[CallEvent]) -> int:
        """Read on where no value is open; the complement of the place where the call is over."""
        if text[at] == "<":
            over = begins_tag(text, at, _ENDS_CALL, ending)
            opens = begins_tag(text, at, (PARAMETER,), ending)
            tag = opened(text, at, ending) if opens else ("", at)
            if over is None or opens is None or tag is None:
                return at
            if over:
                end = at + len(END_FUNCTION) if text.startswith(END_FUNCTION, at) else at
                told.append(CallText("}" if self.n_arguments else "{}", text[at:end]))
                return ~end
            if tag[0]:
                self._begin(tag[0], text[at : tag[1]], told)
                return tag[1]
        end = _LEXEME.match(text, at).end()  # type: ignore[union-attr]
        told.append(CallText("", text[at:end]))
        return end

    def _begin(self, key: str, source: str, told: list[CallEvent]) -> None:
        properties = self.schema.get("properties") if isinstance(self.schema, dict) else None
        known = properties.get(key) if isinstance(properties, Mapping) else None
        self.types = types_of(known, self.schema) or frozenset(("string",))
        comma = ", " if self.n_arguments else "{"
        quote = '"' if self._is_text else ""
        told.append(CallText(f"{comma}{encode_basestring(key)}: {quote}", source))
        self.n_arguments += 1
        self.is_value, self.value = True, None

    @property
    def _is_text(self) -> bool:
        return self.types == {"string"}

    def _in_value(self, text: str, at: int, ending: Ending, told: list[CallEvent]) -> int:
        """Read on within a value, past its end if that has come."""
        while found := _END_OF_VALUE.search(text, at):
            self._more(text[at : found.start()], told)
            ends = self._ends(text, found, ending)
            if ends is None:
                return found.start()
            if ends:
                # The tags behind `</parameter>` are read between values.
                end = found.end() if found[1] == END_PARAMETER else found.start() + (text[found.start()] == "\n")
                self._close(text[found.start() : end], told)
                return end
            self._more(found[0], told)
            at = found.end()
        end = len(text) if ending is not Ending.OPEN else _undecided(text, at)
        self._more(text[at:end], told)
        return end

    def _ends(self, text: str, found: re.Match[str], ending: Ending) -> bool | None:
        """Whether what looks like the end of a value is one; None while more text must tell."""
        if found[1] is None:
            return True
        gap = _SPACE.match(text, found.end()).end()  # type: ignore[union-attr]
        if gap == len(text):
            return None if ending is Ending.OPEN else True
        followers = (PARAMETER, *_ENDS_CALL) if found[1] == END_PARAMETER else _ENDS_CALL[1:]
        return begins_tag(text, gap, followers, ending)

    def _more(self, text: str, told: list[CallEvent]) -> None:
        if self._is_text:
            told.append(CallText(encode_basestring(text)[1:-1], text))
        else:
            self.value = (self.value, text)
            told.append(CallText("", text))

    def _close(self, source: str, told: list[CallEvent]) -> None:
        written = '"' if self._is_text else written_as_json(joined(self.value), self.types)
        told.append(CallText(written, source))
        self.is_value, self.value = False, None

    def _end(self, ending: Ending, told: list[CallEvent]) -> None:
        """No more text comes. A model that ended its turn was done; otherwise the arguments stay unfinished."""
        if ending is Ending.DONE:
            if self.is_value:
                self._close("", told)
            told.append(CallText("}" if self.n_arguments else "{}", ""))


def _undecided(text: str, at: int) -> int:
    """Where the end of `text` that may begin the end of a value starts."""
    tag = text.rfind("<", max(at, len(text) - max(map(len, _VALUE_ENDS)) + 1))
    if tag >= 0:
        start = tag - (tag > at and text[tag - 1] == "\n")
        if any(end.startswith(text[start:]) for end in _VALUE_ENDS):
            return start
    return len(text) - (len(text) > at and text[-1] == "\n")
