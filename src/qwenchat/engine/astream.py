"""Reading a sequence from an event loop: no thread a request, one wake-up of the loop a step."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable

from qwenchat.engine.request import End, Token
from qwenchat.engine.seq import Seq


class Post:
    """Events on their way from the engine's thread to one event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._sent: deque[tuple[Box, Token | End]] = deque()
        self._called = False

    @property
    def closed(self) -> bool:
        """Whether the loop is gone."""
        return self._loop.is_closed()

    def send(self, box: "Box", event: Token | End) -> None:
        """From the engine's thread: `event` will be in `box`. The loop is called once for all it hasn't fetched."""
        self._sent.append((box, event))
        if not self._called:
            self._called = True
            try:
                self._loop.call_soon_threadsafe(self._deliver)
            except RuntimeError:  # the loop is closed; nobody can be waiting on it
                self._called = False
                self._sent.clear()

    def _deliver(self) -> None:
        self._called = False  # first: what comes from now on calls again
        while self._sent:
            box, event = self._sent.popleft()
            box.events.append(event)
            if box.waiting is not None and not box.waiting.done():
                box.waiting.set_result(None)


class Box:
    """What one reader hasn't read yet."""

    def __init__(self, post: Post) -> None:
        self.events: deque[Token | End] = deque()
        self.waiting: asyncio.Future[None] | None = None
        self._post = post

    def put(self, event: Token | End) -> None:
        """From the engine's thread."""
        self._post.send(self, event)


class AsyncStream(AsyncIterator[Token | End]):
    """Tokens, then one `End`; as `Stream`, for one task of an event loop."""

    def __init__(self, box: Box, seq: Seq, cancel: Callable[[Seq], None]) -> None:
        self._box = box
        self._seq = seq
        self._cancel: Callable[[Seq], None] | None = cancel

    @property
    def n_cached(self) -> int:
        """As `Stream.n_cached`."""
        return self._seq.n_cached or 0

    async def __anext__(self) -> Token | End:
        if self._cancel is None:
            raise StopAsyncIteration
        box = self._box
        while not box.events:
            box.waiting = asyncio.get_running_loop().create_future()
            try:
                await box.waiting
            finally:
                box.waiting = None
        event = box.events.popleft()
        if isinstance(event, End):
            self._cancel = None
        return event

    async def aclose(self) -> None:
        """Cancel; its blocks are free when the step under way is done."""
        self._close()

    def _close(self) -> None:
        cancel, self._cancel = self._cancel, None
        if cancel is not None:
            cancel(self._seq)

    def __del__(self) -> None:
        self._close()
