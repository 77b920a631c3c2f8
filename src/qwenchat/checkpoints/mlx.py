"""MLX: codes in words of 32 bits along the inputs, a scale and a bias for each output and group of inputs."""

from collections.abc import Mapping
from math import prod

from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.parts import SCALES, Parts, unpacked
from qwenchat.kernels.grids import Coded, Codes, Grid


class Affine(Struct, frozen=True):
    """`scale * code + bias`: bits of a code, and inputs that share a scale."""

    bits: int
    group: int


class Mlx(Struct, frozen=True):
    """mlx-lm's layout; `others` are modules that differ from `usual`."""

    usual: Affine
    others: Mapping[str, Affine]

    @property
    def about(self) -> str:
        """What it is."""
        mixed = ", others beside" if any(other != self.usual for other in self.others.values()) else ""
        return f"MLX, {self.usual.bits} bits, groups of {self.usual.group}{mixed}"

    @property
    def ends(self) -> tuple[str, ...]:
        """The tensors of a matrix."""
        return ("scales", "biases", "weight")

    def shape(self, parts: Parts) -> tuple[int, ...]:
        """[n_out, n_in], or [n, n_out, n_in] of experts."""
        e = parts.entry("weight")
        if len(e.shape) not in (2, 3):
            raise CheckpointError(
                f"{parts.path('weight')}: tensor {e.name!r} has shape {list(e.shape)}; two or three sizes are needed"
            )
        return *e.shape[:-1], e.shape[-1] * 32 // self._of(parts).bits

    def coded(self, name: str, parts: Parts) -> Coded:
        """The matrix."""
        how, whole = self._of(parts), self.shape(parts)
        *before, n_in = whole
        n_out, n_groups = prod(before), -(-n_in // how.group)
        words = parts.take("weight", ("U32",), (*before, n_in * how.bits // 32)).reshape(n_out, -1)
        kind = parts.scale_type()
        same = tuple(theirs for theirs, ours in SCALES.items() if ours == kind)
        scales, biases = (parts.take(e, same, (*before, n_groups)).reshape(n_out, -1) for e in ("scales", "biases"))

        def read(first: int, last: int) -> Codes:
            return Codes(unpacked(words[first:last], how.bits), scales[first:last], biases[first:last])

        return Coded(name, Grid(how.bits, how.group, kind, "least"), (n_out, n_in), read)

    def _of(self, parts: Parts) -> Affine:
        return self.others.get(parts.module, self.usual)
