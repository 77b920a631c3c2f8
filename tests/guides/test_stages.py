"""Stages by themselves: what they advise, when they are over, where a cut may come."""

import numpy as np

from qwenchat import ChatTokenizer
from qwenchat.engine import Allowed, Forced
from qwenchat.guides import AnswerGuide, Fixed, Thought, mask_without

CLOSE = 9


def thought(budget: int | None, whole: bool = True) -> Thought:
    return Thought(CLOSE, budget, (7, 8, CLOSE), whole=lambda _: whole)


def test_a_thought_within_its_budget_is_free() -> None:
    guide = AnswerGuide([thought(3), Fixed((5, 6))])
    assert guide.advise([]) is None
    assert guide.advise([1, 2]) is None
    assert guide.advise([1, 2, CLOSE]) == Forced((5, 6))
    assert guide.advise([1, 2, CLOSE, 5, 6]) is None
    assert guide.advise([1, 2, CLOSE, 5, 6, 1, 1, 1]) is None


def test_a_thought_over_its_budget_is_cut_and_the_cut_is_not_counted() -> None:
    guide = AnswerGuide([thought(2), Fixed((5,))])
    assert guide.advise([1]) is None
    assert guide.advise([1, 2]) == Forced((7, 8, CLOSE))
    # An engine that takes forced ids one by one is as good.
    assert guide.advise([1, 2, 7]) == Forced((8, CLOSE))
    assert guide.advise([1, 2, 7, 8, CLOSE]) == Forced((5,))
    assert AnswerGuide([thought(0)]).advise([]) == Forced((7, 8, CLOSE))


def test_a_cut_waits_for_a_whole_character() -> None:
    assert AnswerGuide([thought(1, whole=False)]).advise([1, 2, 3]) is None


def test_without_a_budget_a_thought_may_go_on() -> None:
    mask = mask_without([3], 40)
    guide = AnswerGuide([Thought(CLOSE, None, (CLOSE,), whole=lambda _: True, allowed=mask)])
    advice = guide.advise([1] * 500)
    assert isinstance(advice, Allowed)
    assert advice.mask is mask
    assert guide.advise([1] * 500 + [CLOSE]) is None


def test_a_mask_without_some_ids(tokenizer: ChatTokenizer) -> None:
    mask = mask_without([0, 31, 32, 39], 40)
    assert mask.dtype == np.uint32
    bits = np.unpackbits(mask.view(np.uint8), bitorder="little")
    assert len(bits) == 64
    assert np.flatnonzero(bits).tolist() == [i for i in range(40) if i not in (0, 31, 32, 39)]
