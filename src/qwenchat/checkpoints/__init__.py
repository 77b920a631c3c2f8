"""Checkpoints: a folder or a hub name becomes config, weights, template and generation defaults."""

from qwenchat.checkpoints.adapter import Adapter, open_adapter
from qwenchat.checkpoints.bars import PATIENCE_S, bar
from qwenchat.checkpoints.config import Config
from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.folder import Checkpoint, open_checkpoint, own_format
from qwenchat.checkpoints.generation import GenerationDefaults
from qwenchat.checkpoints.gguf_export import export_gguf
from qwenchat.checkpoints.hub import resolve
from qwenchat.checkpoints.packed import PackStore, default_cache_dir
from qwenchat.checkpoints.shards import TensorFiles, open_tensors
from qwenchat.checkpoints.weights import Weights

__all__ = [
    "PATIENCE_S",
    "Adapter",
    "Checkpoint",
    "CheckpointError",
    "Config",
    "GenerationDefaults",
    "PackStore",
    "TensorFiles",
    "Weights",
    "bar",
    "default_cache_dir",
    "export_gguf",
    "open_adapter",
    "open_checkpoint",
    "open_tensors",
    "own_format",
    "resolve",
]
