"""DashScope's own protocol: the dashscope SDK with only its base address changed, and the bytes underneath."""

import json

import dashscope
import pytest
from dashscope import Generation

from qwenchat import AutoTokenizer
from tests.server.conftest import Server

HELLO = [{"role": "user", "content": "Hello"}]
PATH = "/api/v1/services/aigc/text-generation/generation"


@pytest.fixture
def sdk(server: Server, monkeypatch: pytest.MonkeyPatch) -> type[Generation]:
    monkeypatch.setattr(dashscope, "base_http_api_url", server.url + "/api/v1")
    monkeypatch.setattr(dashscope, "api_key", "none")
    return Generation


def test_the_sdk_gets_messages(sdk: type[Generation]) -> None:
    reply = sdk.call(model="tiny", messages=HELLO, result_format="message", seed=3)
    assert reply.status_code == 200
    choice = reply.output.choices[0]
    assert (choice.finish_reason, choice.message.role) == ("stop", "assistant")
    assert choice.message.content
    assert reply.usage.total_tokens == reply.usage.input_tokens + reply.usage.output_tokens


def test_the_sdk_gets_text_for_a_prompt(sdk: type[Generation]) -> None:
    reply = sdk.call(model="tiny", prompt="Hello", seed=3)
    assert reply.output.text == sdk.call(model="tiny", messages=HELLO, result_format="text", seed=3).output.text
    assert reply.output.finish_reason == "stop"


def test_a_stream_tells_everything_again_or_news_alone(sdk: type[Generation]) -> None:
    asked = {"model": "tiny", "messages": HELLO, "result_format": "message", "seed": 3, "stream": True}
    grown = [r.output.choices[0].message.content for r in sdk.call(**asked)]
    news = [r.output.choices[0].message.content for r in sdk.call(**asked, incremental_output=True)]
    assert "".join(news) == grown[-1]
    assert all(later.startswith(earlier) for earlier, later in zip(grown, grown[1:], strict=False))
    assert len(news) > 3


def test_the_events_of_a_stream(server: Server) -> None:
    body = {"model": "tiny", "input": {"messages": HELLO}, "parameters": {"result_format": "message"}}
    reply = server.post(PATH, body, headers={"X-DashScope-SSE": "enable"})
    events = reply.text.split("\n\n")
    assert events.pop() == ""
    tokenizer = AutoTokenizer.from_pretrained("tiny")
    n_prompt = len(tokenizer.ids(tokenizer.pieces(HELLO)))
    for i, event in enumerate(events, 1):
        head = event.split("\n")
        assert head[:3] == [f"id:{i}", "event:result", ":HTTP_STATUS/200"]
        told = json.loads(head[3].removeprefix("data:"))
        assert told["request_id"] == reply.headers["x-request-id"]
        assert told["usage"]["input_tokens"] == n_prompt
        assert told["output"]["choices"][0]["finish_reason"] == ("stop" if i == len(events) else "null")


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ({"model": "tiny", "input": {"messages": HELLO}, "parameters": {"temperature": 2}}, "InvalidParameter", "Temp"),
        ({"model": "tiny", "input": {"messages": HELLO}, "parameters": {"seed": -1}}, "InvalidParameter", "Range of s"),
        ({"model": "nobody", "input": {"messages": HELLO}}, "InvalidParameter", "Model not exist."),
        ({"model": "tiny"}, "BadRequest.EmptyInput", 'Required parameter "input" missing from request.'),
        ({"input": {"messages": HELLO}}, "BadRequest.EmptyModel", "you must provide a model parameter."),
        ({"model": "tiny", "input": {"messages": HELLO}, "temperature": 1}, "InvalidParameter", "Unknown field"),
    ],
)
def test_errors_are_flat(server: Server, body: dict, code: str, words: str) -> None:
    reply = server.post(PATH, body)
    told = reply.json()
    assert set(told) == {"code", "message", "request_id"}
    assert (reply.status_code, told["code"]) == (400, code)
    assert told["message"].startswith(words)


def test_the_sdk_sees_errors_too(sdk: type[Generation]) -> None:
    reply = sdk.call(model="tiny", messages=HELLO, top_p=0)
    assert (reply.status_code, reply.code) == (400, "InvalidParameter")
    assert reply.message == "Range of top_p should be (0.0, 1.0]"
