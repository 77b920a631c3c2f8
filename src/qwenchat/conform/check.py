"""What a check is, and what it can find."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from qwenchat.conform.probe import Probe

Verdict = Literal["honours", "accepts", "ignores", "refuses", "differs", "breaks", "not seen"]
"""honours: it is done, seen by its effect · accepts: taken, where no effect is due · ignores: taken without effect
refuses: an error as the contract words it · differs: another reply than the contract's · breaks: no proper reply at all
not seen: this model or service gives no occasion to look."""


class Found(Struct, frozen=True):
    """What a check found: the verdict, and what was seen, in a few words."""

    verdict: Verdict
    saw: str = ""


Look: TypeAlias = Callable[["Probe"], Found]


class Check(Struct, frozen=True):
    """One line of the contract: the rows of the reference that it is about, and the verdicts that are right."""

    id: str
    rows: tuple[str, ...]
    look: Look
    right: frozenset[Verdict]

    def passes(self, found: Found) -> bool:
        """Whether what was found is right, or there was nothing to find."""
        return found.verdict in self.right or found.verdict == "not seen"


def about(*rows: str) -> tuple[str, ...]:
    """Rows, for a table of checks."""
    return rows
