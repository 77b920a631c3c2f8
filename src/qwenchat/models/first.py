"""The first Qwen (QWenLMHeadModel: 1.8B, 7B, 14B, 72B): its config, in both spellings. The rest is dense."""

from qwenchat.models.dense import DenseConfig, check_heads
from qwenchat.models.fields import ConfigError, Fields
from qwenchat.models.names import FIRST
from qwenchat.models.rope import dynamic_ntk

LOGN_END = 32767  # the original's table of logn factors ends here


def first_config(c: Fields) -> DenseConfig:
    """A `config.json` of model type qwen, checked: of August 2023 (`n_embd`, …) or later (`hidden_size`, …)."""
    n_hidden, n_heads = c.either("hidden_size", "n_embd"), c.either("num_attention_heads", "n_head")
    n_layers = c.either("num_hidden_layers", "n_layer")
    head_dim = c.size("kv_channels", 128, most=256)
    check_heads(n_heads, n_heads, head_dim)
    width = c.either("intermediate_size", "ffn_hidden_size")
    if width % 2:
        raise ConfigError(f"config.json: intermediate_size is {width}; an even number is needed, half of it is used")
    for key, only in (("no_bias", True), ("rotary_pct", 1.0), ("apply_residual_connection_post_layernorm", False)):
        if c.value(key, only) != only:
            raise ConfigError(f"config.json: {key} is {c.value(key)!r}; known: {only!r}")
    n_native = c.size("seq_length", 2048)
    n_given = c.either("max_position_embeddings", "n_positions", n_native)
    logn = n_native if c.flag("use_logn_attn", False) else None
    n_positions = max(n_native, n_given)
    stretched = c.flag("use_dynamic_ntk", False)
    if stretched:
        # The original takes any length, up to the end of its table; what a config says is no limit there.
        n_positions = max(n_positions, LOGN_END)
    return DenseConfig(
        n_layers=n_layers,
        n_hidden=n_hidden,
        n_ffn=width // 2,
        n_heads=n_heads,
        n_kv_heads=n_heads,
        head_dim=head_dim,
        n_vocab=c.either("vocab_size", "padded_vocab_size"),
        eps=c.number("layer_norm_epsilon", 1e-6),
        rope=dynamic_ntk(
            c.number("rotary_emb_base", 10000.0), head_dim, n_native if stretched else n_positions, n_positions
        ),
        windows=(None,) * n_layers,
        tied=c.flag("tie_word_embeddings", False),
        qkv_bias=True,
        out_bias=False,
        qk_norm=False,
        logn=logn,
        names=FIRST,
    )
