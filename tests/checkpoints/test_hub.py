"""Hub names: the cache first, downloads that survive cut lines, errors that say what to do."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qwenchat.checkpoints import CheckpointError, open_checkpoint, resolve
from qwenchat.checkpoints.hub_cache import HubFolder, hub_cache_dir
from qwenchat.checkpoints.transfer import Patience
from tests.checkpoints.small_checkpoints import CONFIG, bf16, qwen3_tensors, safetensors_bytes
from tests.checkpoints.small_hub import COMMIT, SmallHub, etag

NAME = "Qwen/Small"
SINGLE = "model.safetensors"
INDEX = "model.safetensors.index.json"
# huggingface_hub before version 1 has requests, which loses what a cut leaves in its buffer.
LOST_AT_A_CUT = 0 if version("huggingface_hub") >= "1" else 3 * 65536


def repo(n_rows: int = 1000) -> dict[str, bytes]:
    """A repository with a weight file of 512 bytes a row, and things nobody should fetch."""
    rng = np.random.default_rng(0)
    weights = qwen3_tensors() | {"big": bf16(rng.standard_normal((n_rows, 256)))}
    return {
        "config.json": json.dumps(CONFIG).encode(),
        "generation_config.json": b'{"temperature": 0.6}',
        "tokenizer_config.json": b'{"chat_template": "{{ messages }}"}',
        "tokenizer.json": b"{}" * 10_000,
        SINGLE: safetensors_bytes(weights),
        "pytorch_model.bin": b"pickle",
        "modeling_qwen.py": b"import os",
        "README.md": b"# hello",
    }


FETCHED = {"config.json", "generation_config.json", "tokenizer_config.json", "tokenizer.json", SINGLE}


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallHub]:
    """A hub that this process's huggingface_hub takes for the real one."""
    from huggingface_hub import constants, file_download

    for variable in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_TOKEN", "HF_HOME", "HF_HUB_CACHE"):
        monkeypatch.delenv(variable, raising=False)
    with SmallHub() as server:
        monkeypatch.setattr(constants, "ENDPOINT", server.url)
        template = server.url + "/{repo_id}/resolve/{revision}/{filename}"
        for module in (constants, file_download):  # older versions keep a copy
            monkeypatch.setattr(module, "HUGGINGFACE_CO_URL_TEMPLATE", template, raising=False)
        monkeypatch.setattr("qwenchat.checkpoints.download.Patience", lambda: Patience(5, 0.01))
        server.repos[NAME] = repo()
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def environment(hub: SmallHub, cache: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("HF_", "TRANSFORMERS_"))}
    return {**kept, "HF_ENDPOINT": hub.url, "HF_HUB_CACHE": str(cache), "PYTHONUNBUFFERED": "1", **more}


RESOLVE = "import sys; from qwenchat.checkpoints import resolve; print(resolve(sys.argv[1]))"
WITHOUT_LIBRARY = RESOLVE + "; assert 'huggingface_hub' not in sys.modules"


def start(hub: SmallHub, cache: Path, code: str = RESOLVE, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, NAME],
        env=environment(hub, cache, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(p: subprocess.Popen[str]) -> Path:
    out, err = p.communicate(timeout=60)
    assert p.returncode == 0, err
    return Path(out.strip())


def whole(folder: Path, files: dict[str, bytes]) -> None:
    assert {f.name for f in folder.iterdir()} == FETCHED
    for name in FETCHED:
        assert (folder / name).read_bytes() == files[name]


def test_a_model_is_downloaded_once_and_then_served_from_the_cache(hub: SmallHub, tmp_path: Path) -> None:
    folder = resolve(NAME, cache_dir=tmp_path)
    whole(folder, hub.repos[NAME])
    assert open_checkpoint(folder).config.model_type == "qwen3"
    assert len(open_checkpoint(folder).tensors()) == len(qwen3_tensors()) + 1
    assert not any(p.endswith((".bin", ".py", ".md")) for _, p, _ in hub.requests)
    hub.requests.clear()
    assert resolve(NAME, cache_dir=tmp_path) == folder
    assert resolve(NAME, cache_dir=tmp_path, revision=COMMIT) == folder
    assert hub.requests == []


def test_the_cache_is_the_librarys_own(hub: SmallHub, tmp_path: Path) -> None:
    from huggingface_hub import hf_hub_download, try_to_load_from_cache

    folder = resolve(NAME, cache_dir=tmp_path)
    for file in FETCHED:
        assert try_to_load_from_cache(NAME, file, cache_dir=tmp_path) == str(folder / file)
    hub.requests.clear()
    assert hf_hub_download(NAME, SINGLE, cache_dir=tmp_path, local_files_only=True) == str(folder / SINGLE)
    assert hub.requests == []
    assert not list(tmp_path.rglob("*.incomplete"))


def test_a_copy_the_library_made_is_used(hub: SmallHub, tmp_path: Path) -> None:
    from huggingface_hub import hf_hub_download

    for file in FETCHED:
        hf_hub_download(NAME, file, cache_dir=tmp_path)
    hub.sent.clear()
    whole(resolve(NAME, cache_dir=tmp_path), hub.repos[NAME])  # asks once whether there is a chat_template.jinja
    assert hub.sent == {}
    hub.requests.clear()
    resolve(NAME, cache_dir=tmp_path)
    assert hub.requests == []


@pytest.mark.parametrize("reset", [False, True])
def test_cut_connections_are_continued(hub: SmallHub, tmp_path: Path, reset: bool) -> None:
    hub.reset = reset
    hub.cut_after = {SINGLE: [100_000, 1, 0, 200_000], "tokenizer.json": [7]}
    whole(resolve(NAME, cache_dir=tmp_path), hub.repos[NAME])
    assert len(hub.ranges(SINGLE)) == 5
    if not reset:  # a reset may take what was under way with it
        assert hub.sent[SINGLE] <= len(hub.repos[NAME][SINGLE]) + LOST_AT_A_CUT
        assert int(hub.ranges(SINGLE)[1].removeprefix("bytes=").removesuffix("-")) >= 100_000 - LOST_AT_A_CUT


def test_a_server_without_ranges_starts_again(hub: SmallHub, tmp_path: Path) -> None:
    hub.ignore_ranges = True
    hub.cut_after = {SINGLE: [100_000]}
    whole(resolve(NAME, cache_dir=tmp_path), hub.repos[NAME])


def test_a_busy_server_is_asked_again(hub: SmallHub, tmp_path: Path) -> None:
    hub.fail_next = {SINGLE: [503, 429]}
    whole(resolve(NAME, cache_dir=tmp_path), hub.repos[NAME])


def test_a_line_that_stays_dead_is_given_up_and_what_came_is_kept(hub: SmallHub, tmp_path: Path) -> None:
    hub.cut_after = {SINGLE: [100_000, *[0] * 9]}
    with pytest.raises(CheckpointError, match=r"keeps failing at [1-9][\d,]+ of .* run the same command again"):
        resolve(NAME, cache_dir=tmp_path)
    hub.cut_after = {}
    whole(resolve(NAME, cache_dir=tmp_path), hub.repos[NAME])
    assert hub.sent[SINGLE] <= len(hub.repos[NAME][SINGLE]) + LOST_AT_A_CUT


def parts(folder: Path) -> list[Path]:
    """Downloads under way, of which something is there."""
    return [p for p in folder.rglob("*.incomplete") if p.stat().st_size > 100_000]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_stopped_download_goes_on_where_it_was(hub: SmallHub, tmp_path: Path, how: signal.Signals) -> None:
    hub.repos[NAME] = repo(n_rows=8000)
    hub.slow_s = 0.05
    first = start(hub, tmp_path)
    # What was sent may still lie in a socket: what counts is on the disk.
    while not parts(tmp_path) and first.poll() is None:
        time.sleep(0.02)
    first.send_signal(how)
    first.communicate(timeout=30)
    (part,) = parts(tmp_path)
    n_kept = part.stat().st_size
    hub.slow_s = 0
    hub.requests.clear()
    whole(resolve(NAME, cache_dir=tmp_path), hub.repos[NAME])
    assert hub.ranges(SINGLE) == [f"bytes={n_kept}-"]


def test_a_damaged_part_is_fetched_again(hub: SmallHub, tmp_path: Path) -> None:
    blobs = tmp_path / "models--Qwen--Small" / "blobs"
    blobs.mkdir(parents=True)
    (blobs / (etag(hub.repos[NAME][SINGLE]) + ".incomplete")).write_bytes(b"\0" * 1000)
    whole(resolve(NAME, cache_dir=tmp_path), hub.repos[NAME])
    for junk in (b"\0" * len(hub.repos[NAME][SINGLE]), b"\0" * 10_000_000):
        other = tmp_path / f"{len(junk)}"
        blobs = other / "models--Qwen--Small" / "blobs"
        blobs.mkdir(parents=True)
        (blobs / (etag(hub.repos[NAME][SINGLE]) + ".incomplete")).write_bytes(junk)
        whole(resolve(NAME, cache_dir=other), hub.repos[NAME])


def test_a_file_that_isnt_what_its_hash_says_is_never_used(hub: SmallHub, tmp_path: Path) -> None:
    hub.corrupt = {SINGLE}
    with pytest.raises(CheckpointError, match="doesn't match its hash, twice"):
        resolve(NAME, cache_dir=tmp_path)
    assert not list(tmp_path.rglob(SINGLE))


def test_two_processes_fetch_one_model_once(hub: SmallHub, tmp_path: Path) -> None:
    hub.slow_s = 0.02
    both = [start(hub, tmp_path), start(hub, tmp_path)]
    first, second = map(finished, both)
    assert first == second
    whole(first, hub.repos[NAME])
    assert hub.sent[SINGLE] == len(hub.repos[NAME][SINGLE])


def test_offline_serves_the_cache_without_the_library(hub: SmallHub, tmp_path: Path) -> None:
    missing = start(hub, tmp_path, HF_HUB_OFFLINE="1")
    assert "is not in the cache" in missing.communicate()[1]
    folder = resolve(NAME, cache_dir=tmp_path)
    hub.requests.clear()
    assert finished(start(hub, tmp_path, WITHOUT_LIBRARY, HF_HUB_OFFLINE="1")) == folder
    assert finished(start(hub, tmp_path, WITHOUT_LIBRARY)) == folder
    assert hub.requests == []


def test_offline_makes_do_with_a_copy_that_can_be_loaded(hub: SmallHub, tmp_path: Path) -> None:
    folder = resolve(NAME, cache_dir=tmp_path)
    (folder / "generation_config.json").unlink()
    assert resolve(NAME, cache_dir=tmp_path, local_files_only=True) == folder
    hub.refuse = (500, "")
    assert resolve(NAME, cache_dir=tmp_path) == folder
    hub.refuse = None
    whole(resolve(NAME, cache_dir=tmp_path), hub.repos[NAME])
    (folder / SINGLE).unlink()
    with pytest.raises(CheckpointError, match=r"only partly in the cache .* local_files_only=True"):
        resolve(NAME, cache_dir=tmp_path, local_files_only=True)


def test_shards_come_by_their_index(hub: SmallHub, tmp_path: Path) -> None:
    everything = list(qwen3_tensors().items())
    shards = {f"model-0000{i + 1}-of-00002.safetensors": dict(everything[i::2]) for i in range(2)}
    files = {name: safetensors_bytes(tensors) for name, tensors in shards.items()}
    places = {tensor: name for name, tensors in shards.items() for tensor in tensors}
    index = json.dumps({"weight_map": places}).encode()
    hub.repos[NAME] = {**repo(), **files, INDEX: index, "other.safetensors": b"no"}
    del hub.repos[NAME][SINGLE]
    hub.cut_after = {"model-00002-of-00002.safetensors": [99]}
    folder = resolve(NAME, cache_dir=tmp_path)
    assert {f.name for f in folder.iterdir()} == (FETCHED - {SINGLE}) | {INDEX, *files}
    assert sorted(open_checkpoint(folder).tensors()) == sorted(qwen3_tensors())

    hub.repos["Qwen/Bad"] = {**hub.repos[NAME], INDEX: index.replace(b"model-00001", b"model-00003")}
    with pytest.raises(CheckpointError, match=r"model-00003-of-00002.safetensors is in .* but not on the hub"):
        resolve("Qwen/Bad", cache_dir=tmp_path)
    hub.repos["Qwen/Evil"] = {**hub.repos[NAME], INDEX: index.replace(b"model-00001", b"../../model")}
    with pytest.raises(CheckpointError, match=r"a plain name of a .safetensors file"):
        resolve("Qwen/Evil", cache_dir=tmp_path)


def test_branches_and_tags_are_remembered(hub: SmallHub, tmp_path: Path) -> None:
    folder = resolve(NAME, cache_dir=tmp_path, revision="v1/old")
    hub.requests.clear()
    assert resolve(NAME, cache_dir=tmp_path, revision="v1/old", local_files_only=True) == folder
    assert hub.requests == []
    with pytest.raises(CheckpointError, match="has no revision 'v2'"):
        resolve(NAME, cache_dir=tmp_path, revision="v2")
    for bad in ("../main", "a//b", "-x", "x/", "a b", "a/../b"):
        with pytest.raises(CheckpointError, match="a branch, a tag or a commit"):
            resolve(NAME, cache_dir=tmp_path, revision=bad)


def test_the_token_is_sent_to_the_hub_and_to_nobody_else(hub: SmallHub, tmp_path: Path) -> None:
    hub.redirects = {SINGLE}
    hub.cut_after = {SINGLE: [1000]}
    whole(resolve(NAME, cache_dir=tmp_path, token="hf_secret"), hub.repos[NAME])
    assert hub.tokens == {"hub": {"Bearer hf_secret"}, "elsewhere": {""}}


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((401, "RepoNotFound"), "no such model at .* spelling"),
        ((404, "RepoNotFound"), "no such model at"),
        ((403, "GatedRepo"), "is gated: accept its terms"),
        ((404, "RevisionNotFound"), "has no revision 'main'"),
        ((500, ""), "answers HTTP 500"),
        ((403, ""), "answers HTTP 403"),
    ],
)
def test_refusals_say_what_to_do(hub: SmallHub, tmp_path: Path, answer: tuple[int, str], words: str) -> None:
    hub.refuse = answer
    with pytest.raises(CheckpointError, match=words):
        resolve(NAME, cache_dir=tmp_path)


def test_no_network_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(CheckpointError, match=r"http://127.0.0.1:9 can't be reached .* Check the network"):
        resolve(NAME, cache_dir=tmp_path)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (["config.json", "pytorch_model.bin"], "only pickled weights"),
        (["config.json"], "no weights"),
        (["a-q8_0.gguf", "a-f16.gguf"], r"several GGUF files, none of them Q4_K_M; .* LABEL is one of F16, Q8_0"),
        (["a-Q4_K_M-00001-of-00002.gguf"], r"parts of a-Q4_K_M are missing"),
        (["../../evil.gguf", "a/b/c.gguf", "mmproj-f16.gguf"], "no GGUF files"),
    ],
)
def test_repositories_without_safetensors_are_refused_before_anything_is_fetched(
    hub: SmallHub, tmp_path: Path, files: list[str], words: str
) -> None:
    hub.repos[NAME] = dict.fromkeys(files, b"x")
    with pytest.raises(CheckpointError, match=words):
        resolve(NAME, cache_dir=tmp_path)
    assert hub.sent == {}


GGUFS = ["Small-Q8_0.gguf", "small-q4_k_m.gguf", "BF16/Small-BF16-00001-of-00002.gguf", "BF16/Small-BF16-00002-of-00002.gguf"]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "fetched"),
    [("", GGUFS[1:2]), (":q8_0", GGUFS[:1]), (":Q4_K_M", GGUFS[1:2]), (":BF16", GGUFS[2:])],
)
def test_a_gguf_file_is_chosen_by_its_label(hub: SmallHub, tmp_path: Path, label: str, fetched: list[str]) -> None:
    hub.repos[NAME] = {f: f.encode() for f in (*GGUFS, "config.json", "README.md")}
    found = resolve(NAME + label, cache_dir=tmp_path)
    assert found.read_bytes() == fetched[0].encode()
    assert found.name == Path(fetched[0]).name
    assert set(hub.sent) == set(fetched)
    assert resolve(NAME + label, cache_dir=tmp_path, local_files_only=True) == found
    with pytest.raises(CheckpointError, match=r":F16 \(main\) is only partly in the cache"):
        resolve(NAME + ":F16", cache_dir=tmp_path, local_files_only=True)
    with pytest.raises(CheckpointError, match=r"no GGUF file is 'F16'; say which: .* BF16, Q4_K_M, Q8_0"):
        resolve(NAME + ":F16", cache_dir=tmp_path)


def test_a_label_where_there_are_weights_in_safetensors_too(hub: SmallHub, tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="no GGUF files; leave ':Q8_0' out"):
        resolve(NAME + ":Q8_0", cache_dir=tmp_path)
    hub.repos[NAME] |= {GGUFS[1]: b"x"}
    assert resolve(NAME + ":Q4_K_M", cache_dir=tmp_path).name == GGUFS[1]
    assert resolve(NAME, cache_dir=tmp_path).is_dir()


def test_a_full_disk_is_noticed_before_the_download(
    hub: SmallHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Little:
        free = 1 << 20

    monkeypatch.setattr("qwenchat.checkpoints.download.shutil.disk_usage", lambda _: Little)
    with pytest.raises(CheckpointError, match=r"GB are still to come .* Make room, or give another cache_dir"):
        resolve(NAME, cache_dir=tmp_path)


def test_an_unusable_cache_dir_is_named(hub: SmallHub, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CheckpointError, match=r"file/models--Qwen--Small.* can't be used .* another cache_dir"):
        resolve(NAME, cache_dir=tmp_path / "file")


def test_file_systems_without_links_get_the_files_themselves(
    hub: SmallHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: Any) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "symlink_to", no_links)
    whole(resolve(NAME, cache_dir=tmp_path), hub.repos[NAME])


def test_a_bar_is_shown_where_it_is_wanted(hub: SmallHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    resolve(NAME, cache_dir=tmp_path / "a")
    assert capsys.readouterr().err == ""
    resolve(NAME, cache_dir=tmp_path / "b", progress=True)
    shown = capsys.readouterr()
    assert "Qwen/Small" in shown.err
    assert "100%" in shown.err or "kB" in shown.err
    assert shown.out == ""


def test_a_folder_wins_over_a_hub_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Qwen" / "Small").mkdir(parents=True)
    assert resolve("Qwen/Small") == Path("Qwen/Small")
    assert resolve(tmp_path / "Qwen", revision="main") == tmp_path / "Qwen"
    with pytest.raises(CheckpointError, match="has no revisions"):
        resolve("Qwen/Small", revision="v1")


@pytest.mark.parametrize(
    "name",
    ["qwen", "a/b/c", "../x", "/no/such", "./here", "~nobody/x", "a/..", "a/b--c", "Qwen/x.git", "a\0/b", "x.gguf",
     "Qwen/é", "a b/c", "-a/b", "a:b", "a/b:c/d", "a/b:", "a/b:c d", "a/" + "b" * 200, "Qwen\\x", "http://x/y", "x" * 5000, "x" * 5000 + "/y"],
)  # fmt: skip
def test_names_that_are_neither(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CheckpointError, match=r"no such folder|neither a folder nor a hub name"):
        resolve(name, cache_dir=tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"HF_HUB_CACHE": "/a"}, "/a"),
        ({"HF_HOME": "/b", "XDG_CACHE_HOME": "/c"}, "/b/hub"),
        ({"XDG_CACHE_HOME": "/c"}, "/c/huggingface/hub"),
        ({}, "/home/me/.cache/huggingface/hub"),
        ({"HF_HOME": "~/d"}, "/home/me/d/hub"),
        ({"HUGGINGFACE_HUB_CACHE": "$HOME/e"}, "/home/me/e"),
    ],
)
def test_the_cache_is_where_the_library_has_it(
    variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/me", **variables}.items():
        monkeypatch.setenv(name, value)
    assert hub_cache_dir() == Path(expected)


def test_a_ref_is_not_believed(tmp_path: Path) -> None:
    where = HubFolder(tmp_path, NAME)
    (where.storage / "refs").mkdir(parents=True)
    for said in (b"../../../etc", b"", b"\xff", b"g" * 40):
        (where.storage / "refs" / "main").write_bytes(said)
        assert where.commit("main") is None
