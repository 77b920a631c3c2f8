"""A GGUF file, version 3: typed facts about a model, then its tensors, each at a multiple of 32 bytes."""

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from qwenchat.kernels.words import Dtype, Tensor

Fact: TypeAlias = "bool | int | float | str | Sequence[int] | Sequence[str]"

MAGIC: Final = b"GGUF"
VERSION: Final = 3
ALIGNMENT: Final = 32
_U32, _I32, _F32, _BOOL, _STRING, _ARRAY = 4, 5, 6, 7, 8, 9  # value types of the format
_TENSOR_TYPES: Final[dict[Dtype, int]] = {"fp32": 0, "fp16": 1, "bf16": 30}


def _text(text: str) -> bytes:
    raw = text.encode()
    return struct.pack("<Q", len(raw)) + raw


def _value(fact: Fact) -> bytes:
    """A value behind its type: counts as u32, other numbers of a list as i32."""
    match fact:
        case bool():
            return struct.pack("<I?", _BOOL, fact)
        case int():
            return struct.pack("<II", _U32, fact)
        case float():
            return struct.pack("<If", _F32, fact)
        case str():
            return struct.pack("<I", _STRING) + _text(fact)
    texts = [x for x in fact if isinstance(x, str)]
    if texts:
        return struct.pack("<IIQ", _ARRAY, _STRING, len(texts)) + b"".join(map(_text, texts))
    return struct.pack("<IIQ", _ARRAY, _I32, len(fact)) + np.array(fact, np.int32).tobytes()


def _padded(n_bytes: int) -> int:
    return -(-n_bytes // ALIGNMENT) * ALIGNMENT


def _about(tensor: Tensor, name: str, offset: int) -> bytes:
    """Name, dimensions (fastest first), type and place of a tensor."""
    shape = tensor.bits.shape[::-1]
    return _text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, _TENSOR_TYPES[tensor.dtype], offset)


def write_gguf(path: Path, facts: Mapping[str, Fact], tensors: Mapping[str, Tensor]) -> None:
    """Write `facts` and `tensors` to `path`, in their order."""
    sizes = [_padded(t.bits.nbytes) for t in tensors.values()]
    offsets = accumulate(sizes, initial=0)
    head = MAGIC + struct.pack("<IQQ", VERSION, len(tensors), len(facts))
    head += b"".join(_text(key) + _value(fact) for key, fact in facts.items())
    head += b"".join(_about(t, name, at) for (name, t), at in zip(tensors.items(), offsets, strict=False))
    with path.open("wb") as f:
        f.write(head.ljust(_padded(len(head)), b"\0"))
        for tensor, size in zip(tensors.values(), sizes, strict=True):
            bits: NDArray[np.generic] = np.ascontiguousarray(tensor.bits)
            f.write(bits.tobytes().ljust(size, b"\0"))
