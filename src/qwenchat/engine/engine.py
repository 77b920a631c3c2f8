"""The engine: ids in, tokens out, any number of sequences at once, each as if it were alone."""

import weakref
from itertools import count
from queue import SimpleQueue
from typing import TYPE_CHECKING

from qwenchat.engine.core import MOST_GUESSED, STEP_MS, Core
from qwenchat.engine.counters import Counters
from qwenchat.engine.disk import Disk
from qwenchat.engine.request import End, Request, Token
from qwenchat.engine.seq import Reader, Seq
from qwenchat.engine.stream import Stream
from qwenchat.engine.worker import EngineDead, Worker
from qwenchat.kernels.words import Cache, Kernels
from qwenchat.models import Model
from qwenchat.protocol.errors import ContextLengthError, InvalidValue
from qwenchat.protocol.figure import Figure

if TYPE_CHECKING:
    import asyncio

    from qwenchat.engine.astream import AsyncStream, Post


class Engine:
    """One model on one device, its cache, and the thread that runs them; the thread starts with the first request."""

    def __init__(
        self,
        model: Model,
        kernels: Kernels,
        cache: Cache,
        step_ms: float = STEP_MS,
        disk: Disk | None = None,
        n_adapters: int = 0,
        n_guessed: int = MOST_GUESSED,
    ) -> None:
        """`step_ms`: how long a step may take, by prediction, while somebody waits for a next token.

        `disk` keeps what was computed of prompts; it is written when nobody waits. `n_adapters`: those that the
        model's weights know. `n_guessed`: how many tokens may be guessed ahead for one answer in one step, where that
        is believed to pay; it changes no text.
        """
        self._n_adapters = n_adapters
        self._core = Core(model, kernels, cache, step_ms, disk, n_guessed)
        self._worker = Worker(self._core)
        self._numbers = count()
        self._posts: dict[asyncio.AbstractEventLoop, Post] = {}
        # When this is forgotten, or the interpreter ends.
        self._stop = weakref.finalize(self, self._worker.stop)

    @property
    def n_positions(self) -> int:
        """The longest sequence, in tokens: the model's context, or what the cache can hold."""
        return self._core.n_positions

    @property
    def n_vocab(self) -> int:
        """Ids the model knows."""
        return self._core.n_vocab

    @property
    def n_blocks(self) -> int:
        """Blocks of the cache."""
        return self._core.memory.n_blocks

    @property
    def n_free_blocks(self) -> int:
        """Blocks that no sequence uses, those included whose tokens are remembered."""
        return self._core.memory.n_free

    @property
    def counters(self) -> Counters:
        """What was done so far."""
        return self._core.counters

    @property
    def figures(self) -> list[Figure]:
        """The counters and the cache's use, to be published."""
        return [
            *self.counters.figures(),
            Figure("cache_blocks", "blocks of the cache", "gauge", self.n_blocks),
            Figure("cache_blocks_free", "those that no sequence uses", "gauge", self.n_free_blocks),
        ]

    @property
    def progress(self) -> int:
        """Steps done: while `counters` tell of somebody waiting or running, this grows, or the engine is stuck."""
        return self.counters.n_steps

    @property
    def dead(self) -> EngineDead | None:
        """Why nothing more will come of this engine, if so."""
        return self._worker.dead

    def stream(self, request: Request) -> Stream:
        """The tokens that follow the prompt, then exactly one `End`. Closing the iterator frees what it held.

        Errors are raised at once, before the first token: InvalidValue for an id outside the vocabulary,
        ContextLengthError for a prompt that fills the context, EngineDead.
        """
        events: SimpleQueue[Token | End] = SimpleQueue()
        return Stream(events, self._submit(request, events), self._cancel)

    def astream(self, request: Request) -> "AsyncStream":
        """`stream` for the running event loop."""
        from qwenchat.engine.astream import AsyncStream, Box  # a plain chat needs no asyncio

        box = Box(self._post())
        return AsyncStream(box, self._submit(request, box), self._cancel)

    def close(self) -> None:
        """End all sequences, then the thread."""
        self._stop()

    def _submit(self, request: Request, reader: Reader) -> Seq:
        self._check(request)
        seq = self._core.sequence(request, next(self._numbers), reader)
        self._worker.submit(seq)
        return seq

    def _cancel(self, seq: Seq) -> None:
        # Bound to the engine: whoever reads an answer keeps its engine.
        self._worker.cancel(seq)

    def _post(self) -> "Post":
        import asyncio

        from qwenchat.engine.astream import Post

        loop = asyncio.get_running_loop()
        if loop not in self._posts:
            self._posts = {at: post for at, post in self._posts.items() if not post.closed}
        return self._posts.setdefault(loop, Post(loop))

    def _check(self, request: Request) -> None:
        prompt = request.prompt
        if not prompt:
            raise InvalidValue("prompt", prompt, "at least one token is needed")
        for i in (min(prompt), max(prompt)):
            if not 0 <= i < self.n_vocab:
                raise InvalidValue("prompt", i, f"token ids from 0 to {self.n_vocab - 1} are known")
        for i, _ in request.sampling.logit_bias:
            if not 0 <= i < self.n_vocab:
                raise InvalidValue("logit_bias", i, f"token ids from 0 to {self.n_vocab - 1} are known")
        if request.adapter is not None and not 0 <= request.adapter < self._n_adapters:
            raise InvalidValue("adapter", request.adapter, f"this model has {self._n_adapters}, counted from 0")
        if len(prompt) >= self.n_positions:
            raise ContextLengthError(len(prompt), self.n_positions)
