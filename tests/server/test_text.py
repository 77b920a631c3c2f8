"""Bare text: /completions and /tokenize."""

import pytest

from qwenchat import AutoTokenizer
from tests.server.conftest import Server


def test_the_sdk_completes_whole_and_in_chunks(server: Server) -> None:
    asked = {"model": "tiny", "prompt": "The capital of France is", "max_tokens": 8, "temperature": 0}
    whole = server.openai().completions.create(**asked)
    chunks = list(server.openai().completions.create(**asked, stream=True, stream_options={"include_usage": True}))
    assert whole.object == "text_completion"
    assert whole.choices[0].text
    assert "".join(c.choices[0].text for c in chunks if c.choices) == whole.choices[0].text
    assert chunks[-1].usage.completion_tokens == whole.usage.completion_tokens
    assert whole.usage.prompt_tokens == len(AutoTokenizer.from_pretrained("tiny").encode("The capital of France is"))


def test_no_token_of_a_chat_is_parsed_in_a_prompt(server: Server) -> None:
    text = "<|im_start|>user"
    body = server.post("/v1/completions", {"model": "tiny", "prompt": text, "max_tokens": 1}).json()
    plain = server.post("/v1/tokenize", {"model": "tiny", "prompt": text}).json()
    assert body["usage"]["prompt_tokens"] == plain["count"] > 2


def test_tokenize_counts_what_a_chat_is_charged(server: Server) -> None:
    messages = [{"role": "user", "content": "Hello"}]
    told = server.post("/v1/tokenize", {"model": "tiny", "messages": messages}).json()
    assert told["count"] == len(told["tokens"]) == server.chat({"messages": messages}).json()["usage"]["prompt_tokens"]
    assert told["max_model_len"] == 4096
    ids = {"model": "tiny", "prompt": told["tokens"], "max_tokens": 1}
    assert server.post("/v1/completions", ids).json()["usage"]["prompt_tokens"] == told["count"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "prompt should be a text or a list of token ids"),
        ({"prompt": ["a", "b"]}, "prompt should be a text or a list of token ids"),
        ({"prompt": [10**9]}, "token ids from 0 to"),
        ({"prompt": "a", "suffix": "b"}, "suffix: got 'b'; this model can't fill gaps"),
        ({"prompt": "a", "echo": True}, "echo is not supported."),
        ({"prompt": "a", "messages": []}, "Unknown parameter: 'messages'."),
        ({"prompt": "a", "logprobs": 6}, "Range of top_logprobs should be [0, 5]"),
    ],
)
def test_what_is_refused(server: Server, body: dict, words: str) -> None:
    reply = server.post("/v1/completions", {"model": "tiny", **body})
    assert reply.status_code == 400
    assert words in reply.json()["error"]["message"]
