"""The golden tokenizers: byte-level BPEs of about 900 tokens, made by make_golden.py."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from qwenchat.tokens import Tokenizer, load_tokenizer

# A busy machine is not a failure; test_linear_time.py watches the time that counts, the processor's.
settings.register_profile("tokens", deadline=None)
settings.load_profile("tokens")

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session", params=["qwen2", "qwen3.5"])
def golden(request: pytest.FixtureRequest) -> Path:
    return GOLDEN / str(request.param)


@pytest.fixture(scope="session")
def small() -> Tokenizer:
    return load_tokenizer(GOLDEN / "qwen2")


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Callable[[dict[str, Any]], object]], Path]:
    """A folder with golden/qwen2's tokenizer.json after a change to its fields."""

    def make(change: Callable[[dict[str, Any]], object]) -> Path:
        fields = json.loads((GOLDEN / "qwen2" / "tokenizer.json").read_text())
        change(fields)
        (tmp_path / "tokenizer.json").write_text(json.dumps(fields))
        return tmp_path

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkpoint folder of its own with golden/qwen2's tokenizer.json."""
    shutil.copy(GOLDEN / "qwen2" / "tokenizer.json", tmp_path)
    return tmp_path
