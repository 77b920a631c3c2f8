"""Trains tiny: python -m training.train --run DIR [--resume]; stopped, it goes on from its last save.

Several processes, as torchrun starts them, train one model: each reads its own conversations, their gradients are averaged.
"""

import argparse
import json
import os
import signal
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

import torch
import torch.distributed as dist
import torch.nn.functional as F

from training import MODEL_DIR
from training.batches import Batch, batches
from training.generate import conversations
from training.inherit import inherited
from training.model import Parts, Shape, Tiny
from training.muon import Optimizer

CHECKPOINT = "checkpoint.safetensors"


@dataclass(slots=True)
class Progress:
    """How far a run has come, over all its sittings."""

    step: int = 0
    tokens: int = 0  # read
    learned: int = 0  # of them targets
    seconds: float = 0.0
    sittings: int = 0


def save(path: Path, opt: Optimizer, shape: Shape, progress: "Progress") -> None:
    """Write a resumable checkpoint, whole or not at all."""
    from safetensors.torch import save_file

    flat = {f"{kind}/{name}": t for kind, ts in opt.state().items() for name, t in ts.items()}
    draft = path.with_suffix(".new")
    save_file(flat, draft, metadata={"shape": json.dumps(shape.to_dict()), "progress": json.dumps(asdict(progress))})
    draft.chmod(0o644)
    os.replace(draft, path)


def load(path: Path) -> tuple[dict[str, dict[str, torch.Tensor]], Shape, "Progress"]:
    """The tensors by kind and name, the shape, and how far it had come."""
    from safetensors import safe_open

    state: dict[str, dict[str, torch.Tensor]] = defaultdict(dict)
    with safe_open(path, "pt") as f:
        about = f.metadata()
        for key in f.keys():  # noqa: SIM118 - not a dict
            kind, name = key.split("/", 1)
            state[kind][name] = f.get_tensor(key)
    return state, Shape(**json.loads(about["shape"])), Progress(**json.loads(about["progress"]))


def losses(model: Tiny, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    """The loss of every learned token, and the row it stands in."""
    device = model.embed_tokens.weight.device
    ids, places = torch.from_numpy(batch.ids).to(device), torch.from_numpy(batch.places).to(device)
    rows, at = (i.to(device) for i in torch.from_numpy(batch.learn[:, 1:]).nonzero(as_tuple=True))
    hidden = model.hidden(ids[:, :-1], places[:, :-1], (rows, at))
    return F.cross_entropy(model.logits(hidden).float(), ids[rows, at + 1], reduction="none"), rows


def rate(step: int, left_s: float, cool_s: float) -> float:
    """1 after 60 steps of warm-up, falling in a straight line to 0.02 over the last `cool_s` seconds."""
    return min((step + 1) / 60, 1.0, max(0.02, left_s / cool_s))


@dataclass(slots=True)
class Report:
    """The losses by family since the last line, and the line."""

    seen: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    since_s: float = field(default_factory=time.time)
    since_tokens: int = 0

    def add(self, batch: Batch, loss: torch.Tensor, rows: torch.Tensor) -> None:
        """Count each row's mean loss to its family."""
        rows, loss = rows.cpu(), loss.detach().cpu()
        sums = torch.zeros(len(batch.families)).index_add_(0, rows, loss)
        means = sums / torch.bincount(rows, minlength=len(batch.families))
        for family, mean in zip(batch.families, means.tolist(), strict=True):
            self.seen[family].append(mean)

    def line(self, at: Progress, share: float) -> str:
        """What to print; starts afresh."""
        every = sum(map(sum, self.seen.values())) / sum(map(len, self.seen.values()))
        speed = (at.tokens - self.since_tokens) / (time.time() - self.since_s)
        rest = " ".join(f"{k} {sum(v) / len(v):.2f}" for k, v in sorted(self.seen.items()))
        self.seen.clear()
        self.since_s, self.since_tokens = time.time(), at.tokens
        clock = time.strftime("%H:%M:%S")
        return (
            f"{clock} step {at.step} tokens {at.tokens / 1e6:.2f}M loss {every:.3f} "
            f"rate {share:.2f} tok/s {speed:.0f} | {rest}"
        )


def joined() -> int:
    """This process's number among those that torchrun started; 0 where it is alone."""
    if "WORLD_SIZE" not in os.environ:
        return 0
    dist.init_process_group("gloo")
    return dist.get_rank()


def parted() -> None:
    """Ends what `joined` began: a process that exits with its threads still waiting for others may abort."""
    if dist.is_initialized():
        dist.destroy_process_group()


def pooled(model: Tiny, counts: list[float]) -> list[float]:
    """The counts summed over all processes; the model's gradients become the means of all.

    Both go in one message, since each message is a wait; so all processes know the same when they go on, or end.
    """
    if not dist.is_initialized():
        return counts
    grads = [p.grad for p in model.parameters() if p.grad is not None]
    sums = torch.cat([torch.tensor(counts, device=grads[0].device), *(g.float().flatten() for g in grads)])
    dist.all_reduce(sums)
    totals, *means = sums.split([len(counts), *(g.numel() for g in grads)])
    for g, mean in zip(grads, means, strict=True):
        g.copy_(mean.view_as(g) / dist.get_world_size())
    return totals.tolist()


def run(o: argparse.Namespace, model: Tiny, opt: Optimizer, source: Iterator[Batch], at: Progress, number: int) -> None:
    """The loop: until --minutes are over, or until asked to stop; process 0 reports and saves."""
    report = Report(since_tokens=at.tokens)
    began = time.time()
    end = began + 60 * o.minutes
    stop: list[int] = []
    signal.signal(signal.SIGTERM, lambda signum, _: stop.append(signum))
    going = True
    while going:
        batch = next(source)
        loss, rows = losses(model, batch)
        # A long story must not drown a short answer: a row counts by the root of its length.
        weight = torch.bincount(rows, minlength=len(batch.families))[rows].float().rsqrt()
        ((loss * weight).sum() / weight.sum()).backward()
        mine = [batch.n_tokens, len(loss), 1, end - time.time(), len(stop)]
        tokens, learned, processes, left, stopping = pooled(model, mine)
        going = left > 0 and not stopping
        share = rate(at.step, left / processes, 60 * o.cool_minutes)
        opt.step(share * o.matrix_rate, share * o.other_rate, min(o.keep, 1 - 1 / (at.step + 2)))
        at.step += 1
        at.tokens += int(tokens)
        at.learned += int(learned)
        if number:
            continue
        report.add(batch, loss, rows)
        if at.step % 10 == 0:
            print(report.line(at, share), flush=True)
        if time.time() - began > o.save_every or not going:
            at.seconds += time.time() - began
            began = time.time()
            save(o.run / CHECKPOINT, opt, model.s, at)


def _options() -> argparse.Namespace:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--run", type=Path, required=True)
    args.add_argument("--resume", action="store_true")
    args.add_argument(
        "--from", dest="origin", type=Path, help="a checkpoint folder whose weights a new run starts from"
    )
    args.add_argument("--tokenizer", type=Path, default=MODEL_DIR / "tokenizer.json")
    args.add_argument(
        "--dtype",
        choices=("float32", "bfloat16"),
        default="bfloat16",
        help="float32 where the CPU computes no bfloat16 (AMX, AVX512-BF16)",
    )
    args.add_argument(
        "--device", default="cpu", help="cuda where there is one: one process writes 200,000 tokens a second"
    )
    args.add_argument("--compile", action=argparse.BooleanOptionalAction, default=True)
    args.add_argument("--minutes", type=float, default=480, help="how long this sitting is")
    args.add_argument("--cool-minutes", type=float, default=60, help="over how many of the last the rate falls")
    args.add_argument("--batch-tokens", type=int, default=4096)
    args.add_argument("--max-length", type=int, default=1024)
    args.add_argument(
        "--without", nargs="*", default=(), metavar="ROOM", help="leave these out, for instance translate"
    )
    args.add_argument("--drill", type=float, default=0.0, help="share of plain copying drills; high at a run's start")
    args.add_argument("--matrix-rate", type=float, default=0.02)
    args.add_argument("--other-rate", type=float, default=0.004)
    args.add_argument("--keep", type=float, default=0.985, help="of the running mean that is exported")
    args.add_argument("--threads", type=int, help="of each process; all of them together take all cores if not given")
    args.add_argument("--seed", type=int, default=1000)
    args.add_argument("--save-every", type=float, default=180, help="seconds")
    return args.parse_args()


def main() -> None:
    """Train for --minutes."""
    from tokenizers import Tokenizer

    o = _options()
    number = joined()
    torch.set_num_threads(o.threads or max(1, (os.cpu_count() or 1) // int(os.environ.get("LOCAL_WORLD_SIZE", "1"))))
    torch.manual_seed(o.seed)
    o.run.mkdir(parents=True, exist_ok=True)
    shape, at, state = Shape(), Progress(), None
    if o.resume and (o.run / CHECKPOINT).exists():
        state, shape, at = load(o.run / CHECKPOINT)
    model = Tiny(shape, Parts.compiled() if o.compile else Parts())
    if state is None and o.origin is not None:
        model.load_state_dict(inherited(o.origin, o.tokenizer))
    model = model.to(o.device, getattr(torch, o.dtype))
    opt = Optimizer(model)
    if state is not None:
        opt.load(state, at.step)
    at.sittings += 1
    # Each sitting and process draws its own conversations, so a resumed run never sees the old ones again.
    seed = o.seed + at.sittings + 100_000 * number
    rows = conversations(seed, o.drill, o.without)
    tok = Tokenizer.from_file(str(o.tokenizer))
    run(o, model, opt, batches(tok, rows, Random(seed), o.batch_tokens, o.max_length), at, number)
    parted()


if __name__ == "__main__":
    main()
