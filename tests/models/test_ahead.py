"""The head that guesses ahead, against a plain version of it written from its description."""

from typing import Any

import numpy as np
import pytest

from qwenchat.kernels import Plan
from qwenchat.models import build, config_from
from tests.models.random_model import CASES, head_tensors, random_prompt, random_tensors
from tests.models.test_dense import Held, Runner, voices

NAMES = ["qwen3_5", "qwen3_next", "qwen3_5_moe"]
EPS = 1e-6


def rms(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + EPS) * (1 + w)


def silu(x: np.ndarray) -> np.ndarray:
    return x / (1 + np.exp(-x))


def turned(x: np.ndarray, c: dict[str, Any]) -> np.ndarray:
    """x [tokens, heads, head_dim], its first quarter rotated by halves."""
    n = int(c["head_dim"] * c["rope_parameters"]["partial_rotary_factor"])
    angles = np.outer(np.arange(len(x)), c["rope_parameters"]["rope_theta"] ** -(np.arange(0, n, 2) / n))[:, None]
    a, b = x[..., : n // 2], x[..., n // 2 : n]
    cos, sin = np.cos(angles), np.sin(angles)
    return np.concatenate([a * cos - b * sin, b * cos + a * sin, x[..., n:]], -1)


def attention(x: np.ndarray, w: dict[str, np.ndarray], c: dict[str, Any]) -> np.ndarray:
    at, n, d = "mtp.layers.0.self_attn.", len(x), c["head_dim"]
    n_q, n_kv = c["num_attention_heads"], c["num_key_value_heads"]
    both = (x @ w[f"{at}q_proj.weight"].T).reshape(n, n_q, 2 * d)
    q, gate = turned(rms(both[..., :d], w[f"{at}q_norm.weight"]), c), both[..., d:]
    k = turned(rms((x @ w[f"{at}k_proj.weight"].T).reshape(n, n_kv, d), w[f"{at}k_norm.weight"]), c)
    v = (x @ w[f"{at}v_proj.weight"].T).reshape(n, n_kv, d)
    out = np.zeros((n, n_q, d))
    for head in range(n_q):
        own = head // (n_q // n_kv)
        score = q[:, head] @ k[:, own].T / np.sqrt(d) + np.triu(np.full((n, n), -np.inf), 1)
        share = np.exp(score - score.max(-1, keepdims=True))
        out[:, head] = share / share.sum(-1, keepdims=True) @ v[:, own]
    return (out / (1 + np.exp(-gate))).reshape(n, -1) @ w[f"{at}o_proj.weight"].T


def mlp(x: np.ndarray, w: dict[str, np.ndarray], at: str) -> np.ndarray:
    gate, up, down = (w[f"{at}{p}_proj.weight"].T for p in ("gate", "up", "down"))
    return silu(x @ gate) * (x @ up) @ down


def feed_forward(x: np.ndarray, w: dict[str, np.ndarray], c: dict[str, Any]) -> np.ndarray:
    at = "mtp.layers.0.mlp."
    if "num_experts" not in c:
        return mlp(x, w, at)
    logits = x @ w[f"{at}gate.weight"].T
    share = np.exp(logits - logits.max(-1, keepdims=True))
    share /= share.sum(-1, keepdims=True)
    out = mlp(x, w, f"{at}shared_expert.") / (1 + np.exp(-(x @ w[f"{at}shared_expert_gate.weight"].T)))
    for row, p in enumerate(share):
        best = np.argsort(-p, kind="stable")[: c["num_experts_per_tok"]]
        for e in best:
            out[row] += p[e] / p[best].sum() * mlp(x[row : row + 1], w, f"{at}experts.{e}.")[0]
    return out


def head(e: np.ndarray, h: np.ndarray, w: dict[str, np.ndarray], c: dict[str, Any]) -> np.ndarray:
    """The states that the head makes of embeddings and of the hidden states before them, [tokens, hidden] each."""
    both = np.concatenate(
        [rms(e, w["mtp.pre_fc_norm_embedding.weight"]), rms(h, w["mtp.pre_fc_norm_hidden.weight"])], 1
    )
    x = both @ w["mtp.fc.weight"].T
    x = x + attention(rms(x, w["mtp.layers.0.input_layernorm.weight"]), w, c)
    x = x + feed_forward(rms(x, w["mtp.layers.0.post_attention_layernorm.weight"]), w, c)
    return rms(x, w["mtp.norm.weight"])


class Talk:
    """One sequence through a model with a head."""

    def __init__(self, config: dict[str, Any], kernels: Any) -> None:
        self.k = kernels
        held = Held(random_tensors(config) | head_tensors(config), kernels)
        self.model = build(config_from(config), held, kernels, ahead=True)
        self.cache = kernels.cache(self.model.memory, 6, "fp32", n_states=2)
        self.n_done, self.before = 0, np.zeros((1, config["hidden_size"]), np.float32)

    def plan(self, ids: list[int], at: int) -> Any:
        n = len(ids)
        one = np.zeros(1, np.int32)
        table = np.array([[3, 0, 5, 1]], np.int32)
        return self.k.step(
            Plan(np.array(ids, np.int32), np.array([0, n], np.int32), one + at, table, np.arange(n, dtype=np.int32), one, one + 1),
            self.cache,
        )  # fmt: skip

    def run(self, ids: list[int]) -> tuple[np.ndarray, np.ndarray]:
        """Logits and hidden states of these tokens."""
        logits, hidden = self.model.forward_told(self.plan(ids, self.n_done), self.cache, self.before)
        told = self.k.read(logits), self.k.read(hidden)
        self.n_done, self.before = self.n_done + len(ids), told[1][-1:].copy()
        return told

    def guess(self, token: int, at: int, before: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        logits, hidden = self.model.guess(self.plan([token], at), self.cache, before)
        return self.k.read(logits)[0], self.k.read(hidden)


@pytest.mark.parametrize("voice", voices())
@pytest.mark.parametrize("name", NAMES)
def test_its_guesses_are_those_of_its_description(name: str, voice: Any) -> None:
    c = CASES[name]
    w, ids = {**random_tensors(c), **head_tensors(c)}, random_prompt(c, 71)
    talk = Talk(c, voice())
    pieces = [talk.run(ids[a:b])[1] for a, b in ((0, 1), (1, 40), (40, 70))]
    hidden = np.concatenate([np.zeros((1, c["hidden_size"])), *pieces]).astype(np.float64)
    embedded = w["model.embed_tokens.weight"].astype(np.float64)
    vocabulary = w["lm_head.weight"].astype(np.float64)
    w = {name: values.astype(np.float64) for name, values in w.items()}
    # One guess after the token that is sure, and a second from what the first left.
    want = head(embedded[ids], hidden[:71], w, c)[-1:]
    logits, state = talk.guess(ids[70], 70, talk.before)
    np.testing.assert_allclose(state, want, atol=2e-4)
    np.testing.assert_allclose(logits, (want @ vocabulary.T)[0], atol=2e-3)
    token = int(np.argmax(logits))
    wider = head(embedded[[*ids, token]], np.concatenate([hidden[:71], want]), w, c)[-1]
    again, _ = talk.guess(token, 71, state)
    np.testing.assert_allclose(again, wider @ vocabulary.T, atol=2e-3)


@pytest.mark.parametrize("voice", voices())
@pytest.mark.parametrize("name", NAMES)
def test_the_logits_are_the_bits_of_a_model_without_it(name: str, voice: Any) -> None:
    c = CASES[name]
    ids, talk = random_prompt(c, 90), Talk(c, voice())
    told = np.concatenate([talk.run(ids[:50])[0], talk.run(ids[50:])[0]])
    np.testing.assert_array_equal(told, Runner(c, voice()).run(ids))
