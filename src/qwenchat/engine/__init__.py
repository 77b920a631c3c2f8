"""Sequences on one device: ids in, tokens out."""

from qwenchat.engine.engine import End, Engine, Token

__all__ = ["End", "Engine", "Token"]
