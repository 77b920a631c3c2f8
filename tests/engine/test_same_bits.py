"""The promise: the same request gives the same bits, however busy the engine is. Chances of tokens stand for logits."""

from typing import Any

import pytest

from qwenchat.engine import Request, Token
from qwenchat.engine import core as core_module
from qwenchat.kernels.cpu import Cpu
from qwenchat.kernels.plain import Plain
from qwenchat.protocol.sampling import Sampling
from tests.engine.slow_twin import CONFIG, core
from tests.engine.test_core import answers
from tests.models.random_model import random_prompt

VOICES: list[Any] = [
    pytest.param(Plain, {}, id="plain"),
    pytest.param(Plain, {"fmt": "int8", "kept": "bf16"}, id="plain-int8"),
    pytest.param(Cpu, {}, id="cpu-fp32"),
    pytest.param(Cpu, {"fmt": "bf16", "kept": "bf16"}, id="cpu-bf16"),
    pytest.param(Cpu, {"fmt": "int8", "kept": "bf16"}, id="cpu-int8"),
    pytest.param(Cpu, {"fmt": "int8", "kept": "bf16", "hidden_size": 256, "head_dim": 64}, id="cpu-int8-wide"),
]


def requests(n: int, n_tokens: int) -> list[Request]:
    """Prompts of every length, some with a beginning in common, some with long answers; each tells five chances."""
    shared, asked = random_prompt(CONFIG, 90), []
    for i in range(n):
        prompt = shared[: 30 * (i // 4 % 4)] + random_prompt(CONFIG, 1 + 13 * i % 97, i)
        most = n_tokens * 7 if n > 10 and i < 4 else n_tokens
        s = Sampling(
            0.5 + i % 3 / 2, top_p=0.95, repetition_penalty=1.1, max_new_tokens=most, seed=i, n_logprobs=5
        )  # fmt: skip
        asked.append(Request(prompt, s))
    return asked


def tokens_of(c: Any, *asked: Request) -> list[list[Token]]:
    return [[e for e in events if isinstance(e, Token)] for events in answers(c, *asked)]


@pytest.mark.parametrize(("voice", "made"), VOICES)
def test_alone_together_cached_preempted_and_in_pieces(
    voice: Any, made: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = voice is Plain
    asked = requests(5 if slow else 32, 8 if slow else 12)
    v = voice()
    alone = [tokens_of(core(8, v, **made), request)[0] for request in asked]
    assert [len(said) for said in alone] == [request.sampling.max_new_tokens for request in asked]

    assert tokens_of(c := core(160, v, **made), *asked) == alone, "together"
    assert tokens_of(c, *asked) == alone, "after a prefix hit"
    assert c.counters.n_cached_tokens > c.counters.n_prompt_tokens / 3

    assert tokens_of(tight := core(5, v, **made), *asked) == alone, "in too small a pool"
    assert slow or tight.counters.n_preemptions > 0

    for size in (3, 65):
        monkeypatch.setattr(core_module, "plan", lambda running, *_, n=size: [(s, min(n, s.n_owed)) for s in running])
        assert tokens_of(core(160, v, **made), *asked) == alone, f"{size} tokens at a time"


@pytest.mark.parametrize(("voice", "made"), [case for case in VOICES if case.values[0] is Cpu])
@pytest.mark.parametrize("n_threads", [2, 3])
def test_the_number_of_threads_changes_nothing(voice: Any, made: dict[str, Any], n_threads: int) -> None:
    asked = requests(6, 10)
    assert tokens_of(core(40, Cpu(1), **made), *asked) == tokens_of(core(40, Cpu(n_threads), **made), *asked)
