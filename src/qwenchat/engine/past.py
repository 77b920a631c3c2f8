"""What a sequence has said so far, in the form the penalties need."""

from collections.abc import Iterable

import numpy as np
from msgspec.structs import replace

from qwenchat.kernels.words import Edit, Floats, Ints
from qwenchat.protocol.sampling import Sampling


class Past:
    """The distinct ids of prompt and answer, and how often the answer used each of its own.

    Each token costs the same however long the answer is: arrays grow by doubling, and an edit sees their beginning.
    """

    def __init__(self, prompt: Iterable[int], sampling: Sampling, n_vocab: int) -> None:
        """A prompt may have ids from `n_vocab` on; they can't be chosen, so nothing happens to them."""
        s = sampling
        biased = [(i, bias) for i, bias in s.logit_bias if i < n_vocab]
        self._repeats = s.repetition_penalty != 1
        self._counted = s.presence_penalty != 0 or s.frequency_penalty != 0
        self._seen = _Distinct((i for i in dict.fromkeys(prompt) if i < n_vocab) if self._repeats else ())
        self._said = _Distinct(())
        self._fixed = Edit(
            repetition=s.repetition_penalty,
            presence=s.presence_penalty,
            frequency=s.frequency_penalty,
            bias_ids=np.array([i for i, _ in biased], np.int32),
            bias=np.array([bias for _, bias in biased], np.float32),
            temperature=s.temperature,
        )

    def add(self, token: int) -> None:
        """One more token of the answer."""
        if self._repeats:
            self._seen.add(token)
        if self._counted:
            self._said.add(token)

    def edit(self) -> Edit:
        """The edit of the next row of logits; valid until the next `add`."""
        if not (self._repeats or self._counted):
            return self._fixed
        counted, counts = self._said.ids, self._said.counts
        return replace(self._fixed, seen=self._seen.ids, counted=counted, counts=counts)


class _Distinct:
    """Distinct ids in order of appearance, and how often each was added."""

    def __init__(self, ids: Iterable[int]) -> None:
        self._place = {token: i for i, token in enumerate(ids)}
        self._ids = np.fromiter(self._place, np.int32, len(self._place))
        self._counts = np.ones(len(self._place), np.float32)

    @property
    def ids(self) -> Ints:
        return self._ids[: len(self._place)]

    @property
    def counts(self) -> Floats:
        return self._counts[: len(self._place)]

    def add(self, token: int) -> None:
        n = len(self._place)
        at = self._place.setdefault(token, n)
        if at < n:
            self._counts[at] += 1
            return
        if n == len(self._ids):
            room = max(16, n)
            self._ids = np.concatenate([self._ids, np.zeros(room, np.int32)])
            self._counts = np.concatenate([self._counts, np.zeros(room, np.float32)])
        self._ids[n], self._counts[n] = token, 1
