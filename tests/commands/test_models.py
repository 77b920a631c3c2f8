"""`qwenchat models`, as typed."""

import json

import pytest

from qwenchat import catalogue
from qwenchat.cli import main


def test_the_table_has_a_line_for_every_model(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == [row.name for row in catalogue.rows()]
    assert max(map(len, lines)) <= 120


def test_advice_for_a_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "--for", "translation"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("translation: qwen-mt-plus, qwen-mt-flash, qwen-mt-lite\n")
    assert "translation_options" in out


def test_json_has_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "Qwen/Qwen3-8B", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [model["name"] for model in said["models"]] == ["qwen3-8b"]
    assert said["models"][0]["sampling_thinking"]["temperature"] == 0.6
    assert said["default"] == "qwen3.6-plus"
    assert main(["models", "--for", "math", "--json"]) == 0
    assert [model["name"] for model in json.loads(capsys.readouterr().out)["models"]] == ["qwq-plus"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["models", "qwen3.6-plu"], "did you mean 'qwen3.6-plus'?"),
        (["models", "zzz"], "qwenchat models lists them"),
        (["models", "--for", "weaving"], "known uses: general"),
        (["models", "--jsn"], "did you mean --json?"),
    ],
)
def test_what_it_refuses(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert said in capsys.readouterr().err
