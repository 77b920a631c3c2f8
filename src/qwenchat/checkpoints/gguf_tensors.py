"""A GGUF file's tensors under the names of a checkpoint folder."""

import mmap
from collections.abc import Mapping
from functools import partial
from math import prod
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.gguf_blocks import FORMATS, BlockFormat, Bytes
from qwenchat.checkpoints.gguf_config import known_name
from qwenchat.checkpoints.mapped import Entry
from qwenchat.gguf import GgufError, GgufFile, open_gguf
from qwenchat.kernels.grids import Coded, Codes
from qwenchat.kernels.words import Dtype, Tensor

_FLOATS: Final[dict[str, tuple[Dtype, type[np.generic]]]] = {
    "F32": ("fp32", np.float32),
    "F16": ("fp16", np.uint16),
    "BF16": ("bf16", np.uint16),
}


class GgufTensors(Struct, frozen=True, eq=False):
    """A `MappedFile`: one GGUF file."""

    path: Path
    header: bytes
    n_bytes: int
    mtime_ns: int
    entries: Mapping[str, Entry]
    pages: mmap.mmap

    def tensor(self, name: str) -> Tensor | Coded:
        """The tensor `name`: mapped floats, or a matrix in its own blocks."""
        e = self.entries[name]
        if e.dtype in _FLOATS:
            dtype, kind = _FLOATS[e.dtype]
            bits = np.frombuffer(self.pages, kind, (e.end - e.begin) // np.dtype(kind).itemsize, e.begin)
            return Tensor(name, dtype, bits.reshape(e.shape))
        if e.dtype not in FORMATS:
            raise CheckpointError(
                f"{self.path}: tensor {name!r} has type {e.dtype}; served are {', '.join((*_FLOATS, *FORMATS))}"
            )
        # Several matrices in one tensor, as experts are stored, are the rows of one.
        form, n_out, n_in = FORMATS[e.dtype], prod(e.shape[:-1]), e.shape[-1]
        rows = np.frombuffer(self.pages, np.uint8, e.end - e.begin, e.begin)
        blocks = rows.reshape(n_out, n_in // form.weights, form.n_bytes)
        return Coded(name, form.grid, (n_out, n_in), partial(_read, form, blocks))


def _read(form: BlockFormat, blocks: Bytes, first: int, last: int) -> Codes:
    return form.codes(blocks[first:last])


def gguf_file(path: Path) -> GgufFile:
    """The mapped file, header checked; CheckpointError naming what is wrong."""
    try:
        return open_gguf(path)
    except GgufError as e:
        raise CheckpointError(str(e)) from None


def gguf_tensors(path: Path) -> GgufTensors:
    """Its tensors, under the names of a checkpoint folder."""
    file = gguf_file(path)
    entries: dict[str, Entry] = {}
    for theirs, (begin, end) in file.spans.items():
        name = known_name(theirs)
        entries[name] = Entry(name, file.kind(theirs), file.places[theirs].shape, begin, end)
    return GgufTensors(path, file.header, file.n_bytes, file.mtime_ns, entries, file.pages)
