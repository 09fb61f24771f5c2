"""Labels that stand in the text become offsets, and nothing of the marks stays behind."""

import json
import xml.etree.ElementTree as ET

import pytest

from benchmarks.corpus import __main__ as command
from benchmarks.corpus.check import examine_review
from benchmarks.corpus.marked import convert

REVIEW = {
    "id": "proef",
    "title": "Leerreview proef",
    "period": {"from": "2022-01-01", "to": "2022-12-31"},
    "participants": [],
    "documents": [
        {
            "doc": "p1_dossier.txt",
            "kind": "file",
            "author_role": "jeugdarts",
            "author_kind": "jeugdgezondheidszorg",
            "date": "2022-09-01",
        }
    ],
}
STORY = """
events:
- id: e1
  edtf: "2022-03-03"
  description: Jeugdarts belt moeder
  organisations: [jeugdgezondheidszorg, gezin]
  moment: true
"""
SOURCE = """<e id="e1"><d v="2022-03-03" t="date">3 maart</d>: <i f="jeugdgezondheidszorg"
to="gezin" c="contactpoging" r="nee">gebeld met mw. <n id="moeder">Tal &amp; Zn</n></i></e>.
<f l="keten" v="-" c="K03">Niemand wist van elkaar.</f>
<k a="gezin" o="gezin" e="e1" how="wist_niet">Ik wist van niks.</k>"""


@pytest.fixture
def marked(tmp_path):
    folder = tmp_path / "marked"
    (folder / "sources").mkdir(parents=True)
    (folder / "review.json").write_text(json.dumps(REVIEW), "utf-8")
    (folder / "story.yaml").write_text(STORY, "utf-8")
    (folder / "sources" / "p1_dossier.xml").write_text(SOURCE, "utf-8")
    return folder


def layer(folder, name):
    return json.loads((folder / "gold" / f"{name}.json").read_text("utf-8"))


def test_a_marked_review_is_a_sound_one(marked, tmp_path):
    into = tmp_path / "proef"
    assert command.main(["from-marked", str(marked), str(into)]) == 0

    found = [f.what for f in examine_review(into, into / "gold")]

    assert found == []
    assert "<" not in (into / "sources" / "p1_dossier.txt").read_text("utf-8")


def test_labels_inherit_from_the_telling_around_them(marked, tmp_path):
    convert(marked, tmp_path)
    [interaction] = layer(tmp_path, "interactions")
    [event] = layer(tmp_path, "events")
    [account] = event["accounts"]

    assert (interaction["event"], interaction["edtf"]) == ("e1", "2022-03-03")
    assert interaction["text"] == "gebeld met mw. Tal & Zn"
    assert account["date_as_told"] == "3 maart"
    assert account["teller_kind"] == "jeugdgezondheidszorg"
    assert account["contemporaneous"] is True
    assert layer(tmp_path, "crucial_moments")[0]["accounts"] == event["accounts"]


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ('<e id="e9">Gebeld.</e>', KeyError),
        ("<b>Gebeld.</b>", KeyError),
        ('<e id="e1">Gebeld.', ET.ParseError),
    ],
    ids=["an event that the story lacks", "an unknown mark", "a mark left open"],
)
def test_a_marked_source_that_is_wrong_is_refused(marked, tmp_path, source, error):
    (marked / "sources" / "p1_dossier.xml").write_text(source, "utf-8")

    with pytest.raises(error):
        convert(marked, tmp_path / "out")
