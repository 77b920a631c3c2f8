"""What every Qwen is: an embedding, layers of a mixer and a feed-forward part, a norm and a head."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from msgspec import Struct

from qwenchat.kernels.words import Array, Cache, Kernels, LayerSpec, Step, Weight
from qwenchat.models.config import Config
from qwenchat.models.weights import WeightSource


class Mixer(Protocol):
    """The part of a layer in which tokens see one another."""

    @property
    def spec(self) -> LayerSpec:
        """What it keeps of the past, for `Kernels.cache`."""
        ...

    def __call__(self, k: Kernels, h: Array, x: Array, memory: Any, step: Step) -> Array:
        """`x` plus what `h`, which is `x` normalised, makes of itself and the past."""
        ...


class Ffn(Protocol):
    """The part of a layer in which each token is alone."""

    def __call__(self, k: Kernels, h: Array, x: Array) -> Array:
        """`x` plus what `h`, which is `x` normalised, becomes."""
        ...


class Layer(Struct, frozen=True, eq=False):
    """One layer."""

    input_norm: Weight
    mixer: Mixer
    ffn_norm: Weight
    ffn: Ffn


class Decoder:
    """Logits from ids, positions and a cache."""

    def __init__(
        self, config: Config, layer: Callable[[WeightSource, int], Layer], weights: WeightSource, kernels: Kernels
    ) -> None:
        c, names = config, config.names
        self.config = c
        self._k = kernels
        self._embed = weights.table(f"{names.embed}.weight", (c.n_vocab, c.n_hidden))
        head = names.embed if c.tied else names.head
        # The largest weight first, while memory is still empty: packing holds its source and its result.
        self._head = weights.matrix([f"{head}.weight"], [(c.n_vocab, c.n_hidden)])
        self._layers = [layer(weights, i) for i in range(c.n_layers)]
        self._norm = weights.vector(f"{names.norm}.weight", c.n_hidden, c.norm_shift)

    @property
    def memory(self) -> Sequence[LayerSpec]:
        """What each layer keeps of the past, for `Kernels.cache`."""
        return [layer.mixer.spec for layer in self._layers]

    def stretch(self, n_prompt: int) -> int:
        """Which stretch of the rope a prompt of this length takes, and its answer with it (`Plan.stretches`)."""
        return self.config.rope.stretch(n_prompt)

    def forward(self, step: Step, cache: Cache) -> Array:
        """Logits [n_wanted, n_vocab] of the step's wanted rows; what the layers keep goes to `cache`."""
        k, eps = self._k, self.config.eps
        x = k.embed(self._embed, step)
        for layer, memory in zip(self._layers, cache.layers, strict=True):
            x = layer.mixer(k, k.norm(x, layer.input_norm, eps), x, memory, step)
            x = layer.ffn(k, k.norm(x, layer.ffn_norm, eps), x)
        return k.logits(k.norm(k.rows(x, step), self._norm, eps), self._head)
