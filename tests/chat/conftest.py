"""The embedded model, loaded once for all tests of the door."""

import pytest

from qwenchat import AutoModelForCausalLM, AutoTokenizer, ChatModel, ChatTokenizer


@pytest.fixture(scope="session")
def model() -> ChatModel:
    return AutoModelForCausalLM.from_pretrained("tiny", device_map="auto", trust_remote_code=True).eval()


@pytest.fixture(scope="session")
def tokenizer() -> ChatTokenizer:
    return AutoTokenizer.from_pretrained("tiny", trust_remote_code=True)


@pytest.fixture(autouse=True)
def as_loaded(request: pytest.FixtureRequest) -> None:
    """Each test finds the generation config as it was loaded."""
    if "model" in request.fixturenames:
        loaded = request.getfixturevalue("model")
        before = loaded.generation_config
        request.addfinalizer(lambda: setattr(loaded, "generation_config", before))
