"""The hub's cache on disk, read without its library: that one costs half a second to import.

Layout (huggingface_hub's "Understand caching" guide): `models--org--name/` with `refs/<revision>` holding a commit,
`snapshots/<commit>/` holding links into `blobs/`, and `.no_exist/<commit>/` marking files a repository doesn't have.
"""

import os
import re
from pathlib import Path
from typing import Final

from msgspec import Struct

from qwenchat.checkpoints.config import QUANTISED
from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.shards import INDEX, SINGLE, shard_places

# Everything a checkpoint of ours may have besides weights. The first three decide how a model answers, so a cached
# copy counts as whole only when each is there or is known not to exist.
DECIDING: Final = ("generation_config.json", "tokenizer_config.json", "chat_template.jinja")
TEXT: Final = (
    "config.json",
    QUANTISED,
    *DECIDING,
    "tokenizer.json",
    "vocab.json",
    "merges.txt",
    "qwen.tiktoken",
    "added_tokens.json",
    "special_tokens_map.json",
)

_COMMIT = re.compile(r"[0-9a-f]{40}")
_REVISION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,200}")
_TRUE: Final = frozenset({"1", "ON", "YES", "TRUE"})


class HubFolder(Struct, frozen=True):
    """Where one model lives in a cache."""

    cache_dir: Path
    name: str  # org/name, checked

    @property
    def storage(self) -> Path:
        """The model's own folder."""
        return self.cache_dir / ("models--" + self.name.replace("/", "--"))

    def commit(self, revision: str) -> str | None:
        """The commit a branch, tag or commit stands for, as far as this cache knows."""
        if _COMMIT.fullmatch(revision):
            return revision
        try:
            found = (self.storage / "refs" / revision).read_text().strip()
        except (OSError, UnicodeDecodeError):
            return None
        return found if _COMMIT.fullmatch(found) else None

    def snapshot(self, commit: str) -> Path:
        """The folder of a commit's files."""
        return self.storage / "snapshots" / commit

    def absence(self, commit: str, file: str) -> Path:
        """The mark that a commit has no such file."""
        return self.storage / ".no_exist" / commit / file

    def is_loadable(self, commit: str) -> bool:
        """Whether config, weights and a tokenizer are there."""
        folder = self.snapshot(commit)
        has_text = any((folder / f).is_file() for f in ("tokenizer.json", "vocab.json", "qwen.tiktoken"))
        return (folder / "config.json").is_file() and has_text and _has_weights(folder)

    def is_gguf(self, commit: str) -> bool:
        """Whether the commit is known to have no weights in safetensors."""
        return all(self.absence(commit, f).exists() for f in (SINGLE, INDEX))

    def is_whole(self, commit: str) -> bool:
        """Whether nothing is left to ask the hub for."""
        folder = self.snapshot(commit)
        decided = all((folder / f).is_file() or self.absence(commit, f).exists() for f in DECIDING)
        return decided and self.is_loadable(commit)


def check_revision(revision: str) -> str:
    """`revision`, which must be a branch, a tag or a commit."""
    if not _REVISION.fullmatch(revision) or ".." in revision or "//" in revision or revision.endswith("/"):
        raise CheckpointError(f"revision {revision[:100]!r}: a branch, a tag or a commit is expected")
    return revision


def hub_cache_dir() -> Path:
    """The cache of this user, by the variables huggingface_hub honours: HF_HUB_CACHE, HF_HOME, XDG_CACHE_HOME."""
    for variable in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if os.environ.get(variable):
            return _expanded(os.environ[variable])
    if os.environ.get("HF_HOME"):
        return _expanded(os.environ["HF_HOME"]) / "hub"
    base = os.environ.get("XDG_CACHE_HOME")
    return (_expanded(base) if base else Path.home() / ".cache") / "huggingface" / "hub"


def is_offline() -> bool:
    """Whether HF_HUB_OFFLINE (or TRANSFORMERS_OFFLINE) forbids the network."""
    said = os.environ.get("HF_HUB_OFFLINE") or os.environ.get("TRANSFORMERS_OFFLINE") or ""
    return said.upper() in _TRUE


def _expanded(path: str) -> Path:
    return Path(os.path.expandvars(os.path.expanduser(path)))


def _has_weights(folder: Path) -> bool:
    if (folder / SINGLE).is_file():
        return True
    if not (folder / INDEX).is_file():
        return False
    return all((folder / shard).is_file() for shard in set(shard_places(folder / INDEX).values()))
