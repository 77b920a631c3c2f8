"""The hybrids: Qwen3-Next, and Qwen3.5, 3.6 and 3.8. Gated DeltaNet in most layers, gated attention in the others.

Published with a vision tower, their text model is nested in config and tensors' names; pictures are left out.
"""

from typing import Any

from qwenchat.kernels.words import Kernels
from qwenchat.models.ahead import Ahead
from qwenchat.models.config import Config
from qwenchat.models.decoder import Ffn, Layer, Mixer
from qwenchat.models.delta import DeltaShape, delta_shape, gated_delta
from qwenchat.models.dense import check_heads
from qwenchat.models.fields import ConfigError, Fields
from qwenchat.models.gated_attention import AttentionShape, gated_attention
from qwenchat.models.mlp import mlp
from qwenchat.models.moe import MoeConfig, moe, moe_config
from qwenchat.models.names import later_names
from qwenchat.models.rope import rope_from
from qwenchat.models.weights import WeightSource

# What other models of the family do otherwise; these do it in one way.
_ONLY: dict[str, tuple[Any, ...]] = {
    "hidden_act": ("silu",),
    "attention_bias": (False,),
    "attn_output_gate": (True,),
    "output_gate_type": ("swish", "silu"),
    "norm_topk_prob": (True, False),
}
_HEAD = (
    "fc", "pre_fc_norm_embedding", "pre_fc_norm_hidden", "norm",
    *(f"layers.0.{name}" for name in ("input_layernorm", "post_attention_layernorm")),
    *(f"layers.0.self_attn.{name}" for name in ("q_proj", "k_proj", "v_proj", "o_proj", "q_norm", "k_norm")),
)  # fmt: skip
_KINDS = {"full_attention": True, "linear_attention": False}


class HybridConfig(Config, frozen=True, eq=False, kw_only=True):
    """The shapes and switches of a hybrid."""

    n_ffn: int | None  # of layers without experts
    attention: AttentionShape
    delta: DeltaShape
    attends: tuple[bool, ...]  # which layers have attention
    moe: MoeConfig | None


def hybrid_config(whole: Fields) -> HybridConfig:
    """A config of model type qwen3_next, qwen3_5 or qwen3_5_moe, checked."""
    tied = whole.flag("tie_word_embeddings", False)
    nested = whole.mapping("text_config") is not None
    c = whole.inside("text_config") if nested else whole
    for key, known in _ONLY.items():
        if c.value(key, known[0]) not in known:
            raise ConfigError(f"config.json: {key} is {c.value(key)!r}; known: {', '.join(map(repr, known))}")
    n_layers, attention = c.size("num_hidden_layers"), _attention(c)
    # Qwen3.5's router always makes the shares of the chosen add up to 1, and has no key for it.
    experts = moe_config(c, n_layers, shared=True, normalised=True) if c.value("num_experts") else None
    width = c.value("intermediate_size")
    return HybridConfig(
        n_layers=n_layers,
        n_hidden=c.size("hidden_size"),
        n_ffn=width if experts is not None and all(experts.sparse) else c.size("intermediate_size"),
        n_vocab=c.size("vocab_size"),
        eps=c.number("rms_norm_eps"),
        attention=attention,
        rope=attention.rope,
        delta=delta_shape(c),
        attends=_attends(c, n_layers),
        moe=experts,
        tied=c.flag("tie_word_embeddings", tied),
        norm_shift=1.0,
        names=later_names("model.language_model." if nested else "model."),
    )


def _attention(c: Fields) -> AttentionShape:
    n_heads, n_kv_heads = c.size("num_attention_heads"), c.size("num_key_value_heads")
    head_dim = c.size("head_dim", 256, most=256)
    check_heads(n_heads, n_kv_heads, head_dim)
    # A text's positions are the same in all three sections of the multimodal rope: it is an ordinary one.
    turned = int(head_dim * c.number("partial_rotary_factor", 0.25))
    inner = c.mapping("rope_parameters") or {}
    turned = int(head_dim * float(inner.get("partial_rotary_factor", turned / head_dim)))
    if not 0 < turned <= head_dim or turned % 2:
        raise ConfigError(
            f"config.json: partial_rotary_factor rotates {turned} of {head_dim}; an even number is needed"
        )
    return AttentionShape(n_heads, n_kv_heads, head_dim, rope_from(c, turned))


def _attends(c: Fields, n_layers: int) -> tuple[bool, ...]:
    """`layer_types` where given, else every so many layers."""
    every = c.size("full_attention_interval", 4)
    types: Any = c.value("layer_types")
    if types is None:
        return tuple((i + 1) % every == 0 for i in range(n_layers))
    if not isinstance(types, list) or len(types) != n_layers or any(t not in _KINDS for t in types):
        raise ConfigError(f"config.json: layer_types is {types!r:.200}; {n_layers} of {sorted(_KINDS)} are needed")
    return tuple(_KINDS[t] for t in types)


def hybrid_layer(c: HybridConfig, k: Kernels, weights: WeightSource, i: int) -> Layer:
    """Layer `i`."""
    return _layer(c, k, weights, c.names.at(i), c.attends[i], c.moe is not None and c.moe.sparse[i])


def hybrid_ahead(c: HybridConfig, k: Kernels, weights: WeightSource) -> Ahead | None:
    """The head that guesses, where the checkpoint has one: its layer attends, and has experts if the others have.

    Answers need none, so it is no error if parts are missing, as who tunes or quantises a model may leave them out, or
    if it has an embedding of its own, which no published one has.
    """
    if weights.has("mtp.embed_tokens.weight") or not all(weights.has(f"mtp.{name}.weight") for name in _HEAD):
        return None
    embed_norm, hidden_norm, norm = (
        weights.vector(f"mtp.{name}.weight", c.n_hidden, c.norm_shift)
        for name in ("pre_fc_norm_embedding", "pre_fc_norm_hidden", "norm")
    )
    fc = weights.matrix(["mtp.fc.weight"], [(c.n_hidden, 2 * c.n_hidden)])
    return Ahead(embed_norm, hidden_norm, fc, _layer(c, k, weights, "mtp.layers.0.", True, c.moe is not None), norm)


def _layer(c: HybridConfig, k: Kernels, weights: WeightSource, at: str, attends: bool, sparse: bool) -> Layer:
    """The layer whose tensors' names begin with `at`."""
    mixer: Mixer
    if attends:
        mixer = gated_attention(c.attention, c.n_hidden, c.eps, c.norm_shift, weights, f"{at}self_attn.")
    else:
        mixer = gated_delta(c.delta, c.n_hidden, c.eps, weights, f"{at}linear_attn.")
    ffn: Ffn
    if c.moe is not None and sparse:
        ffn = moe(c.moe, c.n_hidden, k, weights, f"{at}mlp.")
    else:
        assert c.n_ffn is not None, "the config was checked"
        ffn = mlp(weights, (f"{at}mlp.gate_proj", f"{at}mlp.up_proj", f"{at}mlp.down_proj"), c.n_hidden, c.n_ffn)
    return Layer(
        input_norm=weights.vector(f"{at}{c.names.input_norm}.weight", c.n_hidden, c.norm_shift),
        mixer=mixer,
        ffn_norm=weights.vector(f"{at}{c.names.ffn_norm}.weight", c.n_hidden, c.norm_shift),
        ffn=ffn,
    )
