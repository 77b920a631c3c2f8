"""Codes less a zero, times a scale, both of a group of inputs: what GPTQ and AWQ have in common."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.parts import Parts
from qwenchat.kernels.grids import Codes, Grid

GROUPS: Final = (32, 64, 128)  # of inputs, for which there are kernels
WIDEST: Final = 128  # larger ones are several with the same scale


def served_group(group: int) -> bool:
    """Whether groups of so many inputs (-1: of all) can be computed, as they are or as several."""
    return group == -1 or group in GROUPS or (group > 0 and group % WIDEST == 0)


def in_words(group: int) -> str:
    """The group for people."""
    return "one group" if group == -1 else f"groups of {group}"


def grid_of(bits: int, group: int, parts: Parts) -> Grid:
    """The grid of such a matrix."""
    return Grid(bits, group if group in GROUPS else WIDEST, parts.scale_type(), "zero")


def two_sizes(parts: Parts, end: str) -> tuple[int, int]:
    """The shape of a tensor that has two dimensions, none of them 0; CheckpointError for another."""
    e = parts.entry(end)
    if len(e.shape) != 2 or 0 in e.shape:
        raise CheckpointError(
            f"{parts.path(end)}: tensor {e.name!r} has shape {list(e.shape)}; two sizes, from 1, are needed"
        )
    return e.shape[0], e.shape[1]


def with_zeros(
    codes: NDArray[np.uint8], scales: NDArray[Any], zeros: NDArray[np.uint8], bits: int, group: int
) -> Codes:
    """Codes [n, n_in] with scales and zeros [n_groups, n], as the files have them."""
    whole = zeros.astype(np.int16) - np.int16(128 if bits == 8 else 0)
    scale, shift = scales.T, whole.T
    if group > WIDEST:
        n_runs = -(-codes.shape[1] // WIDEST)
        scale, shift = (np.repeat(some, -(-group // WIDEST), axis=1)[:, :n_runs] for some in (scale, shift))
    return Codes(codes, scale, shift)
