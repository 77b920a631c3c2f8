"""What every mapped file of weights can say, whatever its format."""

import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from qwenchat.kernels.grids import Coded
from qwenchat.kernels.words import Tensor


class Entry(Struct, frozen=True):
    """Where one tensor lies: `begin` and `end` count from the start of the file."""

    name: str
    dtype: str  # as the file spells it
    shape: tuple[int, ...]
    begin: int
    end: int


class MappedFile(Protocol):
    """One mapped file of weights. `header` is its first bytes, up to the tensors."""

    @property
    def path(self) -> Path:
        """Where it is."""
        ...

    @property
    def header(self) -> bytes:
        """Its first bytes, up to the tensors."""
        ...

    @property
    def n_bytes(self) -> int:
        """Its size."""
        ...

    @property
    def mtime_ns(self) -> int:
        """When it was written."""
        ...

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Its tensors by name."""
        ...

    @property
    def pages(self) -> mmap.mmap:
        """Its bytes."""
        ...

    def tensor(self, name: str) -> Tensor | Coded:
        """The tensor `name`, mapped; CheckpointError when its type isn't served."""
        ...


def advise(file: MappedFile, name: str, advice: int) -> None:
    """`madvise` on the pages of a tensor, those it shares with its neighbours included."""
    e = file.entries[name]
    start = e.begin - e.begin % mmap.PAGESIZE
    if e.end > e.begin:
        file.pages.madvise(advice, start, e.end - start)
