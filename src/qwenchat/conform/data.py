"""The checks that are data: requests.toml read."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from qwenchat.conform.check import Check, Found, Verdict
from qwenchat.conform.probe import ABSENT, Probe


class Entry(Struct, frozen=True):
    """One entry of the file: a request, and whether it is refused, and how."""

    id: str
    refuses: bool
    rows: tuple[str, ...]
    body: Mapping[str, Any]
    headers: Mapping[str, str] | None = None
    sent: bytes | None = None  # instead of a body
    text: str = ""
    status: int = 400
    code: str | None = None
    or_serves: bool = False

    def check(self) -> Check:
        """The check that it describes."""
        return _refuses(self) if self.refuses else _accepts(self)


@cache
def raw_checks() -> tuple[Entry, ...]:
    """The entries, in the file's order."""
    raw = tomllib.loads(Path(__file__).with_name("requests.toml").read_text(encoding="utf-8"))
    pieces: dict[str, Any] = {"null": None, "absent": ABSENT}
    for name, piece in raw["pieces"].items():
        pieces[name] = _filled(piece, pieces)
    return tuple(_entry(entry, pieces) for entry in raw["checks"])


def _entry(said: Mapping[str, Any], pieces: Mapping[str, Any]) -> Entry:
    rest = {key: value for key, value in said.items() if key not in ("refuses", "accepts", "rows", "body", "sent")}
    return Entry(
        id=said.get("refuses") or said["accepts"],
        refuses="refuses" in said,
        rows=tuple(said["rows"]),
        body=_filled(said.get("body", {}), pieces),
        sent=said["sent"].encode() if "sent" in said else None,
        **rest,
    )


def _refuses(entry: Entry) -> Check:
    """The server refuses a request, in the contract's words; `or_serves` where more than the contract is welcome."""

    def look(probe: Probe) -> Found:
        reply = probe.ask(**entry.body) if entry.sent is None else probe.send(entry.sent)
        if reply.served:
            return Found("accepts", reply.shown())
        if reply.status >= 500:
            return Found("breaks", reply.shown())
        said = reply.error.get("message")
        worded = isinstance(said, str) and entry.text in said and entry.code in (None, reply.error.get("code"))
        return Found("refuses" if reply.status == entry.status and worded else "differs", reply.shown())

    right: tuple[Verdict, ...] = ("refuses", "accepts") if entry.or_serves else ("refuses",)
    return Check(entry.id, entry.rows, look, frozenset(right))


def _accepts(entry: Entry) -> Check:
    """The server takes a request, and answers it."""

    def look(probe: Probe) -> Found:
        reply = probe.ask(headers=entry.headers, **entry.body)
        return Found("accepts" if reply.served else "differs" if reply.status < 500 else "breaks", reply.shown())

    return Check(entry.id, entry.rows, look, frozenset[Verdict]({"accepts"}))


def _filled(value: Any, pieces: Mapping[str, Any]) -> Any:
    """`value` with the pieces put where their names stand."""
    if isinstance(value, str):
        return pieces[value[1:]] if value.startswith("$") else value
    if isinstance(value, list):
        return [_filled(item, pieces) for item in value]
    return {key: _filled(item, pieces) for key, item in value.items()} if isinstance(value, dict) else value
