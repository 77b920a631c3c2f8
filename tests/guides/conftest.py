"""The embedded model's tokenizer, and a compiler for it."""

import pytest

from qwenchat import AutoTokenizer, ChatTokenizer
from qwenchat.guides import Compiler


@pytest.fixture(scope="session")
def tokenizer() -> ChatTokenizer:
    return AutoTokenizer.from_pretrained("tiny")


@pytest.fixture(scope="session")
def compiler(tokenizer: ChatTokenizer) -> Compiler:
    return tokenizer.compiler
