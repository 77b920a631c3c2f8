"""Computed blocks in a folder, so that a restart finds them."""

import contextlib
import logging
import os
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_log = logging.getLogger(__name__)

HEAD = struct.Struct("<8sQI4x")  # magic, bytes that follow, their CRC-32
MAGIC = b"QWENBLK1"
Bytes = NDArray[np.uint8]


class Disk:
    """One file a block, named after everything its bits depend on. The longest unused go when the room is needed.

    Nothing here can stop an answer: what can't be read or isn't whole is computed again, what can't be written isn't
    kept. Two engines may share a folder.
    """

    def __init__(self, folder: Path, identity: str, most_bytes: int) -> None:
        """`identity`: of model, format, cache format, instruction set: whatever bits depend on beside the ids."""
        self._folder = folder
        self._identity = identity
        self._most_bytes = most_bytes
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = sorted((entry.stat().st_mtime_ns, entry.name, entry.stat().st_size) for entry in os.scandir(folder))
        self._sizes = {name: size for _, name, size in found if name.endswith(".block")}  # the longest unused first

    def names(self, kind: bytes, blocks: Iterable[bytes]) -> Iterator[str]:
        """The file of each of the blocks of a sequence of that kind, given their ids in order."""
        chain = blake2b(self._identity.encode() + b"\0" + kind, digest_size=20).digest()
        for ids in blocks:
            chain = blake2b(chain + ids, digest_size=20).digest()
            yield f"{chain.hex()}.block"

    def has(self, name: str) -> bool:
        """Whether the file is there; it may still turn out to be damaged."""
        return name in self._sizes

    def load(self, name: str) -> Bytes | None:
        """The bytes of a block, or None when the file isn't whole; then it is removed."""
        path = self._folder / name
        try:
            whole = np.fromfile(path, np.uint8)
            magic, n_bytes, crc = HEAD.unpack(whole[: HEAD.size].tobytes())
            content = whole[HEAD.size :]
            if magic != MAGIC or n_bytes != len(content) or crc != zlib.crc32(content.data):
                raise ValueError("it is damaged")
            os.utime(path)
        except (OSError, ValueError, struct.error) as e:
            _log.info("%s can't be used: %s", path, e)
            self._forget(name)
            return None
        self._sizes[name] = self._sizes.pop(name)
        return content

    def save(self, name: str, parts: Sequence[Bytes]) -> None:
        """Write a block, whole or not at all."""
        n_bytes = sum(part.nbytes for part in parts)
        crc = 0
        for part in parts:
            crc = zlib.crc32(part.data, crc)
        path = self._folder / f"{name}.{os.getpid()}.part"
        try:
            self._make_room(n_bytes + HEAD.size)
            with path.open("wb", buffering=0) as file:
                file.write(HEAD.pack(MAGIC, n_bytes, crc))
                for part in parts:
                    file.write(part.data)
            path.replace(self._folder / name)
        except OSError as e:
            _log.warning("a computed block is not kept in %s: %s", self._folder, e)
            path.unlink(missing_ok=True)
            return
        self._sizes[name] = n_bytes + HEAD.size

    def _make_room(self, n_bytes: int) -> None:
        while self._sizes and sum(self._sizes.values()) + n_bytes > self._most_bytes:
            self._forget(next(iter(self._sizes)))

    def _forget(self, name: str) -> None:
        self._sizes.pop(name, None)
        with contextlib.suppress(OSError):
            (self._folder / name).unlink()
