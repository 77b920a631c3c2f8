"""What an engine has done, in plain numbers for whoever publishes them."""

from bisect import bisect_left

from msgspec import Struct, field

from qwenchat.protocol.figure import Figure

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 25.0, 60.0)


class Histogram(Struct):
    """How many values were at most each bound; `counts` has one place more, for those above all."""

    bounds: tuple[float, ...] = SECONDS
    counts: list[int] = field(default_factory=list)
    total: float = 0.0

    def __post_init__(self) -> None:
        self.counts = [0] * (len(self.bounds) + 1)

    def saw(self, value: float) -> None:
        """One more value."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value


# Those to be published, by the names of `Counters`.
_GAUGES = {"n_waiting": "sequences that wait to be begun", "n_running": "sequences in the making"}
_COUNTERS = {
    "n_submitted": "sequences asked for",
    "n_prompt_tokens": "tokens of the prompts begun",
    "n_cached_tokens": "of these, those that were computed before",
    "n_generated_tokens": "tokens of answers",
    "n_guessed": "tokens guessed ahead",
    "n_held": "of these, those that came true",
    "n_preemptions": "sequences that gave their memory back and began again",
    "n_steps": "steps",
    "n_rows": "tokens computed, guesses included",
}
_HISTOGRAMS = {
    "queue_s": "seconds until a sequence was begun",
    "first_token_s": "seconds until its first token",
    "between_tokens_s": "seconds between two of its tokens",
    "step_s": "seconds of a step",
}


class Counters(Struct):
    """Written by the engine's thread alone; read by any."""

    n_submitted: int = 0
    n_ended: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("stop", "length", "cancelled", "failed"), 0))
    n_waiting: int = 0
    n_running: int = 0
    n_prompt_tokens: int = 0  # of admitted prompts
    n_cached_tokens: int = 0  # of these, found computed
    n_generated_tokens: int = 0
    n_guessed: int = 0  # tokens guessed ahead,
    n_held: int = 0  # of which so many came true
    n_preemptions: int = 0
    n_steps: int = 0
    n_rows: int = 0  # tokens computed
    queue_s: Histogram = field(default_factory=Histogram)  # from arrival to the first step
    first_token_s: Histogram = field(default_factory=Histogram)  # from arrival
    between_tokens_s: Histogram = field(default_factory=Histogram)
    step_s: Histogram = field(default_factory=Histogram)
    advanced_s: float = 0.0  # when a step last ended, on the monotonic clock: with work waiting, this must move

    def figures(self) -> list[Figure]:
        """All of it, to be published."""
        told = [Figure(name.removeprefix("n_"), about, "gauge", getattr(self, name)) for name, about in _GAUGES.items()]
        told += [
            Figure(name.removeprefix("n_"), about, "counter", getattr(self, name)) for name, about in _COUNTERS.items()
        ]
        for name, about in _HISTOGRAMS.items():
            seen: Histogram = getattr(self, name)
            counts = tuple(seen.counts)
            told.append(Figure(f"{name[:-2]}_seconds", about, "histogram", seen.total, seen.bounds, counts))
        return told
