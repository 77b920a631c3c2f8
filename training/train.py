"""Trains tiny: python -m training.train --run DIR [--resume]; stop it at any time, it goes on from its last save."""

import argparse
import json
import os
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F

from training.batches import Batch, batches
from training.model import Parts, Shape, Tiny
from training.muon import Optimizer
from training.tokenizer import MODEL_DIR


def save(path: Path, opt: Optimizer, shape: Shape, progress: dict[str, Any]) -> None:
    """Write a resumable checkpoint, whole or not at all."""
    from safetensors.torch import save_file

    flat = {f"{kind}/{name}": t for kind, ts in opt.state().items() for name, t in ts.items()}
    draft = path.with_suffix(".new")
    save_file(flat, draft, metadata={"shape": json.dumps(shape.to_dict()), "progress": json.dumps(progress)})
    os.replace(draft, path)


def load(path: Path) -> tuple[dict[str, dict[str, torch.Tensor]], Shape, dict[str, Any]]:
    """The tensors by kind and name, the shape, and how far it had come."""
    from safetensors import safe_open

    state: dict[str, dict[str, torch.Tensor]] = defaultdict(dict)
    with safe_open(path, "pt") as f:
        about = f.metadata()
        for key in f.keys():  # noqa: SIM118 - not a dict
            kind, name = key.split("/", 1)
            state[kind][name] = f.get_tensor(key)
    return state, Shape(**json.loads(about["shape"])), json.loads(about["progress"])


def losses(model: Tiny, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    """The loss of every learned token, and the row it stands in."""
    ids = torch.from_numpy(batch.ids)
    rows, places = torch.from_numpy(batch.learn[:, 1:]).nonzero(as_tuple=True)
    hidden = model.hidden(ids[:, :-1])[rows, places]
    return F.cross_entropy(model.logits(hidden).float(), ids[rows, places + 1], reduction="none"), rows


def rate(step: int, warm: int, cool_from: int, steps: int) -> float:
    """1 after a warm-up, falling in a straight line to 0.02 from `cool_from` to `steps`."""
    up = min(1.0, (step + 1) / warm)
    down = 1.0 if step < cool_from else max(0.02, (steps - step) / max(1, steps - cool_from))
    return min(up, down)


def _options() -> argparse.Namespace:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--run", type=Path, required=True)
    args.add_argument("--resume", action="store_true")
    args.add_argument("--steps", type=int, default=20000)
    args.add_argument("--cool-from", type=int, default=16000, help="step at which the rate starts to fall")
    args.add_argument("--batch-tokens", type=int, default=6144)
    args.add_argument("--max-length", type=int, default=1024)
    args.add_argument("--matrix-rate", type=float, default=0.02)
    args.add_argument("--other-rate", type=float, default=0.004)
    args.add_argument("--keep", type=float, default=0.985, help="of the running mean that is exported")
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--seed", type=int, default=1000)
    args.add_argument("--save-every", type=float, default=180, help="seconds")
    return args.parse_args()


def main() -> None:
    """Train until --steps."""
    o = _options()
    torch.set_num_threads(o.threads)
    o.run.mkdir(parents=True, exist_ok=True)
    path = o.run / "checkpoint.safetensors"
    torch.manual_seed(o.seed)
    shape, progress = Shape(), {"step": 0, "tokens": 0, "learned": 0, "seconds": 0.0, "sittings": 0}
    state = None
    if o.resume and path.exists():
        state, shape, progress = load(path)
    model = Tiny(shape, Parts.compiled()).bfloat16()
    opt = Optimizer(model)
    if state is not None:
        opt.load(state, progress["step"])
    progress["sittings"] += 1
    # Each sitting draws its own conversations, so a resumed run never sees the old ones again.
    source = batches(MODEL_DIR / "tokenizer.json", o.seed + progress["sittings"], o.batch_tokens, o.max_length)
    run(o, model, opt, source, shape, progress, path)


def run(
    o: argparse.Namespace, model: Tiny, opt: Optimizer, source: Any, shape: Shape, progress: dict[str, Any], path: Path
) -> None:
    """The loop."""
    seen: dict[str, list[float]] = defaultdict(list)
    began = saved = shown = time.time()
    shown_tokens = progress["tokens"]
    while progress["step"] < o.steps:
        batch = next(source)
        loss, rows = losses(model, batch)
        loss.mean().backward()
        r = rate(progress["step"], 60, o.cool_from, o.steps)
        opt.step(r * o.matrix_rate, r * o.other_rate, min(o.keep, 1 - 1 / (progress["step"] + 2)))
        progress["step"] += 1
        progress["tokens"] += int((batch.ids > 0).sum())
        progress["learned"] += len(loss)
        sums = torch.zeros(len(batch.families)).index_add_(0, rows, loss.detach())
        counts = torch.bincount(rows, minlength=len(batch.families))
        for family, mean in zip(batch.families, (sums / counts).tolist(), strict=True):
            seen[family].append(mean)
        now = time.time()
        if progress["step"] % 50 == 0:
            every = sum(map(sum, seen.values())) / sum(map(len, seen.values()))
            speed = (progress["tokens"] - shown_tokens) / (now - shown)
            rest = " ".join(f"{k} {sum(v) / len(v):.2f}" for k, v in sorted(seen.items()))
            print(
                f"step {progress['step']} tokens {progress['tokens'] / 1e6:.2f}M loss {every:.3f} rate {r:.2f} tok/s {speed:.0f} | {rest}",
                flush=True,
            )
            seen.clear()
            shown, shown_tokens = now, progress["tokens"]
        if now - saved > o.save_every or progress["step"] >= o.steps:
            progress["seconds"] += now - began
            began = saved = now
            save(path, opt, shape, progress)


if __name__ == "__main__":
    main()
