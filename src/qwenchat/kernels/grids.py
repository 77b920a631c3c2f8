"""Matrices of small integers with a scale for every few inputs: what they mean, whatever file they came from."""

from collections.abc import Callable, Iterator
from typing import Any, Final, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

UNIT = 256  # inputs that share one unit where scales are levels

Floats = NDArray[np.float32]


class Grid(Struct, frozen=True):
    """How codes stand for numbers: `scale` and `shift` belong to `group` inputs of one output.

    `middle`: scale * (code - 2 ** (bits - 1)); `zero`: scale * (code - zero); `least`: scale * code + least.
    Scales are fp16 or bf16, or `levels`: integers, times an fp16 unit that UNIT inputs share.
    `e4m3`, with scales in fp32: scale * the float that the code is (1 bit of sign, 4 of exponent, 3 of mantissa; no
    infinities, arXiv 2209.05433).
    """

    bits: int
    group: int
    scale: Literal["fp16", "bf16", "levels", "fp32"] = "fp16"
    shift: Literal["middle", "zero", "least", "e4m3"] = "middle"

    @property
    def bits_a_weight(self) -> float:
        """What a weight costs in memory, scales included."""
        each = {"levels": 8, "fp32": 32}.get(self.scale, 16)
        n = 1 if self.shift in ("middle", "e4m3") else 2
        return self.bits + n * each / self.group + (n * 16 / UNIT if self.scale == "levels" else 0)


INT4: Final = Grid(4, 32)
FP8: Final = Grid(8, 128, "fp32", "e4m3")


class Codes(Struct, frozen=True, eq=False):
    """Some rows of a matrix: codes [n, n_in]; scale and shift [n, groups], unit and least_unit [n, n_in / UNIT].

    Scales (and leasts) are the bits of fp16 or bf16, fp32, or levels in int8; zeros are int16. 8-bit zeros count from
    128.
    """

    codes: NDArray[np.uint8]
    scale: NDArray[Any]
    shift: NDArray[Any] | None = None
    unit: NDArray[np.uint16] | None = None
    least_unit: NDArray[np.uint16] | None = None

    def rows(self, which: slice | NDArray[np.int32]) -> "Codes":
        """Some of the rows."""

        def some(numbers: NDArray[Any] | None) -> NDArray[Any] | None:
            return None if numbers is None else numbers[which]

        return Codes(self.codes[which], self.scale[which], some(self.shift), some(self.unit), some(self.least_unit))


class Coded(Struct, frozen=True, eq=False):
    """A matrix [n_out, n_in] of a checkpoint in its own bits; `read(first, last)` makes codes of some of its rows.

    `order`: where groups are not runs of inputs, the inputs in the order of the groups; codes are in that order.
    """

    name: str
    grid: Grid
    shape: tuple[int, int]
    read: Callable[[int, int], Codes]
    order: NDArray[np.int32] | None = None

    def runs(self, n_values: int = 1 << 22) -> Iterator[tuple[int, Codes]]:
        """All rows, some at a time (about `n_values` values), each with the number of its first."""
        step = max(16, n_values // self.shape[1] // 16 * 16)
        for first in range(0, self.shape[0], step):
            yield first, self.read(first, min(first + step, self.shape[0]))

    def cut(self, name: str, first: int, last: int) -> "Coded":
        """Rows from `first` to before `last`."""
        shape = (last - first, self.shape[1])
        return Coded(name, self.grid, shape, lambda a, b: self.read(first + a, first + b), self.order)

    def float32(self) -> Floats:
        """The values in fp32."""
        made = np.concatenate([values(codes, self.grid) for _, codes in self.runs()])
        if self.order is None:
            return made
        back = np.empty_like(made)
        back[:, self.order] = made
        return back


def wide(bits: NDArray[Any], scale: str) -> Floats:
    """fp16 or bf16 bits, or levels, as fp32; fp32 as it is."""
    if scale == "fp16":
        return bits.view(np.float16).astype(np.float32)
    if scale == "bf16":
        return (bits.astype(np.uint32) << 16).view(np.float32)
    return bits.astype(np.float32)


def scales(codes: Codes, grid: Grid) -> tuple[Floats, Floats | None]:
    """The scale, and the least where there is one, of each group in fp32: [n, groups]."""
    scale = wide(codes.scale, grid.scale)
    least = None if grid.shift != "least" or codes.shift is None else wide(codes.shift, grid.scale)
    if codes.unit is not None:
        scale = scale * np.repeat(wide(codes.unit, "fp16"), UNIT // grid.group, axis=1)
    if codes.least_unit is not None and least is not None:
        least = least * np.repeat(wide(codes.least_unit, "fp16"), UNIT // grid.group, axis=1)
    return scale, least


def whole_numbers(codes: Codes, grid: Grid) -> NDArray[np.int32]:
    """What each scale multiplies: codes less their centre or zero."""
    found = codes.codes.astype(np.int32)
    if grid.shift == "middle":
        return found - (1 << (grid.bits - 1))
    if grid.shift == "zero":
        assert codes.shift is not None
        found -= np.repeat(codes.shift.astype(np.int32), grid.group, axis=1)[:, : found.shape[1]]
        return found - 128 if grid.bits == 8 else found
    return found


def e4m3(codes: NDArray[np.uint8]) -> Floats:
    """The floats that bytes are, where they aren't NaN (127 and 255)."""
    wide = codes.astype(np.uint16)
    # The same bits are an fp16 whose exponent counts from 8 less.
    return ((wide & 0x80) << 8 | (wide & 0x7F) << 7).view(np.float16).astype(np.float32) * np.float32(256)


def values(codes: Codes, grid: Grid) -> Floats:
    """The numbers that codes stand for."""
    n_in = codes.codes.shape[1]
    scale, least = (
        None if some is None else np.repeat(some, grid.group, axis=1)[:, :n_in] for some in scales(codes, grid)
    )
    assert scale is not None
    made = (e4m3(codes.codes) if grid.shift == "e4m3" else whole_numbers(codes, grid)) * scale
    return np.asarray(made if least is None else made + least, np.float32)
