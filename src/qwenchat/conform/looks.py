"""The ways of looking: each makes one kind of check from data."""

from collections.abc import Callable

from qwenchat.client import ServiceError
from qwenchat.conform.check import Check, Found, Look, Verdict
from qwenchat.conform.probe import Probe, Reply

Rows = tuple[str, ...]
Test = Callable[[Reply], object]
_ODD = (AttributeError, LookupError, TypeError, ValueError, StopIteration)  # what reading an odd reply raises


def shape(id: str, rows: Rows, of: str, test: Test, needs: str | None = None) -> Check:
    """One of the probe's replies has a form; `needs` names what the model must be able to do first."""

    def look(probe: Probe) -> Found:
        if needs is not None and not getattr(probe, needs):
            return Found("not seen", f"the model: {needs} is false")
        reply: Reply = getattr(probe, of)
        came = bool(reply.chunks) or not of.endswith("stream")
        return Found("honours" if came and holds(test, reply) else "differs", reply.shown())

    return Check(id, rows, look, _set("honours"))


def effect(id: str, rows: Rows, look: Look, or_refuses: bool = False) -> Check:
    """Something asked for is done."""
    return Check(id, rows, look, _set("honours", "refuses") if or_refuses else _set("honours"))


def seen(done: bool, reply: Reply, otherwise: Verdict = "ignores") -> Found:
    """What it is when a wish was, or wasn't, fulfilled by `reply`."""
    if not reply.served:
        return Found("breaks" if reply.status >= 500 else "differs", reply.shown())
    return Found("honours" if done else otherwise, reply.shown())


def holds(test: Test, reply: Reply) -> bool:
    """Whether a reply passes a test; one too odd to be read does not."""
    try:
        return reply.served and bool(test(reply))
    except _ODD:
        return False


def found(check: Check, probe: Probe) -> Found:
    """What a check finds; a refusal where an answer was due differs, and what can't be read, or never came, breaks."""
    probe.last = None
    try:
        return check.look(probe)
    except ServiceError as error:
        return Found("breaks", str(error))
    except _ODD as error:
        last = probe.last
        if last is not None and last.error and last.status < 500:
            return Found("differs", last.shown())
        return Found("breaks", f"unreadable reply ({type(error).__name__}): {last.shown() if last else ''}")


def _set(*verdicts: Verdict) -> frozenset[Verdict]:
    return frozenset(verdicts)
