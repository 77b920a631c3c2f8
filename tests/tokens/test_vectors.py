"""llama.cpp's 47 cases for Qwen's real vocabulary, whose ranks the `dashscope` package carries."""

import importlib.util
import shutil
from pathlib import Path

import pytest

from qwenchat.tokens import Tokenizer, load_tokenizer

SEPARATOR = "\n__ggml_vocab_test__\n"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Tokenizer:
    package = importlib.util.find_spec("dashscope")
    if package is None or not package.submodule_search_locations:
        pytest.skip("the dashscope package, which carries qwen.tiktoken, is not installed")
    folder = tmp_path_factory.mktemp("qwen")
    shutil.copy(Path(package.submodule_search_locations[0]) / "resources" / "qwen.tiktoken", folder)
    return load_tokenizer(folder)


def test_the_47_cases(shared: Path, real: Tokenizer) -> None:
    texts = (shared / "vectors" / "qwen2-tokenizer.inp").read_bytes().decode().split(SEPARATOR)
    lines = (shared / "vectors" / "qwen2-tokenizer.out").read_text().split("\n")
    expected = [[int(id_) for id_ in line.split()] for line in lines]
    assert len(texts) == 47
    for text, ids in zip(texts, expected, strict=False):
        assert real.encode(text) == ids, text
        assert real.encode_text(text) == ids, text
        assert real.decode(ids) == text


def test_the_first_releases_example(real: Tokenizer) -> None:
    text = 'print("<|endoftext|>")'
    assert real.encode_text(text) == [1350, 9639, 91, 8691, 723, 427, 91, 82598]
    assert real.encode(text) == [1350, 445, 151643, 899]
    assert (real.n_vocab, real.added["<|im_end|>"], real.added["<|extra_204|>"]) == (151851, 151645, 151850)
