"""What a configuration may say of an upstream, and where its key goes."""

from pathlib import Path
from typing import Any

import pytest

from qwenchat.protocol import InvalidValue
from qwenchat.upstreams import Upstream


def test_the_hosted_service_needs_no_words_but_its_kind() -> None:
    upstream = Upstream.from_table("cloud", {"kind": "dashscope"})
    assert upstream.region == "beijing"
    assert upstream.service({"DASHSCOPE_API_KEY": "sk-1"}).key == "sk-1"


@pytest.mark.parametrize(
    ("table", "base_url", "kind", "key"),
    [
        ({"region": "singapore"}, "https://dashscope-intl.aliyuncs.com/compatible-mode/v1", "dashscope", "the variable DASHSCOPE_API_KEY"),
        ({"region": "eu-central-1", "workspace": "ws-1", "key_variable": "FRA"}, "https://ws-1.eu-central-1.maas.aliyuncs.com/compatible-mode/v1", "dashscope", "the variable FRA"),
        ({"kind": "vllm", "base_url": "http://gpu:8000/v1", "key_file": "/k"}, "http://gpu:8000/v1", "vllm", "the file /k"),
        ({"base_url": "http://x/v1"}, "http://x/v1", "openai", "nothing: it was given none"),
        ({"kind": "dashscope", "base_url": "http://x/v1"}, "http://x/v1", "dashscope", "nothing: it was given none"),
    ],
)  # fmt: skip
def test_tables(table: dict[str, Any], base_url: str, kind: str, key: str) -> None:
    upstream = Upstream.from_table("one", table)
    assert (upstream.base_url, upstream.kind, upstream.key_place()) == (base_url, kind, key)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"regoin": "singapore"}, "did you mean 'region'?"),
        ({"kind": "vlm"}, "did you mean 'vllm'?"),
        ({"region": "singapur"}, "did you mean 'singapore'?"),
        ({"region": "tokyo"}, "one.workspace"),
        ({"kind": "vllm"}, "one.base_url"),
        ({"base_url": "gpu:8000"}, "base_url"),
        ({"base_url": 8000}, "give a string"),
        ({"region": "tokyo", "base_url": "http://x"}, "leave one of them out"),
        ({"kind": "vllm", "base_url": "http://x", "key_file": "a", "key_variable": "B"}, "not both"),
    ],
)
def test_what_a_table_may_not_say(table: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Upstream.from_table("one", table)
    assert said in str(caught.value)


def test_a_key_comes_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("sk-file\n")
    upstream = Upstream.from_table("one", {"base_url": "http://x/v1", "key_file": str(tmp_path / "key")})
    service = upstream.service({"DASHSCOPE_API_KEY": "another's"})
    assert service.key == "sk-file"
    assert "sk-file" not in repr(upstream) + repr(service)


def test_a_missing_key_says_where_it_is_looked_for(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"region beijing.*the variable DASHSCOPE_API_KEY"):
        Upstream.from_table("cloud", {"kind": "dashscope"}).service({})
    with pytest.raises(FileNotFoundError):
        Upstream.from_table("one", {"base_url": "http://x/v1", "key_file": str(tmp_path / "no")}).service({})


def test_no_key_is_sent_where_none_is_named() -> None:
    upstream = Upstream.from_table("local", {"kind": "llama.cpp", "base_url": "http://127.0.0.1:8080/v1"})
    assert upstream.service({"DASHSCOPE_API_KEY": "sk-1"}).key is None
