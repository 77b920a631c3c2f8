"""Runs a figure in turn (probe, ours, peer, peer, probe, ours ...) and reduces the rounds to medians."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.contestants import FIRST_SEED, Contestant, ContestantFailed, Sample
from benchmarks.figures import Figure, Ratio, Share

Log = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Round:
    """Everybody once, with the limit (tokens a second) measured just before and just after."""

    limit_tokens_s: float
    samples: Mapping[str, Sample]

    @property
    def quiet(self) -> bool:
        """Whether no sample of it was disturbed."""
        return all(sample.quiet for sample in self.samples.values())


@dataclass(frozen=True, slots=True)
class Verdict:
    """One target and what came out; `value` is None when it could not be measured."""

    target: Ratio | Share
    value: float | None

    @property
    def reached(self) -> bool:
        """Whether the target was met; what was not measured was not met."""
        return self.value is not None and self.value >= self.target.least


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure with all its rounds, and who was missing and why."""

    figure: Figure
    rounds: tuple[Round, ...]
    missing: Mapping[str, str]

    def counted(self) -> tuple[Round, ...]:
        """The undisturbed rounds where there are two or more; else all of them, and the report says so."""
        quiet = tuple(r for r in self.rounds if r.quiet)
        return quiet if len(quiet) >= 2 else self.rounds

    def limit_tokens_s(self) -> float:
        """The physical limit, median."""
        return median(r.limit_tokens_s for r in self.counted())

    def rate(self, name: str) -> float | None:
        """Median tokens a second of one contestant, or None when it has no samples."""
        rates = [r.samples[name].tokens_s for r in self.counted() if name in r.samples]
        return median(rates) if rates else None

    def share(self, name: str) -> float | None:
        """Median share of the limit, round by round."""
        shares = [r.samples[name].tokens_s / r.limit_tokens_s for r in self.counted() if name in r.samples]
        return median(shares) if shares else None

    def ratio(self, name: str, peer: str) -> float | None:
        """Median of `name` over `peer` within each round, or None when they never met."""
        both = [r.samples for r in self.counted() if name in r.samples and peer in r.samples]
        return median(s[name].tokens_s / s[peer].tokens_s for s in both) if both else None

    def weak(self) -> dict[str, float]:
        """Peers below 90 % of their usual share of the limit, with that share: perhaps crippled."""
        shares = {name: self.share(name) for name in self.figure.usual_shares}
        usual = self.figure.usual_shares
        return {name: usual[name] for name, share in shares.items() if share is not None and share < 0.9 * usual[name]}

    def verdicts(self) -> tuple[Verdict, ...]:
        """Each target with its value; against several variants of a peer the worst ratio counts."""
        return tuple(Verdict(target, self._value(target)) for target in self.figure.targets)

    def _value(self, target: Ratio | Share) -> float | None:
        if isinstance(target, Share):
            return self.share(self.figure.ours)
        ratios = [self.ratio(self.figure.ours, peer) for peer in target.peers]
        known = [ratio for ratio in ratios if ratio is not None]
        return min(known) if known else None


def run_figure(
    figure: Figure,
    contestants: Mapping[str, Contestant],
    limit_tokens_s: Callable[[], float],
    n_rounds: int,
    log: Log,
) -> Outcome:
    """All rounds of one figure. Who is absent is asked once; who fails is out, with its words."""
    names = (figure.ours, *figure.peers)
    missing = {name: reason for name in names if (reason := contestants[name].absent()) is not None}
    rounds: list[Round] = []
    for i in range(n_rounds):
        before = limit_tokens_s()
        samples = _one_round([n for n in names if n not in missing], contestants, figure, i, missing)
        limit = (before + limit_tokens_s()) / 2
        rounds.append(Round(limit, samples))
        told = ", ".join(f"{n} {s.tokens_s:.1f}{'' if s.quiet else '*'}" for n, s in samples.items())
        log(f"{figure.name} round {i + 1}/{n_rounds}: limit {limit:.1f}, {told} tok/s")
    return Outcome(figure, tuple(rounds), missing)


def _one_round(
    names: Sequence[str],
    contestants: Mapping[str, Contestant],
    figure: Figure,
    number: int,
    missing: dict[str, str],
) -> dict[str, Sample]:
    samples = {}
    for name in names:
        try:
            samples[name] = contestants[name].measure(figure.work, seed=FIRST_SEED + number)
        except ContestantFailed as e:
            missing[name] = f"failed: {e}"
    return samples
