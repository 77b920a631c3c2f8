"""llama.cpp, built natively: rates by its own llama-bench, greedy ids by its llama-server."""

import json
import re
import subprocess
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contestants import Sample, Work, run_program
from benchmarks.servers import Server


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
        with self.serving(1, 4096) as server:
            return [_complete(server.port, prompt, n_generate) for prompt in prompts]

    def serving(self, n_at_once: int, n_positions: int) -> Server:
        """llama-server for so many at once, of `n_positions` all together. It keeps no prompt for later: none comes."""
        command = [str(self.binaries / "llama-server"), "-m", str(self.model), "-t", str(self.n_threads)]
        command += ["-np", str(n_at_once), "-c", str(n_positions), "--cache-ram", "0", "--no-webui"]
        return Server([*command, "-fa", "on" if self.flash else "off"], "/health")


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
