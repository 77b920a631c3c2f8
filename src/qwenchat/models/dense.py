"""Qwen with attention in every layer: qwen2 (Qwen1.5, 2, 2.5, QwQ) and qwen3, dense or with experts.

Two switches tell the generations apart: QKV bias, and q/k norms.
"""

from typing import Any

from msgspec import Struct

from qwenchat.kernels.words import Array, AttnSpec, Kernels, Step, Weight
from qwenchat.models.config import Config
from qwenchat.models.decoder import Ffn, Layer
from qwenchat.models.fields import ConfigError, Fields
from qwenchat.models.mlp import mlp
from qwenchat.models.moe import MoeConfig, moe, moe_config
from qwenchat.models.names import later_names
from qwenchat.models.rope import layer_windows, rope_from
from qwenchat.models.weights import WeightSource


class DenseConfig(Config, frozen=True, eq=False, kw_only=True):
    """The shapes and switches of a Qwen with attention in every layer."""

    n_ffn: int
    n_heads: int
    n_kv_heads: int
    head_dim: int
    windows: tuple[int | None, ...]
    qkv_bias: bool
    out_bias: bool
    qk_norm: bool
    logn: int | None = None
    moe: MoeConfig | None = None


def dense_config(c: Fields) -> DenseConfig:
    """A `config.json` of model type qwen2, qwen3, qwen2_moe or qwen3_moe, checked."""
    kind = str(c.value("model_type"))
    third = kind.startswith("qwen3")
    n_hidden, n_heads, n_layers = c.size("hidden_size"), c.size("num_attention_heads"), c.size("num_hidden_layers")
    n_kv_heads = c.size("num_key_value_heads")
    head_dim = c.size("head_dim", 128 if third else n_hidden // n_heads or None, most=256)
    check_heads(n_heads, n_kv_heads, head_dim)
    if c.value("hidden_act", "silu") != "silu":
        raise ConfigError(f"config.json: hidden_act is {c.value('hidden_act')!r}; known: 'silu'")
    bias = c.flag("attention_bias", False)
    qkv_bias = bias if third else c.flag("qkv_bias", True)
    moe = moe_config(c, n_layers, shared=not third) if kind.endswith("_moe") else None
    return DenseConfig(
        n_layers=n_layers,
        n_hidden=n_hidden,
        n_ffn=c.size("intermediate_size"),
        n_heads=n_heads,
        n_kv_heads=n_kv_heads,
        head_dim=head_dim,
        n_vocab=c.size("vocab_size"),
        eps=c.number("rms_norm_eps"),
        rope=rope_from(c, head_dim),
        windows=tuple(layer_windows(c, n_layers)),
        tied=c.flag("tie_word_embeddings", False),
        qkv_bias=qkv_bias,
        out_bias=bias and third,
        qk_norm=third,
        moe=moe,
        names=later_names(),
    )


def check_heads(n_heads: int, n_kv_heads: int, head_dim: int) -> None:
    """Raise ConfigError for heads that can't share their keys, or can't be rotated."""
    if n_heads % n_kv_heads:
        raise ConfigError(f"config.json: num_key_value_heads is {n_kv_heads}; a divisor of {n_heads} heads is needed")
    if head_dim % 2:
        raise ConfigError(f"config.json: head_dim is {head_dim}; an even number is needed")


def dense_layer(c: DenseConfig, k: Kernels, weights: WeightSource, i: int) -> Layer:
    """Layer `i`."""
    at, names = c.names.at(i), c.names
    ffn: Ffn
    if c.moe is not None and c.moe.sparse[i]:
        ffn = moe(c.moe, c.n_hidden, k, weights, f"{at}mlp.")
    else:
        ffn = mlp(weights, (at + names.gate, at + names.up, at + names.down), c.n_hidden, c.n_ffn)
    return Layer(
        input_norm=weights.vector(f"{at}{names.input_norm}.weight", c.n_hidden),
        mixer=_attention(c, weights, i),
        ffn_norm=weights.vector(f"{at}{names.ffn_norm}.weight", c.n_hidden),
        ffn=ffn,
    )


class Attention(Struct, frozen=True, eq=False):
    """Softmax attention over the keys and values of the past."""

    spec: AttnSpec
    qkv: Weight
    out: Weight

    def __call__(self, k: Kernels, h: Array, x: Array, memory: Any, step: Step) -> Array:
        """`x` plus what `h` finds in the past."""
        return k.linear(k.attend(k.linear(h, self.qkv), memory, step), self.out, add=x)


def _attention(c: DenseConfig, weights: WeightSource, i: int) -> Attention:
    at, n_q, n_kv = c.names.at(i), c.n_heads * c.head_dim, c.n_kv_heads * c.head_dim
    qkv, out = [at + name for name in c.names.qkv], at + c.names.out
    sizes = [n_q, n_kv, n_kv] if len(qkv) == 3 else [n_q + 2 * n_kv]
    normed = [weights.vector(f"{at}self_attn.{p}_norm.weight", c.head_dim) if c.qk_norm else None for p in "qk"]
    spec = AttnSpec(
        n_heads=c.n_heads,
        n_kv_heads=c.n_kv_heads,
        head_dim=c.head_dim,
        rope=c.rope.rope,
        scale=c.head_dim**-0.5,
        eps=c.eps,
        q_norm=normed[0],
        k_norm=normed[1],
        window=c.windows[i],
        logn=c.logn,
    )
    return Attention(
        spec=spec,
        qkv=weights.matrix(
            [f"{name}.weight" for name in qkv],
            [(n, c.n_hidden) for n in sizes],
            bias=[f"{name}.bias" for name in qkv] if c.qkv_bias else (),
        ),
        out=weights.matrix([f"{out}.weight"], [(c.n_hidden, n_q)], bias=[f"{out}.bias"] if c.out_bias else ()),
    )
