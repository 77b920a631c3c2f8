"""vocab.json and merges.txt, the two files of GPT-2's format."""

from collections.abc import Iterator
from pathlib import Path

from qwenchat.tokens.config_file import FILE_NAME as CONFIG_NAME
from qwenchat.tokens.config_file import implied_pattern, read_config
from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.files import read_object, read_text
from qwenchat.tokens.spellings import from_spellings
from qwenchat.tokens.vocabulary import TextRules, Vocabulary

VOCAB_NAME = "vocab.json"
MERGES_NAME = "merges.txt"
ADDED_NAME = "added_tokens.json"


def read_merges_files(folder: Path) -> Vocabulary:
    """The folder's vocab.json and merges.txt, with tokenizer_config.json's added tokens."""
    config = read_config(folder)
    added = config.added or ()
    known = {token.text for token in added}
    if (folder / ADDED_NAME).is_file():
        for text in read_object(folder / ADDED_NAME):
            if text not in known:
                # That file does not say which of its tokens are special.
                raise TokenizerError(
                    f"{folder / ADDED_NAME}: {text!r:.80} is missing in {CONFIG_NAME}'s added_tokens_decoder"
                )
    rules = TextRules(implied_pattern(config, folder / MERGES_NAME), nfc=True, added=added)
    ids = read_object(folder / VOCAB_NAME)
    return from_spellings(ids, _pairs(folder / MERGES_NAME), rules, str(folder / VOCAB_NAME))


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line or line.startswith("#version"):
            continue
        parts = line.removesuffix("\r").split(" ")
        if len(parts) != 2:
            raise TokenizerError(f"{path}: line {number}: must be two tokens, not {line!r:.80}")
        yield parts[0], parts[1]
