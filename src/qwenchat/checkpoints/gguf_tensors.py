"""A GGUF file's tensors under the names of a checkpoint folder."""

import mmap
from collections.abc import Mapping, Sequence
from functools import partial
from math import prod
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.gguf_blocks import FORMATS, BlockFormat, Bytes
from qwenchat.checkpoints.gguf_config import n_layers_of
from qwenchat.checkpoints.gguf_hybrid import Places, Undo, undoing
from qwenchat.checkpoints.gguf_names import HYBRIDS, known_name
from qwenchat.checkpoints.gguf_parts import gguf_parts
from qwenchat.checkpoints.mapped import Entry
from qwenchat.gguf import GgufFile
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
    undo: Mapping[str, Undo]  # by the ends of names

    def tensor(self, name: str) -> Tensor | Coded:
        """The tensor `name`: mapped floats, or a matrix in its own blocks."""
        e, undo = self.entries[name], self._undo(name)
        if e.dtype in _FLOATS:
            dtype, kind = _FLOATS[e.dtype]
            bits = np.frombuffer(self.pages, kind, (e.end - e.begin) // np.dtype(kind).itemsize, e.begin)
            return _restored(Tensor(name, dtype, bits.reshape(e.shape)), undo)
        if e.dtype not in FORMATS:
            raise CheckpointError(
                f"{self.path}: tensor {name!r} has type {e.dtype}; served are {', '.join((*_FLOATS, *FORMATS))}"
            )
        # Several matrices in one tensor, as experts are stored, are the rows of one.
        form, n_out, n_in = FORMATS[e.dtype], prod(e.shape[:-1]), e.shape[-1]
        rows = np.frombuffer(self.pages, np.uint8, e.end - e.begin, e.begin)
        blocks = rows.reshape(n_out, n_in // form.weights, form.n_bytes)
        order = None if undo.columns is None else np.argsort(undo.columns).astype(np.int32)
        return Coded(name, form.grid, (n_out, n_in), partial(_read, form, blocks, undo.rows), order)

    def _undo(self, name: str) -> Undo:
        return next((undo for end, undo in self.undo.items() if name.endswith(end)), Undo())


def _read(form: BlockFormat, blocks: Bytes, rows: Places | None, first: int, last: int) -> Codes:
    return form.codes(blocks[first:last] if rows is None else blocks[rows[first:last]])


def _restored(found: Tensor, undo: Undo) -> Tensor:
    if undo.rows is not None:
        found = Tensor(found.name, found.dtype, found.bits[undo.rows])
    if undo.columns is not None:
        found = Tensor(found.name, found.dtype, found.bits[:, undo.columns])
    return found if undo.values is None else Tensor(found.name, "fp32", undo.values(found.float32()))


def gguf_tensors(path: Path) -> Sequence[GgufTensors]:
    """The tensors of each of its files, under the names of a checkpoint folder."""
    parts = gguf_parts(path)
    kind, n_layers = parts[0].text("general.architecture") or "", n_layers_of(parts[0])
    undo = undoing(parts[0]) if kind in HYBRIDS else {}
    return [_tensors(part, kind, n_layers, undo) for part in parts]


def _tensors(file: GgufFile, kind: str, n_layers: int, undo: Mapping[str, Undo]) -> GgufTensors:
    entries: dict[str, Entry] = {}
    for theirs, (begin, end) in file.spans.items():
        name = known_name(theirs, kind, n_layers)
        entries[name] = Entry(name, file.kind(theirs), _shape(name, file.places[theirs].shape), begin, end)
    return GgufTensors(file.path, file.header, file.n_bytes, file.mtime_ns, entries, file.pages, undo)


def _shape(name: str, shape: tuple[int, ...]) -> tuple[int, ...]:
    """The shape that a checkpoint folder has: GGUF leaves sizes of 1 out."""
    if name.endswith(".conv1d.weight") and len(shape) == 2:
        return shape[0], 1, shape[1]
    return (1, *shape) if name.endswith(".shared_expert_gate.weight") and len(shape) == 1 else shape
