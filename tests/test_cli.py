"""The shell door, mostly from outside: real processes, real pipes, real signals."""

import io
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qwenchat.cli import main
from tests.babbler import babbler

PROGRAM = [sys.executable, "-m", "qwenchat"]


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("HF_", "XDG_"))}
    return kept | {"XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache")), "TERM": "xterm"}


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> str:
    return babbler(tmp_path_factory.mktemp("endless"), "x")


def run(
    env: dict[str, str], *words: str, stdin: bytes = b"", python: tuple[str, ...] = ()
) -> subprocess.CompletedProcess:
    # One thread: on a busy machine several wait for one another, and these answers are short.
    command = [sys.executable, *python, "-m", "qwenchat", *words, *(["--threads", "1"] if words[0] == "chat" else [])]
    return subprocess.run(command, input=stdin, capture_output=True, env=env, timeout=120, check=False)


def imported(stderr: bytes) -> set[str]:
    return set(re.findall(r"\| +([\w.]+)$", stderr.decode(), re.M))


def test_help_imports_next_to_nothing(env: dict[str, str]) -> None:
    done = run(env, "--help", python=("-X", "importtime"))
    assert done.returncode == 0
    assert b"chat" in done.stdout
    heavy = {
        "numpy",
        "jinja2",
        "rich",
        "prompt_toolkit",
        "huggingface_hub",
        "shutil",
        "qwenchat.chat",
        "typing_extensions",
    }
    assert not imported(done.stderr) & heavy


def test_one_answer_imports_nothing_it_does_not_need(env: dict[str, str]) -> None:
    done = run(env, "chat", "Hello!", python=("-X", "importtime"))
    assert done.returncode == 0
    assert not imported(done.stderr) & {"rich", "prompt_toolkit", "huggingface_hub", "torch", "asyncio", "difflib"}


def test_every_parameter_is_an_option(env: dict[str, str]) -> None:
    said = run(env, "chat", "--help").stdout.decode()
    for option in ("--temperature", "--top-p", "--max-new-tokens", "--seed", "--system", "--no-think", "--offline"):
        assert option in said


def test_version(env: dict[str, str]) -> None:
    assert run(env, "--version").stdout == b"qwenchat 0.1.0\n"


def test_the_answer_is_the_python_doors(env: dict[str, str]) -> None:
    from qwenchat import AutoModelForCausalLM, AutoTokenizer

    model, tokenizer = AutoModelForCausalLM.from_pretrained("tiny", threads=1), AutoTokenizer.from_pretrained("tiny")
    answer, _ = model.chat(tokenizer, "Hello! Who are you?", seed=7, temperature=0.8)
    done = run(env, "chat", "Hello! Who are you?", "--seed", "7", "--temperature", "0.8")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, answer + "\n", b"")


def test_what_is_piped_in_is_the_question_or_follows_it(env: dict[str, str]) -> None:
    greedy = ("chat", "--temperature", "0", "--max-new-tokens", "20")
    asked = run(env, *greedy, "Hello there!").stdout
    assert run(env, *greedy, stdin=b"Hello there!\n").stdout == asked
    both = run(env, *greedy, "Repeat this:\n\none\ntwo").stdout
    assert run(env, *greedy, "Repeat this:", stdin=b"\xef\xbb\xbfone\ntwo\n").stdout == both


def test_into_a_pipe_go_the_answers_own_bytes(env: dict[str, str], tmp_path: Path) -> None:
    model = babbler(tmp_path, "\x1b")
    done = run(env, "chat", "-m", model, "--max-new-tokens", "9", "Hi")
    assert done.stdout == b"\x1b" * 9 + b"\n"
    assert done.stderr.decode().startswith("qwenchat: cut: ")
    assert done.returncode == 0


def test_stats_go_to_stderr(env: dict[str, str], endless: str) -> None:
    done = run(env, "chat", "-m", endless, "--max-new-tokens", "9", "--stats", "Hi")
    assert done.stdout == b"x" * 9 + b"\n"
    assert re.search(r"\d+ tokens in, first after [\d.]+ s, 9 tokens out, [\d.]+ tokens/s", done.stderr.decode())


def test_narrowing_the_choice_of_tokens_asks_for_one(env: dict[str, str], endless: str) -> None:
    done = run(env, "chat", "-m", endless, "--max-new-tokens", "9", "--top-k", "50", "Hi")
    assert done.returncode == 0
    assert done.stdout != b"x" * 9 + b"\n"


def test_the_three_kinds_of_system_turn(env: dict[str, str], endless: str) -> None:
    def n_prompt(*words: str) -> int:
        done = run(env, "chat", "-m", endless, "--max-new-tokens", "1", "--stats", "Hi", *words)
        return int(re.search(r"(\d+) tokens in", done.stderr.decode())[1])

    none, empty, usual = n_prompt("--no-system"), n_prompt("--system", ""), n_prompt()
    assert none < empty < usual < n_prompt("--system", "Answer in one word. Do not say more than that, whatever comes.")


def test_ctrl_c_stops_with_130_and_a_whole_line(env: dict[str, str], endless: str) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "chat", "--threads", "1", "-m", endless, "Hi"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env,
    )  # fmt: skip
    began = os.read(process.stdout.fileno(), 1)  # words come before the answer is done
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate(timeout=60)
    assert began == b"x"
    assert process.returncode == 130
    assert re.fullmatch(rb"x*\n", rest)
    assert b"Traceback" not in errors


def test_a_closed_pipe_ends_quietly(env: dict[str, str], endless: str) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "chat", "--threads", "1", "-m", endless, "Hi"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env,
    )  # fmt: skip
    os.read(process.stdout.fileno(), 1)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_clear_line(env: dict[str, str], endless: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, "chat", "--threads", "1", "-m", endless, "Hi"],
            stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, env=env, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(b"qwenchat: No space left")
    assert done.stderr.count(b"\n") == 1


BAD = [
    (["chat", "Hi", "--temprature", "1"], 2, "no such option: --temprature; did you mean --temperature?"),
    (["chat", "Hi", "--top_p=1"], 2, "no such option: --top_p; did you mean --top-p?"),
    (["chat", "--temp", "1", "Hi"], 2, "no such option: --temp"),
    (["chat", "Hi", "there"], 2, "quotes"),
    (["caht"], 2, "caht"),
    (["--versoin"], 2, "did you mean --version?"),
    (["chat", "Hi", "--seed"], 2, "expected one argument"),
    (["chat", "Hi", "--seed", "x"], 2, "seed: got 'x'; allowed: an integer"),
    (["chat", "Hi", "--seed", ""], 2, "seed: got ''"),
    (["chat", "Hi", "--temperature", "-1"], 2, "temperature: got -1.0; allowed: a number in [0, 2)"),
    (["chat", "Hi", "--top-p", "0"], 2, "top_p: got 0.0"),
    (["chat", "Hi", "--top-p", "nan"], 2, "top_p: got nan"),
    (["chat", "Hi", "--max-new-tokens", "0"], 2, "max_new_tokens: got 0"),
    (["chat", "Hi", "--threads", "none"], 2, "threads: got 'none'"),
    (["chat", "Hi", "--dtype", "int3"], 2, "dtype: got 'int3'"),
    (["chat", "Hi", "--quantization", "int2"], 2, "quantization: got 'int2'"),
    (["chat", "Hi", "--system", "a", "--no-system"], 2, "not allowed with"),
    (["chat", "Hi", "--revision", "v2"], 2, "revision: got 'v2'"),
    (["chat", "Hi", "-m", ""], 2, "a folder, a hub name"),
    (["chat", "Hi", "-m", "/no/such/folder"], 1, "/no/such/folder"),
    (["chat", "Hi", "-m", "nobody/nothing", "--offline"], 1, "nobody/nothing"),
    (["chat", "word " * 20_000], 2, "context"),
    (["chat", "\udcff"], 2, "surrogate"),
    (["chat", ""], 2, "there is no question"),
]


@pytest.mark.parametrize(
    ("words", "status", "said"), BAD, ids=lambda v: " ".join(v)[:40] if isinstance(v, list) else ""
)
def test_bad_usage_is_one_clear_line(
    words: list[str], status: int, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert main(words) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("qwenchat: ")
    assert err.count("\n") == 1
    assert said in err


@pytest.mark.parametrize(
    ("piped", "said"),
    [(b"", "there is no question"), (b" \n\n", "there is no question"), (b"abc\xff", "byte 0xff at offset 3")],
)
def test_bad_input_is_one_clear_line(
    piped: bytes, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
    assert main(["chat"]) == 2
    assert said in capsys.readouterr().err


def test_debug_shows_where(env: dict[str, str]) -> None:
    assert b"Traceback" in run(env, "chat", "--debug", "-m", "/no/such/folder", "Hi").stderr


def test_a_broken_checkpoint_is_one_clear_line(env: dict[str, str], endless: str, tmp_path: Path) -> None:
    for name in os.listdir(endless):
        (tmp_path / name).symlink_to(Path(endless) / name)
    (tmp_path / "model.safetensors").unlink()
    (tmp_path / "model.safetensors").write_bytes((Path(endless) / "model.safetensors").read_bytes()[:100_000])
    done = run(env, "chat", "-m", str(tmp_path), "Hi")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("qwenchat: ")
    assert done.stderr.count(b"\n") == 1
