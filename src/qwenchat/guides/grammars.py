"""The grammars of answers: JSON by a schema, and calls as each family writes them; in llguidance's Lark."""

import json
from collections.abc import Mapping, Sequence

from qwenchat.guides.compiler import Compiler, GrammarError
from qwenchat.guides.schema import checked_schema, fault
from qwenchat.guides.xml_grammar import FREE, xml_call
from qwenchat.prompts import Form
from qwenchat.protocol import InvalidValue, Json, ResponseFormat
from qwenchat.protocol.tools import is_strict, name_of, parameters_of

# One way to lay out JSON, the one that Python and Qwen's templates write: free space is where weak models get lost.
_LAYOUT = {"whitespace_flexible": False, "item_separator": ", ", "key_separator": ": "}


def format_grammar(form: ResponseFormat, compiler: Compiler) -> str:
    """The grammar of a response format that isn't text. Raises InvalidValue, naming the place in the schema."""
    if form.kind == "json_object":
        return f"start: %json {_json({'type': 'object'}, strict=True)}"
    where = "response_format.json_schema.schema"
    return f"start: {checked_json(form.schema, where, form.strict, compiler)}"


def calls_grammar(
    tools: Sequence[Mapping[str, Json]],
    form: Form,
    compiler: Compiler,
    *,
    required: bool,
    parallel: bool,
    answer: str | None = None,
) -> str:
    """The grammar of answers with calls of `tools`: nothing but calls where they are `required`.

    Otherwise text around them, or in their place what `answer`, a grammar, allows. Raises InvalidValue for a schema
    that can't be served, and for calls in lines that needn't come: nothing tells there where one begins.
    """
    if form is Form.REACT and not required:
        raise InvalidValue("tools", form.name, "this model's calls can be held to a form only where one must come")
    write = _WRITTEN[form]
    rules = [write(tool, i, f"tools[{i}].function.parameters", compiler) for i, tool in enumerate(tools)]
    names = " | ".join(f"call_{i}" for i in range(len(tools)))
    if form is Form.REACT:  # one call, for whose result the model waits
        return "\n".join((f'start: "\\n"? THOUGHT? ({names})', r"THOUGHT: /Thought: [^\n]{1,600}\n/", *rules))
    calls = 'call ("\\n" call)*' if parallel else "call"
    if required:
        start = f"start: {calls}"
    elif answer is not None:
        start = f"start: answer | {calls}\n{answer.replace('start:', 'answer:', 1)}"
    else:
        more = " (TEXT? call)*" if parallel else ""
        start = f"start: TEXT? | TEXT? call{more} TEXT?\nTEXT: /(?s:.+)/"
    call = f'call: <tool_call> "\\n" ({names}) "\\n" </tool_call>'
    return "\n".join((start, call, *rules, *([FREE] if form is Form.XML else [])))


def checked_json(schema: Json, where: str, strict: bool, compiler: Compiler) -> str:
    """The Lark of JSON that fits `schema`. Without `strict`, what can't be enforced is left to the model."""
    checked = checked_schema(schema, where)

    def lark(part: Json) -> str:
        return f"%json {_json(part, strict)}"

    try:
        compiler.matcher(f"start: {lark(checked)}")
    except GrammarError:
        raise fault(checked, where, lambda part: compiler.matcher(f"start: {lark(part)}")) from None
    return lark(checked)


def _json(schema: Json, strict: bool) -> str:
    guidance = _LAYOUT if strict else {**_LAYOUT, "lenient": True, "coerce_one_of": True}
    return json.dumps({**schema, "x-guidance": guidance} if isinstance(schema, dict) else schema)


def _arguments(tool: Mapping[str, Json], where: str, compiler: Compiler) -> str:
    """The Lark of a call's arguments, which are an object even where their schema forgets to say so."""
    schema = parameters_of(tool) or {}
    if isinstance(schema, dict) and "$ref" not in schema:
        schema = {"type": "object", **schema}
    return checked_json(schema, where, is_strict(tool), compiler)


def _hermes(tool: Mapping[str, Json], i: int, where: str, compiler: Compiler) -> str:
    arguments = _arguments(tool, where, compiler)
    head = json.dumps(f'{{"name": {json.dumps(name_of(tool))}, "arguments": ')
    return f'call_{i}: {head} args_{i} "}}"\nargs_{i}: {arguments}'


def _react(tool: Mapping[str, Json], i: int, where: str, compiler: Compiler) -> str:
    arguments = _arguments(tool, where, compiler)
    head = json.dumps(f"Action: {name_of(tool)}\nAction Input: ")
    return f"call_{i}: {head} args_{i}\nargs_{i}: {arguments}"


def _xml(tool: Mapping[str, Json], i: int, where: str, compiler: Compiler) -> str:
    strict = is_strict(tool)
    schema = checked_schema(parameters_of(tool) or {}, where)
    checked_json(schema, where, strict, compiler)  # for its errors: the parts stand alone below
    return xml_call(name_of(tool), i, schema, where, lambda part: f"%json {_json(part, strict)}", strict)


_WRITTEN = {Form.HERMES: _hermes, Form.XML: _xml, Form.REACT: _react}
