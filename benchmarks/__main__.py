"""`python -m benchmarks`: every figure, or those named by --only; the last line of stdout is one JSON object."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.agreement import agreements
from benchmarks.cold import cold_starts, int8_memory
from benchmarks.contestants import Contestant, ContestantFailed
from benchmarks.figures import FIGURES, Figure
from benchmarks.limits import INT8, Probe, arithmetic_limits, compile_probe
from benchmarks.machine import this_machine
from benchmarks.places import Places
from benchmarks.report import Report, json_object, text
from benchmarks.roster import roster
from benchmarks.rounds import Outcome, run_figure
from benchmarks.serving import all_served
from benchmarks.shapes import SHAPES, Shape, make_checkpoint

OF_06B = ("memory", "cold", "server")
PARTS = ("agreement", *(figure.name for figure in FIGURES), *OF_06B)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5, help="how often everybody runs each figure")
    parser.add_argument("--shape", choices=SHAPES, default="0.6b", help="of Qwen3; each needs a PEERS of its own")
    parser.add_argument("--peers", type=Path, help="the folder setup_peers.sh filled; without it peers are absent")
    parser.add_argument("--without", nargs="+", default=[], metavar="NAME", help="contestants to leave out, and say so")
    parser.add_argument("--cache", type=Path, help="where the checkpoint and the probe are kept")
    arguments = parser.parse_args()
    if arguments.shape != "0.6b" and (stray := set(OF_06B) & set(arguments.only)):
        parser.error(f"{', '.join(sorted(stray))}: of the 0.6B alone; choose others by --only")
    return arguments


def _default_cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "qwenchat-benchmarks"


def _log(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def limit_of(figure: Figure, shape: Shape, probe: Probe, int8_kind: str) -> Callable[[], float]:
    """Measures, each time it is called, how many tokens a second the machine could do at most."""
    if figure.limit == "read":
        n_bytes = figure.bytes_per_token(shape)
        return lambda: probe.read_gb_s(n_bytes) * 1e9 / n_bytes
    return lambda: probe.arithmetic_gops(int8_kind) * 1e9 / figure.operations_per_token(shape)


def _peers_about(contestants: dict[str, Contestant]) -> dict[str, str]:
    """What each peer says of itself: absent and why, or the processor features it uses."""
    about = {}
    for name, contestant in contestants.items():
        reason = contestant.absent()
        if reason is not None:
            about[f"absent      {name}"] = reason
        elif (features := getattr(contestant, "features", None)) is not None:
            about[f"peer        {name}"] = features()
    return about


def _samples_about(outcomes: list[Outcome]) -> dict[str, str]:
    """What each contestant said of itself while it ran."""
    samples = [pair for outcome in outcomes for one in outcome.rounds for pair in one.samples.items()]
    return {f"ran         {name}": sample.about for name, sample in samples}


def _measure(arguments: argparse.Namespace) -> Report:
    """All parts that were asked for. Stopped early (Ctrl-C, SIGTERM), it gives what is done by then."""
    cache = (arguments.cache or _default_cache()).resolve()
    machine, probe = this_machine(), compile_probe(cache, arguments.threads)
    _log("making the checkpoint (once) ...")
    shape = SHAPES[arguments.shape]
    places = Places(make_checkpoint(cache, shape), cache, arguments.peers.resolve() if arguments.peers else None)
    contestants = roster(places, arguments.threads, arguments.without)
    gops = dict(arithmetic_limits(probe, machine))
    report = Report(machine, arguments.threads, gops, probe.read_gb_s(shape.matrix_elements()))
    report.about = _peers_about(contestants)
    try:
        _fill(report, arguments, places, contestants, probe)
    except KeyboardInterrupt:
        report.failures["the rest"] = "stopped before it was done"
    return report


def _fill(
    report: Report, arguments: argparse.Namespace, places: Places, contestants: dict[str, Contestant], probe: Probe
) -> None:
    gops = report.arithmetic_gops
    if "agreement" in arguments.only:
        report.agreements = agreements(contestants)
    # The fastest int8 this processor has; without any, the fastest there is stands in.
    int8_kind = max(
        (kind for kind in INT8 if kind in gops), key=gops.__getitem__, default=max(gops, key=gops.__getitem__)
    )
    for figure in FIGURES:
        if figure.name in arguments.only:
            limit = limit_of(figure, SHAPES[arguments.shape], probe, int8_kind)
            report.outcomes.append(run_figure(figure, contestants, limit, arguments.rounds, _log))
            report.about |= _samples_about(report.outcomes)
    if "memory" in arguments.only:
        try:
            report.memory = int8_memory(places, SHAPES[arguments.shape], arguments.threads)
        except ContestantFailed as e:
            report.failures["memory"] = str(e)
    if "cold" in arguments.only:
        try:
            report.cold_starts = cold_starts(places, arguments.threads, arguments.rounds)
        except ContestantFailed as e:
            report.failures["cold"] = str(e)
    if "server" in arguments.only:
        try:
            report.served = all_served(places, arguments.threads, arguments.rounds)
        except ContestantFailed as e:
            report.failures["server"] = str(e)


def main() -> int:
    """Run, print; the exit status says whether everything that was asked for ran, not whether targets were met."""
    arguments = _arguments()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    report = _measure(arguments)
    print(text(report))
    print()
    print(json.dumps(json_object(report)))
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
