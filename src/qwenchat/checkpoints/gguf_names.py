"""GGUF's names and a checkpoint folder's: architectures, and the tensors of each."""

import re
from collections.abc import Mapping
from typing import Final

# general.architecture → the model_type of a config.json.
ARCHITECTURES: Final = {
    "qwen": "qwen",
    "qwen2": "qwen2",
    "qwen2moe": "qwen2_moe",
    "qwen3": "qwen3",
    "qwen3moe": "qwen3_moe",
    "qwen3next": "qwen3_next",
    "qwen35": "qwen3_5_text",
    "qwen35moe": "qwen3_5_moe_text",
}
HYBRIDS: Final = ("qwen3next", "qwen35", "qwen35moe")
_LAYER: Final = re.compile(r"blk\.([0-9]{1,4})\.([a-z0-9_.]+)")
_LATER: Final = {
    "attn_norm": "input_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "attn_q_norm": "self_attn.q_norm",
    "attn_k_norm": "self_attn.k_norm",
    "ffn_norm": "post_attention_layernorm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
    "ffn_gate_inp": "mlp.gate",
    # All experts of a layer in one tensor each, as MLX has them.
    "ffn_gate_exps": "mlp.switch_mlp.gate_proj",
    "ffn_up_exps": "mlp.switch_mlp.up_proj",
    "ffn_down_exps": "mlp.switch_mlp.down_proj",
    "ffn_gate_inp_shexp": "mlp.shared_expert_gate",
    "ffn_gate_shexp": "mlp.shared_expert.gate_proj",
    "ffn_up_shexp": "mlp.shared_expert.up_proj",
    "ffn_down_shexp": "mlp.shared_expert.down_proj",
}
_HYBRID: Final = {
    **_LATER,
    "post_attention_norm": "post_attention_layernorm",
    "attn_qkv": "linear_attn.in_proj_qkv",
    "attn_gate": "linear_attn.in_proj_z",
    "ssm_alpha": "linear_attn.in_proj_a",
    "ssm_beta": "linear_attn.in_proj_b",
    "ssm_ba": "linear_attn.in_proj_ba",
    "ssm_conv1d": "linear_attn.conv1d",
    "ssm_norm": "linear_attn.norm",
    "ssm_out": "linear_attn.out_proj",
}
_FIRST: Final = {
    "attn_norm": "ln_1",
    "attn_qkv": "attn.c_attn",
    "attn_output": "attn.c_proj",
    "ffn_norm": "ln_2",
    "ffn_gate": "mlp.w2",
    "ffn_up": "mlp.w1",
    "ffn_down": "mlp.c_proj",
}
_AHEAD: Final = {
    "nextn.eh_proj.weight": "mtp.fc.weight",
    "nextn.enorm.weight": "mtp.pre_fc_norm_embedding.weight",
    "nextn.hnorm.weight": "mtp.pre_fc_norm_hidden.weight",
    "nextn.shared_head_norm.weight": "mtp.norm.weight",
}
_BARE: Final = {"ssm_a": "linear_attn.A_log", "ssm_dt.bias": "linear_attn.dt_bias"}  # nothing follows these


def known_name(name: str, architecture: str, n_layers: int) -> str:
    """A tensor's name as a checkpoint folder has it; unknown names stay as they are, and nobody asks for them.

    Layers from `n_layers` on guess several tokens ahead, and are called as such; so are parts of theirs nobody knows.
    """
    first = architecture == "qwen"
    layer = _LAYER.fullmatch(name)
    if layer is None:
        return _whole(first).get(name, name)
    i, rest = int(layer[1]), layer[2]
    if i == n_layers and rest in _AHEAD:
        return _AHEAD[rest]
    name, at = (name, f"model.layers.{i}.") if i < n_layers else (f"mtp.{name}", f"mtp.layers.{i - n_layers}.")
    at = f"transformer.h.{i}." if first else at
    if rest in _BARE and architecture in HYBRIDS:
        return at + _BARE[rest]
    part, _, end = rest.rpartition(".")
    parts: Mapping[str, str] = _FIRST if first else _HYBRID if architecture in HYBRIDS else _LATER
    return f"{at}{parts[part]}.{end}" if part in parts and end in ("weight", "bias") else name


def _whole(first: bool) -> Mapping[str, str]:
    """The tensors outside of layers."""
    return {
        "token_embd.weight": "transformer.wte.weight" if first else "model.embed_tokens.weight",
        "output_norm.weight": "transformer.ln_f.weight" if first else "model.norm.weight",
        "output.weight": "lm_head.weight",
    }
