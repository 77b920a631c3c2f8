"""The arithmetic: one set of words, several voices."""

from qwenchat.kernels.words import (
    BLOCK,
    AttnSpec,
    Cache,
    DeltaSpec,
    Edit,
    Experts,
    Format,
    Kept,
    Kernels,
    LayerSpec,
    LowRank,
    Plan,
    Rope,
    Tensor,
    Top,
)

__all__ = [
    "BLOCK",
    "AttnSpec",
    "Cache",
    "DeltaSpec",
    "Edit",
    "Experts",
    "Format",
    "Kept",
    "Kernels",
    "LayerSpec",
    "LowRank",
    "Plan",
    "Rope",
    "Tensor",
    "Top",
]
