"""What LangChain's OpenAI client does with a server of tiny; run with the server's address, in an environment of its own."""

import asyncio
import sys
from functools import reduce
from operator import add

from langchain_core.messages import HumanMessage
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from pydantic import BaseModel

MODEL = ChatOpenAI(
    base_url=sys.argv[1] + "/v1",
    api_key="none",
    model="tiny",
    temperature=0,
    max_tokens=200,
    max_retries=0,
    stream_usage=True,
)
SUM = "What is 17 + 23?"


@tool
def get_current_weather(location: str) -> str:
    """Get the current weather"""
    return f'{{"temperature": 21, "condition": "sunny", "where": "{location}"}}'


class Sum(BaseModel):
    """A sum."""

    result: int
    is_sure: bool


def streamed(model, asked):
    return reduce(add, model.stream(asked))


def one_answer() -> None:
    whole, added = MODEL.invoke("Hello"), streamed(MODEL, "Hello")
    assert whole.content == added.content == asyncio.run(MODEL.ainvoke("Hello")).content != ""
    assert whole.usage_metadata["output_tokens"] == added.usage_metadata["output_tokens"] > 0
    assert whole.response_metadata["finish_reason"] == added.response_metadata["finish_reason"] == "stop"


def a_round_of_tools() -> None:
    model, question = MODEL.bind_tools([get_current_weather]), HumanMessage("What is the weather in Beijing?")
    for said in (model.invoke([question]), streamed(model, [question])):
        (call,) = said.tool_calls
        assert (call["name"], call["args"]) == ("get_current_weather", {"location": "Beijing"})
        result = get_current_weather.invoke(call)
        assert "21" in model.invoke([question, said, result]).content
        assert "21" in streamed(model, [question, said, result]).content


def calls_that_must_come() -> None:
    for choice in ("any", "required", "get_current_weather"):
        model = MODEL.bind_tools([get_current_weather], tool_choice=choice, strict=True, parallel_tool_calls=False)
        for said in (model.invoke("Hello"), streamed(model, "Hello")):
            assert [(call["name"], list(call["args"])) for call in said.tool_calls] == [
                ("get_current_weather", ["location"])
            ]


def answers_of_a_type() -> None:
    for method in ("json_schema", "function_calling"):
        model = MODEL.with_structured_output(Sum, method=method, strict=True)
        *_, last = model.stream(SUM)
        assert isinstance(last, Sum)
        assert last == model.invoke(SUM)


one_answer()
a_round_of_tools()
calls_that_must_come()
answers_of_a_type()
