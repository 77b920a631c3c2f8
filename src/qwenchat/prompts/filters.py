"""The filters and tests a chat template may use, each made to see tokens spelled out."""

import json
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Literal, TypeAlias

from jinja2 import Environment, pass_environment
from jinja2.filters import FILTERS, do_format, do_indent, do_round, make_attrgetter
from jinja2.tests import TESTS
from jinja2.utils import _PassArg

from qwenchat.prompts.limits import LimitReached
from qwenchat.prompts.strings import Strings

Function: TypeAlias = Callable[..., Any]

# Jinja's, less those that make memory out of a number (batch, center, slice, wordwrap …), those that differ
# between two calls (random), and those for web pages (urlencode, urlize, xmlattr, striptags).
_ON_TEXT = "capitalize e escape forceescape lower title truncate upper wordcount"
_ON_ANYTHING = (
    "abs count dictsort first float groupby int items last length list map max min reject rejectattr reverse "
    "select selectattr sort unique"
)
_PASSING = "d default safe"
_COMPARING = "!= < <= == > >= eq equalto ge greaterthan gt in le lessthan lower lt ne sameas upper"
_MAX_PRECISION = 20
_NO_NAMES = ()  # a filter's name and words are of no use in a rendering, and half the time of getting ready for one


def filters_for(strings: Strings) -> dict[str, Any]:
    """The filters of one rendering, by name."""
    filters: dict[str, Function] = {name: FILTERS[name] for name in _PASSING.split()}
    filters |= {name: _shown(FILTERS[name], strings, strings.written) for name in _ON_TEXT.split()}
    filters |= {name: _shown(FILTERS[name], strings, lambda value: value) for name in _ON_ANYTHING.split()}
    return filters | _own(strings)


def tests_for(strings: Strings) -> dict[str, Any]:
    """Jinja's tests, by name; those that compare see tokens spelled out."""
    tests: dict[str, Any] = {**TESTS}
    return tests | {name: _compared(tests[name], strings) for name in _COMPARING.split()}


def _shown(function: Function, strings: Strings, as_text: Function) -> Function:
    """The filter `function`, handed its value `as_text` and every string with the tokens in it spelled out."""
    at = 0 if _PassArg.from_obj(function) is None else 1

    @wraps(function, assigned=_NO_NAMES)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        given = [*args[:at], as_text(args[at]), *args[at + 1 :]]
        given = [strings.marks.plain(arg) if type(arg) is str else arg for arg in given]
        result = function(*given, **kwargs)
        if isinstance(result, str | list):
            strings.budget.size(len(result))
        return result

    return wrapped


def _compared(function: Function, strings: Strings) -> Function:
    @wraps(function, assigned=_NO_NAMES)
    def wrapped(*args: Any) -> Any:
        return function(*(strings.marks.plain_deep(arg, strings.budget) for arg in args))

    return wrapped


def _own(strings: Strings) -> dict[str, Function]:
    """The filters that keep marks, and three that a rewritten template calls by names nobody can write."""

    def trim(value: Any, chars: str | None = None) -> str:
        result: str = strings.method(strings.written(value), "strip", (chars,), {})
        return result

    def replace(value: Any, old: Any, new: Any, count: int | None = None) -> str:
        return strings.replace(strings.written(value), str(old), str(new), count)

    @pass_environment
    def join(env: Environment, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
        items = value if attribute is None else map(make_attrgetter(env, attribute), value)
        return strings.join(str(d), [strings.written(item) for item in items])

    def indent(value: Any, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
        text = strings.written(value)
        n = len(width) if isinstance(width, str) else width
        strings.budget.size(len(text) + n * (text.count("\n") + 1))
        return do_indent(text, width, first, blank)

    def tojson(value: Any, ensure_ascii: bool = False, **layout: Any) -> str:
        unknown = layout.keys() - {"indent", "separators", "sort_keys"}
        if unknown:
            raise TypeError(f"tojson has no argument {min(unknown)!r}")
        return strings.tojson(value, json.dumps, ensure_ascii, **layout)

    def format_(value: Any, *args: Any, **kwargs: Any) -> str:
        text = strings.written(value)
        args = tuple(strings.written(arg) if isinstance(arg, list) else arg for arg in args)
        return strings.formatted(text, (*args, *kwargs.values()), lambda: do_format(text, *args, **kwargs))

    def round_(value: Any, precision: int = 0, method: Literal["common", "ceil", "floor"] = "common") -> float:
        if abs(precision) > _MAX_PRECISION:
            raise LimitReached(f"round takes a precision of at most {_MAX_PRECISION}")
        return do_round(value, precision, method)

    @pass_environment
    def sum_(env: Environment, values: Iterable[Any], attribute: str | int | None = None, start: Any = 0) -> Any:
        if not isinstance(start, int | float):
            raise TypeError("sum adds numbers only")
        return sum(values if attribute is None else map(make_attrgetter(env, attribute), values), start)

    return {
        "format": format_,
        "indent": indent,
        "join": join,
        "replace": replace,
        "round": round_,
        "string": strings.written,
        "sum": sum_,
        "tojson": tojson,
        "trim": trim,
        "concat!": strings.concat,
        "plain!": lambda value: strings.marks.plain_deep(value, strings.budget),
        "slice!": strings.slice,
        "step!": lambda _: strings.budget.step(),
    }
