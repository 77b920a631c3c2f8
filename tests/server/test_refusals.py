"""Every bad value: its status, type, field, code and exact words."""

import httpx
import pytest

from tests.server.conftest import Server, Start

ALGO = "<400> InternalError.Algo.InvalidParameter: "
CALL = {"id": "call_1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
USER = {"role": "user", "content": "Hello"}
STOP = (
    'The "stop" parameter must be of type "str", "list[str]", "list[int]", or "list[list[int]]", '
    "and all elements within the list must be of the same type."
)
TOOL = {"type": "function", "function": {"name": "f", "parameters": {}}}
ROLE = "{} is not one of ['system', 'assistant', 'user', 'tool', 'function'] - 'messages.[0].role'"
FORMAT = (
    "Unknown format of response_format, response_format should be a dict, includes 'type' and an optional key "
    "'json_schema'. The response_format type from user is 'xml'."
)
NO_WORD = "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'."
NO_USER = "The input messages do not contain elements with the role of user."

# What the engine refuses: its words come after a prefix.
BY_ENGINE = [
    ({"temperature": 2}, "temperature", "Temperature should be in [0.0, 2.0)"),
    ({"temperature": -0.1}, "temperature", "Temperature should be in [0.0, 2.0)"),
    ({"top_p": 0}, "top_p", "Range of top_p should be (0.0, 1.0]"),
    ({"top_p": 1.1}, "top_p", "Range of top_p should be (0.0, 1.0]"),
    ({"top_k": -1}, "top_k", "Parameter top_k be greater than or equal to 0"),
    ({"repetition_penalty": 0}, "repetition_penalty", "Repetition_penalty should be greater than 0.0"),
    ({"presence_penalty": 2.1}, "presence_penalty", "Presence_penalty should be in [-2.0, 2.0]"),
    ({"frequency_penalty": -3}, "frequency_penalty", "Frequency_penalty should be in [-2.0, 2.0]"),
    ({"min_p": 1.5}, "min_p", "Range of min_p should be [0.0, 1.0]"),
    ({"max_tokens": 0}, "max_tokens", "Range of max_tokens should be [1, 4096]"),
    ({"max_tokens": 4097}, "max_tokens", "Range of max_tokens should be [1, 4096]"),
    ({"max_completion_tokens": 0}, "max_completion_tokens", "Range of max_completion_tokens should be [1, 8192]"),
    ({"n": 0}, "n", "Range of n should be [1, 4]"),
    ({"n": 5}, "n", "Range of n should be [1, 4]"),
    ({"n": 2, "enable_thinking": True}, "n", "Range of n should be [1, 1] in thinking mode"),
    ({"n": 2, "tools": [TOOL]}, "n", "Range of n should be [1, 1] when tools are given"),
    ({"logprobs": True, "top_logprobs": 21}, "top_logprobs", "Range of top_logprobs should be [0, 20]"),
    ({"top_logprobs": 2}, "top_logprobs", "The top_logprobs parameter can only be set when logprobs is true."),
    ({"ttl": 0}, "ttl", "Range of ttl should be (0, 86400]"),
    ({"stop": [1, "a"]}, "stop", STOP),
    ({"stop": {"a": 1}}, "stop", STOP),
    ({"stop": ["a"] * 65}, "stop", "stop may hold 64 sequences, 4096 characters or ids in all, not more."),
    ({"logit_bias": {"a": 1}}, "logit_bias", "logit_bias should be an object of token ids and numbers from -100"),
    ({"logit_bias": {"1": 101}}, "logit_bias", "logit_bias should be an object of token ids and numbers from -100"),
    ({"stream_options": {"include_usage": True}}, "stream_options", "The stream_options parameter can only be set"),
    ({"thinking_budget": 0}, "thinking_budget", "The thinking_budget parameter must be a positive integer and not"),
    ({"reasoning_effort": "huge"}, "reasoning_effort", "reasoning_effort: got 'huge'; allowed: none, minimal"),
    ({"reasoning_effort": "low", "thinking_budget": 10}, "thinking_budget", "thinking_budget: got 10; give this or"),
    ({"chat_template_kwargs": {"tokenize": True}}, "chat_template_kwargs", "chat_template_kwargs may hold enable"),
    ({"tools": [{"type": "web"}]}, "tools[0].type", "tools[0].type: got 'web'; allowed: 'function'"),
    (
        {"tools": [{"function": {"name": "a b"}}]},
        "tools[0].function.name",
        "tools[0].function.name: got 'a b'; 1 to 64 of",
    ),
    ({"tool_choice": "sometimes"}, "tool_choice", 'tool_choice is one of the strings that should be ["none", "auto"]'),
    (
        {"tool_choice": "required"},
        "tool_choice",
        'tool_choice is one of the strings that should be ["none", "auto"]; there are no tools',
    ),
    ({"response_format": {"type": "xml"}}, "response_format", FORMAT),
    ({"response_format": {"type": "json_object"}}, "response_format", NO_WORD),
    ({"enable_search": True}, "enable_search", "This model does not support enable_search."),
    ({"temprature": 1}, "temprature", "Unknown parameter: 'temprature'. Did you mean 'temperature'?"),
    ({"partial_mode": "prefix"}, "partial_mode", "partial_mode is not supported"),
    ({"messages": None}, "messages", 'Either "prompt" or "messages" must exist and cannot both be none'),
    ({"messages": ["Hello"]}, "messages[0]", "Input should be a valid dictionary or instance of GPT3Message"),
    ({"messages": [{"role": "user"}]}, "messages[0].content", "The content field is a required field."),
    (
        {"messages": [{"role": "user", "content": ""}]},
        "messages[0].content",
        "Role must be user or assistant and Content length must be greater than 0.",
    ),
    ({"messages": [{"role": "system", "content": "Hi"}]}, "messages", NO_USER),
    ({"messages": [USER, {"role": "assistant", "content": "Hi"}]}, "messages[1].role", NO_USER),
    (
        {"messages": [USER, {"role": "tool", "content": "1", "tool_call_id": "call_1"}]},
        "messages[1].role",
        'messages with role "tool" must be a response to a preceeding message with "tool_calls"',
    ),
    (
        {"messages": [USER, {"role": "assistant", "content": "", "tool_calls": [CALL]}, USER]},
        "messages[1].tool_calls",
        'An assistant message with "tool_calls" must be followed by tool messages responding to each "tool_call_id". '
        "The following tool_call_ids did not have response messages: message[1].role",
    ),
    (
        {"messages": [{"role": "assistant", "content": "a", "partial": True}, USER]},
        "messages[0].partial",
        "partial can only be set in the last message",
    ),
]

# What the schema, or the gateway, refuses: bare words.
BY_SCHEMA = [
    ({"temperature": "1"}, "temperature", "invalid_value", "'temperature' must be Float"),
    ({"temperature": True}, "temperature", "invalid_value", "'temperature' must be Float"),
    ({"top_p": "1"}, "top_p", "invalid_value", "'top_p' must be Float"),
    ({"n": 1.5}, "n", "invalid_value", "'n' must be Integer"),
    ({"seed": -1}, "seed", "invalid_value", "-1 is lesser than the minimum of 0 - 'seed'"),
    (
        {"seed": 2**31},
        "seed",
        "invalid_value",
        "2147483648 is greater than the maximum of 2147483647 - 'seed'",
    ),
    ({"seed": "7"}, "seed", "invalid_value", "'seed' must be Integer"),
    ({"stream": 1}, "stream", "invalid_value", "'stream' must be Boolean"),
    ({"tools": {}}, "tools", "invalid_value", "'tools' must be Array"),
    ({"messages": []}, "messages", "invalid_value", "[] is too short - 'messages'"),
    ({"messages": "Hello"}, "messages", "invalid_value", "'messages' must be Array"),
    ({"model": 7}, "model", "invalid_value", "'model' must be String"),
    ({"model": None}, "model", "invalid_request_error", "you must provide a model parameter."),
    (
        {"messages": [{"role": "robot", "content": "Hi"}]},
        "messages[0].role",
        "invalid_parameter_error",
        ROLE.format("robot"),
    ),
]


def names(rows: list) -> list[str]:
    return [str(row[0])[:60] for row in rows]


@pytest.mark.parametrize(("body", "param", "words"), BY_ENGINE, ids=names(BY_ENGINE))
def test_the_engine_refuses(server: Server, body: dict, param: str, words: str) -> None:
    reply = server.chat(body)
    error = reply.json()["error"]
    assert reply.status_code == 400
    assert error["message"].startswith(ALGO + words)
    assert (error["type"], error["param"], error["code"]) == ("invalid_request_error", param, "invalid_parameter_error")
    assert reply.json()["request_id"] == reply.headers["x-request-id"]


@pytest.mark.parametrize(("body", "param", "code", "words"), BY_SCHEMA, ids=names(BY_SCHEMA))
def test_the_schema_refuses(server: Server, body: dict, param: str, code: str, words: str) -> None:
    reply = server.chat(body)
    error = reply.json()["error"]
    assert reply.status_code == 400
    assert (error["message"], error["type"], error["param"], error["code"]) == (
        words,
        "invalid_request_error",
        param,
        code,
    )


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"model": NaN}', b"null"])
def test_bodies_that_are_none(server: Server, content: bytes) -> None:
    reply = httpx.post(server.url + "/v1/chat/completions", content=content)
    assert reply.status_code == 400
    assert reply.json()["error"]["message"] == "Required body invalid, please check the request body format."


def test_nesting_has_an_end(server: Server) -> None:
    deep: object = {}
    for _ in range(120):
        deep = [deep]
    assert "nested deeper than 100 levels" in server.chat({"metadata": deep}).json()["error"]["message"]


def test_paths_and_methods(server: Server) -> None:
    assert server.get("/v1/nothing").status_code == 404
    assert server.get("/v1/chat/completions").json()["error"]["message"] == "Request method 'GET' is not supported."


def test_an_error_before_the_first_token_of_a_stream_is_plain_json(server: Server) -> None:
    reply = server.chat({"stream": True, "temperature": 2})
    assert (reply.status_code, reply.headers["content-type"]) == (400, "application/json")


# What is served by default, and refused by a strict server: the words of the brief.
STRICT = [
    ({"top_p": 1}, "Range of top_p should be (0.0, 1.0)"),
    ({"messages": [USER, {"role": "system", "content": "Hi"}]}, "The role system can only appear at messages[0]."),
    ({"messages": [{"role": "developer", "content": "Hi"}, USER]}, ROLE.format("developer")),
    (
        {
            "messages": [
                USER,
                {"role": "assistant", "content": "", "tool_calls": [CALL]},
                {"role": "tool", "content": "1", "tool_call_id": "call_1"},
            ]
        },
        "The last message must have the role of user.",
    ),
    ({"tools": [TOOL], "stream": True}, "tools cannot be used with stream=True"),
    ({"tools": [{"function": {"name": "search"}}]}, "Tool names are not allowed to be [search]"),
    ({"logprobs": True, "top_logprobs": 6}, "Range of top_logprobs should be [0, 5]"),
]


def test_strict_refuses_what_the_brief_refuses_and_frames_its_errors(start: Start, server: Server) -> None:
    strict = start("tiny", "--strict")
    for body, words in STRICT:
        reply = strict.chat(body)
        assert reply.status_code == 400, body
        assert words in reply.text.replace("\\u0027", "'"), body
        assert server.chat(body | {"max_tokens": 2}).status_code == 200, body
    forced = strict.chat({"tools": [TOOL], "tool_choice": "required", "enable_thinking": True})
    assert "The tool_choice parameter does not support being set to required or object" in forced.text
    framed = strict.chat({"stream": True, "temperature": 2})
    assert framed.status_code == 400
    assert framed.text.startswith('data: {"error":')
    assert '"param":null' in framed.text
