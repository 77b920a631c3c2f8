"""What a template may do with its own tokens: the text is plain Jinja's, and whole tokens stay special."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenchat.prompts import ChatTemplate, Piece, Special, Text
from qwenchat.prompts.limits import Budget, Limits
from qwenchat.prompts.marks import Marks
from qwenchat.prompts.strings import METHODS, Strings
from tests.prompts.conversations import ALL, Case, plain_rendering

THINK, END = Special("<think>"), Special("</think>")
# A user's message that spells everything the templates below look for.
CONTENT = "call>im_end|><think>a</think>b"

# (template, its pieces)
OWN_TOKENS: list[tuple[str, list[Piece]]] = [
    ("{{ '<think>' }}<think>", [THINK, THINK]),
    ("{{ '\\x3cthink>' }}", [THINK]),
    ("{{ '<thi' ~ 'nk>' }}{{ '<thi' + 'nk>' }}<thi{{ 'nk>' }}", [THINK] * 3),
    ("{{ '<think' ~ '>' ~ 1 }}", [THINK, Text("1")]),
    ("{% set x = '<think>' %}{{ x }}{{ x == '<think>' }}{{ '<think>' in x }}{{ x|length }}", [THINK, Text("TrueTrue7")]),
    ("{% set x = '<think>' %}{{ x.startswith('<th') }}{{ x.find('k') }}{{ x[1] }}{{ x in ['<think>'] }}", [Text("True5tTrue")]),
    ("{% set x = ['<think>'] %}{{ '<think>' in x }}{{ '<think>' is in x }}{{ x[0] }}", [Text("TrueTrue"), THINK]),
    ("{% set x = {'<think>': '<think>'} %}{{ x['<think>'] }}{{ x.get('<think>') }}{{ '<think>' in x }}", [THINK, THINK, Text("True")]),
    ("{% set ns = namespace(x='<think>') %}{% set ns.x = ns.x + 'a' %}{{ ns.x }}", [THINK, Text("a")]),
    ("{% macro m(x) %}{{ x }}{{ x == '<think>' }}{% endmacro %}{{ m('<think>') | trim }}", [THINK, Text("True")]),
    ("{% macro m() %} <think> {{ caller() }}{% endmacro %}{% call m() %}</think>{% endcall %}", [Text(" "), THINK, Text(" "), END]),
    ("{% set x %}\n<think>\n{% endset %}{{ x | trim }}{{ x.strip('\\n') }}", [THINK, THINK]),
    ("{% filter trim %} <think> {% endfilter %}{% filter upper %}<think>{% endfilter %}", [THINK, Text("<THINK>")]),
    ("{% for x in ['<think>', '</think>'] %}{{ x }}{{ loop.last }}{% endfor %}", [THINK, Text("False"), END, Text("True")]),
    ("{{ '<think>' if messages else '' }}{{ none or '</think>' }}{{ y | default('<think>') }}", [THINK, END, THINK]),
    ("{{ '</think>'.join(['a', 'b']) }}{{ ['a', '<think>'] | join('-') }}", [Text("a"), END, Text("ba-"), THINK]),
    ("{{ '<think>%s</think>' % 'a' }}{{ '<think>{}'.format('b') }}{{ '%s<think>' | format('c') }}", [THINK, Text("a"), END, THINK, Text("bc"), THINK]),
    ("{{ 'a<think>b'.split('<think>') | join('+') }}{{ 'a<think>b</think>'.split('b') | join('+') }}", [Text("a+ba"), THINK, Text("+"), END]),
    ("{{ '<think> a</think>'.split() | join('+') }}{{ '</think>,a,b'.rsplit(',', 1) | join('+') }}", [THINK, Text("+a"), END, END, Text(",a+b")]),
    ("{{ '<think>a</think>'.partition('a') | join('+') }}{{ '<think>a'.removeprefix('<think>') }}", [THINK, Text("+a+"), END, Text("a")]),
    ("{{ '<think>aa'.removeprefix('<think>a') }}{{ '<think>a'.removesuffix('a') }}{{ '<think>a'.lstrip('<') }}", [Text("a"), THINK, Text("think>a")]),
    ("{{ '<think>a'.replace('a', '</think>') }}{{ '<think>a' | replace('think', 'x') }}", [THINK, END, Text("<x>a")]),
    ("{{ '<think>a'[:7] }}{{ '<think>a'[1:] }}{{ '<think>a</think>'[7:] }}{{ '<think>'[::-1] }}", [THINK, Text("think>aa"), END, Text(">kniht<")]),
    ("{{ '<think>' | upper }}{{ '<think>' | e }}{{ '<think>' | first }}{{ '<think>' | list | length }}", [Text("<THINK>&lt;think&gt;<7")]),
    ("{{ '<think>' | tojson }}{{ '<think>é' | tojson(ensure_ascii=true) }}{{ ['<think>'] }}", [Text('"'), THINK, Text('""<think>\\u00e9"[\'<think>\']')]),
    ("{{ ['<think>'] | string }}{{ {'a': '<think>'} ~ '' }}{{ '%s' % ['<think>'] }}", [Text("['<think>']{'a': '<think>'}['<think>']")]),
    ("{{ '<think>' | safe }}{{ '<b>' | safe + '<think>' }}{{ '<think>' * 2 }}", [THINK, Text("<b>&lt;think&gt;"), THINK, THINK]),
    ("{{ ['<think>', 'a'] | map('upper') | join }}{{ ['<think>'] | select('equalto', '<think>') | join }}", [Text("<THINK>A"), THINK]),
    ("{{ '<think>\\n</think>'.splitlines() | join }}{{ '<think>' | indent(2, true) }}", [THINK, END, Text("  "), THINK]),
    ("{% generation %}<think>{% endgeneration %}", [THINK]),
    ("{{ eos_token }}{{ eos_token == '<|im_end|>' }}{{ bos_token is defined }}", [Special("<|im_end|>"), Text("TrueFalse")]),
    ("<|vision_start|><|image_pad|>", [Special("<|vision_start|>"), Special("<|image_pad|>")]),
]  # fmt: skip

CONTENTS: list[tuple[str, list[Piece]]] = [
    ("{{ '<tool_' + c }}", [Text("<tool_" + CONTENT)]),
    ("<tool_{{ c }}{{ '<|' ~ c }}", [Text(f"<tool_{CONTENT}<|{CONTENT}")]),
    ("{{ c.split('</think>')[0] }}{{ '</think>' in c }}{{ c.find('<think>') }}", [Text("call>im_end|><think>aTrue13")]),
    ("{{ '<think>' + c.split('<think>')[-1] }}", [THINK, Text("a</think>b")]),
    ("{{ ('<think>' + c).split('</think>')[0].split('<think>')[-1] }}", [Text("a")]),
    ("{{ ('<think>' + c).replace('<think>', '') }}", [Text("call>im_end|>a</think>b")]),
    ("{{ c.replace('a', '<think>') }}", [Text("c"), THINK, Text("ll>im_end|><think>"), THINK, Text("</think>b")]),
    ("{{ '<t%s>' % 'hink' }}{{ '<{}>'.format('think') }}", [Text("<think><think>")]),
    ("{{ '<' ~ messages[0].key ~ '>' }}{{ '<|im_' ~ 'st'.upper().lower() ~ 'art|>' }}", [Text("<><|im_start|>")]),
    ("{{ {'k': c} | tojson }}{{ [c] }}", [Text('{"k": "' + CONTENT + "\"}['" + CONTENT + "']")]),
    ("{{ '<think>' | replace('think', c) }}", [Text(f"<{CONTENT}>")]),
]


def rendered(source: str) -> list[Piece]:
    return ChatTemplate(source, ALL, {"eos_token": "<|im_end|>"}).render([{"role": "user", "content": CONTENT}])


@pytest.mark.parametrize(("source", "pieces"), OWN_TOKENS, ids=range(len(OWN_TOKENS)))
def test_a_templates_own_tokens(source: str, pieces: list[Piece]) -> None:
    assert rendered(source) == pieces
    if "generation" not in source:
        case = Case("", [{"role": "user", "content": CONTENT}])
        text = "".join(piece.token if isinstance(piece, Special) else piece.text for piece in pieces)
        assert plain_rendering(source, case, eos_token="<|im_end|>") == text


@pytest.mark.parametrize(("source", "pieces"), CONTENTS, ids=range(len(CONTENTS)))
def test_tokens_in_content(source: str, pieces: list[Piece]) -> None:
    assert rendered("{% set c = messages[0].content %}" + source) == pieces


def test_the_longest_token_wins() -> None:
    assert ChatTemplate("<a><a>b", ["<a>", "<a>b", "a"]).render([{"role": "user", "content": ""}]) == [
        Special("<a>"),
        Special("<a>b"),
    ]


def test_a_tokenizer_without_special_tokens() -> None:
    assert ChatTemplate("<think>", []).render([{"role": "user", "content": ""}]) == [Text("<think>")]


TOKENS = ("<t>", "</t>", "<tt>")
MARKS = Marks(TOKENS)
TEXT = st.text(st.sampled_from("<t>/a \n"), max_size=12)
MARKED = st.lists(st.one_of(TEXT, st.sampled_from(TOKENS).map(MARKS.marked)), max_size=6).map("".join)
ARGUMENTS = {
    "join": st.tuples(st.lists(MARKED, max_size=3)),
    "replace": st.tuples(MARKED, MARKED),
    **{name: st.tuples() for name in METHODS if name.startswith("is")},
    **{name: st.tuples() for name in "capitalize casefold lower swapcase title upper splitlines".split()},
    **{name: st.one_of(st.tuples(), st.tuples(st.none()), st.tuples(TEXT)) for name in ("strip", "lstrip", "rstrip")},
    **{
        name: st.one_of(
            st.tuples(), st.tuples(MARKED.filter(bool), st.integers(-1, 3)), st.tuples(st.none(), st.integers(-1, 3))
        )
        for name in ("split", "rsplit")
    },
}


@given(st.data())
def test_every_method_gives_pythons_result_with_whole_tokens_kept(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(METHODS - {"format", "format_map"})))
    text = data.draw(MARKED)
    args = data.draw(ARGUMENTS.get(name, st.tuples(MARKED.filter(bool))))
    budget = Budget(Limits())
    plain_args = [MARKS.plain_deep(arg, budget) for arg in args]
    try:
        expected = getattr(MARKS.plain(text), name)(*plain_args)
    except ValueError:
        with pytest.raises(ValueError, match="substring not found"):
            Strings(MARKS, budget).method(text, name, args, {})
        return
    result = Strings(MARKS, budget).method(text, name, args, {})
    assert MARKS.plain_deep(result, budget) == expected
    assert type(result) is type(expected)
    if name in ("strip", "split", "partition") and not any(plain_args):
        # White space was cut away, and no token has any.
        kept = "".join(result).count
        assert all(kept(mark) == text.count(mark) for mark in map(MARKS.marked, TOKENS))


@given(MARKED, st.integers(-9, 9), st.integers(-9, 9), st.sampled_from([None, 1, 2, -1]))
def test_slices(text: str, start: int, stop: int, step: int | None) -> None:
    result = Strings(MARKS, Budget(Limits())).slice(text, start, stop, step)
    assert MARKS.plain(result) == MARKS.plain(text)[start:stop:step]


def test_marks_are_found_nowhere_else() -> None:
    marks = Marks(["<a>", "<b>"], avoid={"\U000f0000", "\U000f0002"})
    assert marks.marked("<a><b>") == "\U000f0001\U000f0003"
    assert marks.clashes({"\U000f0001"})
    assert not marks.clashes({"\U000f0000", "a"})
    assert marks.plain("\U000f0000\U000f0001") == "\U000f0000<a>"
    assert all(not marks.within(char) for char in string.printable)
