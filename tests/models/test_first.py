"""The first Qwen against an independent version of it, beyond its native length included."""

from typing import Any

import numpy as np
import pytest

from qwenchat.engine import Engine, Request, Token
from qwenchat.engine import core as core_module
from qwenchat.kernels.plain import Plain
from qwenchat.models import ConfigError, build, config_from
from qwenchat.protocol.sampling import Sampling
from tests.models.first_reference import first_logits, first_shapes
from tests.models.random_model import random_prompt, random_values
from tests.models.test_dense import Held, Runner, voices

FIRST: dict[str, Any] = {
    "model_type": "qwen",
    "architectures": ["QWenLMHeadModel"],
    "hidden_size": 48,
    "intermediate_size": 88,
    "num_hidden_layers": 2,
    "num_attention_heads": 3,
    "kv_channels": 16,
    "seq_length": 32,
    "max_position_embeddings": 32,
    "rotary_emb_base": 10000.0,
    "vocab_size": 320,
    "use_dynamic_ntk": True,
    "use_logn_attn": True,
    "layer_norm_epsilon": 1e-6,
}
# As the release of August 2023 spelled it.
OLDER = {
    "n_embd": "hidden_size",
    "n_head": "num_attention_heads",
    "n_layer": "num_hidden_layers",
    "ffn_hidden_size": "intermediate_size",
    "n_positions": "max_position_embeddings",
}
CASES = {
    "ntk and logn": FIRST,
    "neither": {**FIRST, "use_dynamic_ntk": False, "use_logn_attn": False, "max_position_embeddings": 256},
    "ntk": {**FIRST, "use_logn_attn": False},
    "logn": {**FIRST, "use_dynamic_ntk": False, "max_position_embeddings": 256},
}


class First(Runner):
    """One sequence whose prompt has `n_prompt` tokens."""

    def __init__(self, config: dict[str, Any], kernels: Any, n_prompt: int) -> None:
        super().__init__(config, kernels, random_values(first_shapes(FIRST)))
        self.stretch = self.model.stretch(n_prompt)


@pytest.mark.parametrize("voice", voices())
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("n_prompt", [20, 32, 33, 64, 65, 140])
def test_logits_are_the_description_s(name: str, n_prompt: int, voice: Any) -> None:
    config, weights = CASES[name], random_values(first_shapes(FIRST))
    ids = random_prompt(config, n_prompt + 10)
    want = first_logits(config, weights, ids, n_prompt)
    runner = First(config, voice(), n_prompt)
    got = np.concatenate([runner.run(ids[:n_prompt]), *(runner.run([i]) for i in ids[n_prompt:])])
    assert np.abs(got - want).max() <= 1e-4 * np.abs(want).max()


@pytest.mark.parametrize("chunk", [7, 33, 64, 512])
def test_the_engine_says_the_same_however_a_long_prompt_is_cut(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core_module, "plan", lambda running, *_: [(seq, min(chunk, seq.n_owed)) for seq in running])
    weights, kernels = random_values(first_shapes(FIRST)), Plain()
    model = build(config_from(FIRST), Held(weights, kernels), kernels)
    engine = Engine(model, kernels, kernels.cache(model.memory, 8, "fp32"))
    prompt = random_prompt(FIRST, 75)
    said = [
        e.id
        for e in engine.stream(Request(prompt, Sampling(temperature=0.0, max_new_tokens=20)))
        if isinstance(e, Token)
    ]
    want = list(prompt)
    for _ in range(20):
        want.append(int(first_logits(FIRST, weights, want, len(prompt))[-1].argmax()))
    assert said == want[len(prompt) :]


def test_both_spellings_of_the_config_are_one() -> None:
    # The older file knew neither kv_channels nor a vocabulary by that name.
    older = {**FIRST, "padded_vocab_size": FIRST["vocab_size"]}
    for old, new in OLDER.items():
        older[old] = older.pop(new)
    del older["vocab_size"]
    a, b = config_from(FIRST), config_from(older)
    for field in ("n_layers", "n_hidden", "n_ffn", "n_heads", "head_dim", "n_vocab", "n_positions", "logn"):
        assert getattr(a, field) == getattr(b, field), field
    assert a.unknown == b.unknown == ()


def test_stretches_change_where_the_original_s_alpha_does() -> None:
    rope = config_from({**FIRST, "seq_length": 8192}).rope
    assert [rope.stretch(n) for n in (1, 8192, 8193, 16384, 16385, 32767)] == [0, 0, 1, 1, 2, 2]
    assert rope.n_positions == 32767
    assert len(rope.rope.inv_freq) == 3


@pytest.mark.parametrize(
    ("key", "value"),
    [("intermediate_size", 87), ("no_bias", False), ("rotary_pct", 0.5), ("kv_channels", 15), ("seq_length", 0)],
)
def test_what_isn_t_served_is_refused_by_name(key: str, value: Any) -> None:
    with pytest.raises(ConfigError, match="head_dim" if key == "kv_channels" else key):
        config_from({**FIRST, key: value})
