"""What the README shows works as shown."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).parents[1] / "README.md").read_text()


def block(language: str, after: str = "") -> str:
    found = re.search(rf"{re.escape(after)}\s*```{language}\n(.*?)```", README, re.DOTALL)
    assert found, f"the README has no {language} block after {after!r}"
    return found[1]


def test_the_first_command_answers() -> None:
    install, _, command = block("sh", "<!-- main -->").strip().partition(" && ")
    assert install == "pip install ."
    assert command.startswith("qwenchat chat ")
    qwenchat = shutil.which("qwenchat", path=str(Path(sys.executable).parent)) or shutil.which("qwenchat")
    assert qwenchat, "the package is not installed"
    said = subprocess.run(
        command.replace("qwenchat", qwenchat, 1), shell=True, capture_output=True, text=True, check=True
    )
    assert len(said.stdout.split()) > 3
    assert not said.stderr


def test_the_snippet_runs() -> None:
    snippet = block("python")
    assert len([line for line in snippet.splitlines() if line.strip()]) <= 8
    said = subprocess.run([sys.executable, "-c", snippet], capture_output=True, text=True, check=True).stdout
    assert said.strip()


def test_the_files_it_points_to_are_there() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (Path(__file__).parents[1] / target).exists(), target
