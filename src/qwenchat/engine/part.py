"""What each sequence computes in a step, and the step as one ragged batch."""

from array import array
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from qwenchat.engine.guess import Luck
from qwenchat.engine.seq import Seq
from qwenchat.kernels.words import Ints, Plan


class Part(Struct, eq=False):
    """What one sequence computes in a step: its next `n` tokens, and guesses at what follows."""

    seq: Seq
    n: int
    guessed: list[int]
    luck: Luck | None = None  # of whoever guessed
    n_past: int = 0  # tokens computed before
    first: int = 0  # its first row in the step
    last: int = -1  # the row of logits behind its last token or guess
    n_held: int = 0  # guesses that came true

    @property
    def n_rows(self) -> int:
        """Rows it takes."""
        return self.n + len(self.guessed)


def laid(parts: Sequence[Part]) -> Plan:
    """The tokens and guesses of all, one after another; each learns which rows are its own."""
    ids, wanted = array("i"), list[int]()
    for p in parts:
        p.first, p.n_past = len(ids), p.seq.n_done
        ids += p.seq.ids[p.seq.n_done : p.seq.n_done + p.n]
        ids.extend(p.guessed)
        if p.n == p.seq.n_owed:
            wanted += range(len(ids) - len(p.guessed) - 1, len(ids))
            p.last = len(wanted) - 1
    return batch(
        [p.seq for p in parts], ids, [p.n_rows for p in parts], [p.n_past for p in parts], np.array(wanted, np.int32)
    )


def batch(seqs: Sequence[Seq], ids: "array[int]", n_rows: Sequence[int], n_past: Sequence[int], wanted: Ints) -> Plan:
    """A step in which each sequence has `n_rows` of the `ids`, behind `n_past` tokens."""
    starts = np.zeros(len(seqs) + 1, np.int32)
    np.cumsum(n_rows, out=starts[1:])
    holds = [seq.hold for seq in seqs if seq.hold is not None]
    width = max(hold.n_blocks for hold in holds)
    return Plan(
        ids=np.frombuffer(ids, np.int32),
        starts=starts,
        n_past=np.array(n_past, np.int32),
        tables=np.stack([hold.table[:width] for hold in holds]),
        wanted=wanted,
        stretches=np.array([seq.stretch for seq in seqs], np.int32),
        adapters=_adapters([seq.request.adapter for seq in seqs]),
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
