"""Endless training batches: conversations of like length side by side, no row shared by two."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.generate import conversations
from training.render import render
from training.writer import Conversation


@dataclass(frozen=True, slots=True)
class Example:
    """A conversation in ids, and which of them the model learns to write."""

    family: str
    ids: list[int]
    learn: list[bool]


@dataclass(frozen=True, slots=True)
class Batch:
    """ids [rows, tokens] padded right; learn [rows, tokens] marks targets (ids[:, 1:] of learn[:, 1:])."""

    ids: NDArray[np.int64]
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


def _stack(rows: list[Example]) -> Batch:
    width = -(-max(len(r.ids) for r in rows) // 32) * 32
    ids = np.zeros((len(rows), width), np.int64)
    learn = np.zeros((len(rows), width), np.bool_)
    for i, r in enumerate(rows):
        ids[i, : len(r.ids)] = r.ids
        learn[i, : len(r.ids)] = r.learn
    return Batch(ids, learn, [r.family for r in rows], sum(len(r.ids) for r in rows))


def batches(tokenizer: Path, seed: int, n_tokens: int, max_length: int, pool: int = 2048) -> Iterator[Batch]:
    """Batches of about `n_tokens` padded tokens; conversations above `max_length` are left out."""
    from tokenizers import Tokenizer

    tok = Tokenizer.from_file(str(tokenizer))
    source, rng = conversations(seed), Random(seed)
    while True:
        rows = [e for e in encode(tok, list(islice(source, pool))) if len(e.ids) <= max_length]
        rows.sort(key=lambda e: (len(e.ids), rng.random()))
        ready: list[Batch] = []
        group: list[Example] = []
        for e in rows:
            if group and (len(group) + 1) * len(e.ids) > n_tokens:
                ready.append(_stack(group))
                group = []
            group.append(e)
        rng.shuffle(ready)  # the last, short group goes round again in spirit: the source is endless
        yield from ready
