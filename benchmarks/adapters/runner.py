"""Talks to a program of `benchmarks/runners`: prompts in, times and ids out."""

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.contestants import FIRST_SEED, ContestantFailed, Finished, Sample, Work, run_program

RUNNERS = Path(__file__).parents[1] / "runners"
# Ordinary tokens only: no special one may end or split an answer.
N_ORDINARY = 151_643


def random_prompt(n_tokens: int, seed: int) -> list[int]:
    """`n_tokens` ordinary ids; the same for everybody with the same seed, and no prefix in common with another's."""
    draw = random.Random(seed)
    return [draw.randrange(N_ORDINARY) for _ in range(n_tokens)]


@dataclass(frozen=True, slots=True)
class RunnerContestant:
    """A program that speaks the runners' JSON."""

    name: str
    python: Path
    runner: str
    model: Path
    n_threads: int
    options: Mapping[str, Any] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    install: str = ""

    def absent(self) -> str | None:
        """Why it can't take part, or None."""
        for path in (self.python, self.model):
            if not path.exists():
                return f"{path} is missing{': ' + self.install if self.install else ''}"
        return None

    def run(
        self, prompts: Sequence[Sequence[int]], n_generate: int, at_once: bool = False, alone_too: bool = False
    ) -> tuple[dict[str, Any], Finished]:
        """All prompts in one process after a short warm-up, one after the other or all at once.

        `alone_too`: those at once are then asked one by one; ours says whether the texts are equal.
        """
        job = {
            "model": str(self.model),
            "threads": self.n_threads,
            "prompts": prompts,
            "n_generate": n_generate,
            "warmup": random_prompt(16, seed=0),
            "at_once": at_once,
            "alone_too": alone_too,
            "options": dict(self.options),
        }
        command = [str(self.python), str(RUNNERS / self.runner)]
        finished = run_program(command, json.dumps(job), self.environment)
        try:
            answer = json.loads(finished.stdout.strip().splitlines()[-1])
        except (ValueError, IndexError):
            raise ContestantFailed(f"{self.name} printed no result: {finished.stdout[-300:]!r}") from None
        return answer, finished

    def measure(self, work: Work, seed: int) -> Sample:
        """One run of `work`."""
        prompts = [random_prompt(work.n_prompt, seed + 10_000 * i) for i in range(work.n_at_once)]
        at_once = work.kind == "conversations"
        answer, finished = self.run(prompts, work.n_generate, at_once, alone_too=at_once and seed == FIRST_SEED)
        return Sample(rate(answer["runs"][0], work), finished.peak_bytes, finished.others, json.dumps(answer["about"]))

    def ids(self, prompts: Sequence[Sequence[int]], n_generate: int) -> list[list[int]]:
        """The greedy answers."""
        return [run["ids"] for run in self.run(prompts, n_generate)[0]["runs"]]


def rate(run: Mapping[str, Any], work: Work) -> float:
    """Tokens a second of one run: the prompt's up to the first id, the generated ones after it, or of many at once
    the generated ones over all of the time."""
    if work.kind == "prompt":
        return work.n_prompt / float(run["first_s"])
    if work.kind == "conversations":
        return work.n_at_once * work.n_generate / (float(run["first_s"]) + float(run["rest_s"]))
    return (work.n_generate - 1) / float(run["rest_s"])
