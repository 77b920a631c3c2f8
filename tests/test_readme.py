"""What the README shows works as shown."""

import json
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text()


def block(language: str, after: str = "") -> str:
    found = re.search(rf"{re.escape(after)}\s*```{language}\n(.*?)```", README, re.DOTALL)
    assert found, f"the README has no {language} block after {after!r}"
    return found[1]


def test_the_first_command_answers() -> None:
    install, _, command = block("sh", "<!-- main -->").strip().partition(" && ")
    assert install == "pip install ."
    assert command.startswith("qwenchat chat ")
    qwenchat = shutil.which("qwenchat", path=str(Path(sys.executable).parent)) or shutil.which("qwenchat")
    assert qwenchat, "the package is not installed"
    said = subprocess.run(
        command.replace("qwenchat", qwenchat, 1), shell=True, capture_output=True, text=True, check=True
    )
    assert len(said.stdout.split()) > 3
    assert not said.stderr


@pytest.mark.skipif(not shutil.which("curl"), reason="this machine has no curl")
def test_the_service_answers_the_curl(tmp_path: Path) -> None:
    serve, _, curl = block("sh", "([guide](docs/serve.md)):").partition("&\n")
    assert serve.strip() == "qwenchat serve"
    with (tmp_path / "log").open("wb") as log, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
        free.close()
        command = [sys.executable, "-m", "qwenchat", "serve", "--port", port]
        with subprocess.Popen(command, stderr=log) as server:
            try:
                waiting = f"curl -sf --retry 30 --retry-delay 1 --retry-connrefused http://127.0.0.1:{port}/ready"
                subprocess.run(waiting, shell=True, check=True, timeout=60, capture_output=True)
                said = subprocess.run(curl.replace("8000", port), shell=True, capture_output=True, check=True).stdout
            finally:
                server.terminate()
    assert json.loads(said)["choices"][0]["message"]["content"]


def test_the_snippet_runs() -> None:
    snippet = block("python")
    assert len([line for line in snippet.splitlines() if line.strip()]) <= 8
    said = subprocess.run([sys.executable, "-c", snippet], capture_output=True, text=True, check=True).stdout
    assert said.strip()


def test_the_files_it_points_to_are_there() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (Path(__file__).parents[1] / target).exists(), target
