"""What a model file asks of its checkpoint."""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from qwenchat.kernels.words import Order, Weight


class Cut(Struct, frozen=True):
    """Rows [first, first + n) of the tensor `name`, whose whole shape is `of`; of several stacked matrices, their
    rows are counted on."""

    name: str
    of: tuple[int, ...]
    first: int
    n: int


class WeightSource(Protocol):
    """Tensors by name, handed out as weights of one voice and format.

    Each call checks the shapes in the file; a missing or misshapen tensor is an error that names it.
    """

    def has(self, name: str) -> bool:
        """Whether the checkpoint has a tensor of this name."""
        ...

    def matrix(
        self,
        names: Sequence[str | Cut],
        shapes: Sequence[tuple[int, int]],
        order: Order = "stacked",
        bias: Sequence[str] = (),
        exact: bool = False,
    ) -> Weight:
        """Matrices [n_out, n_in] as one weight; `bias` names one vector [n_out] a part, or none.

        `exact`: in fp32 whatever the format of the others, as a router must be.
        """
        ...

    def table(self, name: str, shape: tuple[int, int]) -> Weight:
        """An embedding table, read in place."""
        ...

    def vector(self, name: str, shape: int | tuple[int, ...], shift: float = 0.0) -> Weight:
        """A vector of so many values, each plus `shift`; a tensor of more dimensions is read on and on."""
        ...
