"""Guessing ahead: whatever is guessed, the text is the same, and nothing is lost."""

import random
from array import array
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qwenchat.engine import End, Request, Token
from qwenchat.engine import core as core_module
from qwenchat.engine.core import Core
from qwenchat.engine.cost import Cost
from qwenchat.engine.guess import Luck, from_before
from qwenchat.engine.head import Head
from qwenchat.kernels import Plan
from qwenchat.kernels.cpu import Cpu
from qwenchat.models import build, config_from
from qwenchat.protocol.sampling import Sampling
from tests.engine.slow_twin import CONFIG, Twin, core, ids_of
from tests.engine.test_core import VISITS, Says, Visit, answers, greedy, only, run, submitted, visited
from tests.engine.test_same_bits import requests, tokens_of
from tests.models.random_model import CASES, head_tensors, random_prompt, random_tensors
from tests.models.test_dense import Held

HYBRID = {**CASES["qwen3_5"], "max_position_embeddings": 1024}
SAID = random_prompt(CONFIG, 120, 5)
TWIN = Twin()


@pytest.mark.parametrize(
    ("ids", "most", "follows"),
    [
        ([1, 2, 3, 4, 5, 1, 2, 3], 5, [4, 5, 1, 2, 3]),
        ([1, 2, 3, 4, 5, 1, 2, 3], 1, [4]),
        ([1, 2, 3, 4, 1, 2, 3, 5, 1, 2, 3], 2, [5, 1]),  # where they stood last
        ([1, 2, 3, 4, 1, 2, 3], 6, [4, 1, 2, 3, 4, 1]),  # round and round
        ([9, 2, 3, 4, 5, 1, 2, 3], 8, []),
        ([7, 7, 7, 7], 4, [7, 7, 7, 7]),
        ([7, 7, 7], 4, []),
        ([1, 2, 3, 4, 1, 2, 3], 0, []),
        ([1, 2, 3, 4, 1, 2, 3], -1, []),
    ],
)
def test_what_followed_before(ids: list[int], most: int, follows: list[int]) -> None:
    assert from_before(array("i", ids), most) == follows


def test_luck_decides_how_many_are_worth_their_rows() -> None:
    cost, luck = Cost(step_ms=10.0, row_ms=1.0, token_ms=1.0), Luck()
    assert luck.worth(cost, 1) == 2  # a row costs 2 of a token's 12: less than a chance of 1/4, more than one of 1/8
    assert luck.worth(cost, 8) == 0
    for _ in range(20):
        luck.saw(4, 4)
    assert luck.worth(cost, 1) > 8
    assert luck.worth(cost, 8) > 2
    for _ in range(60):
        luck.saw(0, 4)
    assert luck.worth(cost, 1) == 0
    for _ in range(300):
        luck.saw(0, 0)
    assert luck.worth(cost, 1) == 2


class Oracle:
    """Guesses that hold with a chance: it knows what each sequence will say."""

    def __init__(self, chance: float, said: Sequence[tuple[Sequence[int], Sequence[int]]]) -> None:
        self.rng, self.chance = random.Random(5), chance
        self.whole = [[*prompt, *answer] for prompt, answer in said]

    def __call__(self, ids: "array[int]", most: int) -> list[int]:
        known = ids.tolist()
        whole = next((w for w in self.whole if w[: len(known)] == known), [])
        right = whole[len(known) : len(known) + most]
        return [i if self.rng.random() < self.chance else (i + 1) % 300 for i in right]


@pytest.fixture
def rigged(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    def rig(guess: Any) -> None:
        monkeypatch.setattr(core_module, "from_before", guess)
        monkeypatch.setattr(Luck, "worth", lambda *_: 8)

    return rig


@pytest.mark.parametrize("chance", [0.0, 0.7, 1.0])
@pytest.mark.parametrize("n_blocks", [5, 60])
def test_the_same_bits_with_guesses_right_and_wrong(rigged: Any, chance: float, n_blocks: int) -> None:
    asked = requests(6, 30)
    alone = [tokens_of(core(8, n_guessed=0), request)[0] for request in asked]
    rigged(Oracle(chance, [(r.prompt, [t.id for t in said]) for r, said in zip(asked, alone, strict=True)]))
    c = core(n_blocks)
    assert tokens_of(c, *asked) == alone
    assert c.counters.n_guessed > 60
    assert (c.counters.n_held > 0) == (chance > 0)
    if chance == 1:
        assert c.counters.n_held == c.counters.n_guessed
        assert c.counters.n_steps < 30
    # What guesses left in the cache is no prefix of anybody's.
    assert tokens_of(c, *asked) == alone


@settings(max_examples=12, deadline=None)
@given(VISITS, st.integers(3, 8), st.sampled_from([0.01, 90.0]), st.sampled_from([0.5, 0.9]))
def test_whatever_happens_and_is_guessed_the_texts_are_the_twins(
    visits: list[Visit], n_blocks: int, step_ms: float, chance: float
) -> None:
    with pytest.MonkeyPatch.context() as m:
        m.setattr(
            core_module, "from_before", Oracle(chance, [(v.request.prompt, TWIN.answer(v.request)) for v in visits])
        )
        m.setattr(Luck, "worth", lambda *_: 5)
        visited(TWIN, visits, n_blocks, step_ms)


def test_a_stop_among_the_guesses_ends_there(rigged: Any) -> None:
    prompt = SAID[:40]
    whole = Twin().answer(Request(prompt, greedy(30)))
    rigged(Oracle(1.0, [(prompt, whole)]))
    for at in range(1, 12):
        stop = whole[at]
        c = core(8)
        events = answers(c, Request(prompt, greedy(30), frozenset([stop])))[0]
        assert ids_of(events) == whole[: whole.index(stop)]
        again = [*prompt, *ids_of(events), 3, 4]
        assert ids_of(answers(c, Request(again, greedy(5)))[0]) == Twin().answer(Request(again, greedy(5)))


def test_guesses_at_what_a_guide_forces_and_forbids(rigged: Any) -> None:
    def guided() -> Request:
        advice = (None, only(7, 8), Says, only(5))
        made = [core_module.Forced((9, 9, 4)) if a is Says else a for a in advice]
        return Request([1, 2, 3], greedy(9), guide=Says(*made))  # type: ignore[arg-type]

    plain = ids_of(answers(core(n_guessed=0), guided())[0])
    rigged(Oracle(1.0, [([1, 2, 3], plain)]))
    c = core()
    assert ids_of(answers(c, guided())[0]) == plain
    assert c.counters.n_held > 4


def test_who_leaves_amid_guesses_leaves_nothing(rigged: Any) -> None:
    prompt = SAID[:70]
    rigged(Oracle(0.8, [(prompt, Twin().answer(Request(prompt, greedy(30))))]))
    for after in range(1, 8):
        c = core(8)
        seq, _ = submitted(c, Request(prompt, greedy(30)))
        for _ in range(after):
            c.step()
        if not seq.ended:
            c.cancel(seq)
        run(c)


def hybrid(n_states: int, n_guessed: int = 8) -> Core:
    kernels = Cpu(1)
    model = build(config_from(HYBRID), Held(random_tensors(HYBRID), kernels), kernels)
    return Core(model, kernels, kernels.cache(model.memory, 40, "fp32", n_states), n_guessed=n_guessed)


@pytest.mark.parametrize("n_states", [3, 4, 12])
@pytest.mark.parametrize("chance", [0.0, 0.7, 1.0])
def test_a_state_goes_back_behind_wrong_guesses(rigged: Any, n_states: int, chance: float) -> None:
    prompts = [random_prompt(HYBRID, n, seed=n) for n in (5, 70, 131)]

    def asked(prompt: list[int]) -> Request:
        return Request(prompt, Sampling(temperature=0.0, max_new_tokens=25, n_logprobs=2))

    alone = [tokens_of(hybrid(12, n_guessed=0), asked(p))[0] for p in prompts]
    later = [
        [*p, *(t.id for t in said), *random_prompt(HYBRID, 9, seed=3)] for p, said in zip(prompts, alone, strict=True)
    ]
    then = [tokens_of(hybrid(12, n_guessed=0), asked(p))[0] for p in later]
    told = [*zip(prompts, alone, strict=True), *zip(later, then, strict=True)]
    rigged(Oracle(chance, [(p, [t.id for t in said]) for p, said in told]))
    c = hybrid(n_states)
    assert tokens_of(c, *map(asked, prompts)) == alone
    assert tokens_of(c, *map(asked, later)) == then
    # While all three run there is no state to spare.
    assert c.counters.n_guessed > 20 or n_states == 3
    assert (c.counters.n_held > 0) == (chance > 0 and n_states > 3)


def with_head(n_guessed: int = 3, change: Callable[[dict[str, np.ndarray]], None] = lambda tensors: None) -> Core:
    kernels, config = Cpu(1), HYBRID
    tensors = random_tensors(config) | head_tensors(config)
    change(tensors)
    held = Held(tensors, kernels)
    model = build(config_from(config), held, kernels, ahead=n_guessed > 0)
    return Core(model, kernels, kernels.cache(model.memory, 40, "fp32", 12), n_guessed=n_guessed)


def guess_from_scratch(ids: list[int], n: int) -> list[int]:
    """What the head says after `ids`, computed anew from the first token on."""
    c = with_head()
    kernels, cache, model = c._kernels, c._cache, c._model
    tables = np.arange(40, dtype=np.int32)[None]

    def step(part: list[int], at: int) -> Any:
        one = np.zeros(1, np.int32)
        starts, wanted = np.array([0, len(part)], np.int32), np.array([len(part) - 1], np.int32)
        return kernels.step(Plan(np.array(part, np.int32), starts, one + at, tables, wanted, one, one), cache)

    said, before = list[int](), np.zeros((1, HYBRID["hidden_size"]), np.float32)
    _, told = model.forward_told(step(ids[:-1], 0), cache, before)
    state, token = kernels.read(told)[-1:].copy(), ids[-1]
    for i in range(n):
        logits, told = model.guess(step([token], len(ids) - 1 + i), cache, state)
        token, state = int(np.argmax(kernels.read(logits))), kernels.read(told)
        said.append(token)
    return said


def test_the_head_goes_on_from_what_is_sure_however_often_it_was_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[list[int], list[int]]] = []
    rng, whole = random.Random(3), Head.guess

    def guess(self: Head, asked: Sequence[tuple[Any, int]]) -> None:
        whole(self, asked)
        for p, _ in asked:
            made.append((p.seq.ids.tolist(), list(p.guessed)))
            # The random head is always wrong: now and then the truth stands in for it, all of it or a beginning.
            known = next(w for w in truths if w[: len(p.seq.ids)] == p.seq.ids.tolist())[len(p.seq.ids) :]
            right = rng.randrange(len(p.guessed) + 1)
            p.guessed[:right] = known[:right]

    prompts = [random_prompt(HYBRID, n, seed=n) for n in (5, 70, 131)]
    asked = [Request(p, greedy(25, n_logprobs=2)) for p in prompts]
    alone = [tokens_of(with_head(0), request)[0] for request in asked]
    truths = [[*p, *(t.id for t in said), *range(9)] for p, said in zip(prompts, alone, strict=True)]
    monkeypatch.setattr(Head, "guess", guess)
    monkeypatch.setattr(Luck, "worth", lambda *_: 3)
    monkeypatch.setattr(core_module, "from_before", lambda *_: [])
    c = with_head()
    assert tokens_of(c, *asked) == alone
    assert c.counters.n_guessed > c.counters.n_held > 10
    for ids, guessed in made[::3]:
        assert guess_from_scratch(ids, len(guessed)) == guessed


def knowing(tensors: dict[str, np.ndarray]) -> None:
    """Layers that add nothing, and a head that reads only the embedding: both say what the last token alone does."""
    for name, values in tensors.items():
        if name.endswith(("o_proj.weight", "out_proj.weight", "down_proj.weight")):
            values[:] = 0
    h = HYBRID["hidden_size"]
    tensors["mtp.fc.weight"][:] = np.eye(h, 2 * h)
    tensors["mtp.pre_fc_norm_embedding.weight"][:] = 0  # these are 1 less than they mean
    tensors["mtp.norm.weight"][:] = tensors["model.norm.weight"]


@pytest.mark.parametrize("sampling", [{"temperature": 0.0}, {"temperature": 1.0, "top_k": 1, "seed": 3}])
def test_a_head_that_is_right_makes_a_few_steps_of_many_tokens(
    sampling: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core_module, "from_before", lambda *_: [])
    monkeypatch.setattr(Luck, "worth", lambda *_: 4)
    asked = [Request(random_prompt(HYBRID, n, seed=n), Sampling(max_new_tokens=60, **sampling)) for n in (5, 40)]
    c = with_head(8, knowing)
    said = [ids_of(e) for e in answers(c, *asked)]
    assert said == [ids_of(e) for e in answers(with_head(0, knowing), *asked)]
    assert c.counters.n_held > 0.9 * c.counters.n_guessed
    assert c.counters.n_steps < 20


def test_a_head_that_is_wrong_is_asked_less_and_less() -> None:
    prompt = random_prompt(HYBRID, 70)
    c = with_head(8)
    said = ids_of(answers(c, Request(prompt, greedy(150)))[0])
    assert said == ids_of(answers(with_head(0), Request(prompt, greedy(150)))[0])
    assert c.counters.n_guessed < 150


def test_an_answer_that_repeats_itself_is_guessed_and_says_the_same(rigged: Any) -> None:
    rigged(from_before)
    asked = Request(SAID[:30], greedy(90, logit_bias=((17, 100.0),)))
    want = Twin().answer(asked)
    c = core(8)
    events = answers(c, asked)[0]
    assert ids_of(events) == want
    assert isinstance(events[-1], End)
    assert all(isinstance(e, Token) for e in events[:-1])
    assert c.counters.n_held > 0
    assert np.isclose(c.counters.n_rows, 30 + 90 - 1 + c.counters.n_guessed - c.counters.n_held)
