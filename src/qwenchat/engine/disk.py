"""Computed blocks in a folder, so that a restart finds them."""

import contextlib
import logging
import os
import struct
import zlib
from collections.abc import Hashable, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_log = logging.getLogger(__name__)

HEAD = struct.Struct("<8sQI4x")  # magic, bytes that follow, their checksum
MAGIC = b"QWENBLK1"
WORDS = 16  # 64 tokens of two bytes are so many words of eight, at least
Parts = Sequence[NDArray[np.uint8]]


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
        # The longest unused first.
        self._sizes = {name.removesuffix(".block"): n for _, name, n in found if name.endswith(".block")}

    def root(self, kind: Hashable) -> str:
        """Where the names of blocks of this kind of sequence begin."""
        return self.after(self._identity, repr(kind).encode())

    def after(self, name: str, ids: bytes) -> str:
        """The name of a block with these ids that follows the one of this name."""
        return blake2b(name.encode() + b"/" + ids, digest_size=20).hexdigest()

    def has(self, name: str) -> bool:
        """Whether the file is there; it may still turn out to be damaged."""
        return name in self._sizes

    def load(self, name: str, parts: Parts) -> bool:
        """Read a block into `parts`; False when the file isn't whole, which then is removed."""
        path = self._path(name)
        try:
            with path.open("rb", buffering=0) as file:
                magic, n_bytes, check = HEAD.unpack(file.read(HEAD.size))
                n_wanted = sum(part.nbytes for part in parts)
                if magic != MAGIC or not n_wanted == n_bytes == os.fstat(file.fileno()).st_size - HEAD.size:
                    raise ValueError("it is another file, or cut")
                n_read = sum(file.readinto(part.data) or 0 for part in parts)
            if n_read != n_bytes or checksum(parts) != check:
                raise ValueError("it is damaged")
            os.utime(path)
        except (OSError, ValueError, struct.error) as e:
            _log.info("%s can't be used: %s", path, e)
            self._forget(name)
            return False
        self._sizes[name] = self._sizes.pop(name)
        return True

    def save(self, name: str, parts: Parts) -> None:
        """Write a block, whole or not at all."""
        n_bytes = sum(part.nbytes for part in parts)
        path = self._folder / f"{name}.{os.getpid()}.part"
        try:
            self._make_room(n_bytes + HEAD.size)
            with path.open("wb", buffering=0) as file:
                file.write(HEAD.pack(MAGIC, n_bytes, checksum(parts)))
                for part in parts:
                    file.write(part.data)
            path.replace(self._path(name))
        except OSError as e:
            _log.warning("a computed block is not kept in %s: %s", self._folder, e)
            path.unlink(missing_ok=True)
            return
        self._sizes[name] = n_bytes + HEAD.size

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.block"

    def _make_room(self, n_bytes: int) -> None:
        while self._sizes and sum(self._sizes.values()) + n_bytes > self._most_bytes:
            self._forget(next(iter(self._sizes)))

    def _forget(self, name: str) -> None:
        self._sizes.pop(name, None)
        with contextlib.suppress(OSError):
            self._path(name).unlink()


def checksum(parts: Parts) -> int:
    """The CRC-32 of the sums of every 16 words: as fast as memory is read, where a CRC of all would take four times
    as long as reading the file."""
    check = 0
    for part in parts:
        sums = part.view(np.uint64).reshape(-1, WORDS).sum(axis=1, dtype=np.uint64)
        check = zlib.crc32(sums.data, check)
    return check
