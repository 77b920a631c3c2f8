"""A server as a process of its own: ours, or a peer's."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.contestants import ContestantFailed
from benchmarks.places import Places

START_TIMEOUT_S = 60.0


class Server:
    """A server on a port of its own, ready when the context is entered and gone when it is left."""

    def __init__(self, command: Sequence[str], ready: str, environment: Mapping[str, str] | None = None) -> None:
        """`command` is given a `--port`; `ready` is the path that answers 200 once it can be asked."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self._command = [*command, "--port", str(self.port)]
        self._ready = f"GET {ready} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n".encode()
        self._environment = {**os.environ, **(environment or {})}
        self.ready_s = 0.0  # since its start

    def __enter__(self) -> "Server":
        start = time.perf_counter()
        self._log = tempfile.TemporaryFile()
        self._process = subprocess.Popen(self._command, stdout=self._log, stderr=self._log, env=self._environment)
        while not self._is_ready():
            if self._process.poll() is not None or time.perf_counter() - start > START_TIMEOUT_S:
                self.__exit__()
                raise ContestantFailed(f"{self._command[0]} is not ready: {self._last_words()}")
            time.sleep(0.005)
        self.ready_s = time.perf_counter() - start
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()

    def used_s(self) -> float:
        """Processor seconds so far."""
        after_name = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")

    def peak_bytes(self) -> int:
        """The most memory it had so far."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) << 10

    def _is_ready(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port)) as connection:
                connection.sendall(self._ready)
                return b" 200 " in connection.makefile("rb").readline()
        except OSError:
            return False

    def _last_words(self) -> str:
        self._log.seek(0)
        return " / ".join(self._log.read().decode("utf-8", "replace").splitlines()[-3:])


def our_server(checkpoint: str, options: Mapping[str, object], places: Places) -> Server:
    """`qwenchat serve` of one model under the name `m`, with the options of its config file."""
    config = places.cache / "serve.toml"
    lines = "".join(f"{name} = {json.dumps(value)}\n" for name, value in options.items())
    config.write_text(f'[models.m]\nlocal = "{checkpoint}"\nload = "start"\n{lines}')
    command = [sys.executable, "-m", "qwenchat", "serve", "--config", str(config)]
    return Server(command, "/ready", places.environment())
