"""A hub name becomes a local folder: from the cache when it is there, else downloaded."""

import logging
import re
from pathlib import Path
from typing import Final

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.hub_cache import HubFolder, check_revision, hub_cache_dir, is_offline

_log = logging.getLogger(__name__)

DEFAULT_REVISION: Final = "main"
_WORD: Final = r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?"
_NAME = re.compile(f"{_WORD}/{_WORD}")


def resolve(
    name_or_path: str | Path,
    *,
    revision: str | None = None,
    cache_dir: str | Path | None = None,
    token: str | bool | None = None,
    local_files_only: bool = False,
    progress: bool | None = None,
) -> Path:
    """The local folder (or file) of a model: an existing path as it is, else a hub name, downloaded where needed.

    Of a repository of GGUF files, `NAME:LABEL` is the file of that format (Q8_0, say), and NAME that of Q4_K_M.
    `progress` None shows a bar when stderr is a terminal. What the cache holds whole is used without a look at the
    network. Raises CheckpointError saying what to do.
    """
    path = _at_home(Path(name_or_path))
    if _exists(path):
        if revision not in (None, DEFAULT_REVISION):
            raise CheckpointError(f"revision={revision!r}: {path} is a local folder, which has no revisions")
        return path
    from qwenchat.checkpoints.hub_gguf import cached, split_label  # a folder needs none of it

    text, label = split_label(str(name_or_path))
    name = _hub_name(text)
    wanted = check_revision(revision or DEFAULT_REVISION)
    where = HubFolder((Path(cache_dir).expanduser() if cache_dir else hub_cache_dir()).absolute(), name)
    commit = where.commit(wanted)
    if commit is not None and label is None and where.is_whole(commit):
        return where.snapshot(commit)
    if commit is not None and (label or where.is_gguf(commit)) and (file := cached(where.snapshot(commit), label)):
        return file
    if local_files_only or is_offline():
        return _offline(
            where, wanted, commit, label, "local_files_only=True" if local_files_only else "HF_HUB_OFFLINE is set"
        )
    from qwenchat.checkpoints.download import download  # the library behind it takes half a second to import
    from qwenchat.checkpoints.hub_errors import Unreachable

    try:
        return download(where, wanted, token, progress, label=label)
    except Unreachable as e:
        if commit is None or label is not None or not where.is_loadable(commit):
            raise
        _log.warning("%s; the cached copy is used, which may lack a file", e)
        return where.snapshot(commit)


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # no such user
        return path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long, a folder that may not be looked into
        return False


def _hub_name(name: str) -> str:
    fits = _NAME.fullmatch(name) is not None
    if fits and "--" not in name and ".." not in name and not name.endswith((".git", ".gguf")):
        return name
    if name.count("/") > 1 or name.startswith(("/", ".", "~")) or name.endswith(".gguf"):
        raise CheckpointError(f"{name[:200]}: no such folder or file")
    raise CheckpointError(
        f"{name[:200]!r} is neither a folder nor a hub name. A hub name is organisation/model, for instance "
        "Qwen/Qwen3-0.6B."
    )


def _offline(where: HubFolder, revision: str, commit: str | None, label: str | None, reason: str) -> Path:
    if commit is not None and label is None and where.is_loadable(commit):
        # Perhaps without a file the repository has, such as a template; but it was fetched so, and must do.
        return where.snapshot(commit)
    state = "only partly" if commit is not None and where.snapshot(commit).is_dir() else "not"
    name = f"{where.name}:{label}" if label else where.name
    raise CheckpointError(
        f"{name} ({revision}) is {state} in the cache {where.cache_dir}, and {reason}. Allow the network once, or give "
        "a folder."
    )
