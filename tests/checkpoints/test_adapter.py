"""LoRA adapters: the model that a merged checkpoint would be, several beside each other, and what isn't served."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qwenchat import AutoModelForCausalLM, AutoTokenizer, tiny
from qwenchat.checkpoints import CheckpointError
from qwenchat.checkpoints.safetensors import open_safetensors
from qwenchat.engine import Request
from qwenchat.protocol.errors import InvalidValue
from qwenchat.protocol.sampling import Sampling
from tests.models.random_model import CASES, random_prompt, random_tensors, write_checkpoint, write_safetensors

CONFIG = CASES["qwen3"]
CHANGED = ("model.layers.0.self_attn.q_proj", "model.layers.2.mlp.down_proj", "lm_head")
RANK = 4


def halves(
    of: Mapping[str, np.ndarray] | None = None, names: Iterable[str] = CHANGED, seed: int = 7
) -> dict[str, np.ndarray]:
    """a and b for each of the matrices `names`, under PEFT's names."""
    rng, base, out = np.random.RandomState(seed), random_tensors(CONFIG) if of is None else of, {}
    for name in names:
        n_out, n_in = base[f"{name}.weight"].shape
        out[f"base_model.model.{name}.lora_A.weight"] = rng.standard_normal((RANK, n_in)).astype(np.float32) / 4
        out[f"base_model.model.{name}.lora_B.weight"] = rng.standard_normal((n_out, RANK)).astype(np.float32) / 4
    return out


def write_adapter(folder: Path, tensors: Mapping[str, np.ndarray] | None = None, **changes: Any) -> Path:
    folder.mkdir(exist_ok=True)
    config = {"peft_type": "LORA", "r": RANK, "lora_alpha": 6, "bias": "none", "target_modules": ["q_proj"]}
    (folder / "adapter_config.json").write_text(json.dumps({**config, **changes}))
    write_safetensors(folder / "adapter_model.safetensors", halves() if tensors is None else tensors)
    return folder


def opened(folder: Path, **keywords: Any) -> Any:
    return AutoModelForCausalLM.from_pretrained(folder, threads=1, cache_gib=0.05, **keywords)


def said(folder: Path, config: Mapping[str, Any] = CONFIG, **keywords: Any) -> list[int]:
    model = opened(folder, **keywords)
    return list(model.generate_ids(random_prompt(config, 20), max_new_tokens=24, ignore_eos=True))


def matrices(tensors: Mapping[str, np.ndarray]) -> list[str]:
    """All that multiply."""
    two = (name.removesuffix(".weight") for name, values in tensors.items() if values.ndim == 2)
    return [name for name in two if not name.endswith("embed_tokens")]


@pytest.mark.parametrize(("rslora", "scale"), [(False, 6 / 4), (True, 6 / 2)])
@pytest.mark.parametrize("case", ["qwen3", "qwen2_moe", "qwen3_next", "qwen3_5_moe"])
def test_an_adapter_is_the_merged_checkpoint(tmp_path: Path, case: str, rslora: bool, scale: float) -> None:
    config, tensors = CASES[case], random_tensors(CASES[case])
    names = matrices(tensors)
    lora, merged = halves(tensors, names), {}
    for name, values in tensors.items():
        a, b = (lora.get(f"base_model.model.{name[:-7]}.lora_{half}.weight") for half in "AB")
        merged[name] = values if a is None or b is None else values + (b @ a) * np.float32(scale)
    base = write_checkpoint(tmp_path / "base", config)
    adapter = write_adapter(tmp_path / "adapter", lora, use_rslora=rslora)
    whole = write_checkpoint(tmp_path / "merged", config)
    write_safetensors(whole / "model.safetensors", merged)
    want = said(whole, config)
    assert said(base, config, adapter=adapter) == want
    assert said(base, config) != want


@pytest.mark.parametrize("quantization", [None, "int8", "int4"])
def test_several_in_one_batch_answer_as_if_alone(tmp_path: Path, quantization: str | None) -> None:
    base = write_checkpoint(tmp_path / "base", CONFIG)
    second = halves(names=(*CHANGED, "model.layers.1.mlp.gate_proj"), seed=8)
    folders = {
        "first": write_adapter(tmp_path / "first"),
        "second": write_adapter(tmp_path / "second", second),
    }
    model = opened(base, quantization=quantization, adapter=folders)
    assert model.adapters == ("first", "second")
    shared = random_prompt(CONFIG, 70)

    def request(i: int) -> Request:
        sampling = Sampling(1.0, max_new_tokens=20, seed=i, n_logprobs=2)
        return Request([*shared, *random_prompt(CONFIG, 3 + i, i)], sampling, adapter=(None, 0, 1)[i % 3])

    alone = [list(opened(base, quantization=quantization, adapter=folders).engine.stream(request(i))) for i in range(9)]
    for _ in range(2):  # the second time with what the cache has of the first
        streams = [model.engine.stream(request(i)) for i in range(9)]
        assert [list(stream)[:-1] for stream in streams] == [events[:-1] for events in alone]
    plain = opened(base, quantization=quantization)
    assert [list(plain.engine.stream(request(i)))[:-1] for i in (0, 3, 6)] == [alone[i][:-1] for i in (0, 3, 6)]
    prompt = request(0).prompt
    texts = {tuple(model.generate_ids(prompt, max_new_tokens=9, adapter=name)) for name in (None, "first", "second")}
    assert len(texts) == 3


def test_what_was_computed_for_one_is_not_for_another(tmp_path: Path) -> None:
    base, prompt = write_checkpoint(tmp_path / "base", CONFIG), random_prompt(CONFIG, 130)
    model = opened(base, adapter={"a": write_adapter(tmp_path / "a")})

    def cached(adapter: int | None) -> int:
        return list(model.engine.stream(Request(prompt, Sampling(0.0, max_new_tokens=1), adapter=adapter)))[-1].n_cached

    assert [cached(0), cached(None), cached(0), cached(None)] == [0, 0, 129, 129]


def tiny_adapter(folder: Path) -> Path:
    """One so strong that tiny speaks no sense at all, whatever its weights: what it says is sure to differ."""
    (file,) = tiny.folder().glob("*.safetensors")
    names = [f"model.layers.{i}.mlp.down_proj" for i in range(4)]
    entries = open_safetensors(file).entries
    tensors = {f"{name}.weight": np.zeros(entries[f"{name}.weight"].shape, np.float32) for name in names}
    return write_adapter(folder, halves(tensors, names), lora_alpha=200)


def test_a_chat_names_its_adapter(tmp_path: Path) -> None:
    tokenizer = AutoTokenizer.from_pretrained("tiny")
    model = opened(Path("tiny"), adapter={"odd": tiny_adapter(tmp_path / "odd")})
    greedy: dict[str, Any] = {"max_new_tokens": 60, "do_sample": False}
    plain, odd = (model.chat(tokenizer, "Hello", adapter=name, **greedy)[0] for name in (None, "odd"))
    assert plain != odd
    assert plain == opened(Path("tiny")).chat(tokenizer, "Hello", **greedy)[0]
    always = opened(Path("tiny"), adapter=tmp_path / "odd")
    assert always.chat(tokenizer, "Hello", **greedy)[0] == odd
    with pytest.raises(InvalidValue, match="adapter: got 'old'; those loaded are 'odd'"):
        model.chat(tokenizer, "Hello", adapter="old")
    with pytest.raises(InvalidValue, match="adapter: got 'old'; none is loaded"):
        opened(Path("tiny")).chat(tokenizer, "Hello", adapter="old")
    with pytest.raises(InvalidValue, match="adapter: got 1; this model has 1"):
        model.engine.stream(Request([1], adapter=1))
    for wrong in (["odd"], {"": tmp_path / "odd"}):
        with pytest.raises(InvalidValue, match="mapping of names"):
            opened(Path("tiny"), adapter=wrong)


def test_a_disk_cache_knows_its_adapter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    base, prompt = write_checkpoint(tmp_path / "base", CONFIG), random_prompt(CONFIG, 130)
    lora = write_adapter(tmp_path / "lora")

    def cached() -> int:
        model = opened(base, adapter=lora, disk_cache_gib=0.01)
        end = list(model.engine.stream(Request(prompt, Sampling(0.0, max_new_tokens=1), adapter=0)))[-1]
        model.engine.close()
        return end.n_cached

    assert [cached(), cached()] == [0, 128]
    write_adapter(lora, halves(seed=9))
    assert cached() == 0, "of the same name and another content"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"peft_type": "IA3"}, "peft_type"),
        ({"use_dora": True}, "use_dora"),
        ({"modules_to_save": ["lm_head"]}, "modules_to_save"),
        ({"bias": "all"}, "bias"),
        ({"r": 8}, "r is 8"),
        ({"r": "4"}, "lora_alpha"),
    ],
)
def test_other_adapters_are_refused_by_name(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    base = write_checkpoint(tmp_path / "base", CONFIG)
    with pytest.raises(CheckpointError, match=says):
        AutoModelForCausalLM.from_pretrained(base, adapter=write_adapter(tmp_path / "adapter", **changes))


def test_tensors_that_don_t_fit_are_named(tmp_path: Path) -> None:
    base, whole = write_checkpoint(tmp_path / "base", CONFIG), halves()
    first = next(iter(whole))
    cases: list[tuple[dict[str, np.ndarray], str]] = [
        ({name: t for name, t in whole.items() if name != first}, "lora_A"),
        ({**whole, "base_model.model.other.weight": np.zeros((2, 2), np.float32)}, "no part of a LoRA"),
        (
            {name.replace("layers.0", "layers.9"): t for name, t in whole.items()},
            "layers.9.*is no matrix of this model",
        ),
        ({**whole, first: np.zeros((4, 5), np.float32)}, "its change"),
    ]
    for tensors, says in cases:
        with pytest.raises(CheckpointError, match=says):
            AutoModelForCausalLM.from_pretrained(base, adapter=write_adapter(tmp_path / "adapter", tensors))


@pytest.mark.parity
@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_pefts_own_adapter_has_pefts_logits(tmp_path: Path, dtype: str) -> None:
    torch, peft = pytest.importorskip("torch"), pytest.importorskip("peft")
    from transformers import AutoModelForCausalLM as Theirs

    base, ids = write_checkpoint(tmp_path / "base", CONFIG), random_prompt(CONFIG, 33)
    torch.manual_seed(1)
    made = peft.get_peft_model(
        Theirs.from_pretrained(base, dtype=torch.float32),
        peft.LoraConfig(r=6, lora_alpha=9, target_modules="all-linear", init_lora_weights=False),
    ).eval()
    for name, half in made.named_parameters():
        if "lora" in name:
            half.data = half.data.to(getattr(torch, dtype))
    made.save_pretrained(tmp_path / "lora")
    model = opened(base, adapter=tmp_path / "lora", dtype="float32")
    with torch.no_grad():
        want = torch.log_softmax(made.to(torch.float32)(torch.tensor([ids])).logits[0, -1], -1).numpy()
    sampling = Sampling(0.0, max_new_tokens=1, n_logprobs=20)
    token = next(model.engine.stream(Request(ids, sampling, adapter=0)))
    assert token.top[0][0] == want.argmax()
    np.testing.assert_allclose([chance for _, chance in token.top], [want[i] for i, _ in token.top], atol=1e-4)
