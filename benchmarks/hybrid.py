"""A hybrid's prompt, ours against llama.cpp's: one random GGUF file in shapes like Qwen3.5-0.8B's, read by both.

python -m benchmarks.hybrid --programs LLAMA_CPP_BIN --folder DIR [--threads 2] [--rounds 3] [--rows 512]
The last line on stdout is one JSON object.
"""

import argparse
import json
import statistics
import subprocess
import time
from pathlib import Path
from typing import Any

import numpy as np

from qwenchat import AutoModelForCausalLM
from qwenchat.checkpoints.gguf_writing import Fact, write_gguf
from qwenchat.engine import Request
from qwenchat.kernels import Tensor
from qwenchat.protocol.sampling import Sampling

N_LAYERS, HIDDEN, FFN, N_VOCAB = (
    24,
    1024,
    3584,
    32000,
)  # fewer ids than its 248,320: a prompt multiplies one row by them
N_HEADS, N_KV, HEAD = 8, 2, 256
DELTA_HEADS, DELTA = 16, 128  # of keys, and as many of values
KINDS = {"Q8_0": [("int8", "BF16"), (None, "Q8_0")], "BF16": [(None, "BF16")]}  # theirs: ours, as (quantization, file)


def write(path: Path) -> None:
    """The file in bf16."""
    rng, made = np.random.default_rng(0), dict[str, Tensor]()

    def matrix(name: str, n_out: int, n_in: int) -> None:
        bits = (rng.standard_normal((n_out, n_in), np.float32) * np.float32(0.02)).view(np.uint32) >> 16
        made[f"{name}.weight"] = Tensor(name, "bf16", bits.astype(np.uint16))

    def vector(name: str, *shape: int, value: float = 1.0) -> None:
        made[name] = Tensor(name, "fp32", np.full(shape, value, np.float32))

    matrix("token_embd", N_VOCAB, HIDDEN)
    vector("output_norm.weight", HIDDEN)
    width = DELTA_HEADS * DELTA
    for i in range(N_LAYERS):
        at = f"blk.{i}."
        vector(at + "attn_norm.weight", HIDDEN)
        vector(at + "post_attention_norm.weight", HIDDEN)
        if i % 4 == 3:
            matrix(at + "attn_q", 2 * N_HEADS * HEAD, HIDDEN)
            matrix(at + "attn_k", N_KV * HEAD, HIDDEN)
            matrix(at + "attn_v", N_KV * HEAD, HIDDEN)
            matrix(at + "attn_output", HIDDEN, N_HEADS * HEAD)
            vector(at + "attn_q_norm.weight", HEAD)
            vector(at + "attn_k_norm.weight", HEAD)
        else:
            matrix(at + "attn_qkv", 3 * width, HIDDEN)
            matrix(at + "attn_gate", width, HIDDEN)
            matrix(at + "ssm_alpha", DELTA_HEADS, HIDDEN)
            matrix(at + "ssm_beta", DELTA_HEADS, HIDDEN)
            matrix(at + "ssm_out", HIDDEN, width)
            vector(at + "ssm_conv1d.weight", 3 * width, 4, value=0.25)
            vector(at + "ssm_a", DELTA_HEADS, value=-0.5)
            vector(at + "ssm_dt.bias", DELTA_HEADS)
            vector(at + "ssm_norm.weight", DELTA)
        matrix(at + "ffn_gate", FFN, HIDDEN)
        matrix(at + "ffn_up", FFN, HIDDEN)
        matrix(at + "ffn_down", HIDDEN, FFN)
    write_gguf(path, _facts(), made)


def _facts() -> dict[str, Fact]:
    sizes: dict[str, Fact] = {
        "block_count": N_LAYERS, "context_length": 4096, "embedding_length": HIDDEN, "feed_forward_length": FFN,
        "attention.head_count": N_HEADS, "attention.head_count_kv": N_KV, "attention.key_length": HEAD,
        "attention.value_length": HEAD, "attention.layer_norm_rms_epsilon": 1e-6, "rope.freq_base": 1e7,
        "rope.dimension_count": HEAD // 4, "rope.dimension_sections": [11, 11, 10, 0], "ssm.conv_kernel": 4,
        "ssm.state_size": DELTA, "ssm.group_count": DELTA_HEADS, "ssm.time_step_rank": DELTA_HEADS,
        "ssm.inner_size": DELTA_HEADS * DELTA, "full_attention_interval": 4, "vocab_size": N_VOCAB,
    }  # fmt: skip
    own = {f"qwen35.{key}": fact for key, fact in sizes.items()}
    return {"general.architecture": "qwen35", "tokenizer.ggml.model": "no_vocab", **own}


def ours(model: Any, n_rows: int, seed: int) -> float:
    """Tokens of a prompt a second, up to the first of the answer."""
    ids = np.random.default_rng(seed).integers(0, N_VOCAB, n_rows).tolist()
    begin = time.perf_counter()
    next(model.engine.stream(Request(ids, Sampling(0.0, max_new_tokens=2))))
    return n_rows / (time.perf_counter() - begin)


def theirs(programs: Path, file: Path, n_rows: int, n_threads: int) -> float:
    """llama-bench's own figure, without sampling."""
    command = [programs / "llama-bench", "-m", file, "-t", str(n_threads), "-p", str(n_rows), "-n", "0", "-r", "1"]
    done = subprocess.run([*command, "-o", "json"], capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout)[0]["avg_ts"])


def main() -> None:
    """Measure by turns and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", type=int, default=512)
    args = parser.parse_args()
    files = {kind: args.folder / f"hybrid-{kind}.gguf" for kind in KINDS}
    if not files["BF16"].exists():
        write(files["BF16"])
    if not files["Q8_0"].exists():
        command = [args.programs / "llama-quantize", files["BF16"], files["Q8_0"], "Q8_0"]
        subprocess.run(command, check=True, capture_output=True)
    found: dict[str, list[float]] = {}
    models = {
        f"{quantization or kind} of ours": AutoModelForCausalLM.from_pretrained(
            files[kind], quantization=quantization, threads=args.threads, cache_gib=0.2, speculative_tokens=0
        )
        for runs in KINDS.values()
        for quantization, kind in runs
    }
    for model in models.values():
        ours(model, 64, 99)
    for i in range(args.rounds):
        for kind, file in files.items():
            found.setdefault(f"llama.cpp {kind}", []).append(theirs(args.programs, file, args.rows, args.threads))
        for name, model in models.items():
            found.setdefault(name, []).append(ours(model, args.rows, i))
    told = {name: {"median": statistics.median(rates), "rates": rates} for name, rates in found.items()}
    for name, said in told.items():
        print(f"{name:20} {said['median']:8.1f} tokens/s")
    print(json.dumps({"rows": args.rows, "threads": args.threads, **told}))


if __name__ == "__main__":
    main()
