"""The engine as its callers see it: two faces, one thread, one end each, whatever happens."""

import asyncio
import gc
import os
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from qwenchat.engine import End, Engine, EngineDead, Request, Token
from qwenchat.kernels.plain import Plain
from qwenchat.protocol.errors import ContextLengthError, InvalidValue, QwenChatError
from qwenchat.protocol.sampling import Sampling
from tests.engine.slow_twin import CONFIG, Event, Twin, engine, ids_of, parts, until
from tests.models.random_model import random_prompt

GREEDY = Sampling(temperature=0.0)


def greedy(n: int) -> Sampling:
    return Sampling(temperature=0.0, max_new_tokens=n)


@pytest.mark.parametrize("voice", [None, Plain()], ids=["cpu", "plain"])
def test_greedy_is_the_slow_loop(voice: Any) -> None:
    request = Request(random_prompt(CONFIG, 37), greedy(12))
    events = list(engine(voice=voice).stream(request))
    assert ids_of(events) == Twin(parts(voice=Plain())).answer(request)
    assert events[-1] == End("length", 37, 12)


def test_a_stop_token_ends_the_answer_and_is_not_in_it() -> None:
    prompt = random_prompt(CONFIG, 5)
    said = Twin().answer(Request(prompt, greedy(6)))
    events = list(engine().stream(Request(prompt, GREEDY, frozenset([said[4]]))))
    assert ids_of(events) == said[: said.index(said[4])]
    assert events[-1] == End("stop", 5, said.index(said[4]))


def test_what_was_cached_is_known_with_the_first_token() -> None:
    e, request = engine(), Request(random_prompt(CONFIG, 100), greedy(3))
    list(e.stream(request))
    stream = e.stream(request)
    next(stream)
    assert stream.n_cached == list(stream)[-1].n_cached == 99  # type: ignore[union-attr]

    async def read() -> int:
        async for _ in (events := e.astream(request)):
            return events.n_cached
        raise AssertionError("no token came")

    assert asyncio.run(read()) == 99


def test_the_same_seed_gives_the_same_tokens_and_none_a_fresh_draw() -> None:
    e, prompt = engine(), random_prompt(CONFIG, 5)

    def said(seed: int | None) -> list[int]:
        return ids_of(list(e.stream(Request(prompt, Sampling(temperature=1.9, max_new_tokens=12, seed=seed)))))

    assert said(7) == said(7) != said(8)
    assert said(None) != said(None)


def test_the_context_is_the_limit_and_the_last_token_is_kept() -> None:
    e = engine(n_blocks=2)
    assert e.n_positions == 128
    events = list(e.stream(Request(random_prompt(CONFIG, 120), GREEDY)))
    assert events[-1] == End("length", 120, 8)
    with pytest.raises(ContextLengthError, match="128"):
        e.stream(Request(random_prompt(CONFIG, 128), GREEDY))


def test_ids_past_the_tokenizer_are_never_chosen() -> None:
    events = list(engine().stream(Request([1, 2], Sampling(temperature=1.9, max_new_tokens=60, seed=1), n_vocab=9)))
    assert max(ids_of(events)) < 9


def test_bad_prompts_are_refused_before_the_first_token() -> None:
    for prompt in ([], [320], [-1]):
        with pytest.raises(InvalidValue, match="prompt"):
            engine().stream(Request(prompt, GREEDY))


class Ponders:
    """A guide that allows everything, slowly: its answers last as long as a test needs them."""

    def advise(self, answer: object) -> None:
        time.sleep(0.01)


@pytest.mark.parametrize("leave", ["close", "forget"])
def test_who_leaves_gives_back_everything_at_once(leave: str) -> None:
    e = engine(n_blocks=8)
    streams = [e.stream(Request(random_prompt(CONFIG, 100, i), GREEDY, guide=Ponders())) for i in range(3)]
    for stream in streams:
        next(stream)
    assert e.n_free_blocks < 8
    if leave == "close":
        for stream in streams:
            stream.close()
            assert next(stream, None) is None
    else:
        del stream
        streams.clear()
        gc.collect()
    until(lambda: e.n_free_blocks == 8)
    assert e.counters.n_ended["cancelled"] == 3
    assert e.counters.n_running == 0


def test_answers_side_by_side_don_t_disturb_each_other() -> None:
    e, twin = engine(16), Twin()
    requests = [Request(random_prompt(CONFIG, n, n), greedy(10)) for n in (20, 70, 1, 64)]
    streams = [e.stream(request) for request in requests]
    events: list[list[Event]] = [[] for _ in streams]
    for _ in range(11):
        for stream, heard in zip(streams, events, strict=True):
            heard.append(next(stream))
    assert [ids_of(heard) for heard in events] == [twin.answer(r) for r in requests]
    assert e.n_free_blocks == 16


def test_a_reader_that_never_reads_stops_nobody() -> None:
    e = engine(16)
    lazy = e.stream(Request([3], greedy(200)))
    assert len(list(e.stream(Request([1], greedy(3))))) == 4
    assert len(list(lazy)) == 201


def test_an_event_loop_reads_many_and_leaves_when_it_likes() -> None:
    e, twin = engine(16), Twin()
    requests = [Request(random_prompt(CONFIG, 9, i), greedy(12)) for i in range(6)]

    async def read(request: Request, most: int) -> list[Event]:
        stream, heard = e.astream(request), []
        async for event in stream:
            heard.append(event)
            if len(heard) == most:
                break
        await stream.aclose()
        assert [event async for event in stream] == []
        return heard

    async def all_of_them() -> list[list[Event]]:
        n_threads = threading.active_count()
        reading = [asyncio.ensure_future(read(r, 3 if i == 5 else 99)) for i, r in enumerate(requests)]
        given_up = asyncio.ensure_future(read(Request([1], GREEDY, guide=Ponders()), 999))
        await asyncio.sleep(0.02)
        assert threading.active_count() <= n_threads + 1, "one thread, however many read"
        given_up.cancel()
        await asyncio.gather(given_up, return_exceptions=True)
        return await asyncio.gather(*reading)

    heard = asyncio.run(all_of_them())
    assert [ids_of(h) for h in heard[:5]] == [twin.answer(r) for r in requests[:5]]
    assert [t.id for t in heard[5] if isinstance(t, Token)] == twin.answer(requests[5])[:3]
    until(lambda: e.n_free_blocks == 16)


def test_a_loop_that_is_gone_holds_up_nobody() -> None:
    e = engine(16)

    async def begin() -> Any:
        return e.astream(Request([1], greedy(200)))

    stream = asyncio.run(begin())
    assert len(list(e.stream(Request([2], greedy(150))))) == 151
    del stream


class Breaks:
    """A model that breaks in its n-th step."""

    guesses = False

    def __init__(self, model: Any, n: int) -> None:
        self.config, self._model, self._n = model.config, model, n

    def stretch(self, n_prompt: int) -> int:
        return self._model.stretch(n_prompt)

    def forward(self, step: Any, cache: Any) -> Any:
        self._n -= 1
        if self._n == 0:
            raise OSError("the device is on fire")
        return self._model.forward(step, cache)


def test_a_device_that_fails_ends_all_with_the_cause(caplog: pytest.LogCaptureFixture) -> None:
    model, kernels, cache = parts()
    e = Engine(Breaks(model, 40), kernels, cache, n_guessed=0)
    assert e.dead is None
    streams = [e.stream(Request([i], greedy(50))) for i in (1, 2)]
    for stream in streams:
        end = list(stream)[-1]
        assert isinstance(end, End)
        assert end.reason == "failed"
        assert isinstance(end.error, EngineDead)
    assert isinstance(e.dead, EngineDead)
    assert isinstance(e.dead.__cause__, OSError)
    with pytest.raises(EngineDead, match="on fire"):
        e.stream(Request([1], GREEDY))
    assert e.counters.n_ended["failed"] == 2
    assert [str(record.exc_info[1]) for record in caplog.records if record.exc_info] == ["the device is on fire"]


@pytest.mark.parametrize(
    "farthest",
    [
        {"repetition_penalty": 5e-324},
        {"repetition_penalty": 1e308},
        {"temperature": 5e-324},
        {"temperature": 1e-38},
        {"top_p": 5e-324},
        {"min_p": 5e-324},
        {"top_k": 10**30},
        {"max_new_tokens": 10**30, "min_new_tokens": 10**30},
    ],
)
def test_no_allowed_value_is_too_much_for_the_arithmetic(farthest: dict[str, float]) -> None:
    sampling = Sampling.from_mapping({"seed": 1, "max_new_tokens": 4} | farthest)
    e = engine()
    assert list(e.stream(Request(random_prompt(CONFIG, 5), sampling)))[-1].reason == "length"
    assert e.dead is None


def test_closing_ends_all_and_the_thread() -> None:
    before = threading.active_count()
    e = engine()
    assert threading.active_count() <= before, "no thread before the first request"
    stream = e.stream(Request([1], GREEDY, guide=Ponders()))
    next(stream)
    e.close()
    assert threading.active_count() <= before
    end = list(stream)[-1]
    assert isinstance(end, End)
    assert end.reason == "cancelled"
    with pytest.raises(EngineDead, match="closed"):
        e.stream(Request([1], GREEDY))


def test_a_forgotten_engine_ends_its_thread_and_a_read_one_stays() -> None:
    before = threading.active_count()
    stream = engine().stream(Request([1], greedy(5)))
    gc.collect()
    assert len(list(stream)) == 6
    del stream
    gc.collect()
    until(lambda: threading.active_count() <= before)


def test_who_has_nothing_to_do_sleeps() -> None:
    e = engine()
    list(e.stream(Request([1], greedy(3))))
    time.sleep(0.02)
    began = time.process_time()
    time.sleep(0.3)
    assert time.process_time() - began < 0.03


def test_a_forked_child_is_told() -> None:
    e = engine()
    list(e.stream(Request([1], greedy(2))))
    child = os.fork()
    if child == 0:
        try:
            e.stream(Request([1], greedy(2)))
        except QwenChatError as error:
            os._exit(7 if "fork" in str(error) else 1)
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert len(list(e.stream(Request([1], greedy(2))))) == 3


def test_the_interpreter_ends_while_answers_run() -> None:
    code = (
        "import sys\n"
        "from tests.engine.slow_twin import engine\n"
        "from qwenchat.engine import Request\n"
        "streams = [(e := engine(8)).stream(Request([i])) for i in range(3)]\n"
        "print(len([next(s) for s in streams]), 'asyncio' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "3 False\n", "")


def test_what_was_done_is_counted() -> None:
    e = engine()
    prompt = random_prompt(CONFIG, 100)
    for _ in range(2):
        list(e.stream(Request(prompt, greedy(4))))
    c = e.counters
    assert (c.n_submitted, c.n_ended["length"], c.n_prompt_tokens, c.n_cached_tokens) == (2, 2, 200, 99)
    assert c.n_generated_tokens == 8
    assert c.n_rows == 100 + 1 + 2 * 3
    assert sum(c.first_token_s.counts) == 2
    assert sum(c.between_tokens_s.counts) == 6
    assert sum(c.step_s.counts) == c.n_steps
    assert 0 < c.advanced_s <= time.monotonic()
    assert (c.n_waiting, c.n_running) == (0, 0)
