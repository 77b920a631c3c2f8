"""A config file: which names a server answers, and with what."""

import subprocess
import sys
from pathlib import Path

import pytest

from qwenchat.protocol.errors import InvalidValue
from qwenchat.server import read_config
from qwenchat.server.upstream import UpstreamSource
from tests.server.conftest import Start


def test_names_others_names_and_first_use(start: Start, tmp_path: Path, endless: str) -> None:
    (tmp_path / "config.toml").write_text(f"""
        [server]
        log_format = "json"
        memory_gib = 0.005  # of the two models one fits

        [models."qwen3-8b"]
        local = "tiny"
        also = ["helper"]

        [models.endless]
        local = "{endless}"
    """)
    server = start("--config", str(tmp_path / "config.toml"))

    def loaded() -> list[str]:
        return server.get("/ready").json()["loaded"]

    assert loaded() == []
    for name in ("qwen3-8b", "Qwen/Qwen3-8B", "HELPER"):
        assert server.chat({"model": name, "max_tokens": 2}).json()["model"] == name
    assert loaded() == ["qwen3-8b"]
    with server.openai() as client:
        stream = client.chat.completions.create(
            model="endless", messages=[{"role": "user", "content": "Go"}], stream=True, max_tokens=200
        )
        parts = iter(stream)
        next(parts)
        assert loaded() == ["endless"]
        # The other waits until this answer has ended: nothing is taken away in mid-answer.
        assert server.chat({"model": "helper", "max_tokens": 2}).status_code == 200
        assert [chunk.choices[0].finish_reason for chunk in parts][-1] == "length"
    assert loaded() == ["qwen3-8b"]


def test_a_catalogued_name_with_nothing_behind_it_says_what_to_configure(start: Start) -> None:
    error = start("tiny").chat({"model": "Qwen3.6-Plus"}).json()["error"]
    assert error["code"] == "model_not_found"
    assert '[models."qwen3.6-plus"]' in error["message"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[server]\nprot = 1", "did you mean 'port'"),
        ("[sever]", "did you mean 'server'"),
        ('[server]\nport = "8000"', "server.port: got '8000'; a whole number is needed"),
        ("[models.a]\nlocal = 'tiny'\nthread = 1", "did you mean 'threads'"),
        ("[models.a]", "say local ="),
        ("[models.a]\nlocal = 'tiny'\ncache = 'int3'", """models."a".cache: got 'int3'; known"""),
        ("[models.a]\nlocal = 'tiny'\nspeculative_tokens = -1", 'models."a".speculative_tokens: got -1'),
        ("[models.a]\nlocal = 'tiny'\nload = 'never'", "allowed: first use, start"),
        ("[models.a]\nupstream = 'cloud'", "not a name under [upstreams], nor a region"),
        ("[models.a]\nupstream = [1]", 'models."a".upstream'),
        ("[models.a]\nlocal = 'tiny'\ncontext = 5", "says nothing about this kind"),
        ("[upstreams.a]\nkind = 'openai'", "say where the service is"),
        ("[models", "not TOML"),
    ],
)
def test_what_a_config_file_says_wrong_is_told_by_name(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(InvalidValue) as caught:
        read_config(file, {})
    assert words in str(caught.value)


def test_a_region_is_an_upstream_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[models."qwen3-max"]\nupstream = "singapore"\n[models."qwen-plus"]\nupstream = "singapore"\n')
    _, seats = read_config(file, {})
    places = [seat.source.upstream for seat in seats if isinstance(seat.source, UpstreamSource)]
    assert [(place.name, place.region, place.kind) for place in places] == [("singapore", "singapore", "dashscope")] * 2


def test_one_address_for_models_here_and_elsewhere(start: Start, tmp_path: Path, endless: str) -> None:
    elsewhere = start(endless)
    (tmp_path / "config.toml").write_text(f"""
        [upstreams.other]
        base_url = "{elsewhere.url}/v1"

        [upstreams.cloud]
        region = "beijing"

        [models.far]
        upstream = "other"
        model = "endless"

        [models.near]
        local = "tiny"

        [models."qwen3.6-plus"]
        upstream = "cloud"
    """)
    server = start("--config", str(tmp_path / "config.toml"))
    reply = server.chat({"model": "far", "max_tokens": 4}).json()
    assert reply["model"] == "far"
    assert reply["choices"][0]["message"]["content"] == "xxxx"
    assert server.chat({"model": "near", "max_tokens": 4}).status_code == 200
    refused = server.chat({"model": "far", "temperature": 1, "max_tokens": 4096, "n": 1, "stop": [[1]]})
    assert (refused.status_code, refused.json()["error"]["param"]) == (400, "stop_ids")
    keyless = server.chat({"model": "qwen3.6-plus"})
    assert (keyless.status_code, keyless.json()["error"]["code"]) == (503, "service_unavailable")
    assert "put the key for upstream cloud" in server.log.read_text()
    assert server.get("/ready").json()["failed"] == ["qwen3.6-plus"]


def test_the_larger_translators_names_repeat_themselves_in_a_stream(start: Start, tmp_path: Path, endless: str) -> None:
    config = tmp_path / "config.toml"
    config.write_text("".join(f'[models.{name}]\nlocal = "{endless}"\n' for name in ("qwen-mt-plus", "qwen-mt-flash")))
    client = start("--config", str(config)).openai()
    asked = {"messages": [{"role": "user", "content": "你好"}], "max_tokens": 3, "stream": True}
    options = {"translation_options": {"source_lang": "auto", "target_lang": "English"}}

    def told(model: str) -> list[str]:
        return [
            c.choices[0].delta.content for c in client.chat.completions.create(model=model, **asked, extra_body=options)
        ]

    assert told("qwen-mt-plus") == ["", "x", "xx", "xxx", ""]
    assert told("qwen-mt-flash") == ["", "x", "x", "x", ""]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("tiny", "--quantization", "int3"), 2, "quantization: got 'int3'; known"),
        (("/nowhere",), 1, "/nowhere can't be loaded: /nowhere: no such folder or file"),
    ],
)
def test_a_server_that_can_serve_nothing_ends(words: tuple[str, ...], status: int, said: str) -> None:
    command = [sys.executable, "-m", "qwenchat", "serve", *words, "--port", "0"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == status
    assert said in ended.stderr
