"""The layout holds: which room may import which, what stays out of the base install, and how long files get."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "qwenchat"

# Each room, and the rooms it may import. docs/map.md shows the same table.
MAY_IMPORT: dict[str, set[str]] = {
    "protocol": set(),
    "catalogue": set(),
    "gguf": set(),
    "tokens": {"gguf"},
    "kernels": set(),
    "prompts": {"protocol"},
    "models": {"kernels"},
    "checkpoints": {"models", "tokens", "kernels", "gguf"},
    "engine": {"models", "kernels", "protocol"},
    "tiny": set(),
    "guides": {"prompts", "tokens", "engine", "protocol"},
    "chat": {
        "prompts",
        "guides",
        "tokens",
        "engine",
        "checkpoints",
        "models",
        "kernels",
        "tiny",
        "protocol",
        "catalogue",
    },
    "terminal": {"chat", "protocol"},
    "client": {"protocol", "catalogue"},
    "upstreams": {"client", "protocol", "catalogue"},
    "conform": {"client", "protocol", "catalogue"},
    "server": {"chat", "upstreams", "client", "protocol", "catalogue"},
    "commands": {"server", "chat", "catalogue", "checkpoints", "client", "conform", "tiny", "protocol"},
    "cli": {"commands", "terminal", "chat", "protocol"},
    "__init__": {"chat"},
    "__main__": {"cli"},
}
# Libraries that only these places may import.
ONLY_IN = {
    "torch": {"kernels/cuda"},
    "transformers": set(),
    "starlette": {"server"},
    "uvicorn": {"server"},
    "prometheus_client": {"server"},
    "ray": {"upstreams"},
    "vllm": {"upstreams"},
    "prompt_toolkit": {"terminal"},
    "rich": {"terminal", "checkpoints", "chat/batch.py"},
    "huggingface_hub": {"checkpoints"},
    "jinja2": {"prompts"},
    "llguidance": {"guides"},
    "regex": {"tokens"},
    "dataclasses": set(),  # a record is a msgspec.Struct: docs/decisions/018-records.md
    "httpx": {"client"},
}


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Every module named by an import anywhere in the file, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield str(node.module)
            if node.module == "qwenchat":
                yield from (f"qwenchat.{alias.name}" for alias in node.names if not alias.name.startswith("__"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_every_room_is_in_the_table() -> None:
    assert {room_of(path) for path in files()} <= set(MAY_IMPORT)


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    room = room_of(path)
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "qwenchat" and len(parts) > 1 and parts[1] != room:
            assert parts[1] in MAY_IMPORT[room], f"{room} may not import {parts[1]}"
        if parts[0] in ONLY_IN:
            inside = path.relative_to(PACKAGE).as_posix()
            assert any(inside.startswith(place) for place in ONLY_IN[parts[0]]), f"{parts[0]} may not be imported here"


def test_the_table_has_no_cycle() -> None:
    done: set[str] = set()
    while len(done) < len(MAY_IMPORT):
        ready = {room for room, needs in MAY_IMPORT.items() if room not in done and needs & set(MAY_IMPORT) <= done}
        assert ready, f"a cycle among {set(MAY_IMPORT) - done}"
        done |= ready


@pytest.mark.parametrize("room", sorted(p.parent.name for p in PACKAGE.glob("*/__init__.py")))
def test_a_rooms_init_is_its_door(room: str) -> None:
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text())
    assert ast.get_docstring(tree), f"{room} doesn't say what it is"
    for node in tree.body[1:]:  # that __all__ is sorted, ruff sees to
        assert isinstance(node, ast.ImportFrom | ast.Assign), f"{room}: a door only opens"


def test_no_drawers_for_odds_and_ends() -> None:
    assert not [p for p in files() if p.stem in ("utils", "helpers", "common", "misc", "manager")]


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_and_functions_stay_short(path: Path) -> None:
    lines = path.read_text().splitlines()
    code = [line for line in lines if line.strip() and not line.strip().startswith("#")]
    assert len(code) <= 330, "split a file whose description needs 'and'"
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{node.name} doesn't fit on a screen"


def test_no_dangerous_calls() -> None:
    for path in files():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "__import__"), f"{path}: {node.func.id}"
        assert "pickle" not in set(imported(path)), path


def test_the_base_install_never_pulls_torch() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {d.split(">")[0].split("=")[0].split("[")[0].strip().lower() for d in project["dependencies"]}
    assert not names & {"torch", "transformers", "tensorflow", "jax", "accelerate"}


def test_importing_and_chatting_load_little() -> None:
    code = (
        "import sys, qwenchat\n"
        "assert not any(m.startswith('qwenchat.') for m in sys.modules), 'import qwenchat is lazy'\n"
        "qwenchat.AutoTokenizer, qwenchat.AutoModelForCausalLM\n"
        "print([m for m in sys.modules if m in ('torch', 'transformers', 'huggingface_hub', 'rich', 'prompt_toolkit')])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
