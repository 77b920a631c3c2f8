"""The vendor's lists and the brief's tables, typed a second time: one test a row and name."""

from typing import get_args

import pytest

from qwenchat import catalogue
from qwenchat.catalogue.row import Thinking, When

# name | context | max input | max output | max reasoning | thinking | tools | json_object | json_schema | partial | search | cache | rpm | tpm
# "-" is "not known"; nt is "with thinking off only". Hosted rows first, as the vendor lists them.
HOSTED = """
qwen4-max | 1000000 | 991808 | - | - | on | y | y | y | y | y | y | - | -
qwen4-max-preview | - | - | - | - | on | y | y | y | n | y | n | - | -
qwen3.8-max | 1000000 | 991808 | 131072 | 262144 | on | y | y | y | nt | y | y | - | 5000000
qwen3.8-flash | 1000000 | 991808 | - | 262144 | on | y | y | y | n | y | y | - | -
qwen3.7-max | 1000000 | 991808 | 65536 | 262144 | on | y | y | y | y | y | y | 30000 | 5000000
qwen3.7-max-preview | 1000000 | 991808 | 65536 | - | only | y | n | n | y | y | n | 60 | 500000
qwen3.7-plus | 1000000 | 991808 | 65536 | - | on | y | y | y | y | y | y | - | -
qwen3.7-flash | 1000000 | 991808 | 65536 | - | on | y | y | y | y | y | y | - | -
qwen3.6-max-preview | 262144 | 245760 | 65536 | - | on | y | nt | n | y | y | y | 600 | 1000000
qwen3.6-plus | 1000000 | 991808 | 65536 | - | on | y | nt | n | y | y | y | 30000 | 5000000
qwen3.6-flash | 1000000 | 991808 | 65536 | - | on | y | nt | n | y | y | y | 30000 | 10000000
qwen3.5-plus | 1000000 | 991808 | 65536 | 81920 | on | y | nt | n | y | y | y | 30000 | 5000000
qwen3.5-flash | 1000000 | 991808 | 65536 | - | on | y | nt | n | y | y | y | 30000 | 10000000
qwen3-max | 262144 | 258048 | 65536 | 81920 | off | y | nt | n | y | y | y | 30000 | 5000000
qwen3-max-preview | 262144 | 258048 | 65536 | - | off | n | n | n | n | y | y | 600 | 1000000
qwen-plus | 1000000 | 997952 | 32768 | 81920 | off | y | nt | n | y | y | y | 30000 | 5000000
qwen-plus-latest | 1000000 | 995904 | 32768 | - | off | y | nt | n | y | y | n | 15000 | 1200000
qwen-flash | 1000000 | 997952 | 32768 | 81920 | off | y | nt | n | y | y | y | 30000 | 10000000
qwen-turbo | 131072 | 98304 | 16384 | 38912 | off | y | nt | n | nt | y | y | 1200 | 5000000
qwen-max | 32768 | 30720 | 8192 | - | none | y | y | n | y | y | y | 1200 | 1000000
qwen3-coder-plus | 1000000 | 997952 | 65536 | - | none | y | y | n | y | n | y | 5000 | 5000000
qwen3-coder-flash | 1000000 | 997952 | 65536 | - | none | y | y | n | y | n | y | 5000 | 5000000
qwen3-coder-next | 262144 | 204800 | 65536 | - | none | y | y | n | y | n | n | 600 | 1000000
qwen3-coder-480b-a35b-instruct | 262144 | 204800 | 65536 | - | none | y | y | n | y | n | n | 600 | 1000000
qwen3-coder-30b-a3b-instruct | 262144 | 204800 | 65536 | - | none | y | y | n | y | n | n | 600 | 1000000
qwen-coder-plus | 131072 | 129024 | 8192 | - | none | y | n | n | y | n | n | 1200 | 1000000
qwen-coder-turbo | 131072 | 129024 | 8192 | - | none | y | n | n | y | n | n | 1200 | 1000000
qwq-plus | 131072 | 98304 | 8192 | 32768 | only | y | n | n | n | y | n | 600 | 1000000
qwen-long | 10000000 | 10000000 | 8192 | - | none | n | y | n | n | n | n | 1200 | 3000000
qwen-long-latest | 10000000 | 10000000 | 8192 | - | none | n | y | n | n | n | n | 1200 | 60000
qwen-mt-plus | 16384 | 8192 | 8192 | - | none | n | n | n | n | n | n | 60 | 25000
qwen-mt-flash | 16384 | 8192 | 8192 | - | none | n | n | n | n | n | n | 60 | 35000
qwen-mt-turbo | 16384 | 8192 | 8192 | - | none | n | n | n | n | n | n | 60 | 35000
qwen-mt-lite | 16384 | 8192 | 8192 | - | none | n | n | n | n | n | n | 60 | 100000
qwen-plus-character | 32768 | 32768 | 4096 | - | none | n | y | n | n | y | y | 120 | 500000
qwen-flash-character | 8192 | 8000 | 4096 | - | none | n | n | n | n | y | y | 120 | 500000
qwen-math-plus | 4096 | 3072 | 3072 | - | none | n | n | n | y | n | n | 1200 | 1000000
qwen-math-turbo | 4096 | 3072 | 3072 | - | none | n | n | n | y | n | n | 1200 | 1000000
qwen-doc-turbo | 262144 | 253952 | 8192 | - | none | n | n | n | n | n | y | 600 | 3000000
qwen3.6-27b | 262144 | 260096 | 65536 | 81920 | on | y | nt | n | nt | y | n | 600 | 1000000
qwen3.6-35b-a3b | 262144 | 260096 | 65536 | 81920 | on | y | nt | n | nt | y | n | 600 | 1000000
qwen3.5-397b-a17b | 262144 | 260096 | 65536 | 81920 | on | y | nt | n | nt | y | n | 600 | 1000000
qwen3.5-122b-a10b | 262144 | 260096 | 65536 | 81920 | on | y | nt | n | nt | y | n | 600 | 1000000
qwen3.5-35b-a3b | 262144 | 260096 | 65536 | 81920 | on | y | nt | n | nt | y | n | 600 | 1000000
qwen3.5-27b | 262144 | 260096 | 65536 | 81920 | on | y | nt | n | nt | y | n | 600 | 1000000
qwen3-235b-a22b | 131072 | 129024 | 16384 | 38912 | on | y | nt | n | nt | n | n | 600 | 1000000
qwen3-32b | 131072 | 98304 | 8192 | 38912 | on | y | nt | n | nt | n | n | 600 | 1000000
qwen3-14b | 131072 | 98304 | 8192 | 38912 | on | y | nt | n | nt | n | n | 600 | 1000000
qwen3-8b | 131072 | 98304 | 8192 | 38912 | on | y | nt | n | nt | n | n | 600 | 1000000
qwen3-30b-a3b | 131072 | 98304 | 8192 | 38912 | on | y | nt | n | nt | n | n | 600 | 1000000
qwen3-235b-a22b-instruct-2507 | 131072 | 129024 | 32768 | - | none | y | y | n | y | n | n | 600 | 1000000
qwen3-30b-a3b-instruct-2507 | 131072 | 129024 | 32768 | - | none | y | y | n | y | n | n | 600 | 1000000
qwen3-next-80b-a3b-instruct | 131072 | 129024 | 32768 | - | none | y | y | n | y | n | n | 600 | 1000000
qwen3-235b-a22b-thinking-2507 | 131072 | 126976 | 32768 | 81920 | only | y | n | n | n | y | n | 600 | 1000000
qwen3-30b-a3b-thinking-2507 | 131072 | 126976 | 32768 | 81920 | only | y | n | n | n | y | n | 600 | 1000000
qwen3-next-80b-a3b-thinking | 131072 | 126976 | 32768 | 81920 | only | y | n | n | n | y | n | 600 | 1000000
""".strip().splitlines()

WHEN = {"never": "n", "not thinking": "nt", "always": "y"}

# names | temperature top_p top_k presence repetition, without thinking; the same with thinking
SAMPLING = """
qwen3.8-max qwen3.8-flash qwen3.8-27b | 0.7 0.8 20 1.5 1.0 | 1.0 0.95 20 0.0 1.0
qwen3.7-max qwen3.7-plus qwen3.6-plus qwen3.6-27b qwen3.5-plus qwen3.5-0.8b | 0.7 0.8 20 1.5 1.05 | 0.6 0.95 20 0.0 1.05
qwen3-8b qwen3-14b qwen3-32b qwen3-30b-a3b qwen3-235b-a22b qwen-plus qwen-turbo | 0.7 0.8 20 1.5 1.05 | 0.6 0.95 20 0.5 1.05
qwen3-1.7b qwen3-4b | 0.7 0.8 20 1.5 1.05 | 0.6 0.95 20 1.5 1.05
qwen3-4b-instruct-2507 qwen3-next-80b-a3b-instruct | 0.7 0.8 20 1.5 1.05 |
qwen3-4b-thinking-2507 qwen3-next-80b-a3b-thinking | | 0.6 0.95 20 0.0 1.05
qwen3-max-preview | | 1.0 1.0 20 1.5 1.05
qwen3-coder-plus qwen3-coder-next qwen-coder-plus | 0.7 0.8 20 0.0 1.05 |
qwen2.5-coder-7b-instruct | 0.7 0.8 20 0.0 1.1 |
qwq-plus qwq-32b | | 0.6 0.95 40 0.0 1.0
qwen-max | 0.7 0.8 20 1.5 1.0 |
qwen-long | 1.0 0.8 20 0.0 1.05 |
qwen-math-plus | 0 1.0 1 0.0 1.0 |
qwen-plus-character qwen-plus-character-ja | 0.92 0.95 20 0.0 1.05 |
qwen2.5-7b-instruct | 0.7 0.8 20 0.0 1.05 |
""".strip().splitlines()
ORDER = ("temperature", "top_p", "top_k", "presence_penalty", "repetition_penalty")


@pytest.mark.parametrize("line", HOSTED, ids=lambda line: line.split(" | ")[0])
def test_a_row_says_what_the_vendors_list_says(line: str) -> None:
    name, *expected = line.split(" | ")
    row = catalogue.find(name)
    assert row is not None
    assert row.name == name
    counts = (row.context, row.max_input, row.max_output, row.max_reasoning)
    yes = ["y" if flag else "n" for flag in (row.tools, row.json_schema, row.search, row.cache)]
    said = [
        *(str(n or "-") for n in counts),
        row.thinking,
        yes[0],
        WHEN[row.json_object],
        yes[1],
        WHEN[row.partial],
        *yes[2:],
        str(row.rpm or "-"),
        str(row.tpm or "-"),
    ]
    assert said == expected


@pytest.mark.parametrize("line", SAMPLING, ids=lambda line: line.split(" ")[0])
def test_sampling_defaults_are_the_models_own_in_each_mode(line: str) -> None:
    names, *modes = (cell.split() for cell in line.split("|"))
    for name in names:
        row = catalogue.find(name)
        assert row is not None
        for thinking, expected in enumerate(modes):
            if expected:
                assert row.defaults(bool(thinking)) == dict(zip(ORDER, map(float, expected), strict=True)), name


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("qwen3.6-plus-2026-04-02", "qwen3.6-plus"),
        ("qwen3.5-plus-2026-02-15", "qwen3.5-plus"),
        ("qwen3.7-max-2026-05-20", "qwen3.7-max"),
        ("qwen3.8-max-0902", "qwen3.8-max"),
        ("qwen3.6-flash-2026-04-16", "qwen3.6-flash"),
        ("qwen3.5-flash-2026-02-23", "qwen3.5-flash"),
        ("qwen3-max-2025-09-23", "qwen3-max"),
        ("qwen3-max-2026-01-23", "qwen3-max"),
        ("qwen-mt-lite-us", "qwen-mt-lite"),
        ("qwen-coder-turbo-0919", "qwen-coder-turbo"),
        ("Qwen/Qwen3-235B-A22B-Instruct-2507", "qwen3-235b-a22b-instruct-2507"),
        ("Qwen/Qwen3-8B", "qwen3-8b"),
        ("qwen/qwen3-8b-awq", "qwen3-8b"),
        ("Qwen/Qwen2.5-7B-Instruct-GPTQ-Int4", "qwen2.5-7b-instruct"),
        ("Qwen/Qwen3-Coder-Next", "qwen3-coder-next"),
        ("Qwen/Qwen3-0.6B-GGUF", "qwen3-0.6b"),
        ("Qwen/Qwen-1_8B-Chat-Int4", "qwen-1.8b-chat"),
        ("Qwen/Qwen1.5-MoE-A2.7B-Chat", "qwen1.5-moe-a2.7b-chat"),
        ("Qwen/Qwen3.8-2.4T-A95B-FP8", "qwen3.8-2.4t-a95b"),
        ("qwen3:0.6b", "qwen3-0.6b"),
        ("QWEN-PLUS", "qwen-plus"),
    ],
)
def test_hosted_and_hub_spellings_are_one_model(asked: str, name: str) -> None:
    row = catalogue.find(asked)
    assert row is not None
    assert row.name == name


@pytest.mark.parametrize("name", ["", "qwen", "gpt-4o", "Qwen/", "qwen3-8", "qwen3-8b-2024", "meta/qwen3-8b"])
def test_a_name_without_a_row_is_none(name: str) -> None:
    assert catalogue.find(name) is None


def test_what_the_rules_say_of_thinking() -> None:
    thinks = {
        name: row.thinking
        for name in ("qwen3.6-plus", "qwen3-max", "qwen-max", "qwq-plus")
        if (row := catalogue.find(name))
    }
    assert thinks == {"qwen3.6-plus": "on", "qwen3-max": "off", "qwen-max": "none", "qwq-plus": "only"}
    on, off, never, only = (catalogue.find(name) for name in thinks)
    assert on
    assert off
    assert never
    assert only
    assert [row.thinks(None) for row in (on, off, never, only)] == [True, False, False, True]
    assert [row.thinks(False) for row in (on, only)] == [False, True]
    assert [row.thinks(True) for row in (off, never)] == [True, False]


def test_the_limit_of_the_input_depends_on_the_mode() -> None:
    row = catalogue.find("qwen3.5-plus")
    assert row is not None
    assert (row.longest_input(False), row.longest_input(True)) == (991808, 983616)
    row = catalogue.find("qwen-plus")
    assert row is not None
    assert row.longest_input(True) == 997952


def test_which_tokens_max_tokens_counts() -> None:
    total = {row.name for row in catalogue.rows() if row.max_tokens_counts == "total"}
    assert total == {"qwen4-max", "qwen4-max-preview"}


def test_streaming_only_replies_are_the_open_hybrids_and_the_thinkers() -> None:
    names = {row.name for row in catalogue.rows() if row.stream_only}
    assert {"qwen3-235b-a22b", "qwen3-32b", "qwen3-8b", "qwq-plus"} <= names
    assert not names & {"qwen-plus", "qwen3.6-plus", "qwen3.6-27b"}


def test_completions_are_for_coders() -> None:
    names = {row.name for row in catalogue.rows() if row.fill_in_the_middle}
    assert {
        "qwen2.5-coder-7b-instruct",
        "qwen2.5-coder-14b-instruct",
        "qwen2.5-coder-32b-instruct",
        "qwen-coder-turbo",
    } <= names
    assert all("coder" in name for name in names)


def test_translators_and_characters_are_known_as_such() -> None:
    assert {row.name for row in catalogue.rows() if row.translates} == {
        f"qwen-mt-{kind}" for kind in ("plus", "flash", "turbo", "lite")
    }
    characters = {"qwen-plus-character", "qwen-plus-character-ja", "qwen-flash-character"}
    assert {row.name for row in catalogue.rows() if row.character} == characters


def test_every_name_is_said_once_and_every_pointer_leads_somewhere() -> None:
    names = [row.name for row in catalogue.rows()]
    assert all(catalogue.find(name) is row for name, row in zip(names, catalogue.rows(), strict=True))
    for row in catalogue.rows():
        assert not set(catalogue.spellings(row)) & set(names)
        assert row.thinking in get_args(Thinking)
        assert {row.json_object, row.partial} <= set(get_args(When))
        assert set(row.regions) <= {region.name for region in catalogue.regions()}
        for also in catalogue.spellings(row):
            assert catalogue.find(also) is row
    for advice in catalogue.advice():
        assert all(catalogue.find(name) for name in advice.models)
    assert catalogue.find(catalogue.default_model())


def test_the_catalogue_can_only_be_read() -> None:
    row = catalogue.find("qwen-plus")
    assert row is not None
    with pytest.raises(TypeError):
        row.sampling["temperature"] = 2.0  # type: ignore[index]
