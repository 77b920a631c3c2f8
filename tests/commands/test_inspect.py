"""`qwenchat inspect`, as typed."""

import json
from pathlib import Path
from typing import Any

import pytest

from qwenchat.cli import main
from tests.checkpoints.quantised_files import Form, write_tiny
from tests.models.random_model import CASES, write_checkpoint
from tests.models.test_hybrid import write_nested


def told(capsys: pytest.CaptureFixture[str], folder: Path | str) -> dict[str, Any]:
    assert main(["inspect", str(folder), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_tiny(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "tiny"]) == 0
    out = capsys.readouterr().out
    assert "qwen3" in out
    assert "fits" in out
    assert "tokens/s" in out
    assert "its own" in out
    found = told(capsys, "tiny")
    assert found["loads"][0]["fits"]
    assert found["weights"] == "BF16"
    # Every weight but the embedding is multiplied by once a token; tiny's is tied, so its head is the embedding.
    assert found["n_active"] == pytest.approx(found["n_parameters"], rel=0.01)
    assert found["loads"][0]["tokens_s_at_most"] > 1


def test_experts_and_states_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    found = told(capsys, write_checkpoint(tmp_path / "moe", CASES["qwen3_moe"], dtype="BF16"))
    assert found["n_active"] < 0.8 * found["n_parameters"]
    assert [load["fmt"] for load in found["loads"]] == ["bf16", "int8", "int4"]
    assert found["loads"][0]["weight_bytes"] < found["file_bytes"]
    # 1,000 tokens of 3 layers with 2 kv heads of 20, in bf16.
    assert found["kilotoken_bytes"] == 1000 * 3 * 2 * 2 * 20 * 2
    assert found["template"].startswith("none that can be used")
    hybrid = told(capsys, write_nested(tmp_path / "hybrid"))
    assert hybrid["state_bytes"] == 3 * 4 * (6 * 24 * 40 + 2 * (2 * 2 * 24 + 6 * 40))
    # One layer of four attends, and so does the head that guesses.
    assert hybrid["has_head"]
    assert hybrid["kilotoken_bytes"] == 1000 * 2 * 2 * 2 * 32 * 2
    assert not found["has_head"]


def test_quantised_weights_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "tiny", Form("awq", group=64))
    found = told(capsys, folder)
    assert found["weights"] == "AWQ, 4 bits, groups of 64"
    assert [load["fmt"] for load in found["loads"]] == ["awq"]
    assert found["n_parameters"] == told(capsys, "tiny")["n_parameters"]
    assert main(["inspect", str(folder)]) == 0
    assert "MiB: AWQ, 4 bits" in capsys.readouterr().out


def test_what_can_t_be_served_is_an_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["inspect", str(tmp_path)]) != 0
    assert "no config.json" in capsys.readouterr().err
