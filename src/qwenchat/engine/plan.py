"""Who computes how many of its tokens in the next step."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from qwenchat.engine.cost import Cost

MOST_ROWS = 512  # in one step
EVEN = 16  # rows that the kernels take at once: a prompt is cut at such a number


class Owed(Protocol):
    """What a plan needs to know of a sequence."""

    @property
    def n_done(self) -> int:
        """Tokens computed."""
        ...

    @property
    def n_owed(self) -> int:
        """Tokens known and not yet computed, at least one."""
        ...


Some = TypeVar("Some", bound=Owed)


def plan(running: Sequence[Some], budget_ms: float, cost: Cost) -> list[tuple[Some, int]]:
    """Each of `running`, oldest first, and how many of its owed tokens it may compute within `budget_ms`.

    Everybody gets one: an answer goes on and nobody starves, even beyond the budget. Of the rest the oldest that is
    owed more gets up to half, the next up to half of what is then left, and so on; what remains goes round again.
    """
    given = [1] * len(running)
    owing = [i for i, seq in enumerate(running) if seq.n_owed > 1]
    if owing:
        n_tokens = len(running) - len(owing)
        base = cost.step_ms + cost.token_ms * n_tokens + sum(cost.of(1, seq.n_done) for seq in running)
        # Where the answers alone fill the budget, prompts get a third of the step all the same.
        left, rows = max(budget_ms - base, base / 2), MOST_ROWS - len(running)
        for share in (0.5, 1.0):
            for i in owing:
                seq, n = running[i], given[i]
                more = max(0, min(seq.n_owed - n, rows, cost.rows_within(left * share, seq.n_done + n)))
                given[i], rows, left = n + more, rows - more, left - cost.of(more, seq.n_done + n)
    return [(seq, _even(n, seq.n_owed)) for seq, n in zip(running, given, strict=True)]


def _even(n: int, n_owed: int) -> int:
    return n if n == n_owed or n < EVEN else n - n % EVEN
