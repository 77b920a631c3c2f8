"""Small checkpoint folders."""

import json
from pathlib import Path

import pytest

from tests.checkpoints.small_checkpoints import CONFIG, qwen3_tensors, safetensors_bytes


@pytest.fixture
def qwen3_folder(tmp_path: Path) -> Path:
    """A whole checkpoint folder, in one file."""
    folder = tmp_path / "qwen3"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(CONFIG))
    (folder / "model.safetensors").write_bytes(safetensors_bytes(qwen3_tensors()))
    return folder


@pytest.fixture
def sharded_folder(tmp_path: Path) -> Path:
    """The same checkpoint in two shards and their index."""
    folder = tmp_path / "sharded"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(CONFIG))
    everything = list(qwen3_tensors().items())
    places: dict[str, str] = {}
    for i, part in enumerate((everything[:9], everything[9:]), 1):
        shard = f"model-{i:05}-of-00002.safetensors"
        (folder / shard).write_bytes(safetensors_bytes(dict(part)))
        places |= {name: shard for name, _ in part}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": places}))
    return folder
