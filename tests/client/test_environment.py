"""Which service the environment means."""

from pathlib import Path

import pytest

from qwenchat.client.environment import read_dotenv, service_from, with_dotenv
from qwenchat.protocol import InvalidValue

KEY = {"DASHSCOPE_API_KEY": "sk-1"}


@pytest.mark.parametrize(
    ("variables", "base_url", "key"),
    [
        (KEY, "https://dashscope.aliyuncs.com/compatible-mode/v1", "sk-1"),
        (KEY | {"QWEN_API_KEY": "sk-2"}, "https://dashscope.aliyuncs.com/compatible-mode/v1", "sk-2"),
        (KEY | {"QWEN_API_KEY": " "}, "https://dashscope.aliyuncs.com/compatible-mode/v1", "sk-1"),
        (KEY | {"QWEN_REGION": "singapore"}, "https://dashscope-intl.aliyuncs.com/compatible-mode/v1", "sk-1"),
        (KEY | {"QWEN_REGION": "us-east-1"}, "https://dashscope-us.aliyuncs.com/compatible-mode/v1", "sk-1"),
        (KEY | {"QWEN_BASE_URL": "https://x.example/v1", "QWEN_REGION": "none"}, "https://x.example/v1", "sk-1"),
        (KEY | {"QWEN_BASE_URL": "https://x.example/v1"}, "https://x.example/v1", "sk-1"),
        ({"QWEN_BASE_URL": "http://localhost:8000/v1"}, "http://localhost:8000/v1", None),
        ({"QWEN_BASE_URL": "http://127.0.0.9:8000/v1"}, "http://127.0.0.9:8000/v1", None),
        ({"QWEN_BASE_URL": "http://[::1]:8000/v1"}, "http://[::1]:8000/v1", None),
    ],
)
def test_the_service_meant(variables: dict[str, str], base_url: str, key: str | None) -> None:
    service = service_from(variables)
    assert (service.base_url, service.key) == (base_url, key)


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({}, "DASHSCOPE_API_KEY"),
        ({"QWEN_BASE_URL": "http://10.0.0.1/v1"}, "your key for 10.0.0.1"),
        ({"QWEN_BASE_URL": "http://localhost.evil.example/v1"}, "your key for"),
        (KEY | {"QWEN_REGION": "singapur"}, "did you mean 'singapore'"),
        (KEY | {"QWEN_REGION": "frankfurt"}, "{WorkspaceId}.eu-central-1.maas"),
        (KEY | {"QWEN_REGION": "none"}, "QWEN_BASE_URL must say"),
    ],
)
def test_what_is_missing_is_named(variables: dict[str, str], said: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        service_from(variables)
    assert said in str(caught.value)


def test_dotenv_files_fill_in_what_the_environment_lacks(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    work = tmp_path / "deep" / "er"
    work.mkdir(parents=True)
    (tmp_path / ".env").write_text("QWEN_REGION=tokyo\nQWEN_API_KEY=root\nDASHSCOPE_API_KEY=root\n")
    (work / ".env").write_text("QWEN_API_KEY=near\n")
    found = with_dotenv({"DASHSCOPE_API_KEY": "mine", "HOME": "/"}, work)
    assert found == {"QWEN_REGION": "tokyo", "QWEN_API_KEY": "near", "DASHSCOPE_API_KEY": "mine", "HOME": "/"}


def test_what_a_dotenv_file_may_look_like() -> None:
    text = "# QWEN_REGION=no\n\nQWEN_API_KEY = 'sk #1' # mine\nPATH=/evil\nexport QWEN_BASE_URL=\"http://x/v1\"\nQWEN_REGION=\nnonsense\n"
    assert read_dotenv(text) == {"QWEN_API_KEY": "sk #1", "QWEN_BASE_URL": "http://x/v1", "QWEN_REGION": ""}
