"""Endless training batches: conversations of like length side by side, no row shared by two."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.render import render
from training.writer import Conversation

N_PLACES = 4000  # places beyond these are not schooled


@dataclass(frozen=True, slots=True)
class Example:
    """A conversation in ids, and which of them the model learns to write."""

    family: str
    ids: list[int]
    learn: list[bool]


@dataclass(frozen=True, slots=True)
class Batch:
    """ids [rows, tokens] padded right and their places; learn marks targets (ids[:, 1:] of learn[:, 1:])."""

    ids: NDArray[np.int64]
    places: NDArray[np.int64]
    learn: NDArray[np.bool_]
    families: list[str]
    n_tokens: int


def encode(tok: Any, talks: list[Conversation]) -> list[Example]:
    """Conversations as ids; each span is encoded alone, which equals encoding the whole (tested)."""
    spans = [render(c) for c in talks]
    flat = iter(tok.encode_batch_fast([s.text for row in spans for s in row], add_special_tokens=False))
    out = []
    for c, row in zip(talks, spans, strict=True):
        ids: list[int] = []
        learn: list[bool] = []
        for s in row:
            piece = next(flat).ids
            ids += piece
            learn += [s.learn] * len(piece)
        out.append(Example(c.family, ids, learn))
    return out


def _places(ids: NDArray[np.int64], start: int, rng: Random) -> NDArray[np.int64]:
    """Counted up from 0; in one row of three some turns begin far on, as if much had been said before them.

    So the far distances of a long conversation are learned at the price of a short one.
    """
    steps = np.ones(len(ids), np.int64)
    steps[0] = 0
    turns = np.flatnonzero(ids == start)
    if rng.random() < 0.35:
        left = N_PLACES - len(ids)
        for at in turns[1:]:
            if rng.random() < 0.5:
                gap = int(left * rng.random() ** 3)
                steps[at] += gap
                left -= gap
    return steps.cumsum()


def _stack(rows: list[Example], start: int, rng: Random) -> Batch:
    width = -(-max(len(r.ids) for r in rows) // 8) * 8
    ids = np.zeros((len(rows), width), np.int64)
    learn = np.zeros((len(rows), width), np.bool_)
    places = np.zeros((len(rows), width), np.int64)
    for i, r in enumerate(rows):
        ids[i, : len(r.ids)] = r.ids
        learn[i, : len(r.ids)] = r.learn
        places[i] = _places(ids[i], start, rng)
    return Batch(ids, places, learn, [r.family for r in rows], sum(len(r.ids) for r in rows))


def batches(
    tok: Any, source: Iterator[Conversation], rng: Random, n_tokens: int, max_length: int, pool: int = 1024
) -> Iterator[Batch]:
    """Batches of about `n_tokens` padded tokens; conversations above `max_length` are left out."""
    start = tok.token_to_id("<|im_start|>")
    while True:
        rows = [e for e in encode(tok, list(islice(source, pool))) if len(e.ids) <= max_length]
        rows.sort(key=lambda e: (len(e.ids), rng.random()))
        ready: list[Batch] = []
        group: list[Example] = []
        for e in rows:
            if group and (len(group) + 1) * len(e.ids) > n_tokens:
                ready.append(_stack(group, start, rng))
                group = []
            group.append(e)
        rng.shuffle(ready)  # the last, short group goes round again in spirit: the source is endless
        yield from ready
