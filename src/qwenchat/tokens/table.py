"""The compiled form of a tokenizer: one run of bytes, used where it lies, in memory or mapped from a file.

Header, description (JSON: the text rules and the identity of the source files), then four sections, each at a
multiple of 64 bytes, little-endian: the ids of the 256 bytes (u32), token offsets (u32, one more than ids; an
unused id has no bytes), token bytes, and the hash map of merges (16 bytes a slot: left, right, rank, merged).
"""

import json
import struct
import zlib
from array import array
from collections.abc import Iterator
from itertools import accumulate
from mmap import mmap

from qwenchat.tokens._bpe import Table, build_merges
from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.patterns import PATTERNS
from qwenchat.tokens.vocabulary import AddedToken, TextRules, Vocabulary

_MAGIC = b"QWCTOKEN"
_VERSION = 1
# Magic and version; sizes of the file and the description; ids, blob bytes, slots, longest probe; checksum.
_HEADER = struct.Struct("<8sIQIIIIII")
_CHECKSUM = struct.Struct("<I")
_ALIGNMENT = 64


class DamagedTable(TokenizerError):
    """These bytes are no table of this version, or not the one asked for; building it anew helps."""


def pack_table(vocabulary: Vocabulary, identity: str) -> bytes:
    """The table's bytes; `identity` says which source files it was made from."""
    n_ids = max(vocabulary.tokens, default=-1) + 1
    texts = [vocabulary.tokens.get(id_, b"") for id_ in range(n_ids)]
    blob = b"".join(texts)
    offsets = array("I", accumulate(map(len, texts), initial=0))
    try:
        slots, n_slots, max_probe = build_merges(*vocabulary.merges)
    except ValueError as error:
        raise TokenizerError(f"{vocabulary.source}: {error}") from None
    description = _describe(vocabulary.rules, identity)
    sections = (description, vocabulary.byte_ids.tobytes(), offsets.tobytes(), blob, slots)
    places = list(_places(len(description), n_ids, len(blob), n_slots))
    fields = (_MAGIC, _VERSION, places[-1], len(description), n_ids, len(blob), n_slots, max_probe)
    header = _HEADER.pack(*fields, 0)[: -_CHECKSUM.size]
    packed = bytearray(places[-1])
    for place, section in zip(places, sections, strict=False):
        packed[place : place + len(section)] = section
    packed[: _HEADER.size] = header + _CHECKSUM.pack(zlib.crc32(header + description))
    return bytes(packed)


def open_table(packed: bytes | mmap, identity: str) -> tuple[Table, TextRules, int]:
    """The table, its text rules and its number of ids; raises DamagedTable unless `packed` is that table, whole."""
    if len(packed) < _HEADER.size:
        raise DamagedTable("too short for a header")
    magic, version, n_file, n_description, n_ids, n_blob, n_slots, max_probe, checksum = _HEADER.unpack(
        packed[: _HEADER.size]
    )
    if magic != _MAGIC or version != _VERSION or n_file != len(packed):
        raise DamagedTable("not a whole table of this version")
    description = packed[_HEADER.size : _HEADER.size + n_description]
    if zlib.crc32(packed[: _HEADER.size - _CHECKSUM.size] + description) != checksum:
        raise DamagedTable("the header's checksum is wrong")
    rules = _understand(description, identity)
    _, byte_ids_at, offsets_at, blob_at, slots_at, end = _places(n_description, n_ids, n_blob, n_slots)
    if end != n_file:
        raise DamagedTable("the sections do not fill the file")
    try:
        table = Table(
            packed,
            byte_ids_at=byte_ids_at,
            offsets_at=offsets_at,
            n_ids=n_ids,
            blob_at=blob_at,
            n_blob=n_blob,
            slots_at=slots_at,
            n_slots=n_slots,
            max_probe=max_probe,
        )
    except ValueError as error:
        raise DamagedTable(str(error)) from None
    return table, rules, n_ids


def _places(n_description: int, n_ids: int, n_blob: int, n_slots: int) -> Iterator[int]:
    """Where each section starts, and where the last one ends."""
    at = _HEADER.size
    for n_bytes in (n_description, 4 * 256, 4 * (n_ids + 1), n_blob):
        yield at
        at += n_bytes
        at += -at % _ALIGNMENT
    yield at
    yield at + 16 * n_slots


def _describe(rules: TextRules, identity: str) -> bytes:
    added = [(token.text, token.id, token.special, token.normalized) for token in rules.added]
    return json.dumps({"identity": identity, "pattern": rules.pattern, "nfc": rules.nfc, "added": added}).encode()


def _understand(description: bytes, identity: str) -> TextRules:
    # The checksum held, so this is what some version wrote; only the identity needs asking.
    try:
        fields = json.loads(description)
        if fields["identity"] != identity:
            raise DamagedTable("made from other files")
        if fields["pattern"] not in PATTERNS:
            raise DamagedTable("made for a pattern that is gone")
        return TextRules(fields["pattern"], fields["nfc"], tuple(AddedToken(*token) for token in fields["added"]))
    except (KeyError, TypeError, UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise DamagedTable("the description can't be read") from None
