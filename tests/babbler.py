"""A model that says one character until it is stopped: tiny with its last norm at zero, so all tokens are alike."""

import json
import shutil
import struct
from pathlib import Path

from qwenchat import tiny


def babbler(folder: Path, says: str) -> str:
    """Write a checkpoint into `folder` whose greedy answer is `says`, an ASCII character, without end; its path."""
    for file in tiny.folder().iterdir():
        shutil.copy(file, folder)
    _silence(folder / "model.safetensors")
    # So long an answer that nobody who wants to stop it comes too late.
    _change(folder / "config.json", lambda config: config.update(max_position_embeddings=32768))
    _change(folder / "generation_config.json", lambda config: config.update(do_sample=False))
    # Of equal logits the lowest id wins: that id becomes the character's. Control bytes are spelt beyond Latin-1.
    letter = says if "!" <= says <= "~" else chr(0x100 + ord(says))

    def first(tokenizer: dict) -> None:
        vocabulary = tokenizer["model"]["vocab"]
        other = next(token for token, number in vocabulary.items() if number == 0)
        vocabulary[other], vocabulary[letter] = vocabulary[letter], 0

    _change(folder / "tokenizer.json", first)
    return str(folder)


def _silence(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    (n_header,) = struct.unpack_from("<Q", raw)
    begin, end = json.loads(raw[8 : 8 + n_header])["model.norm.weight"]["data_offsets"]
    raw[8 + n_header + begin : 8 + n_header + end] = bytes(end - begin)
    file.write_bytes(raw)


def _change(file: Path, change) -> None:
    document = json.loads(file.read_text())
    change(document)
    file.write_text(json.dumps(document))
