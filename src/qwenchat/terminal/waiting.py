"""A word to the waiting."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

AFTER_S = 0.7


@contextmanager
def patience(words: str, out: TextIO | None) -> Iterator[None]:
    """Show `words` on the terminal `out` while this takes longer than `AFTER_S`; a pipe is never written to."""
    if out is None or not out.isatty():
        yield
        return
    # Without a line's end: a download's progress is written over it, and the end wipes it.
    shown = False

    def show() -> None:
        nonlocal shown
        shown = True
        print(words, end="\r", file=out, flush=True)

    timer = threading.Timer(AFTER_S, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown:
            print("\x1b[K", end="", file=out, flush=True)
