"""Models with recurrent layers in the engine: checkpoints of states, and answers that don't notice them."""

from array import array

import pytest

from qwenchat.engine import End, Engine, Request, Token
from qwenchat.engine.states import TAIL, States
from qwenchat.kernels import BLOCK
from qwenchat.kernels.cpu import Cpu
from qwenchat.models import build, config_from
from qwenchat.protocol.sampling import Sampling
from tests.models.random_model import CASES, random_prompt, random_tensors
from tests.models.test_dense import Held

CONFIG = {**CASES["qwen3_5"], "max_position_embeddings": 1024}


def engine(n_states: int = 6, n_blocks: int = 40) -> Engine:
    kernels = Cpu(2)
    model = build(config_from(CONFIG), Held(random_tensors(CONFIG), kernels), kernels)
    return Engine(model, kernels, kernels.cache(model.memory, n_blocks, "fp32", n_states))


def answer(e: Engine, prompt: list[int], n: int = 12) -> tuple[list[int], End]:
    events = list(e.stream(Request(prompt, Sampling(temperature=0.0, max_new_tokens=n))))
    assert isinstance(events[-1], End)
    return [t.id for t in events if isinstance(t, Token)], events[-1]


def test_the_next_turn_goes_on_where_the_answer_ended_and_says_the_same() -> None:
    e, prompt = engine(), random_prompt(CONFIG, 150)
    said, _ = answer(e, prompt)
    later = [*prompt, *said, *random_prompt(CONFIG, 30, seed=5)]
    again, end = answer(e, later)
    assert end.n_cached >= len(prompt) + len(said) - 1
    assert again == answer(engine(), later)[0]


def test_a_turn_that_spells_the_header_otherwise_goes_on_before_it() -> None:
    e, prompt = engine(), random_prompt(CONFIG, 150)
    answer(e, prompt)
    later = [*prompt[: 150 - TAIL], *random_prompt(CONFIG, 60, seed=5)]
    again, end = answer(e, later)
    assert end.n_cached == (150 - TAIL) // BLOCK * BLOCK
    assert again == answer(engine(), later)[0]


def test_another_s_words_are_never_taken_up() -> None:
    e = engine()
    answer(e, random_prompt(CONFIG, 150))
    other = random_prompt(CONFIG, 150, seed=9)
    again, end = answer(e, other)
    assert end.n_cached == 0
    assert again == answer(engine(), other)[0]


def test_more_sequences_than_states_wait_and_all_end_right() -> None:
    e = engine(n_states=2)
    prompts = [random_prompt(CONFIG, 20 + 50 * i, seed=i) for i in range(5)]
    streams = [e.stream(Request(p, Sampling(temperature=0.0, max_new_tokens=8))) for p in prompts]
    said = [[t.id for t in stream if isinstance(t, Token)] for stream in streams]
    assert said == [answer(engine(), p, 8)[0] for p in prompts]
    e._core.audit()


def test_little_memory_preempts_and_still_says_the_same() -> None:
    e = engine(n_states=3, n_blocks=5)
    prompts = [random_prompt(CONFIG, 60 + i, seed=i) for i in range(4)]
    streams = [e.stream(Request(p, Sampling(temperature=0.0, max_new_tokens=30))) for p in prompts]
    said = [[t.id for t in stream if isinstance(t, Token)] for stream in streams]
    assert said == [answer(engine(), p, 30)[0] for p in prompts]
    e._core.audit()


def test_states_one_owner_each_and_the_longest_unused_goes_first() -> None:
    copied: list[tuple[int, int]] = []
    states = States(2, lambda a, b: copied.append((a, b)))
    ids = array("i", range(200))
    first = states.open("kind", ids, 0)
    assert first is not None
    assert first.mark == 128
    assert states.until(first, 0, 500) == 128
    assert states.until(first, 100, 10) == 10
    assert states.until(first, 128, 72) == 72
    states.publish(first, ids[:64])
    assert states.kept("kind", ids, 200) == 0
    states.publish(first, ids[:128])
    assert copied == [(first.number, 1 - first.number)]
    assert states.kept("kind", ids, 200) == 128
    assert states.kept("kind", ids, 127) == 0
    assert states.kept("other", ids, 200) == 0
    states.audit([first])
    states.close(first, ids)
    assert states.kept("kind", array("i", [*ids, 1, 2]), 202) == 200
    # Both states are checkpoints now: the older one makes room, the other is used.
    second = states.open("kind", ids, 200)
    assert second is not None
    assert states.kept("kind", ids, 200) == 200
    third = states.open("kind", ids, 200)
    assert third is not None, "the last checkpoint itself"
    assert states.open("kind", ids, 0) is None
    states.audit([second, third])
    states.close(third, ids[:0])
    states.close(second, ids[:0])
    states.audit([])


@pytest.mark.parametrize("n_states", [2, 6])
def test_the_same_bits_alone_and_in_company(n_states: int) -> None:
    prompts = [random_prompt(CONFIG, n, seed=n) for n in (5, 70, 131)]
    alone = [answer(engine(), p, 10)[0] for p in prompts]
    e = engine(n_states)
    streams = [e.stream(Request(p, Sampling(temperature=0.0, max_new_tokens=10))) for p in prompts]
    assert [[t.id for t in s if isinstance(t, Token)] for s in streams] == alone
