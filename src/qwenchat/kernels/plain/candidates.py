"""Logits → edited logits → the best few."""

from collections.abc import Sequence

import numpy as np

from qwenchat.kernels.words import Edit, Floats, Top


def edited(row: Floats, edit: Edit) -> Floats:
    """One row of logits after its edit; removed ids are -inf."""
    row = row.copy()
    seen = row[edit.seen]
    row[edit.seen] = np.where(seen > 0, seen / np.float32(edit.repetition), seen * np.float32(edit.repetition))
    row[edit.counted] -= np.float32(edit.presence) + np.float32(edit.frequency) * edit.counts
    row[edit.bias_ids] += edit.bias
    if edit.mask is not None:
        allowed = np.unpackbits(edit.mask.view(np.uint8), bitorder="little", count=len(row)).astype(bool)
        row[~allowed] = -np.inf
    return row


def candidates(logits: Floats, edits: Sequence[Edit], n: int, n_vocab: int) -> Top:
    """The `n` best of each row among the first `n_vocab` ids."""
    n = min(n, n_vocab)
    rows = np.stack([edited(row[:n_vocab], e) for row, e in zip(logits, edits, strict=True)])
    order = np.argsort(-rows, axis=1, kind="stable")[:, :n].astype(np.int32)
    heat = np.array([e.temperature or 1.0 for e in edits], np.float32)[:, None]
    scaled = rows / heat
    top = scaled.max(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        mass = np.log(np.exp(scaled - top).sum(axis=1)) + top[:, 0]
    mass = np.where((logits[:, :n_vocab] < np.inf).all(axis=1), np.where(np.isneginf(top[:, 0]), -np.inf, mass), np.nan)
    return Top(np.take_along_axis(rows, order, axis=1), order, mass.astype(np.float32))
