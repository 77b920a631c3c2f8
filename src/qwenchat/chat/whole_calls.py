"""Arguments told in one piece, for clients that don't want them as they come."""

from collections.abc import Collection

from qwenchat.protocol.events import CallArguments, CallStart, Event


class WholeCalls:
    """Holds back the arguments of calls of `names` until their call has ended."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = names
        self._held: list[str] = []
        self._index: int | None = None  # of the call whose arguments are held back

    def push(self, events: list[Event], in_call: bool) -> list[Event]:
        """What may be told of `events`; `in_call`: the last call in them goes on."""
        told: list[Event] = []
        for event in events:
            if isinstance(event, CallArguments) and event.index == self._index:
                self._held.append(event.text)
                continue
            told += self._freed()
            told.append(event)
            if isinstance(event, CallStart) and event.name in self._names:
                self._index = event.index
        return told if in_call else [*told, *self._freed()]

    def _freed(self) -> list[Event]:
        if self._index is None:
            return []
        whole = CallArguments(self._index, "".join(self._held))
        self._index = None
        self._held.clear()
        return [whole] if whole.text else []
