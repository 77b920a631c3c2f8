"""Strings as a template works on them: whatever looks inside sees tokens spelled out, whatever keeps text
keeps the marks, and nothing grows past the limits."""

import re
from collections.abc import Callable, Mapping, Sequence
from string import Formatter
from typing import Any

from markupsafe import Markup

from qwenchat.prompts.limits import Budget, LimitReached
from qwenchat.prompts.marks import Marks

# Methods whose results are parts of the string, in order; and the others.
_PARTS = "lstrip partition removeprefix removesuffix rpartition rsplit rstrip split splitlines strip"
_OTHERS = (
    "capitalize casefold count endswith find format format_map index isalnum isalpha isascii isdecimal isdigit "
    "isidentifier islower isnumeric isspace istitle isupper join lower replace rfind rindex startswith swapcase "
    "title upper"
)
# Python has more (center, encode, expandtabs, ljust, zfill …): they make memory or bytes out of a number.
METHODS = frozenset(f"{_PARTS} {_OTHERS}".split())

# '%9999d' and '%*d' ask for as many characters as they please.
_WIDE_PERCENT = re.compile(r"%(?:\([^()%]*\))?[-+ #0]*(?:\*|\d{4}|\d*\.(?:\*|\d{4}))")
_WIDE_SPEC = re.compile(r"\d{4}|\{")
_MAX_BITS = 4096
# What an item of a list takes, beside a character of a text.
_ITEM_BYTES = 8


class Strings:
    """The operations on strings (and on what is printed) of one rendering."""

    __slots__ = ("budget", "marks")

    def __init__(self, marks: Marks, budget: Budget) -> None:
        self.marks = marks
        self.budget = budget

    def written(self, value: Any) -> str:
        """`value` as a template prints it."""
        if isinstance(value, str):
            return value
        return str(self.marks.plain_deep(value, self.budget))

    def concat(self, parts: Sequence[Any]) -> str:
        """All parts as printed, joined."""
        texts = [self.written(part) for part in parts]
        self.budget.size(sum(map(len, texts)))
        return "".join(texts)

    def method(self, text: str, name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """`text.name(*args, **kwargs)`; the caller has checked that `name` is one of `METHODS`."""
        if name == "join" and len(args) == 1:
            return self.join(text, list(args[0]))
        if name == "replace":
            return self.replace(text, *args, **kwargs)
        self.budget.size(len(text))
        args = [self.marks.plain_deep(arg, self.budget) for arg in args]
        if not self.marks.within(text):
            return getattr(text, name)(*args, **kwargs)
        plain = self.marks.plain(text)
        result = getattr(plain, name)(*args, **kwargs)
        if name not in _PARTS.split():
            return result
        separator = kwargs.get("sep", args[0] if args else None) if name in ("split", "rsplit") else None
        return self._parts(text, name, result, gap=len(separator or ""))

    def _parts(self, text: str, name: str, result: Any, gap: int) -> Any:
        """The parts that `result` has of the plain text, `gap` characters apart at least, from the marked one."""
        plain = self.marks.plain(text)
        parts = [result] if isinstance(result, str) else result
        cuts, position = [], 0
        for part in parts:
            # Only what was cut away lies between: the next place that reads like the part is the part.
            # (Not so for removeprefix, whose part ends where the text does.)
            start = len(plain) - len(part) if name == "removeprefix" else plain.find(part, position)
            cuts.append((start, start + len(part)))
            position = start + len(part) + gap
        marked = self.marks.recut(text, cuts)
        return marked[0] if isinstance(result, str) else type(result)(marked)

    def join(self, separator: str, items: Sequence[Any]) -> str:
        """`separator.join(items)`."""
        self.budget.size(sum(len(item) + len(separator) for item in items if isinstance(item, str)))
        return separator.join(items)

    def replace(self, text: str, old: str, new: str, count: int | None = None) -> str:
        """`text.replace(old, new, count)`."""
        count = -1 if count is None else count
        plain, old = self.marks.plain(text), self.marks.plain(old)
        n = plain.count(old) if count < 0 else min(count, plain.count(old))
        self.budget.size(len(plain) + n * len(new))
        if not old:
            return plain.replace(old, new, count)
        if not n:
            return text
        return new.join(self.method(text, "split", (old, count), {}))

    def slice(self, value: Any, start: Any, stop: Any, step: Any) -> Any:
        """`value[start:stop:step]`."""
        where = slice(start, stop, step)
        if not isinstance(value, str) or not self.marks.within(value):
            return value[where]
        plain = self.marks.plain(value)
        first, end, stride = where.indices(len(plain))
        return self.marks.recut(value, [(first, max(first, end))])[0] if stride == 1 else plain[where]

    def tojson(self, value: Any, dumps: Callable[..., str], ensure_ascii: bool, **layout: Any) -> str:
        """`dumps(value)`, its marks kept where the characters are."""
        indent, separators = layout.get("indent"), layout.get("separators")
        width = len(indent) if isinstance(indent, str) else indent or 0
        if width > 64 or (separators is not None and len("".join(separators)) > 64):
            raise LimitReached("tojson takes an indent and separators of at most 64 characters")
        plain = self.marks.plain_deep(value, self.budget)
        text = dumps(plain if ensure_ascii else value, ensure_ascii=ensure_ascii, **layout)
        self.budget.size(len(text))
        return text

    def formatted(self, template: str, values: Sequence[Any], make: Callable[[], str]) -> str:
        """What `make` makes of `template % values` or `template.format(*values)`, if it can't be too long."""
        if _WIDE_PERCENT.search(template) or _wide_field(template):
            raise LimitReached("a format may not ask for a width of four digits, or for one given at run time")
        longest = max((len(value) for value in values if isinstance(value, str)), default=0)
        n_fields = template.count("%") + template.count("{")
        self.budget.size(len(template) + n_fields * max(longest, 1000))
        return make()

    def operator(self, sign: str, left: Any, right: Any, compute: Callable[[Any, Any], Any]) -> Any:
        """`left sign right`, for the operators that can make much out of little: + * ** %."""
        if sign == "+" and isinstance(left, str) and isinstance(right, str):
            self.budget.size(len(left) + len(right))
            if isinstance(left, Markup) or isinstance(right, Markup):
                # The sum is escaped, and an escaped token is no token.
                left, right = self._spelled(left), self._spelled(right)
        elif sign == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
            self.budget.size(_ITEM_BYTES * (len(left) + len(right)))
        elif sign == "*" and isinstance(left, int) and isinstance(right, int):
            self._bits(left.bit_length() + right.bit_length())
        elif sign == "*":
            many, times = (right, left) if isinstance(left, int) else (left, right)
            if isinstance(many, str | list | tuple) and isinstance(times, int):
                width = 1 if isinstance(many, str) else _ITEM_BYTES
                self.budget.size(width * len(many) * max(times, 0))
        elif sign == "**" and isinstance(left, int) and isinstance(right, int):
            self._bits(left.bit_length() * abs(right))
        elif sign == "%" and isinstance(left, str):
            return self._percent(left, right, compute)
        return compute(left, right)

    def _percent(self, template: str, values: Any, compute: Callable[[Any, Any], Any]) -> str:
        """`template % values`, lists and the like printed as everywhere."""
        if isinstance(values, dict):
            values = {key: self._printable(value) for key, value in values.items()}
            listed = tuple(values.values())
        elif isinstance(values, tuple):
            listed = values = tuple(map(self._printable, values))
        else:
            listed = (values := self._printable(values),)
        return self.formatted(template, listed, lambda: compute(template, values))

    def _spelled(self, text: str) -> str:
        return text if isinstance(text, Markup) else self.marks.plain(text)

    def _printable(self, value: Any) -> Any:
        return self.written(value) if isinstance(value, list | tuple | dict) else value

    def _bits(self, n: int) -> None:
        if n > _MAX_BITS:
            raise LimitReached(f"it makes a number of more than {_MAX_BITS} bits")


def _wide_field(template: str) -> bool:
    """Whether a replacement field such as '{:>9999}' or '{:{n}}' asks for many characters."""
    try:
        return any(spec and _WIDE_SPEC.search(spec) for _, _, spec, _ in Formatter().parse(template))
    except ValueError:  # braces that are no fields: a template for %, or one that format itself will refuse
        return False
