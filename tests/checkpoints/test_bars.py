"""Bars: shown when something takes its time, and only where somebody looks."""

from pathlib import Path

import pytest

from qwenchat.checkpoints import Weights, bar, open_checkpoint
from qwenchat.kernels.cpu import Cpu
from qwenchat.models import build, config_from
from tests.models.random_model import CASES, write_checkpoint


def test_it_shows_after_its_patience(capsys: pytest.CaptureFixture[str]) -> None:
    for patience_s, shown in ((0.0, True), (60.0, False)):
        with bar("weights", 10_000_000, True, patience_s) as advance:
            advance(4_000_000)
            advance(6_000_000)
        err = capsys.readouterr().err
        assert ("weights" in err and "10.0/10.0 MB" in err) is shown, err
    with bar("weights", 100, None) as advance:  # nobody looks: this is no terminal
        advance(100)
    assert capsys.readouterr().err == ""


def test_a_load_advances_by_all_its_tensors(tmp_path: Path) -> None:
    checkpoint = open_checkpoint(write_checkpoint(tmp_path, CASES["qwen3_moe"]))
    told, tensors, voice = list[int](), checkpoint.tensors(), Cpu(1)
    build(config_from(checkpoint.config.raw), Weights(tensors, voice, "fp32", advance=told.append), voice)
    assert sum(told) == sum(tensors.n_bytes(name) for name in tensors)
    assert len(told) == len(tensors)
