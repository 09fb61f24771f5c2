"""The cases of single expressions: known failures are a ratchet, exact both ways.

`dates` was written with the rules at hand and guards them. `dates_held_out` was written
to measure: 115 of its 120 labels were right when it was first read, and no rule is made
for one of its sentences.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from ltnlp.domain.edtf import bounds_of
from ltnlp.nlp.dates import annotate

CASES = Path(__file__).parents[3] / "cases"
FOLDERS = (CASES / "dates", CASES / "dates_held_out")
KNOWN = {
    folder.name: json.loads(
        (folder / "known_failures.json").read_text(encoding="utf-8")
    )
    for folder in FOLDERS
}
FILES = sorted(
    file
    for folder in FOLDERS
    for file in folder.glob("*.json")
    if file.name != "known_failures.json"
)
IDS = [f"{file.parent.name}-{file.stem}" for file in FILES]


def answered(group: dict[str, Any], case: dict[str, Any]) -> list[list[str | None]]:
    record = {
        "id": "case",
        "text": case["text"],
        "reference": group.get("reference"),
        "context": group.get("context"),
    }
    dates = annotate(record)["dates"]
    for date in dates:
        assert case["text"][date["start"] : date["end"]] == date["text"]
    return [[date["text"], date["edtf"]] for date in dates]


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_cases_fail_exactly_where_known(file: Path) -> None:
    group = json.loads(file.read_text(encoding="utf-8"))
    failures = [
        case["text"]
        for case in group["cases"]
        if answered(group, case) != case["dates"]
    ]
    assert failures == KNOWN[file.parent.name].get(file.stem, [])


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_the_labels_are_edtf(file: Path) -> None:
    group = json.loads(file.read_text(encoding="utf-8"))
    for case in group["cases"]:
        for text, edtf in case["dates"]:
            assert text in case["text"]
            assert edtf is None or bounds_of(edtf) is not None
