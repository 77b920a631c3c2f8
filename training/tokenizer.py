"""Learns tiny's vocabulary from generated text: python -m training.tokenizer writes tokenizer.json."""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from training import MODEL_DIR, words
from training.generate import conversations

VOCAB_SIZE = 4096
SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
ADDED = ("<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>", "<think>", "</think>")
# Qwen2's cut of text into words; digits stand alone.
PATTERN = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
# While it learns, letters stand apart from whatever is before them, and Han characters from each other: a word is
# then the same tokens at the start of a line, behind a space, in quotes or in a longer name, and copying it is easy.
_APART = r"\p{Han}|[^\P{L}\p{Han}]+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+"
N_SPACED = 420  # so many frequent words also get a token with their space


def _texts(n: int, seed: int) -> Iterator[str]:
    for c in islice(conversations(seed), n):
        for m in c.messages:
            yield m["content"]
            yield m.get("reasoning_content", "")
            if m.get("tool_calls"):
                yield json.dumps(m["tool_calls"][0]["function"], ensure_ascii=False)
        if c.tools:
            yield from (json.dumps(t, ensure_ascii=False) for t in c.tools)


def _spaced(texts: list[str], vocab: dict[str, int]) -> list[str]:
    """The words most often met behind a space that are one token and no value that will be copied."""
    values = {word for pairs in words.LISTS for pair in pairs for word in pair[0].split()}
    found = Counter(word for t in texts for word in re.findall(r"(?<= )[a-z]+|(?<= )I(?![a-z])", t))
    return [word for word, _ in found.most_common() if word in vocab and word not in values][:N_SPACED]


def learn(n: int, seed: int) -> str:
    """tokenizer.json of a byte-level BPE with exactly VOCAB_SIZE entries."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

    def cut(pattern: str) -> pre_tokenizers.PreTokenizer:
        level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
        return pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(pattern), "isolated"), level])

    tok = Tokenizer(models.BPE())
    tok.normalizer = normalizers.NFC()
    tok.pre_tokenizer = cut(_APART)
    tok.decoder = decoders.ByteLevel(add_prefix_space=False, trim_offsets=False, use_regex=False)
    trainer = trainers.BpeTrainer(
        vocab_size=VOCAB_SIZE - N_SPACED - len(SPECIAL) - len(ADDED), min_frequency=2, show_progress=False,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), max_token_length=16,
    )  # fmt: skip
    texts = list(_texts(n, seed))
    tok.train_from_iterator([*texts, *words.HAN * 3], trainer)
    model = json.loads(tok.to_str())["model"]
    vocab, merges = model["vocab"], [tuple(m) for m in model["merges"]]
    for word in _spaced(texts, vocab):
        # Last in rank, so that a space joins a word only when the word stands whole.
        vocab["\u0120" + word] = len(vocab)
        merges.append(("\u0120", word))
    tok.model = models.BPE(vocab=vocab, merges=merges)
    tok.pre_tokenizer = cut(PATTERN)
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
