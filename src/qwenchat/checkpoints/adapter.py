"""LoRA adapters (arXiv 2106.09685) in the layout of PEFT: what small matrices add to a model's own.

They stay beside the model's: its matrices lie once in memory, in whatever format, and each answer says which adapter it
wants (docs/decisions/019-adapters.md).
"""

import math
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np
from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.json_object import read_json_object
from qwenchat.checkpoints.mapped import Entry
from qwenchat.checkpoints.safetensors import open_safetensors
from qwenchat.kernels.plain.numbers import bf16_bits
from qwenchat.kernels.words import LowRank, Tensor
from qwenchat.models.weights import Cut

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
    """An opened adapter: to each tensor of the model that it changes, `scale * b @ a` is added."""

    folder: Path
    scale: float
    pairs: Mapping[str, tuple[Tensor, Tensor]]  # a [rank, n_in] and b [n_out, rank], by the tensor's name

    def change(
        self, names: Sequence[str | Cut], shapes: Sequence[tuple[int, int]], exact: bool = False
    ) -> LowRank | None:
        """What is added to these matrices, stacked, in bf16 or, `exact`, fp32; None where that is nothing.

        Raises CheckpointError for a change of another shape than its tensor's.
        """
        cuts = [
            name if isinstance(name, Cut) else Cut(name, shape, 0, shape[0])
            for name, shape in zip(names, shapes, strict=True)
        ]
        homes = {cut.name: cut.of for cut in cuts if cut.name in self.pairs}
        if not homes:
            return None
        for name, of in homes.items():
            self._check_shape(name, of)
        firsts = np.cumsum([0, *(len(self.pairs[name][0].bits) for name in homes)])
        whole = np.zeros((sum(cut.n for cut in cuts), firsts[-1]), np.float32)
        row = 0
        for cut in cuts:
            if cut.name in homes:
                at, b = firsts[list(homes).index(cut.name)], self.pairs[cut.name][1].float32()
                whole[row : row + cut.n, at : at + b.shape[1]] = b[cut.first : cut.first + cut.n] * np.float32(
                    self.scale
                )
            row += cut.n
        a = np.concatenate([self.pairs[name][0].float32() for name in homes])
        name = f"{self.folder.name}: {cuts[0].name}"
        if exact:
            return LowRank(Tensor(name, "fp32", a), Tensor(name, "fp32", whole))
        return LowRank(Tensor(name, "bf16", bf16_bits(a)), Tensor(name, "bf16", bf16_bits(whole)))

    def digest(self) -> str:
        """What its bits are: another adapter has another."""
        found = sha256(repr(self.scale).encode())
        for name, halves in sorted(self.pairs.items()):
            found.update(name.encode())
            for half in halves:
                found.update(repr((half.dtype, half.shape)).encode())
                found.update(np.ascontiguousarray(half.bits).data)
        return found.hexdigest()

    def _check_shape(self, name: str, of: tuple[int, ...]) -> None:
        a, b = self.pairs[name]
        if of != (b.shape[0], a.shape[1]):
            shape = [b.shape[0], a.shape[1]]
            raise CheckpointError(f"{self.folder}: {name!r} is {list(of)}, its change {shape}")


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
