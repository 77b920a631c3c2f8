"""The little scenes: what their files say is told, asked and taken as it stands."""

import re
from random import Random

import pytest

from training import scenes
from training.writer import Writer

BLOCK = """T: {p} keeps bees in {c} and sells {n} jars.
Where are the bees?|In which town does {p} keep bees? => {p} keeps bees in {c}.
How old is {p}? => -
J: beekeeper|name={p}; jars={n}
"""


def test_a_block_is_a_text_with_questions_and_fields():
    (scene,) = scenes.parsed(BLOCK)
    assert scene.text == "{p} keeps bees in {c} and sells {n} jars."
    assert scene.asked == (
        ("[Where are the bees?|In which town does {p} keep bees?]", "{p} keeps bees in {c}."),
        ("[How old is {p}?]", None),
    )
    assert scene.fields == {"p": "beekeeper|name", "n": "jars"}


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (BLOCK.replace("T: ", ""), "a scene begins with"),
        (BLOCK.replace(" => -", " -"), "neither a question"),
        (BLOCK.replace("{n}", "{N}"), "nobody draws: ['N']"),
        (BLOCK.replace("jars={n}", "jars={k}"), "nobody draws: ['k']"),
    ],
)
def test_a_block_that_cannot_be_read_is_named(block, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        scenes.parsed(block)


@pytest.mark.parametrize("kind", ["scenes", "facts"])
@pytest.mark.parametrize("chinese", [False, True])
def test_an_answer_says_nothing_that_the_text_does_not_tell(kind, chinese):
    every = scenes._read(kind, chinese)
    assert len({s.text for s in every}) == len(every) >= 80
    for s in every:
        told = set(re.findall(r"{(\w)}", s.text))
        for question, answer in s.asked:
            assert set(re.findall(r"{(\w)}", f"{question} {answer}")) <= told, (question, answer)
        assert (kind == "facts") == (not s.asked)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_scenes_and_their_fields_are_drawn_with_values_that_stand_in_the_text(language):
    w = Writer(Random(1), language, language)
    for _ in range(200):
        text, told, open_question = scenes.scene(w)
        assert told
        assert all(q and a for q, a in told)
        assert open_question != ""
        assert not re.search(r"{\w}", text + "".join(q + a for q, a in told) + (open_question or ""))
        record = scenes.record(w)
        assert record.values
        assert all(str(v) in record.text for v in record.values.values())
        assert not re.search(r"{\w}", record.text)
