"""Random checkpoints as GGUF files, changed as llama.cpp's converter changes them (its conversion/qwen.py, described)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gguf
import numpy as np
from gguf import GGMLQuantizationType as Kind

from tests.checkpoints.gguf_files import _words
from tests.models.random_model import stacked

ARCHITECTURES = {
    "qwen": "qwen", "qwen2": "qwen2", "qwen2_moe": "qwen2moe", "qwen3": "qwen3", "qwen3_moe": "qwen3moe",
    "qwen3_next": "qwen3next", "qwen3_5_text": "qwen35", "qwen3_5_moe_text": "qwen35moe",
}  # fmt: skip
NAMES = {
    "model.embed_tokens": "token_embd", "transformer.wte": "token_embd", "lm_head": "output",
    "transformer.ln_f": "output_norm", "model.norm": "output_norm", "model.layers.": "blk.", "transformer.h.": "blk.",
    "input_layernorm": "attn_norm", "self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v", "self_attn.o_proj": "attn_output", "self_attn.q_norm": "attn_q_norm",
    "self_attn.k_norm": "attn_k_norm", "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down", "mlp.experts.down_proj": "ffn_down_exps.weight",
    "mlp.shared_expert.gate_proj": "ffn_gate_shexp", "mlp.shared_expert.up_proj": "ffn_up_shexp",
    "mlp.shared_expert.down_proj": "ffn_down_shexp", "mlp.shared_expert_gate": "ffn_gate_inp_shexp",
    "mlp.gate.": "ffn_gate_inp.", "linear_attn.in_proj_qkv": "attn_qkv", "linear_attn.in_proj_z": "attn_gate",
    "linear_attn.in_proj_ba": "ssm_ba", "linear_attn.in_proj_b": "ssm_beta", "linear_attn.in_proj_a": "ssm_alpha",
    "linear_attn.A_log": "ssm_a", "linear_attn.dt_bias": "ssm_dt.bias", "linear_attn.conv1d": "ssm_conv1d",
    "linear_attn.norm": "ssm_norm", "linear_attn.out_proj": "ssm_out", "ln_1": "attn_norm", "ln_2": "ffn_norm",
    "attn.c_attn": "attn_qkv", "attn.c_proj": "attn_output", "mlp.w1": "ffn_up", "mlp.w2": "ffn_gate",
    "mlp.c_proj": "ffn_down",
}  # fmt: skip
AHEAD = {
    "mtp.layers.0.": "blk.4.", "mtp.fc": "blk.4.nextn.eh_proj", "mtp.norm": "blk.4.nextn.shared_head_norm",
    "mtp.pre_fc_norm_embedding": "blk.4.nextn.enorm", "mtp.pre_fc_norm_hidden": "blk.4.nextn.hnorm",
}  # fmt: skip
Tensors = dict[str, np.ndarray]


def converted(config: Mapping[str, Any], tensors: Mapping[str, np.ndarray]) -> Tensors:
    """The tensors as the converter writes them, by GGUF's names."""
    c, out = config, dict(stacked(tensors))
    for name in [name for name in out if name.endswith("experts.gate_up_proj")]:
        both = out.pop(name)
        at, half = name.replace("experts.gate_up_proj", "{}").replace("mlp.", ""), both.shape[1] // 2
        out[at.format("ffn_gate_exps.weight")], out[at.format("ffn_up_exps.weight")] = both[:, :half], both[:, half:]
    if "linear_num_key_heads" in c:
        out = {new: values for name in out for new, values in _hybrid(c, name, out[name]).items()}
    return {_renamed(name, "linear_num_key_heads" in c): values for name, values in out.items()}


def _renamed(name: str, hybrid: bool) -> str:
    if name.startswith("mtp."):  # the head that guesses ahead is a block behind the others
        for ours, theirs in AHEAD.items():
            name = name.replace(ours, theirs)
    for ours, theirs in {**NAMES, "post_attention_layernorm": "post_attention_norm" if hybrid else "ffn_norm"}.items():
        name = name.replace(ours, theirs)
    return name


def _hybrid(c: Mapping[str, Any], name: str, values: np.ndarray) -> Tensors:
    n_k, n_v, d_k, d_v = (
        c[f"linear_{key}"] for key in ("num_key_heads", "num_value_heads", "key_head_dim", "value_head_dim")
    )
    if name.endswith("in_proj_qkvz.weight"):
        groups = values.reshape(n_k, -1, values.shape[1])
        q, k, v, z = np.split(groups, np.cumsum([d_k, d_k, n_v // n_k * d_v]), axis=1)
        qkv = np.concatenate([part.reshape(-1, values.shape[1]) for part in (q, k, v)])
        at = name.removesuffix("in_proj_qkvz.weight")
        return {f"{at}in_proj_qkv.weight": qkv, f"{at}in_proj_z.weight": z.reshape(-1, values.shape[1])}
    if c["model_type"] != "qwen3_next" and "linear_attn." in name:
        values = _by_turns(name, values, n_k, n_v, d_v, 2 * n_k * d_k)
    if name.endswith("A_log"):
        values = -np.exp(values)
    elif "conv1d" in name:
        values = values.reshape(len(values), -1)
    elif name.endswith(("norm.weight", "norm_embedding.weight", "norm_hidden.weight")) and not name.endswith(
        "linear_attn.norm.weight"
    ):
        values = values + np.float32(1)
    return {name: values}


def _by_turns(name: str, values: np.ndarray, n_k: int, n_v: int, d_v: int, n_qk: int) -> np.ndarray:
    """Value heads from side by side to by turns."""

    def turned(rows: np.ndarray, size: int) -> np.ndarray:
        return rows.reshape(n_k, n_v // n_k, size, -1).swapaxes(0, 1).reshape(rows.shape)

    if "in_proj_qkv." in name or "conv1d" in name:
        return np.concatenate([values[:n_qk], turned(values[n_qk:], d_v)])
    if "in_proj_z." in name:
        return turned(values, d_v)
    if "out_proj." in name:
        return turned(values.T.copy(), d_v).T
    return values if "norm" in name else turned(values, 1)


def write_random(
    path: Path, config: Mapping[str, Any], tensors: Mapping[str, np.ndarray], kind: Kind = Kind.F32, **keywords: Any
) -> Path:
    """A checkpoint as one GGUF file, or several with `split_max_tensors`; its matrices in `kind` where that can be.

    With the vocabulary of tiny where it has as many tokens.
    """
    arch = ARCHITECTURES[config["model_type"]]
    writer = gguf.GGUFWriter(path, arch, **keywords)
    _facts(writer, config, arch)
    if config["vocab_size"] == 4096:
        _words(writer)
    for name, values in converted(config, tensors).items():
        exact = (
            values.ndim == 1
            or values.shape[-1] % 32
            or name.endswith(("conv1d.weight", "_inp.weight", "_inp_shexp.weight"))
        )
        wanted = Kind.F32 if exact else kind
        raw = gguf.quants.quantize(np.ascontiguousarray(values, np.float32), wanted)
        writer.add_tensor(name, raw, raw_dtype=wanted)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _facts(writer: gguf.GGUFWriter, c: Mapping[str, Any], arch: str) -> None:
    writer.add_block_count(c["num_hidden_layers"])
    if "mtp" in c:
        writer.add_nextn_predict_layers(c["mtp"])
    writer.add_context_length(c.get("max_position_embeddings", c.get("seq_length")))
    writer.add_embedding_length(c["hidden_size"])
    if "intermediate_size" in c:
        writer.add_feed_forward_length(c["intermediate_size"])
    writer.add_head_count(c["num_attention_heads"])
    writer.add_layer_norm_rms_eps(c.get("rms_norm_eps", c.get("layer_norm_epsilon")))
    rope = c.get("rope_parameters", {})
    writer.add_rope_freq_base(rope.get("rope_theta", c.get("rope_theta", c.get("rotary_emb_base"))))
    if arch == "qwen":
        writer.add_rope_dimension_count(c["kv_channels"])
        return
    writer.add_head_count_kv(c["num_key_value_heads"])
    head_dim = c.get("head_dim", c["hidden_size"] // c["num_attention_heads"])
    writer.add_key_length(head_dim)
    writer.add_value_length(head_dim)
    if "num_experts" in c:
        writer.add_expert_count(c["num_experts"])
        writer.add_expert_used_count(c["num_experts_per_tok"])
        writer.add_expert_feed_forward_length(c["moe_intermediate_size"])
    if "shared_expert_intermediate_size" in c:
        writer.add_expert_shared_feed_forward_length(c["shared_expert_intermediate_size"])
    if "linear_num_key_heads" in c:
        writer.add_ssm_conv_kernel(c.get("linear_conv_kernel_dim", 4))
        writer.add_ssm_state_size(c["linear_key_head_dim"])
        writer.add_ssm_group_count(c["linear_num_key_heads"])
        writer.add_ssm_time_step_rank(c["linear_num_value_heads"])
        writer.add_ssm_inner_size(c["linear_value_head_dim"] * c["linear_num_value_heads"])
        writer.add_full_attention_interval(c.get("full_attention_interval", 4))
        writer.add_rope_dimension_count(int(head_dim * rope["partial_rotary_factor"]))
        if arch != "qwen3next":
            writer.add_rope_dimension_sections([11, 11, 10, 0])
