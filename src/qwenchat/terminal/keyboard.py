"""The line the user types on: several lines if need be, with a history, and keys that do what hands expect."""

from collections.abc import Callable, Iterable
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import ColorDepth

from qwenchat.protocol.sampling import PARAMETERS
from qwenchat.terminal.commands import COMMANDS

FENCE = '"""'


def asker(history_file: Path | None, colour: bool) -> Callable[[], str]:
    """What asks for the next line; it raises KeyboardInterrupt for Ctrl-C on an empty one and EOFError for Ctrl-D."""
    session: PromptSession[str] = PromptSession(
        message=[("bold", "> ")],
        prompt_continuation=lambda width, number, wrapped: "  ",
        multiline=True,
        key_bindings=keys(),
        history=history(history_file),
        completer=Words(),
        complete_while_typing=False,
        color_depth=None if colour else ColorDepth.DEPTH_1_BIT,
    )
    return lambda: session.prompt(handle_sigint=False)  # who holds the conversation does


def history(file: Path | None) -> History:
    """What was typed before, kept in `file`, which only its owner can read; in memory where that can't be."""
    if file is None:
        return InMemoryHistory()
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        with file.open("ab"):
            return FileHistory(file)
    except OSError:
        return InMemoryHistory()


def fenced(text: str) -> bool:
    '''Whether `text` is between an opening """ and a closing one that is still to come.'''
    text = text.strip()
    return text.startswith(FENCE) and not (len(text) >= 2 * len(FENCE) and text.endswith(FENCE))


def unfenced(text: str) -> str:
    '''What was meant by the lines typed: without the """ around them.'''
    bare = text.strip()
    if bare.startswith(FENCE) and not fenced(bare):
        return bare[len(FENCE) : -len(FENCE)].strip("\n")
    return bare


def keys() -> KeyBindings:
    """Enter sends, Alt-Enter and Ctrl-J begin a line, Ctrl-C clears."""
    bindings = KeyBindings()

    @bindings.add("enter")
    def send(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if fenced(buffer.text):
            buffer.insert_text("\n")
        elif buffer.text.strip():
            buffer.validate_and_handle()

    @bindings.add("escape", "enter")
    @bindings.add("c-j")
    def begin_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @bindings.add("c-c")
    def clear(event: KeyPressEvent) -> None:
        if event.current_buffer.text:
            event.current_buffer.reset()
        else:
            event.app.exit(exception=KeyboardInterrupt)

    return bindings


class Words(Completer):
    """Tab completes commands, and after /set the names of parameters."""

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """The words that the text before the cursor may become."""
        text = document.text_before_cursor
        known: Iterable[str] = ()
        if text.startswith("/set "):
            known, text = (*PARAMETERS, "stats", "think"), text.removeprefix("/set ")
        elif text.startswith("/"):
            known = COMMANDS
        for word in known:
            if word.startswith(text):
                yield Completion(word, start_position=-len(text))
