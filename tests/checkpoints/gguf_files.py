"""The embedded model as GGUF files, written by the reference's own writer."""

import json
from pathlib import Path

import gguf
import numpy as np
from gguf import GGMLQuantizationType as Kind

from qwenchat import tiny
from qwenchat.checkpoints import open_tensors
from qwenchat.kernels import Tensor

NAMES = {
    "model.embed_tokens": "token_embd", "model.norm": "output_norm", "model.layers.": "blk.",
    "input_layernorm": "attn_norm", "self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v", "self_attn.o_proj": "attn_output", "self_attn.q_norm": "attn_q_norm",
    "self_attn.k_norm": "attn_k_norm", "post_attention_layernorm": "ffn_norm", "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up", "mlp.down_proj": "ffn_down",
}  # fmt: skip


def write_tiny(path: Path, kind: Kind, values: Kind | None = None) -> Path:
    """tiny with its matrices in `kind`, those called attn_v in `values` where that is another; vectors in fp32."""
    writer = gguf.GGUFWriter(path, "qwen3")
    _facts(writer, json.loads((tiny.folder() / "config.json").read_text()))
    _words(writer)
    tensors = open_tensors(tiny.folder())
    for name in tensors:
        tensor, theirs = tensors[name], name
        assert isinstance(tensor, Tensor)
        for ours, other in NAMES.items():
            theirs = theirs.replace(ours, other)
        raw = tensor.float32()
        wanted = Kind.F32 if raw.ndim == 1 else values if values is not None and "attn_v" in theirs else kind
        writer.add_tensor(theirs, gguf.quants.quantize(raw, wanted), raw_dtype=wanted)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _facts(writer: gguf.GGUFWriter, config: dict[str, int]) -> None:
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(config["num_attention_heads"])
    writer.add_head_count_kv(config["num_key_value_heads"])
    writer.add_key_length(config["head_dim"])
    writer.add_value_length(config["head_dim"])
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_rope_freq_base(config["rope_theta"])
    writer.add_float32("general.sampling.temp", 0.5)


def _words(writer: gguf.GGUFWriter) -> None:
    own = json.loads((tiny.folder() / "tokenizer.json").read_text())
    words = {id_: (text, 1) for text, id_ in own["model"]["vocab"].items()}
    words |= {t["id"]: (t["content"], 3 if t["special"] else 4) for t in own["added_tokens"]}
    n_vocab = open_tensors(tiny.folder())["model.embed_tokens.weight"].shape[0]
    words |= {id_: (f"[PAD{id_}]", 5) for id_ in range(n_vocab) if id_ not in words}
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list([words[i][0] for i in range(n_vocab)])
    writer.add_token_types([words[i][1] for i in range(n_vocab)])
    writer.add_token_merges([m if isinstance(m, str) else " ".join(m) for m in own["model"]["merges"]])
    writer.add_eos_token_id(next(t["id"] for t in own["added_tokens"] if t["content"] == "<|im_end|>"))
    writer.add_chat_template((tiny.folder() / "chat_template.jinja").read_text())


def random_blocks(kind: Kind, n_out: int, n_in: int, seed: int = 0) -> np.ndarray:
    """Bytes of rows in `kind`, every bit drawn, but for scales, which are numbers."""
    weights, n_bytes = gguf.GGML_QUANT_SIZES[kind]
    rng = np.random.default_rng(seed)
    raw = rng.integers(0, 256, (n_out, n_in // weights, n_bytes), dtype=np.uint8)
    places = {Kind.Q6_K: (208,), Kind.Q4_0: (0,), Kind.Q5_0: (0,), Kind.Q8_0: (0,)}
    for at in places.get(kind, (0, 2)):
        scales = (rng.standard_normal(raw.shape[:2]) * 0.1).astype(np.float16)
        raw[..., at : at + 2] = scales[..., None].view(np.uint8)
    return raw.reshape(n_out, -1)
