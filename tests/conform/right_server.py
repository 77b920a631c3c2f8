"""A server that keeps the contract, around a babbling model, and one fault at a time.

Its refusals of single values are read from the same table as the checks: what is shown here is that each check notices
when a server lacks the rule. That the table is right is shown against real servers.
"""

import json
import random
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from qwenchat import catalogue
from tests.conform.babble import words
from tests.scripted_service import Asked, Said

KEY = "sk-right"
CONTEXT = 600
THOUGHT = 12  # words, where no budget cuts it
Body = dict[str, Any]


class Refusal(Exception):
    """An error reply."""

    def __init__(self, message: str, status: int = 400, code: str = "invalid_parameter_error") -> None:
        super().__init__(message)
        self.status, self.code = status, code


def _unchanged(_: Any) -> None:
    pass


@dataclass(frozen=True)
class Fault:
    """What a server does wrong: to the request, before it is looked at, or to the reply, before it is sent."""

    body: Callable[[Body], object] = _unchanged
    whole: Callable[[Body], object] = _unchanged
    chunks: Callable[[list[Body]], object] = _unchanged
    error: Callable[[Body], object] = _unchanged
    headers: Callable[[dict[str, str]], object] = _unchanged
    raw: Callable[[bytes], bytes] = lambda raw: raw
    path: Callable[[Asked], Said | None] = lambda asked: None


@dataclass(frozen=True)
class RightServer:
    """Answers as the contract says, but for its fault."""

    model: str
    refused: tuple[tuple[Any, str, int, str | None], ...]  # (body or raw bytes, text, status, code)
    fault: Fault = Fault()
    thinks: bool = True
    drops: frozenset[str] = frozenset()  # texts of refusals that it has forgotten

    def __call__(self, asked: Asked) -> Said:
        """The reply to a request."""
        id = str(uuid.uuid4())
        wrong = self.fault.path(asked)
        if wrong is not None:
            return wrong
        try:
            return self._answered(asked, id)
        except Refusal as refusal:
            error = {"message": str(refusal), "type": "invalid_request_error", "param": None, "code": refusal.code}
            return self._sent({"error": error, "request_id": id}, id, refusal.status)

    def _answered(self, asked: Asked, id: str) -> Said:
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            raise Refusal("Incorrect API key provided. ", 401, "invalid_api_key")
        if asked.method == "GET":
            return self._got(asked.path, id)
        for sent, text, status, code in self.refused:
            if sent == asked.raw and text not in self.drops:
                raise Refusal(text, status, code or "invalid_request_error")
        body = asked.body
        self.fault.body(body)
        for patch, text, status, code in self.refused:
            if isinstance(patch, dict) and text not in self.drops and _matches(body, patch):
                raise Refusal(_prefix(text) + text, status, code or "invalid_parameter_error")
        reply = Answer(self, body, id)
        return self._streamed(reply.chunks(), id) if body.get("stream") else self._sent(reply.whole(), id)

    def _got(self, path: str, id: str) -> Said:
        if path.endswith("/models"):
            entry = {"id": self.model, "object": "model", "created": 1, "owned_by": "me", "context_length": CONTEXT}
            return self._sent({"object": "list", "data": [entry]}, id)
        if path.endswith("/chat/completions"):
            raise Refusal("Request method 'GET' is not supported.")
        raise Refusal("Not found!", 404, "not_found")

    def _sent(self, value: Body, id: str, status: int = 200) -> Said:
        (self.fault.error if "error" in value else self.fault.whole)(value)
        headers = self._headers(id, "application/json")
        return Said(self.fault.raw(json.dumps(value, ensure_ascii=False).encode()), status, headers)

    def _streamed(self, chunks: list[Body], id: str) -> Said:
        self.fault.chunks(chunks)
        frames = [b"data: " + json.dumps(chunk).encode() + b"\n\n" for chunk in chunks]
        pieces = [self.fault.raw(piece) for piece in (*frames, b"data: [DONE]\n\n")]
        return Said([piece for piece in pieces if piece], headers=self._headers(id, "text/event-stream;charset=UTF-8"))

    def _headers(self, id: str, kind: str) -> dict[str, str]:
        now = str(int(time.time() * 1000))
        headers = {
            "server": "right",
            "content-type": kind,
            "x-request-id": id,
            "x-dashscope-call-gateway": "true",
            "req-cost-time": "1",
        }
        headers |= {"req-arrive-time": now, "resp-start-time": now, "x-envoy-upstream-service-time": "1"}
        self.fault.headers(headers)
        return headers


def _matches(body: Body, patch: Body) -> bool:
    """Whether a request has what a rule refuses; a key that must be absent is `...` there."""
    return all(key not in body if value is ... else key in body and body[key] == value for key, value in patch.items())


def _prefix(text: str) -> str:
    bare = (
        "is too short",
        "must provide a model",
        "does not exist",
        "'seed'",
        "'temperature'",
        "'top_p'",
        "both be none",
    )
    return "" if any(words in text for words in bare) else "<400> InternalError.Algo.InvalidParameter: "


class Answer:
    """One answer in the making: what is said, then how it is written down."""

    def __init__(self, server: RightServer, body: Body, id: str) -> None:
        self.server, self.body, self.id = server, body, id
        self.row = catalogue.find(server.model)
        self.messages = body["messages"]
        self.thinking = self._thinks()
        self._combinations()
        told = json.dumps([self.messages, body.get("translation_options")])
        self.n_prompt = len(told.split())
        if self.n_prompt > CONTEXT:
            raise Refusal(f"<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, {CONTEXT}]")
        self.thought = list(islice(iter("hm let me think of it a bit more than once now so".split()), self._budget()))
        self.choices = [self._choice(i) for i in range(body.get("n", 1))]

    def _thinks(self) -> bool:
        effort = self.body.get("reasoning_effort")
        asked = self.body.get("enable_thinking", None if effort is None else effort != "none")
        if asked and not self.server.thinks:
            raise Refusal(f"The model {self.server.model} does not support enable_thinking.")
        return self.server.thinks and (asked is None or bool(asked))

    def _budget(self) -> int:
        return min(self.body.get("thinking_budget", THOUGHT), THOUGHT) if self.thinking else 0

    def _combinations(self) -> None:
        body, language = self.body, (self.body.get("translation_options") or {}).get("target_lang")
        if self.thinking and body.get("n", 1) > 1:
            raise Refusal("n must be 1 in thinking mode")
        if self.thinking and body.get("tool_choice") not in (None, "auto", "none"):
            raise Refusal("The tool_choice parameter does not support being set to required or object in thinking mode")
        if self.thinking and {"reasoning_effort", "thinking_budget"} <= set(body):
            raise Refusal("reasoning_effort and thinking_budget can't both be set")
        if language == "Klingonese":
            raise Refusal("暂时不支持当前设置的语种！")

    def _choice(self, i: int) -> Body:
        """What one answer says: text, calls, chances, and why it ends."""
        form = (self.body.get("response_format") or {}).get("type", "text")
        if form != "text":
            value = {"x": True} if form == "json_schema" else {"fox": "red"}
            return {"text": json.dumps(value), "calls": [], "chances": [], "finish": "stop"}
        if calls := self._calls():
            return {"text": "", "calls": calls, "chances": [], "finish": "tool_calls"}
        return self._babbled(i)

    def _calls(self) -> list[Body]:
        choice, last = self.body.get("tool_choice", "auto"), self.messages[-1]
        wanted = last["role"] == "user" and "Use the tool" in str(last["content"])
        if not self.body.get("tools") or choice == "none" or not wanted:
            return []
        places = [city for city in ("Beijing", "Paris") if city in last["content"]]
        if not self.body.get("parallel_tool_calls"):
            places = places[:1]
        return [
            {"index": i, "id": f"call_{random.randbytes(11).hex()}", "type": "function", "function": {"name": "get_weather", "arguments": json.dumps({"location": city})}}
            for i, city in enumerate(places)
        ]  # fmt: skip

    def _babbled(self, i: int) -> Body:
        *before, last = self.messages
        partial = last.get("partial") is True
        prompt = json.dumps([before if partial else self.messages, self.body.get("translation_options")])
        asked = dict(self.row.defaults(self.thinking) if self.row else {}) | {
            k: v for k, v in self.body.items() if v is not None
        }
        seed = self.body.get("seed")
        going = words(prompt, last["content"].split() if partial else (), asked, None if seed is None else seed + i)
        caps = [self.body[name] for name in ("max_tokens", "max_completion_tokens") if name in self.body]
        said = list(islice(going, min([64, *caps])))
        text = "".join(word + " " for word, _ in said)
        ends = [text.index(stop) for stop in self._stops() if stop in text]
        finish = "stop" if ends or len(said) == 64 else "length"
        return {"text": text[: min([len(text), *ends])], "calls": [], "chances": said, "finish": finish}

    def _stops(self) -> list[str]:
        return [stop for stop in self.body.get("stop") or [] if isinstance(stop, str)]

    def _usage(self) -> Body:
        n = len(self.thought) + sum(len(choice["chances"]) or 5 for choice in self.choices)
        details = {"completion_tokens_details": {"reasoning_tokens": len(self.thought)}} if self.thinking else {}
        counts = {"prompt_tokens": self.n_prompt, "completion_tokens": n, "total_tokens": self.n_prompt + n}
        return counts | {"prompt_tokens_details": {"cached_tokens": 0}} | details

    def _logprobs(self, choice: Body) -> Body | None:
        if not self.body.get("logprobs"):
            return None
        one = {"token": "fox ", "bytes": None, "logprob": -9.0}
        top = [one] * self.body.get("top_logprobs", 0)
        said = [
            {"token": word + " ", "bytes": None, "logprob": chance, "top_logprobs": top}
            for word, chance in choice["chances"]
        ]
        return {"content": said}

    def _head(self, kind: str) -> Body:
        head = {"id": f"chatcmpl-{self.id}", "object": kind, "created": int(time.time()), "model": self.body["model"]}
        return head | {"system_fingerprint": None}

    def whole(self) -> Body:
        """The reply in one piece."""
        choices = []
        for i, choice in enumerate(self.choices):
            message: Body = {"role": "assistant", "content": choice["text"]}
            if self.thinking:
                message["reasoning_content"] = " ".join(self.thought)
            if choice["calls"]:
                message["tool_calls"] = choice["calls"]
            logprobs = self._logprobs(choice)
            choices.append({"index": i, "message": message, "finish_reason": choice["finish"], "logprobs": logprobs})
        return self._head("chat.completion") | {"choices": choices, "usage": self._usage()}

    def chunks(self) -> list[Body]:
        """The reply in pieces."""
        said = [self._chunk(i, delta) for i, choice in enumerate(self.choices) for delta in self._deltas(choice)]
        for i, choice in enumerate(self.choices):
            said.append(self._chunk(i, {"content": ""}, choice["finish"]))
        if (self.body.get("stream_options") or {}).get("include_usage"):
            said.append(self._chunk(0, {}) | {"choices": [], "usage": self._usage()})
        return said

    def _chunk(self, i: int, delta: Body, finish: str | None = None) -> Body:
        choice = {"index": i, "delta": delta, "finish_reason": finish, "logprobs": None}
        return self._head("chat.completion.chunk") | {"choices": [choice], "usage": None}

    def _deltas(self, choice: Body) -> list[Body]:
        calls = choice["calls"]
        first: Body = {"role": "assistant", "content": None if self.thinking or calls else ""}
        deltas = [first | ({"reasoning_content": ""} if self.thinking else {})]
        deltas += [{"content": None, "reasoning_content": word + " "} for word in self.thought]
        plain = {"reasoning_content": None} if self.thinking else {}
        deltas += [{"content": piece} | plain for piece in choice["text"].splitlines(keepends=True)]
        for call in calls:
            arguments, index = call["function"]["arguments"], call["index"]
            deltas.append({"tool_calls": [call | {"function": {"name": call["function"]["name"], "arguments": ""}}]})
            pieces = (arguments[:5], arguments[5:])
            deltas += [{"tool_calls": [{"index": index, "function": {"arguments": piece}}]} for piece in pieces]
        return deltas
