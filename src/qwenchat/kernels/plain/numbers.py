"""Rounding as the compiled voices round."""

import numpy as np
from numpy.typing import NDArray

from qwenchat.kernels.words import GROUP, SHARED, Floats


def bf16_bits(x: Floats) -> NDArray[np.uint16]:
    """The bits of `x` rounded to bf16, ties to even; NaN stays NaN."""
    bits = np.ascontiguousarray(x, np.float32).view(np.uint32)
    rounded = (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16
    return np.where(np.isnan(x), (bits >> 16) | 0x40, rounded).astype(np.uint16)


def to_bf16(x: Floats) -> Floats:
    """`x` rounded to bf16, as fp32."""
    return (bf16_bits(x).astype(np.uint32) << 16).view(np.float32)


def to_shared_int8(x: Floats) -> Floats:
    """`x` [..., n] as SHARED neighbours at a time keep it: integers in [-127, 127] times their own power of two.

    The power makes the largest of them 64 to 127.99 (127 then), as in the OCP's MX formats. Where one is not finite
    all become NaN; below 2^-120 they are 0.
    """
    n = x.shape[-1]
    groups = np.zeros((*x.shape[:-1], -(-n // SHARED) * SHARED), np.float32)
    groups[..., :n] = x
    groups = groups.reshape(*x.shape[:-1], -1, SHARED)
    exponent = ((np.ascontiguousarray(groups).view(np.uint32) & 0x7FFFFFFF) >> 23).max(axis=-1, keepdims=True)
    power = (np.clip(exponent, 7, 254) - 6).astype(np.uint32) << 23
    scale = power.view(np.float32)
    whole = np.clip(np.rint(np.where(exponent == 255, 0, groups) / scale), -127, 127)
    kept = np.where(exponent == 255, np.float32(np.nan), np.where(exponent < 7, 0, whole * scale))
    return kept.reshape(*x.shape[:-1], -1)[..., :n].astype(np.float32)


def quantise(x: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Each row of `x` [n, k] as integers in [-127, 127] and one scale [n]: `x ~ q * scale[:, None]`.

    `q = rint(x * (127 / amax))`, ties to even, `scale = amax / 127`, all in fp32.
    """
    amax = np.abs(x).max(axis=1, initial=np.float32(0))
    # Below this a row is zeros: 127 / amax would be infinite. A NaN stays one, in the scale.
    amax = np.where(amax < np.float32(1e-30), np.float32(0), amax)
    inverse = np.divide(np.float32(127), amax, out=np.zeros_like(amax), where=amax > 0)
    return np.nan_to_num(np.rint(x * inverse[:, None])).astype(np.int8), (amax / np.float32(127)).astype(np.float32)


def quantise_groups(x: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Rows quantised per GROUP of inputs: integers [n, k] and scales [n, ceil(k / GROUP)]."""
    n, k = x.shape
    n_groups = -(-k // GROUP)
    padded = np.zeros((n, n_groups * GROUP), np.float32)
    padded[:, :k] = x
    q, scale = quantise(padded.reshape(-1, GROUP))
    return q.reshape(n, n_groups * GROUP)[:, :k], scale.reshape(n, n_groups)
