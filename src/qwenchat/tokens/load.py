"""A checkpoint folder → its tokenizer."""

from functools import partial
from pathlib import Path

from qwenchat.tokens.cache import cached_table
from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.tokenizer import Tokenizer
from qwenchat.tokens.vocabulary import Vocabulary

# Of the formats whose files a folder has, the first is read.
_FORMATS = (("tokenizer.json",), ("vocab.json", "merges.txt"), ("qwen.tiktoken",))
_BESIDE = ("tokenizer_config.json", "added_tokens.json")


def load_tokenizer(folder: Path, cache_dir: Path | None = None) -> Tokenizer:
    """The tokenizer of a checkpoint folder: of tokenizer.json, vocab.json and merges.txt, or qwen.tiktoken.

    Instead of a folder, `folder` may be a GGUF file, which holds its own.

    `cache_dir` keeps its compiled form, which the next start maps in a few milliseconds; it is made where it
    does not exist, and where it can't be used the tokenizer is built in memory. Raises TokenizerError, naming
    file and field, for anything that can't be served as the file says.
    """
    if folder.is_file():
        return Tokenizer(*cached_table(folder, [folder], cache_dir, partial(_read, "gguf", folder)))
    for names in _FORMATS:
        if all((folder / name).is_file() for name in names):
            files = [folder / name for name in (*names, *_BESIDE)]
            build = partial(_read, names[0], folder)
            return Tokenizer(*cached_table(folder, files, cache_dir, build))
    if not folder.is_dir():
        raise TokenizerError(f"{folder}: no such folder")
    wanted = ", or ".join(" and ".join(names) for names in _FORMATS)
    raise TokenizerError(f"{folder}: no tokenizer: a checkpoint folder has {wanted}")


def _read(name: str, folder: Path) -> Vocabulary:
    # Imported when the table has to be made, which is once a checkpoint.
    if name == "tokenizer.json":
        from qwenchat.tokens.tokenizer_json import read_tokenizer_json

        return read_tokenizer_json(folder)
    if name == "vocab.json":
        from qwenchat.tokens.merges_file import read_merges_files

        return read_merges_files(folder)
    if name == "gguf":
        from qwenchat.tokens.gguf_vocabulary import read_gguf

        return read_gguf(folder)
    from qwenchat.tokens.tiktoken_file import read_tiktoken

    return read_tiktoken(folder)
