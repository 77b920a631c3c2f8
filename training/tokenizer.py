"""Learns tiny's vocabulary from generated text: python -m training.tokenizer writes tokenizer.json."""

import argparse
import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from training.generate import conversations

MODEL_DIR = Path(__file__).parents[1] / "src" / "qwenchat" / "tiny" / "model"
VOCAB_SIZE = 4096
SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
ADDED = ("<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>", "<think>", "</think>")
# Qwen2's cut of text into words; digits stand alone.
PATTERN = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def _loosen(text: str, rng: Random) -> str:
    """Han runs cut into ones and twos, so that no phrase of a pattern becomes a token."""

    def cut(run: re.Match[str]) -> str:
        out, chars = [], run.group()
        while chars:
            n = rng.choice((1, 2, 2))
            out.append(chars[:n])
            chars = chars[n:]
        return "\n".join(out)

    return _HAN.sub(cut, text)


def _texts(n: int, seed: int) -> Iterator[str]:
    rng = Random(seed)
    for c in islice(conversations(seed), n):
        for m in c.messages:
            yield _loosen(m["content"], rng)
            if m.get("tool_calls"):
                yield json.dumps(m["tool_calls"][0]["function"], ensure_ascii=False)
        if c.tools:
            yield from (json.dumps(t, ensure_ascii=False) for t in c.tools)


def learn(n: int, seed: int) -> str:
    """tokenizer.json of a byte-level BPE with exactly VOCAB_SIZE entries."""
    from tokenizers import (
        AddedToken,
        Regex,
        Tokenizer,
        decoders,
        models,
        normalizers,
        pre_tokenizers,
        trainers,
    )

    tok = Tokenizer(models.BPE(byte_fallback=False))
    tok.normalizer = normalizers.NFC()
    tok.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PATTERN), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tok.decoder = decoders.ByteLevel(add_prefix_space=False, trim_offsets=False, use_regex=False)
    trainer = trainers.BpeTrainer(
        vocab_size=VOCAB_SIZE - len(SPECIAL) - len(ADDED), min_frequency=2, show_progress=False,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), max_token_length=16,
    )  # fmt: skip
    tok.train_from_iterator(_texts(n, seed), trainer)
    tok.add_special_tokens([AddedToken(t, special=True, normalized=False) for t in SPECIAL])
    tok.add_tokens([AddedToken(t, special=False, normalized=False) for t in ADDED])
    if tok.get_vocab_size() != VOCAB_SIZE:
        raise ValueError(f"learned {tok.get_vocab_size()} entries, wanted {VOCAB_SIZE}: give more conversations")
    return tok.to_str(pretty=True)


def main() -> None:
    """Learn and write tokenizer.json."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("-n", type=int, default=40000)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--out", type=Path, default=MODEL_DIR)
    opts = args.parse_args()
    opts.out.mkdir(parents=True, exist_ok=True)
    (opts.out / "tokenizer.json").write_text(learn(opts.n, opts.seed), encoding="utf-8")


if __name__ == "__main__":
    main()
