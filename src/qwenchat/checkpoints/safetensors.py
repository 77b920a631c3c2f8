"""One safetensors file: every offset checked, tensors mapped and not copied."""

import mmap
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.json_object import json_object
from qwenchat.checkpoints.mapped import Entry
from qwenchat.kernels.words import Dtype, Tensor

MAX_HEADER_BYTES: Final = 100_000_000  # the format's own limit
MAX_NAME: Final = 1024
MAX_DIMENSIONS: Final = 8
LFS_START: Final = b"version https://git-lfs"

_SERVED: Final[dict[str, tuple[Dtype, type[np.generic]]]] = {
    "F32": ("fp32", np.float32),
    "BF16": ("bf16", np.uint16),
    "F16": ("fp16", np.uint16),
}
_BITS: Final = {
    **dict.fromkeys(("F64", "I64", "U64", "C64"), 64),
    **dict.fromkeys(("F32", "I32", "U32"), 32),
    **dict.fromkeys(("BF16", "F16", "I16", "U16"), 16),
    **dict.fromkeys(("F8_E4M3", "F8_E5M2", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ", "I8", "U8", "BOOL"), 8),
    **dict.fromkeys(("F6_E2M3", "F6_E3M2"), 6),
    "F4": 4,
}


class SafetensorsFile(Struct, frozen=True, eq=False):
    """One mapped file. `header` is its first bytes, length word included."""

    path: Path
    header: bytes
    n_bytes: int
    mtime_ns: int
    entries: Mapping[str, Entry]
    pages: mmap.mmap

    def tensor(self, name: str) -> Tensor:
        """The tensor `name`, mapped; CheckpointError when its type isn't served."""
        e = self.entries[name]
        if e.dtype not in _SERVED:
            raise CheckpointError(
                f"{self.path}: tensor {name!r} has dtype {e.dtype}; served are {', '.join(_SERVED)} "
                "and, where config.json says how they are quantised, those of GPTQ, AWQ, FP8 and MLX." + _hint(e)
            )
        dtype, kind = _SERVED[e.dtype]
        count = (e.end - e.begin) // np.dtype(kind).itemsize
        bits = np.frombuffer(self.pages, kind, count, e.begin).reshape(e.shape) if count else np.zeros(e.shape, kind)
        # The format doesn't promise alignment and compiled code needs it; files with odd headers are rare.
        return Tensor(name, dtype, bits if bits.flags.aligned else bits.copy())


def open_safetensors(path: Path) -> SafetensorsFile:
    """Map one file and check its header."""
    if not path.is_file():
        raise CheckpointError(f"{path}: not a file")
    try:
        with path.open("rb") as f:
            n_bytes, mtime_ns = os.fstat(f.fileno()).st_size, os.fstat(f.fileno()).st_mtime_ns
            start = f.read(8)
            length = _header_length(start, path)
            # Never more than the file has: what its first word says is not yet believed.
            header = f.read(min(length, n_bytes - 8))
            if header and header[:1] != b"{":
                raise CheckpointError(f"{path}: not a safetensors file (its header is no JSON object)")
            if len(header) < length:
                raise CheckpointError(_cut(path, 8 + length, n_bytes))
            entries = _entries(header, path)
            needed = max((e.end for e in entries.values()), default=8 + length)
            if n_bytes < needed:
                raise CheckpointError(_cut(path, needed, n_bytes))
            if n_bytes > needed:
                raise CheckpointError(
                    f"{path}: {n_bytes - needed:,} bytes follow the last tensor; the file is damaged, fetch it again"
                )
            pages = mmap.mmap(f.fileno(), n_bytes, access=mmap.ACCESS_READ)
    except OSError as e:
        raise CheckpointError(f"{path}: can't be read ({e.strerror or e})") from None
    return SafetensorsFile(path, start + header, n_bytes, mtime_ns, entries, pages)


def _hint(e: Entry) -> str:
    if e.dtype != "F8_E4M3":
        return ""
    if e.name.endswith(".weight"):
        return f" Of FP8 that is a matrix with its scales, and there is no {e.name + '_scale_inv'!r}."
    return " Of FP8 those are NAME.weight and NAME.weight_scale_inv, so experts with tensors of their own."


def _header_length(start: bytes, path: Path) -> int:
    if LFS_START.startswith(start) and start:
        raise CheckpointError(
            f"{path}: only a Git LFS pointer, not the weights. Run `git lfs pull` in {path.parent}, or give the "
            "model's hub name to download it."
        )
    if len(start) < 8:
        raise CheckpointError(_cut(path, 8, len(start)))
    (length,) = struct.unpack("<Q", start)
    if not 2 <= length <= MAX_HEADER_BYTES:
        raise CheckpointError(
            f"{path}: not a safetensors file (its header would have {length:,} bytes; 2 to {MAX_HEADER_BYTES:,} can be)"
        )
    return int(length)


def _cut(path: Path, expected: int, real: int) -> str:
    return (
        f"{path}: cut short, {real:,} bytes where its header promises {expected:,}: a download that didn't end. "
        "Delete this file and fetch it again."
    )


def _entries(header: bytes, path: Path) -> dict[str, Entry]:
    where = f"{path} (header)"
    found = json_object(header, where)
    meta = found.pop("__metadata__", {})
    if not isinstance(meta, dict) or not all(isinstance(v, str) for v in meta.values()):
        raise CheckpointError(f"{where}: __metadata__ must map text to text")
    base = 8 + len(header)
    entries = {name: _entry(name, said, base, where) for name, said in found.items()}
    at = base
    for e in sorted(entries.values(), key=lambda e: (e.begin, e.end)):
        if e.begin != at:
            what = "overlaps the one before it" if e.begin < at else "leaves a hole before it"
            raise CheckpointError(f"{where}: tensor {e.name!r} {what} (offset {e.begin - base:,}, not {at - base:,})")
        at = e.end
    return entries


def _entry(name: str, said: Any, base: int, where: str) -> Entry:
    if len(name) > MAX_NAME:
        raise CheckpointError(f"{where}: a tensor name of {len(name):,} characters; at most {MAX_NAME} are served")
    if not isinstance(said, dict) or set(said) != {"dtype", "shape", "data_offsets"}:
        raise CheckpointError(f"{where}: tensor {name!r} must have dtype, shape and data_offsets, and nothing else")
    dtype, shape, offsets = said["dtype"], said["shape"], said["data_offsets"]
    if not isinstance(dtype, str) or len(dtype) > 32:
        raise CheckpointError(f"{where}: tensor {name!r}: dtype must be a short text")
    if not _sizes(shape) or len(shape) > MAX_DIMENSIONS:
        raise CheckpointError(f"{where}: tensor {name!r}: shape must be up to {MAX_DIMENSIONS} whole numbers >= 0")
    if not _sizes(offsets) or len(offsets) != 2 or offsets[0] > offsets[1]:
        raise CheckpointError(f"{where}: tensor {name!r}: data_offsets must be [begin, end], 0 <= begin <= end")
    n_bits = _BITS.get(dtype)
    for n in shape:
        n_bits = None if n_bits is None else n_bits * n
    if n_bits is not None and n_bits != 8 * (offsets[1] - offsets[0]):
        raise CheckpointError(
            f"{where}: tensor {name!r}: {dtype} {shape} needs {n_bits // 8:,} bytes, its data_offsets hold "
            f"{offsets[1] - offsets[0]:,}"
        )
    return Entry(name, dtype, tuple(shape), base + offsets[0], base + offsets[1])


def _sizes(numbers: Any) -> bool:
    return isinstance(numbers, list) and all(type(n) is int and n >= 0 for n in numbers)
