"""What was found, as a table for people and as JSON for machines."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from qwenchat.conform.check import Check, Found
from qwenchat.conform.looks import found
from qwenchat.conform.probe import Probe


class Line(Struct, frozen=True):
    """One check, and what it found."""

    check: Check
    found: Found

    @property
    def passed(self) -> bool:
        """Whether it found what the contract says."""
        return self.check.passes(self.found)


def lines(checks: Iterable[Check], probe: Probe) -> Iterator[Line]:
    """The checks, run one after another."""
    for check in checks:
        yield Line(check, found(check, probe))


def as_row(line: Line) -> str:
    """One line of the table; what was seen is told where it isn't right."""
    mark = "–" if line.found.verdict == "not seen" else "ok" if line.passed else "NO"
    row = f"{mark:<3} {line.check.id:<48} {line.found.verdict:<9}"
    wanted = " or ".join(sorted(line.check.right))
    told = line.found.saw if line.passed else f"should be: {wanted}; {line.found.saw}"
    return row if line.passed and line.found.verdict != "not seen" else f"{row} {_one_line(told)}"


def summary(found: Sequence[Line]) -> str:
    """The counts, in a sentence."""
    verdicts = Counter(line.found.verdict for line in found)
    n_wrong = sum(not line.passed for line in found)
    counts = ", ".join(f"{verdict} {n}" for verdict, n in verdicts.most_common())
    return f"{len(found) - n_wrong} of {len(found)} as the contract says ({counts})"


def as_json(model: str, found: Sequence[Line]) -> str:
    """Everything, for machines."""
    checks = [
        {
            "id": line.check.id,
            "rows": line.check.rows,
            "verdict": line.found.verdict,
            "right": sorted(line.check.right),
            "passed": line.passed,
            "saw": line.found.saw,
        }
        for line in found
    ]
    n_passed = sum(line.passed for line in found)
    return json.dumps(
        {"model": model, "n_checks": len(found), "n_passed": n_passed, "checks": checks}, ensure_ascii=False, indent=2
    )


def _one_line(text: str, longest: int = 150) -> str:
    words = " ".join(text.split())
    shown = "".join(c if c.isprintable() else "·" for c in words)
    return shown if len(shown) <= longest else f"{shown[:longest]}…"
