"""AWQ: words of codes along the outputs, a scale and a zero for each output and group of inputs."""

from typing import Any, Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qwenchat.checkpoints.parts import SCALES, Parts
from qwenchat.checkpoints.zeros import grid_of, in_words, two_sizes, with_zeros
from qwenchat.kernels.grids import Coded, Codes

PLACES: Final = [0, 4, 1, 5, 2, 6, 3, 7]  # which nibble of a word holds each of its eight outputs


class Awq(Struct, frozen=True):
    """AutoAWQ's layout for its matrix kernel ("gemm"): words of eight 4-bit codes, in the order of PLACES."""

    group: int

    @property
    def about(self) -> str:
        """What it is."""
        return f"AWQ, 4 bits, {in_words(self.group)}"

    @property
    def ends(self) -> tuple[str, ...]:
        """The tensors of a matrix."""
        return ("qweight", "qzeros", "scales")

    def shape(self, parts: Parts) -> tuple[int, ...]:
        """[n_out, n_in]."""
        words = two_sizes(parts, "qweight")
        return words[1] * 8, words[0]

    def coded(self, name: str, parts: Parts) -> Coded:
        """The matrix."""
        n_out, n_in = self.shape(parts)
        group = n_in if self.group == -1 else self.group
        n_groups = -(-n_in // group)
        words = parts.take("qweight", ("I32",), (n_in, n_out // 8))
        zeros = parts.take("qzeros", ("I32",), (n_groups, n_out // 8))
        scales = parts.take("scales", SCALES, (n_groups, n_out))

        def read(first: int, last: int) -> Codes:
            codes, zero = (_outputs(some, first, last) for some in (words, zeros))
            return with_zeros(codes, scales[:, first:last], zero.T, 4, group)

        return Coded(name, grid_of(4, group, parts), (n_out, n_in), read)


def _outputs(words: NDArray[Any], first: int, last: int) -> NDArray[np.uint8]:
    """The codes of some outputs, [last - first, n], out of words [n, n_out / 8]."""
    turned = np.ascontiguousarray(words[:, first // 8 : -(-last // 8)].T)
    codes = np.empty((len(turned), 8, turned.shape[1]), np.uint8)
    for i, place in enumerate(PLACES):
        codes[:, i] = turned >> np.uint32(4 * place) & 15
    return codes.reshape(-1, turned.shape[1])[first % 8 :][: last - first]
