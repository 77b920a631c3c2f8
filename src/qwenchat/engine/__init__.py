"""Sequences on one device: ids in, tokens out."""

from qwenchat.engine.core import MOST_GUESSED
from qwenchat.engine.counters import Counters
from qwenchat.engine.disk import Disk
from qwenchat.engine.engine import Engine
from qwenchat.engine.request import Advice, Allowed, End, Forced, Guide, Request, Token
from qwenchat.engine.stream import Stream
from qwenchat.engine.worker import EngineDead

__all__ = [
    "MOST_GUESSED",
    "Advice",
    "Allowed",
    "Counters",
    "Disk",
    "End",
    "Engine",
    "EngineDead",
    "Forced",
    "Guide",
    "Request",
    "Stream",
    "Token",
]
