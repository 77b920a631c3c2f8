"""Many questions at once: each answer is what `chat` gives."""

import subprocess
import sys
from typing import Any

import pytest

from qwenchat.chat import AnswerCut
from qwenchat.protocol.errors import ContextLengthError, InvalidValue
from tests.engine.slow_twin import until

QUERIES = ["Hello!", "Who are you?", "What is 2 + 3?", "Tell me a story"]
HISTORIES = [None, [("Hi", "Hello!")], [], [("My name is Ann.", "Nice to meet you, Ann."), ("Good.", "Yes.")]]


@pytest.mark.parametrize("how", [{"temperature": 0}, {"temperature": 0.9, "seed": 5, "top_p": 0.9}])
@pytest.mark.parametrize("histories", [None, HISTORIES])
def test_each_is_what_chat_gives(model: Any, tokenizer: Any, histories: Any, how: dict[str, Any]) -> None:
    got = model.chat_batch(tokenizer, QUERIES, histories, **how)
    assert got == [
        model.chat(tokenizer, q, h, **how) for q, h in zip(QUERIES, histories or [None] * 4, strict=True)
    ]  # fmt: skip


def test_more_questions_than_go_at_once(model: Any, tokenizer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qwenchat.chat.batch.AHEAD", 2)
    got = model.chat_batch(tokenizer, QUERIES, temperature=0)
    assert [answer for answer, _ in got] == [model.chat(tokenizer, q, temperature=0)[0] for q in QUERIES]
    assert model.chat_batch(tokenizer, []) == []


@pytest.mark.parametrize(
    ("queries", "histories", "says"),
    [
        ("Hello!", None, "queries: got 'Hello!'"),
        (["a", ""], None, r"queries\[1\]: got ''"),
        (["a", 3], None, r"queries\[1\]: got 3"),
        (["a"], [[], []], "histories: .* list of 1 histories"),
        (["a", "b"], [[], "c"], r"histories\[1\]: got 'c'"),
    ],
)
def test_what_is_no_question_is_named(model: Any, tokenizer: Any, queries: Any, histories: Any, says: str) -> None:
    with pytest.raises(InvalidValue, match=says):
        model.chat_batch(tokenizer, queries, histories)


def test_one_too_long_is_named_and_the_others_are_let_go(model: Any, tokenizer: Any) -> None:
    with pytest.raises(ContextLengthError) as caught:
        model.chat_batch(tokenizer, ["Hello!", "word " * 9000], min_new_tokens=3000)
    assert caught.value.__notes__ == ["in queries[1]"]
    until(lambda: model.engine.n_free_blocks == model.engine.n_blocks)


def test_a_cut_answer_warns_where_the_user_asked(model: Any, tokenizer: Any) -> None:
    with pytest.warns(AnswerCut) as told:
        model.chat_batch(tokenizer, ["Tell me a story"] * 2, max_new_tokens=3)
    assert {w.filename for w in told} == {__file__}


def test_progress_is_for_terminals() -> None:
    code = (
        "import qwenchat, sys\n"
        "t = qwenchat.AutoTokenizer.from_pretrained('tiny')\n"
        "m = qwenchat.AutoModelForCausalLM.from_pretrained('tiny')\n"
        "print(len(m.chat_batch(t, ['Hi', 'Ho'], max_new_tokens=2)), 'rich' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("2 False\n", "")
