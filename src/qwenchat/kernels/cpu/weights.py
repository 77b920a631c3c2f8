"""Checkpoint tensors → weights of the compiled voice."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qwenchat.kernels.cpu import _cpu, grids
from qwenchat.kernels.grids import Coded
from qwenchat.kernels.plain.numbers import bf16_bits
from qwenchat.kernels.words import Format, Order, Tensor


def weight(
    voice: _cpu.Voice, parts: Sequence[Tensor | Coded], fmt: Format, order: Order, bias: Sequence[Tensor]
) -> _cpu.Weight:
    """The matrices `parts` as one; read in place where the checkpoint's format is the one wanted."""
    paired = order == "paired"
    shift = np.concatenate([b.float32() for b in bias]) if bias else None
    floats = [p for p in parts if isinstance(p, Tensor)]
    coded = [p for p in parts if isinstance(p, Coded)]
    if floats and coded:
        raise ValueError(f"weight: some of {[p.name for p in parts]} are coded, others not; join them")
    if coded:
        return grids.weight(voice, coded, order, shift)
    if fmt == "int4":
        return grids.int4_weight(voice, floats, order, shift)
    if fmt == "int8":
        return voice.pack([_dense(p.bits) for p in floats], [p.dtype for p in floats], paired, shift)
    return _cpu.in_place([converted(p, fmt) for p in floats], fmt, paired, shift)


def converted(part: Tensor, fmt: Format) -> NDArray[Any]:
    """The bits of `part` in `fmt`; its own, uncopied, when it has that format already."""
    if part.dtype == fmt:
        return _dense(part.bits)
    if fmt == "fp32":
        return part.float32()
    if fmt == "bf16":
        return bf16_bits(part.float32())
    # Values beyond fp16 become infinite, as in any such cast.
    with np.errstate(over="ignore"):
        return part.float32().astype(np.float16).view(np.uint16)


def restore(buffers: Mapping[str, NDArray[np.uint8]], shape: tuple[int, int], fmt: Format, order: Order) -> _cpu.Weight:
    """The int8 weight whose `packed` gave `buffers`."""
    if fmt != "int8":
        raise ValueError(f"restore: got format {fmt!r}; only int8 weights are packed")
    missing = {"panels", "scale"} - set(buffers)
    if missing:
        raise ValueError(f"restore: buffers {sorted(missing)} are missing; got {sorted(buffers)}")
    return _cpu.restore(buffers["panels"], buffers["scale"], buffers.get("bias"), *shape, order == "paired")


def _dense(bits: NDArray[Any]) -> NDArray[Any]:
    return np.ascontiguousarray(bits)
