"""What an answer costs beside the model: parsing a token, a megabyte, and masking the vocabulary of a real Qwen.

`python -m benchmarks.answers [TOKENIZER]` prints one JSON object. TOKENIZER is a folder; without one, the ranks that
dashscope carries are used, which served every Qwen up to the third: 151,851 tokens of a model's 151,936 rows.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qwenchat.guides import Compiler, Grammar, format_grammar
from qwenchat.prompts import AnswerParser, Form
from qwenchat.protocol import ResponseFormat
from qwenchat.tokens import Tokenizer, load_tokenizer

MEGABYTE = 1 << 20
TOKEN = 4  # characters
TOOLS: dict[str, Any] = {"f": {"properties": {"text": {"type": "string"}, "items": {"type": "array"}}}}
TEXTS = {
    "text": (Form.HERMES, "A plain answer in words.\n"),
    "JSON, a string": (Form.HERMES, '<tool_call>\n{"name": "f", "arguments": {"text": "', "some words, more words. "),
    "JSON, a list": (Form.HERMES, '<tool_call>\n{"name": "f", "arguments": {"items": [', '1, "a", {}, '),
    "JSON, no tags": (Form.HERMES, '<tool_call>\n{"name": "f", "arguments": {"items": [', "<"),
    "tags, a string": (Form.XML, "<tool_call>\n<function=f>\n<parameter=text>\n", "<b>some</b> words\n"),
    "tags, newlines": (Form.XML, "<tool_call>\n<function=f>\n<parameter=text>\n", "\n"),
    "tags, a list": (Form.XML, "<tool_call>\n<function=f>\n<parameter=items>\n", '1, "a", {}, '),
}
SCHEMA: Any = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "tags": {"type": "array", "items": {"enum": ["a", "b", "c"]}},
        "age": {"type": "integer", "minimum": 0},
    },
    "required": ["name", "tags", "age"],
    "additionalProperties": False,
}
SAID = '{"name": "Ada Lovelace, the first programmer 和她的机器", "tags": ["a", "b", "c", "a"], "age": 36}'


def parsers() -> dict[str, dict[str, float]]:
    """Microseconds a token, and seconds a megabyte told in tokens."""
    found = {}
    for name, (form, *parts) in TEXTS.items():
        text = "".join(parts[:-1]) + parts[-1] * (MEGABYTE // len(parts[-1]))
        parser = AnswerParser(in_thought=False, thinks=True, form=form, tools=TOOLS)
        took_s = _cpu_s(lambda text=text, parser=parser: _fed(parser, text))
        found[name] = {"us_per_token": round(took_s / (len(text) / TOKEN) * 1e6, 2), "s_per_mb": round(took_s, 2)}
    return found


def _fed(parser: AnswerParser, text: str) -> None:
    for at in range(0, len(text), TOKEN):
        parser.feed(text[at : at + TOKEN])
    parser.close(cut=True)


def masks(vocabulary: Tokenizer, end_ids: list[int]) -> dict[str, float]:
    """Milliseconds of a mask, median and longest; seconds to make the compiler and a grammar."""
    began_s = time.perf_counter()
    compiler = Compiler(vocabulary, end_ids)
    made_s = time.perf_counter() - began_s
    lark = format_grammar(ResponseFormat("json_schema", schema=SCHEMA, strict=True), compiler)
    matcher = compiler.matcher(lark)
    compiled_s = time.perf_counter() - began_s - made_s
    grammar, took_ms = Grammar(matcher), []
    for id_ in vocabulary.encode_text(SAID):
        began_s = time.perf_counter()
        grammar.advise()
        grammar.push(id_)
        took_ms.append((time.perf_counter() - began_s) * 1e3)
    return {
        "n_vocab": vocabulary.n_vocab,
        "median_ms": round(statistics.median(took_ms), 3),
        "longest_ms": round(max(took_ms), 3),
        "compiler_s": round(made_s, 2),
        "grammar_s": round(compiled_s, 3),
    }


def _cpu_s(work: Callable[[], object]) -> float:
    began_s = time.process_time()
    work()
    return time.process_time() - began_s


def first_qwen(folder: Path) -> Tokenizer:
    """The tokenizer of dashscope's ranks."""
    import dashscope

    ranks = Path(dashscope.__file__).parent / "resources" / "qwen.tiktoken"
    (folder / "qwen.tiktoken").write_bytes(ranks.read_bytes())
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "QWenTokenizer"}))
    return load_tokenizer(folder, None)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        vocabulary = load_tokenizer(Path(sys.argv[1]), None) if sys.argv[1:] else first_qwen(Path(folder))
        ends = [vocabulary.added[token] for token in ("<|im_end|>", "<|endoftext|>")]
        print(json.dumps({"parsers": parsers(), "masks": masks(vocabulary, ends)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
