"""What every Qwen is: an embedding, layers of a mixer and a feed-forward part, a norm and a head."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from qwenchat.kernels.words import Array, Cache, Floats, Kernels, LayerSpec, Step, Weight
from qwenchat.models.config import Config
from qwenchat.models.weights import WeightSource

if TYPE_CHECKING:
    from qwenchat.models.ahead import Ahead


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

    def __call__(self, k: Kernels, x: Array, eps: float, memory: Any, step: Step) -> Array:
        """`x` a layer further on."""
        x = self.mixer(k, k.norm(x, self.input_norm, eps), x, memory, step)
        return self.ffn(k, k.norm(x, self.ffn_norm, eps), x)


class Decoder:
    """Logits from ids, positions and a cache."""

    def __init__(
        self,
        config: Config,
        layer: Callable[[WeightSource, int], Layer],
        weights: WeightSource,
        kernels: Kernels,
        ahead: "Callable[[WeightSource], Ahead | None]" = lambda weights: None,
    ) -> None:
        """`layer` makes layer i, `ahead` the head that guesses, where the checkpoint has one and it is wanted."""
        c, names = config, config.names
        self.config = c
        self._k = kernels
        self._embed = weights.table(f"{names.embed}.weight", (c.n_vocab, c.n_hidden))
        head = names.embed if c.tied else names.head
        # The largest weight first, while memory is still empty: packing holds its source and its result.
        self._head = weights.matrix([f"{head}.weight"], [(c.n_vocab, c.n_hidden)])
        self._layers = [layer(weights, i) for i in range(c.n_layers)]
        self._norm = weights.vector(f"{names.norm}.weight", c.n_hidden, c.norm_shift)
        self._ahead = ahead(weights)

    @property
    def memory(self) -> Sequence[LayerSpec]:
        """What each layer keeps of the past, for `Kernels.cache`; the guessing head's comes last."""
        return [layer.mixer.spec for layer in self._layers] + ([] if self._ahead is None else [self._ahead.spec])

    @property
    def guesses(self) -> bool:
        """Whether it has a head that guesses: then `forward_told` and `guess` are there to be called."""
        return self._ahead is not None

    def stretch(self, n_prompt: int) -> int:
        """Which stretch of the rope a prompt of this length takes, and its answer with it (`Plan.stretches`)."""
        return self.config.rope.stretch(n_prompt)

    def forward(self, step: Step, cache: Cache) -> Array:
        """Logits [n_wanted, n_vocab] of the step's wanted rows; what the layers keep goes to `cache`."""
        k, eps = self._k, self.config.eps
        x = self._through(k.embed(self._embed, step), step, cache)
        return k.logits(k.norm(k.rows(x, step), self._norm, eps), self._head)

    def forward_told(self, step: Step, cache: Cache, before: Floats) -> tuple[Array, Array]:
        """`forward`, for a model that `guesses`: the same logits, and the hidden states of all rows.

        `before` [n_seqs, n_hidden] has the hidden state of the token before each sequence's first row, zeros where it
        isn't known: the head's own memory goes on with the rows, and is the poorer for it.
        """
        assert self._ahead is not None, "it guesses"
        k, eps = self._k, self.config.eps
        e = k.embed(self._embed, step)
        hidden = k.norm(self._through(e, step, cache), self._norm, eps)
        self._ahead(k, e, k.before(hidden, before, step), eps, cache.layers[-1], step)
        return k.logits(k.rows(hidden, step), self._head), hidden

    def guess(self, step: Step, cache: Cache, before: Floats) -> tuple[Array, Array]:
        """Logits of what follows the step's tokens, one a sequence, as the head guesses, and the states to go on from.

        `before` as in `forward_told`, or from the guess before.
        """
        assert self._ahead is not None, "it guesses"
        k, eps = self._k, self.config.eps
        e = k.embed(self._embed, step)
        hidden = self._ahead(k, e, k.before(e, before, step), eps, cache.layers[-1], step)
        return k.logits(hidden, self._head), hidden

    def _through(self, x: Array, step: Step, cache: Cache) -> Array:
        for layer, memory in zip(self._layers, cache.layers, strict=False):
            x = layer(self._k, x, self.config.eps, memory, step)
        return x
