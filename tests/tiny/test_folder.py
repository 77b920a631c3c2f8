"""The embedded checkpoint is whole and of the announced shape."""

import json
import struct

from qwenchat.tiny import folder


def test_every_file_of_a_hub_checkpoint_is_there():
    names = {p.name for p in folder().iterdir()}
    assert names >= {
        "config.json", "generation_config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json",
        "chat_template.jinja",
    }  # fmt: skip


def test_the_weights_fit_the_wheel_and_every_block_format():
    with (folder() / "model.safetensors").open("rb") as f:
        header = json.loads(f.read(struct.unpack("<Q", f.read(8))[0]))
    shapes = {k: v["shape"] for k, v in header.items() if k != "__metadata__"}
    assert {v["dtype"] for k, v in header.items() if k != "__metadata__"} == {"BF16"}
    assert all(shape[-1] % 256 == 0 for shape in shapes.values() if len(shape) == 2)
    assert (folder() / "model.safetensors").stat().st_size <= 16_000_000


def test_the_vocabulary_is_as_long_as_the_embedding():
    config = json.loads((folder() / "config.json").read_text("utf-8"))
    tokenizer = json.loads((folder() / "tokenizer.json").read_text("utf-8"))
    ids = {*tokenizer["model"]["vocab"].values(), *(t["id"] for t in tokenizer["added_tokens"])}
    assert ids == set(range(config["vocab_size"]))
    assert config["architectures"] == ["Qwen3ForCausalLM"]
