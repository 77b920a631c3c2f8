"""A matrix that several tensors make together: codes here, scales there, each checked as it is taken."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, Literal, Protocol

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.mapped import Entry, MappedFile
from qwenchat.kernels.grids import Coded

SCALES: Final[dict[str, Literal["fp16", "bf16"]]] = {"F16": "fp16", "BF16": "bf16"}
_KINDS: Final = {"I32": "<u4", "U32": "<u4", "F16": "<u2", "BF16": "<u2", "F32": "<f4", "F8_E4M3": "u1"}


class Parts(Struct, frozen=True, eq=False):
    """The tensors `module`.END, END one of `ends`; `files` says where each tensor lies."""

    module: str
    files: Mapping[str, MappedFile]
    ends: tuple[str, ...]

    def names(self) -> tuple[str, ...]:
        """Those there are."""
        return tuple(f"{self.module}.{end}" for end in self.ends if self.has(end))

    def has(self, end: str) -> bool:
        """Whether there is such a tensor."""
        return f"{self.module}.{end}" in self.files

    def entry(self, end: str) -> Entry:
        """Where the tensor lies; CheckpointError where there is none."""
        name = f"{self.module}.{end}"
        if name not in self.files:
            raise CheckpointError(f"{self.module}: tensor {name!r} is missing, without which the others are no matrix")
        return self.files[name].entries[name]

    def path(self, end: str) -> Path:
        """The file it is in."""
        return self.files[self.entry(end).name].path

    def take(self, end: str, dtypes: Iterable[str], shape: tuple[int, ...]) -> NDArray[Any]:
        """The tensor's bits, mapped, of one of these types and this shape; CheckpointError otherwise."""
        e = self.entry(end)
        if e.dtype not in dtypes:
            raise CheckpointError(
                f"{self.path(end)}: tensor {e.name!r} has dtype {e.dtype}; {' or '.join(dtypes)} is served here"
            )
        if e.shape != shape:
            raise CheckpointError(
                f"{self.path(end)}: tensor {e.name!r} has shape {list(e.shape)}; the others of {self.module}, with the "
                f"bits and the group_size of config.json, ask for {list(shape)}"
            )
        kind = np.dtype(_KINDS[e.dtype])
        bits = np.frombuffer(self.files[e.name].pages, kind, (e.end - e.begin) // kind.itemsize, e.begin).reshape(shape)
        return bits if bits.flags.aligned else bits.copy()

    def scale_type(self, end: str = "scales") -> Literal["fp16", "bf16"]:
        """The type of the scales, as a grid spells it."""
        e = self.entry(end)
        if e.dtype not in SCALES:
            raise CheckpointError(
                f"{self.path(end)}: tensor {e.name!r} has dtype {e.dtype}; F16 or BF16 is served here"
            )
        return SCALES[e.dtype]


class Packing(Protocol):
    """A published format of quantised matrices, as a config describes it."""

    @property
    def about(self) -> str:
        """What it is, in a few words."""
        ...

    @property
    def ends(self) -> tuple[str, ...]:
        """The ends of the names of a matrix's tensors; one that has the first of them is quantised."""
        ...

    def shape(self, parts: Parts) -> tuple[int, ...]:
        """The matrix's shape; of several stacked ones, theirs with the number of them before it."""
        ...

    def coded(self, name: str, parts: Parts) -> Coded:
        """The matrix, mapped; stacked ones are the rows of one."""
        ...


def unpacked(words: NDArray[Any], bits: int) -> NDArray[np.uint8]:
    """The numbers of 4 or 8 bits in words of 32 [n, m], lowest first: [n, m * 32 / bits]."""
    some = np.ascontiguousarray(words).view(np.uint8)
    if bits == 8:
        return some
    pairs = some.astype("<u2")
    pairs |= pairs << 4
    pairs &= 0x0F0F
    return pairs.view(np.uint8)
