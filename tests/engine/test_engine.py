"""The engine against a ten-line greedy loop without cache or chunks, and what it owes its callers."""

from typing import Any

import pytest

from qwenchat.engine import End, Engine, Request, Token
from qwenchat.engine import engine as engine_module
from qwenchat.kernels.plain import Plain
from qwenchat.models import build, config_from
from qwenchat.protocol.errors import ContextLengthError, InvalidValue, QwenChatError
from qwenchat.protocol.sampling import Sampling
from tests.models.random_model import CASES, random_prompt, random_tensors
from tests.models.test_dense import Held, Runner

CONFIG = CASES["qwen3-tied"]
GREEDY = Sampling(temperature=0.0)


def engine(n_blocks: int = 8, **changes: Any) -> Engine:
    config = {**CONFIG, **changes}
    kernels = Plain()
    model = build(config_from(config), Held(random_tensors(config), kernels), kernels)
    return Engine(model, kernels, kernels.cache(model.memory, n_blocks, "fp32"))


def ids_of(events: list[Token | End]) -> list[int]:
    assert isinstance(events[-1], End)
    assert not any(isinstance(e, End) for e in events[:-1])
    return [e.id for e in events if isinstance(e, Token)]


def slow_greedy(prompt: list[int], n: int) -> list[int]:
    ids = list(prompt)
    for _ in range(n):
        ids.append(int(Runner(CONFIG, Plain()).run(ids)[-1].argmax()))
    return ids[len(prompt) :]


def test_greedy_is_the_slow_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "CHUNK", 16)
    prompt = random_prompt(CONFIG, 37)
    events = list(engine().stream(Request(prompt, Sampling(temperature=0.0, max_new_tokens=12))))
    assert ids_of(events) == slow_greedy(prompt, 12)
    assert events[-1] == End("length", 37, 12)


def test_a_stop_token_ends_the_answer_and_is_not_in_it() -> None:
    prompt = random_prompt(CONFIG, 5)
    said = slow_greedy(prompt, 6)
    events = list(engine().stream(Request(prompt, GREEDY, frozenset([said[4]]))))
    assert ids_of(events) == said[: said.index(said[4])]
    assert events[-1] == End("stop", 5, said.index(said[4]))


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


def test_closing_frees_the_blocks_and_a_full_cache_says_so() -> None:
    e = engine(n_blocks=4)
    streams = [e.stream(Request(random_prompt(CONFIG, 100), GREEDY)) for _ in range(2)]
    for stream in streams:
        next(stream)
    assert e.n_free_blocks == 0
    with pytest.raises(QwenChatError, match="cache is full"):
        list(e.stream(Request([1], GREEDY)))
    for stream in streams:
        stream.close()  # type: ignore[attr-defined]
    assert e.n_free_blocks == 4
    assert len(list(e.stream(Request([1], Sampling(max_new_tokens=3))))) == 4


def test_two_answers_in_turn_don_t_disturb_each_other() -> None:
    e, one, two = engine(), random_prompt(CONFIG, 20, 3), random_prompt(CONFIG, 70, 4)
    pairs = zip(
        e.stream(Request(one, Sampling(temperature=0.0, max_new_tokens=10))),
        e.stream(Request(two, Sampling(temperature=0.0, max_new_tokens=10))),
        strict=True,
    )
    left, right = zip(*pairs, strict=True)
    assert ids_of(list(left)) == slow_greedy(one, 10)
    assert ids_of(list(right)) == slow_greedy(two, 10)
    assert e.n_free_blocks == 8
