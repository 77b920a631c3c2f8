"""Sequences on one device: ids in, tokens out."""

from qwenchat.engine.engine import Engine
from qwenchat.engine.request import Advice, Allowed, End, Forced, Guide, Request, Token

__all__ = ["Advice", "Allowed", "End", "Engine", "Forced", "Guide", "Request", "Token"]
