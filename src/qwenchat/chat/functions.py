"""A typed, documented Python function as a tool: its schema, and a call of it with what a model wrote."""

import inspect
import re
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from qwenchat.protocol import InvalidValue, Json, json_copy

_PLAIN = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
_SECTION = re.compile(r"\s*(args|arguments|parameters|returns?|yields?|raises|examples?|notes?):?\s*$", re.IGNORECASE)
# An argument's line in the styles of Google ("city (str): where"), Sphinx (":param str city: where").
_ARGUMENT = re.compile(r"\s*(?::param (?:[^:]* )?)?(\w+)(?: ?\([^)]*\))?: +(.+)")


def tool_from(function: Callable[..., Any]) -> dict[str, Json]:
    """The tool that stands for `function`: name, docstring, and a schema from its signature.

    Every parameter needs a type; its description comes from the docstring, or from `Annotated[type, "description"]`.
    Raises InvalidValue, naming the parameter, for one without a type, or of a type without a schema.
    """
    name = getattr(function, "__name__", "?")
    where, types = f"tools.{name}", _types(function)
    import msgspec  # only those who bring functions wait for it

    try:
        schemas, definitions = msgspec.json.schema_components(types.values(), ref_template="#/$defs/{name}")
    except (TypeError, NotImplementedError) as error:
        raise InvalidValue(where, function, f"a parameter's type has no JSON schema: {error}") from None
    about, arguments = _told(inspect.getdoc(function) or "")
    properties: dict[str, Any] = {}
    for key, schema in zip(types, schemas, strict=True):
        described = next((m for m in getattr(types[key], "__metadata__", ()) if isinstance(m, str)), arguments.get(key))
        properties[key] = schema if described is None else {**schema, "description": described}
    parameters: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "required": [key for key, p in inspect.signature(function).parameters.items() if p.default is p.empty],
        "additionalProperties": False,
    }
    if definitions:
        parameters["$defs"] = definitions
    told: dict[str, Any] = {"name": name, "description": about, "parameters": parameters}
    return {"type": "function", "function": json_copy(told, where)}


def call(function: Callable[..., Any], arguments: str) -> str:
    """What `function` gives for the JSON object `arguments`: a text as it is, anything else as JSON.

    Raises ValueError for arguments that don't fit the signature, and whatever the function raises.
    """
    import msgspec

    given = msgspec.json.decode(arguments, type=dict[str, msgspec.Raw])
    types = _types(function)
    unknown = sorted(given.keys() - types.keys())
    if unknown:
        raise ValueError(f"no argument is called {unknown[0]!r}; there are: {', '.join(types)}")
    typed = {key: _typed(key, raw, types[key]) for key, raw in given.items()}
    bound = inspect.signature(function).bind(**typed)
    result = function(*bound.args, **bound.kwargs)
    return result if isinstance(result, str) else msgspec.json.encode(result).decode()


def _typed(key: str, raw: Any, type_: Any) -> Any:
    import msgspec

    try:
        return msgspec.json.decode(raw, type=type_)
    except msgspec.ValidationError as error:
        raise ValueError(f"{key}: {error}") from None


def _types(function: Callable[..., Any]) -> Mapping[str, Any]:
    """The parameters' types, by name."""
    where = f"tools.{getattr(function, '__name__', '?')}"
    hints = typing.get_type_hints(function, include_extras=True)
    types = {}
    for key, parameter in inspect.signature(function).parameters.items():
        if parameter.kind not in _PLAIN:
            raise InvalidValue(f"{where}.{key}", str(parameter), "a tool's parameters are named, each by itself")
        if key not in hints:
            raise InvalidValue(f"{where}.{key}", key, "give the parameter a type: the model is told of it")
        types[key] = hints[key]
    return types


def _told(doc: str) -> tuple[str, dict[str, str]]:
    """A docstring's own words, and what it says of each argument."""
    about: list[str] = []
    arguments: dict[str, str] = {}
    within = False
    for line in _lines(doc):
        section = _SECTION.match(line)
        if section:
            within = True
        elif (found := _ARGUMENT.fullmatch(line)) and (within or line.lstrip().startswith(":param")):
            arguments[found[1]] = found[2].strip()
        elif not within and not line.lstrip().startswith(":"):
            about.append(line)
    return "\n".join(about).strip(), arguments


def _lines(doc: str) -> Iterator[str]:
    """The docstring's lines, those indented deeper than an argument's joined to it."""
    lines: list[str] = []
    for line in doc.splitlines():
        deeper = bool(lines) and _ARGUMENT.fullmatch(lines[-1]) is not None and _indent(line) > _indent(lines[-1])
        if deeper and line.strip():
            lines[-1] += " " + line.strip()
        else:
            lines.append(line)
    return iter(lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
