"""`qwenchat conform`, as typed."""

import json

import pytest

from qwenchat.cli import main
from tests.conform.right_server import KEY, RightServer
from tests.conform.test_checks import ABLE, REFUSED
from tests.scripted_service import as_json, serving


def test_the_table_and_its_sum(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEIR_KEY", KEY)
    with serving(RightServer(ABLE, REFUSED)) as (url, _):
        assert main(["conform", url + "/v1", "--key-variable", "THEIR_KEY", "--only", "top_p"]) == 0
    shown = capsys.readouterr()
    *table, total = shown.out.splitlines()
    assert [line.split()[0] for line in table] == ["ok"] * len(table)
    assert total == f"{len(table)} of {len(table)} as the contract says (refuses 3, honours 1)"
    assert shown.err == f"{ABLE} at {url}/v1\n"
    assert KEY not in shown.out + shown.err


def test_what_differs_is_told_and_is_the_status(capsys: pytest.CaptureFixture[str]) -> None:
    refusal = as_json({"error": {"message": "no\x1b[31m way\nat all"}}, 400)
    with serving(lambda _: refusal) as (url, _):
        assert main(["conform", url, "--model", "m", "--only", "top_k null", "--failed"]) == 1
    line = capsys.readouterr().out.splitlines()[0]
    assert line.startswith("NO  top_k null")
    assert "should be: accepts; 400 no·[31m way at all" in line


def test_json_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(lambda _: as_json({}, 404)) as (url, _):
        assert main(["conform", url, "--model", "m", "--only", "top_k null", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["model"], said["n_checks"], said["n_passed"]) == ("m", 1, 0)
    assert said["checks"][0]["verdict"] == "differs"
    assert said["checks"][0]["rows"] == ["2.1 top_k"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["http://127.0.0.1:1/v1", "--model", "m"], 1, "127.0.0.1:1"),
        (["nowhere"], 2, "give an address such as"),
        (["http://127.0.0.1:1/v1", "--only", "poetry"], 2, "no check has these words"),
        (["http://127.0.0.1:1/v1", "--key-variable", "NOT_SET_ANYWHERE"], 2, "not set"),
    ],
)
def test_what_cannot_be_checked(words: list[str], status: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conform", *words]) == status
    shown = capsys.readouterr()
    assert said in shown.err
    assert not shown.out


def test_a_translator_is_asked_to_translate_only(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(lambda _: as_json({}, 404)) as (url, asked):
        assert main(["conform", url, "--model", "qwen-mt-plus", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert all(check["rows"][-1].startswith("2.") for check in said["checks"])
    assert 5 <= said["n_checks"] <= 8
    assert asked


def test_a_server_without_a_list_needs_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(lambda _: as_json({"data": []})) as (url, _):
        assert main(["conform", url]) == 1
    assert "--model" in capsys.readouterr().err
