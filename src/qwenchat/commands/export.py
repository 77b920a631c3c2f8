"""`qwenchat export`: the embedded model as files that other programs load, in hub layout or as one GGUF file."""

import argparse
import shutil
from pathlib import Path

from qwenchat import tiny
from qwenchat.checkpoints import export_gguf
from qwenchat.protocol.errors import InvalidValue


def add(parser: argparse.ArgumentParser) -> None:
    """Give `parser` this command's arguments."""
    parser.add_argument("model", metavar="MODEL", help="tiny, or the folder of a dense Qwen3")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write; made if it isn't there")
    parser.add_argument("--gguf", action="store_true", help="one file for llama.cpp instead of the hub's layout")


def run(args: argparse.Namespace) -> int:
    """Write the files and say where they are."""
    source = tiny.folder() if args.model == "tiny" else Path(args.model)
    if not (source / "config.json").is_file():
        raise InvalidValue("MODEL", args.model, "tiny, or a folder with a config.json")
    args.folder.mkdir(parents=True, exist_ok=True)
    name = "tiny" if args.model == "tiny" else source.resolve().name
    if args.gguf:
        written = args.folder / f"{name}.gguf"
        export_gguf(source, written, name)
    else:
        written = args.folder
        for path in sorted(p for p in source.iterdir() if p.is_file() and not p.name.startswith(".")):
            shutil.copyfile(path, args.folder / path.name)
    print(written)
    return 0
