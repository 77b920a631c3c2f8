"""An error in one line for the person who met it."""

from qwenchat.protocol.errors import InvalidValue, QwenChatError
from qwenchat.terminal.page import visible


def explained(error: BaseException) -> str:
    """What to say about `error`: its own words where they were meant for the user, else that we have a bug."""
    if isinstance(error, MemoryError):
        words = f"out of memory {error}".rstrip()
    elif isinstance(error, OSError) and error.strerror:
        words = f"{error.filename}: {error.strerror}" if error.filename is not None else error.strerror
    elif isinstance(error, QwenChatError | ValueError | OSError | ImportError):
        words = str(error)
    else:
        words = f"this is a bug in qwenchat, --debug shows where: {type(error).__name__}: {error}"
    # Names and values of a stranger's checkpoint may be in it; one line is one line.
    return visible(" ".join(words.split()))


def status_of(error: BaseException) -> int:
    """The exit status: 2 for a value that the user can mend, 1 for a failure."""
    return 2 if isinstance(error, InvalidValue) else 1
