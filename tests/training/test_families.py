"""What the families write is right: sums come out, calls fit their tools, answers stand in their texts."""

import doctest
import json
import re
from itertools import islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import copying, extraction, lists, passages, records, sums, toolbox, translate
from training.generate import conversations
from training.writer import Writer

KINDS = {"string": str, "integer": int, "number": (int, float), "boolean": bool}
SEEDS = range(150)


def last_number(text: str) -> int:
    return int(re.findall(r"\d+", text)[-1])


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(sums).failed == 0


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_columns_add_and_take_away(a, b):
    assert last_number(sums.added(a, b)) == a + b
    assert last_number(sums.taken(max(a, b), min(a, b))) == abs(a - b)


@given(st.integers(1, 999), st.integers(1, 99))
def test_columns_multiply(a, b):
    assert last_number(sums.multiplied(a, b)) == a * b


@pytest.mark.parametrize("zh", [False, True])
def test_every_call_fits_a_tool_on_offer(zh):
    seen = 0
    for c in islice(conversations(21 + zh), 2500):
        offered = {t["function"]["name"]: t["function"]["parameters"] for t in c.tools or ()}
        assert len(offered) == len(c.tools or ())
        for m in c.messages:
            for call in m.get("tool_calls", ()):
                function, seen = call["function"], seen + 1
                wanted = offered[function["name"]]
                assert set(wanted["required"]) <= set(function["arguments"]) <= set(wanted["properties"])
                for key, value in function["arguments"].items():
                    about = wanted["properties"][key]
                    assert isinstance(value, KINDS[about["type"]])
                    assert value in about.get("enum", [value])
    assert seen > 300


@pytest.mark.parametrize("seed", SEEDS)
def test_an_argument_that_is_copied_stands_in_the_users_words(seed):
    w = Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2])
    x = toolbox.want(w)
    said = toolbox.asked(w, x)["content"]
    assert all(str(v) in said for v in x.arguments.values() if not isinstance(v, bool))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_answer_stands_in_its_passage(seed):
    messages = passages.passage(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2]))
    text = messages[0]["content"]
    for m in messages[1::2]:
        assert m["content"].rstrip(".。") in text or m["content"] in {
            "The text doesn't say.", "文中没有提到。", "I have read it.", "OK, what would you like to know?", "我读完了。", "好的，你想知道什么？",
        }  # fmt: skip


@pytest.mark.parametrize("family", [extraction.extract, copying.as_json])
def test_an_object_is_json_whose_values_stand_in_the_text(family):
    for seed in SEEDS:
        ask, *rest = family(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2]))
        for answer in rest[::2]:
            for value in json.loads(answer["content"]).values():
                assert value is None or isinstance(value, bool) or str(value) in ask["content"]


@pytest.mark.parametrize("zh", [False, True])
def test_every_sentence_of_the_bank_can_be_told(zh):
    """Each choice of each pattern names fields that there are, and a field told later has its sentence."""
    for en, chinese, extras, kind, main in records.KINDS:
        begin = chinese if zh else en
        slots = set(re.findall(r"\{(?:a )?(\w+)\}", begin))
        assert slots <= set(records.FIELDS), begin
        assert set(extras.split()) <= set(records.MORE), extras
        assert "|" in kind or main in slots
    for field, sides in records.MORE.items():
        assert all(x.count("[") == x.count("]") for x in sides)
        assert set(re.findall(r"\{(?:a )?(\w+)\}", sides[zh])) <= {field, "S", "S_", "His", "his", "him"}, field


@pytest.mark.parametrize("seed", SEEDS)
def test_a_record_says_what_it_holds(seed):
    w = Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2])
    record = records.record(w)
    assert not re.search(r"[{}\[\]|#]", record.text), record.text
    assert not set(record.lacking) & set(record.values)
    assert all(isinstance(v, bool) or str(v) in record.text for v in record.values.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_sorted_or_reversed_holds_the_same_items(seed):
    for family in (lists.ordered, lists.reverse):
        ask, answer = family(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2]))
        items = re.split(r", |、|-| ", answer["content"])
        assert all(item in ask["content"] for item in items)
        if all(item.isdigit() for item in items) and family is lists.ordered:
            assert [int(x) for x in items] in (sorted(map(int, items)), sorted(map(int, items), reverse=True))


def test_given_terms_are_used():
    used = 0
    for seed in range(400):
        system, (_, answer) = translate.desk(Writer(Random(seed)))
        if "=" in system:
            targets = [
                line.split(" = ")[1].strip() for line in re.split(r"[\n;]", system.split(":", 1)[1]) if "=" in line
            ]
            used += any(t in answer["content"] for t in targets)
    assert used > 80


def test_a_drill_is_nothing_but_copying():
    drilled = [c.family for c in islice(conversations(5, drill=1.0), 50)]
    assert set(drilled) <= set(copying.FAMILIES)
