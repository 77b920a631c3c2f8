"""Bars on stderr: how far a download is, or a load."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import Any

PATIENCE_S = 1.0  # what is done sooner needs no bar


@contextmanager
def bar(name: str, n_bytes: int, progress: bool | None, patience_s: float = 0.0) -> Iterator[Callable[[int], None]]:
    """What advances a bar by bytes; the bar shows on a terminal (`progress` None), always or never.

    It appears with the first advance after `patience_s` seconds.
    """
    if not (sys.stderr.isatty() if progress is None else progress):
        yield lambda n: None
        return
    began, n_done, lock = time.monotonic(), 0, Lock()
    drawn = task = None
    with ExitStack() as stack:

        def advance(n: int) -> None:
            nonlocal n_done, drawn, task
            with lock:  # several threads download
                n_done += n
                if drawn is None and time.monotonic() - began >= patience_s:
                    drawn = stack.enter_context(_drawn())
                    task = drawn.add_task(name, total=n_bytes)
                if drawn is not None:
                    drawn.update(task, completed=n_done)

        yield advance


def _drawn() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    return Progress(*columns, TransferSpeedColumn(), TimeRemainingColumn(), console=Console(stderr=True))
