"""The core driven by hand: any arrivals, cancels, stops, budgets and pools give the twin's texts and lose no block."""

from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qwenchat.engine import Allowed, End, Forced, Request, Token
from qwenchat.engine.core import Core
from qwenchat.engine.seq import Seq
from qwenchat.protocol.errors import InvalidValue, QwenChatError
from qwenchat.protocol.sampling import Sampling
from tests.engine.slow_twin import CONFIG, Event, Twin, core, engine, ids_of
from tests.models.random_model import random_prompt

SAID = random_prompt(CONFIG, 200, 5)


@pytest.fixture(scope="module")
def twin() -> Twin:
    """One for all: it remembers."""
    return Twin()


@dataclass
class Told:
    """A reader that keeps what it hears."""

    events: list[Event] = field(default_factory=list)

    def put(self, event: Event) -> None:
        """One more event."""
        self.events.append(event)


def submitted(c: Core, request: Request, number: int = 0) -> tuple[Seq, Told]:
    told = Told()
    seq = c.sequence(request, number, told)
    c.submit(seq)
    return seq, told


def run(c: Core) -> None:
    """Until nothing is left to do."""
    for _ in range(5000):
        if not c.has_work:
            break
        c.step()
        c.audit()
    assert not c.has_work, "it never ends"
    assert c.memory.n_free == c.memory.n_blocks, "somebody kept a block"


def answers(c: Core, *requests: Request) -> list[list[Event]]:
    told = [submitted(c, request, i)[1] for i, request in enumerate(requests)]
    run(c)
    return [t.events for t in told]


SAMPLINGS = st.builds(
    Sampling,
    temperature=st.sampled_from([0.0, 0.0, 0.8, 1.5]),
    top_p=st.sampled_from([1.0, 0.9]),
    top_k=st.sampled_from([0, 7]),
    min_p=st.sampled_from([0.0, 0.1]),
    repetition_penalty=st.sampled_from([1.0, 1.2]),
    presence_penalty=st.sampled_from([0.0, 0.5]),
    frequency_penalty=st.sampled_from([0.0, 0.3]),
    logit_bias=st.sampled_from([(), ((3, 2.0), (9, -100.0))]),
    max_new_tokens=st.integers(1, 70),
    min_new_tokens=st.sampled_from([0, 4]),
    seed=st.integers(0, 3),
)
# Beginnings that many share, and ends of their own.
PROMPTS = st.builds(
    lambda n, tail: (SAID[:n] + tail)[:120] or [1],
    st.sampled_from([0, 1, 63, 64, 65, 100, 120]),
    st.lists(st.integers(0, 3), max_size=6),
)
REQUESTS = st.builds(
    Request,
    PROMPTS,
    SAMPLINGS,
    stop_ids=st.sampled_from([frozenset(), frozenset(range(0, 320, 40))]),
    n_vocab=st.sampled_from([None, 300]),
    salt=st.sampled_from(["", "", "another"]),
)


@dataclass(frozen=True)
class Visit:
    """A request, the step it arrives before, and how many steps its reader stays."""

    request: Request
    at: int
    stays: int | None


VISITS = st.lists(
    st.builds(Visit, REQUESTS, st.integers(0, 30), st.one_of(st.none(), st.none(), st.integers(0, 40))),
    min_size=1,
    max_size=8,
)


def visited(twin: Twin, visits: list[Visit], n_blocks: int, step_ms: float) -> Core:
    """All of them came and went, and heard what the twin says."""
    c = Core(twin.model, twin.kernels, twin.kernels.cache(twin.model.memory, n_blocks, "fp32"), step_ms)
    guests: list[tuple[Visit, Seq, Told]] = []
    for step in range(3000):
        for visit in visits:
            if visit.at == step:
                guests.append((visit, *submitted(c, visit.request, len(guests))))
        for visit, seq, _ in guests:
            if visit.stays is not None and visit.at + visit.stays == step:
                c.cancel(seq)
        c.step()
        c.audit()
        if len(guests) == len(visits) and not c.has_work:
            break
    assert not c.has_work, "it never ends"
    assert c.memory.n_free == n_blocks
    for visit, _, told in guests:
        said, end = ids_of(told.events), told.events[-1]
        want = twin.answer(visit.request)
        assert isinstance(end, End)
        assert end.error is None
        assert end.n_generated == len(said)
        if end.reason == "cancelled":
            assert visit.stays is not None
            assert said == want[: len(said)]
        else:
            assert said == want
            assert (end.reason == "length") == (len(want) == visit.request.sampling.max_new_tokens)
    return c


@settings(max_examples=30, deadline=None)
@given(VISITS, st.integers(3, 8), st.sampled_from([0.01, 1.0, 90.0]))
def test_whatever_happens_the_texts_are_the_twins(
    twin: Twin, visits: list[Visit], n_blocks: int, step_ms: float
) -> None:
    visited(twin, visits, n_blocks, step_ms)


def greedy(n: int, **more: object) -> Sampling:
    return Sampling(temperature=0.0, max_new_tokens=n, **more)  # type: ignore[arg-type]


def test_the_second_turn_computes_only_what_is_new() -> None:
    c = core(8, n_guessed=0)
    prompt = SAID[:70]
    first = answers(c, Request(prompt, greedy(9)))[0]
    again = [*prompt, *ids_of(first), 5, 6, 7]
    c.counters.n_rows = 0
    second = answers(c, Request(again, greedy(2)))[0]
    # The last token of an answer was never run through the model.
    assert second[-1] == End("length", 82, 2, n_cached=78)
    assert c.counters.n_rows == 82 - 78 + 1
    assert answers(c, Request(again, greedy(2), salt="theirs"))[0][-1] == End("length", 82, 2, n_cached=0)


def test_answers_to_one_prompt_compute_it_once_though_they_come_together() -> None:
    c = core(16, n_guessed=0)
    events = answers(c, *(Request(SAID[:100], Sampling(seed=i, max_new_tokens=5)) for i in range(4)))
    assert [e[-1].n_cached for e in events] == [0, 99, 99, 99]  # type: ignore[union-attr]
    assert c.counters.n_rows == 100 + 3 + 4 * 4


def test_too_small_a_pool_preempts_the_youngest_and_nobody_notices(twin: Twin) -> None:
    c = core(3)
    requests = [Request(random_prompt(CONFIG, 40, i), greedy(60)) for i in range(3)]
    events = answers(c, *requests)
    assert c.counters.n_preemptions > 0
    assert [ids_of(e) for e in events] == [twin.answer(r) for r in requests]


def test_a_long_prompt_takes_turns_with_answers() -> None:
    c = core(8, step_ms=1e-9, n_guessed=0)
    _, talker = submitted(c, Request([1], greedy(40)), 0)
    c.step()
    submitted(c, Request(SAID[:100], greedy(1)), 1)
    for n in range(2, 30):
        c.step()
        assert len(talker.events) == n
    run(c)


class Says:
    """A guide that plays back its advice, one piece a question."""

    def __init__(self, *advice: object) -> None:
        self.advice = list(advice)

    def advise(self, answer: object) -> object:
        said = self.advice.pop(0) if self.advice else None
        if isinstance(said, Exception):
            raise said
        return said


def only(*ids: int) -> Allowed:
    bits = np.zeros(320, bool)
    bits[list(ids)] = True
    return Allowed(np.packbits(bits, bitorder="little").view(np.uint32))


def guided(*advice: object, n: int = 6) -> Request:
    return Request([1, 2, 3], greedy(n), frozenset([300]), guide=Says(*advice))  # type: ignore[arg-type]


def test_a_guide_allows_and_forces() -> None:
    events = answers(core(), guided(only(7, 8), Forced((9, 9)), only(5), Forced((1,))))[0]
    said = ids_of(events)
    assert said[0] in (7, 8)
    assert said[1:5] == [9, 9, 5, 1]
    assert events[-1] == End("length", 3, 6)
    assert answers(core(), guided(Forced((4, 300, 4))))[0][-1] == End("stop", 3, 1)
    assert ids_of(answers(core(), guided(Forced((4,)), Forced((5, 6, 7)), n=3))[0]) == [4, 5, 6]


@pytest.mark.parametrize(
    ("advice", "says"),
    [
        (only(), "no token is allowed"),
        (ValueError("no grammar"), "no grammar"),
        (Forced(()), "forced no ids"),
        (Forced((320,)), "forced an id"),
        (Allowed(np.zeros(3, np.uint32)), "320 bits"),
    ],
    ids=str,
)
def test_a_guide_that_fails_hurts_only_its_own(twin: Twin, advice: object, says: str) -> None:
    other = Request([4, 5], greedy(5))
    bad, first, good = answers(core(), guided(None, advice), guided(advice), other)
    for events in (bad, first):
        end = events[-1]
        assert isinstance(end, End)
        assert end.reason == "failed"
        assert says in str(end.error)
        assert isinstance(end.error, QwenChatError | ValueError)
    assert len(bad) == 2
    assert ids_of(good) == twin.answer(other)


def test_chances_are_the_models_own(twin: Twin) -> None:
    request = Request([1, 2], greedy(3, n_logprobs=4, logit_bias=((17, 1000.0),), presence_penalty=1.0))
    bare = Request([1, 2], greedy(3, n_logprobs=0))
    events, told = answers(core(), request, bare)
    ids = [1, 2]
    for event in events[:-1]:
        assert isinstance(event, Token)
        row = twin.logits(ids).astype(np.float64)
        chance = row - np.log(np.exp(row - row.max()).sum()) - row.max()
        assert event.id == 17
        assert event.logprob == pytest.approx(chance[17], abs=1e-4)
        assert [i for i, _ in event.top] == np.argsort(-row, kind="stable")[:4].tolist()
        assert [p for _, p in event.top] == pytest.approx([chance[i] for i, _ in event.top], abs=1e-4)
        ids.append(event.id)
    assert all(isinstance(e, Token) and e.logprob is not None and e.top == () for e in told[:-1])


def test_min_new_tokens_holds_stops_back(twin: Twin) -> None:
    free = Request([1, 2], greedy(20), frozenset(range(160)))
    held = Request([1, 2], greedy(20, min_new_tokens=7), frozenset(range(160)))
    said = [ids_of(e) for e in answers(core(), free, held)]
    assert said == [twin.answer(free), twin.answer(held)]
    assert len(said[0]) < 7 <= len(said[1])


def test_a_bias_for_an_unknown_id_is_refused() -> None:
    with pytest.raises(InvalidValue, match="logit_bias"):
        engine().stream(Request([1], Sampling(logit_bias=((320, 1.0),))))
