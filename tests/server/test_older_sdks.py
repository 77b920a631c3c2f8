"""Clients of earlier years, each in an environment of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.conftest import Server

ASK = """
import sys, openai
client = openai.OpenAI(base_url=sys.argv[1] + "/v1", api_key="none")
asked = {"model": "tiny", "messages": [{"role": "user", "content": "Hello"}], "seed": 1}
whole = client.chat.completions.create(**asked).choices[0].message.content
chunks = client.chat.completions.create(**asked, stream=True, stream_options={"include_usage": True})
said = "".join(c.choices[0].delta.content for c in chunks if c.choices)
assert said == whole, (said, whole)
try:
    client.chat.completions.create(**asked, temperature=2)
except openai.BadRequestError as error:
    assert error.code == "invalid_parameter_error", error
print(openai.__version__)
"""


@pytest.mark.slow
@pytest.mark.parametrize("packages", [("openai==1.55.0", "httpx<0.28"), ("openai==1.55.3",)], ids=lambda p: p[0])
def test_an_older_sdk_is_served(server: Server, tmp_path: Path, packages: tuple[str, ...]) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path)], check=True, timeout=120)
    subprocess.run([str(tmp_path / "bin/pip"), "install", "-q", *packages], check=True, timeout=300)
    done = subprocess.run(
        [str(tmp_path / "bin/python"), "-c", ASK, server.url], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == packages[0].split("==")[1]
