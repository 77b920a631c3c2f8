"""Guessing by the model's own head, where its checkpoint has one."""

from array import array
from collections.abc import Sequence
from time import monotonic

import numpy as np

from qwenchat.engine.part import Part, batch
from qwenchat.engine.seq import Seq
from qwenchat.kernels.words import Array, Cache, Edit, Floats, Kernels, Step
from qwenchat.models import Model

NEWER = 0.1  # what the last guess counts in the price of the next


class Head:
    """Keeps the hidden state of each sequence's last sure token, which the head goes on from.

    Where it isn't known (the rows before came from the cache), the head does with zeros and guesses worse for a while.
    """

    def __init__(self, model: Model, kernels: Kernels, cache: Cache) -> None:
        self._model, self._kernels, self._cache = model, kernels, cache
        self._nothing: Floats = np.zeros(model.config.n_hidden, np.float32)
        self._hidden: Floats = self._nothing  # of the step's rows, once it is computed
        self.ms = 0.0  # what a guess took, those of all sequences together

    def knows(self, seq: Seq) -> bool:
        """Whether the hidden state behind what is computed is at hand."""
        return seq.hidden is not None and seq.hidden_at == seq.n_done

    def forward(self, step: Step, parts: Sequence[Part]) -> Array:
        """The model's `forward`; the head's layer sees the same tokens."""
        before = np.stack([self._of(p.seq) for p in parts])
        logits, hidden = self._model.forward_told(step, self._cache, before)
        self._hidden = self._kernels.read(hidden)
        return logits

    def keep(self, parts: Sequence[Part]) -> None:
        """It is known now how many of the step's tokens are sure."""
        for p in parts:
            at = p.seq.n_done - 1 - p.n_past
            if not p.seq.ended and at >= 0:
                p.seq.hidden, p.seq.hidden_at = self._hidden[p.first + at].copy(), p.seq.n_done

    def guess(self, asked: Sequence[tuple[Part, int]]) -> None:
        """For each part so many guesses at what follows the one token that it owes."""
        began, n_steps = monotonic(), max(n for _, n in asked)
        told: dict[int, Floats] = {i: self._of(p.seq) for i, (p, _) in enumerate(asked)}
        for done in range(n_steps):
            going = [i for i, (_, n) in enumerate(asked) if n > done]
            parts = [asked[i][0] for i in going]
            last = array("i", [p.guessed[-1] if p.guessed else p.seq.ids[p.seq.n_done] for p in parts])
            seqs, every = [p.seq for p in parts], np.arange(len(parts), dtype=np.int32)
            plan = batch(seqs, last, [1] * len(parts), [seq.n_done + done for seq in seqs], every)
            step = self._kernels.step(plan, self._cache)
            logits, hidden = self._model.guess(step, self._cache, np.stack([told[i] for i in going]))
            best = self._kernels.candidates(logits, [Edit()] * len(parts), 1, self._model.config.n_vocab).ids[:, 0]
            for p, token in zip(parts, best.tolist(), strict=True):
                p.guessed.append(token)
            told = dict(zip(going, self._kernels.read(hidden), strict=True))
        took = (monotonic() - began) * 1e3 / n_steps
        self.ms = self.ms + NEWER * (took - self.ms) if self.ms else took

    def _of(self, seq: Seq) -> Floats:
        return seq.hidden if seq.hidden is not None and self.knows(seq) else self._nothing
