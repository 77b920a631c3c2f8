"""What happens around answers: clients that leave, signals, limits, and what a server says of itself."""

import json
import re
import signal
import socket
import threading
import time

import httpx
import openai

from tests.server.conftest import Server, Start


def running(server: Server) -> int:
    return server.get("/health").json()["running"]


def wait_for_rest(server: Server, seconds: float = 5) -> float:
    """How long it took until nothing was running."""
    began = time.monotonic()
    while running(server):
        assert time.monotonic() - began < seconds
        time.sleep(0.02)
    return time.monotonic() - began


def test_a_client_that_leaves_takes_its_answer_with_it(server: Server) -> None:
    for stream in (True, False):
        body = {"model": "endless", "messages": [{"role": "user", "content": "Go"}], "stream": stream}
        with httpx.Client(timeout=0.3 if not stream else 30) as client:
            try:
                with client.stream("POST", server.url + "/v1/chat/completions", json=body) as reply:
                    parts = reply.iter_bytes()  # kept: collecting it would close the connection
                    next(parts)
                    assert running(server) == 1
            except httpx.ReadTimeout:
                pass
        wait_for_rest(server)


def test_a_storm_of_clients_that_leave_leaves_nothing(server: Server) -> None:
    def leave() -> None:
        body = {"model": "endless", "messages": [{"role": "user", "content": "Go"}], "stream": True}
        with httpx.stream("POST", server.url + "/v1/chat/completions", json=body, timeout=30) as reply:
            next(reply.iter_bytes())

    storm = [threading.Thread(target=leave) for _ in range(12)]
    for thread in storm:
        thread.start()
    for thread in storm:
        thread.join()
    wait_for_rest(server, 20)
    assert server.chat({"max_tokens": 3}).status_code == 200


def test_sigterm_lets_answers_end_and_takes_no_more(start: Start, endless: str) -> None:
    server = start(endless)
    body = {"model": "endless", "messages": [{"role": "user", "content": "Go"}], "stream": True, "max_tokens": 400}
    with httpx.stream("POST", server.url + "/v1/chat/completions", json=body, timeout=30) as reply:
        lines = reply.iter_lines()
        next(lines)
        server.process.send_signal(signal.SIGTERM)
        assert list(lines)[-2:] == ["data: [DONE]", ""]
    assert server.process.wait(timeout=10) in (0, -signal.SIGTERM)


def test_draining_has_an_end(start: Start, endless: str) -> None:
    server = start(endless, "--drain", "0.5")
    body = {"model": "endless", "messages": [{"role": "user", "content": "Go"}], "stream": True}
    with httpx.stream("POST", server.url + "/v1/chat/completions", json=body, timeout=30) as reply:
        parts = reply.iter_bytes()
        next(parts)
        began = time.monotonic()
        server.stop()
        last = b"".join(parts)
    assert time.monotonic() - began < 5
    assert b'"code":"service_unavailable"' in last
    assert last.endswith(b"data: [DONE]\n\n")


def test_a_killed_server_breaks_the_stream_and_nothing_pretends_an_end(start: Start, endless: str) -> None:
    server = start(endless)
    stream = server.openai().chat.completions.create(
        model="endless", messages=[{"role": "user", "content": "Go"}], stream=True
    )
    next(iter(stream))
    server.stop(signal.SIGKILL)
    try:
        reasons = [chunk.choices[0].finish_reason for chunk in stream]
    except openai.APIConnectionError:
        return
    assert reasons == [None] * len(reasons)


def test_what_a_server_says_of_itself(server: Server) -> None:
    assert server.get("/health").json()["status"] == "ok"
    assert server.get("/ready").json() == {
        "ready": True,
        "loaded": ["tiny", "endless"],
        "loading": [],
        "failed": [],
    }
    assert re.fullmatch(r"\d+\.\d+\.\d+", server.get("/version").json()["version"])
    rows = {row["id"]: row for row in server.get("/v1/models").json()["data"]}
    assert rows["tiny"]["context_window"] == 4096
    assert [model.id for model in server.openai().models.list()] == ["tiny", "endless"]
    assert server.openai().models.retrieve("tiny").object == "model"


def test_metrics_count_what_was_served(server: Server) -> None:
    def counted(name: str) -> float:
        found = re.search(rf"^{re.escape(name)} (\S+)$", server.get("/metrics").text, re.M)
        return float(found[1]) if found else 0.0

    generated = 'qwenchat_tokens_total{kind="generated",model="endless"}'
    before = counted(generated)
    server.chat({"model": "endless", "max_tokens": 7})
    assert counted(generated) == before + 7
    assert counted('qwenchat_first_token_seconds_count{model="endless"}') >= 1
    # And what its engine tells.
    of = '{model="endless"}'
    assert counted(f"qwenchat_engine_generated_tokens_total{of}") >= 7
    assert counted(f"qwenchat_engine_first_token_seconds_count{of}") >= 1
    assert counted(f"qwenchat_engine_steps_total{of}") >= 1
    assert counted(f"qwenchat_engine_running{of}") == counted(f"qwenchat_engine_waiting{of}") == 0
    assert 0 < counted(f"qwenchat_engine_cache_blocks_free{of}") <= counted(f"qwenchat_engine_cache_blocks{of}")


def test_a_line_a_request_and_no_word_of_a_prompt(start: Start) -> None:
    server = start("tiny", "--log-format", "json")
    reply = server.chat({"messages": [{"role": "user", "content": "My secret is Rumpelstiltskin"}], "max_tokens": 4})
    server.stop()
    text = server.log.read_text()
    line = next(json.loads(line) for line in text.splitlines() if "chat/completions" in line)
    assert line["id"] == reply.headers["x-request-id"]
    assert (line["status"], line["model"], line["out"]) == (200, "tiny", reply.json()["usage"]["completion_tokens"])
    assert "Rumpelstiltskin" not in text


def raw(server: Server, request: bytes) -> bytes:
    """What comes back for bytes that no client library would send."""
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        reply = b""
        while part := connection.recv(65536):
            reply += part
        return reply


def test_heads_and_bodies_have_a_limit(server: Server) -> None:
    assert b" 431 " in raw(server, b"GET /health HTTP/1.1\r\nhost: x\r\nlong: " + b"a" * 100_000 + b"\r\n\r\n")
    head = b"POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999\r\n\r\n"
    assert b"Payload Too Large" in raw(server, head)
    assert b" 400 " in raw(server, b"nonsense\r\n\r\n")
    assert server.get("/health").status_code == 200
