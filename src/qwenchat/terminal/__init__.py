"""Talking in a terminal or through a pipe; `conversation` is imported only where one is held, since it takes long."""

from qwenchat.terminal.explain import explained, status_of
from qwenchat.terminal.once import answer_once
from qwenchat.terminal.page import visible
from qwenchat.terminal.waiting import patience
from qwenchat.terminal.wishes import Wishes

__all__ = ["Wishes", "answer_once", "explained", "patience", "status_of", "visible"]
