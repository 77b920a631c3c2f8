"""`qwenchat text`: one request to any OpenAI-style Qwen service, the answer to the screen and to a file.

The contract is the hosted service's own script's, so the same command lines, variables and files work.
"""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qwenchat.catalogue import default_model, find
from qwenchat.protocol.errors import InvalidValue

if TYPE_CHECKING:
    from qwenchat.client import Http, Service, ServiceError

FOLDER = Path("output", "qwencloud-text")
LONGEST_SHOWN = 500  # bytes of an error's body


def add(parser: argparse.ArgumentParser) -> None:
    """Give `parser` this command's arguments."""
    parser.epilog = (
        "Variables, also from .env: QWEN_API_KEY or DASHSCOPE_API_KEY, QWEN_BASE_URL (for example "
        "http://127.0.0.1:8000/v1), QWEN_REGION (Beijing)."
    )
    request = parser.add_mutually_exclusive_group(required=True)
    request.add_argument("--request", metavar="JSON", help="the body, for example '{\"messages\": […]}'")
    request.add_argument("--file", type=Path, metavar="PATH", help="a file with the body")
    parser.add_argument("--model", default=default_model(), metavar="NAME", help="%(default)s; the body's is not used")
    parser.add_argument("--stream", action="store_true", help="show the answer as it comes")
    parser.add_argument("--enable-thinking", action="store_true", help="let the model think first")
    parser.add_argument("--hide-reasoning", action="store_true", help="don't show the thought (it goes to stderr)")
    parser.add_argument("--print-response", action="store_true", help="show the answer, without --stream too")
    parser.add_argument(
        "--output", type=Path, default=FOLDER, metavar="DIR", help="where response.json goes (%(default)s)"
    )


def run(args: argparse.Namespace) -> int:
    """Ask, show and save; 1 where the service failed."""
    from qwenchat.client import Http, ServiceError
    from qwenchat.client.environment import service_from, with_dotenv

    body = _body(args)
    service = service_from(with_dotenv(os.environ, Path.cwd()))
    args.output.mkdir(parents=True, exist_ok=True)  # before anything is paid for
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        with Http() as http:
            reply = (_streamed if body["stream"] else _whole)(http, service, body, args)
    except ServiceError as error:
        print(_complaint(error), file=sys.stderr)
        return 1
    file = args.output / "response.json"
    file.write_text(json.dumps(reply, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"saved: {file}", file=sys.stderr)
    return 0


def _body(args: argparse.Namespace) -> dict[str, Any]:
    """The body as it was given, but for the model, and what options say."""
    source = "--request" if args.file is None else str(args.file)
    try:
        body = json.loads(args.request if args.file is None else args.file.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise InvalidValue(source, args.request, f"is not JSON: {error}") from None
    if not isinstance(body, dict):
        raise InvalidValue(source, body, 'give an object such as {"messages": [{"role": "user", "content": "Hi"}]}')
    body |= {"model": args.model, "stream": args.stream or body.get("stream") is True}
    return body | ({"enable_thinking": True} if args.enable_thinking else {})


def _whole(http: "Http", service: "Service", body: dict[str, Any], args: argparse.Namespace) -> dict[str, Any]:
    from qwenchat.client import ServiceError
    from qwenchat.client.whole import thought_of

    raw = http.whole(service.chat(body))
    try:
        reply: dict[str, Any] = json.loads(raw)
        message = reply["choices"][0]["message"]
    except (ValueError, LookupError, TypeError):
        raise ServiceError("the reply is no chat completion", status=200, body=raw) from None
    thought = thought_of(message)
    if args.print_response:
        _show(thought, args, sys.stderr)
        calls = message.get("tool_calls")
        _show(message.get("content") or (json.dumps(calls, ensure_ascii=False) if calls else ""), args, sys.stdout)
    return reply | ({"reasoning": thought} if thought else {})


def _streamed(http: "Http", service: "Service", body: dict[str, Any], args: argparse.Namespace) -> dict[str, Any]:
    from qwenchat.client import ChunkReader
    from qwenchat.client.whole import Whole

    row = find(args.model)
    whole, reader = Whole(repeats=row is not None and row.streams_whole), ChunkReader()
    thinking = False

    def show(chunks: list[dict[str, Any]]) -> None:
        nonlocal thinking
        for chunk in chunks:
            thought, content = whole.push(chunk)
            if thought and not args.hide_reasoning:
                print(thought, end="", flush=True, file=sys.stderr)
                thinking = True
            if content:
                print("\n" if thinking else "", end="", flush=True, file=sys.stderr)
                print(content, end="", flush=True)
                thinking = False

    for piece in http.stream(service.chat(body)):
        show(reader.push(piece))
    show(reader.end())
    print(flush=True)
    return whole.reply()


def _show(text: str, args: argparse.Namespace, to: Any) -> None:
    if text and not (to is sys.stderr and args.hide_reasoning):
        print(text, file=to)


def _complaint(error: "ServiceError") -> str:
    if error.status is None:
        return f"API error: {error}"
    body = error.body[:LONGEST_SHOWN].decode("utf-8", "replace") or error.message
    return f"API error: HTTP {error.status}: {body}"
