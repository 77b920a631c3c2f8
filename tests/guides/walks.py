"""Random walks through a grammar, and random schemas to walk."""

import random
from typing import Any

import numpy as np
from llguidance import LLMatcher

from qwenchat.engine import Allowed
from qwenchat.guides import Grammar
from qwenchat.tokens import Tokenizer


def walk(matcher: LLMatcher, vocabulary: Tokenizer, ends: frozenset[int], rng: random.Random, most: int = 2000) -> str:
    """A text of the grammar, of tokens chosen at random, the short ones of ASCII first."""
    grammar, ids = Grammar(matcher), list[int]()
    for _ in range(most):
        advice = grammar.advise()
        assert isinstance(advice, Allowed)
        bits = np.unpackbits(advice.mask.view(np.uint8), bitorder="little")
        allowed = np.flatnonzero(bits[: vocabulary.n_vocab])
        assert len(allowed), "a grammar always leaves a way"
        if not ends.isdisjoint(allowed.tolist()) and (len(allowed) <= len(ends) or rng.random() < 0.5):
            return vocabulary.decode(ids)
        ending = vocabulary.encode_text("\n</parameter>")
        if rng.random() < 0.1 and matcher.validate_tokens(ending) == len(ending):
            for id_ in ending:
                grammar.push(id_)
            ids += ending
            continue
        # What closes a string or a list is rare among thousands of tokens, and a walk should end some day.
        closing = [int(i) for i in allowed if vocabulary.token_bytes(int(i)) in (b'"', b"}", b"]", b"\n", b">", b'"}')]
        choice = rng.choice(closing) if closing and rng.random() < 0.3 else int(rng.choice(allowed))
        if choice in ends:
            return vocabulary.decode(ids)
        grammar.push(choice)
        ids.append(choice)
    raise AssertionError(f"no end after {most} tokens: {vocabulary.decode(ids)[-200:]!r}")


def random_schema(rng: random.Random, depth: int = 2) -> dict[str, Any]:  # noqa: PLR0911
    """A schema whose texts and lists are short, so that a model that can't stop must."""
    kinds = ["string", "integer", "number", "boolean", "null", "enum", "const", "any of", "pattern"]
    kind = rng.choice(kinds + (["object", "object", "array"] * 2 if depth else []))
    match kind:
        case "string":
            return {"type": "string", "minLength": rng.randrange(3), "maxLength": rng.randrange(3, 12)}
        case "integer":
            low = rng.randrange(-50, 50)
            return {"type": "integer", "minimum": low, "maximum": low + rng.randrange(200)}
        case "number":
            return {"type": "number", "minimum": 0, "maximum": rng.randrange(1, 100), "multipleOf": 0.5}
        case "enum":
            return {"enum": rng.sample(["red", "grün", 1, 2.5, None, True, "a b", '"', "</parameter>"], 3)}
        case "const":
            return {"const": rng.choice(["x", 7, {"a": [1]}])}
        case "any of":
            return {"anyOf": [random_schema(rng, 0), {"type": "null"}]}
        case "pattern":
            return {"type": "string", "pattern": rng.choice(["^[a-z]{2,5}$", r"^\d{3}-\d{2}$", "^(yes|no)$"])}
        case "object":
            names = rng.sample(["name", "age", "city", "ist_da", "größe", "x y"], rng.randrange(1, 4))
            return {
                "type": "object",
                "properties": {name: random_schema(rng, depth - 1) for name in names},
                "required": [name for name in names if rng.random() < 0.7],
                "additionalProperties": False,
            }
        case "array":
            return {"type": "array", "items": random_schema(rng, depth - 1), "maxItems": rng.randrange(1, 4)}
        case _:
            return {"type": kind}


def object_schema(rng: random.Random) -> dict[str, Any]:
    """A random schema of an object."""
    while True:
        schema = random_schema(rng)
        if schema.get("type") == "object":
            return schema
