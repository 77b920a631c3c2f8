"""Muon for the matrices, AdamW for the rest, over float32 masters."""

from collections.abc import Iterator

import torch
from torch import Tensor, nn

_QUINTIC = (3.4445, -4.7750, 2.0315)


def orthogonal(g: Tensor, dtype: torch.dtype, steps: int = 5) -> Tensor:
    """The nearest half-orthogonal matrix to g, by Newton-Schulz in `dtype`: steps of x = (a + b gram + c gram²) x.

    The gram is taken from x anew in each step. To carry it along instead saves products, but bfloat16's errors then grow
    with every step: a gradient of low rank came out a hundred times too large.
    """
    a, b, c = _QUINTIC
    x = g.to(dtype)
    tall = x.shape[-2] > x.shape[-1]
    x = x.mT if tall else x
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        gram = x @ x.mT
        x = torch.addmm(x, torch.addmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x.mT if tall else x


class Optimizer:
    """One step for a whole model; keeps masters, moments and a running mean of the weights."""

    def __init__(self, model: nn.Module, decay: float = 0.01) -> None:
        self.names = [n for n, _ in model.named_parameters()]
        self.live = [p for _, p in model.named_parameters()]
        self.master = [p.detach().float().clone() for p in self.live]
        self.mean = [p.clone() for p in self.master]
        self.first = [torch.zeros_like(p) for p in self.master]
        self.second = [torch.zeros_like(p) for p in self.master]
        self.decay, self.n_steps = decay, 0

    def _matrices(self) -> Iterator[tuple[int, bool]]:
        for i, name in enumerate(self.names):
            yield i, self.master[i].ndim == 2 and "embed" not in name

    @torch.no_grad()
    def step(self, matrix_rate: float, other_rate: float, keep: float) -> None:
        """Move by the gradients in the model; `keep` is the share of the running mean that stays."""
        self.n_steps += 1
        t = self.n_steps
        for i, is_matrix in self._matrices():
            g = self.live[i].grad
            assert g is not None
            g = g.float()
            p, m, v = self.master[i], self.first[i], self.second[i]
            if is_matrix:
                m.lerp_(g, 0.05)
                update = orthogonal(g.lerp(m, 0.95), self.live[i].dtype).float()
                p.mul_(1 - matrix_rate * self.decay)
                p.add_(update, alpha=-matrix_rate * max(1.0, p.shape[0] / p.shape[1]) ** 0.5)
            else:
                m.lerp_(g, 0.1)
                v.lerp_(g.square(), 0.02)
                hat = (v / (1 - 0.98**t)).sqrt().add_(1e-10)
                p.addcdiv_(m / (1 - 0.9**t), hat, value=-other_rate)
            self.live[i].copy_(p)
            self.live[i].grad = None
            self.mean[i].lerp_(p, 1 - keep)

    def state(self) -> dict[str, dict[str, Tensor]]:
        """Everything to go on from, by parameter name."""
        kinds = {"master": self.master, "mean": self.mean, "first": self.first, "second": self.second}
        return {k: dict(zip(self.names, v, strict=True)) for k, v in kinds.items()}

    @torch.no_grad()
    def load(self, state: dict[str, dict[str, Tensor]], n_steps: int) -> None:
        """Go on from `state`."""
        mine = self.state()
        for kind, tensors in mine.items():
            for name, t in tensors.items():
                t.copy_(state[kind][name])
        for p, m in zip(self.live, self.master, strict=True):
            p.copy_(m)
        self.n_steps = n_steps
