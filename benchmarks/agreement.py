"""Correctness before speed: the first greedy ids of ours beside a peer's on the same prompts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.adapters.runner import random_prompt
from benchmarks.contestants import Contestant, ContestantFailed

N_PROMPTS = 4
N_PROMPT = 24
N_IDS = 8
# Two right programs may round a near tie apart, and all later ids then differ: most ids must agree, not all.
LEAST_SHARE = 0.75
PAIRS = (
    ("qwenchat-bf16", "llama.cpp-bf16"),
    ("qwenchat-int8", "qwenchat-bf16"),
    ("qwenchat-int8", "llama.cpp-q8_0"),
    ("qwenchat-int8", "openvino-int8-f32"),
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many of the first ids two programs share, up to the first difference of each answer."""

    one: str
    other: str
    n_same: int
    n_ids: int
    n_first_same: int
    n_prompts: int
    missing: str = ""

    @property
    def fine(self) -> bool:
        """Whether they say the same."""
        return not self.missing and self.n_same >= LEAST_SHARE * self.n_ids


def same_start(one: Sequence[int], other: Sequence[int]) -> int:
    """How many ids agree before the first difference."""
    n = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        n += 1
    return n


def agreements(contestants: Mapping[str, Contestant]) -> list[Agreement]:
    """Every pair of PAIRS; each program runs once."""
    prompts = [random_prompt(N_PROMPT, seed=100 + i) for i in range(N_PROMPTS)]
    answers: dict[str, list[list[int]]] = {}
    missing: dict[str, str] = {}
    for name in dict.fromkeys(name for pair in PAIRS for name in pair):
        contestant = contestants[name]
        reason = contestant.absent()
        if reason is None:
            try:
                answers[name] = contestant.ids(prompts, N_IDS)
            except ContestantFailed as e:
                reason = f"failed: {e}"
        if reason is not None:
            missing[name] = reason
    return [_pair(one, other, answers, missing) for one, other in PAIRS]


def _pair(one: str, other: str, answers: Mapping[str, list[list[int]]], missing: Mapping[str, str]) -> Agreement:
    absent = "; ".join(f"{name}: {missing[name]}" for name in (one, other) if name in missing)
    if absent:
        return Agreement(one, other, 0, 0, 0, 0, absent)
    starts = [same_start(a, b) for a, b in zip(answers[one], answers[other], strict=True)]
    firsts = sum(start > 0 for start in starts)
    return Agreement(one, other, sum(starts), N_IDS * len(starts), firsts, len(starts))
