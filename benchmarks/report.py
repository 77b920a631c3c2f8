"""One run's results as a table for people and as one JSON object for programs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.agreement import Agreement
from benchmarks.cold import ColdStart, Memory
from benchmarks.figures import Ratio
from benchmarks.machine import Machine
from benchmarks.rounds import Outcome, Verdict
from benchmarks.serving import Served


@dataclass(slots=True)
class Report:
    """Everything one run found out; parts that were not asked for stay empty."""

    machine: Machine
    n_threads: int
    arithmetic_gops: dict[str, float]
    read_gb_s: float
    about: dict[str, str] = field(default_factory=dict)
    agreements: list[Agreement] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    memory: Memory | None = None
    cold_starts: list[ColdStart] = field(default_factory=list)
    served: list[Served] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns as wide as they must be: the first to the left, the others to the right; a rule after the head."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]

    def line(row: Sequence[str]) -> str:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))]
        return "  ".join(cells).rstrip()

    return [line(rows[0]), line(["-" * w for w in widths]), *(line(row) for row in rows[1:])]


def _number(value: float | None, digits: int = 1) -> str:
    return "-" if value is None else f"{value:,.{digits}f}"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.0f} %"


def verdict_line(verdict: Verdict) -> str:
    """`1.42 x llama.cpp-q8_0 (at least 1.35): reached`."""
    word = "reached" if verdict.reached else "NOT MEASURED" if verdict.value is None else "NOT reached"
    target = verdict.target
    if isinstance(target, Ratio):
        what = f"{_number(verdict.value, 2)} x {' or '.join(target.peers)} (at least {target.least:.2f})"
    else:
        what = f"{_percent(verdict.value)} of the limit (at least {_percent(target.least)})"
    return f"{what}: {word}"


def header_lines(report: Report) -> list[str]:
    """The machine and its limits."""
    m = report.machine
    kinds = ", ".join(f"{kind} {gops / 1000:.2f}" for kind, gops in report.arithmetic_gops.items())
    lines = [
        f"machine     {m.cpu}, {m.n_cores} cores, {m.memory_mib:,} MiB, Linux {m.kernel}",
        f"features    {' '.join(m.features)}",
        f"limits      {report.n_threads} threads read {report.read_gb_s:.1f} GB/s; Top/s: {kinds}",
    ]
    return lines + [f"{name}: {text}" for name, text in report.about.items()]


def outcome_lines(outcome: Outcome) -> list[str]:
    """One figure: everybody's median, the ratio to ours, the share of the limit, the targets."""
    figure = outcome.figure
    rows = [("", "tok/s", "ours is", "of the limit", "peak MiB")]
    for name in (figure.ours, *figure.peers):
        peaks = [r.samples[name].peak_bytes >> 20 for r in outcome.rounds if name in r.samples]
        if not peaks:
            continue  # told below, with the reason
        ratio = None if name == figure.ours else outcome.ratio(figure.ours, name)
        times = "" if name == figure.ours else f"{_number(ratio, 2)} x"
        rows.append((name, _number(outcome.rate(name)), times, _percent(outcome.share(name)), f"{max(peaks):,}"))
    rows.append((f"limit ({figure.limit})", _number(outcome.limit_tokens_s()), "", "", ""))
    counted, quiet = outcome.counted(), sum(r.quiet for r in outcome.rounds)
    noise = "" if all(r.quiet for r in counted) else "; DISTURBED by other programs, so trust ratios only"
    lines = [f"{figure.title}: medians of {len(counted)} rounds ({quiet} of {len(outcome.rounds)} undisturbed{noise})"]
    lines += ["  " + line for line in table(rows)]
    lines += [f"  absent: {name}: {reason}" for name, reason in outcome.missing.items()]
    first = outcome.rounds[0].samples.get(figure.ours) if figure.work.kind == "conversations" else None
    if first is not None:
        lines.append(f"  {figure.ours}, first round: {first.about}")
    for name, share in outcome.weak().items():
        lines.append(f"  {name} is below 90 % of its usual share of the limit ({_percent(share)}): perhaps crippled")
    return lines + [f"  {verdict_line(verdict)}" for verdict in outcome.verdicts()]


def agreement_line(a: Agreement) -> str:
    """What was compared and what came out."""
    if a.missing:
        return f"{a.one} and {a.other}: NOT COMPARED ({a.missing})"
    word = "agree" if a.fine else f"DISAGREE (at least {_percent(a.least)} of the first ids must be the same)"
    return (
        f"{a.one} and {a.other}: the first greedy id is the same for {a.n_first_same} of {a.n_prompts} prompts, "
        f"{a.n_same} of {a.n_ids} ids before a first difference: {word}"
    )


def served_line(s: Served) -> str:
    """What a server makes of a model, and what it costs."""
    return (
        f"{s.name}, {s.n_streams} streams: {s.served_tokens_s:,.0f} tokens/s served, {s.engine_tokens_s:,.0f} by the "
        f"engine alone ({100 * s.added_share:+.1f} %); {s.added_first_ms:+.1f} ms to a first token; "
        f"ready {s.ready_s:.2f} s after the start"
    )


def text(report: Report) -> str:
    """The whole report for people."""
    blocks = [header_lines(report)]
    if report.agreements:
        blocks.append(["correctness, before speed", *("  " + agreement_line(a) for a in report.agreements)])
    blocks += [outcome_lines(outcome) for outcome in report.outcomes]
    if (m := report.memory) is not None:
        parts = f"{m.weights >> 20:,} weights + {m.pool >> 20:,} pool + 130"
        word = "reached" if m.reached else "NOT reached"
        blocks.append([f"peak memory, int8: {m.peak >> 20:,} MiB (at most {m.most >> 20:,} = {parts}): {word}"])
    if report.cold_starts:
        lines = ["process start to first byte of the answer, s"]
        for c in report.cold_starts:
            word = "reached" if c.reached else "NOT reached"
            lines.append(f"  {c.name}: first {c.first_s:.2f}, later {c.second_s:.2f} (at most {c.most_s}): {word}")
        blocks.append(lines)
    if report.served:
        blocks.append(["streams over HTTP, and by the engine alone", *("  " + served_line(s) for s in report.served)])
    blocks += [[f"FAILED {part}: {reason}"] for part, reason in report.failures.items()]
    return "\n\n".join("\n".join(block) for block in blocks)


def json_object(report: Report) -> dict[str, Any]:
    """The same for programs: every sample, so that other medians can be taken."""
    return {
        "machine": asdict(report.machine),
        "threads": report.n_threads,
        "read_gb_s": report.read_gb_s,
        "arithmetic_gops": report.arithmetic_gops,
        "about": report.about,
        "agreements": [{**asdict(a), "fine": a.fine} for a in report.agreements],
        "figures": {outcome.figure.name: _figure_object(outcome) for outcome in report.outcomes},
        "memory": None if (m := report.memory) is None else {**asdict(m), "most": m.most, "reached": m.reached},
        "cold_starts": [{**asdict(c), "second_s": c.second_s, "reached": c.reached} for c in report.cold_starts],
        "served": [{**asdict(s), "added_share": s.added_share} for s in report.served],
        "failures": report.failures,
    }


def _figure_object(outcome: Outcome) -> dict[str, Any]:
    figure = outcome.figure
    return {
        "limit_tokens_s": outcome.limit_tokens_s(),
        "medians": {name: outcome.rate(name) for name in (figure.ours, *figure.peers)},
        "shares": {name: outcome.share(name) for name in (figure.ours, *figure.peers)},
        "ratios": {name: outcome.ratio(figure.ours, name) for name in figure.peers},
        "weak": outcome.weak(),
        "missing": dict(outcome.missing),
        "targets": [{"what": verdict_line(v), "value": v.value, "reached": v.reached} for v in outcome.verdicts()],
        "n_undisturbed": sum(r.quiet for r in outcome.rounds),
        "rounds": [asdict(r) for r in outcome.rounds],
    }
