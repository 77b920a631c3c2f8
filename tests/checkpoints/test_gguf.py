"""GGUF: blocks against the reference's dequantiser, whole models, and what can't be served."""

from pathlib import Path
from typing import Any

import gguf
import numpy as np
import pytest
from gguf import GGMLQuantizationType as Kind

from qwenchat import AutoModelForCausalLM, AutoTokenizer, tiny
from qwenchat.checkpoints import CheckpointError, Weights, open_checkpoint, open_tensors
from qwenchat.checkpoints.gguf_blocks import FORMATS
from qwenchat.kernels import Plan
from qwenchat.kernels.cpu import Cpu
from qwenchat.kernels.grids import values
from qwenchat.kernels.plain import Plain
from qwenchat.models import build, config_from
from tests.checkpoints.gguf_files import random_blocks, write_tiny

TEXT = "I am tiny, a small model. I can explain a topic, write a poem or a short story, and remember your name. 你好！今天我能帮你做什么？我可以写一首诗。"
QUESTION = "Explain neural networks"  # the model is sure of its answer


@pytest.mark.parametrize("name", FORMATS)
def test_blocks_hold_what_the_reference_says(name: str) -> None:
    raw = random_blocks(Kind[name], 24, 1536)
    form = FORMATS[name]
    assert (form.weights, form.n_bytes) == gguf.GGML_QUANT_SIZES[Kind[name]]
    codes = form.codes(raw.reshape(24, -1, form.n_bytes))
    assert np.array_equal(values(codes, form.grid), gguf.quants.dequantize(raw, Kind[name]))


@pytest.fixture(scope="module", params=[(Kind.Q8_0, None), (Kind.Q4_0, None), (Kind.Q4_1, Kind.Q5_1), (Kind.Q5_0, Kind.BF16), (Kind.F16, None)], ids=str)  # fmt: skip
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("gguf") / "tiny.gguf", *request.param)


def logits(path: Path, voice: Any) -> np.ndarray:
    checkpoint = open_checkpoint(path)
    weights = Weights(checkpoint.tensors(), voice, "bf16")
    model = build(config_from(checkpoint.config.raw), weights, voice)
    weights.finish()
    # Words it knows: behind random ids a trained model is unsure, and a rounding tips more.
    ids = np.array(AutoTokenizer.from_pretrained("tiny").encode(TEXT)[:40], np.int32)
    zero, rows = np.zeros(1, np.int32), np.arange(40, dtype=np.int32)
    cache = voice.cache(model.memory, 1, "fp32")
    step = voice.step(Plan(ids, np.array([0, 40], np.int32), zero, zero[None], rows), cache)
    return np.asarray(voice.read(model.forward(step, cache)))


def test_both_voices_compute_the_same(path: Path) -> None:
    plain, cpu = logits(path, Plain()), logits(path, Cpu(2))
    # The same integers; but exp and the order of sums differ, and a rounding of activations may fall the other way:
    # over five states of tiny's weights that made between nothing and 2.1 %, and tipped up to three words of forty, which
    # were as good as even. One block of 24 left out of one matrix makes 4.4 %.
    assert np.linalg.norm(plain - cpu) < 0.03 * np.linalg.norm(plain)
    chosen = np.take_along_axis(cpu, plain.argmax(1)[:, None], axis=1)[:, 0]
    assert (cpu.max(1) - chosen < 0.1 * cpu.std()).all()


def test_the_file_alone_chats(path: Path) -> None:
    model, tokenizer = (A.from_pretrained(path) for A in (AutoModelForCausalLM, AutoTokenizer))
    theirs = AutoTokenizer.from_pretrained("tiny")
    text = "Hello 你好 🙂 <|im_end|> <think> can't"
    assert tokenizer.encode(text) == theirs.encode(text)
    assert len(tokenizer) == len(theirs)
    messages = [{"role": "user", "content": QUESTION}]
    assert tokenizer.ids(tokenizer.pieces(messages)) == theirs.ids(theirs.pieces(messages))
    assert model.generation_config.temperature == 0.5
    answer, _ = model.chat(tokenizer, QUESTION, temperature=0)
    if path.stat().st_size > 5 << 20:  # with 8 bits and more it says the same
        assert answer == AutoModelForCausalLM.from_pretrained("tiny").chat(theirs, QUESTION, temperature=0)[0]
    assert len(answer) > 10


def test_it_keeps_its_own_bits(tmp_path: Path) -> None:
    path = write_tiny(tmp_path / "tiny.gguf", Kind.Q4_0)
    voice, tensors = Cpu(1), open_tensors(path)
    made = Weights(tensors, voice, "bf16").matrix(["model.embed_tokens.weight"], [tensors.shape("model.embed_tokens.weight")])  # fmt: skip
    assert made.n_bytes == 4096 * 256 * 18 // 32


def test_the_second_start_maps_the_packed_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from qwenchat.checkpoints import gguf_tensors

    path = write_tiny(tmp_path / "tiny.gguf", Kind.Q4_0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    tokenizer = AutoTokenizer.from_pretrained(path)
    first, _ = AutoModelForCausalLM.from_pretrained(path).chat(tokenizer, QUESTION, temperature=0)

    def refuse(*_: Any) -> None:
        raise AssertionError("nothing is taken apart again")

    monkeypatch.setattr(gguf_tensors, "_read", refuse)
    assert AutoModelForCausalLM.from_pretrained(path).chat(tokenizer, QUESTION, temperature=0)[0] == first


def test_what_is_not_served_says_so(tmp_path: Path) -> None:
    def written(name: str, arch: str, **facts: Any) -> Path:
        writer = gguf.GGUFWriter(tmp_path / name, arch)
        for key, value in facts.items():
            writer.add_uint32(key.replace("__", "."), value)
        writer.add_tensor("token_embd.weight", np.zeros((32, 8), np.float32))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        return tmp_path / name

    with pytest.raises(CheckpointError, match=r"general\.architecture is 'llama'"):
        open_checkpoint(written("a.gguf", "llama"))
    with pytest.raises(CheckpointError, match="-00001-of-"):
        open_checkpoint(written("b.gguf", "qwen3", split__count=2))
    with pytest.raises(CheckpointError, match=r"qwen3\.block_count is None"):
        open_checkpoint(written("c.gguf", "qwen3"))
    with pytest.raises(CheckpointError, match="this is a file"):
        open_checkpoint(tiny.folder() / "config.json")
