"""The messages of a request: whatever comes, it is refused by name or fit for a template."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenchat.protocol import InvalidValue
from qwenchat.protocol.wire import ApiError
from qwenchat.protocol.wire.conversation import conversation

TEXT = st.one_of(
    st.text(max_size=5),
    st.none(),
    st.lists(st.fixed_dictionaries({"type": st.just("text"), "text": st.text(max_size=3)}), max_size=2),
)
IDS = st.sampled_from(["a", "b"])
CALL = st.fixed_dictionaries(
    {"id": IDS, "function": st.fixed_dictionaries({"name": st.just("f"), "arguments": st.just("{}")})}
)
MESSAGE = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["system", "developer", "user", "assistant", "tool", "function", "robot"]),
        "content": TEXT,
    },
    optional={
        "tool_calls": st.lists(CALL, max_size=2),
        "tool_call_id": IDS,
        "partial": st.booleans(),
        "reasoning_content": st.text(max_size=3),
    },
)
PLAIN = st.fixed_dictionaries(
    {"role": st.sampled_from(["system", "user", "assistant"]), "content": st.text(min_size=1, max_size=5)}
)


@given(st.lists(st.one_of(MESSAGE, PLAIN), max_size=6), st.booleans())
def test_any_list_is_refused_by_name_or_fit_for_a_template(messages: list, strict: bool) -> None:
    before = copy.deepcopy(messages)
    try:
        said = conversation(messages, strict)
    except ApiError as refused:
        assert refused.kind.status == 400
        assert refused.param
        return
    except InvalidValue as refused:
        assert refused.param.startswith("messages[")
        return
    finally:
        assert messages == before
    roles = [message["role"] for message in said.messages]
    assert set(roles) <= {"system", "user", "assistant", "tool"}
    assert roles[1:].count("system") == 0
    assert "user" in roles
    assert roles[-1] == ("assistant" if said.continue_last else roles[-1]) != "system"
    assert roles[-1] != "assistant" or said.continue_last
    assert sum(len(str(message["content"])) for message in said.messages) >= sum(
        len(message["content"]) for message in messages if isinstance(message["content"], str)
    )


def test_results_are_paired_by_id_or_by_order() -> None:
    calls = [{"id": i, "function": {"name": "f", "arguments": "{}"}} for i in ("a", "b")]
    asked = [{"role": "user", "content": "Go"}, {"role": "assistant", "content": None, "tool_calls": calls}]
    by_id = [{"role": "tool", "content": "1", "tool_call_id": i} for i in ("b", "a")]
    by_order = [{"role": "function", "content": "1", "name": "f"}] * 2
    for results in (by_id, by_order):
        assert len(conversation([*asked, *results], strict=False).messages) == 4
        with pytest.raises(ApiError, match="did not have response messages"):
            conversation([*asked, results[0]], strict=False)
