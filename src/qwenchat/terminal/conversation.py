"""A conversation: ask for a line, do what it says or answer it, until the user leaves."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qwenchat.chat import ChatModel, ChatTokenizer
from qwenchat.terminal.answer import Written, write_answer
from qwenchat.terminal.commands import Leave, run_command
from qwenchat.terminal.keyboard import asker, unfenced
from qwenchat.terminal.page import DIM, PLAIN, Page, visible
from qwenchat.terminal.talk import Talk, Turn
from qwenchat.terminal.wishes import Wishes


class Conversation:
    """A model and a user at a terminal. `explain` puts an error into words for them."""

    def __init__(
        self, model: ChatModel, tokenizer: ChatTokenizer, wishes: Wishes, explain: Callable[[Exception], str]
    ) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._colour = wishes.colour
        self._explain = explain
        self._talk = Talk.begin(model.name_or_path, model.generation_config.to_dict(), wishes)

    def hold(self, history_file: Path | None) -> None:
        """Talk until the user leaves; what they type is remembered in `history_file`."""
        # Only an answer can be interrupted (`stoppable`); where lines are typed, Ctrl-C is a key like any other. A
        # second Ctrl-C, just after an answer's last word, must not end the program or break the line editor.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self._loop(asker(history_file, self._colour))
        finally:
            signal.signal(signal.SIGINT, before)

    def _loop(self, ask: Callable[[], str]) -> None:
        self._note(f"{self._talk.model}: /help for help, Ctrl-D to leave")
        while True:
            try:
                self._take(unfenced(ask()))
            except KeyboardInterrupt:
                self._note("Ctrl-D or /quit leaves")
            except (EOFError, Leave):
                return
            except Exception as error:
                print(self._explain(error), end="\n\n", flush=True)

    def _take(self, line: str) -> None:
        if line.startswith("//"):
            self._answer(line[1:])
        elif line.startswith("/"):
            print(visible(run_command(self._talk, line)), end="\n\n", flush=True)
        elif line:
            self._answer(line)

    def _answer(self, question: str) -> None:
        talk, written = self._talk, Written()
        page = Page(sys.stdout, terminal=True, colour=self._colour)
        print(flush=True)
        try:
            with silent_keys(), stoppable():
                events = self._model.stream(
                    self._tokenizer, talk.messages(question), enable_thinking=talk.think, **talk.parameters
                )
                write_answer(events, page, written)
        except KeyboardInterrupt:
            pass  # `written` says that it was stopped
        finally:
            page.end()
        # A turn without an answer would confuse the model; the question is still in the input history.
        if written.text or written.ending != "stopped":
            talk.turns.append(Turn(question, written.text, written.ending))
        if written.note is not None:
            self._note(written.note)
        if talk.stats:
            self._note(written.stats)
        print(flush=True)

    def _note(self, text: str) -> None:
        print(f"{DIM}[{visible(text)}]{PLAIN}" if self._colour else f"[{visible(text)}]", flush=True)


@contextmanager
def stoppable() -> Iterator[None]:
    """Inside, the first Ctrl-C raises KeyboardInterrupt; further ones change nothing."""

    def stop(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def silent_keys() -> Iterator[None]:
    """While an answer is written, keys are not echoed into it; what is typed waits, key by key, for the next line."""
    try:
        import termios
    except ImportError:  # a system without; its console echoes only what is read
        yield
        return
    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    quiet = [*before]
    quiet[0] &= ~termios.ICRNL  # Enter stays Enter, as it is where lines are edited
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    try:
        termios.tcsetattr(fd, termios.TCSANOW, quiet)
        yield
    finally:
        termios.tcsetattr(fd, termios.TCSANOW, before)
