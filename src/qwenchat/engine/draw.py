"""From the logits of a step to one token a sequence."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qwenchat.engine.request import Token
from qwenchat.engine.sampler import NONE, UNSURE, WIDEN, Rules, choose
from qwenchat.engine.seq import Seq
from qwenchat.kernels.words import Array, Edit, Ints, Kernels, Top
from qwenchat.protocol.errors import QwenChatError


def draw(kernels: Kernels, logits: Array, seqs: Sequence[Seq]) -> list[Token | QwenChatError]:
    """The next token of each sequence, or why it can have none; row i of `logits` is that of sequence i."""
    edits = [seq.edit() for seq in seqs]
    u = np.array([seq.chance.random() for seq in seqs])
    found: list[Token | QwenChatError] = [Token(0)] * len(seqs)
    for n_vocab in dict.fromkeys(seq.n_vocab for seq in seqs):
        rows = np.array([i for i, seq in enumerate(seqs) if seq.n_vocab == n_vocab])
        mine = [seqs[i] for i in rows]
        # The edits of others may name ids beyond this vocabulary.
        own = [edit if seq.n_vocab == n_vocab else Edit() for seq, edit in zip(seqs, edits, strict=True)]
        ids, logsumexp = _chosen(kernels, logits, own, rows, Rules.of([s.request.sampling for s in mine]), u, n_vocab)
        told = _chances(kernels, logits, len(seqs), rows, mine, ids, n_vocab)
        for i, token, mass in zip(rows.tolist(), ids.tolist(), logsumexp.tolist(), strict=True):
            found[i] = _none(mass) if token == NONE else told.get(i) or Token(token)
    return found


def _chosen(
    kernels: Kernels,
    logits: Array,
    edits: list[Edit],
    rows: NDArray[np.int64],
    rules: Rules,
    u: NDArray[np.float64],
    n_vocab: int,
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The ids chosen in `rows`, and their logsumexp."""
    n = rules.n_candidates
    while True:
        top = _some(kernels.candidates(logits, edits, min(n, n_vocab), n_vocab), rows)
        ids = choose(top, rules, u[rows], n_vocab)
        if not (ids == UNSURE).any():
            return ids, top.logsumexp
        n *= WIDEN


def _none(logsumexp: float) -> QwenChatError:
    if math.isnan(logsumexp):
        return QwenChatError(
            "the model gave NaN or infinity; its weights are damaged, or its numbers too large for this format"
        )
    return QwenChatError("no token is allowed: the guide, logit_bias and min_new_tokens together leave none")


def _chances(
    kernels: Kernels,
    logits: Array,
    n_rows: int,
    rows: NDArray[np.int64],
    seqs: list[Seq],
    ids: NDArray[np.int64],
    n_vocab: int,
) -> dict[int, Token]:
    """The tokens, by row, of those who asked for chances.

    They are the model's own: before penalties, bias, mask and temperature.
    """
    asked = {
        int(row): (seq.request.sampling.n_logprobs, int(token))
        for row, seq, token in zip(rows, seqs, ids, strict=True)
        if seq.request.sampling.n_logprobs is not None and token != NONE
    }
    if not asked:
        return {}
    most = min(max(1, *(n or 0 for n, _ in asked.values())), n_vocab)
    top = kernels.candidates(logits, [Edit()] * n_rows, most, n_vocab)
    # The one chosen may be far from the best: a mask that leaves only it finds its logit.
    alone = [Edit(mask=_only(asked[i][1], n_vocab)) if i in asked else Edit() for i in range(n_rows)]
    own = kernels.candidates(logits, alone, 1, n_vocab)
    told = {}
    for i, (n, token) in asked.items():
        mass = float(top.logsumexp[i])
        rivals = zip(top.ids[i, : n or 0].tolist(), top.logits[i, : n or 0].tolist(), strict=True)
        told[i] = Token(token, float(own.logits[i, 0]) - mass, tuple((r, logit - mass) for r, logit in rivals))
    return told


def _only(token: int, n_vocab: int) -> NDArray[np.uint32]:
    mask = np.zeros(-(-n_vocab // 32), np.uint32)
    mask[token // 32] = 1 << token % 32
    return mask


def _some(top: Top, rows: Ints | NDArray[np.int64]) -> Top:
    return Top(top.logits[rows], top.ids[rows], top.logsumexp[rows])
