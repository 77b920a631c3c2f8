"""Every snippet of the pages about tools and thinking runs as written."""

import re
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["thinking.md", "tools.md"])
def test_every_snippet_runs(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    snippets = re.findall(r"```python\n(.*?)```", (PAGES / page).read_text(), re.DOTALL)
    assert snippets
    for snippet in snippets:
        exec(compile(snippet, page, "exec"), {"__name__": "snippet"})
        assert capsys.readouterr().out.strip()
