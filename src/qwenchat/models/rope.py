"""Rotary frequencies from a config: plain, and YaRN in each of the spellings in use."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from msgspec import Struct

from qwenchat.kernels.words import Floats, Rope
from qwenchat.models.fields import ConfigError, Fields


class RopeConfig(Struct, frozen=True, eq=False):
    """A rope, and how many positions it is good for.

    `n_native`: a prompt of up to so many tokens takes the first stretch of the rope, one of up to twice as many the
    second, and so on; None where the rope has one stretch only.
    """

    rope: Rope
    n_positions: int
    n_native: int | None = None

    def stretch(self, n_prompt: int) -> int:
        """The stretch that a prompt of this length takes, and its answer with it."""
        return 0 if self.n_native is None else ((n_prompt - 1) // self.n_native).bit_length()


def rope_from(config: Fields, head_dim: int) -> RopeConfig:
    """The rope of a config.

    Three spellings: `rope_theta` with `rope_scaling` {"type": …} (old) or {"rope_type": …}, and transformers 5's
    `rope_parameters`, which holds `rope_theta` too.
    """
    n_positions = config.size("max_position_embeddings")
    older = config.mapping("rope_scaling")
    scaling = config.mapping("rope_parameters") or older or {}
    theta = scaling.get("rope_theta")
    base = Fields({"rope_theta": theta}).number("rope_theta") if theta is not None else config.number("rope_theta")
    config.value("rope_theta")
    kind = scaling.get("rope_type", scaling.get("type", "default"))
    if kind == "default":
        return RopeConfig(Rope(_frequencies(base, head_dim)), n_positions)
    if kind == "yarn":
        return _yarn(Fields(scaling, "config.json, rope scaling"), base, head_dim, n_positions)
    raise ConfigError(f"config.json: the rope type is {kind!r}; known: 'default', 'yarn'")


def dynamic_ntk(base: float, dim: int, n_native: int, n_positions: int) -> RopeConfig:
    """The first Qwen's dynamic NTK: the longer the prompt, the larger the base.

    `base * alpha ** (dim / (dim - 2))` with `alpha = 2 ** ceil(log2(n_prompt / n_native) + 1) - 1`, at least 1.
    """
    found = RopeConfig(Rope(_frequencies(base, dim)), n_positions, n_native)
    alphas = [2 ** (s + 1) - 1 for s in range(found.stretch(n_positions) + 1)]
    rows = [_frequencies(base * alpha ** (dim / (dim - 2)) if alpha > 1 else base, dim) for alpha in alphas]
    return RopeConfig(Rope(np.stack(rows)), n_positions, n_native)


def _frequencies(base: float, dim: int) -> Floats:
    """`base ** (-2 i / dim)`: arXiv 2104.09864."""
    return (1.0 / base ** (np.arange(0, dim, 2, dtype=np.float32) / np.float32(dim))).astype(np.float32)


def _yarn(scaling: Fields, base: float, dim: int, n_positions: int) -> RopeConfig:
    """YaRN, arXiv 2309.00071: high frequencies kept, low ones divided by `factor`, a ramp between."""
    factor = scaling.number("factor")
    original = scaling.size("original_max_position_embeddings", n_positions)
    fast, slow = scaling.number("beta_fast", 32.0), scaling.number("beta_slow", 1.0)

    def turning(n_turns: float) -> float:
        """The dimension pair that turns `n_turns` times within the original context."""
        return dim * math.log(original / (n_turns * 2 * math.pi)) / (2 * math.log(base))

    low, high = turning(fast), turning(slow)
    if scaling.flag("truncate", True):
        low, high = math.floor(low), math.ceil(high)
    low, high = max(low, 0), min(high, dim - 1)
    ramp = (np.arange(dim // 2, dtype=np.float32) - low) / ((high - low) or 0.001)
    kept = 1 - np.clip(ramp, 0, 1)
    plain = _frequencies(base, dim)
    inv_freq = (plain / factor * (1 - kept) + plain * kept).astype(np.float32)
    return RopeConfig(Rope(inv_freq, _attention_factor(scaling, factor)), max(n_positions, int(factor * original)))


def _attention_factor(scaling: Fields, factor: float) -> float:
    """What cos and sin are multiplied by: given, or from `mscale`, or `0.1 ln(factor) + 1`."""
    if scaling.value("attention_factor") is not None:
        return scaling.number("attention_factor")

    def temper(m: float) -> float:
        return 0.1 * m * math.log(factor) + 1.0 if factor > 1 else 1.0

    if scaling.value("mscale") is not None and scaling.value("mscale_all_dim") is not None:
        return temper(scaling.number("mscale")) / temper(scaling.number("mscale_all_dim"))
    return temper(1.0)


def layer_windows(config: Fields, n_layers: int) -> list[int | None]:
    """Each layer's sliding window: `layer_types` where given, else layers from `max_window_layers` on."""
    used = config.flag("use_sliding_window", False)
    types: Any = config.value("layer_types")
    first = config.value("max_window_layers", n_layers)
    width = config.value("sliding_window")
    if not used:
        return [None] * n_layers
    width = config.size("sliding_window")
    if types is None:
        return [width if i >= first else None for i in range(n_layers)]
    known: Mapping[str, int | None] = {"full_attention": None, "sliding_attention": width}
    if not isinstance(types, list) or len(types) != n_layers or any(t not in known for t in types):
        raise ConfigError(f"config.json: layer_types is {types!r}; {n_layers} of {sorted(known)} are needed")
    return [known[t] for t in types]
