"""All sequences of an engine, a step at a time. One thread at a time may call this; it starts none itself."""

import random
import secrets
from array import array
from bisect import insort
from collections.abc import Iterable, Sequence
from operator import attrgetter
from time import monotonic

import numpy as np

from qwenchat.engine.cost import Cost, Learning, keys_attended
from qwenchat.engine.counters import Counters
from qwenchat.engine.disk import Disk
from qwenchat.engine.draw import draw
from qwenchat.engine.hybrid import Hybrid
from qwenchat.engine.paged import Paged
from qwenchat.engine.past import Past
from qwenchat.engine.plan import plan
from qwenchat.engine.prefix import n_in_common
from qwenchat.engine.request import Allowed, End, Forced, Request, Token
from qwenchat.engine.seq import Reader, Seq
from qwenchat.kernels.words import BLOCK, Array, Cache, Ints, Kernels, Plan
from qwenchat.models import Model
from qwenchat.protocol.errors import InvalidValue

STEP_MS = 130.0  # of a step, where somebody waits for a next token
PATIENCE = 4  # times so long at most, where more wait for a first one
MOST_RUNNING = 256

_arrival = attrgetter("number")


class Core:
    """Who waits, who runs, and what they hold."""

    def __init__(
        self, model: Model, kernels: Kernels, cache: Cache, step_ms: float = STEP_MS, disk: Disk | None = None
    ) -> None:
        self._model, self._kernels, self._cache = model, kernels, cache
        self._step_ms = step_ms
        self.n_vocab = model.config.n_vocab
        self.n_positions = min(model.config.n_positions, cache.n_blocks * BLOCK)
        most_blocks = -(-self.n_positions // BLOCK)
        self.memory = (Hybrid if cache.n_states else Paged)(kernels, cache, most_blocks, disk)
        self.waiting: list[Seq] = []  # both in the order of arrival
        self.running: list[Seq] = []
        self.counters = Counters()
        self._learning = Learning()

    @property
    def has_work(self) -> bool:
        """Whether a step would do anything."""
        return bool(self.running or self.waiting) or not self.memory.is_rested

    def sequence(self, request: Request, number: int, reader: Reader) -> Seq:
        """A sequence for a request that was checked; any thread may make one."""
        s, ids = request.sampling, array("i", request.prompt)
        n_most = self.n_positions if s.max_new_tokens is None else min(self.n_positions, len(ids) + s.max_new_tokens)
        n_vocab = min(request.n_vocab or self.n_vocab, self.n_vocab)
        banned = sorted(i for i in request.stop_ids if 0 <= i < n_vocab) if s.min_new_tokens else []
        return Seq(
            request=request,
            number=number,
            ids=ids,
            n_most=n_most,
            n_vocab=n_vocab,
            stretch=self._model.stretch(len(ids)),
            reader=reader,
            past=Past(ids, s, n_vocab),
            # Without a seed of its own each request draws a fresh one.
            chance=random.Random(secrets.randbits(63) if s.seed is None else s.seed),
            banned=np.array(banned, np.int32),
            submitted_s=monotonic(),
        )

    def submit(self, seq: Seq) -> None:
        """One more sequence."""
        self.counters.n_submitted += 1
        self.waiting.append(seq)
        if seq.n_most <= seq.n_prompt:
            self._end(seq, "length")
        else:
            self._advise(seq)
        self._note()

    def cancel(self, seq: Seq) -> None:
        """End a sequence that nobody listens to any more; nothing if it has ended."""
        if not seq.ended:
            self._end(seq, "cancelled")
            self._note()

    def fail(self, cause: Exception) -> None:
        """End everything: the device is gone."""
        for seq in [*self.running, *self.waiting]:
            self._end(seq, "failed", cause)
        self._note()

    def audit(self) -> None:
        """Raise AssertionError unless every block has one owner."""
        holds = [seq.hold for seq in self.running if seq.hold is not None]
        assert len(holds) == len(self.running), "who runs holds memory"
        assert not any(seq.hold for seq in self.waiting), "who waits holds none"
        self.memory.audit(holds)

    def step(self) -> None:
        """Admit, share the budget, compute, choose, tell. An error means that the device can't go on."""
        self._admit()
        self._make_room()
        if not self.running:
            self.memory.rest()
            return
        began = monotonic()
        planned = plan(self.running, *self._means())
        parts = [(seq, self.memory.until(seq.hold, seq.n_done, n)) for seq, n in planned if seq.hold is not None]
        logits, wanting = self._forward(parts)
        drawn = draw(self._kernels, logits, wanting) if wanting else []
        took = monotonic() - began
        n_rows, n_keys = sum(n for _, n in parts), sum(keys_attended(n, seq.n_done - n) for seq, n in parts)
        self._learning.saw(n_rows, len(wanting), n_keys, took * 1e3)
        self.counters.n_steps += 1
        self.counters.n_rows += n_rows
        self.counters.step_s.saw(took)
        self.counters.advanced_s = began + took
        for seq, n in parts:
            self._publish(seq, n)
        for seq, token in zip(wanting, drawn, strict=True):
            if isinstance(token, Token):
                if self._accept(seq, token):
                    self._advise(seq)
            else:
                self._end(seq, "failed", token)
        self._note()

    def _means(self) -> tuple[float, Cost]:
        """What this step may take, in ms, and what is believed to take how long."""
        n_answers = sum(seq.n_owed == 1 for seq in self.running)
        n_prompts = len(self.running) - n_answers
        if n_prompts == 0:
            return self._step_ms, Cost()  # nobody can have more than one
        # Who waits for a first word counts as much as who waits for the next one.
        patience = min(PATIENCE, max(1.0, n_prompts / n_answers)) if n_answers else PATIENCE
        return self._step_ms * patience, self._learning.cost()

    def _admit(self) -> None:
        for seq in self.waiting[:]:
            if len(self.running) >= MOST_RUNNING:
                return
            if self._is_coming(seq):
                continue
            # The last token always runs: its logits choose the next one.
            n_kept = self.memory.kept(seq.kind, seq.ids, len(seq.ids) - 1)
            # Who runs will soon want another block each; admitting somebody into that would only preempt him again.
            opened = self.memory.open(seq.kind, seq.ids, n_kept, len(self.running))
            if opened is None:
                return
            self.waiting.remove(seq)
            insort(self.running, seq, key=_arrival)
            seq.hold, seq.n_done = opened
            if seq.n_cached is None:
                seq.n_cached = seq.n_done
                self.counters.n_prompt_tokens += seq.n_prompt
                self.counters.n_cached_tokens += seq.n_done
                self.counters.queue_s.saw(monotonic() - seq.submitted_s)

    def _is_coming(self, seq: Seq) -> bool:
        """Whether somebody is computing a beginning of `seq`, so that waiting for it is less work."""
        if seq.behind is not None:
            if seq.behind.hold is not None and seq.behind.n_done < seq.n_shared:
                return True
            seq.behind = None
        for other in self.running:
            if other.n_owed > BLOCK and other.kind == seq.kind:
                n_shared = n_in_common(seq.ids, other.ids)
                if n_shared - other.n_done >= BLOCK:
                    seq.behind, seq.n_shared = other, n_shared
                    return True
        return False

    def _make_room(self) -> None:
        """A place for every known token; where there is none, the youngest give back theirs and wait."""
        for seq in self.running[:]:
            while seq.hold is not None and not self.memory.grow(seq.hold, len(seq.ids)):
                self._preempt(self.running[-1])

    def _preempt(self, seq: Seq) -> None:
        self._let_go(seq)
        insort(self.waiting, seq, key=_arrival)
        self.counters.n_preemptions += 1

    def _let_go(self, seq: Seq) -> None:
        """From `running` to nowhere; its blocks are free, or remembered for whoever begins alike."""
        assert seq.hold is not None, "only who runs holds memory"
        self.running.remove(seq)
        self.memory.close(seq.hold, seq.ids[: seq.n_done])
        seq.hold, seq.n_done = None, 0

    def _forward(self, parts: list[tuple[Seq, int]]) -> tuple[Array, list[Seq]]:
        """Compute the next tokens of each; the logits, and whose they are."""
        ids = array("i")
        for seq, n in parts:
            ids += seq.ids[seq.n_done : seq.n_done + n]
        starts = np.zeros(len(parts) + 1, np.int32)
        np.cumsum([n for _, n in parts], out=starts[1:])
        holds = [seq.hold for seq, _ in parts if seq.hold is not None]
        width = max(hold.n_blocks for hold in holds)
        wanted = [i for i, (seq, n) in enumerate(parts) if n == seq.n_owed]
        step = Plan(
            ids=np.frombuffer(ids, np.int32),
            starts=starts,
            n_past=np.array([seq.n_done for seq, _ in parts], np.int32),
            tables=np.stack([hold.table[:width] for hold in holds]),
            wanted=starts[1:][wanted] - np.int32(1),
            stretches=np.array([seq.stretch for seq, _ in parts], np.int32),
            adapters=_adapters([seq.request.adapter for seq, _ in parts]),
            states=np.array([hold.state.number for hold in holds if hold.state is not None], np.int32),
        )
        logits = self._model.forward(self._kernels.step(step, self._cache), self._cache)
        for seq, n in parts:
            seq.n_done += n
        return logits, [parts[i][0] for i in wanted]

    def _publish(self, seq: Seq, n: int) -> None:
        """Let others find what is new: full blocks, and a prompt to its last token as soon as it is computed."""
        assert seq.hold is not None, "only who runs computes"
        whole = seq.n_done - n < seq.n_prompt <= seq.n_done
        if whole or seq.n_done // BLOCK > len(seq.hold.path):
            self.memory.publish(seq.hold, seq.ids[: seq.n_done], with_tail=whole)

    def _accept(self, seq: Seq, token: Token) -> bool:
        """One more token of the answer, or its end; whether it goes on."""
        if token.id in seq.request.stop_ids:
            self._end(seq, "stop")
            return False
        seq.ids.append(token.id)
        seq.past.add(token.id)
        now = monotonic()
        if seq.told_s is None:
            self.counters.first_token_s.saw(now - seq.submitted_s)
        else:
            self.counters.between_tokens_s.saw(now - seq.told_s)
        seq.told_s = now
        self.counters.n_generated_tokens += 1
        seq.reader.put(token)
        if len(seq.ids) >= seq.n_most:
            self._end(seq, "length")
        return not seq.ended

    def _advise(self, seq: Seq) -> None:
        """Ask the guide what comes next; a guide that fails ends its own sequence only."""
        guide = seq.request.guide
        if guide is None:
            return
        try:
            while isinstance(advice := guide.advise(seq.ids[seq.n_prompt :]), Forced):
                for token in _forced(advice, seq.n_vocab):
                    if not self._accept(seq, Token(token)):
                        return
            seq.mask = None if advice is None else _mask(advice, seq.n_vocab)
        except Exception as cause:
            self._end(seq, "failed", cause)

    def _end(self, seq: Seq, reason: str, error: Exception | None = None) -> None:
        """The one last event; everything it held is free."""
        assert not seq.ended, "a sequence ends once"
        seq.ended = True
        if seq.hold is not None:
            self._let_go(seq)
        else:
            self.waiting.remove(seq)
        self.counters.n_ended[reason] += 1
        seq.reader.put(End(reason, seq.n_prompt, seq.n_generated, seq.n_cached or 0, error))  # type: ignore[arg-type]

    def _note(self) -> None:
        self.counters.n_waiting, self.counters.n_running = len(self.waiting), len(self.running)


def _adapters(each: Sequence[int | None]) -> Ints | None:
    if all(adapter is None for adapter in each):
        return None
    return np.array([-1 if adapter is None else adapter for adapter in each], np.int32)


def _forced(advice: Forced, n_vocab: int) -> Iterable[int]:
    if not advice.ids:
        raise InvalidValue("guide", advice, "it forced no ids; None lets the model choose")
    for token in advice.ids:
        if not 0 <= token < n_vocab:
            raise InvalidValue("guide", token, f"it forced an id; those from 0 to {n_vocab - 1} are known")
    return advice.ids


def _mask(advice: Allowed, n_vocab: int) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    mask = advice.mask
    if mask.dtype != np.uint32 or mask.ndim != 1 or len(mask) * 32 < n_vocab:
        raise InvalidValue("guide", mask, f"its mask must be uint32 in one dimension, with {n_vocab} bits or more")
    return np.ascontiguousarray(mask)
