"""What a sequence has said so far, in the form the penalties need."""

import numpy as np

from qwenchat.kernels.words import Edit
from qwenchat.protocol.sampling import Sampling


class Past:
    """The distinct ids of prompt and answer, and how often the answer used each of its own."""

    def __init__(self, prompt: list[int], sampling: Sampling) -> None:
        self._sampling = sampling
        self._seen = dict.fromkeys(prompt) if sampling.repetition_penalty != 1 else {}
        self._counts: dict[int, int] = {}

    def add(self, token: int) -> None:
        """One more token of the answer."""
        self._counts[token] = self._counts.get(token, 0) + 1
        if self._sampling.repetition_penalty != 1:
            self._seen[token] = None

    def edit(self) -> Edit:
        """The edit of the next row of logits."""
        s = self._sampling
        if s.repetition_penalty == 1 and s.presence_penalty == 0 and s.frequency_penalty == 0:
            return Edit(temperature=s.temperature)
        return Edit(
            repetition=s.repetition_penalty,
            seen=np.fromiter(self._seen, np.int32, len(self._seen)),
            presence=s.presence_penalty,
            frequency=s.frequency_penalty,
            counted=np.fromiter(self._counts, np.int32, len(self._counts)),
            counts=np.fromiter(self._counts.values(), np.float32, len(self._counts)),
            temperature=s.temperature,
        )
