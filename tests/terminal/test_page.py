"""What reaches a terminal, and what reaches a pipe."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenchat.terminal.keyboard import fenced, unfenced
from qwenchat.terminal.page import Page, visible


@given(st.text())
def test_no_control_character_is_shown_raw(text: str) -> None:
    assert all(c in "\n\t" or unicodedata.category(c) != "Cc" for c in visible(text))


@given(st.text(st.characters(exclude_categories=("Cc",))))
def test_other_text_is_shown_as_it_is(text: str) -> None:
    assert visible(text) == text


@given(st.lists(st.text()))
def test_a_pipe_gets_the_answer_as_it_is_and_no_thoughts(texts: list[str]) -> None:
    out = io.StringIO(newline="")
    page = Page(out, terminal=False, colour=False)
    for text in texts:
        page.thought("hm")
        page.answer(text)
    page.end()
    said = "".join(texts)
    assert out.getvalue() == said + ("\n" if said and not said.endswith("\n") else "")


def test_thoughts_are_dim_or_marked() -> None:
    written = {}
    for colour in (True, False):
        out = io.StringIO()
        page = Page(out, terminal=True, colour=colour)
        page.thought("hm")
        page.thought(", well")
        page.answer("Yes.")
        page.end()
        written[colour] = out.getvalue()
    assert written[True] == "\x1b[2mhm, well\x1b[0m\n\nYes.\n"
    assert written[False] == "<think>\nhm, well\n</think>\n\nYes.\n"


@pytest.mark.parametrize(
    ("typed", "is_open"),
    [('"""', True), ('"""a\nb', True), ('""""', True), ('"""a\nb"""', False), ("a", False), ('""""""', False)],
)
def test_a_fence_is_open_until_it_is_closed(typed: str, is_open: bool) -> None:
    assert fenced(typed) is is_open


def test_fences_are_not_part_of_the_question() -> None:
    assert unfenced('"""\na\n b\n"""') == "a\n b"
    assert unfenced(' a "b" ') == 'a "b"'
