"""Pages and states together, for a model that has layers of both kinds."""

from array import array
from collections.abc import Hashable, Iterable
from functools import partial

from qwenchat.engine.disk import Disk
from qwenchat.engine.paged import Paged, Pages
from qwenchat.engine.states import States
from qwenchat.kernels.words import Cache, Kernels


class Hybrid(Paged):
    """A `Memory` of pages whose sequences have a state too. Pages give back any prefix, so the states decide."""

    def __init__(self, kernels: Kernels, cache: Cache, most_blocks: int, disk: Disk | None = None) -> None:
        assert disk is None, "blocks without their states are no use to a later start"
        super().__init__(kernels, cache, most_blocks)
        self._states = States(cache.n_states, partial(kernels.copy_state, cache))

    def kept(self, kind: Hashable, ids: "array[int]", most: int) -> int:
        """See `Memory`: the last checkpoint whose pages are still there."""
        return self._states.kept(kind, ids, super().kept(kind, ids, most))

    def open(self, kind: Hashable, ids: "array[int]", n_kept: int, n_spare: int) -> tuple[Pages, int] | None:
        """See `Memory`."""
        opened = super().open(kind, ids, n_kept, n_spare)
        if opened is not None and opened[1] < n_kept:
            # Fewer than the state is good for, and a state can't be cut: from the beginning.
            self._let_go(opened[0])
            opened = super().open(kind, ids, 0, n_spare)
        if opened is None:
            return None
        pages, n_kept = opened
        pages.state = self._states.open(kind, ids, n_kept)
        if pages.state is None:
            self._let_go(pages)
            return None
        return pages, n_kept

    def until(self, hold: Pages, n_done: int, n: int) -> int:
        """See `Memory`."""
        assert hold.state is not None, "who is open has a state"
        return self._states.until(hold.state, n_done, n)

    def ahead(self, hold: Pages, n_done: int) -> bool:
        """See `Memory`: a copy of the state."""
        assert hold.state is not None, "who is open has a state"
        return self._states.ahead(hold.state, n_done)

    def back(self, hold: Pages, n_done: int, n_ahead: int) -> int:
        """See `Memory`: to where the copy was made, or not at all."""
        assert hold.state is not None, "who is open has a state"
        return self._states.back(hold.state, n_done, n_ahead)

    def publish(self, hold: Pages, ids: "array[int]", with_tail: bool) -> None:
        """See `Memory`."""
        super().publish(hold, ids, with_tail)
        assert hold.state is not None, "who is open has a state"
        self._states.publish(hold.state, ids)

    def close(self, hold: Pages, ids: "array[int]") -> None:
        """See `Memory`."""
        assert hold.state is not None, "who is open has a state"
        self._states.close(hold.state, ids)
        # Not through `publish`: the state is a checkpoint by now.
        super().publish(hold, ids, with_tail=True)
        self._let_go(hold)

    def audit(self, holds: Iterable[Pages]) -> None:
        """See `Paged`; and every state has one owner."""
        holds = list(holds)
        super().audit(holds)
        self._states.audit([hold.state for hold in holds if hold.state is not None])
