"""The tokenizer inside a GGUF file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from qwenchat.gguf import GgufError, GgufFile, Strings, open_gguf
from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.files import MAX_TOKEN_BYTES, MAX_TOKENS
from qwenchat.tokens.spellings import from_spellings
from qwenchat.tokens.vocabulary import AddedToken, TextRules, Vocabulary

_PATTERNS: Final = {"qwen2": "qwen2", "qwen35": "qwen3.5"}
_NORMAL, _CONTROL, _USER_DEFINED, _UNUSED = 1, 3, 4, 5


def read_gguf(path: Path) -> Vocabulary:
    """The vocabulary, merges and added tokens that the file's metadata holds."""
    try:
        return _read(open_gguf(path), str(path))
    except GgufError as e:
        raise TokenizerError(str(e)) from None


def _read(file: GgufFile, where: str) -> Vocabulary:
    model, pre = file.text("tokenizer.ggml.model"), file.text("tokenizer.ggml.pre")
    if model != "gpt2" or pre not in _PATTERNS:
        raise TokenizerError(
            f"{where}: a tokenizer of model {model!r}, pre {pre!r}; 'gpt2' with {', '.join(_PATTERNS)} is served"
        )
    tokens, merges = _strings(file, "tokenizer.ggml.tokens"), _strings(file, "tokenizer.ggml.merges")
    kinds = file.pairs.get("tokenizer.ggml.token_type")
    if not isinstance(kinds, np.ndarray) or kinds.dtype.kind not in "iu" or len(kinds) != len(tokens):
        raise TokenizerError(
            f"{where}: tokenizer.ggml.token_type must hold one number for each of {len(tokens)} tokens"
        )
    ids: dict[str, int] = {}
    added: list[AddedToken] = []
    for id_, (text, kind) in enumerate(zip(tokens, kinds.tolist(), strict=True)):
        if kind == _UNUSED:
            continue  # rows of the embedding that no token has
        if kind not in (_NORMAL, _CONTROL, _USER_DEFINED) or text in ids or not 0 < len(text) <= MAX_TOKEN_BYTES // 4:
            raise TokenizerError(f"{where}: token {id_} ({text!r:.80}, type {kind}) can't be served, or is there twice")
        ids[text] = id_
        if kind != _NORMAL:
            added.append(AddedToken(text, id_, special=kind == _CONTROL))
    # Qwen's tokenizers bring text into NFC before they cut it; the format has no word for that.
    rules = TextRules(_PATTERNS[pre], True, tuple(added))
    return from_spellings(ids, _pairs(merges, where), rules, where)


def _strings(file: GgufFile, key: str) -> Strings:
    found = file.pairs.get(key)
    if not isinstance(found, Strings) or len(found) > MAX_TOKENS:
        raise TokenizerError(f"{file.path}: {key} must be an array of at most {MAX_TOKENS} texts")
    return found


def _pairs(merges: Strings, where: str) -> Iterator[tuple[str, str]]:
    for rank, merge in enumerate(merges):
        first, space, second = merge.partition(" ")
        if not space or not first or not second or " " in second:
            raise TokenizerError(f"{where}: merge {rank} must be two tokens, not {merge!r:.80}")
        yield first, second
