"""Bad schemas: refused before anything runs, by place, and in bounded time."""

import time
from typing import Any

import pytest

from qwenchat.guides import Compiler, format_grammar
from qwenchat.guides.schema import MAX_CHARS, MAX_DEPTH, MAX_SCHEMAS
from qwenchat.protocol import InvalidValue, ResponseFormat

HERE = r"^response_format\.json_schema\.schema"


def compiled(schema: Any, compiler: Compiler, strict: bool = True) -> None:
    compiler.matcher(format_grammar(ResponseFormat("json_schema", schema=schema, strict=strict), compiler))


def nested(n: int) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(n):
        schema = {"type": "array", "items": schema}
    return schema


BAD: list[tuple[Any, str]] = [
    ([], ": .*as an object"),
    (None, ": .*as an object"),
    ({"type": "strin"}, ": .*strin"),
    ({"properties": []}, r"\.properties: "),
    ({"properties": {"a": {"properties": {"b": {"type": "objekt"}}}}}, r"\.properties\.a\.properties\.b: .*objekt"),
    ({"properties": {"a": 7}}, r"\.properties\.a: "),
    ({"anyOf": {}}, r"\.anyOf: "),
    ({"anyOf": [{"type": "string"}, {"type": "array", "uniqueItems": True}]}, r"\.anyOf\[1\]: .*uniqueItems"),
    ({"type": "array", "items": {"not": {"type": "null"}}}, r"\.items: .*not"),
    ({"properties": {"a": {"type": "string", "pattern": "("}}}, r"\.properties\.a: .*unclosed"),
    ({"properties": {"a": {"type": "string", "pattern": "(?=a)b"}}}, r"\.properties\.a: .*look-ahead"),
    ({"properties": {"a": {"type": "string", "format": "colour"}}}, r"\.properties\.a: .*colour"),
    ({"$ref": "https://example.com/schema"}, ": .*registry"),
    ({"$ref": "file:///etc/passwd"}, ": "),
    ({"$ref": "#/$defs/nowhere"}, ": "),
    ({"$ref": "#"}, ": "),
    ({"$defs": {"a": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}, r"\.\$defs\.a: "),
    ({"type": "integer", "minimum": 5, "maximum": 3}, ": "),
    ({"enum": []}, ": "),
    (nested(MAX_DEPTH + 1), r".*items: .*deep"),
    ({"enum": ["x" * MAX_CHARS]}, f": .*{MAX_CHARS} characters"),
    ({"anyOf": [{}] * (MAX_SCHEMAS + 1)}, f": .*{MAX_SCHEMAS} schemas"),
    ({"allOf": [{"anyOf": [{"properties": {f"{i}{j}": {}}} for j in range(4)]} for i in range(8)]}, ": .*too large"),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "words"), BAD)
def test_a_bad_schema_is_refused_by_place(compiler: Compiler, schema: Any, words: str) -> None:
    with pytest.raises(InvalidValue, match=HERE + words):
        compiled(schema, compiler)


def test_without_strict_what_cant_be_enforced_is_left_to_the_model(compiler: Compiler) -> None:
    for schema in ({"type": "array", "uniqueItems": True}, {"type": "string", "format": "colour"}):
        compiled(schema, compiler, strict=False)
    with pytest.raises(InvalidValue):
        compiled({"type": "strin"}, compiler, strict=False)


HEAVY: list[Any] = [
    {"type": "string", "pattern": "(a{1000}){1000}"},
    {"type": "string", "pattern": "(((a+)+)+)+$"},
    {"type": "string", "minLength": 10**9},
    {"type": "array", "minItems": 10**6},
    {"enum": [str(i) for i in range(9000)]},
    {"properties": {f"key{i}": {"type": "string"} for i in range(MAX_SCHEMAS - 1)}},
    {"anyOf": [{"properties": {f"k{i}": {"type": "string", "pattern": f"x{i}.*y"}}} for i in range(400)]},
    {"allOf": [{"type": "string", "pattern": f"{i}.*x"} for i in range(12)]},
]


@pytest.mark.parametrize("schema", HEAVY)
def test_a_heavy_schema_takes_little_time(compiler: Compiler, schema: Any) -> None:
    began_s = time.process_time()
    try:
        compiled(schema, compiler)
    except InvalidValue as refused:
        assert refused.param.startswith("response_format")
    # Compiling takes 0.1 s at most, looking for the fault some more; a busy machine is no failure.
    assert time.process_time() - began_s < 5


def test_a_grammar_is_compiled_once(compiler: Compiler) -> None:
    grammar = format_grammar(ResponseFormat("json_object"), compiler)
    one, two = compiler.matcher(grammar), compiler.matcher(grammar)
    one.consume_token(compiler.matcher(grammar).compute_ff_tokens()[0] if one.compute_ff_tokens() else 90)
    assert not two.is_error()
    assert not compiler.matcher(grammar).is_error()


def test_names_and_dialects_of_schemas_are_passed_over(compiler: Compiler) -> None:
    compiled(
        {"$schema": "https://my.own/dialect", "$id": "https://my.own/id", "title": "T", "type": "object"}, compiler
    )
