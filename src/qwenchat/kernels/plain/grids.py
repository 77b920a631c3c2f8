"""Products with grids: exact integers within a group, one multiply-add in fp32 a group, groups in ascending order; with
floats of 8 bits, products in fp32."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qwenchat.kernels.grids import UNIT, Coded, Codes, Grid, values, whole_numbers, wide
from qwenchat.kernels.plain.numbers import quantise_groups
from qwenchat.kernels.words import GROUP, Floats


class GridMatrix(Struct, frozen=True, eq=False):
    """A matrix [n_out, n_in] as its checkpoint has it."""

    grid: Grid
    codes: Codes
    order: NDArray[np.int32] | None
    bias: Floats | None


def grid_matrix(parts: Sequence[Coded], bias: Floats | None) -> GridMatrix:
    """All rows of `parts`, which share a grid."""
    read = [part.read(0, part.shape[0]) for part in parts]

    def stacked(name: str) -> NDArray[Any]:
        return np.concatenate([getattr(codes, name) for codes in read])

    names = [name for name in Codes.__struct_fields__ if getattr(read[0], name) is not None]
    return GridMatrix(parts[0].grid, Codes(**{name: stacked(name) for name in names}), parts[0].order, bias)


def grid_rows(w: GridMatrix, ids: NDArray[np.int32]) -> Floats:
    """Some rows of `w`, in fp32."""
    return values(w.codes.rows(ids), w.grid)


def grid_product(x: Floats, w: GridMatrix) -> Floats:
    """`x @ w.T + bias`, x quantised per row and GROUP of inputs; by floats of 8 bits as it is."""
    if w.grid.shift == "e4m3":
        floats = values(w.codes, w.grid)
        # Row by row, as in `weights`: a row must not notice its company.
        y = np.stack([floats @ row for row in x]) if len(x) else np.zeros((0, len(floats)), np.float32)
        return y if w.bias is None else y + w.bias
    q, sx = quantise_groups(x if w.order is None else x[:, w.order])
    whole, xs = whole_numbers(w.codes, w.grid).astype(np.float64), q.astype(np.float64)
    step = _levels if w.grid.scale == "levels" else _scaled
    y = np.zeros((len(x), len(whole)), np.float32)
    for b in range(sx.shape[1]):
        y = step(y, xs, sx[:, b : b + 1], whole, w, b)
    return y if w.bias is None else y + w.bias


def _cuts(w: GridMatrix, b: int, n_in: int) -> list[tuple[int, slice]]:
    """The groups in the b-th GROUP inputs: number and inputs of each."""
    first = b * GROUP // w.grid.group
    of_each = range(first, min(first + GROUP // w.grid.group, -(-n_in // w.grid.group)))
    return [(g, slice(g * w.grid.group, (g + 1) * w.grid.group)) for g in of_each]


def _add(y: Floats, n: NDArray[np.float64], scale: Floats, sx: Floats) -> Floats:
    """`n * (scale * sx) + y` with one rounding: float64 holds the product exactly."""
    return (n.astype(np.float32).astype(np.float64) * (scale * sx) + y).astype(np.float32)


def _scaled(
    y: Floats, xs: NDArray[np.float64], sx: Floats, whole: NDArray[np.float64], w: GridMatrix, b: int
) -> Floats:
    scale = wide(w.codes.scale, w.grid.scale)
    for g, cut in _cuts(w, b, xs.shape[1]):
        y = _add(y, xs[:, cut] @ whole[:, cut].T, scale[:, g], sx)
        if w.grid.shift == "least":
            assert w.codes.shift is not None
            total = xs[:, cut].sum(axis=1, keepdims=True)
            y = _add(y, total, wide(w.codes.shift, w.grid.scale)[:, g], sx)
    return y


def _levels(
    y: Floats, xs: NDArray[np.float64], sx: Floats, whole: NDArray[np.float64], w: GridMatrix, b: int
) -> Floats:
    unit, level = w.codes.unit, w.codes.scale.astype(np.float64)
    assert unit is not None
    at = b * GROUP // UNIT
    cuts = _cuts(w, b, xs.shape[1])
    n = sum((xs[:, cut] @ whole[:, cut].T) * level[:, g] for g, cut in cuts)
    y = _add(y, np.asarray(n), wide(unit, "fp16")[:, at], sx)
    if w.codes.least_unit is None:
        return y
    assert w.codes.shift is not None
    least = w.codes.shift.astype(np.float64)
    m = sum(xs[:, cut].sum(axis=1, keepdims=True) * least[:, g] for g, cut in cuts)
    return _add(y, np.asarray(m), wide(w.codes.least_unit, "fp16")[:, at], sx)
