"""The environment a chat template runs in: the reference's settings, nothing of Python's, and bounds."""

from collections.abc import Iterable
from datetime import datetime
from types import BuiltinMethodType
from typing import Any, NoReturn

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension, loopcontrols
from jinja2.parser import Parser
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Cycler, Joiner, Namespace

from qwenchat.prompts.filters import filters_for, tests_for
from qwenchat.prompts.limits import Budget, Limits
from qwenchat.prompts.marks import Marks
from qwenchat.prompts.strings import METHODS, Strings

_CONTAINER_METHODS: dict[type, frozenset[str]] = {
    dict: frozenset(("copy", "get", "items", "keys", "values")),
    list: frozenset(("copy", "count", "index")),
    tuple: frozenset(("count", "index")),
}


class Refused(Exception):
    """The template called `raise_exception`."""


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one rendering, or of one compilation.

    It is set up as transformers 5.23 sets up its own (blocks trimmed, loop controls, `generation` blocks, plain
    JSON), and offers less of Jinja where that could be used to make much out of little.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, marks: Marks, limits: Limits) -> None:
        super().__init__(
            trim_blocks=True, lstrip_blocks=True, extensions=[_Generation, loopcontrols], optimized=False, cache_size=0
        )
        self.strings = Strings(marks, Budget(limits))
        self.filters = filters_for(self.strings)
        self.tests = tests_for(self.strings)
        self.finalize = self._finalize
        self.globals = {
            "cycler": Cycler,
            "dict": _dict,
            "joiner": Joiner,
            "namespace": _Namespace,
            "raise_exception": self._refuse,
            "range": safe_range,
            "strftime_now": _strftime_now,
        }

    def concat(self, parts: Iterable[str]) -> str:
        """What macros, blocks and the template itself return: their output in one string."""
        texts, n = [], 0
        for text in parts:
            n += len(text)
            self.strings.budget.size(n, n_new=len(text))
            texts.append(text)
        return "".join(texts)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Every call a template makes."""
        # The two underscores keep our names out of the way of the template's keywords, as in Jinja itself.
        return super().call(__context, __self._callable(__obj), *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The operators of `intercepted_binops`."""
        return self.strings.operator(operator, left, right, self.binop_table[operator])

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]`."""
        return super().getitem(self._spelled(obj), self._spelled(argument))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may take this attribute: of Python's own types, listed methods only."""
        if type(obj) is str:
            return attr in METHODS
        if type(obj) in _CONTAINER_METHODS:
            return attr in _CONTAINER_METHODS[type(obj)]
        if isinstance(obj, Namespace | Macro) or type(obj).__module__.startswith("jinja2."):
            return super().is_safe_attribute(obj, attr, value)
        return False

    def wrap_str_format(self, value: Any) -> Any:
        """`str.format` and `format_map`, sandboxed by Jinja, bounded here."""
        make = super().wrap_str_format(value)
        if make is None:
            return None

        def bounded(*args: Any, **kwargs: Any) -> str:
            values = (*args, *kwargs.values())
            text: str = self.strings.formatted(value.__self__, values, lambda: make(*args, **kwargs))
            return text

        return bounded

    def _callable(self, function: Any) -> Any:
        """`function`, or, for a method of Python's own types, one that sees tokens spelled out."""
        if not isinstance(function, BuiltinMethodType):
            return function
        owner, name = function.__self__, function.__name__
        if type(owner) is str:
            return lambda *args, **kwargs: self.strings.method(owner, name, args, kwargs)
        return lambda *args, **kwargs: function(*map(self._spelled, args[:1]), *args[1:], **kwargs)

    def _finalize(self, value: Any) -> Any:
        return self.strings.written(value) if isinstance(value, list | tuple | dict) else value

    def _spelled(self, value: Any) -> Any:
        return self.strings.marks.plain(value) if type(value) is str else value

    def _refuse(self, message: Any) -> NoReturn:
        raise Refused(self.strings.marks.plain(self.strings.written(message)))


class _Namespace(Namespace):
    """A namespace that takes no name with a leading underscore, as in the reference."""

    def __init__(*args: Any, **kwargs: Any) -> None:
        self, rest = args[0], args[1:]
        for name in dict(*rest, **kwargs):
            _check_name(name)
        Namespace.__init__(self, *rest, **kwargs)

    def __setitem__(self, name: str, value: Any) -> None:
        _check_name(name)
        super().__setitem__(name, value)


def _check_name(name: object) -> None:
    if isinstance(name, str) and name.startswith("_"):
        raise SecurityError(f"a namespace takes no name with a leading underscore, such as {name!r}")


class _Generation(Extension):
    """`{% generation %}`: marks an assistant's turn for training; here its body is all that matters."""

    tags = {"generation"}  # noqa: RUF012

    def parse(self, parser: Parser) -> nodes.Node:
        """The body, in a scope of its own, as the reference's call block makes one."""
        line = next(parser.stream).lineno
        return nodes.Scope(parser.parse_statements(("name:endgeneration",), drop_needle=True), lineno=line)


def _dict(*args: Any, **kwargs: Any) -> dict[Any, Any]:
    """`dict` as a function: a template that held the class could reach its inside."""
    return dict(*args, **kwargs)


def _strftime_now(format: str) -> str:
    return datetime.now().strftime(format)
