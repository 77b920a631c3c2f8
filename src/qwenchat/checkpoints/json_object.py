"""JSON from a stranger: one object, without surprises in size, depth, numbers or repeated keys."""

import json
import math
from pathlib import Path
from typing import Any

from qwenchat.checkpoints.errors import CheckpointError

MAX_FILE_BYTES = 32 << 20  # the largest config or index file anybody ships is a few MB
MAX_CONTAINERS = 500_000  # arrays and objects: a bound on memory, since two characters can cost a hundred bytes
MAX_VALUES = 1_000_000
MAX_DEPTH = 32
MAX_INT_DIGITS = 19


def json_object(raw: bytes, where: str) -> dict[str, Any]:
    """The JSON object in `raw`; `where` names its file in the CheckpointError that anything else raises."""
    # Counted before parsing, strings included: the bound must hold before anything is built.
    if raw.count(b"{") + raw.count(b"[") > MAX_CONTAINERS or raw.count(b",") > MAX_VALUES:
        raise CheckpointError(f"{where}: too many JSON values for a file of its kind")
    try:
        found = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=lambda pairs: _unique(pairs, where),
            parse_int=lambda digits: _bounded_int(digits, where),
            parse_float=lambda digits: _finite(digits, where),
            parse_constant=lambda word: _finite(word, where),
        )
    except UnicodeDecodeError as e:
        raise CheckpointError(f"{where}: not UTF-8 text (byte {e.start})") from None
    except json.JSONDecodeError as e:
        raise CheckpointError(f"{where}: not JSON, line {e.lineno} column {e.colno}: {e.msg}") from None
    except RecursionError:
        raise CheckpointError(f"{where}: JSON nested deeper than {MAX_DEPTH} levels") from None
    if not isinstance(found, dict):
        raise CheckpointError(f"{where}: a JSON object is expected, this is {type(found).__name__}")
    _check_depth(found, where)
    return found


def read_json_object(path: Path) -> dict[str, Any]:
    """The JSON object in the file `path`."""
    return json_object(read_bounded(path, MAX_FILE_BYTES), str(path))


def read_bounded(path: Path, max_bytes: int) -> bytes:
    """The bytes of `path`, at most `max_bytes`."""
    try:
        with path.open("rb") as f:
            raw = f.read(max_bytes + 1)
    except OSError as e:
        raise CheckpointError(f"{path}: can't be read ({e.strerror or e})") from None
    if len(raw) > max_bytes:
        raise CheckpointError(f"{path}: more than {max_bytes:,} bytes, too large for a file of its kind")
    return raw


def _unique(pairs: list[tuple[str, Any]], where: str) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise CheckpointError(f"{where}: the key {twice[:200]!r} appears twice")
    return found


def _bounded_int(digits: str, where: str) -> int:
    if len(digits.lstrip("-")) > MAX_INT_DIGITS:
        raise CheckpointError(f"{where}: a whole number of {len(digits)} digits; at most {MAX_INT_DIGITS} are served")
    return int(digits)


def _finite(digits: str, where: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise CheckpointError(f"{where}: {digits[:40]} is not a finite number")
    return number


def _check_depth(found: dict[str, Any], where: str) -> None:
    level: list[Any] = [found]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return
    raise CheckpointError(f"{where}: JSON nested deeper than {MAX_DEPTH} levels")
