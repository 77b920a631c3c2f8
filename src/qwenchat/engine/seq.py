"""A request inside the engine."""

import random
from array import array
from typing import Protocol

import numpy as np
from msgspec import Struct, field
from msgspec.structs import replace
from numpy.typing import NDArray

from qwenchat.engine.guess import Luck
from qwenchat.engine.paged import Pages
from qwenchat.engine.past import Past
from qwenchat.engine.request import End, Request, Token
from qwenchat.kernels.words import Edit, Floats, Ints


class Reader(Protocol):
    """Where the events of one sequence go. `put` never waits."""

    def put(self, event: Token | End) -> None:
        """One more event."""
        ...


class Seq(Struct, eq=False):
    """What is known of one request: `ids[:n_done]` are computed, and lie in the blocks of `hold`."""

    request: Request
    number: int  # in the order of arrival
    ids: "array[int]"  # prompt and answer
    n_most: int  # `ids` may get so long
    n_vocab: int
    stretch: int  # of the model's ropes, see `Plan`
    reader: Reader
    past: Past
    chance: random.Random
    banned: Ints  # stop ids that min_new_tokens holds back
    submitted_s: float
    n_done: int = 0
    n_ahead: int = 0  # guesses computed behind them that haven't come true yet
    luck: Luck = field(default_factory=Luck)  # of guesses by what was said before
    head_luck: Luck = field(default_factory=Luck)  # of the model's head
    hidden: Floats | None = None  # the hidden state of a token, for the head,
    hidden_at: int = 0  # and how many were computed then
    hold: Pages | None = None  # None while it waits
    n_cached: int | None = None  # tokens of the prompt that needn't be computed; None before the first step
    mask: NDArray[np.uint32] | None = None  # of its guide, for the next token
    behind: "Seq | None" = None  # who computes a beginning that this one shares
    n_shared: int = 0  # tokens of it
    told_s: float | None = None  # when its reader last heard of it
    ended: bool = False
    n_prompt: int = 0  # len(ids) when it came

    def __post_init__(self) -> None:
        self.n_prompt = len(self.ids)

    @property
    def kind(self) -> tuple[str, int, int | None]:
        """Only sequences of one kind may share what is computed."""
        return self.request.salt, self.stretch, self.request.adapter

    @property
    def n_owed(self) -> int:
        """Tokens known and not computed."""
        return len(self.ids) - self.n_done

    @property
    def n_generated(self) -> int:
        """Tokens of the answer."""
        return len(self.ids) - self.n_prompt

    def edit(self) -> Edit:
        """What happens to its next row of logits."""
        edit = self.past.edit()
        if len(self.banned) and self.n_generated < self.request.sampling.min_new_tokens:
            never: Floats = np.full(len(self.banned), -np.inf, np.float32)
            bias_ids, bias = np.concatenate([edit.bias_ids, self.banned]), np.concatenate([edit.bias, never])
            edit = replace(edit, bias_ids=bias_ids, bias=bias)
        return edit if self.mask is None else replace(edit, mask=self.mask)
