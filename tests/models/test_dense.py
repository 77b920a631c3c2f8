"""Dense Qwen against transformers' own classes: golden logits and greedy tokens."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qwenchat.kernels import BLOCK, Format, Kernels, Plan, Tensor
from qwenchat.kernels.plain import Plain
from qwenchat.models import build, config_from
from qwenchat.models.weights import Cut
from tests.models.random_model import CASES, random_prompt, random_tensors

GOLDEN = np.load(Path(__file__).parent / "golden.npz")


class Held:
    """Tensors in memory, as a WeightSource."""

    def __init__(self, tensors: dict[str, np.ndarray], kernels: Kernels, fmt: Format = "fp32") -> None:
        self.tensors, self.kernels, self.fmt = tensors, kernels, fmt

    def _one(self, name: str) -> Tensor:
        return Tensor(name, "fp32", self.tensors[name])

    def has(self, name: str) -> bool:
        return name in self.tensors

    def matrix(
        self,
        names: Sequence[str | Cut],
        shapes: Any,
        order: Any = "stacked",
        bias: Sequence[str] = (),
        exact: bool = False,
    ) -> Any:
        parts = [self._cut(n) if isinstance(n, Cut) else self._one(n) for n in names]
        assert [p.shape for p in parts] == [tuple(s) for s in shapes]
        return self.kernels.weight(parts, "fp32" if exact else self.fmt, order, [self._one(b) for b in bias])

    def _cut(self, cut: Cut) -> Tensor:
        assert self.tensors[cut.name].shape == cut.of
        return Tensor(cut.name, "fp32", self.tensors[cut.name].reshape(-1, cut.of[-1])[cut.first : cut.first + cut.n])

    def table(self, name: str, shape: tuple[int, int]) -> Any:
        return self.kernels.table(self._one(name))

    def vector(self, name: str, shape: int | tuple[int, ...], shift: float = 0.0) -> Any:
        assert self.tensors[name].shape == ((shape,) if isinstance(shape, int) else shape)
        return self.kernels.vector(Tensor(name, "fp32", self.tensors[name].reshape(-1) + np.float32(shift)))


class Runner:
    """One sequence through a model, in steps of any size, its blocks in a scrambled order."""

    def __init__(self, config: dict[str, Any], kernels: Kernels, tensors: dict[str, np.ndarray] | None = None) -> None:
        self.kernels = kernels
        held = Held(random_tensors(config) if tensors is None else tensors, kernels)
        self.model = build(config_from(config), held, kernels)
        self.cache = kernels.cache(self.model.memory, 6, "fp32", n_states=2)
        self.table = np.array([[3, 0, 5, 1]], np.int32)
        self.n_done = self.stretch = 0

    def run(self, ids: Sequence[int]) -> np.ndarray:
        """Logits of every one of these tokens."""
        assert self.n_done + len(ids) <= 4 * BLOCK
        plan = Plan(
            ids=np.array(ids, np.int32),
            starts=np.array([0, len(ids)], np.int32),
            n_past=np.array([self.n_done], np.int32),
            tables=self.table,
            wanted=np.arange(len(ids), dtype=np.int32),
            stretches=np.array([self.stretch], np.int32),
            states=np.array([1], np.int32),
        )
        self.n_done += len(ids)
        return self.kernels.read(self.model.forward(self.kernels.step(plan, self.cache), self.cache))


def voices() -> list[Any]:
    from qwenchat.kernels.cpu import Cpu

    found = [pytest.param(Plain, id="plain")]
    if hasattr(Cpu, "attend") and hasattr(Cpu, "linear"):
        found.append(pytest.param(Cpu, id="cpu"))
    return found


@pytest.mark.parametrize("voice", voices())
@pytest.mark.parametrize("name", CASES)
def test_logits_and_greedy_tokens_are_transformers(name: str, voice: Any) -> None:
    config = CASES[name]
    want, greedy = GOLDEN[f"{name}/logits"], GOLDEN[f"{name}/greedy"]
    prompt = random_prompt(config, len(want))
    runner = Runner(config, voice())
    got = runner.run(prompt)
    assert np.abs(got - want).max() <= 1e-4 * max(1.0, np.abs(want).max())
    said, last = [], got[-1]
    for _ in greedy:
        said.append(int(last.argmax()))
        last = runner.run([said[-1]])[-1]
    assert said == greedy.tolist()


@pytest.mark.parametrize("voice", voices())
def test_chunks_of_any_size_are_the_whole(voice: Any) -> None:
    config = CASES["qwen3-layer-types"]
    ids = random_prompt(config, 130)
    whole = Runner(config, voice()).run(ids)
    for size in (1, 7, 63, 64, 65):
        runner = Runner(config, voice())
        parts = np.concatenate([runner.run(ids[i : i + size]) for i in range(0, len(ids), size)])
        assert np.abs(parts - whole).max() <= 1e-5 * np.abs(whole).max()


@pytest.mark.parity
@pytest.mark.parametrize("name", CASES)
def test_the_golden_file_is_what_transformers_says_today(name: str) -> None:
    from tests.models.make_golden import answers

    logits, greedy = answers(CASES[name])
    assert np.abs(logits - GOLDEN[f"{name}/logits"]).max() <= 1e-4
    assert greedy.tolist() == GOLDEN[f"{name}/greedy"].tolist()
