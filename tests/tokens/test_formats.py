"""The three formats of tokenizer files, and what is refused in them."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qwenchat.tokens import Tokenizer, TokenizerError, load_tokenizer

from .conftest import GOLDEN

Fields = dict[str, Any]
Changed = Callable[[Callable[[Fields], object]], Path]

TEXT = "Hello! It's a <think>river</think>, 你好🙂 e\u0301\n\n<|im_end|>"


def golden_fields() -> Fields:
    fields: Fields = json.loads((GOLDEN / "qwen2" / "tokenizer.json").read_text())
    return fields


def flags(token: Fields) -> Fields:
    return {name: value for name, value in token.items() if name != "id"}


def same(one: Tokenizer, other: Tokenizer) -> bool:
    return (
        one.encode(TEXT) == other.encode(TEXT)
        and one.encode_text(TEXT) == other.encode_text(TEXT)
        and (one.n_vocab, one.added, one.special_ids) == (other.n_vocab, other.added, other.special_ids)
    )


def test_vocab_and_merges_files_give_the_same_tokenizer(tmp_path: Path, small: Tokenizer) -> None:
    fields = golden_fields()
    (tmp_path / "vocab.json").write_text(json.dumps(fields["model"]["vocab"]))
    (tmp_path / "merges.txt").write_text("#version: 0.2\n" + "\n".join(fields["model"]["merges"]) + "\n")
    decoder = {str(token["id"]): flags(token) for token in fields["added_tokens"]}
    (tmp_path / "tokenizer_config.json").write_text(json.dumps({"added_tokens_decoder": decoder}))
    assert same(load_tokenizer(tmp_path), small)

    (tmp_path / "added_tokens.json").write_text(json.dumps({"<think>": 862}))
    assert same(load_tokenizer(tmp_path), small)
    (tmp_path / "added_tokens.json").write_text(json.dumps({"<other>": 900}))
    with pytest.raises(TokenizerError, match=r"added_tokens.json: '<other>' is missing in tokenizer_config.json's"):
        load_tokenizer(tmp_path)


def write_tiktoken(folder: Path, tokens: list[bytes]) -> None:
    lines = [base64.b64encode(token) + b" %d\n" % rank for rank, token in enumerate(tokens)]
    (folder / "qwen.tiktoken").write_bytes(b"".join(lines))


def ranked_tokens(small: Tokenizer) -> list[bytes]:
    return [small.token_bytes(id_) for id_ in range(small.n_vocab) if id_ not in small.added.values()]


def test_a_tiktoken_file_gives_the_same_pieces(tmp_path: Path, small: Tokenizer) -> None:
    tokens = ranked_tokens(small)
    write_tiktoken(tmp_path, tokens)
    tokenizer = load_tokenizer(tmp_path)
    ids = tokenizer.encode_text(TEXT)
    assert [tokenizer.token_bytes(id_) for id_ in ids] == [small.token_bytes(id_) for id_ in small.encode_text(TEXT)]
    # The first release's own special tokens follow.
    assert tokenizer.added["<|endoftext|>"] == len(tokens)
    assert tokenizer.added["<|im_end|>"] == len(tokens) + 2
    assert tokenizer.added["<|extra_204|>"] == tokenizer.n_vocab - 1 == len(tokens) + 207
    assert tokenizer.special_ids == set(tokenizer.added.values())


def test_a_config_beside_a_tiktoken_file_names_that_generations_tokens(tmp_path: Path, small: Tokenizer) -> None:
    tokens = ranked_tokens(small)
    write_tiktoken(tmp_path, tokens)
    decoder = {str(len(tokens)): {"content": "<|im_end|>", "special": True}}
    (tmp_path / "tokenizer_config.json").write_text(json.dumps({"added_tokens_decoder": decoder}))
    assert dict(load_tokenizer(tmp_path).added) == {"<|im_end|>": len(tokens)}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda tokens: tokens.append(b"zqzqzq"), "token 859 is not a merge of two earlier tokens"),
        (lambda tokens: tokens.append(tokens[500]), "token 859 is not a merge"),
        (lambda tokens: tokens.pop(65), "1 of the 256 bytes have no token"),
    ],
)
def test_a_broken_tiktoken_file(
    tmp_path: Path, small: Tokenizer, change: Callable[[list[bytes]], object], message: str
) -> None:
    tokens = ranked_tokens(small)
    change(tokens)
    write_tiktoken(tmp_path, tokens)
    with pytest.raises(TokenizerError, match=message):
        load_tokenizer(tmp_path)


@pytest.mark.parametrize("line", [b"!!!! 859", b"aGVsbG8=", b"aGVsbG8= 7", b"aGVsbG8= 859 1", b" 859"])
def test_a_broken_line(tmp_path: Path, small: Tokenizer, line: bytes) -> None:
    write_tiktoken(tmp_path, ranked_tokens(small))
    with (tmp_path / "qwen.tiktoken").open("ab") as file:
        file.write(line + b"\n")
    with pytest.raises(TokenizerError, match=r"qwen\.tiktoken: line 860"):
        load_tokenizer(tmp_path)


def test_tokens_that_only_the_config_names_are_added(folder: Path) -> None:
    decoder = {"869": {"content": "<|extra|>", "special": True}, "862": {"content": "<think>", "special": False}}
    (folder / "tokenizer_config.json").write_text(json.dumps({"added_tokens_decoder": decoder}))
    tokenizer = load_tokenizer(folder)
    assert tokenizer.n_vocab == 870
    assert tokenizer.encode("<|extra|>") == [869]


@pytest.mark.parametrize(
    ("config", "message"),
    [
        (
            {"added_tokens_decoder": {"862": {"content": "<other>"}}},
            "the added token '<other>' .862. contradicts '<think>'",
        ),
        (
            {"added_tokens_decoder": {"999": {"content": "<think>"}}},
            "the added token '<think>' .999. contradicts '<think>'",
        ),
        (
            {"added_tokens_decoder": {"300": {"content": "<other>"}}},
            "the added token '<other>' has id 300, but the vocab",
        ),
        (
            {"added_tokens_decoder": {"x": {"content": "<other>"}}},
            r"added_tokens_decoder\['x'\]: the key must be a token id",
        ),
        ({"added_tokens_decoder": {"869": {"content": ""}}}, "content: must be a text of 1 to 1024 characters"),
        ({"added_tokens_decoder": {"869": {"content": "\ud800"}}}, "half a surrogate pair"),
        ({"added_tokens_decoder": {"9999999": {"content": "x"}}}, "must be a token id from 0 to"),
        ({"added_tokens_decoder": []}, "added_tokens_decoder: must be an object"),
        ({"add_prefix_space": True}, "add_prefix_space: True is not supported"),
        ({"add_bos_token": True}, "add_bos_token"),
        ({"split_special_tokens": True}, "split_special_tokens"),
        ({"pretokenize_regex": "(a+)+$"}, r"pretokenize_regex: the pattern '\(a\+\)\+\$' is none of the known"),
    ],
)
def test_refused_configs(folder: Path, config: Fields, message: str) -> None:
    (folder / "tokenizer_config.json").write_text(json.dumps(config))
    with pytest.raises(TokenizerError, match=message):
        load_tokenizer(folder)


def set_in(*path: str | int) -> Callable[[object], Callable[[Fields], None]]:
    """`set_in(keys...)(value)` is a change that puts the value there."""

    def to(value: object) -> Callable[[Fields], None]:
        def change(fields: Any) -> None:
            for key in path[:-1]:
                fields = fields[key]
            fields[path[-1]] = value

        return change

    return to


split, byte_level = ("pre_tokenizer", "pretokenizers", 0), ("pre_tokenizer", "pretokenizers", 1)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (set_in("version")("2.0"), r"tokenizer.json.version: '2.0' is not supported, only \"1.0\""),
        (set_in("surprise")(1), r"tokenizer.json.surprise: unknown field"),
        (set_in("model", "type")("Unigram"), "model.type: 'Unigram' is not supported"),
        (set_in("model", "byte_fallback")(True), "model.byte_fallback: True is not supported"),
        (set_in("model", "ignore_merges")(True), "model.ignore_merges: True"),
        (set_in("model", "dropout")(0.1), "model.dropout: 0.1"),
        (set_in("model", "continuing_subword_prefix")("##"), "model.continuing_subword_prefix"),
        (set_in("model", "end_of_word_suffix")("</w>"), "model.end_of_word_suffix"),
        (set_in("model", "surprise")(1), "model.surprise: unknown field"),
        (set_in("model", "vocab")([]), "model.vocab: must be an object"),
        (set_in("model", "vocab", "a")(-1), "the id of 'a': must be a token id"),
        (set_in("model", "vocab", "a")(True), "the id of 'a': must be a token id"),
        (set_in("model", "vocab", "a")([]), "the id of 'a': must be a token id"),
        (set_in("model", "vocab", "a")(1 << 40), "the id of 'a': must be a token id"),
        (set_in("model", "vocab", "a")(66), "two tokens have the same id"),
        (set_in("model", "vocab", "a b")(900), "the token 'a b' is not spelled in the byte-level alphabet"),
        (set_in("model", "vocab", "好")(900), "is not spelled in the byte-level alphabet"),
        (set_in("model", "vocab", "")(900), "the token '' has 0 characters"),
        (set_in("model", "vocab", "a" * 5000)(900), "has 5000 characters"),
        (lambda fields: fields["model"]["vocab"].pop("Q"), r"the byte 0x51 \(spelled 'Q'\) has no token"),
        (set_in("model", "merges", 3)("abc"), r"model.merges\[3\]: must be two tokens, not 'abc'"),
        (set_in("model", "merges", 3)(["a"]), r"model.merges\[3\]: must be two tokens"),
        (set_in("model", "merges", 3)(["a", 1]), r"model.merges\[3\]: must be two tokens"),
        (set_in("model", "merges", 3)({}), r"model.merges\[3\]: must be two tokens"),
        (set_in("model", "merges", 3)("Q zz"), r"merge 3 \('Q' 'zz'\) needs the unknown token 'Qzz'"),
        (lambda fields: fields["model"]["merges"].append(fields["model"]["merges"][7]), "repeats an earlier one"),
        (set_in("normalizer")({"type": "NFKC"}), "normalizer.type: 'NFKC' is not supported"),
        (set_in("normalizer")({"type": "Sequence", "normalizers": [{"type": "Lowercase"}]}), r"normalizers\[0\].type"),
        (set_in("pre_tokenizer")(None), "pre_tokenizer: must be an object"),
        (set_in("pre_tokenizer")({"type": "ByteLevel"}), "pre_tokenizer.type"),
        (set_in("pre_tokenizer", "pretokenizers")([]), "must be Split and ByteLevel, not 0 steps"),
        (
            set_in(*split, "pattern")({"Regex": "(a+)+$"}),
            r"pattern.Regex: the pattern '\(a\+\)\+\$' is none of the known",
        ),
        (set_in(*split, "pattern")({"String": " "}), "the pattern None is none of the known"),
        (set_in(*split, "behavior")("Removed"), "behavior: 'Removed' is not supported"),
        (set_in(*split, "invert")(True), "invert: True is not supported"),
        (set_in(*byte_level, "add_prefix_space")(True), "add_prefix_space: True is not supported"),
        (set_in(*byte_level, "use_regex")(True), "use_regex: True is not supported"),
        (set_in("decoder")(None), "decoder: must be an object"),
        (set_in("decoder", "type")("Metaspace"), "decoder.type: 'Metaspace'"),
        (set_in("post_processor")({"type": "TemplateProcessing"}), "post_processor.type: 'TemplateProcessing'"),
        (set_in("added_tokens", 3, "lstrip")(True), r"added_tokens\[3\].lstrip: True is not supported, only false"),
        (set_in("added_tokens", 3, "rstrip")(True), r"added_tokens\[3\].rstrip: True is not supported"),
        (set_in("added_tokens", 3, "single_word")(True), r"added_tokens\[3\].single_word: True is not supported"),
        (set_in("added_tokens", 3, "content")(7), r"added_tokens\[3\].content: must be a text"),
        (
            set_in("added_tokens", 3, "content")("A"),
            "the added token 'A' has id 862, but the vocabulary has None there",
        ),
        (set_in("added_tokens", 0)({"id": 34, "content": "A", "special": False}), "added token"),
    ],
)
def test_refused_tokenizer_files(changed: Changed, change: Callable[[Fields], object], message: str) -> None:
    with pytest.raises(TokenizerError, match=message):
        load_tokenizer(changed(change))


@pytest.mark.parametrize(
    "change",
    [
        set_in("truncation")({"max_length": 5}),
        set_in("padding")({"strategy": "BatchLongest"}),
        set_in("normalizer")({"type": "Sequence", "normalizers": [{"type": "NFC"}]}),
        set_in("post_processor")({"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True}),
        set_in("model", "unk_token")("<|endoftext|>"),
        set_in("model", "continuing_subword_prefix")(None),
        lambda fields: fields["model"].update(merges=[merge.split(" ") for merge in fields["model"]["merges"]]),
    ],
)
def test_harmless_variants(changed: Changed, small: Tokenizer, change: Callable[[Fields], object]) -> None:
    assert same(load_tokenizer(changed(change)), small)


def test_without_a_normalizer_text_stays_as_it_is(changed: Changed) -> None:
    tokenizer = load_tokenizer(changed(set_in("normalizer")(None)))
    assert tokenizer.decode(tokenizer.encode_text("e\u0301")) == "e\u0301"


def test_a_merge_never_makes_an_added_token(changed: Changed) -> None:
    def add_river(fields: Fields) -> None:
        token = {"id": fields["model"]["vocab"]["Ġthe"], "content": "Ġthe", "special": False}
        fields["added_tokens"].append(token)

    tokenizer = load_tokenizer(changed(add_river))
    assert tokenizer.added["Ġthe"] not in tokenizer.encode_text(" the the")
    assert tokenizer.decode(tokenizer.encode_text(" the the")) == " the the"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not valid JSON"),
        (b"[]", "must be an object"),
        (b'{"version": "1.0"', "not valid JSON .*; is the download complete?"),
        (b"\xff\xfe", r"not UTF-8 text \(byte 0\)"),
        (b"[" * 100_000, "not valid JSON"),
        (b'{"version": ' + b"1" * 100_000 + b"}", "not valid JSON"),
        (b"version https://git-lfs.github.com/spec/v1\n", "not valid JSON"),
        (b"{}", "pre_tokenizer: must be an object, not None"),
    ],
)
def test_files_that_are_no_tokenizer(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "tokenizer.json").write_bytes(content)
    with pytest.raises(TokenizerError, match=message):
        load_tokenizer(tmp_path)


def test_folders_without_a_tokenizer(tmp_path: Path) -> None:
    with pytest.raises(
        TokenizerError, match=r"no tokenizer: a checkpoint folder has tokenizer.json, or vocab.json and"
    ):
        load_tokenizer(tmp_path)
    with pytest.raises(TokenizerError, match="no such folder"):
        load_tokenizer(tmp_path / "nowhere")


def test_an_enormous_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "tokenizer.json").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(TokenizerError, match="1099511627776 bytes are too many"):
        load_tokenizer(tmp_path)
