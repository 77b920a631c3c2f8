"""ggml's block formats: bytes of rows → codes and scales. Layouts: ggml-common.h of llama.cpp; all little-endian."""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qwenchat.kernels.grids import Codes, Grid

Bytes = NDArray[np.uint8]


class BlockFormat(Struct, frozen=True):
    """A block: weights, bytes, the grid its numbers lie on, and what takes blocks [n, n_blocks, n_bytes] apart."""

    weights: int
    n_bytes: int
    grid: Grid
    codes: Callable[[Bytes], Codes]


def _halves(some: Bytes) -> NDArray[np.uint16]:
    """Two bytes a block as one number: [n, n_blocks]."""
    return np.ascontiguousarray(some).view("<u2")[..., 0]


def _turned(some: Bytes) -> NDArray[np.uint16]:
    """The same with the other sign: what the file takes off is added here."""
    return _halves(some) ^ np.uint16(0x8000)


def _rows(codes: NDArray[Any]) -> NDArray[np.uint8]:
    """Codes block by block [n, n_blocks, ...] as rows [n, n_in]."""
    return np.ascontiguousarray(codes, np.uint8).reshape(len(codes), -1)


def _nibbles(some: Bytes) -> Bytes:
    """All low ones, then all high ones."""
    return np.concatenate([some & 15, some >> 4], axis=-1)


def _fifth_bits(some: Bytes) -> Bytes:
    """Four bytes a block: bit i belongs to weight i."""
    return np.unpackbits(some, axis=-1, bitorder="little") << np.uint8(4)


def _q4_0(b: Bytes) -> Codes:
    return Codes(_rows(_nibbles(b[..., 2:])), _halves(b[..., :2]))


def _q4_1(b: Bytes) -> Codes:
    return Codes(_rows(_nibbles(b[..., 4:])), _halves(b[..., :2]), _halves(b[..., 2:4]))


def _q5_0(b: Bytes) -> Codes:
    return Codes(_rows(_nibbles(b[..., 6:]) | _fifth_bits(b[..., 2:6])), _halves(b[..., :2]))


def _q5_1(b: Bytes) -> Codes:
    codes = _nibbles(b[..., 8:]) | _fifth_bits(b[..., 4:8])
    return Codes(_rows(codes), _halves(b[..., :2]), _halves(b[..., 2:4]))


def _q8_0(b: Bytes) -> Codes:
    return Codes(_rows(b[..., 2:] ^ 0x80), _halves(b[..., :2]))  # signed; codes count from -128


def _levels(packed: Bytes) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
    """Twelve bytes → eight levels of 6 bits for the scales, and eight for the leasts: [n, groups]."""
    low, mid, high = packed[..., :4], packed[..., 4:8], packed[..., 8:]
    scale = np.concatenate([low & 63, (high & 15) | (low >> 6) << 4], axis=-1)
    least = np.concatenate([mid & 63, (high >> 4) | (mid >> 6) << 4], axis=-1)
    return _rows(scale).view(np.int8), _rows(least).view(np.int8)


def _chunks(some: Bytes) -> Bytes:
    """Nibbles in chunks of 32 bytes: 32 low ones, then the 32 high ones of the same bytes. [n, n_blocks, 8, 32]"""
    chunks = some.reshape(*some.shape[:-1], 4, 1, 32)
    return np.concatenate([chunks & 15, chunks >> 4], axis=-2).reshape(*some.shape[:-1], 8, 32)


def _q4_k(b: Bytes) -> Codes:
    scale, least = _levels(b[..., 4:16])
    return Codes(_rows(_chunks(b[..., 16:])), scale, least, _halves(b[..., :2]), _turned(b[..., 2:4]))


def _q5_k(b: Bytes) -> Codes:
    scale, least = _levels(b[..., 4:16])
    fifth = (b[..., 16:48][..., None, :] >> np.arange(8, dtype=np.uint8)[:, None] & 1) << 4
    codes = _chunks(b[..., 48:]) | fifth
    return Codes(_rows(codes), scale, least, _halves(b[..., :2]), _turned(b[..., 2:4]))


def _q6_k(b: Bytes) -> Codes:
    low = b[..., :128].reshape(*b.shape[:-1], 2, 2, 32)  # each half: 64 bytes, low nibbles of 64 weights, then high
    high = b[..., 128:192].reshape(*b.shape[:-1], 2, 1, 32)
    four = np.concatenate([low & 15, low >> 4], axis=-2)
    codes = four | (high >> np.array([[0], [2], [4], [6]], np.uint8) & 3) << 4
    return Codes(_rows(codes), _rows(b[..., 192:208]).view(np.int8), unit=_halves(b[..., 208:]))


FORMATS: Final = {
    "Q4_0": BlockFormat(32, 18, Grid(4, 32), _q4_0),
    "Q4_1": BlockFormat(32, 20, Grid(4, 32, shift="least"), _q4_1),
    "Q5_0": BlockFormat(32, 22, Grid(5, 32), _q5_0),
    "Q5_1": BlockFormat(32, 24, Grid(5, 32, shift="least"), _q5_1),
    "Q8_0": BlockFormat(32, 34, Grid(8, 32), _q8_0),
    "Q4_K": BlockFormat(256, 144, Grid(4, 32, "levels", "least"), _q4_k),
    "Q5_K": BlockFormat(256, 176, Grid(5, 32, "levels", "least"), _q5_k),
    "Q6_K": BlockFormat(256, 210, Grid(6, 16, "levels"), _q6_k),
}
