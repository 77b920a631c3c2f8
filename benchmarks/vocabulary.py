"""A Qwen3 `tokenizer.json`, made from the ranks in `qwen.tiktoken` that the dashscope package carries."""

import base64
import hashlib
import importlib.util
import json
from pathlib import Path
from typing import Any

RANKS_SHA256 = "b2b1b8dfb5cc5f024bafc373121c6aba3f66f9a5a0269e243470a1de16a33186"
SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
SPECIAL = (
    "<|endoftext|> <|im_start|> <|im_end|> <|object_ref_start|> <|object_ref_end|> <|box_start|> <|box_end|> "
    "<|quad_start|> <|quad_end|> <|vision_start|> <|vision_end|> <|vision_pad|> <|image_pad|> <|video_pad|>"
).split()
ADDED = (
    "<tool_call> </tool_call> <|fim_prefix|> <|fim_middle|> <|fim_suffix|> <|fim_pad|> <|repo_name|> <|file_sep|> "
    "<tool_response> </tool_response> <think> </think>"
).split()
CHATML = (
    "{%- for message in messages %}"
    "{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>' + '\\n' }}"
    "{%- endfor %}"
    "{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}"
)


class RanksMissing(RuntimeError):
    """The ranks file isn't here; the message says what to install."""


def find_ranks() -> Path:
    """Where the dashscope package keeps `qwen.tiktoken`; the package itself is not imported."""
    spec = importlib.util.find_spec("dashscope")
    if spec is None or not spec.submodule_search_locations:
        raise RanksMissing("the vocabulary comes from the dashscope package: pip install --no-deps dashscope")
    path = Path(next(iter(spec.submodule_search_locations))) / "resources" / "qwen.tiktoken"
    if not path.is_file():
        raise RanksMissing(f"{path} is missing: install a dashscope that carries qwen.tiktoken")
    return path


def read_ranks(path: Path) -> dict[bytes, int]:
    """Token bytes to rank, in rank order; the file must be the one that every Qwen up to 3 uses."""
    raw = path.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    if digest != RANKS_SHA256:
        raise RanksMissing(f"{path} has SHA-256 {digest}, not the known {RANKS_SHA256}")
    ranks = {}
    for line in raw.splitlines():
        token, rank = line.split()
        ranks[base64.b64decode(token)] = int(rank)
    return ranks


def byte_letters() -> list[str]:
    """GPT-2's printable letter for each byte, as `ByteLevel` spells tokens."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    letters = [""] * 256
    for byte in printable:
        letters[byte] = chr(byte)
    spare = 256
    for byte in range(256):
        if not letters[byte]:
            letters[byte] = chr(spare)
            spare += 1
    return letters


def split_in_two(token: bytes, ranks: dict[bytes, int]) -> tuple[bytes, bytes]:
    """The last merge that makes `token`: BPE with only the ranks below its own leaves exactly two parts."""
    limit = ranks[token]
    parts = [token[i : i + 1] for i in range(len(token))]
    while len(parts) > 2:
        best_rank, best = limit, -1
        for i in range(len(parts) - 1):
            rank = ranks.get(parts[i] + parts[i + 1], limit)
            if rank < best_rank:
                best_rank, best = rank, i
        if best < 0:
            raise RanksMissing(f"token of rank {limit} can't be merged from lower ranks")
        parts[best : best + 2] = [parts[best] + parts[best + 1]]
    return parts[0], parts[1]


def _added_token(token_id: int, content: str, special: bool) -> dict[str, Any]:
    return {
        "id": token_id,
        "content": content,
        "single_word": False,
        "lstrip": False,
        "rstrip": False,
        "normalized": False,
        "special": special,
    }


def added_tokens(first_id: int) -> list[dict[str, Any]]:
    """Qwen3's special and added tokens, numbered from `first_id`."""
    names = [(name, True) for name in SPECIAL] + [(name, False) for name in ADDED]
    return [_added_token(first_id + i, name, special) for i, (name, special) in enumerate(names)]


def tokenizer_json(ranks: dict[bytes, int]) -> dict[str, Any]:
    """The whole `tokenizer.json` object."""
    letters = byte_letters()
    spelled = {token: "".join(letters[byte] for byte in token) for token in ranks}
    merges = [[spelled[part] for part in split_in_two(token, ranks)] for token in ranks if len(token) > 1]
    byte_level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": False, "use_regex": False}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": added_tokens(len(ranks)),
        "normalizer": {"type": "NFC"},
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "Split", "pattern": {"Regex": SPLIT}, "behavior": "Isolated", "invert": False},
                byte_level,
            ],
        },
        "post_processor": byte_level,
        "decoder": byte_level,
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": "",
            "end_of_word_suffix": "",
            "fuse_unk": False,
            "byte_fallback": False,
            "ignore_merges": False,
            "vocab": {spelled[token]: rank for token, rank in ranks.items()},
            "merges": merges,
        },
    }


def tokenizer_config(first_id: int) -> dict[str, Any]:
    """`tokenizer_config.json` beside it, with a small ChatML template so that a chat renders one."""
    decoder = {str(token.pop("id")): token for token in added_tokens(first_id)}
    return {
        "add_bos_token": False,
        "add_prefix_space": False,
        "added_tokens_decoder": decoder,
        "additional_special_tokens": SPECIAL[1:],
        "bos_token": None,
        "chat_template": CHATML,
        "clean_up_tokenization_spaces": False,
        "eos_token": "<|im_end|>",
        "errors": "replace",
        "model_max_length": 131072,
        "pad_token": "<|endoftext|>",
        "split_special_tokens": False,
        "tokenizer_class": "Qwen2Tokenizer",
        "unk_token": None,
    }


def write_tokenizer(folder: Path, ranks: dict[bytes, int]) -> None:
    """Both tokenizer files into `folder`."""
    config = json.dumps(tokenizer_config(len(ranks)), indent=2)
    (folder / "tokenizer_config.json").write_text(config, encoding="utf-8")
    whole = json.dumps(tokenizer_json(ranks), ensure_ascii=False)
    (folder / "tokenizer.json").write_text(whole, encoding="utf-8")
