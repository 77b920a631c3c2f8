"""One file from a hub to its cache: resumed where it was cut, checked against its hash, put in place whole.

huggingface_hub 2 throws a part away when its process ends, and xet's own transfer can't be continued either. So the
bytes are fetched here, over the library's session, into the part file its older versions use.
"""

import hashlib
import logging
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.hub_errors import network_errors

_log = logging.getLogger(__name__)

TIMEOUT_S: Final = 20.0
CHUNK: Final = 1 << 16
LONGEST_PAUSE_S: Final = 20.0
TRY_AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


class Stopped(Exception):
    """Another file failed, or the user had enough."""


class _Cut(Exception):
    """The connection failed, or its answer can't be used; trying again may help."""


class Patience(Struct, frozen=True):
    """How long a dead line is waited for: `tries` in a row without one new byte, pauses doubling."""

    tries: int = 8
    first_pause_s: float = 0.2


class Line(Struct, frozen=True):
    """What all transfers of one download share. `advance` gets bytes as they come, negative when some are lost."""

    headers: dict[str, str]
    advance: Callable[[int], None]
    stop: threading.Event
    patience: Patience


def is_hash(etag: str | None) -> bool:
    """Whether an etag names its content: a SHA-256 (large files) or a git blob's SHA-1."""
    return etag is not None and _HASH.fullmatch(etag) is not None


def transfer(url: str, blob: Path, size: int, line: Line) -> None:
    """Fetch `url`, of `size` bytes, to `blob`, whose name is its hash; what an earlier call fetched is continued."""
    part = blob.with_name(blob.name + ".incomplete")
    part.touch()
    for last in (False, True):
        _fill(url, part, size, line)
        if _size(part) == size and _fits(part, size, blob.name):
            os.replace(part, blob)
            return
        _log.warning("%s: what came doesn't match its hash%s", blob.name, "" if last else ", fetching it again")
        line.advance(-_size(part))
        part.unlink()
        part.touch()
    part.unlink()
    raise CheckpointError(f"{url}: what came doesn't match its hash, twice. Try again later, or another HF_ENDPOINT.")


def _fill(url: str, part: Path, size: int, line: Line) -> None:
    """Fetch until `part` has `size` bytes, over as many connections as it takes."""
    have = _size(part)
    line.advance(have)
    n_failed = 0
    while have < size:
        reason = "it ended early"
        try:
            _continue(url, part, size, line)
        except _Cut as cut:
            reason = str(cut)
        n_failed = 0 if _size(part) > have else n_failed + 1
        have = _size(part)
        if have >= size:
            return
        _log.info("%s: cut at %d of %d bytes (%s)", url, have, size, reason)
        if n_failed >= line.patience.tries:
            raise CheckpointError(
                f"{url}: the connection keeps failing at {have:,} of {size:,} bytes ({reason}). What came is kept: run "
                "the same command again to go on from there."
            )
        if line.stop.wait(min(line.patience.first_pause_s * 2**n_failed, LONGEST_PAUSE_S)):
            raise Stopped


def _continue(url: str, part: Path, size: int, line: Line) -> None:
    """One connection's worth."""
    with part.open("r+b") as f:
        have = f.seek(0, os.SEEK_END)
        # Compressed on the way, a file would have no positions to resume at.
        headers = {**line.headers, "Accept-Encoding": "identity"}
        if have:
            headers["Range"] = f"bytes={have}-"
        with _stream(url, headers) as (response, chunks):
            if have and response.status_code != 206:  # the server starts again
                f.seek(0)
                f.truncate()
                line.advance(-have)
                have = 0
            elif have and not response.headers.get("Content-Range", "").startswith(f"bytes {have}-"):
                raise _Cut(f"bytes from {have} were asked for, {response.headers.get('Content-Range')!r} came")
            for chunk in chunks:
                if line.stop.is_set():
                    raise Stopped
                _append(f, chunk[: size - have], part)
                have += len(chunk)
                line.advance(min(len(chunk), size - have + len(chunk)))
                if have >= size:
                    return


@contextmanager
def _stream(url: str, headers: dict[str, str]) -> Iterator[tuple[Any, Iterator[bytes]]]:
    """A response and its bytes, by the library's session: httpx's since version 1, before that requests'."""
    from huggingface_hub import errors, utils

    hub: Any = utils
    session = hub.get_session()
    try:
        if callable(getattr(session, "stream", None)):  # of requests it is a flag
            with session.stream("GET", url, headers=headers, timeout=TIMEOUT_S, follow_redirects=True) as response:
                hub.hf_raise_for_status(response)
                yield response, response.iter_bytes()
        else:
            with session.get(url, headers=headers, timeout=TIMEOUT_S, stream=True) as response:
                hub.hf_raise_for_status(response)
                yield response, response.iter_content(CHUNK)
    except errors.HfHubHTTPError as e:
        if e.response is not None and e.response.status_code in TRY_AGAIN:
            raise _Cut(f"HTTP {e.response.status_code}") from e
        raise
    except network_errors() as e:
        raise _Cut(f"{type(e).__name__}: {e}") from e


def _append(f: BinaryIO, chunk: bytes, part: Path) -> None:
    try:
        f.write(chunk)
    except OSError as e:
        raise CheckpointError(f"{part}: can't be written ({e.strerror or e})") from None


def _size(part: Path) -> int:
    return part.stat().st_size


def _fits(part: Path, size: int, name: str) -> bool:
    if len(name) == 64:
        h = hashlib.sha256()
    else:
        h = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    with part.open("rb") as f:
        while chunk := f.read(1 << 20):
            h.update(chunk)
    return h.hexdigest() == name
