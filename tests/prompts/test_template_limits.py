"""A hostile template costs little: every bomb ends in a clear error, soon, and nothing of Python's is reached."""

import resource
import time
from pathlib import Path

import pytest

from qwenchat.prompts import ChatTemplate, Limits, TemplateError, spelled
from tests.prompts.conversations import ALL, templates

BOMBS = {
    "loops in loops": "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "loops that print nothing": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "loops in a macro": "{% macro m() %}{% for a in range(99999) %}{{ m() }}{% endfor %}{% endmacro %}{{ m() }}",
    "a macro of itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macros that fork": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "a recursive loop": "{% for a in range(9) recursive %}{{ loop(range(9)) }}{% endfor %}",
    "a block of itself": "{% block b %}{{ self.b() }}{% endblock %}",
    "a huge range": "{% for a in range(10**9) %}{% endfor %}",
    "doubling by +": "{% set ns = namespace(x='xx') %}{% for a in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "doubling by ~": "{% set ns = namespace(x='xx') %}{% for a in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    "doubling by join": "{% set ns = namespace(x='xx') %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] | join %}{% endfor %}",
    "doubling by printing": "{% set ns = namespace(x='xx') %}{% for a in range(99) %}{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = y %}{% endfor %}",
    "doubling lists": "{% set ns = namespace(x=[1]) %}{% for a in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "a list of one list, printed": "{% set ns = namespace(x=[1]) %}{% for a in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
    "a list of one list, as JSON": "{% set ns = namespace(x=[1]) %}{% for a in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x | tojson }}",
    "a list of one list, compared": "{% set ns = namespace(x=[1]) %}{% for a in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x == [ns.x] }}",
    "a long string by *": "{{ 'x' * 10**9 }}",
    "a long string by * of a long one": "{% set x = 'x' * 10**7 %}{% set y = x * 9 %}",
    "a long list by *": "{% set x = [1] * 10**9 %}",
    "a wide format": "{{ '%999999999d' % 1 }}",
    "a wide format by *": "{{ '%*d' % (999999999, 1) }}",
    "a precise format": "{{ '%.999999999f' % 1 }}",
    "a wide field": "{{ '{:>999999999}'.format(1) }}",
    "a field of a field's width": "{{ '{:{}}'.format(1, 999999999) }}",
    "a wide filter": "{{ '%999999999d' | format(1) }}",
    "many fields": "{% set x = 'x' * 10**6 %}{{ ('{0}' * 10**4).format(x) }}",
    "many percents": "{% set x = 'x' * 10**6 %}{{ ('%(x)s' * 10**4) % {'x': x} }}",
    "replacing": "{% set x = 'x' * 10**6 %}{{ x.replace('x', x) }}",
    "replacing by filter": "{% set x = 'x' * 10**6 %}{{ x | replace('x', x) }}",
    "indenting": "{% set x = '\\n' * 10**6 %}{{ x | indent(10**4, true, true) }}",
    "indenting JSON": "{{ [[[[1]]]] | tojson(indent=10**9) }}",
    "big numbers": "{{ 9 ** (9 ** 9) }}",
    "big numbers by *": "{% set ns = namespace(x=9) %}{% for a in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
    "big precision": "{{ 1.5 | round(10**9, 'ceil') }}",
    "summing lists": "{{ [[1]] | sum(start=[]) }}",
    "much text, often": "{% set x = 'x' * 10**7 %}{% for a in range(99999) %}{% set y = x.count('y') %}{% endfor %}",
    "much output": "{% set x = 'x' * 10**6 %}{% for a in range(999) %}{{ x }}{% endfor %}",
    "deep parentheses": "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
    "deep blocks": "{% if 1 %}" * 3_000 + "{% endif %}" * 3_000,
    "a long sum": "{{ 1" + " + x" * 20_000 + " }}",
    "a long template": "x" * 300_000,
}


@pytest.mark.parametrize("source", BOMBS.values(), ids=BOMBS.keys())
def test_bombs(source: str) -> None:
    began_s, peak_kib = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TemplateError):
        ChatTemplate(source, ["<t>"], limits=Limits(steps=100_000)).render([{"role": "user", "content": "x"}])
    assert time.process_time() - began_s < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak_kib < 400_000


ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ messages.__class__.__mro__ }}",
    "{{ messages | attr('__class__') }}",
    "{{ [messages] | map(attribute='__class__') | list }}",
    "{{ '{0.__class__}'.format(messages) }}",
    "{{ '{0.__class__}'.format_map({'0': 1}) }}",
    "{{ raise_exception.__globals__ }}",
    "{{ raise_exception.__self__ }}",
    "{{ strftime_now.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ namespace(__class__=1) }}",
    "{% set ns = namespace() %}{% set ns._x = 1 %}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ dict.mro() }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "{{ loop.__class__ }}",
    "{% for x in [1] %}{{ loop._iterator }}{% endfor %}",
    "{{ messages.append(1) }}",
    "{{ messages[0].update({'content': 1}) }}",
    "{{ 'x'.encode() }}",
    "{{ 'x'.center(5) }}",
    "{{ (1).to_bytes(5, 'big') }}",
    "{{ lipsum() }}",
    "{{ 'x' | center(5) }}",
    "{{ 'x' | pprint }}",
    "{{ messages | random }}",
    "{{ 'x' | plain! }}",
    "{{ context }}{{ environment }}{{ exec() }}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_nothing_of_pythons_is_reached(source: str) -> None:
    try:
        said = spelled(ChatTemplate(source, []).render([{"role": "user", "content": "x"}]))
    except TemplateError as error:
        said = str(error) if "0x" in str(error) else ""
    assert said in ("", "[Undefined]"), "an unknown name prints as nothing, and no more"


def test_limits_are_the_callers() -> None:
    user = [{"role": "user", "content": "x" * 100}]
    loop = "{% for a in range(50) %}{% endfor %}"
    ChatTemplate(loop, []).render(user)
    with pytest.raises(TemplateError, match="more than 49 steps"):
        ChatTemplate(loop, [], limits=Limits(steps=49)).render(user)
    with pytest.raises(TemplateError, match="longer than 99"):
        ChatTemplate("{{ messages[0].content }}", [], limits=Limits(text_chars=99)).render(user)
    with pytest.raises(TemplateError, match="longer than 0 s"):
        ChatTemplate(loop, [], limits=Limits(time_s=0)).render(user)


def test_a_long_honest_conversation_is_far_from_the_limits(shared: Path) -> None:
    turn = [{"role": "user", "content": "word " * 200}, {"role": "assistant", "content": "</think>" + "words " * 200}]
    for name in ("Qwen-Qwen3-0.6B", "qwen3.8"):
        template = ChatTemplate(templates(shared)[name], ALL, limits=Limits(steps=30_000))
        assert len(template.render(turn * 300)) > 2400
