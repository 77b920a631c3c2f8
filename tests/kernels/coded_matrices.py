"""Random matrices on a grid, as a checkpoint's reader would hand them over."""

import numpy as np
from numpy.typing import NDArray

from qwenchat.kernels.grids import Coded, Codes, Grid

SCALED = [Grid(bits, group, scale, shift) for bits in (4, 5, 8) for group, scale in ((32, "fp16"), (64, "bf16"), (128, "fp16")) for shift in ("middle", "zero", "least")]  # fmt: skip
LEVELS = [Grid(4, 32, "levels", "least"), Grid(5, 32, "levels", "least"), Grid(6, 16, "levels")]


def halves(rng: np.random.Generator, scale: str, *shape: int) -> NDArray[np.uint16]:
    """Small numbers as fp16 or bf16 bits."""
    values = (rng.standard_normal(shape) * 0.02).astype(np.float32)
    return (values.view(np.uint32) >> 16).astype(np.uint16) if scale == "bf16" else values.astype(np.float16).view(np.uint16)  # fmt: skip


def codes(grid: Grid, n: int, n_in: int, seed: int = 0) -> Codes:
    """Every code, zero and level there can be, the extremes among them."""
    rng = np.random.default_rng([seed, n, n_in])
    groups, levels = -(-n_in // grid.group), grid.scale == "levels"
    least = grid.shift == "least"
    low = -128 if grid.shift == "middle" else 0  # levels of 6-bit codes are signed
    drawn = rng.integers(0, 1 << grid.bits, (n, n_in)).astype(np.uint8)
    if grid.shift == "e4m3":
        drawn[drawn & 0x7F == 0x7F] = 0x81  # a NaN, which no reader lets through
        return Codes(drawn, (rng.random((n, groups)) * 0.002).astype(np.float32))
    drawn[:, : grid.group] = (1 << grid.bits) - 1
    shift: NDArray[np.generic] | None = None
    if grid.shift == "zero":
        shift = (rng.integers(0, 1 << grid.bits, (n, groups)) - (128 if grid.bits == 8 else 0)).astype(np.int16)
    if least:
        shift = rng.integers(0, 64, (n, groups)).astype(np.int8) if levels else halves(rng, grid.scale, n, groups)
    return Codes(
        drawn,
        rng.integers(low, 128 if low else 64, (n, groups)).astype(np.int8)
        if levels
        else halves(rng, grid.scale, n, groups),
        shift,
        halves(rng, "fp16", n, n_in // 256) if levels else None,
        halves(rng, "fp16", n, n_in // 256) if levels and least else None,
    )


def coded(grid: Grid, n: int, n_in: int, seed: int = 0, order: NDArray[np.int32] | None = None) -> Coded:
    """A matrix [n, n_in]."""
    whole = codes(grid, n, n_in, seed)
    return Coded(f"w{seed}", grid, (n, n_in), lambda first, last: whole.rows(slice(first, last)), order)
