"""The files of the examples hold exactly the texts that they are made from."""

import json
from pathlib import Path

import pytest

from examples.make_files import MAKERS, make_files
from ltnlp.reading import read

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/review.json"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("made")
    make_files(EXAMPLES, target)
    return target


@pytest.mark.parametrize("name", NAMES)
def test_a_made_file_reads_as_its_text(made: Path, name: str) -> None:
    told = json.loads((made / name / "review.json").read_text("utf-8"))
    for document in told["documents"]:
        sources = made / name / "sources"
        text = (sources / document["doc"]).read_text("utf-8")
        content = (sources / document["file"]).read_bytes()
        assert read(content, name=document["file"]).text.rstrip("\n") == text.rstrip(
            "\n"
        )


@pytest.mark.parametrize("ending", MAKERS)
def test_the_same_text_gives_the_same_bytes(ending: str) -> None:
    text = "Van: Ada\nAan: Bo\n\nDatum | Wat\n3-3-2024 | melding\n"
    assert MAKERS[ending](text) == MAKERS[ending](text)
