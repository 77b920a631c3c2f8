"""Asking a server: small requests, their replies as they came, and what is found out about the server on the way."""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from qwenchat import catalogue
from qwenchat.client import Exchange, FrameReader, Http, Service, ServiceError
from qwenchat.client.listed import listed_context

ABSENT = object()  # in a patch: leave the key out
QUESTION = [{"role": "user", "content": "Tell me a short story about a fox, please."}]
WEATHER = [{"role": "user", "content": "What's the weather in Beijing? Use the tool."}]
TOOL = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Get weather for a city",
        "parameters": {"type": "object", "properties": {"location": {"type": "string"}}, "required": ["location"]},
    },
}
FORCED = {"type": "function", "function": {"name": "get_weather"}}
N_TOKENS = 24  # of an answer: enough to see an effect, few enough for a slow machine


class Reply(Struct, frozen=True):
    """A reply, read as far as it can be."""

    status: int
    headers: Mapping[str, str]
    raw: bytes
    json: Any = None  # of a whole reply
    frames: tuple[str, ...] = ()  # of a stream: the data of each event
    chunks: tuple[dict[str, Any], ...] = ()

    @property
    def served(self) -> bool:
        """Whether it is an answer."""
        return self.status == 200 and (bool(self.chunks) or (isinstance(self.json, dict) and "choices" in self.json))

    @property
    def error(self) -> dict[str, Any]:
        """The error object; empty where there is none."""
        told = (self.json or {}).get("error") if isinstance(self.json, dict) else None
        return told if isinstance(told, dict) else {}

    @property
    def message(self) -> dict[str, Any]:
        """The first answer's message."""
        said: dict[str, Any] = self.json["choices"][0]["message"]
        return said

    @property
    def text(self) -> str:
        """The first answer's text, of a whole reply or a stream."""
        if self.chunks:
            return "".join(delta.get("content") or "" for delta in self.deltas())
        return str(self.message["content"])

    @property
    def finish(self) -> str:
        """Why the first answer ended."""
        if not self.chunks:
            return str(self.json["choices"][0]["finish_reason"])
        ends = (choice["finish_reason"] for chunk in self.chunks for choice in chunk["choices"])
        return str(next(end for end in ends if end))

    def deltas(self) -> list[dict[str, Any]]:
        """The first answer's deltas."""
        return [c["delta"] for chunk in self.chunks for c in chunk["choices"] if not c.get("index")]

    def shown(self) -> str:
        """It, in a few words."""
        told = self.error.get("message")
        return f"{self.status} {told if isinstance(told, str) else self.raw[:160].decode('utf-8', 'replace')}"


class Probe:
    """One server and one model of it. What several checks need is asked once."""

    def __init__(self, service: Service, http: Http, model: str | None = None) -> None:
        self._service, self._http = service, http
        self._asked_model = model
        self.last: Reply | None = None  # what it said last: where a look fails, the reason

    def ask(self, *, headers: Mapping[str, str] | None = None, **patch: Any) -> Reply:
        """The reply to a small request, changed by `patch`. Unless that has a word on thinking, there is none."""
        body: dict[str, object] = {
            "model": self.model,
            "messages": QUESTION,
            "max_tokens": N_TOKENS,
            "temperature": 0,
            **({} if "enable_thinking" in patch else self.quiet),
        } | patch
        return self.send({key: value for key, value in body.items() if value is not ABSENT}, headers)

    def send(self, body: dict[str, Any] | bytes, headers: Mapping[str, str] | None = None) -> Reply:
        """The reply to exactly this body."""
        call = self._service.chat(body if isinstance(body, dict) else {})
        call = replace(call, headers={**call.headers, **(headers or {})})
        self.last = read(self._http.exchange(call if isinstance(body, dict) else replace(call, content=body)))
        return self.last

    def get(self, path: str) -> Reply:
        """The reply to a GET under the base address."""
        return read(self._http.exchange(self._service.call(path)))

    def unkeyed(self) -> Reply:
        """The reply to a caller whose key is wrong."""
        wrong = replace(self._service, key="sk-wrong-key-of-qwenchat-conform")
        return read(self._http.exchange(wrong.chat({"model": self.model, "messages": QUESTION, "max_tokens": 1})))

    @property
    def has_key(self) -> bool:
        """Whether a key was given; without one the server can't be expected to ask for it."""
        return self._service.key is not None

    @cached_property
    def listed(self) -> Reply:
        """Its list of models."""
        return self.get("/models")

    @cached_property
    def model(self) -> str:
        """The model to ask: the one that was named, else the first of the list. ServiceError where there is none."""
        if self._asked_model is not None:
            return self._asked_model
        try:
            return str(self.listed.json["data"][0]["id"])
        except (LookupError, TypeError):
            raise ServiceError("the server lists no models; say which one to ask with --model") from None

    @cached_property
    def row(self) -> catalogue.Row | None:
        """What the catalogue knows of the model."""
        return catalogue.find(self.model)

    @cached_property
    def context(self) -> int | None:
        """Tokens of its context, by its own list or the catalogue."""
        said = listed_context(self.listed.json, self.model)
        return said or (self.row.context if self.row is not None else None)

    @cached_property
    def thinks(self) -> bool:
        """Whether thinking can be had."""
        return self.thinking is not None

    @cached_property
    def thinking(self) -> dict[str, Any] | None:
        """What a request says to have a short thought, or a long one where it can't be bounded; None: there is none."""
        bounds: tuple[dict[str, Any], ...] = ({"thinking_budget": 16}, {"max_completion_tokens": 2 * N_TOKENS}, {})
        for bound in bounds:
            wish = {"enable_thinking": True, **bound}
            body = {"model": self.model, "messages": QUESTION, "max_tokens": N_TOKENS, "stream": True, **wish}
            reply = self.send(body)
            if reply.served:
                return wish if any(delta.get("reasoning_content") for delta in reply.deltas()) else None
        return None

    @cached_property
    def quiet(self) -> dict[str, Any]:
        """What a request says so that the model doesn't think first: in the contract's words, else in open engines'."""
        if not self.thinks:
            return {}
        plain = {"enable_thinking": False}
        body = {"model": self.model, "messages": QUESTION, "max_tokens": N_TOKENS, "stream": True}
        thought = any(delta.get("reasoning_content") for delta in self.send(body | plain).deltas())
        return {"chat_template_kwargs": plain} if thought else plain

    @cached_property
    def calls_tools(self) -> bool:
        """Whether a call comes, forced or not."""
        return self.called.served and bool(self.called.message.get("tool_calls"))

    @cached_property
    def calling(self) -> dict[str, Any]:
        """What a request says to get a call: it is forced where that is served, else hoped for."""
        ask: dict[str, Any] = {"messages": WEATHER, "tools": [TOOL], "max_tokens": 64}
        forced = ask | {"tool_choice": FORCED}
        return forced if self.ask(**forced).served else ask

    # Replies that many checks look at, asked once.

    @cached_property
    def whole(self) -> Reply:
        """A whole answer."""
        return self.ask()

    @cached_property
    def stream(self) -> Reply:
        """A streamed answer, with usage."""
        return self.ask(stream=True, stream_options={"include_usage": True})

    @cached_property
    def bare_stream(self) -> Reply:
        """A streamed answer, with nothing said about usage."""
        return self.ask(stream=True)

    @cached_property
    def thought(self) -> Reply:
        """A whole answer with thinking."""
        return self.ask(**self.thinking or {})

    @cached_property
    def thought_stream(self) -> Reply:
        """A streamed answer with thinking."""
        return self.ask(stream=True, stream_options={"include_usage": True}, **self.thinking or {})

    @cached_property
    def called(self) -> Reply:
        """A whole answer that is a call."""
        return self.ask(**self.calling)

    @cached_property
    def called_stream(self) -> Reply:
        """A streamed answer that is a call."""
        return self.ask(**self.calling, stream=True)

    @cached_property
    def refused(self) -> Reply:
        """An error."""
        return self.ask(temperature=2)


def read(exchange: Exchange) -> Reply:
    """What came, parsed as what it says it is."""
    if "event-stream" in exchange.headers.get("content-type", ""):
        reader = FrameReader()
        frames = tuple(frame.data for frame in (*reader.push(exchange.body), *reader.end()))
        parsed = tuple(_json(frame) for frame in frames if frame != "[DONE]")
        chunks = tuple(chunk for chunk in parsed if isinstance(chunk, dict) and "choices" in chunk)
        error = next((chunk for chunk in parsed if isinstance(chunk, dict) and "error" in chunk), None)
        return Reply(exchange.status, exchange.headers, exchange.body, error, frames, chunks)
    return Reply(exchange.status, exchange.headers, exchange.body, _json(exchange.body))


def _json(text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None
