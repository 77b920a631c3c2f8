"""From the logits of a step to one token a sequence."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qwenchat.engine.request import Token
from qwenchat.engine.sampler import NONE, UNSURE, WIDEN, Rules, choose
from qwenchat.engine.seq import Seq
from qwenchat.kernels.words import Array, Edit, Ints, Kernels
from qwenchat.protocol.errors import QwenChatError


def draw(kernels: Kernels, logits: Array, rows: Ints, seqs: Sequence[Seq]) -> list[Token | QwenChatError]:
    """The next token of each sequence, or why it can have none; `rows[i]`, rising, is the row of sequence i."""
    u = np.array([seq.chance.random() for seq in seqs])
    found: list[Token | QwenChatError] = [Token(0)] * len(seqs)
    for n_vocab in dict.fromkeys(seq.n_vocab for seq in seqs):
        some = [i for i, seq in enumerate(seqs) if seq.n_vocab == n_vocab]
        at, mine = rows[some], [seqs[i] for i in some]
        ids, logsumexp = _chosen(kernels, logits, at, mine, u[some], n_vocab)
        told = _chances(kernels, logits, at, mine, ids.tolist(), n_vocab)
        for i, token, mass, chance in zip(some, ids.tolist(), logsumexp.tolist(), told, strict=True):
            found[i] = _none(mass) if token == NONE else chance or Token(token)
    return found


def _chosen(
    kernels: Kernels, logits: Array, rows: Ints, seqs: Sequence[Seq], u: NDArray[np.float64], n_vocab: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The ids chosen in `rows`, and their logsumexp."""
    edits, rules = [seq.edit() for seq in seqs], Rules.of([seq.request.sampling for seq in seqs])
    n = rules.n_candidates
    while True:
        top = kernels.candidates(logits, edits, min(n, n_vocab), n_vocab, rows)
        ids = choose(top, rules, u, n_vocab)
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
    kernels: Kernels, logits: Array, rows: Ints, seqs: Sequence[Seq], ids: Sequence[int], n_vocab: int
) -> list[Token | None]:
    """The tokens of those who asked for chances, None for the others.

    They are the model's own: before penalties, bias, mask and temperature.
    """
    told: list[Token | None] = [None] * len(seqs)
    asked = [i for i, seq in enumerate(seqs) if seq.request.sampling.n_logprobs is not None and ids[i] != NONE]
    if not asked:
        return told
    n_each = [seqs[i].request.sampling.n_logprobs or 0 for i in asked]
    top = kernels.candidates(logits, [Edit()] * len(asked), min(max(1, *n_each), n_vocab), n_vocab, rows[asked])
    # The one chosen may be far from the best: a mask that leaves only it finds its logit.
    alone = [Edit(mask=_only(ids[i], n_vocab)) for i in asked]
    own = kernels.candidates(logits, alone, 1, n_vocab, rows[asked])
    for at, (i, n) in enumerate(zip(asked, n_each, strict=True)):
        mass = float(top.logsumexp[at])
        rivals = zip(top.ids[at, :n].tolist(), top.logits[at, :n].tolist(), strict=True)
        told[i] = Token(ids[i], float(own.logits[at, 0]) - mass, tuple((r, logit - mass) for r, logit in rivals))
    return told


def _only(token: int, n_vocab: int) -> NDArray[np.uint32]:
    mask = np.zeros(-(-n_vocab // 32), np.uint32)
    mask[token // 32] = 1 << token % 32
    return mask
