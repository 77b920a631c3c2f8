"""The engine: ids in, tokens out. A sequence knows some tokens and has computed some; each step does what is owed."""

import random
import secrets
import threading
from collections.abc import AsyncGenerator, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from qwenchat.engine.blocks import Blocks
from qwenchat.engine.past import Past
from qwenchat.engine.request import End, Request, Token
from qwenchat.engine.sampler import WIDEN, choose, n_candidates
from qwenchat.kernels.words import BLOCK, Cache, Kernels, Plan
from qwenchat.models import Model
from qwenchat.protocol.errors import ContextLengthError, InvalidValue, QwenChatError
from qwenchat.protocol.sampling import Sampling

CHUNK = 512  # prompt tokens in one step


@dataclass(slots=True)
class Seq:
    """A request inside the engine. `ids[:n_done]` are computed, their keys and values in the blocks of `table`."""

    ids: list[int]
    stretch: int = 0
    n_done: int = 0
    table: list[int] = field(default_factory=list)


class Engine:
    """One model on one device, and its cache."""

    def __init__(self, model: Model, kernels: Kernels, cache: Cache) -> None:
        self._model = model
        self._kernels = kernels
        self._cache = cache
        self._blocks = Blocks(cache.n_blocks)
        self._device = threading.Lock()  # a voice runs one forward pass at a time

    @property
    def n_positions(self) -> int:
        """The longest sequence, in tokens: the model's context, or what the cache can hold."""
        return min(self._model.config.n_positions, self._blocks.n_blocks * BLOCK)

    @property
    def n_vocab(self) -> int:
        """Ids the model knows."""
        return self._model.config.n_vocab

    @property
    def n_free_blocks(self) -> int:
        """Blocks that no sequence owns."""
        return self._blocks.n_free

    def stream(self, request: Request) -> Iterator[Token | End]:
        """The tokens that follow the prompt, then exactly one `End`. Closing the iterator frees what it held.

        Errors are raised at once, before the first token: InvalidValue for an id outside the vocabulary,
        ContextLengthError for a prompt that fills the context.
        """
        self._check(request.prompt)
        n_vocab = min(request.n_vocab or self.n_vocab, self.n_vocab)
        stretch = self._model.stretch(len(request.prompt))
        return self._run(Seq(list(request.prompt), stretch), request.sampling, request.stop_ids, n_vocab)

    async def astream(self, request: Request) -> AsyncGenerator[Token | End]:
        """`stream` for an event loop."""
        import asyncio  # a plain chat has no event loop, and a start is counted in milliseconds

        tokens = self.stream(request)
        try:
            while True:
                event = await asyncio.to_thread(next, tokens)
                yield event
                if isinstance(event, End):
                    return
        finally:
            tokens.close()  # type: ignore[attr-defined]

    def _check(self, prompt: Sequence[int]) -> None:
        if not prompt:
            raise InvalidValue("prompt", prompt, "at least one token is needed")
        for i in prompt:
            if not 0 <= i < self.n_vocab:
                raise InvalidValue("prompt", i, f"token ids from 0 to {self.n_vocab - 1} are known")
        if len(prompt) >= self.n_positions:
            raise ContextLengthError(len(prompt), self.n_positions)

    def _run(self, seq: Seq, sampling: Sampling, stop_ids: frozenset[int], n_vocab: int) -> Iterator[Token | End]:
        n_prompt = len(seq.ids)
        most = self.n_positions - n_prompt
        most = most if sampling.max_new_tokens is None else min(most, sampling.max_new_tokens)
        # Without a seed of its own each request draws a fresh one.
        chance = random.Random(secrets.randbits(63) if sampling.seed is None else sampling.seed)
        past = Past(seq.ids, sampling)
        try:
            for n_generated in range(most):
                token = self._next(seq, past, sampling, chance.random(), n_vocab)
                if token in stop_ids:
                    yield End("stop", n_prompt, n_generated)
                    return
                seq.ids.append(token)
                past.add(token)
                yield Token(token)
            yield End("length", n_prompt, most)
        finally:
            self._blocks.give(seq.table)

    def _next(self, seq: Seq, past: Past, sampling: Sampling, u: float, n_vocab: int) -> int:
        """Compute what the sequence is owed, a chunk at a time, and choose its next token."""
        while len(seq.ids) - seq.n_done > CHUNK:
            with self._device:
                self._forward(seq, CHUNK, wanted=False)
        with self._device:
            logits = self._forward(seq, len(seq.ids) - seq.n_done, wanted=True)
            edits, n = [past.edit()], n_candidates(sampling)
            while True:
                top = self._kernels.candidates(logits, edits, min(n, n_vocab), n_vocab)
                token = choose(top.logits[0], top.ids[0], float(top.logsumexp[0]), sampling, u, n_vocab)
                if token is not None:
                    return token
                n *= WIDEN

    def _forward(self, seq: Seq, n_new: int, wanted: bool) -> object:
        """Run the next `n_new` tokens; the logits of the last where `wanted`."""
        n_blocks = -(-(seq.n_done + n_new) // BLOCK)
        taken = self._blocks.take(n_blocks - len(seq.table))
        if taken is None:
            raise QwenChatError(
                f"the cache is full: {self._blocks.n_blocks} blocks of {BLOCK} tokens, {self._blocks.n_free} free;"
                " close other answers first, or load the model with a larger `cache_gib`"
            )
        seq.table += taken
        plan = Plan(
            ids=np.array(seq.ids[seq.n_done : seq.n_done + n_new], np.int32),
            starts=np.array([0, n_new], np.int32),
            n_past=np.array([seq.n_done], np.int32),
            tables=np.array([seq.table], np.int32),
            wanted=np.array([n_new - 1] if wanted else [], np.int32),
            stretches=np.array([seq.stretch], np.int32),
        )
        step = self._kernels.step(plan, self._cache)
        logits = self._model.forward(step, self._cache)
        seq.n_done += n_new
        return logits
