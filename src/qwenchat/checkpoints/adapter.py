"""LoRA adapters (arXiv 2106.09685) in the layout of PEFT: small matrices that are added to some of a model's own."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.json_object import read_json_object
from qwenchat.checkpoints.mapped import Entry
from qwenchat.checkpoints.safetensors import open_safetensors
from qwenchat.checkpoints.shards import TensorFiles
from qwenchat.kernels.grids import Coded
from qwenchat.kernels.words import Floats, Tensor

CONFIG: Final = "adapter_config.json"
WEIGHTS: Final = "adapter_model.safetensors"
PREFIX: Final = "base_model.model."
# What other kinds of adapters do, and the one value at which they are this kind.
_ONLY: Final[dict[str, tuple[Any, ...]]] = {
    "peft_type": ("LORA",),
    "bias": ("none", None),
    "fan_in_fan_out": (False, None),
    "use_dora": (False, None),
    "modules_to_save": (None, []),
    "rank_pattern": (None, {}),
    "alpha_pattern": (None, {}),
    "layer_replication": (None,),
    "alora_invocation_tokens": (None,),
}


class Adapter(Struct, frozen=True, eq=False):
    """An opened adapter: for each tensor of the model that it changes, `scale * b @ a` is added."""

    folder: Path
    scale: float
    pairs: Mapping[str, tuple[Tensor, Tensor]]  # a [rank, n_in] and b [n_out, rank], by the tensor's name

    def added(self, name: str) -> Floats:
        """What is added to the tensor `name`."""
        a, b = (part.float32() for part in self.pairs[name])
        return np.asarray(b @ a, np.float32) * np.float32(self.scale)


def open_adapter(folder: Path) -> Adapter:
    """The adapter in `folder`; CheckpointError naming the key or tensor that can't be served."""
    path = folder / CONFIG
    raw = read_json_object(path)
    for key, known in _ONLY.items():
        if raw.get(key) not in known:
            raise CheckpointError(f"{path}: {key} is {str(raw.get(key))[:80]}; known: {known[0]!r}")
    rank, alpha = raw.get("r"), raw.get("lora_alpha")
    if type(rank) is not int or rank < 1 or isinstance(alpha, bool) or not isinstance(alpha, int | float):
        raise CheckpointError(f"{path}: r is {rank!r} and lora_alpha {alpha!r}; a whole number and a number are needed")
    file = open_safetensors(folder / WEIGHTS)
    pairs: dict[str, tuple[Tensor, Tensor]] = {}
    for name in file.entries:
        base = _base(name, folder)
        halves = [name[: -len("A.weight")] + f"{half}.weight" for half in "AB"]
        absent = next((half for half in halves if half not in file.entries), None)
        if absent:
            raise CheckpointError(f"{file.path}: tensor {absent!r} is missing beside {name!r}")
        pairs[base] = (file.tensor(halves[0]), file.tensor(halves[1]))
        _check(file.entries[halves[0]], file.entries[halves[1]], rank, file.path)
    return Adapter(folder, float(alpha) / (math.sqrt(rank) if raw.get("use_rslora") else rank), pairs)


def _base(name: str, folder: Path) -> str:
    """The tensor of the model that one half of a pair belongs to."""
    for end in (".lora_A.weight", ".lora_B.weight"):
        if name.startswith(PREFIX) and name.endswith(end):
            return name[len(PREFIX) : -len(end)] + ".weight"
    raise CheckpointError(f"{folder / WEIGHTS}: tensor {name[:200]!r} is no part of a LoRA adapter of linear layers")


def _check(a: Entry, b: Entry, rank: int, path: Path) -> None:
    if len(a.shape) != 2 or len(b.shape) != 2 or a.shape[0] != rank or b.shape[1] != rank:
        raise CheckpointError(f"{path}: {a.name!r} is {list(a.shape)} and {b.name!r} {list(b.shape)}; r is {rank}")


class Adapted(TensorFiles):
    """A checkpoint's tensors with an adapter added to some of them."""

    def __init__(self, tensors: TensorFiles, adapter: Adapter) -> None:
        super().__init__(tensors.files, tensors.packing)
        self._adapter = adapter
        for name, (a, b) in adapter.pairs.items():
            if name not in self:
                raise CheckpointError(f"{adapter.folder}: it changes {name!r}, which the model doesn't have")
            if self.shape(name) != (b.shape[0], a.shape[1]):
                shape = [b.shape[0], a.shape[1]]
                raise CheckpointError(f"{adapter.folder}: {name!r} is {list(self.shape(name))}, its change {shape}")

    def __getitem__(self, name: str) -> Tensor | Coded:
        whole = super().__getitem__(name)
        if name not in self._adapter.pairs:
            return whole
        if isinstance(whole, Coded):
            raise CheckpointError(f"{self._adapter.folder}: it changes {name!r}, which is quantised; floats are needed")
        return Tensor(name, "fp32", whole.float32() + self._adapter.added(name))
