"""`qwenchat inspect`: what a checkpoint is, whether it fits this machine, and how fast it can be here at most."""

import argparse
import json

from msgspec.structs import asdict

from qwenchat.chat.auto import folder_of
from qwenchat.chat.cache_size import free_memory_bytes
from qwenchat.chat.inspection import N_PAST, Inspection, Load, inspected, read_rate
from qwenchat.chat.options import source_from


def add(parser: argparse.ArgumentParser) -> None:
    """Give `parser` this command's arguments."""
    parser.add_argument("model", metavar="MODEL", help="tiny, a folder or a hub name")
    parser.add_argument("--offline", action="store_true", help="download nothing")
    parser.add_argument("--json", action="store_true", help="for machines")


def run(args: argparse.Namespace) -> int:
    """Look, measure how fast memory reads, and print."""
    found = inspected(folder_of(source_from(args.model, {"local_files_only": args.offline})))
    free, rate = free_memory_bytes(), read_rate()
    print(_as_json(found, free, rate) if args.json else _text(found, free, rate))
    return 0


def _needed(found: Inspection, load: Load) -> int:
    """Weights, a conversation of 1,000 tokens, and its state."""
    return load.weight_bytes + found.kilotoken_bytes + found.state_bytes


def _as_json(found: Inspection, free: int, rate: float) -> str:
    loads = [
        {**asdict(load), "fits": _needed(found, load) <= free, "tokens_s_at_most": rate / load.read_bytes}
        for load in found.loads
    ]
    machine = {"free_bytes": free, "read_bytes_s": rate}
    return json.dumps({**asdict(found), "folder": str(found.folder), "loads": loads, **machine}, indent=2)


def _text(found: Inspection, free: int, rate: float) -> str:
    active = f", {_short(found.n_active)} used for a token" if found.n_active < 0.9 * found.n_parameters else ""
    lines = [
        f"{found.folder}",
        f"  model       {found.model_type}, {_short(found.n_parameters)} parameters{active}",
        f"  shape       {found.n_layers} layers of {found.n_hidden}, vocabulary of {found.n_vocab:,}",
        f"  context     {found.n_positions:,} tokens; {_gib(found.kilotoken_bytes)} for each 1,000",
        f"  files       {_gib(found.file_bytes)}: {found.weights}",
        f"  template    {found.template}",
        f"  thinking    {found.thinking}",
        f"  tools       {found.tools}",
    ]
    if found.state_bytes:
        lines.insert(4, f"  state       {_gib(found.state_bytes)} for each conversation, however long")
    if found.has_head:
        lines.append("  guesses     ahead with a head of its own, where that pays")
    lines.append(f"  here        {_gib(free)} free, memory reads {rate / 1e9:.1f} GB/s")
    for load in found.loads:
        fits = "fits" if _needed(found, load) <= free else "doesn't fit"
        speed = rate / load.read_bytes
        lines.append(
            f"    {load.fmt:9} {_gib(load.weight_bytes)}, {fits}; at most {speed:.3g} tokens/s behind {N_PAST:,}"
        )
    return "\n".join(lines)


def _gib(n_bytes: int) -> str:
    return f"{n_bytes / 2**30:.2f} GiB" if n_bytes >= 2**30 / 10 else f"{n_bytes / 2**20:.1f} MiB"


def _short(n: int) -> str:
    return f"{n / 1e9:.2f} billion" if n >= 1e9 else f"{n / 1e6:.1f} million"
