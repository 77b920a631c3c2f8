"""Adapters over HTTP: models of their own names, over one base."""

from pathlib import Path

import pytest

from qwenchat.commands.serve import add
from qwenchat.protocol.errors import InvalidValue
from qwenchat.server import read_config
from tests.checkpoints.test_adapter import tiny_adapter
from tests.server.conftest import Start


def test_a_request_names_the_base_or_an_adapter(start: Start, tmp_path: Path) -> None:
    server = start("tiny", "--adapter", f"odd={tiny_adapter(tmp_path / 'odd')}")
    rows = {row["id"]: row for row in server.get("/v1/models").json()["data"]}
    assert list(rows) == ["tiny", "odd"]
    assert rows["odd"] == {**rows["tiny"], "id": "odd", "parent": "tiny"}
    assert server.get("/v1/models/ODD").json() == rows["odd"]

    # Compared by their log probabilities: two models may well agree on the words.
    def answer(name: str) -> dict:
        body = server.chat({"model": name, "temperature": 0, "max_tokens": 9, "logprobs": True}).json()
        assert body["model"] == name
        return body["choices"][0]["logprobs"]

    assert answer("tiny") != answer("odd") == answer("Odd")

    def continued(name: str) -> dict:
        text = {"model": name, "prompt": "Hello", "temperature": 0, "max_tokens": 9, "logprobs": 1}
        return server.post("/v1/completions", text).json()["choices"][0]["logprobs"]

    assert continued("tiny") != continued("odd") == continued("Odd")
    assert server.chat({"model": "even"}).status_code == 404


def test_a_config_file_gives_each_model_its_own(tmp_path: Path) -> None:
    file = tmp_path / "serve.toml"
    file.write_text("""
        [models.base]
        local = "tiny"
        adapters = { odd = "adapters/odd", even = "/even" }
    """)
    _, (seat,) = read_config(file, {})
    assert seat.adapters == ("odd", "even")
    assert seat.source.keywords == {"adapter": {"odd": str(tmp_path / "adapters/odd"), "even": "/even"}}
    file.write_text("[models.base]\nlocal = 'tiny'\nadapters = { odd = 1 }")
    with pytest.raises(InvalidValue, match=r'models."base".adapters.odd: got 1; a text is needed'):
        read_config(file, {})
    file.write_text("[models.base]\nupstream = 'beijing'\nadapters = { odd = 'x' }")
    with pytest.raises(InvalidValue, match="it says nothing about this kind of model"):
        read_config(file, {})


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["tiny", "--adapter", "odd"], "NAME=FOLDER is needed"),
        (["tiny", "other", "--adapter", "odd=x"], "it belongs to one MODEL"),
        (["--adapter", "odd=x"], "it belongs to one MODEL"),
    ],
)
def test_the_command_line_says_what_is_wrong(words: list[str], says: str) -> None:
    import argparse

    from qwenchat.commands.serve import run

    parser = argparse.ArgumentParser()
    add(parser)
    with pytest.raises(InvalidValue, match=says):
        run(parser.parse_args(words))
