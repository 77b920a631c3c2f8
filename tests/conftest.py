"""Fixtures that several rooms' tests share, and which tests run when."""

import os
import signal
import tempfile
from pathlib import Path

import pytest

# Packed weights and tokenizer tables of tests stay out of the user's own cache; child processes inherit this.
CACHE = tempfile.TemporaryDirectory(prefix="qwenchat-tests-")
os.environ["XDG_CACHE_HOME"] = CACHE.name

# Whoever runs us in the background of a shell has us, and all that we start, ignore Ctrl-C; some tests send it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

PARITY = os.environ.get("QWENCHAT_PARITY") == "1"
# The only reasons for which a test may be skipped when parity is asked for.
ALLOWED = ("no shared folder beside this checkout", "slow: run with -m slow", "this machine has no")


@pytest.fixture
def shared() -> Path:
    """The folder of shared vectors beside the checkout; a test that needs it is skipped where it is missing."""
    for parent in Path(__file__).parents[2:]:
        if (parent / "shared" / "vectors").is_dir():
            return parent / "shared"
    pytest.skip("no shared folder beside this checkout")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out `slow` unless asked for by -m; run `parity` only where QWENCHAT_PARITY=1 says the extra is there."""
    for item in items:
        if "slow" in item.keywords and config.option.markexpr != "slow":
            item.add_marker(pytest.mark.skip(reason="slow: run with -m slow"))
        if "parity" in item.keywords and not PARITY:
            item.add_marker(pytest.mark.skip(reason="parity: run with QWENCHAT_PARITY=1 and the parity extra"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item):  # type: ignore[no-untyped-def]
    """Where parity is asked for, a skip that hides a missing input or library is a failure."""
    outcome = yield
    report = outcome.get_result()
    if PARITY and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not any(allowed in reason for allowed in ALLOWED):
            report.outcome, report.longrepr = "failed", f"skipped where it must run: {reason}"
