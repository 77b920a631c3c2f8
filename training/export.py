"""Writes a run as a checkpoint folder in hub layout: python -m training.export --run DIR."""

import argparse
import json
from pathlib import Path
from typing import Any

import torch

from training import MODEL_DIR
from training.model import Shape
from training.tokenizer import ADDED, SPECIAL
from training.train import CHECKPOINT, load


def config(shape: Shape, end: int, pad: int) -> dict[str, Any]:
    """config.json of a Qwen3 model."""
    return {
        "architectures": ["Qwen3ForCausalLM"],
        "model_type": "qwen3",
        "attention_bias": False,
        "attention_dropout": 0.0,
        "bos_token_id": pad,
        "eos_token_id": end,
        "pad_token_id": pad,
        "hidden_act": "silu",
        "initializer_range": 0.02,
        "max_window_layers": shape.num_hidden_layers,
        "rope_scaling": None,
        "sliding_window": None,
        "tie_word_embeddings": True,
        "torch_dtype": "bfloat16",
        "use_cache": True,
        "use_sliding_window": False,
        **shape.to_dict(),
    }


def generation(end: int, pad: int) -> dict[str, Any]:
    """generation_config.json: a low temperature, as a small model strays soon."""
    return {
        "bos_token_id": pad, "do_sample": True, "eos_token_id": [end, pad], "pad_token_id": pad,
        "temperature": 0.3, "top_k": 20, "top_p": 0.9,
    }  # fmt: skip


def tokenizer_config(first: int, shape: Shape) -> dict[str, Any]:
    """tokenizer_config.json in Qwen's manner."""
    entry = {"lstrip": False, "normalized": False, "rstrip": False, "single_word": False}
    added = {str(first + i): {"content": t, **entry, "special": t in SPECIAL} for i, t in enumerate(SPECIAL + ADDED)}
    return {
        "add_bos_token": False, "add_prefix_space": False, "added_tokens_decoder": added,
        "additional_special_tokens": ["<|im_start|>", "<|im_end|>"], "bos_token": None,
        "clean_up_tokenization_spaces": False, "eos_token": "<|im_end|>", "errors": "replace",
        "model_max_length": shape.max_position_embeddings, "pad_token": "<|endoftext|>",
        "split_special_tokens": False, "tokenizer_class": "Qwen2Tokenizer", "unk_token": None,
    }  # fmt: skip


def write(run: Path, out: Path, kind: str, other: Path | None = None, share: float = 0.0) -> None:
    """All files of the checkpoint but tokenizer.json and the chat template, which lie there already.

    `share` of each weight comes from the `other` folder's.
    """
    from safetensors.torch import load_file, save_file

    state, shape, _ = load(run / CHECKPOINT)
    weights = {f"model.{name}": t.float() for name, t in state[kind].items()}
    if other is not None:
        theirs = load_file(other / "model.safetensors")
        weights = {name: torch.lerp(t, theirs[name].float(), share) for name, t in weights.items()}
    weights = {name: t.to(torch.bfloat16).contiguous() for name, t in weights.items()}
    save_file(weights, out / "model.safetensors", metadata={"format": "pt"})
    (out / "model.safetensors").chmod(0o644)
    ids = {t["content"]: t["id"] for t in json.loads((out / "tokenizer.json").read_text("utf-8"))["added_tokens"]}
    end, pad = ids["<|im_end|>"], ids["<|endoftext|>"]
    files = {
        "config.json": config(shape, end, pad),
        "generation_config.json": generation(end, pad),
        "tokenizer_config.json": tokenizer_config(pad, shape),
    }
    for name, content in files.items():
        (out / name).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Export a run."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--run", type=Path, required=True)
    args.add_argument("--out", type=Path, default=MODEL_DIR)
    args.add_argument("--weights", choices=("mean", "master"), default="mean", help="running mean or last weights")
    args.add_argument("--blend", type=Path, help="a folder exported earlier by the same run, to take the mean with")
    args.add_argument("--share", type=float, default=0.4, help="how much of the blended folder's weights (default 0.4)")
    opts = args.parse_args()
    if not 0 <= opts.share <= 1:
        args.error(f"--share {opts.share}: a number from 0 to 1")
    write(opts.run, opts.out, opts.weights, opts.blend, opts.share)


if __name__ == "__main__":
    main()
