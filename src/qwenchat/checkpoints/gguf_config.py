"""A GGUF file's metadata in the words of a checkpoint folder: its config, its tensors' names, its defaults."""

import re
from types import MappingProxyType
from typing import Any, Final

from qwenchat.checkpoints.config import Config
from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.generation import GenerationDefaults
from qwenchat.gguf import GgufFile

ARCHITECTURES: Final = ("qwen2", "qwen3")
_KEYS: Final = {
    "hidden_size": "embedding_length",
    "intermediate_size": "feed_forward_length",
    "num_hidden_layers": "block_count",
    "num_attention_heads": "attention.head_count",
    "num_key_value_heads": "attention.head_count_kv",
    "head_dim": "attention.key_length",
    "rms_norm_eps": "attention.layer_norm_rms_epsilon",
    "rope_theta": "rope.freq_base",
    "max_position_embeddings": "context_length",
}
_OPTIONAL: Final = ("head_dim",)
_WHOLE: Final = {
    "token_embd.weight": "model.embed_tokens.weight",
    "output_norm.weight": "model.norm.weight",
    "output.weight": "lm_head.weight",
}
_PARTS: Final = {
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
}
_LAYER: Final = re.compile(r"blk\.([0-9]{1,4})\.([a-z_]+)\.(weight|bias)")
_SAMPLING: Final = {
    "general.sampling.temp": "temperature",
    "general.sampling.top_k": "top_k",
    "general.sampling.top_p": "top_p",
    "general.sampling.min_p": "min_p",
    "general.sampling.penalty_repeat": "repetition_penalty",
}


def gguf_config(file: GgufFile) -> Config:
    """The file's metadata as a config.json would say it."""
    kind = file.text("general.architecture")
    if kind not in ARCHITECTURES:
        raise CheckpointError(
            f"{file.path}: general.architecture is {kind!r}; GGUF files of {', '.join(ARCHITECTURES)} are served"
        )
    if file.pairs.get("split.count", 1) not in (0, 1):
        raise CheckpointError(f"{file.path}: one of several parts; join them with llama-gguf-split --merge")
    table = file.places.get("token_embd.weight")
    if table is None:
        raise CheckpointError(f"{file.path}: tensor 'token_embd.weight' is missing")
    raw: dict[str, Any] = {"model_type": kind, "vocab_size": table.shape[0]}
    raw["tie_word_embeddings"] = "output.weight" not in file.places
    for key, theirs in _KEYS.items():
        found = file.pairs.get(f"{kind}.{theirs}")
        if found is None and key not in _OPTIONAL:
            raise CheckpointError(f"{file.path}: the key {kind}.{theirs} is missing")
        if found is not None:
            raw[key] = found
    return Config(file.path, MappingProxyType(raw | _rope_scaling(file, kind)), kind, None)


def _rope_scaling(file: GgufFile, kind: str) -> dict[str, Any]:
    at = f"{kind}.rope.scaling."
    said = file.text(at + "type")
    if said in (None, "none"):
        return {}
    scaling = {"rope_type": said, "factor": file.pairs.get(at + "factor")}
    original = file.pairs.get(at + "original_context_length")
    return {"rope_scaling": scaling if original is None else scaling | {"original_max_position_embeddings": original}}


def known_name(name: str) -> str:
    """A tensor's name as a checkpoint folder has it; unknown names stay as they are, and nobody asks for them."""
    layer = _LAYER.fullmatch(name)
    if layer is None or layer[2] not in _PARTS:
        return _WHOLE.get(name, name)
    return f"model.layers.{layer[1]}.{_PARTS[layer[2]]}.{layer[3]}"


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
