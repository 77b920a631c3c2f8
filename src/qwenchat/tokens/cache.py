"""Compiled tables kept between starts: made once from a folder's files, mapped from then on."""

import os
import time
import zlib
from collections.abc import Callable, Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path

from qwenchat.tokens._bpe import Table
from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.table import DamagedTable, open_table, pack_table
from qwenchat.tokens.vocabulary import TextRules, Vocabulary

_SAMPLE_BYTES = 4096
_N_SAMPLES = 16


def identity_of(files: Sequence[Path]) -> str:
    """Name, size, time and a checksum of samples of each file: what tells one state of the files from another."""
    return " ".join(_identity(path) for path in files)


def cached_table(
    folder: Path, files: Sequence[Path], cache_dir: Path | None, build: Callable[[], Vocabulary]
) -> tuple[Table, TextRules, int]:
    """The table of the folder's files, from the cache where it has it; a cache that can't be used is no error."""
    identity = identity_of(files)
    if cache_dir is None:
        return open_table(pack_table(build(), identity), identity)
    # One file a folder, so that a checkpoint written anew replaces its old table.
    path = cache_dir / f"tokenizer-{zlib.crc32(os.fsencode(folder.resolve())):08x}.table"
    try:
        return _mapped(path, identity)
    except (OSError, DamagedTable):
        packed = pack_table(build(), identity)
    try:
        _save(packed, path)
        return _mapped(path, identity)
    except (OSError, DamagedTable):
        return open_table(packed, identity)


def _mapped(path: Path, identity: str) -> tuple[Table, TextRules, int]:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size == 0:
            raise DamagedTable("empty")
        mapping = mmap(file.fileno(), 0, access=ACCESS_READ)
    return open_table(mapping, identity)


def _save(packed: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.{time.monotonic_ns()}.unfinished")
    try:
        with unfinished.open("xb") as file:
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())  # else a power cut could leave the name with zeros behind it
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _identity(path: Path) -> str:
    # Reading all of a tokenizer.json would cost more than mapping the table.
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            checksum = 0
            for sample in range(_N_SAMPLES):
                file.seek(max(0, status.st_size - _SAMPLE_BYTES) * sample // (_N_SAMPLES - 1))
                checksum = zlib.crc32(file.read(_SAMPLE_BYTES), checksum)
    except FileNotFoundError:
        return f"{path.name}:none"
    except OSError as error:
        raise TokenizerError(f"{path}: can't be read: {error.strerror}") from error
    return f"{path.name}:{status.st_size}:{status.st_mtime_ns}:{checksum:08x}"
