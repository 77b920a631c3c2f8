"""A model of words: no mind, but every sampling parameter has its true effect on it."""

import math
import random
from collections.abc import Iterator, Sequence
from typing import Any

WORDS = "the fox ran over a hill and saw one moon two stars three owls who sang of rain in old woods far away".split()


def words(prompt: str, so_far: Sequence[str], asked: dict[str, Any], seed: int | None) -> Iterator[tuple[str, float]]:
    """Words that go on from `so_far`, each with the logarithm of its chance; for ever."""
    said, dice = list(so_far), random.Random(seed)
    while True:
        logits = _penalised(_logits(prompt, said), said, asked)
        ranked = sorted(logits, key=lambda word: -logits[word])
        temperature = asked.get("temperature", 1.0)
        kept = _kept(ranked, logits, temperature, asked) if temperature else ranked[:1]
        weights = [math.exp(logits[word] / (temperature or 1.0)) for word in kept]
        word = dice.choices(kept, weights)[0]
        total = math.log(sum(math.exp(logit) for logit in logits.values()))
        yield word, logits[word] - total
        said.append(word)


def _logits(prompt: str, said: Sequence[str]) -> dict[str, float]:
    dice = random.Random(f"{prompt}|{' '.join(said[-2:])}")
    return {word: dice.gauss(0.0, 2.0) for word in WORDS}


def _penalised(logits: dict[str, float], said: Sequence[str], asked: dict[str, Any]) -> dict[str, float]:
    repetition, presence = asked.get("repetition_penalty", 1.0), asked.get("presence_penalty", 0.0)
    for word in set(said) & set(logits):
        value = logits[word]
        logits[word] = (value / repetition if value > 0 else value * repetition) - presence
    return logits


def _kept(ranked: list[str], logits: dict[str, float], temperature: float, asked: dict[str, Any]) -> list[str]:
    weights = [math.exp(logits[word] / temperature) for word in ranked]
    reached, n = 0.0, 0
    while n < len(ranked) and reached < asked.get("top_p", 1.0) * sum(weights):
        reached += weights[n]
        n += 1
    return ranked[: max(1, min(n, asked.get("top_k") or len(ranked)))]
