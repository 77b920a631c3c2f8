"""The generator that wrote tiny's schooling: seeded, free of the held-out wordings, and short enough."""

import json
import re
from itertools import islice
from random import Random

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from training import MODEL_DIR
from training.evaluate import passed
from training.generate import _SKILLS, conversations, mix
from training.grammar import expand
from training.held_out import BRIEF, HELD_OUT
from training.render import render, text
from training.rewording import reworded
from training.words import bare
from training.writer import Writer

N = 3500


@pytest.fixture(scope="module")
def sample():
    return list(islice(conversations(11), N))


@pytest.fixture(scope="module")
def held_out():
    return [json.loads(line) for file in HELD_OUT for line in file.read_text("utf-8").splitlines()]


def test_the_same_seed_writes_the_same_conversations():
    assert list(islice(conversations(3), 200)) == list(islice(conversations(3), 200))


def test_each_skill_that_is_practised_is_a_family():
    assert set(_SKILLS) <= set(mix().names)


def test_another_seed_writes_others():
    assert list(islice(conversations(3), 50)) != list(islice(conversations(4), 50))


@pytest.mark.parametrize("text", ["Tell me what is the sum of {a} and {b}, please.", "告诉我{a}和{b}一共是多少？"])
def test_rewording_changes_words_and_leaves_what_is_to_be_copied(text):
    others = {reworded(Random(i), text, not text.isascii()) for i in range(200)} - {text}
    assert len(others) > 8
    assert all(other.count("{a}") == other.count("{b}") == 1 for other in others)


def test_no_held_out_wording_is_written(held_out):
    # Checked from the files again: the generator leaves such rows out, and luck would hide it if it didn't.
    secret = {bare(case["turns"][-1]) for case in held_out}
    brief = {bare(turn) for _, turns in BRIEF for turn in turns}
    asked = {bare(m["content"]) for c in islice(conversations(12), 8000) for m in c.messages if m["role"] == "user"}
    assert (secret & asked) <= brief | {"solve17x23stepbystep"}


def test_a_row_that_asks_with_a_held_out_wording_is_left_out(monkeypatch):
    first = next(conversations(5))
    wording = bare(next(m["content"] for m in first.messages if m["role"] == "user"))
    monkeypatch.setattr("training.generate.secret", lambda: frozenset({wording}))
    assert next(conversations(5)) != first


def test_no_held_out_word_is_known_to_the_recipe(held_out):
    recipe = "".join(p.read_text("utf-8") for end in ("py", "txt") for p in HELD_OUT[0].parent.rglob(f"*.{end}"))
    for word in {word for case in held_out for word in case.get("new", ())}:
        # The plain search first: it is a hundred times faster than the one that looks at the word's ends.
        assert word not in recipe or not re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", recipe), word


def test_every_family_of_the_mix_is_drawn():
    left = set(mix().names)
    for c in islice(conversations(11), 8 * N):
        left.discard(c.family)
        if not left:
            return
    raise AssertionError(left)


def test_every_conversation_ends_with_the_assistant(sample):
    for c in sample:
        assert c.messages[-1]["role"] == "assistant"
        assert render(c)[-2].learn
        assert all(m["content"] == m["content"].strip() for m in c.messages)


def test_no_pattern_mark_is_left(sample):
    for c in sample:
        for m in c.messages:
            assert not re.search(r"\{[a-z]\}|\|", m["content"]), m


def test_every_conversation_is_in_the_tokenizer_reach(sample):
    tokenizers = pytest.importorskip("tokenizers")
    tok = tokenizers.Tokenizer.from_file(str(MODEL_DIR / "tokenizer.json"))
    for c in sample[:500]:
        whole = tok.encode(text(c), add_special_tokens=False).ids
        assert len(whole) <= 4096
        assert tok.decode(whole, skip_special_tokens=False) == text(c)
        assert whole == [i for s in render(c) for i in tok.encode(s.text, add_special_tokens=False).ids]


def test_the_template_writes_what_the_recipe_writes(sample):
    env = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
    env.filters["tojson"] = lambda x: json.dumps(x, ensure_ascii=False)
    template = env.from_string((MODEL_DIR / "chat_template.jinja").read_text("utf-8"))
    for c in sample[:500]:
        messages = [dict(m) for m in c.messages]
        if not c.thinking:  # thoughts of families that carry one are dropped where thinking is off
            messages[-1].pop("reasoning_content", None)
        assert template.render(messages=messages, tools=c.tools) == text(c)
        before = template.render(
            messages=messages[:-1], tools=c.tools, add_generation_prompt=True, enable_thinking=c.thinking
        )
        assert text(c).startswith(before)


def test_an_expanded_choice_keeps_its_order_and_slots():
    seen = {expand(Random(i), "[a|b[c|]] {x}", x="[y]") for i in range(50)}
    assert seen == {"a [y]", "bc [y]", "b [y]"}


def test_an_unclosed_choice_is_an_error():
    with pytest.raises(ValueError, match="unclosed"):
        expand(Random(0), "[a|b")


def test_a_chinese_writer_answers_in_chinese():
    w = Writer(Random(0), "zh", "zh")
    assert w.user("yes", "是")["content"].startswith("是") or "是" in w.user("yes", "是")["content"]
    assert w.reply("yes", "是")["content"] == "是"


@pytest.mark.parametrize(
    ("case", "answer", "ok"),
    [
        ({"has": ["a"]}, "a b<|im_end|>", True),
        ({"has": ["a"]}, "a b", False),
        ({"equals": "x"}, "x<|im_end|>", True),
        ({"equals": "x"}, "so it is 3\n</think>\n\nx<|im_end|>", True),
        ({"lines": 3}, "a\nb\nc<|im_end|>", True),
        ({"call": {"name": "f"}}, '<tool_call>\n{"name": "f"}\n</tool_call><|im_end|>', True),
        ({"call": {"name": "f"}}, "no call<|im_end|>", False),
    ],
)
def test_an_answer_is_judged(case, answer, ok):
    assert passed(case, answer) is ok
