"""The brief's table of uses, one test a row, and its regions."""

import pytest

from qwenchat import catalogue


@pytest.mark.parametrize(
    ("scenario", "models"),
    [
        ("General conversation / content generation", ["qwen3.6-plus", "qwen3.5-plus"]),
        ("Low-latency real-time interaction", ["qwen3.5-flash", "qwen-turbo"]),
        ("Complex tasks / strongest capability", ["qwen3-max"]),
        ("Code generation / completion", ["qwen3-coder-next", "qwen3-coder-plus", "qwen3-coder-flash"]),
        ("Deep reasoning / math", ["qwq-plus"]),
        ("Ultra-long document processing", ["qwen-long"]),
        ("Agent / tool calling", ["qwen3.6-plus", "qwen3.5-plus", "qwen-plus"]),
        ("Machine translation", ["qwen-mt-plus", "qwen-mt-flash", "qwen-mt-lite"]),
        ("Role-playing / character dialog", ["qwen-plus-character-ja", "qwen-plus-character"]),
    ],
)
def test_the_briefs_advice(scenario: str, models: list[str]) -> None:
    asked = [*scenario.lower().split(" / "), scenario]
    for words in asked:
        assert models in [list(advice.models) for advice in catalogue.advice(words)], words


def test_an_unknown_use_gets_no_advice() -> None:
    assert catalogue.advice("basket weaving") == ()


def test_thinking_is_on_by_default_where_the_brief_says_so() -> None:
    def default(name: str) -> str:
        row = catalogue.find(name)
        assert row is not None
        return row.thinking

    assert {default(name) for name in ("qwen3.6-plus", "qwen3.5-plus", "qwen3.5-flash")} == {"on"}
    assert {default(name) for name in ("qwen3-max", "qwen-plus", "qwen-turbo")} == {"off"}


@pytest.mark.parametrize("name", ["qwen-plus", "qwen-flash", "qwen-turbo", "qwen-max", "qwen3.5-plus", "qwen3-8b", "qwen2.5-7b-instruct", "qwen3-vl-plus", "qwen3-vl-flash", "qwen3-omni-flash"])  # fmt: skip
def test_the_briefs_models_with_function_calling(name: str) -> None:
    row = catalogue.find(name)
    assert row is not None
    assert row.tools


@pytest.mark.parametrize(
    ("name", "id", "shared"),
    [
        ("beijing", "cn-beijing", "dashscope.aliyuncs.com"),
        ("singapore", "ap-southeast-1", "dashscope-intl.aliyuncs.com"),
        ("virginia", "us-east-1", "dashscope-us.aliyuncs.com"),
        ("frankfurt", "eu-central-1", None),
        ("tokyo", "ap-northeast-1", None),
        ("hongkong", "cn-hongkong", "cn-hongkong.dashscope.aliyuncs.com"),
    ],
)
def test_the_six_regions(name: str, id: str, shared: str | None) -> None:
    region = catalogue.region(id.upper())
    assert region is not None
    assert region is catalogue.region(name)
    assert region.base_url == (f"https://{shared}/compatible-mode/v1" if shared else None)
    assert region.workspace_url("ws-1") == f"https://ws-1.{id}.maas.aliyuncs.com/compatible-mode/v1"


def test_beijing_is_the_default_region() -> None:
    assert catalogue.regions()[0].name == "beijing"
    assert catalogue.region("moon") is None


def test_models_offered_in_one_place_only() -> None:
    bound = {row.name: row.regions for row in catalogue.rows() if row.regions}
    assert bound["qwen-long"] == bound["qwen-math-plus"] == ("beijing",)
    assert bound["qwen-plus-character-ja"] == ("singapore",)
