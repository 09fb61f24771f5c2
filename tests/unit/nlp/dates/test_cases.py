"""The cases of tests/cases/dates: known failures are a ratchet, exact both ways."""

import json
from pathlib import Path
from typing import Any

import pytest

from ltnlp.domain.edtf import bounds_of
from ltnlp.nlp.dates import annotate

FOLDER = Path(__file__).parents[3] / "cases" / "dates"
KNOWN = json.loads((FOLDER / "known_failures.json").read_text(encoding="utf-8"))
FILES = sorted(f for f in FOLDER.glob("*.json") if f.name != "known_failures.json")


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


@pytest.mark.parametrize("file", FILES, ids=[f.stem for f in FILES])
def test_cases_fail_exactly_where_known(file: Path) -> None:
    group = json.loads(file.read_text(encoding="utf-8"))
    failures = [
        case["text"]
        for case in group["cases"]
        if answered(group, case) != case["dates"]
    ]
    assert failures == KNOWN.get(file.stem, [])


@pytest.mark.parametrize("file", FILES, ids=[f.stem for f in FILES])
def test_the_labels_are_edtf(file: Path) -> None:
    group = json.loads(file.read_text(encoding="utf-8"))
    for case in group["cases"]:
        for text, edtf in case["dates"]:
            assert text in case["text"]
            assert edtf is None or bounds_of(edtf) is not None
