"""The embedded model, loaded once for all tests of the door."""

from collections.abc import Iterator

import pytest

from qwenchat import AutoModelForCausalLM, AutoTokenizer, ChatModel, ChatTokenizer


@pytest.fixture(scope="session")
def model() -> ChatModel:
    return AutoModelForCausalLM.from_pretrained("tiny", device_map="auto", trust_remote_code=True).eval()


@pytest.fixture(scope="session")
def tokenizer() -> ChatTokenizer:
    return AutoTokenizer.from_pretrained("tiny", trust_remote_code=True)


@pytest.fixture(autouse=True)
def as_loaded(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test finds the generation config as it was loaded."""
    loaded = request.getfixturevalue("model") if "model" in request.fixturenames else None
    before = loaded and loaded.generation_config
    yield
    if loaded:
        loaded.generation_config = before
