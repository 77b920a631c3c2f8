"""The gated feed-forward part that every Qwen has."""

from msgspec import Struct

from qwenchat.kernels.words import Array, Kernels, Weight
from qwenchat.models.weights import WeightSource


class Mlp(Struct, frozen=True, eq=False):
    """`down(silu(gate(h)) * up(h))`."""

    gate_up: Weight
    down: Weight

    def __call__(self, k: Kernels, h: Array, x: Array) -> Array:
        """`x` plus what `h` becomes."""
        return k.linear(k.gated(h, self.gate_up), self.down, add=x)


def mlp(weights: WeightSource, names: tuple[str, str, str], n_hidden: int, n_ffn: int) -> Mlp:
    """The part whose gate, up and down matrices have these names."""
    gate, up, down = (f"{name}.weight" for name in names)
    return Mlp(
        gate_up=weights.matrix([gate, up], [(n_ffn, n_hidden)] * 2, order="paired"),
        down=weights.matrix([down], [(n_hidden, n_ffn)]),
    )
