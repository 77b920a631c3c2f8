"""`qwenchat serve`: OpenAI and DashScope clients are answered over HTTP."""

import argparse
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qwenchat.protocol.responder import Responder


def add(serve: argparse.ArgumentParser) -> None:
    """Give the parser `serve` this command's arguments."""
    serve.add_argument("models", nargs="*", metavar="MODEL", help="tiny (the default), folders or hub names")
    serve.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="where to listen (127.0.0.1)")
    serve.add_argument("--port", default=8000, type=int, metavar="N", help="0 takes any that is free (8000)")
    serve.add_argument("--strict", action="store_true", help="refuse what the hosted service's brief refuses")
    serve.add_argument("--log-format", choices=("text", "json"), default="text", help="of the line a request")
    serve.add_argument("--drain", default=30.0, type=float, metavar="SECONDS", help="for answers after SIGTERM (30)")
    serve.add_argument("--max-running", default=256, type=int, metavar="N", help="requests at a time (256)")
    running = serve.add_argument_group("how the models run")
    running.add_argument("--quantization", metavar="KIND", help="int8: less memory, faster")
    running.add_argument("--threads", type=int, metavar="N", help="cores to use; all by default")
    running.add_argument("--cache-gib", type=float, metavar="X", help="memory for keys and values, a model")
    serve.add_argument("--debug", action="store_true", help="show where an error came from")


def run(args: argparse.Namespace) -> int:
    """Serve until a signal comes; the exit status."""
    from qwenchat.server import Roster, Service, Settings, serve

    settings = Settings(
        host=args.host,
        port=args.port,
        strict=args.strict,
        max_running=args.max_running,
        drain_s=args.drain,
        json_log=args.log_format == "json",
    )
    keywords = {"quantization": args.quantization, "threads": args.threads, "cache_gib": args.cache_gib}
    asked = args.models or ["tiny"]
    models = {_served_as(source): _local(source, keywords) for source in asked}
    serve(Service(settings, Roster(models, {source: _served_as(source) for source in asked})))
    return 0


def _served_as(source: str) -> str:
    """The name that clients say: a folder's own, without the path to it."""
    return os.path.basename(os.path.normpath(source)) if os.path.isdir(source) else source


def _local(name: str, keywords: dict[str, object]) -> "Callable[[], Responder]":
    def load() -> "Responder":
        from qwenchat.chat import AutoModelForCausalLM, AutoTokenizer
        from qwenchat.chat.responder import LocalResponder

        return LocalResponder(
            AutoModelForCausalLM.from_pretrained(name, **keywords), AutoTokenizer.from_pretrained(name)
        )

    return load
