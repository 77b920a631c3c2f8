"""Whatever a model says within a grammar fits its schema: random walks, read by our parsers and an independent validator."""

import json
import random
from typing import Any

import jsonschema
import pytest

from qwenchat import ChatTokenizer
from qwenchat.guides import Compiler, calls_grammar, format_grammar
from qwenchat.prompts import AnswerParser, Form
from qwenchat.protocol import Answer, CallArguments, CallStart, InvalidValue, ResponseFormat
from tests.guides.walks import object_schema, random_schema, walk


def tool(name: str, schema: Any, strict: bool = True) -> dict[str, Any]:
    return {"type": "function", "function": {"name": name, "parameters": schema, "strict": strict}}


def spoken(compiler: Compiler, tokenizer: ChatTokenizer, grammar: str, seed: int) -> str:
    return walk(compiler.matcher(grammar), tokenizer.vocabulary, tokenizer.turn_end_ids(), random.Random(seed))


@pytest.mark.parametrize("seed", range(40))
def test_json_by_a_random_schema(tokenizer: ChatTokenizer, compiler: Compiler, seed: int) -> None:
    schema: Any = random_schema(random.Random(seed), depth=3)
    grammar = format_grammar(ResponseFormat("json_schema", schema=schema, strict=True), compiler)
    jsonschema.validate(json.loads(spoken(compiler, tokenizer, grammar, seed)), schema)


def test_any_object(tokenizer: ChatTokenizer, compiler: Compiler) -> None:
    grammar = format_grammar(ResponseFormat("json_object"), compiler)
    for seed in range(5):
        assert isinstance(json.loads(spoken(compiler, tokenizer, grammar, seed)), dict)


def calls_of(text: str, form: Form, tools: dict[str, Any]) -> tuple[str, list[list[str]]]:
    parser = AnswerParser(False, thinks=True, form=form, tools=tools)
    events = [*parser.feed(text), *parser.close(cut=False)]
    calls = [[event.name, ""] for event in events if isinstance(event, CallStart)]
    for event in events:
        if isinstance(event, CallArguments):
            calls[event.index][1] += event.text
    return "".join(event.text for event in events if isinstance(event, Answer)), calls


def without_patterns(schema: Any) -> Any:
    """Tags can't hold a text to a pattern; JSON in tags can."""
    schema["properties"] = {
        name: {"type": "string"} if "pattern" in str(inner) and inner.get("type") not in ("array", "object") else inner
        for name, inner in schema["properties"].items()
    }
    return schema


@pytest.mark.parametrize("form", [Form.HERMES, Form.XML])
@pytest.mark.parametrize("required", [True, False])
@pytest.mark.parametrize("seed", range(12))
def test_calls_by_random_schemas(
    tokenizer: ChatTokenizer, compiler: Compiler, form: Form, required: bool, seed: int
) -> None:
    rng = random.Random(seed)
    schemas = {name: without_patterns(object_schema(rng)) for name in ("one", "two")}
    tools = [tool(name, schema) for name, schema in schemas.items()]
    grammar = calls_grammar(tools, form, compiler, required=required, parallel=seed % 2 == 0)
    text, calls = calls_of(spoken(compiler, tokenizer, grammar, seed), form, schemas)
    if required:
        assert text == ""
        assert calls
    if seed % 2:
        assert len(calls) <= 1
    for name, arguments in calls:
        jsonschema.validate(json.loads(arguments), schemas[name])


@pytest.mark.parametrize("seed", range(8))
def test_one_call_in_lines_by_random_schemas(tokenizer: ChatTokenizer, compiler: Compiler, seed: int) -> None:
    rng = random.Random(seed)
    schemas = {name: object_schema(rng) for name in ("one", "two")}
    tools = [tool(name, schema) for name, schema in schemas.items()]
    grammar = calls_grammar(tools, Form.REACT, compiler, required=True, parallel=True)
    text, ((name, arguments),) = calls_of(spoken(compiler, tokenizer, grammar, seed), Form.REACT, schemas)
    assert text == ""
    jsonschema.validate(json.loads(arguments), schemas[name])
    with pytest.raises(InvalidValue, match="only where one must come"):
        calls_grammar(tools, Form.REACT, compiler, required=False, parallel=True)


def test_an_answer_in_a_form_or_calls(tokenizer: ChatTokenizer, compiler: Compiler) -> None:
    schema = {
        "type": "object",
        "properties": {"ok": {"type": "boolean"}},
        "required": ["ok"],
        "additionalProperties": False,
    }
    answer = format_grammar(ResponseFormat("json_schema", schema=schema), compiler)
    grammar = calls_grammar([tool("f", schema)], Form.HERMES, compiler, required=False, parallel=True, answer=answer)
    seen = set()
    for seed in range(12):
        text, calls = calls_of(spoken(compiler, tokenizer, grammar, seed), Form.HERMES, {"f": schema})
        seen.add(bool(calls))
        for written in [text] if text else [arguments for _, arguments in calls]:
            jsonschema.validate(json.loads(written), schema)
    assert seen == {True, False}


def test_a_function_whose_schema_says_little_takes_an_object(tokenizer: ChatTokenizer, compiler: Compiler) -> None:
    for form, schema in [(form, schema) for form in Form for schema in ({}, {"properties": {"n": {"enum": [1, 2]}}})]:
        grammar = calls_grammar([tool("f", schema, strict=False)], form, compiler, required=True, parallel=False)
        for seed in range(3):
            _, calls = calls_of(spoken(compiler, tokenizer, grammar, seed), form, {"f": schema})
            assert calls[0][0] == "f"
            assert isinstance(json.loads(calls[0][1]), dict)


def test_what_tags_cant_hold_is_refused_by_place(compiler: Compiler) -> None:
    for inner, words in (({"type": "string", "pattern": "a"}, r"parameters\.properties\.a: .*pattern"),):
        schema = {"type": "object", "properties": {"a": inner}}
        with pytest.raises(InvalidValue, match=words):
            calls_grammar([tool("f", schema)], Form.XML, compiler, required=True, parallel=False)
        calls_grammar([tool("f", schema, strict=False)], Form.XML, compiler, required=True, parallel=False)
    with pytest.raises(InvalidValue, match="no <, > or newline"):
        calls_grammar([tool("f", {"properties": {"a>b": {}}})], Form.XML, compiler, required=True, parallel=False)
