"""What Qwen-Agent's assistant does with a server of tiny; run with the server's address, in an environment of its own.

It asks in two ways: with the service's own `tools` ("use_raw_api"), or, by default, with the tools in its own words in
the system message, and then reads the calls out of the answer's text.
"""

import json
import sys

from qwen_agent.agents import Assistant
from qwen_agent.tools.base import BaseTool

QUESTION = [{"role": "user", "content": "What is the weather in Beijing?"}]


class Weather(BaseTool):
    name = "get_current_weather"
    description = "Get the current weather"
    parameters = {"type": "object", "properties": {"location": {"type": "string"}}, "required": ["location"]}  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[dict] = []

    def call(self, params: str, **_) -> str:
        self.asked.append(json.loads(params))
        return '{"temperature": 21, "condition": "sunny"}'


def conversation(stream: bool) -> tuple[list[dict], list[dict]]:
    """The arguments that the tool was called with, and the assistant's messages."""
    weather = Weather()
    how = {"temperature": 0, "max_retries": 0, "use_raw_api": True}
    model = {"model": "tiny", "model_server": sys.argv[1] + "/v1", "api_key": "none", "generate_cfg": how}
    assistant = Assistant(llm={**model, "model_type": "oai"}, function_list=[weather])
    if not stream:
        return weather.asked, assistant.run_nonstream(QUESTION)
    seen = list(assistant.run(QUESTION))
    assert len(seen) > 10, "it comes bit by bit"
    return weather.asked, seen[-1]


for stream in (True, False):
    asked, messages = conversation(stream)
    assert asked == [{"location": "Beijing"}]
    assert "21" in messages[-1]["content"]
