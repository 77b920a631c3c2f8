"""Which architecture a checkpoint is."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from qwenchat.kernels.words import Array, AttnSpec, Cache, Kernels, Step
from qwenchat.models.dense import Dense, DenseConfig, dense_config
from qwenchat.models.fields import ConfigError
from qwenchat.models.weights import WeightSource

KNOWN = ("qwen2", "qwen3")


class Model(Protocol):
    """A function of ids, positions and a cache."""

    @property
    def config(self) -> DenseConfig:
        """Shapes and switches."""
        ...

    @property
    def attention(self) -> Sequence[AttnSpec]:
        """One spec an attention layer, for `Kernels.cache`."""
        ...

    def forward(self, step: Step, cache: Cache) -> Array:
        """Logits [n_wanted, n_vocab]."""
        ...


def config_from(raw: Mapping[str, Any]) -> DenseConfig:
    """The checked config of a known architecture; raises ConfigError, naming the key, otherwise."""
    kind = raw.get("model_type")
    if kind is None:
        raise ConfigError(f"config.json: the key 'model_type' is missing; known: {', '.join(KNOWN)}")
    if kind not in KNOWN:
        raise ConfigError(f"config.json: model_type is {kind!r}; known: {', '.join(KNOWN)}")
    return dense_config(raw)


def build(config: DenseConfig, weights: WeightSource, kernels: Kernels) -> Model:
    """The model, its weights taken from `weights`."""
    return Dense(config, weights, kernels)
