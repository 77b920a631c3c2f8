"""The engine's own thread: it takes what others ask for between two steps, and sleeps while there is nothing to do."""

import os
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from qwenchat.engine.core import Core
from qwenchat.engine.seq import Seq
from qwenchat.protocol.errors import QwenChatError


class EngineDead(QwenChatError):
    """The device failed, or the engine was closed; `__cause__` says why. Nothing more will come of it."""


class Worker:
    """Runs a `Core`. It knows nothing of the `Engine` in front, so that an engine nobody holds can go."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.dead: EngineDead | None = None
        # Its `put` may be called from a finaliser, which runs in any thread at any point, this one's included.
        self._inbox: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._door = threading.Lock()
        self._thread: threading.Thread | None = None
        self._pid = 0

    def submit(self, seq: Seq) -> None:
        """Hand over a sequence; its reader will hear of it."""
        with self._door:
            if self.dead is not None:
                raise EngineDead(str(self.dead)) from self.dead.__cause__
            if self._thread is None:
                # A daemon: whoever leaves without closing is not held up; `stop` runs before the interpreter goes.
                self._thread = threading.Thread(target=self._run, name="qwenchat-engine", daemon=True)
                self._pid = os.getpid()
                self._thread.start()
            if self._pid != os.getpid():
                raise QwenChatError("this engine's thread stayed in the process that was forked; load the model anew")
            self._inbox.put(lambda: self._take(seq))

    def cancel(self, seq: Seq) -> None:
        """End a sequence, as soon as the step under way is done."""
        self._inbox.put(lambda: self.core.cancel(seq))

    def stop(self) -> None:
        """End everything and the thread; returns when it has ended."""
        with self._door:
            self.dead = self.dead or EngineDead("the engine was closed")
        self._inbox.put(self._close)
        thread = self._thread
        if thread is not None and self._pid == os.getpid() and thread is not threading.current_thread():
            thread.join()

    def _take(self, seq: Seq) -> None:
        self.core.submit(seq)
        if self.dead is not None:
            self.core.fail(self.dead)

    def _close(self) -> None:
        for seq in [*self.core.running, *self.core.waiting]:
            self.core.cancel(seq)
        while self.core.memory.rest():
            pass
        raise SystemExit

    def _run(self) -> None:
        """Until `stop`: what was asked for, then a step."""
        while True:
            try:
                self._inbox.get(block=not self.core.has_work)()
            except Empty:
                self._step()
            except SystemExit:
                return

    def _step(self) -> None:
        try:
            self.core.step()
        except Exception as cause:
            self.dead = EngineDead(f"the engine is dead: {cause}")
            self.dead.__cause__ = cause
            import logging  # most engines never need it

            logging.getLogger(__name__).error("the engine is dead", exc_info=cause)
            self.core.fail(self.dead)
