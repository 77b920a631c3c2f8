"""Download of a model into the hub's cache, through huggingface_hub, without anything that could carry code."""

import logging
import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from qwenchat.checkpoints.bars import bar
from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.hub_cache import DECIDING, TEXT, HubFolder
from qwenchat.checkpoints.hub_errors import clear_errors, network_errors
from qwenchat.checkpoints.hub_gguf import chosen
from qwenchat.checkpoints.shards import INDEX, SINGLE, shard_places
from qwenchat.checkpoints.transfer import Line, Patience, Stopped, is_hash, transfer

_log = logging.getLogger(__name__)

FILES_AT_ONCE: Final = 4
SPARE_BYTES: Final = 64 << 20  # left free on the disk
LOCK_LOOK_S: Final = 2.0
_COMMIT = re.compile(r"[0-9a-f]{40}")

Sizes = Mapping[str, int]  # of the repository's files, in bytes; 0 where the hub doesn't say


class _Job(Struct, frozen=True):
    """One commit of one model, and how to reach it."""

    where: HubFolder
    commit: str
    sizes: Sizes
    token: str | bool | None
    line: Line

    @property
    def folder(self) -> Path:
        return self.where.snapshot(self.commit)


def download(
    where: HubFolder,
    revision: str,
    token: str | bool | None = None,
    progress: bool | None = None,
    patience: Patience | None = None,
    label: str | None = None,
) -> Path:
    """The snapshot folder of `where` at `revision`, with every needed file in it; or its GGUF file (see `resolve`)."""
    with clear_errors(where, revision):
        commit, sizes = _listing(where, revision, token)
        ggufs = _ggufs(where.name, sizes, label)
        missing = [f for f in ggufs or filter(_is_wanted, sizes) if not (where.snapshot(commit) / f).exists()]
        n_bytes = sum(sizes[f] for f in missing)
        _log.info("downloading %s, %d bytes", where.name, n_bytes)
        with bar(where.name, n_bytes, progress) as advance:
            line = Line(_headers(token), advance, threading.Event(), patience or Patience())
            job = _Job(where, commit, sizes, token, line)
            if ggufs:
                _fetch_all(job, ggufs)
            else:
                # Weights last: whoever finds them in the cache may believe that the rest is there as well.
                _fetch_all(job, [f for f in (*TEXT, *([] if SINGLE in sizes else [INDEX])) if f in sizes])
                _fetch_all(job, _weight_files(job))
        _remember(job, revision)
    return job.folder / ggufs[0] if ggufs else job.folder


def _listing(where: HubFolder, revision: str, token: str | bool | None) -> tuple[str, Sizes]:
    from huggingface_hub import HfApi

    said = HfApi(library_name="qwenchat").model_info(where.name, revision=revision, files_metadata=True, token=token)
    if said.sha is None or not _COMMIT.fullmatch(said.sha):
        raise CheckpointError(f"{where.name}: the hub names no commit for {revision!r}; is HF_ENDPOINT a hub?")
    return said.sha, {one.rfilename: one.size or 0 for one in said.siblings or ()}


def _is_wanted(file: str) -> bool:
    return file in TEXT or file in (SINGLE, INDEX) or ("/" not in file and file.endswith(".safetensors"))


def _ggufs(name: str, sizes: Sizes, label: str | None) -> tuple[str, ...]:
    """The GGUF files to fetch; none where the repository has weights in safetensors and no `label` asks for others."""
    if label is None and (SINGLE in sizes or INDEX in sizes):
        return ()
    if label is not None or any(f.endswith(".gguf") for f in sizes):
        return chosen(name, sizes, label)
    if any(f.endswith((".bin", ".pt", ".pth")) for f in sizes):
        raise CheckpointError(
            f"{name}: only pickled weights, which can carry code and are never opened. Take a revision with "
            ".safetensors files."
        )
    raise CheckpointError(f"{name}: no weights (neither {SINGLE} nor {INDEX})")


def _weight_files(job: _Job) -> list[str]:
    if SINGLE in job.sizes:
        return [SINGLE]
    shards = sorted(set(shard_places(job.folder / INDEX).values()))
    absent = [shard for shard in shards if shard not in job.sizes]
    if absent:
        raise CheckpointError(f"{job.where.name}: {absent[0]} is in {INDEX} but not on the hub; tell its authors")
    return shards


def _fetch_all(job: _Job, files: Sequence[str]) -> None:
    missing = [f for f in files if not (job.folder / f).exists()]
    _check_disk(job, sum(job.sizes[f] for f in missing))
    with ThreadPoolExecutor(FILES_AT_ONCE) as pool:
        running = [pool.submit(_fetch, job, file) for file in missing]
        try:
            wait(running, return_when=FIRST_EXCEPTION)
        finally:
            # At a failure or Ctrl-C the others end after their next bytes; at success nothing runs any more.
            job.line.stop.set()
            pool.shutdown(cancel_futures=True)
            job.line.stop.clear()
    failures = [e for r in running if not r.cancelled() and (e := r.exception()) is not None]
    for failure in sorted(failures, key=lambda e: isinstance(e, Stopped)):
        raise failure


def _check_disk(job: _Job, n_bytes: int) -> None:
    blobs = job.where.storage / "blobs"
    blobs.mkdir(parents=True, exist_ok=True)
    n_bytes -= sum(part.stat().st_size for part in blobs.glob("*.incomplete"))
    free = shutil.disk_usage(blobs).free
    if n_bytes + SPARE_BYTES > free:
        raise CheckpointError(
            f"{job.where.name}: {n_bytes / 1e9:.2f} GB are still to come and {blobs} has {free / 1e9:.2f} GB free. "
            "Make room, or give another cache_dir."
        )


def _fetch(job: _Job, file: str) -> None:
    from huggingface_hub import get_hf_file_metadata, hf_hub_download, hf_hub_url

    url = hf_hub_url(job.where.name, file, revision=job.commit)
    said = _patiently(lambda: get_hf_file_metadata(url, token=job.token), job.line)
    if not is_hash(said.etag) or said.size is None:
        # Not a hub's usual answer; a mirror's perhaps. The library knows best, though it can't go on after a cut.
        hf_hub_download(job.where.name, file, revision=job.commit, cache_dir=job.where.cache_dir, token=job.token)
        return
    blob = job.where.storage / "blobs" / said.etag
    with _locked(job, said.etag):
        if blob.exists():
            job.line.advance(said.size)
        else:
            transfer(url, blob, said.size, job.line)
        _link(blob, job.folder / file)


def _patiently(ask: Callable[[], Any], line: Line) -> Any:
    from huggingface_hub.errors import HfHubHTTPError

    for n_failed in range(line.patience.tries):
        try:
            return ask()
        except HfHubHTTPError:
            raise
        except network_errors() as e:
            _log.info("asking again: %s", e)
            if line.stop.wait(line.patience.first_pause_s * 2**n_failed):
                raise Stopped from None
    return ask()


@contextmanager
def _locked(job: _Job, etag: str) -> Iterator[None]:
    """The library's own lock of a blob, so that two downloads of one model, of whatever program, fetch it once."""
    from huggingface_hub import utils

    hub: Any = utils
    lock = job.where.cache_dir / ".locks" / job.where.storage.name / f"{etag}.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    while True:
        held = hub.WeakFileLock(lock, timeout=LOCK_LOOK_S)
        try:
            held.__enter__()
            break
        except TimeoutError:
            if job.line.stop.is_set():
                raise Stopped from None
    try:
        yield
    finally:
        held.__exit__(None, None, None)


def _link(blob: Path, pointer: Path) -> None:
    pointer.parent.mkdir(parents=True, exist_ok=True)
    if pointer.exists():
        return
    pointer.unlink(missing_ok=True)  # a link to nothing
    try:
        pointer.symlink_to(os.path.relpath(blob, pointer.parent))
    except FileExistsError:
        return
    except OSError:  # no links on this file system: the file itself moves, as the library does it
        os.replace(blob, pointer)


def _remember(job: _Job, revision: str) -> None:
    """Note what the repository doesn't have, then, last of all, which commit the revision is."""
    for file in (*DECIDING, SINGLE, INDEX):
        if file not in job.sizes:
            mark = job.where.absence(job.commit, file)
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()
    if revision != job.commit:
        ref = job.where.storage / "refs" / revision
        ref.parent.mkdir(parents=True, exist_ok=True)
        half = ref.with_name(f"{ref.name}.{os.getpid()}.{time.monotonic_ns()}.tmp")
        half.write_text(job.commit)
        os.replace(half, ref)


def _headers(token: str | bool | None) -> dict[str, str]:
    from huggingface_hub import utils

    hub: Any = utils
    made: dict[str, str] = hub.build_hf_headers(token=token, library_name="qwenchat")
    return made
