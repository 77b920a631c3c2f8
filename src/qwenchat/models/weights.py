"""What a model file asks of its checkpoint."""

from collections.abc import Sequence
from typing import Protocol

from qwenchat.kernels.words import Order, Weight


class WeightSource(Protocol):
    """Tensors by name, handed out as weights of one voice and format.

    Each call checks the shapes in the file; a missing or misshapen tensor is an error that names it.
    """

    def matrix(
        self,
        names: Sequence[str],
        shapes: Sequence[tuple[int, int]],
        order: Order = "stacked",
        bias: Sequence[str] = (),
    ) -> Weight:
        """Matrices [n_out, n_in] as one weight; `bias` names one vector [n_out] a part, or none."""
        ...

    def table(self, name: str, shape: tuple[int, int]) -> Weight:
        """An embedding table, read in place."""
        ...

    def vector(self, name: str, n: int, shift: float = 0.0) -> Weight:
        """A vector of `n` values, each plus `shift`."""
        ...
