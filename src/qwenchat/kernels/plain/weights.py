"""Matrices in each format, and the products with them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qwenchat.kernels.grids import Coded
from qwenchat.kernels.int4 import int4
from qwenchat.kernels.plain.grids import GridMatrix, grid_matrix, grid_product
from qwenchat.kernels.plain.numbers import quantise, quantise_groups, to_bf16
from qwenchat.kernels.words import GROUP, Floats, Format, Ints, Tensor


class Matrix(Struct, frozen=True, eq=False):
    """A matrix [n_out, n_in]: fp32 values, or int8 with one scale a row."""

    fmt: Format
    values: NDArray[Any]
    scale: Floats | None
    bias: Floats | None


class Joined(Struct, frozen=True, eq=False):
    """Matrices of the same inputs, one after another."""

    parts: "tuple[Weight, ...]"


class Adapted(Struct, frozen=True, eq=False):
    """A matrix that adapters change."""

    base: "Weight"
    changes: "tuple[tuple[Weight, Weight] | None, ...]"  # a and b of each adapter


Weight = Matrix | GridMatrix | Joined | Adapted


def matrix(parts: Sequence[Tensor | Coded], fmt: Format, bias: Sequence[Tensor]) -> Weight:
    """The parts stacked, in `fmt`; coded ones as they are."""
    shift = np.concatenate([b.float32() for b in bias]) if bias else None
    coded = [int4(p) if fmt == "int4" and isinstance(p, Tensor) else p for p in parts]
    if any(isinstance(p, Coded) for p in coded):
        return grid_matrix([p for p in coded if isinstance(p, Coded)], shift)
    whole = np.concatenate([p.float32() for p in parts])
    if fmt == "int8":
        q, scale = quantise(whole)
        return Matrix(fmt, q, scale, shift)
    if fmt == "bf16":
        whole = to_bf16(whole)
    if fmt == "fp16":
        whole = whole.astype(np.float16).astype(np.float32)
    return Matrix(fmt, whole, None, shift)


def product(x: Floats, w: Weight, whose: Ints | None = None) -> Floats:
    """`x @ w.T + bias`, rounded on the way as the format demands, and what each row's adapter adds."""
    if isinstance(w, Adapted):
        y = product(x, w.base)
        for r, adapter in enumerate(() if whose is None else whose):
            change = w.changes[adapter] if adapter >= 0 else None
            if change is not None:
                y[r] += product(product(x[r : r + 1], change[0]), change[1])[0]
        return y
    if isinstance(w, Joined):
        return np.concatenate([product(x, part) for part in w.parts], axis=1)
    if isinstance(w, GridMatrix):
        return grid_product(x, w)
    if w.fmt == "int8":
        y = _int8_product(x, w)
    else:
        y = _by_row(to_bf16(x) if w.fmt == "bf16" else x, w)
    return y if w.bias is None else y + w.bias


def _by_row(x: Floats, w: Matrix) -> Floats:
    """Row by row: a matrix product sums in another order than a vector's, and a row must not notice its company."""
    y = np.empty((len(x), len(w.values)), np.float32)
    for row, out in zip(x, y, strict=True):
        out[:] = w.values @ row
    return y


def _int8_product(x: Floats, w: Matrix) -> Floats:
    """Integers within a group are exact; groups are added in ascending order in fp32; the row scale comes last."""
    assert w.scale is not None
    q, sx = quantise_groups(x)
    y = np.zeros((len(x), len(w.values)), np.float32)
    for g in range(sx.shape[1]):
        cut = slice(g * GROUP, (g + 1) * GROUP)
        # float64 holds every partial sum of a group exactly, and one rounding follows, as in a fused multiply-add.
        whole = q[:, cut].astype(np.float64) @ w.values[:, cut].astype(np.float64).T
        y = (whole * sx[:, g : g + 1] + y).astype(np.float32)
    return y * w.scale
