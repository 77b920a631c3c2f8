"""Correctness before speed: the first greedy ids of ours beside a peer's on the same prompts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.adapters.runner import random_prompt
from benchmarks.contestants import Contestant, ContestantFailed

N_PROMPTS = 24
N_PROMPT = 24
N_IDS = 3
# Random weights leave the best logits close together. Two right programs round some near ties apart in bf16, and
# int8 changes more first ids than it would in a trained model: how many, the peers' own int8 shows beside ours.
PAIRS = {
    ("qwenchat-bf16", "llama.cpp-bf16"): 0.85,
    ("qwenchat-int8", "qwenchat-bf16"): 0.5,
    ("qwenchat-int4", "qwenchat-bf16"): 0.0,  # four bits of random weights: shown, not judged
    ("llama.cpp-q8_0", "llama.cpp-bf16"): 0.5,
    ("llama.cpp-q4_0", "llama.cpp-bf16"): 0.0,
    ("openvino-int8-f32", "llama.cpp-bf16"): 0.5,
    ("openvino-int8", "llama.cpp-bf16"): 0.5,
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many ids two programs share: the first of each answer, and all before a first difference."""

    one: str
    other: str
    n_same: int
    n_ids: int
    n_first_same: int
    n_prompts: int
    least: float
    missing: str = ""

    @property
    def fine(self) -> bool:
        """Whether they say the same."""
        return not self.missing and self.n_first_same >= self.least * self.n_prompts


def same_start(one: Sequence[int], other: Sequence[int]) -> int:
    """How many ids agree before the first difference."""
    n = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        n += 1
    return n


def agreements(contestants: Mapping[str, Contestant]) -> list[Agreement]:
    """Every pair of PAIRS; each program runs once. The first ids decide: later ones follow from them."""
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
    return [_pair(one, other, least, answers, missing) for (one, other), least in PAIRS.items()]


def _pair(
    one: str, other: str, least: float, answers: Mapping[str, list[list[int]]], missing: Mapping[str, str]
) -> Agreement:
    absent = "; ".join(f"{name}: {missing[name]}" for name in (one, other) if name in missing)
    if absent:
        return Agreement(one, other, 0, 0, 0, 0, least, absent)
    starts = [same_start(a, b) for a, b in zip(answers[one], answers[other], strict=True)]
    firsts = sum(start > 0 for start in starts)
    return Agreement(one, other, sum(starts), N_IDS * len(starts), firsts, len(starts), least)
