"""The tensors of the hybrids, written from the description of their config's keys."""

from collections.abc import Mapping
from typing import Any

Shapes = dict[str, tuple[int, ...]]


def hybrid_shapes(config: Mapping[str, Any], ffn: Any) -> Shapes:
    """Name and shape of every tensor of a checkpoint with this config; `ffn(config, at, i)` gives a layer's last part."""
    c, prefix = (config.get("text_config", config)), "model.language_model." if "text_config" in config else "model."
    h, out = c["hidden_size"], {f"{prefix}embed_tokens.weight": (c["vocab_size"], c["hidden_size"])}
    for i in range(c["num_hidden_layers"]):
        at = f"{prefix}layers.{i}."
        is_attention = (i + 1) % c.get("full_attention_interval", 4) == 0
        out |= _attention(c, f"{at}self_attn.") if is_attention else _delta(c, f"{at}linear_attn.")
        out |= ffn(c, f"{at}mlp.", i)
        out |= {f"{at}input_layernorm.weight": (h,), f"{at}post_attention_layernorm.weight": (h,)}
    out[f"{prefix}norm.weight"] = (h,)
    return out if c["tie_word_embeddings"] else {**out, "lm_head.weight": (c["vocab_size"], h)}


def ahead_shapes(config: Mapping[str, Any], ffn: Any) -> Shapes:
    """Name and shape of every tensor of the head that guesses ahead; its feed-forward part is a sparse layer's."""
    h, at = config["hidden_size"], "mtp.layers.0."
    out: Shapes = {f"mtp.{name}.weight": (h,) for name in ("pre_fc_norm_embedding", "pre_fc_norm_hidden", "norm")}
    out |= {f"{at}input_layernorm.weight": (h,), f"{at}post_attention_layernorm.weight": (h,)}
    always = {**config, "decoder_sparse_step": 1}
    return {**out, "mtp.fc.weight": (h, 2 * h), **_attention(config, f"{at}self_attn."), **ffn(always, f"{at}mlp.", 0)}


def _attention(c: Mapping[str, Any], at: str) -> Shapes:
    h, d = c["hidden_size"], c["head_dim"]
    wide, n_kv = d * c["num_attention_heads"], d * c["num_key_value_heads"]
    out = {f"{at}q_proj.weight": (2 * wide, h), f"{at}k_proj.weight": (n_kv, h), f"{at}v_proj.weight": (n_kv, h)}
    return {**out, f"{at}o_proj.weight": (h, wide), f"{at}q_norm.weight": (d,), f"{at}k_norm.weight": (d,)}


def _delta(c: Mapping[str, Any], at: str) -> Shapes:
    h, n_v, d = c["hidden_size"], c["linear_num_value_heads"], c["linear_value_head_dim"]
    keys, values = c["linear_num_key_heads"] * c["linear_key_head_dim"], n_v * d
    channels = 2 * keys + values
    out: Shapes = {f"{at}A_log": (n_v,), f"{at}dt_bias": (n_v,), f"{at}norm.weight": (d,)}
    out |= {
        f"{at}conv1d.weight": (channels, 1, c.get("linear_conv_kernel_dim", 4)),
        f"{at}out_proj.weight": (h, values),
    }
    if c["model_type"] == "qwen3_next":
        return {**out, f"{at}in_proj_qkvz.weight": (channels + values, h), f"{at}in_proj_ba.weight": (2 * n_v, h)}
    out |= {f"{at}in_proj_qkv.weight": (channels, h), f"{at}in_proj_z.weight": (values, h)}
    return {**out, f"{at}in_proj_b.weight": (n_v, h), f"{at}in_proj_a.weight": (n_v, h)}
