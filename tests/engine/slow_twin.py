"""Small engines, and the slow twin of one: no cache, no batch, every rule straight from its definition."""

import random
import time
from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np

from qwenchat.engine import End, Engine, Request, Token
from qwenchat.engine.core import MOST_GUESSED, Core
from qwenchat.kernels import Cache, Format, Kernels, Plan
from qwenchat.kernels.cpu import Cpu
from qwenchat.models import Model, build, config_from
from qwenchat.protocol.sampling import Sampling
from tests.models.random_model import CASES, random_tensors
from tests.models.test_dense import Held

CONFIG = CASES["qwen3-tied"]
Event = Token | End
Parts = tuple[Model, Kernels, Cache]


def parts(
    n_blocks: int = 8,
    voice: Kernels | None = None,
    fmt: Format = "fp32",
    kept: Literal["fp32", "bf16"] = "fp32",
    **changes: Any,
) -> Parts:
    """A random model, its voice and a cache."""
    config, kernels = {**CONFIG, **changes}, voice or Cpu(1)
    model = build(config_from(config), Held(random_tensors(config), kernels, fmt), kernels)
    return model, kernels, kernels.cache(model.memory, n_blocks, kept)


def engine(*args: Any, **changes: Any) -> Engine:
    """An engine of `parts`."""
    return Engine(*parts(*args, **changes))


def core(*args: Any, step_ms: float = 90.0, n_guessed: int = MOST_GUESSED, **changes: Any) -> Core:
    """The core of one, to be driven by hand."""
    return Core(*parts(*args, **changes), step_ms, n_guessed=n_guessed)


def ids_of(events: Sequence[Event]) -> list[int]:
    """The tokens of events that end in their one End."""
    assert isinstance(events[-1], End)
    assert not any(isinstance(e, End) for e in events[:-1])
    return [e.id for e in events if isinstance(e, Token)]


def until(condition: Callable[[], bool]) -> None:
    """Wait for the engine's thread to make it so."""
    for _ in range(2000):
        if condition():
            return
        time.sleep(0.005)
    raise AssertionError("it never came true")


class Twin:
    """What an engine says, computed anew from the first token on for each token."""

    def __init__(self, made: Parts | None = None) -> None:
        self.model, self.kernels, self.cache = made or parts()
        self._known: dict[tuple[int, ...], np.ndarray] = {}

    def logits(self, ids: Sequence[int]) -> np.ndarray:
        """The last row's."""
        key = tuple(ids)
        if key not in self._known:
            n = len(ids)
            table = np.arange(self.cache.n_blocks, dtype=np.int32)[None]
            plan = Plan(
                np.array(ids, np.int32), np.array([0, n], np.int32), np.zeros(1, np.int32), table, np.array([n - 1], np.int32)
            )  # fmt: skip
            step = self.kernels.step(plan, self.cache)
            self._known[key] = self.kernels.read(self.model.forward(step, self.cache))[0]
        return self._known[key]

    def answer(self, request: Request) -> list[int]:
        """The ids of the answer; `max_new_tokens` must be given."""
        s, ids = request.sampling, list(request.prompt)
        chance, n_prompt = random.Random(s.seed), len(ids)
        while len(ids) - n_prompt < (s.max_new_tokens or 0):
            row = self.logits(ids)[: request.n_vocab].astype(np.float64)
            row = edited(row, request, ids[:n_prompt], ids[n_prompt:])
            u, share = chance.random(), shares(row, s)
            order = np.argsort(-row, kind="stable")
            token = int(order[np.searchsorted(np.cumsum(share[order]), u, side="right")])
            if token in request.stop_ids:
                break
            ids.append(token)
        return ids[n_prompt:]


def edited(row: np.ndarray, request: Request, prompt: Sequence[int], answer: Sequence[int]) -> np.ndarray:
    """Penalties, bias and what min_new_tokens forbids, an id at a time."""
    s, row = request.sampling, row.copy()
    for i in {i for i in (*prompt, *answer) if i < len(row)}:
        row[i] = row[i] / s.repetition_penalty if row[i] > 0 else row[i] * s.repetition_penalty
    for i in set(answer):
        row[i] -= s.presence_penalty + s.frequency_penalty * answer.count(i)
    for i, bias in s.logit_bias:
        row[i] += bias
    if len(answer) < s.min_new_tokens:
        row[[i for i in request.stop_ids if i < len(row)]] = -np.inf
    return row


def shares(logits: np.ndarray, s: Sampling) -> np.ndarray:
    """The probability of every id after the rules, straight from their definitions."""
    if s.temperature == 0:
        return np.eye(len(logits))[int(np.argmax(logits))]
    share = np.exp(logits.astype(np.float64) / s.temperature - np.max(logits) / s.temperature)
    order = np.argsort(-logits, kind="stable")
    if s.top_k:
        share[order[s.top_k :]] = 0
    share /= share.sum()
    if s.top_p < 1:
        total = 0.0
        for i in order:
            if total >= s.top_p:
                share[i] = 0
            total += share[i]
    share[share < s.min_p * share.max()] = 0
    return share / share.sum()
