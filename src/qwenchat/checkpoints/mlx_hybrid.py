"""What mlx-lm changes in the tensors of hybrids (its models/qwen3_next.py and qwen3_5.py), undone as they are read.

Its norms have the 1 added that a checkpoint leaves out, its convolutions have their one input last, and a model inside
another lies under `language_model`.
"""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from qwenchat.checkpoints.gguf_hybrid import NORMS
from qwenchat.checkpoints.mapped import Entry
from qwenchat.checkpoints.mlx import Mlx
from qwenchat.checkpoints.safetensors import SafetensorsFile
from qwenchat.kernels.words import Tensor

KINDS = ("qwen3_next", "qwen3_5")  # how their model types begin
_NORMS = (*NORMS, "language_model.norm.weight")
_CONVOLUTION = "conv1d.weight"


class MlxHybrid(Mlx, frozen=True):
    """mlx-lm's layout of a hybrid; `nested`: its config has a text_config."""

    nested: bool

    def undone(self, file: SafetensorsFile) -> "MlxHybridFile":
        """The file as a checkpoint's."""
        entries: dict[str, Entry] = {}
        for e in file.entries.values():
            name = known_name(e.name, self.nested)
            turned = name.endswith(_CONVOLUTION) and len(e.shape) == 3
            entries[name] = replace(e, name=name, shape=(e.shape[0], e.shape[2], e.shape[1]) if turned else e.shape)
        return MlxHybridFile(file.path, file.header, file.n_bytes, file.mtime_ns, entries, file.pages)


class MlxHybridFile(SafetensorsFile, frozen=True, eq=False):
    """One mapped file, its tensors under the names of a checkpoint folder."""

    def tensor(self, name: str) -> Tensor:
        """The tensor `name`: mapped, but for norms, which are made; see `SafetensorsFile`."""
        # Of a convolution's sizes one is 1, so its numbers lie alike either way.
        found = SafetensorsFile.tensor(self, name)
        return Tensor(name, "fp32", found.float32() - 1) if name.endswith(_NORMS) else found


def known_name(theirs: str, nested: bool) -> str:
    """What a checkpoint folder calls a tensor or module of theirs."""
    inner = theirs.removeprefix("language_model.")
    if inner == theirs or not nested:
        return inner
    return inner.replace("model.", "model.language_model.", 1) if inner.startswith("model.") else inner


def is_hybrid(raw: Mapping[str, Any]) -> bool:
    """Whether the config is one's."""
    return str(raw.get("model_type")).startswith(KINDS)
