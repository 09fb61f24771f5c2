"""The README tells the same story as the code."""

import importlib
import re
from pathlib import Path

import pytest

from ltnlp.stages import STAGES, Stage

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_readme_names_the_stages_in_their_order() -> None:
    table = README.split("<!-- stages")[1].split("<!-- /stages -->")[0]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{s.module}` | {s.arrow} | {s.tells} |" for s in STAGES]


@pytest.mark.parametrize("stage", STAGES, ids=lambda s: s.module)
def test_each_stage_is_a_module_whose_docstring_is_its_arrow(stage: Stage) -> None:
    module = importlib.import_module(f"ltnlp.stages.{stage.module}")
    assert module.__doc__ is not None
    assert "→" in module.__doc__.splitlines()[0]


def test_the_pictures_and_pages_that_the_readme_links_exist() -> None:
    for target in set(re.findall(r"\]\(([^)#]+)\)", README)):
        assert (ROOT / target).exists(), target
