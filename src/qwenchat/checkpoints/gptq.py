"""GPTQ: words of codes along the inputs, a scale and a zero for each output and group of inputs."""

from typing import Any, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.parts import SCALES, Parts, unpacked
from qwenchat.checkpoints.zeros import grid_of, in_words, two_sizes, with_zeros
from qwenchat.kernels.grids import Coded, Codes


class Gptq(Struct, frozen=True):
    """AutoGPTQ's and GPTQModel's layout. Words run along the inputs; those of the zeros along the outputs.

    `group`: inputs that share a scale, -1 for all; `less`: what was taken off a zero before it was stored.
    """

    bits: Literal[4, 8]
    group: int
    less: int

    @property
    def about(self) -> str:
        """What it is."""
        return f"GPTQ, {self.bits} bits, {in_words(self.group)}"

    @property
    def ends(self) -> tuple[str, ...]:
        """The tensors of a matrix."""
        return ("qweight", "qzeros", "scales", "g_idx")

    def shape(self, parts: Parts) -> tuple[int, ...]:
        """[n_out, n_in]."""
        words = two_sizes(parts, "qweight")
        return words[1], words[0] * 32 // self.bits

    def coded(self, name: str, parts: Parts) -> Coded:
        """The matrix; its inputs in the order of their groups, where those aren't runs of inputs."""
        n_out, n_in = self.shape(parts)
        each, group = 32 // self.bits, n_in if self.group == -1 else self.group
        n_groups = -(-n_in // group)
        words = parts.take("qweight", ("I32",), (n_in // each, n_out))
        zeros = parts.take("qzeros", ("I32",), (n_groups, -(-n_out // each)))
        scales = parts.take("scales", SCALES, (n_groups, n_out))
        order = _order(parts.take("g_idx", ("I32",), (n_in,)), group, parts) if parts.has("g_idx") else None

        def read(first: int, last: int) -> Codes:
            codes = unpacked(words[:, first:last].T, self.bits)
            from_word, n_before = first // each, first % each
            some = unpacked(zeros[:, from_word : -(-last // each)], self.bits)[:, n_before:][:, : last - first]
            zero = (some + np.uint8(self.less)) & np.uint8((1 << self.bits) - 1)
            return with_zeros(
                codes if order is None else codes[:, order], scales[:, first:last], zero, self.bits, group
            )

        return Coded(name, grid_of(self.bits, group, parts), (n_out, n_in), read, order)


def _order(groups: NDArray[Any], group: int, parts: Parts) -> NDArray[np.int32] | None:
    """The inputs in the order of their groups, or None where that is their own."""
    n_in = len(groups)
    runs = np.arange(n_in) // group
    if np.array_equal(groups, runs):
        return None
    if not np.array_equal(np.sort(groups), runs):
        e = parts.entry("g_idx")
        raise CheckpointError(
            f"{parts.path('g_idx')}: tensor {e.name!r} must give each group, from 0, {group} of {n_in} inputs"
        )
    return np.argsort(groups, kind="stable").astype(np.int32)
