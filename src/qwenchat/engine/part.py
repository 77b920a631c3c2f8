"""What each sequence computes in a step, and the step as one ragged batch."""

from array import array
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from qwenchat.engine.seq import Seq
from qwenchat.kernels.words import Ints, Plan


class Part(Struct, eq=False):
    """What one sequence computes in a step: its next `n` tokens, and guesses at what follows."""

    seq: Seq
    n: int
    guessed: list[int]
    last: int = -1  # the row of logits behind its last token or guess
    n_held: int = 0  # guesses that came true

    @property
    def n_rows(self) -> int:
        """Rows it takes."""
        return self.n + len(self.guessed)


def laid(parts: Sequence[Part]) -> Plan:
    """The tokens and guesses of all, one after another; each learns which row of logits is its last."""
    ids = array("i")
    for p in parts:
        ids += p.seq.ids[p.seq.n_done : p.seq.n_done + p.n]
        ids.extend(p.guessed)
    starts = np.zeros(len(parts) + 1, np.int32)
    np.cumsum([p.n_rows for p in parts], out=starts[1:])
    holds = [p.seq.hold for p in parts if p.seq.hold is not None]
    width = max(hold.n_blocks for hold in holds)
    wanted: list[int] = []
    for p, end in zip(parts, starts[1:].tolist(), strict=True):
        if p.n == p.seq.n_owed:
            wanted += range(end - len(p.guessed) - 1, end)
            p.last = len(wanted) - 1
    return Plan(
        ids=np.frombuffer(ids, np.int32),
        starts=starts,
        n_past=np.array([p.seq.n_done for p in parts], np.int32),
        tables=np.stack([hold.table[:width] for hold in holds]),
        wanted=np.array(wanted, np.int32),
        stretches=np.array([p.seq.stretch for p in parts], np.int32),
        adapters=_adapters([p.seq.request.adapter for p in parts]),
        states=np.array([hold.state.number for hold in holds if hold.state is not None], np.int32),
    )


def take_up(p: Part) -> bool:
    """Take up the guesses that came true; whether all that is known is computed, so that the next row's turn comes."""
    seq = p.seq
    if seq.ended or not seq.n_ahead:
        return False
    while seq.n_ahead and seq.n_owed and p.guessed[-seq.n_ahead] == seq.ids[seq.n_done]:
        seq.n_done, seq.n_ahead, p.n_held = seq.n_done + 1, seq.n_ahead - 1, p.n_held + 1
    return seq.n_owed == 0


def _adapters(each: Sequence[int | None]) -> Ints | None:
    if all(adapter is None for adapter in each):
        return None
    return np.array([-1 if adapter is None else adapter for adapter in each], np.int32)
