"""What lists of models say of the context."""

import pytest

from qwenchat.client.listed import listed_context


@pytest.mark.parametrize(
    ("entry", "context"),
    [
        ({"id": "m", "max_model_len": 4096}, 4096),
        ({"id": "m", "context_window": 5}, 5),
        ({"id": "m", "context_length": 6}, 6),
        ({"id": "m", "meta": {"n_ctx": 7, "n_ctx_train": 8}}, 7),
        ({"id": "m", "meta": {"n_ctx_train": 8}}, 8),
        ({"id": "path/of/m.gguf", "meta": {"n_ctx": 9}}, 9),
        ({"id": "m", "meta": 3}, None),
        ({"id": "m"}, None),
    ],
)
def test_each_ones_word(entry: dict[str, object], context: int | None) -> None:
    assert listed_context({"data": [entry]}, "m") == context


@pytest.mark.parametrize(
    "odd", [None, [], {}, {"data": 3}, {"data": ["m"]}, {"data": []}, {"data": [{}, {"id": "x", "n_ctx": 1}]}]
)
def test_what_is_no_list_says_nothing(odd: object) -> None:
    assert listed_context(odd, "m") is None
