"""The states of recurrent layers: one a running sequence, and checkpoints from which a conversation goes on."""

from array import array
from collections.abc import Callable, Hashable

from msgspec import Struct

from qwenchat.engine.prefix import ID_BYTES
from qwenchat.kernels.words import BLOCK

TAIL = 16  # tokens at a prompt's end that the next turn may spell otherwise: the header of an answer, an open thought


class State(Struct, eq=False):
    """The state of one sequence."""

    kind: Hashable
    number: int
    mark: int  # a checkpoint is made when so many tokens are computed
    spare: int | None = None  # a state as this was before guesses,
    n_spare: int = 0  # which were computed behind so many tokens


class States:
    """All states: each is free, a running sequence's, or a checkpoint. Checkpoints go when room is needed, those
    unused for longest first."""

    def __init__(self, n_states: int, copy: Callable[[int, int], None]) -> None:
        """`copy(source, target)` copies a state in every layer."""
        self.n_states = n_states
        self._copy = copy
        self._free = list(range(n_states - 1, -1, -1))
        self._checkpoints: dict[tuple[Hashable, bytes], int] = {}  # by what was computed; the longest unused first

    def kept(self, kind: Hashable, ids: "array[int]", most: int) -> int:
        """The largest n up to `most` such that there is a checkpoint after the first n of `ids`; 0 without one."""
        whole = ids[:most].tobytes()
        found = (len(done) for of, done in self._checkpoints if of == kind and whole.startswith(done))
        return max(found, default=0) // ID_BYTES

    def open(self, kind: Hashable, ids: "array[int]", n_kept: int) -> State | None:
        """A state after the first `n_kept` of `ids`, as `kept` told; None while running sequences have all."""
        key = (kind, ids[:n_kept].tobytes())
        source = self._checkpoints.pop(key, None)
        number = self._take()
        mark = (len(ids) - TAIL) // BLOCK * BLOCK
        if source is None:
            return None if number is None else State(kind, number, mark)
        if number is None:
            return State(kind, source, mark)  # the checkpoint itself: there is no other
        self._checkpoints[key] = source
        self._copy(source, number)
        return State(kind, number, mark)

    def until(self, state: State, n_done: int, n: int) -> int:
        """How many of the next `n` tokens may be computed in one step: up to where a checkpoint is wanted."""
        return min(n, state.mark - n_done) if state.mark > n_done else n

    def publish(self, state: State, ids: "array[int]") -> None:
        """`ids` are computed."""
        if len(ids) == state.mark:
            number = self._take()
            if number is not None:
                self._copy(state.number, number)
                self._keep(state.kind, ids, number)

    def ahead(self, state: State, n_done: int) -> bool:
        """Guesses come behind `n_done` tokens: make a copy, if there is a state for it."""
        state.spare, state.n_spare = self._take(), n_done
        if state.spare is not None:
            self._copy(state.number, state.spare)
        return state.spare is not None

    def back(self, state: State, n_done: int, n_ahead: int) -> int:
        """`n_ahead` of the guesses are not true: the copy takes over. How many tokens the state now knows."""
        if state.spare is None:
            return n_done
        if n_ahead:
            state.number, state.spare, n_done = state.spare, state.number, state.n_spare
        self._free.append(state.spare)
        state.spare = None
        return n_done

    def close(self, state: State, ids: "array[int]") -> None:
        """The sequence ends after `ids`; its state becomes a checkpoint."""
        if ids:
            self._keep(state.kind, ids, state.number)
        else:
            self._free.append(state.number)

    def audit(self, states: list[State]) -> None:
        """Raise AssertionError unless every state has exactly one owner."""
        owned = [*self._free, *self._checkpoints.values(), *(state.number for state in states)]
        assert sorted(owned) == list(range(self.n_states)), "a state is lost or owned twice"

    def _take(self) -> int | None:
        if self._free:
            return self._free.pop()
        oldest = next(iter(self._checkpoints), None)
        return None if oldest is None else self._checkpoints.pop(oldest)

    def _keep(self, kind: Hashable, ids: "array[int]", number: int) -> None:
        key = (kind, ids.tobytes())
        before = self._checkpoints.pop(key, None)
        if before is not None:
            self._free.append(before)
        self._checkpoints[key] = number
