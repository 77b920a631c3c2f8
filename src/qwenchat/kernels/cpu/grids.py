"""Coded matrices on their way into the compiled voice."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from qwenchat.kernels.cpu import _cpu
from qwenchat.kernels.grids import INT4, Coded, Grid
from qwenchat.kernels.words import Floats, Order, Tensor


def spelled(grid: Grid) -> tuple[int, int, str, str]:
    """The grid as the compiled voice takes it."""
    return grid.bits, grid.group, grid.scale, grid.shift


def weight(voice: _cpu.Voice, parts: Sequence[Coded], order: Order, bias: Floats | None) -> _cpu.Weight:
    """The matrices `parts` as one, packed a few rows at a time; they share a grid and an order of inputs."""
    grid, inputs = parts[0].grid, parts[0].order
    n_out, n_in = sum(p.shape[0] for p in parts), parts[0].shape[1]
    for p in parts:
        if p.grid != grid or p.shape[1] != n_in or not _same(p.order, inputs):
            raise ValueError(f"weight: {p.name} and {parts[0].name} lie on different grids")
    made = _cpu.grid_weight(spelled(grid), n_out, n_in, order == "paired", bias, inputs)
    done = 0
    for p in parts:
        for first, some in p.runs():
            codes = np.ascontiguousarray(some.codes)
            voice.fill(made, done + first, codes, *map(_dense, (some.scale, some.shift, some.unit, some.least_unit)))
        done += p.shape[0]
    return made


def int4_weight(voice: _cpu.Voice, parts: Sequence[Tensor], order: Order, bias: Floats | None) -> _cpu.Weight:
    """The float matrices `parts` as one, in 4 bits: `kernels.int4` compiled."""
    n_out, n_in = sum(p.shape[0] for p in parts), parts[0].shape[1]
    made = _cpu.grid_weight(spelled(INT4), n_out, n_in, order == "paired", bias, None)
    done = 0
    for p in parts:
        voice.fill_int4(made, done, np.ascontiguousarray(p.bits), p.dtype)
        done += p.shape[0]
    return made


def restore(
    buffers: Mapping[str, NDArray[np.uint8]],
    shape: tuple[int, int],
    grid: Grid,
    order: Order,
    inputs: NDArray[np.int32] | None,
) -> _cpu.Weight:
    """The weight whose `packed` gave `buffers`."""
    if "panels" not in buffers:
        raise ValueError(f"restore: the buffer 'panels' is missing; got {sorted(buffers)}")
    bias = buffers.get("bias")
    return _cpu.restore_grid(spelled(grid), buffers["panels"], bias, inputs, *shape, order == "paired")


def _same(a: NDArray[np.int32] | None, b: NDArray[np.int32] | None) -> bool:
    return a is b or (a is not None and b is not None and np.array_equal(a, b))


def _dense(numbers: NDArray[np.generic] | None) -> NDArray[np.generic] | None:
    return None if numbers is None else np.ascontiguousarray(numbers)
