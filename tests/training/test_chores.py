"""Small work on texts and lists: the answer is what was asked for."""

from random import Random

import pytest

from training import chores
from training.bank import everyday_chores as say
from training.writer import Writer


def _drawn(work, language="en", n=40):
    w = Writer(Random(7), language, language)
    return [work(w) for _ in range(n)]


def _items(text):
    for mark in ("; ", "\n", "、", "，", ", "):
        text = text.replace(mark, "|")
    return text.split("|")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_chore_is_asked_and_answered_in_both_languages(language):
    w = Writer(Random(3), language, language)
    for _ in range(400):
        ask, answer = chores.chore(w)
        assert ask["content"]
        assert answer["content"]
        assert "{" not in ask["content"]


def test_capitals_leave_no_small_letter():
    for asked, slots, done in _drawn(chores._capitals):
        assert done == (slots["x"].lower() if asked is say.SMALL else slots["x"].upper())


def test_the_largest_and_the_smallest_are_of_the_list():
    for asked, slots, done in _drawn(chores._extreme):
        numbers = [int(i) for i in _items(slots["x"])]
        assert int(done) == (max(numbers) if asked is say.LARGEST else min(numbers))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_removed_is_gone_and_nothing_else(language):
    for _, slots, done in _drawn(chores._removed, language):
        assert _items(done) == [i for i in _items(slots["x"]) if i != slots["a"]]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_word_takes_the_place_of_another(language):
    for _, slots, done in _drawn(chores._swapped, language):
        assert done == slots["x"].replace(slots["a"], slots["b"]) != slots["x"]


def test_sorted_numbers_rise_or_fall_and_the_thought_ends_in_that_order():
    thoughts = 0
    for asked, slots, answer in _drawn(chores._by_size):
        numbers = sorted(map(int, _items(slots["x"])), reverse=asked is say.SORT_DOWN)
        assert [int(i) for i in _items(answer["content"])] == numbers
        thoughts += "reasoning_content" in answer
    assert 5 < thoughts < 35


def test_the_longest_word_is_longer_than_all_others():
    for asked, slots, done in _drawn(chores._length):
        lengths = sorted(map(len, _items(slots["x"])), reverse=asked is say.LONGEST)
        assert len(done) == lengths[0] != lengths[1]
