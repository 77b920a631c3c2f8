"""Starts a run from an exported checkpoint folder, also when the vocabulary has changed since."""

from pathlib import Path

import torch
from torch import Tensor


def _letters(token: bytes, old: "dict[bytes, int]") -> list[int]:
    """The longest old tokens that make up a new one, from the left."""
    out, at = [], 0
    while at < len(token):
        end = next(e for e in range(len(token), at, -1) if token[at:e] in old)
        out.append(old[token[at:end]])
        at = end
    return out


def _bytes(vocabulary: Path) -> dict[bytes, int]:
    """Every token of a tokenizer.json as bytes (added ones as their text), with its id."""
    from tokenizers import Tokenizer

    tok = Tokenizer.from_file(str(vocabulary))
    added = set(tok.get_added_tokens_decoder())
    # The byte-level alphabet, as decoders.ByteLevel reads it.
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = {chr(b): b for b in plain}
    letters |= {chr(256 + i): b for i, b in enumerate(b for b in range(256) if b not in plain)}
    return {
        t.encode() if i in added else bytes(letters[ch] for ch in t): i for t, i in tok.get_vocab().items()
    }  # fmt: skip


def inherited(folder: Path, tokenizer: Path) -> dict[str, Tensor]:
    """The weights in `folder` by parameter name.

    A token it didn't know takes the row of the same word behind a space, else the mean of those it is made of.
    """
    from safetensors.torch import load_file

    weights = {name.removeprefix("model."): t.float() for name, t in load_file(folder / "model.safetensors").items()}
    old, new = _bytes(folder / "tokenizer.json"), _bytes(tokenizer)
    rows = weights["embed_tokens.weight"]
    mixed = torch.empty(len(new), rows.shape[1])
    for token, i in new.items():
        spaced = old.get(b" " + token)
        alike = [spaced] if spaced is not None and token not in old else _letters(token, old)
        mixed[i] = rows[alike].mean(0)
    weights["embed_tokens.weight"] = mixed
    return weights
