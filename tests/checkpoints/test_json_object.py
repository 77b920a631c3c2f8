"""JSON from strangers: a bounded object, or an error that names the file."""

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qwenchat.checkpoints import CheckpointError
from qwenchat.checkpoints.json_object import json_object

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(), values))
def test_good_objects_come_through(said: dict[str, Any]) -> None:
    assert json_object(json.dumps(said).encode(), "x.json") == said


@settings(max_examples=200, deadline=None)
@given(st.binary() | st.text(alphabet='{}[]",:0123456789.eE+-\\untrfalsINy ').map(str.encode))
def test_anything_else_is_a_checkpoint_error(raw: bytes) -> None:
    try:
        found = json_object(raw, "x.json")
    except CheckpointError as e:
        assert str(e).startswith("x.json: ")
        assert len(str(e)) < 500
    else:
        assert all(not isinstance(v, float) or math.isfinite(v) for v in found.values())


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a": ' + b"[" * 10_000_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a": [' + b"1," * 2_000_000 + b"1]}",
        b'{"a": ' + b"1" * 5_000 + b"}",
        b'{"a": -Infinity}',
        b'{"a": 1e400}',
        b'{"\xd8": 1}',
        b"\xef\xbb\xbf{}",
    ],
)
def test_what_would_cost_memory_or_surprise_is_refused(raw: bytes) -> None:
    with pytest.raises(CheckpointError):
        json_object(raw, "x.json")
