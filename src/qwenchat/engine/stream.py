"""Reading a sequence as a plain iterator."""

from collections.abc import Callable, Iterator
from queue import SimpleQueue

from qwenchat.engine.request import End, Token
from qwenchat.engine.seq import Seq


class Stream(Iterator[Token | End]):
    """Tokens, then one `End`. Closing it, or forgetting it, cancels what is left.

    A reader that is slow costs nobody anything: its events wait in `events`, at most as many as an answer has tokens.
    """

    def __init__(self, events: "SimpleQueue[Token | End]", seq: Seq, cancel: Callable[[Seq], None]) -> None:
        self._events = events
        self._seq = seq
        self._cancel: Callable[[Seq], None] | None = cancel

    @property
    def n_cached(self) -> int:
        """Tokens of the prompt that needn't be computed; known with the first token, long before the `End`."""
        return self._seq.n_cached or 0

    def __next__(self) -> Token | End:
        if self._cancel is None:
            raise StopIteration
        event = self._events.get()
        if isinstance(event, End):
            self._cancel = None
        return event

    def close(self) -> None:
        """Cancel; its blocks are free when the step under way is done."""
        cancel, self._cancel = self._cancel, None
        if cancel is not None:
            cancel(self._seq)

    def __del__(self) -> None:
        self.close()
