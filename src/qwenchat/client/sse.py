"""Server-sent events: bytes in any cutting → frames."""

from msgspec import Struct

LONGEST_LINE = 16 << 20  # bytes; a service that never ends a line must not fill the memory


class Frame(Struct, frozen=True):
    """One event of a stream."""

    data: str
    event: str = "message"
    comments: tuple[str, ...] = ()  # DashScope's own protocol puts the status into one


class FrameReader:
    """Reads a stream piece by piece; a pure state machine.

    Lines are cut at byte level and decoded whole, so a character cut in two arrives in one. `data:` may have a space
    after it or not. An event ends at an empty line; what has no data (a comment alone) is no event.
    """

    def __init__(self) -> None:
        self._rest = bytearray()
        self._data: list[str] = []
        self._comments: list[str] = []
        self._event = "message"

    def push(self, piece: bytes) -> list[Frame]:
        """The events that `piece` completes. ValueError for a line that is longer than any may be."""
        self._rest += piece
        *lines, rest = self._rest.split(b"\n")
        if len(rest) > LONGEST_LINE:
            raise ValueError(f"a line of the stream is longer than {LONGEST_LINE >> 20} MiB")
        self._rest = rest
        return [frame for line in lines if (frame := self._line(line.decode("utf-8", "replace").rstrip("\r")))]

    def end(self) -> list[Frame]:
        """The event that lacked its empty line when the stream ended."""
        return self.push(b"\n\n")

    def _line(self, line: str) -> Frame | None:
        if not line:
            return self._finished()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif not name:
            self._comments.append(value)
        return None  # id and retry mean nothing here: no stream of a chat can be taken up again

    def _finished(self) -> Frame | None:
        data, event, comments = self._data, self._event, tuple(self._comments)
        self._data, self._event, self._comments = [], "message", []
        return Frame("\n".join(data), event, comments) if data else None
