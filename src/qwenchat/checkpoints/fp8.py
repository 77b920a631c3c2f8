"""FP8 in blocks: floats of 8 bits, and a scale for each 128 outputs of 128 inputs (DeepSeek-V3's, arXiv 2412.19437)."""

from math import prod
from typing import Final

import numpy as np
from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.parts import Parts
from qwenchat.kernels.grids import FP8, Coded, Codes, wide

BLOCK: Final = 128  # of outputs, and of inputs
SCALES: Final = {"F32": "fp32", "BF16": "bf16", "F16": "fp16"}


class Fp8(Struct, frozen=True):
    """`X.weight`, and `X.weight_scale_inv`, which is, whatever its name, what the weight is multiplied by."""

    @property
    def about(self) -> str:
        """What it is."""
        return f"FP8 (e4m3), blocks of {BLOCK} x {BLOCK}"

    @property
    def ends(self) -> tuple[str, ...]:
        """The tensors of a matrix."""
        return ("weight_scale_inv", "weight")

    def shape(self, parts: Parts) -> tuple[int, ...]:
        """[n_out, n_in], or [n, n_out, n_in] of experts."""
        e = parts.entry("weight")
        if len(e.shape) not in (2, 3) or 0 in e.shape:
            raise CheckpointError(
                f"{parts.path('weight')}: tensor {e.name!r} has shape {list(e.shape)}; two or three sizes are needed"
            )
        return e.shape

    def coded(self, name: str, parts: Parts) -> Coded:
        """The matrix."""
        *before, n_rows, n_in = whole = self.shape(parts)
        n_out, n_blocks = prod(whole[:-1]), -(-n_in // BLOCK)
        floats = parts.take("weight", ("F8_E4M3",), whole).reshape(n_out, n_in)
        blocks = parts.take("weight_scale_inv", SCALES, (*before, -(-n_rows // BLOCK), n_blocks))
        kind = SCALES[parts.entry("weight_scale_inv").dtype]
        scales = wide(blocks, kind).reshape(-1, -(-n_rows // BLOCK), n_blocks)

        def read(first: int, last: int) -> Codes:
            rows, codes = np.arange(first, last), floats[first:last]
            if (codes & 0x7F == 0x7F).any():
                raise CheckpointError(f"{parts.path('weight')}: {name!r} has NaN among its weights")
            return Codes(codes, scales[rows // n_rows, rows % n_rows // BLOCK])

        return Coded(name, FP8, (n_out, n_in), read)
