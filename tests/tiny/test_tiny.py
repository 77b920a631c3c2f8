"""The embedded model: its size, its sense, the loss of int8 and int4 on it, and transformers' opinion of our arithmetic."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from qwenchat import AutoModelForCausalLM, AutoTokenizer, tiny
from qwenchat.kernels import BLOCK, Plan

SYSTEM = {"role": "system", "content": "You are a helpful assistant."}
QUESTIONS = [
    "Hello! Who are you?",
    "What can you help me with?",
    "What is quantum computing?",
    "Explain neural networks",
    "Write a short poem about AI",
    "Help me write a story about space exploration",
    "How do I optimize this code?",
    "What's the weather in Beijing?",
    "你好！你是谁？",
    "My name is Ada. What is 12 + 30?",
]


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return AutoTokenizer.from_pretrained("tiny")


def load(**keywords: Any) -> Any:
    return AutoModelForCausalLM.from_pretrained("tiny", **keywords)


def dialogue(tokenizer: Any, model: Any, question: str) -> tuple[list[int], list[int]]:
    """A prompt, and the model's own greedy answer to it."""
    prompt = tokenizer.ids(tokenizer.pieces([SYSTEM, {"role": "user", "content": question}]))
    stops = tokenizer.turn_end_ids()
    return prompt, [*model.generate_ids(prompt, max_new_tokens=80, stop_ids=stops, ignore_eos=True)]


def logits_of(model: Any, ids: list[int]) -> np.ndarray:
    """Logits after every token, [n, n_vocab]."""
    core = model.engine._core
    n_blocks = -(-len(ids) // BLOCK)
    plan = Plan(
        ids=np.array(ids, np.int32),
        starts=np.array([0, len(ids)], np.int32),
        n_past=np.zeros(1, np.int32),
        tables=np.arange(n_blocks, dtype=np.int32)[None],
        wanted=np.arange(len(ids), dtype=np.int32),
    )
    step = core._kernels.step(plan, core._cache)
    return core._kernels.read(core._model.forward(step, core._cache))


def test_it_fits_the_wheel() -> None:
    assert sum(p.stat().st_size for p in tiny.folder().rglob("*") if p.is_file()) < 16 * 2**20


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_answers_and_ends(tokenizer: Any, question: str) -> None:
    answer, _ = load().chat(tokenizer, question, temperature=0)
    assert 2 <= len(answer) < 1200
    assert "<|" not in answer


def test_it_says_who_it_is(tokenizer: Any) -> None:
    assert "tiny" in load().chat(tokenizer, "Hello! Who are you?", temperature=0)[0]


@dataclass(frozen=True)
class Answered:
    """A question and the exact model's answer: all ids, the places whose next token was chosen, the logits there."""

    ids: list[int]
    at: list[int]
    logits: np.ndarray

    def losses(self, logits: np.ndarray) -> np.ndarray:
        """Minus the log probability of each chosen token."""
        top = logits.max(axis=1)
        norm = top + np.log(np.exp(logits - top[:, None]).sum(axis=1))
        return norm - logits[np.arange(len(self.at)), self.ids[self.at[0] + 1 :]]


def chosen(model: Any, ids: list[int], at: list[int]) -> np.ndarray:
    return logits_of(model, ids)[at].astype(np.float64)


@pytest.fixture(scope="module")
def answers(tokenizer: Any) -> list[Answered]:
    exact, out = load(dtype="float32"), []
    for question in QUESTIONS:
        prompt, answer = dialogue(tokenizer, exact, question)
        ids, at = prompt + answer, list(range(len(prompt) - 1, len(prompt) + len(answer) - 1))
        out.append(Answered(ids, at, chosen(exact, ids, at)))
    return out


@pytest.mark.parametrize(
    ("keywords", "most", "alike"),
    [
        ({"quantization": "int8"}, 1.01, 0.98),
        ({"dtype": "float32", "cache": "int8"}, 1.01, 0.98),
        ({"quantization": "int8", "cache": "int8"}, 1.01, 0.98),
        ({"quantization": "int4"}, 1.02, 0.97),
    ],
)
def test_quantisation_loses_little(
    answers: list[Answered], keywords: dict[str, str], most: float, alike: float
) -> None:
    rough = load(**keywords)
    exact_losses, rough_losses, same = [], [], []
    for x in answers:
        logits = chosen(rough, x.ids, x.at)
        exact_losses += list(x.losses(x.logits))
        rough_losses += list(x.losses(logits))
        same += list(logits.argmax(1) == x.logits.argmax(1))
    assert np.exp(np.mean(rough_losses)) <= most * np.exp(np.mean(exact_losses))
    assert np.mean(same) >= alike, f"{sum(same)} of {len(same)} likeliest tokens agree"


@pytest.mark.parity
def test_transformers_computes_the_same(tokenizer: Any) -> None:
    import torch
    from transformers import AutoModelForCausalLM as Theirs
    from transformers import AutoTokenizer as TheirTokenizer

    theirs = Theirs.from_pretrained(tiny.folder(), dtype=torch.float32).eval()
    their_tokenizer = TheirTokenizer.from_pretrained(tiny.folder())
    ours = load(dtype="float32")
    for question in QUESTIONS:
        messages = [SYSTEM, {"role": "user", "content": question}]
        prompt, answer = dialogue(tokenizer, ours, question)
        want = their_tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=True)
        assert prompt == list(want["input_ids"] if hasattr(want, "keys") else want)
        with torch.no_grad():
            logits = theirs(torch.tensor([prompt + answer])).logits[0].numpy()
        got = logits_of(ours, prompt + answer)
        assert np.abs(got - logits).max() <= 1e-4 * max(1.0, np.abs(logits).max())
        assert answer == logits[len(prompt) - 1 : -1].argmax(axis=1).tolist()
        assert tokenizer.decode(prompt) == their_tokenizer.decode(prompt)
