"""What goes into an engine and what comes out of it."""

from collections.abc import Sequence
from typing import Literal, Protocol, TypeAlias

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from qwenchat.protocol.sampling import Sampling


class Allowed(Struct, frozen=True, eq=False):
    """Only these ids may come next: bit `i % 32` of word `i // 32` stands for id i."""

    mask: NDArray[np.uint32]


class Forced(Struct, frozen=True):
    """These ids come next, whatever the logits say; they are part of the answer."""

    ids: tuple[int, ...]


Advice: TypeAlias = Allowed | Forced | None


class Guide(Protocol):
    """Constrains one sequence. The engine asks; a guide never calls back."""

    def advise(self, answer: Sequence[int]) -> Advice:
        """What may follow the ids answered so far. They only grow from one question to the next."""
        ...


class Request(Struct, frozen=True, eq=False):
    """A prompt and how to go on from it.

    A token in `stop_ids` ends the answer and is not part of it. Ids from `n_vocab` on, which the tokenizer can't
    decode, are never chosen. Requests of different `salt` or `adapter` never share computed prompts.
    """

    prompt: Sequence[int]
    sampling: Sampling = field(default_factory=Sampling)
    stop_ids: frozenset[int] = frozenset()
    n_vocab: int | None = None
    guide: Guide | None = None
    salt: str = ""
    adapter: int | None = None  # which of the model's, None for the model as it is


class Token(Struct, frozen=True):
    """One token of the answer; with `n_logprobs`, the logarithm of its probability and its best rivals'."""

    id: int
    logprob: float | None = None
    top: tuple[tuple[int, float], ...] = ()


class End(Struct, frozen=True):
    """The one last event of a sequence: a stop token came, the length was reached, it was cancelled, or it failed."""

    reason: Literal["stop", "length", "cancelled", "failed"]
    n_prompt: int
    n_generated: int
    n_cached: int = 0  # tokens of the prompt that were computed before, for another
    error: Exception | None = None
