"""What llama.cpp's conversion changes in the tensors of hybrids, to be undone as they are read.

Its norms have the 1 added that a checkpoint leaves out, and its decay is -exp(A_log). Of Qwen3.5 and later it deals
out the value heads by turns: the first of each key head, then the second of each; here they lie side by side.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.gguf import GgufFile
from qwenchat.kernels.words import Floats

Places = NDArray[np.int64]

# How the names of the norms end that a checkpoint keeps less 1.
NORMS = tuple(
    f"{norm}.weight"
    for norm in ("input_layernorm", "post_attention_layernorm", "q_norm", "k_norm", "model.norm", "mtp.norm",
                 "pre_fc_norm_embedding", "pre_fc_norm_hidden")
)  # fmt: skip


class Undo(Struct, frozen=True, eq=False):
    """Row i of a tensor is row `rows[i]` of the file's, likewise columns; `values` are then put right."""

    rows: Places | None = None
    columns: Places | None = None
    values: Callable[[Floats], Floats] | None = None


class Heads(Struct, frozen=True):
    """Of a layer of Gated DeltaNet."""

    n_keys: int
    n_values: int
    key_dim: int
    value_dim: int

    def places(self, size: int, n_before: int = 0) -> Places | None:
        """Where in the file the rows of the value heads are, `size` each, behind `n_before` others; None: in order."""
        if self.n_keys == self.n_values:
            return None
        heads = np.arange(self.n_values).reshape(-1, self.n_keys).T.reshape(-1, 1)
        own = (heads * size + np.arange(size)).reshape(-1)
        return np.concatenate([np.arange(n_before), n_before + own])


def heads_of(file: GgufFile) -> Heads:
    """As the metadata says."""
    at = f"{file.text('general.architecture')}.ssm."

    def size(key: str) -> int:
        found: Any = file.pairs.get(at + key)
        if type(found) is not int or not 1 <= found < 1 << 20:
            raise CheckpointError(f"{file.path}: {at}{key} is {found!r:.40}; a whole number from 1 is needed")
        return found

    n_keys, n_values, inner = size("group_count"), size("time_step_rank"), size("inner_size")
    if n_values % n_keys or inner % n_values:
        raise CheckpointError(
            f"{file.path}: {at}inner_size is {inner}, time_step_rank {n_values}, group_count {n_keys}; each must be a "
            "multiple of the next"
        )
    return Heads(n_keys, n_values, size("state_size"), inner // n_values)


def undoing(file: GgufFile) -> Mapping[str, Undo]:
    """What is to be undone, by the ends of the tensors' names."""
    found = {norm: Undo(values=lambda w: w - np.float32(1)) for norm in NORMS}
    heads, at = heads_of(file), "linear_attn."

    def log(decay: Floats) -> Floats:
        if not (decay < 0).all():
            raise CheckpointError(f"{file.path}: a decay (ssm_a) isn't below 0")
        return np.log(-decay)

    if file.text("general.architecture") == "qwen3next":
        return {**found, f"{at}A_log": Undo(values=log)}
    one, many = heads.places(1), heads.places(heads.value_dim)
    behind_keys = heads.places(heads.value_dim, 2 * heads.n_keys * heads.key_dim)
    return {
        **found,
        f"{at}A_log": Undo(one, values=log),
        f"{at}dt_bias": Undo(one),
        f"{at}in_proj_a.weight": Undo(one),
        f"{at}in_proj_b.weight": Undo(one),
        f"{at}in_proj_z.weight": Undo(many),
        f"{at}in_proj_qkv.weight": Undo(behind_keys),
        f"{at}conv1d.weight": Undo(behind_keys),
        f"{at}out_proj.weight": Undo(columns=many),
    }
