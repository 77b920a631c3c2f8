"""The arithmetic: one set of words, several voices."""

from qwenchat.kernels.words import (
    BLOCK,
    AttnSpec,
    Cache,
    Edit,
    Experts,
    Format,
    Kept,
    Kernels,
    Plan,
    Rope,
    Tensor,
    Top,
)

__all__ = [
    "BLOCK",
    "AttnSpec",
    "Cache",
    "Edit",
    "Experts",
    "Format",
    "Kept",
    "Kernels",
    "Plan",
    "Rope",
    "Tensor",
    "Top",
]
