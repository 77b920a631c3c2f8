"""Float matrices → 4 bits: what `quantization="int4"` does to a checkpoint at load."""

from typing import Final

import numpy as np

from qwenchat.kernels.grids import INT4, Coded, Codes, Floats
from qwenchat.kernels.words import Tensor

# A group's scale makes its value of largest magnitude -8 (the one end that has a code more) or, clipped, the like of
# it; of these the one with the least squared error is taken. Measured on tiny's weights: 0.084 of their RMS is lost,
# 0.088 with the first alone.
PEAKS: Final = (8.0, 9.2, 8.6, 7.4, 6.8)
LEAST: Final = np.float32(1e-6)  # a group without values beyond it is zero: smaller scales are no numbers of fp16


def int4(part: Tensor) -> Coded:
    """The matrix `part` on the INT4 grid, a few rows at a time as they are asked for."""
    n_out, n_in = part.shape

    def read(first: int, last: int) -> Codes:
        return rounded(Tensor(part.name, part.dtype, part.bits[first:last]).float32())

    return Coded(part.name, INT4, (n_out, n_in), read)


def rounded(rows: Floats) -> Codes:
    """Rows [n, n_in] in codes; the best of a few scales for each group."""
    n, n_in = rows.shape
    n_groups = -(-n_in // INT4.group)
    x = np.zeros((n, n_groups * INT4.group), np.float32)
    x[:, :n_in] = rows
    x = x.reshape(-1, INT4.group)
    peak = x[np.arange(len(x)), np.abs(x).argmax(axis=1)]
    best = np.full(len(x), np.inf, np.float32)
    codes, scale = np.zeros(x.shape, np.uint8), np.zeros(len(x), np.uint16)
    for end in PEAKS:
        half = (peak / np.float32(-end)).astype(np.float16)
        step = half.astype(np.float32)
        inverse = np.divide(np.float32(1), step, out=np.zeros_like(step), where=np.abs(step) > LEAST)
        whole = np.clip(np.rint(x * inverse[:, None]), -8, 7)
        lost = _summed(np.square(whole * step[:, None] - x))
        better = lost < best
        best[better], scale[better] = lost[better], half.view(np.uint16)[better]
        codes[better] = (whole[better] + 8).astype(np.uint8)
    return Codes(codes.reshape(n, -1)[:, :n_in], scale.reshape(n, -1))


def _summed(squares: Floats) -> Floats:
    """Each row's sum in the order of the compiled voice: eight lanes, then halves of them."""
    lanes = squares.reshape(len(squares), -1, 8)
    total = lanes[:, 0]
    for i in range(1, lanes.shape[1]):
        total = total + lanes[:, i]
    for half in (4, 2, 1):
        total = total[:, :half] + total[:, half : 2 * half]
    return total[:, 0]
