"""All sequences of an engine, a step at a time. One thread at a time may call this; it starts none itself."""

import random
import secrets
from array import array
from bisect import insort
from collections.abc import Iterable
from operator import attrgetter
from time import monotonic

import numpy as np

from qwenchat.engine.cost import Cost, Learning, keys_attended
from qwenchat.engine.counters import Counters
from qwenchat.engine.disk import Disk
from qwenchat.engine.draw import draw
from qwenchat.engine.guess import from_before
from qwenchat.engine.head import Head
from qwenchat.engine.hybrid import Hybrid
from qwenchat.engine.paged import Paged
from qwenchat.engine.part import Part, laid, take_up
from qwenchat.engine.past import Past
from qwenchat.engine.plan import MOST_ROWS, plan
from qwenchat.engine.prefix import n_in_common
from qwenchat.engine.request import Allowed, End, Forced, Request, Token
from qwenchat.engine.seq import Reader, Seq
from qwenchat.kernels.words import BLOCK, Array, Cache, Kernels
from qwenchat.models import Model
from qwenchat.protocol.errors import InvalidValue

STEP_MS = 130.0  # of a step, where somebody waits for a next token
PATIENCE = 4  # times so long at most, where more wait for a first one
MOST_RUNNING = 256
MOST_GUESSED = 8  # tokens guessed ahead for one answer in one step
PRICES_HOLD = 8  # steps, for guesses: learning them anew takes as long as a small model's layer

_arrival = attrgetter("number")


class Core:
    """Who waits, who runs, and what they hold."""

    def __init__(
        self,
        model: Model,
        kernels: Kernels,
        cache: Cache,
        step_ms: float = STEP_MS,
        disk: Disk | None = None,
        n_guessed: int = MOST_GUESSED,
    ) -> None:
        self._model, self._kernels, self._cache = model, kernels, cache
        self._step_ms, self._n_guessed = step_ms, n_guessed
        self.n_vocab = model.config.n_vocab
        self.n_positions = min(model.config.n_positions, cache.n_blocks * BLOCK)
        most_blocks = -(-self.n_positions // BLOCK)
        self.memory = (Hybrid if cache.n_states else Paged)(kernels, cache, most_blocks, disk)
        self.waiting: list[Seq] = []  # both in the order of arrival
        self.running: list[Seq] = []
        self.counters = Counters()
        self._learning = Learning()
        self._prices = Cost()
        self._head = Head(model, kernels, cache) if n_guessed and model.guesses else None

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
        planned = plan(self.running, *self._means())
        parts = [
            Part(seq, self.memory.until(seq.hold, seq.n_done, n), []) for seq, n in planned if seq.hold is not None
        ]
        if self._n_guessed:
            self._guess(parts)
        began = monotonic()
        n_rows = sum(p.n_rows for p in parts)
        n_keys = sum(keys_attended(p.n_rows, p.seq.n_done) for p in parts)
        logits, n_logits = self._forward(parts)
        took = monotonic() - began
        for p in parts:
            self._publish(p.seq, p.n)
        took += self._answer(logits, [p for p in parts if p.last >= 0])
        if self._head is not None:
            self._head.keep(parts)
        self._learning.saw(n_rows, n_logits, n_keys, took * 1e3)
        self.counters.n_steps += 1
        self.counters.n_rows += n_rows
        self.counters.step_s.saw(took)
        self.counters.advanced_s = monotonic()
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
        self._turn_back(seq)
        self.memory.close(seq.hold, seq.ids[: seq.n_done])
        seq.hold, seq.n_done = None, 0

    def _guess(self, parts: list[Part]) -> None:
        """Guesses for those who compute the last token they know, where they are worth their price."""
        answering = [p for p in parts if p.n == p.seq.n_owed == 1]
        n_left, n_answers = MOST_ROWS - sum(p.n for p in parts), len(answering)
        if self.counters.n_steps % PRICES_HOLD == 0:
            self._prices = self._learning.cost()
        by_head: list[tuple[Part, int]] = []
        for p in answering:
            seq = p.seq
            most = min(self._n_guessed, seq.n_most - len(seq.ids) - 1, n_left)
            said = from_before(seq.ids, min(most, seq.luck.worth(self._prices, n_answers)))
            n = len(said)
            if self._head is not None and self._head.knows(seq):
                n = max(n, min(most, seq.head_luck.worth(self._prices, n_answers, self._head.ms / n_answers)))
            if n > 0 and self._has_room(seq, n):
                n_left, seq.n_ahead = n_left - n, n
                if len(said) == n:  # at the same length, what costs nothing
                    p.guessed, p.luck = said, seq.luck
                else:
                    by_head.append((p, n))
                    p.luck = seq.head_luck
            for luck in (seq.luck, seq.head_luck):
                if luck is not p.luck:
                    luck.saw(0, 0)
        if self._head is not None and by_head:
            self._head.guess(by_head)

    def _has_room(self, seq: Seq, n_guessed: int) -> bool:
        """Whether guesses can be computed and forgotten again; room for them is kept if so."""
        assert seq.hold is not None, "only who runs computes"
        enough = self.memory.grow(seq.hold, len(seq.ids) + n_guessed)
        return enough and self.memory.ahead(seq.hold, seq.n_done)

    def _forward(self, parts: list[Part]) -> tuple[Array, int]:
        """Compute the next tokens of each, and the guesses; the logits, and how many rows they have."""
        planned = laid(parts)
        step = self._kernels.step(planned, self._cache)
        if self._head is None:
            logits = self._model.forward(step, self._cache)
        else:
            logits = self._head.forward(step, parts)
        for p in parts:
            p.seq.n_done += p.n
        return logits, len(planned.wanted)

    def _answer(self, logits: Array, parts: list[Part]) -> float:
        """A token for each, and where it was guessed the one after it, and so on; how long drawing took, in s."""
        took, asking = 0.0, parts
        while asking:
            began = monotonic()
            rows = np.array([p.last - p.seq.n_ahead for p in asking], np.int32)
            drawn = draw(self._kernels, logits, rows, [p.seq for p in asking])
            took += monotonic() - began
            for p, token in zip(asking, drawn, strict=True):
                if not isinstance(token, Token):
                    self._end(p.seq, "failed", token)
                elif self._accept(p.seq, token):
                    self._advise(p.seq)
            asking = [p for p in asking if take_up(p)]
        for p in parts:
            if p.luck is not None and not p.seq.ended:
                p.luck.saw(p.n_held, len(p.guessed))
                self._turn_back(p.seq)
            self.counters.n_guessed += len(p.guessed)
            self.counters.n_held += p.n_held
        return took

    def _turn_back(self, seq: Seq) -> None:
        """Forget the guesses that didn't hold."""
        assert seq.hold is not None, "only who runs computes"
        seq.n_done = self.memory.back(seq.hold, seq.n_done, seq.n_ahead)
        seq.n_ahead = 0

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
