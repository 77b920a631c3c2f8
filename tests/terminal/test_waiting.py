"""A word to the waiting, and only to them."""

import io
import time

import pytest

from qwenchat.terminal.waiting import patience


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("out", "said"), [(Screen(), "wait\r\x1b[K"), (io.StringIO(), "")])
def test_long(out: io.StringIO, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qwenchat.terminal.waiting.AFTER_S", 0.0)
    with patience("wait", out):
        time.sleep(0.2)
    assert out.getvalue() == said


def test_short() -> None:
    out = Screen()
    with patience("wait", out):
        pass
    assert out.getvalue() == ""
