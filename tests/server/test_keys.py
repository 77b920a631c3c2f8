"""Who may come, and how much: keys made by the command, limits felt by the SDK."""

import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import openai
import pytest

from qwenchat.server.keys import Keys, Limits
from tests.server.conftest import Server, Start

HELLO = [{"role": "user", "content": "Hello"}]


def keys_command(file: Path, *words: str) -> str:
    command = [sys.executable, "-m", "qwenchat", "keys", words[0], "--keys", str(file), *words[1:]]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys.db"


def test_a_key_opens_until_it_is_revoked_and_is_kept_nowhere(start: Start, file: Path) -> None:
    key = keys_command(file, "new", "alice", "--models", "tiny")
    server = start("tiny", "--keys", str(file))
    assert server.openai(key).chat.completions.create(model="tiny", messages=HELLO, max_tokens=3)
    with pytest.raises(openai.AuthenticationError) as caught:
        server.openai(key[:-1]).models.list()
    assert caught.value.code == "invalid_api_key"
    assert caught.value.body["message"] == "Incorrect API key provided. "
    bare = {"Authorization": key}
    assert server.get("/v1/models", headers=bare).json()["data"][0]["id"] == "tiny"
    assert server.get("/health").status_code == 200
    listed = keys_command(file, "list")
    assert "alice" in listed
    secret = key.split("-", 2)[2]
    assert secret not in listed
    assert secret.encode() not in file.read_bytes() + file.with_name("keys.db-wal").read_bytes()
    assert secret not in server.log.read_text()
    keys_command(file, "revoke", "alice")
    assert server.get("/v1/models", headers=bare).status_code == 401


def limited(start: Start, file: Path, endless: str, **limits) -> tuple[Server, str]:
    key = Keys(file).new("bob", Limits(**limits))
    return start(endless, "--keys", str(file)), key


def ask(server: Server, key: str, n: int = 1, **headers: str):
    body = {"model": "endless", "messages": HELLO, "max_tokens": n}
    return server.post("/v1/chat/completions", body, headers={"Authorization": f"Bearer {key}"} | headers)


@pytest.mark.parametrize(
    ("limits", "code", "words"),
    [
        ({"requests_a_minute": 2}, "limit_requests", "You exceeded your current requests list."),
        ({"requests_a_second": 2}, "limit_burst_rate", "Request rate increased too quickly."),
        ({"tokens_a_minute": 10}, "insufficient_quota", "You exceeded your current quota, please check your plan"),
    ],
)
def test_three_kinds_of_too_much(start: Start, file: Path, endless: str, limits: dict, code: str, words: str) -> None:
    server, key = limited(start, file, endless, **limits)
    replies = [ask(server, key) for _ in range(3)]
    assert 429 in [reply.status_code for reply in replies]
    refused = replies[-1]
    assert refused.json()["error"]["code"] == code
    assert refused.json()["error"]["message"].startswith(words)
    assert 1 <= int(refused.headers["retry-after"]) <= 60


def test_too_many_at_once_and_a_client_that_would_rather_wait(start: Start, file: Path, endless: str) -> None:
    server, key = limited(start, file, endless, concurrency=1)
    waited: list[int] = []
    body = {"model": "endless", "messages": HELLO}  # seconds long, whatever else the machine does

    def wait() -> None:
        waited.append(ask(server, key, **{"X-DashScope-Wait-Timeout": "20"}).status_code)

    stream = server.openai(key).chat.completions.create(**body, stream=True)
    parts = iter(stream)
    next(parts)
    refused = ask(server, key)
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "limit_concurrency")
    patient = threading.Thread(target=wait)
    patient.start()
    time.sleep(0.2)
    assert not waited
    stream.close()
    patient.join()
    assert waited == [200]


def test_a_total_is_used_up_and_the_owner_sees_it(start: Start, file: Path, endless: str) -> None:
    server, key = limited(start, file, endless, total_tokens=20)
    assert ask(server, key, n=15).status_code == 200
    told = server.get("/v1/usage", headers={"Authorization": f"Bearer {key}"}).json()
    assert told["limits"]["total_tokens"]["left"] == 0
    assert told["limits"]["requests_a_minute"]["limit"] is None
    assert ask(server, key).status_code == 403
    (used,) = sqlite3.connect(file).execute("select used_tokens from keys").fetchone()
    assert used >= 20


def test_a_key_is_good_for_its_models_alone(start: Start, file: Path, endless: str) -> None:
    server, key = limited(start, file, endless, models=("tiny",))
    reply = ask(server, key)
    assert (reply.status_code, reply.json()["error"]["code"]) == (403, "access_denied")


def test_a_public_address_needs_keys_or_the_word(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with pytest.raises(AssertionError, match="make a key first"):
        start("tiny", "--host", "0.0.0.0")
    assert start("tiny", "--host", "0.0.0.0", "--no-keys")
