"""The header of a GGUF file (versions 2 and 3, little-endian): key-value pairs, then what each tensor is.

Nothing the file says is believed before it is compared with what the file has: a count only bounds a loop that ends
with the file, and no length makes more memory than there are bytes.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from mmap import mmap
from typing import Any, Final, TypeVar

import numpy as np
from msgspec import Struct

MAGIC: Final = b"GGUF"
VERSIONS: Final = (2, 3)
MAX_PAIRS: Final = 65_536
MAX_TENSORS: Final = 1 << 20
MAX_NAME: Final = 1024
MAX_TEXT: Final = 32 << 20
MAX_STRINGS: Final = 1 << 22
MAX_DIMENSIONS: Final = 4
DEFAULT_ALIGNMENT: Final = 32

_SCALARS: Final = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 10: "<Q", 11: "<q", 12: "<d"}
_BOOL: Final = 7
_STRING: Final = 8
_ARRAY: Final = 9
_T = TypeVar("_T")
_U64: Final = struct.Struct("<Q")


class GgufError(ValueError):
    """A GGUF file can't be used: the message names the file and what is wrong in it."""


class Place(Struct, frozen=True):
    """A tensor as the header has it: ggml's type number, sizes with the longest stride first, offset in the data."""

    name: str
    kind: int
    shape: tuple[int, ...]
    offset: int


class Strings(Struct, frozen=True, eq=False):
    """An array of strings, read when it is asked for: a vocabulary has 150,000, and most starts don't need it."""

    pages: mmap
    begin: int
    n: int
    what: str

    def __len__(self) -> int:
        return self.n

    def __iter__(self) -> Iterator[str]:
        at = self.begin
        for i in range(self.n):
            (length,) = _U64.unpack_from(self.pages, at)
            at += 8 + length
            try:
                yield self.pages[at - length : at].decode()
            except UnicodeDecodeError:
                raise GgufError(f"{self.what}: string {i} is not UTF-8 text") from None


class Header:
    """Reads a header from front to back; `pairs` and `places` afterwards hold it, `at` is its end."""

    def __init__(self, pages: mmap, where: str) -> None:
        self._pages = pages
        self._where = where
        self.at = 0
        if self._take(4) != MAGIC:
            raise GgufError(f"{where}: not a GGUF file (it begins with {pages[:4]!r})")
        version = self._number("<I")
        if version not in VERSIONS:
            raise GgufError(f"{where}: version {version} of the format; {VERSIONS} are served (little-endian)")
        n_tensors, n_pairs = self._count("tensors", MAX_TENSORS), self._count("keys", MAX_PAIRS)
        self.pairs: Mapping[str, Any] = dict(self._distinct(n_pairs, self._pair, lambda pair: pair[0]))
        self.places = [*self._distinct(n_tensors, self._place, lambda place: place.name)]

    def _distinct(self, n: int, read: Callable[[], _T], name: Callable[[_T], str]) -> Iterator[_T]:
        seen: set[str] = set()
        for _ in range(n):
            made = read()
            if name(made) in seen:
                raise GgufError(f"{self._where}: {name(made)[:200]!r} appears twice")
            seen.add(name(made))
            yield made

    def _take(self, n: int) -> bytes:
        if n > len(self._pages) - self.at:
            raise GgufError(
                f"{self._where}: cut short, the header needs {n:,} bytes at {self.at:,} of {len(self._pages):,}. "
                "A download that didn't end: fetch it again."
            )
        self.at += n
        return self._pages[self.at - n : self.at]

    def _number(self, form: str) -> Any:
        return struct.unpack(form, self._take(struct.calcsize(form)))[0]

    def _count(self, what: str, most: int) -> int:
        n = int(self._number("<Q"))
        if n > most:
            raise GgufError(f"{self._where}: {n:,} {what} (before byte {self.at:,}); at most {most:,} are served")
        return n

    def _text(self, most: int, what: str) -> str:
        raw = self._take(self._count(f"bytes in {what}", most))
        try:
            return raw.decode()
        except UnicodeDecodeError:
            raise GgufError(f"{self._where}: {what} before byte {self.at:,} is not UTF-8 text") from None

    def _pair(self) -> tuple[str, Any]:
        key = self._text(MAX_NAME, "a key")
        return key, self._value(self._number("<I"), key)

    def _value(self, kind: int, key: str) -> Any:
        if kind in _SCALARS:
            return self._number(_SCALARS[kind])
        if kind == _BOOL:
            return self._number("<B") != 0
        if kind == _STRING:
            return self._text(MAX_TEXT, key)
        if kind == _ARRAY:
            return self._array(key)
        raise GgufError(f"{self._where}: {key[:200]!r} has the unknown type {kind}")

    def _array(self, key: str) -> Any:
        kind = self._number("<I")
        if kind == _STRING:
            return self._strings(key)
        n = self._count(f"values in {key}", len(self._pages))
        if kind == _BOOL or kind in _SCALARS:
            raw = self._take(n * (1 if kind == _BOOL else struct.calcsize(_SCALARS[kind])))
            return np.frombuffer(raw, np.bool_ if kind == _BOOL else np.dtype(_SCALARS[kind]))
        raise GgufError(f"{self._where}: {key[:200]!r} is an array of the type {kind}, which is none that is served")

    def _strings(self, key: str) -> Strings:
        n = self._count(f"strings in {key}", MAX_STRINGS)
        begin, size, pages = self.at, len(self._pages), self._pages
        at = begin
        for _ in range(n):  # not by _take: there are 300,000 of these in a file
            at += 8 + _U64.unpack_from(pages, at)[0] if at + 8 <= size else size + 1
            if at > size:
                self._take(size + 1)
        self.at = at
        return Strings(pages, begin, n, f"{self._where}: {key}")

    def _place(self) -> Place:
        name = self._text(MAX_NAME, "a tensor's name")
        n_dimensions = self._number("<I")
        if not 1 <= n_dimensions <= MAX_DIMENSIONS:
            raise GgufError(
                f"{self._where}: tensor {name!r} has {n_dimensions} dimensions; 1 to {MAX_DIMENSIONS} can be"
            )
        sizes = tuple(int(self._number("<Q")) for _ in range(n_dimensions))
        kind, offset = self._number("<I"), self._number("<Q")
        return Place(name, kind, sizes[::-1], offset)
