"""Dense Qwen: qwen2 (Qwen1.5, 2, 2.5, QwQ) and qwen3. Two switches tell them apart: QKV bias, and q/k norms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qwenchat.kernels.words import Array, AttnSpec, Cache, Kernels, Step, Weight
from qwenchat.models.fields import ConfigError, Fields
from qwenchat.models.rope import RopeConfig, layer_windows, rope_from
from qwenchat.models.weights import WeightSource

# Keys that say nothing about the arithmetic of one forward pass, or that the loader reads elsewhere.
HARMLESS = frozenset(
    # Dual chunk attention only acts beyond the native window, which is our limit.
    "_name_or_path architectures attention_dropout auto_map bos_token_id chunk_size_feed_forward"
    " cross_attention_hidden_size dtype dual_chunk_attention_config eos_token_id id2label initializer_range"
    " is_decoder is_encoder_decoder label2id max_window_layers model_type name_or_path output_attentions"
    " output_hidden_states pad_token_id pretraining_tp problem_type return_dict seq_length torch_dtype"
    " transformers_version unsloth_fixed unsloth_version use_cache use_mrope".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class DenseConfig:
    """The shapes and switches of a dense Qwen."""

    n_layers: int
    n_hidden: int
    n_ffn: int
    n_heads: int
    n_kv_heads: int
    head_dim: int
    n_vocab: int
    eps: float
    rope: RopeConfig
    windows: tuple[int | None, ...]
    tied: bool
    qkv_bias: bool
    out_bias: bool
    qk_norm: bool
    unknown: tuple[str, ...]  # keys of the config that nobody here knows

    @property
    def n_positions(self) -> int:
        """The context window, in tokens."""
        return self.rope.n_positions


def dense_config(raw: Mapping[str, Any]) -> DenseConfig:
    """A `config.json` of model type qwen2 or qwen3, checked."""
    c = Fields(raw)
    third = raw.get("model_type") == "qwen3"
    n_hidden, n_heads, n_layers = c.size("hidden_size"), c.size("num_attention_heads"), c.size("num_hidden_layers")
    n_kv_heads = c.size("num_key_value_heads")
    head_dim = c.size("head_dim", 128 if third else n_hidden // n_heads or None, most=256)
    if n_heads % n_kv_heads:
        raise ConfigError(f"config.json: num_key_value_heads is {n_kv_heads}; a divisor of {n_heads} heads is needed")
    if head_dim % 2:
        raise ConfigError(f"config.json: head_dim is {head_dim}; an even number is needed")
    if c.value("hidden_act", "silu") != "silu":
        raise ConfigError(f"config.json: hidden_act is {c.value('hidden_act')!r}; known: 'silu'")
    if c.value("quantization_config") is not None:
        method = raw["quantization_config"].get("quant_method") if isinstance(raw["quantization_config"], dict) else "?"
        raise ConfigError(f"config.json: quantization_config ({method}) is not served yet; take the bf16 checkpoint")
    bias = c.flag("attention_bias", False)
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
        qkv_bias=bias if third else True,
        out_bias=bias and third,
        qk_norm=third,
        unknown=tuple(key for key in c.left() if key not in HARMLESS),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """The weights of one layer."""

    input_norm: Weight
    qkv: Weight
    out: Weight
    ffn_norm: Weight
    gate_up: Weight
    down: Weight


class Dense:
    """Logits from ids, positions and a cache."""

    def __init__(self, config: DenseConfig, weights: WeightSource, kernels: Kernels) -> None:
        c = config
        self.config = c
        self._k = kernels
        self._embed = weights.table("model.embed_tokens.weight", (c.n_vocab, c.n_hidden))
        head = "model.embed_tokens.weight" if c.tied else "lm_head.weight"
        # The largest weight first, while memory is still empty: packing holds its source and its result.
        self._head = weights.matrix([head], [(c.n_vocab, c.n_hidden)])
        self._layers, specs = [], []
        for i in range(c.n_layers):
            self._layers.append(_layer(c, weights, i))
            specs.append(_attention(c, weights, i))
        self.attention = tuple(specs)
        self._norm = weights.vector("model.norm.weight", c.n_hidden)

    def forward(self, step: Step, cache: Cache) -> Array:
        """Logits [n_wanted, n_vocab] of the step's wanted rows; its keys and values go to `cache`."""
        k, eps = self._k, self.config.eps
        x = k.embed(self._embed, step)
        for layer, memory in zip(self._layers, cache.layers, strict=True):
            mixed = k.attend(k.linear(k.norm(x, layer.input_norm, eps), layer.qkv), memory, step)
            x = k.linear(mixed, layer.out, add=x)
            x = k.linear(k.gated(k.norm(x, layer.ffn_norm, eps), layer.gate_up), layer.down, add=x)
        return k.logits(k.norm(k.rows(x, step), self._norm, eps), self._head)


def _layer(c: DenseConfig, weights: WeightSource, i: int) -> Layer:
    at = f"model.layers.{i}"
    n_q, n_kv = c.n_heads * c.head_dim, c.n_kv_heads * c.head_dim
    qkv = [f"{at}.self_attn.{p}_proj" for p in "qkv"]
    return Layer(
        input_norm=weights.vector(f"{at}.input_layernorm.weight", c.n_hidden),
        qkv=weights.matrix(
            [f"{p}.weight" for p in qkv],
            [(n_q, c.n_hidden), (n_kv, c.n_hidden), (n_kv, c.n_hidden)],
            bias=[f"{p}.bias" for p in qkv] if c.qkv_bias else (),
        ),
        out=weights.matrix(
            [f"{at}.self_attn.o_proj.weight"],
            [(c.n_hidden, n_q)],
            bias=[f"{at}.self_attn.o_proj.bias"] if c.out_bias else (),
        ),
        ffn_norm=weights.vector(f"{at}.post_attention_layernorm.weight", c.n_hidden),
        gate_up=weights.matrix(
            [f"{at}.mlp.gate_proj.weight", f"{at}.mlp.up_proj.weight"], [(c.n_ffn, c.n_hidden)] * 2, order="paired"
        ),
        down=weights.matrix([f"{at}.mlp.down_proj.weight"], [(c.n_hidden, c.n_ffn)]),
    )


def _attention(c: DenseConfig, weights: WeightSource, i: int) -> AttnSpec:
    at = f"model.layers.{i}.self_attn"
    return AttnSpec(
        n_heads=c.n_heads,
        n_kv_heads=c.n_kv_heads,
        head_dim=c.head_dim,
        rope=c.rope.rope,
        scale=c.head_dim**-0.5,
        eps=c.eps,
        q_norm=weights.vector(f"{at}.q_norm.weight", c.head_dim) if c.qk_norm else None,
        k_norm=weights.vector(f"{at}.k_norm.weight", c.head_dim) if c.qk_norm else None,
        window=c.windows[i],
    )
