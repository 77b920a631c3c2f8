"""Fixtures that several rooms' tests share."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def shared() -> Path:
    """The folder of shared vectors beside the checkout; a test that needs it is skipped where it is missing."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("no shared folder beside this checkout")
    return folder


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out `slow` unless asked for by -m; run `parity` only where QWENCHAT_PARITY=1 says the extra is there."""
    asked = str(config.option.markexpr)
    for item in items:
        if "slow" in item.keywords and "slow" not in asked:
            item.add_marker(pytest.mark.skip(reason="slow: run with -m slow"))
        if "parity" in item.keywords and os.environ.get("QWENCHAT_PARITY") != "1":
            item.add_marker(pytest.mark.skip(reason="parity: run with QWENCHAT_PARITY=1 and the parity extra"))
