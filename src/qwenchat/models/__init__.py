"""The architectures: a model is a function of ids, positions and a cache, in the words of the kernels."""

from qwenchat.models.config import Config
from qwenchat.models.families import Model, build, config_from
from qwenchat.models.fields import ConfigError
from qwenchat.models.weights import WeightSource

__all__ = ["Config", "ConfigError", "Model", "WeightSource", "build", "config_from"]
