"""A GGUF file's metadata in the words of a checkpoint folder: its config and its defaults."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from qwenchat.checkpoints.config import Config
from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.generation import GenerationDefaults
from qwenchat.checkpoints.gguf_hybrid import heads_of
from qwenchat.checkpoints.gguf_names import ARCHITECTURES, HYBRIDS
from qwenchat.checkpoints.gguf_parts import places_of
from qwenchat.gguf import GgufFile
from qwenchat.gguf.header import Place

_LATER: Final = {
    "hidden_size": "embedding_length",
    "intermediate_size": "feed_forward_length",
    "num_attention_heads": "attention.head_count",
    "num_key_value_heads": "attention.head_count_kv",
    "head_dim": "attention.key_length",
    "rms_norm_eps": "attention.layer_norm_rms_epsilon",
    "rope_theta": "rope.freq_base",
    "max_position_embeddings": "context_length",
}
# Whether the first Qwen's rope was stretched and its queries scaled beyond its native context, the format can't say.
_FIRST: Final = {
    "hidden_size": "embedding_length",
    "intermediate_size": "feed_forward_length",
    "num_attention_heads": "attention.head_count",
    "kv_channels": "rope.dimension_count",
    "layer_norm_epsilon": "attention.layer_norm_rms_epsilon",
    "rotary_emb_base": "rope.freq_base",
    "seq_length": "context_length",
}
_OPTIONAL: Final = ("head_dim", "kv_channels", "rotary_emb_base")
_SAMPLING: Final = {
    "general.sampling.temp": "temperature",
    "general.sampling.top_k": "top_k",
    "general.sampling.top_p": "top_p",
    "general.sampling.min_p": "min_p",
    "general.sampling.penalty_repeat": "repetition_penalty",
}


def gguf_config(parts: Sequence[GgufFile]) -> Config:
    """The metadata as a config.json would say it."""
    file, places = parts[0], places_of(parts)
    kind = file.text("general.architecture")
    if kind not in ARCHITECTURES:
        known = ", ".join(ARCHITECTURES)
        raise CheckpointError(f"{file.path}: general.architecture is {kind!r}; GGUF files of {known} are served")
    if "token_embd.weight" not in places:
        raise CheckpointError(f"{file.path}: tensor 'token_embd.weight' is missing")
    raw: dict[str, Any] = {"model_type": ARCHITECTURES[kind], "vocab_size": places["token_embd.weight"].shape[0]}
    raw["tie_word_embeddings"] = "output.weight" not in places
    raw["num_hidden_layers"] = n_layers_of(file)
    experts = _experts(file, kind, places)
    for key, theirs in (_FIRST if kind == "qwen" else _LATER).items():
        found = file.pairs.get(f"{kind}.{theirs}")
        # Where all layers have experts, no other width is needed.
        if found is None and key not in _OPTIONAL and not (key == "intermediate_size" and experts):
            raise CheckpointError(f"{file.path}: the key {kind}.{theirs} is missing")
        if found is not None:
            raw[key] = found
    if kind in HYBRIDS:
        raw |= _hybrid(file, kind, places)
    return Config(file.path, MappingProxyType(raw | experts | _rope_scaling(file, kind)), raw["model_type"], None)


def n_layers_of(file: GgufFile) -> int:
    """Layers that compute the next token: those that guess further ahead are counted with them in the file."""
    kind = file.text("general.architecture")
    n_blocks, n_ahead = file.pairs.get(f"{kind}.block_count"), file.pairs.get(f"{kind}.nextn_predict_layers", 0)
    if type(n_blocks) is not int or type(n_ahead) is not int or not 0 <= n_ahead < n_blocks <= 9999:
        raise CheckpointError(
            f"{file.path}: {kind}.block_count is {n_blocks!r:.40} and nextn_predict_layers {n_ahead!r:.40}; a whole "
            "number from 1 to 9999 is needed, and a smaller one"
        )
    return n_blocks - n_ahead


def _experts(file: GgufFile, kind: str, places: Mapping[str, Place]) -> dict[str, Any]:
    """What there is to say of experts, much of it by the shapes of their tensors."""
    n_experts = file.pairs.get(f"{kind}.expert_count")
    gates = {i: places.get(f"blk.{i}.ffn_gate_exps.weight") for i in range(n_layers_of(file))}
    first = next((place for place in gates.values() if place is not None), None)
    if not n_experts or first is None:
        return {}
    shared = next((p for name, p in places.items() if name.endswith(".ffn_gate_shexp.weight")), None)
    return {
        "num_experts": n_experts,
        "num_experts_per_tok": file.pairs.get(f"{kind}.expert_used_count"),
        "moe_intermediate_size": first.shape[-2] if len(first.shape) == 3 else None,
        # The format doesn't say; its readers go by the architecture.
        "norm_topk_prob": kind != "qwen2moe",
        "mlp_only_layers": [i for i, place in gates.items() if place is None],
        **({} if shared is None else {"shared_expert_intermediate_size": shared.shape[0]}),
    }


def _hybrid(file: GgufFile, kind: str, places: Mapping[str, Place]) -> dict[str, Any]:
    heads, head_dim = heads_of(file), file.pairs.get(f"{kind}.attention.key_length")
    turned = file.pairs.get(f"{kind}.rope.dimension_count")
    if type(head_dim) is not int or type(turned) is not int or head_dim < 1:
        raise CheckpointError(
            f"{file.path}: {kind}.attention.key_length is {head_dim!r:.40} and rope.dimension_count {turned!r:.40}; "
            "whole numbers are needed"
        )
    attends = [f"blk.{i}.attn_q.weight" in places for i in range(n_layers_of(file))]
    return {
        "linear_num_key_heads": heads.n_keys,
        "linear_num_value_heads": heads.n_values,
        "linear_key_head_dim": heads.key_dim,
        "linear_value_head_dim": heads.value_dim,
        "linear_conv_kernel_dim": file.pairs.get(f"{kind}.ssm.conv_kernel"),
        "partial_rotary_factor": turned / head_dim,
        "layer_types": ["full_attention" if full else "linear_attention" for full in attends],
    }


def _rope_scaling(file: GgufFile, kind: str) -> dict[str, Any]:
    at = f"{kind}.rope.scaling."
    said = file.text(at + "type")
    if said in (None, "none"):
        return {}
    scaling = {"rope_type": said, "factor": file.pairs.get(at + "factor")}
    original = file.pairs.get(at + "original_context_length")
    return {"rope_scaling": scaling if original is None else scaling | {"original_max_position_embeddings": original}}


def gguf_defaults(file: GgufFile) -> GenerationDefaults:
    """The sampling that the file recommends, and the ids that end an answer."""
    served: dict[str, Any] = {ours: file.pairs[key] for key, ours in _SAMPLING.items() if key in file.pairs}
    for name, value in served.items():
        if type(value) not in (int, float):
            raise CheckpointError(f"{file.path}: the sampling default {name} is {value!r}; a number is expected")
    keys = ("tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id")
    ids = [file.pairs[key] for key in keys if key in file.pairs]
    if not all(type(i) is int and 0 <= i < 2**31 for i in ids):
        raise CheckpointError(f"{file.path}: tokenizer.ggml.eos_token_id is {ids!r}; ids are expected")
    return GenerationDefaults(MappingProxyType(served), tuple(dict.fromkeys(ids)), ())
