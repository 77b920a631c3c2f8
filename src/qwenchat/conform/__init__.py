"""The contract as a runnable check list: what a server honours, refuses, accepts and ignores."""

from qwenchat.conform.check import Check, Found
from qwenchat.conform.contract import UNSEEN, checks
from qwenchat.conform.looks import found
from qwenchat.conform.probe import Probe

__all__ = ["UNSEEN", "Check", "Found", "Probe", "checks", "found"]
