"""The head that guesses: one more layer, which reads what the model made of a token beside the token that came next.

Multi-token prediction as DeepSeek-V3 describes it (arXiv 2412.19437, 2.2). Qwen's takes the model's last hidden state
behind its final norm, and the embedding comes first in the row that `fc` reads; embedding and vocabulary head are the
model's own. What comes out takes the place of the hidden state for the next guess.
"""

from typing import Any

from msgspec import Struct

from qwenchat.kernels.words import Array, Kernels, LayerSpec, Step, Weight
from qwenchat.models.decoder import Layer


class Ahead(Struct, frozen=True, eq=False):
    """The head."""

    embed_norm: Weight
    hidden_norm: Weight
    fc: Weight  # [n_hidden, 2 * n_hidden]
    layer: Layer
    norm: Weight

    @property
    def spec(self) -> LayerSpec:
        """What its layer keeps of the past."""
        return self.layer.mixer.spec

    def __call__(self, k: Kernels, e: Array, h: Array, eps: float, memory: Any, step: Step) -> Array:
        """The hidden state of the next but one, from a token's embedding `e` and the state `h` it was drawn from."""
        x = k.linear(k.beside(k.norm(e, self.embed_norm, eps), k.norm(h, self.hidden_norm, eps)), self.fc)
        x = self.layer(k, x, eps, memory, step)
        return k.norm(x, self.norm, eps)
