"""llama.cpp, built natively: rates by its own llama-bench, greedy ids by its llama-server."""

import json
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contestants import ContestantFailed, Sample, Work, run_program


@dataclass(frozen=True, slots=True)
class LlamaCpp:
    """One GGUF file; `flash` is llama.cpp's -fa, which costs on some processors and pays on others."""

    name: str
    binaries: Path
    model: Path
    n_threads: int
    flash: bool = False
    install: str = ""

    def absent(self) -> str | None:
        """Why it can't take part, or None."""
        for path in (self.binaries / "llama-bench", self.model):
            if not path.exists():
                return f"{path} is missing{': ' + self.install if self.install else ''}"
        return None

    def measure(self, work: Work, seed: int) -> Sample:
        """One run of `work`; llama-bench draws its own random ids, so `seed` says nothing to it."""
        del seed
        if work.kind == "prompt":
            sizes = ["-p", str(work.n_prompt), "-n", "0"]
        else:
            # A short prompt is no depth: its cost is left out, in llama.cpp's favour.
            depth = work.n_prompt if work.n_prompt > 64 else 0
            sizes = ["-p", "0", "-n", str(work.n_generate), "-d", str(depth)]
        command = [str(self.binaries / "llama-bench"), "-m", str(self.model), "-t", str(self.n_threads)]
        finished = run_program([*command, *sizes, "-r", "1", "-fa", str(int(self.flash)), "-o", "json"])
        result = json.loads(finished.stdout)[0]
        return Sample(result["avg_ts"], finished.peak_bytes, finished.others, f"build {result['build_commit']}")

    def features(self) -> str:
        """The instructions its CPU code was built for, as the server tells them before it looks for a model."""
        command = [str(self.binaries / "llama-server"), "-m", "no-such-model.gguf", "-v"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        found = re.findall(r"([A-Z0-9_]+) = 1", done.stdout + done.stderr)
        return " ".join(dict.fromkeys(found)) or "not told"

    def ids(self, prompts: Sequence[Sequence[int]], n_generate: int) -> list[list[int]]:
        """The greedy answers, by llama-server."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [str(self.binaries / "llama-server"), "-m", str(self.model), "--port", str(port)]
        command += ["-t", str(self.n_threads), "-c", "4096", "-np", "1", "--no-warmup"]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait_until_up(f"http://127.0.0.1:{port}/health", server)
            return [_complete(port, prompt, n_generate) for prompt in prompts]
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_until_up(address: str, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise ContestantFailed(f"llama-server did not come up (exit {server.poll()})")


def _complete(port: int, prompt: Sequence[int], n_generate: int) -> list[int]:
    body = {
        "prompt": list(prompt),
        "n_predict": n_generate,
        "temperature": 0.0,
        "top_k": 1,
        "ignore_eos": True,
        "return_tokens": True,
        "cache_prompt": False,
    }
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/completion", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=120) as reply:
        return [int(token) for token in json.load(reply)["tokens"]]
