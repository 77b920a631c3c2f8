"""Where an answer is written: a terminal, on which control characters do no harm, or a pipe, byte for byte."""

from typing import Literal, TextIO

# What a terminal would obey instead of showing it: C0 but newline and tab, DEL, and C1. The C0 have pictures of
# their own; a carriage return only ever hides what came before it, so it goes without one.
_SHOWN = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
_SHOWN |= {code: f"\\x{code:02x}" for code in range(0x80, 0xA0)}
_SHOWN |= {0x0D: "", 0x7F: "\u2421"}

DIM, PLAIN = "\x1b[2m", "\x1b[0m"
Voice = Literal["answer", "thought"]


def visible(text: str) -> str:
    r"""`text` with every character that commands a terminal replaced by a picture of it.

    >>> visible("\x1b[2J\r\n")
    '␛[2J\n'
    """
    return text.translate(_SHOWN)


class Page:
    """One answer's place on `out`, which is a `terminal` or not. Thoughts show only on a terminal."""

    def __init__(self, out: TextIO, *, terminal: bool, colour: bool) -> None:
        self._out = out
        self._terminal = terminal
        self._colour = colour
        self._voice: Voice = "answer"
        self._at_line_start = True
        self.blank = True  # nothing has been written yet

    def answer(self, text: str) -> None:
        """Write some of the answer, at once."""
        self._speak("answer")
        self._write(visible(text) if self._terminal else text)

    def thought(self, text: str) -> None:
        """Write some of what the model thinks before it answers."""
        if self._terminal:
            self._speak("thought")
            self._write(visible(text))

    def end(self) -> None:
        """Finish the last line."""
        self._speak("answer")
        if not self._at_line_start:
            self._write("\n")

    def _speak(self, voice: Voice) -> None:
        """Change between thought and answer: in brightness, or in marks where there is no colour."""
        if voice == self._voice:
            return
        self._voice = voice
        if voice == "thought":
            self._write(DIM if self._colour else "<think>\n")
        elif self._colour:
            self._write(PLAIN + "\n\n")
        else:
            self._write("\n</think>\n\n")

    def _write(self, text: str) -> None:
        if text:
            self.blank = False
            # Known before it is written: Ctrl-C may come at any point, and then `end` must finish the line.
            self._at_line_start = text.endswith("\n")
            self._out.write(text)
            self._out.flush()
