"""The corpus is sound, and a check that cannot fail is no check."""

import copy
import json
import shutil

import pytest

from benchmarks.corpus import __main__ as command
from benchmarks.corpus.check import NAMES_ONLY, PARTS, examine, examine_review
from benchmarks.corpus.places import CORPUS, EXAMPLES, LAYERS

REVIEW = "zorgen_om_baby"


def test_the_corpus_is_sound():
    assert [str(finding) for finding in examine()] == []


@pytest.fixture
def places(tmp_path):
    """A copy of one labelled review that a test may spoil."""
    for place, name in ((EXAMPLES, "examples"), (CORPUS, "corpus")):
        shutil.copytree(place / REVIEW, tmp_path / name / REVIEW)
    put_in(tmp_path, "development")
    return tmp_path


def put_in(places, part):
    """Lay the review in a part of the split."""
    split = {key: [] for key in PARTS} | {part: [REVIEW]}
    (places / "corpus" / "splits.json").write_text(json.dumps(split))


def spoil(path, change):
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content), "utf-8")


def said(places):
    return {f.what for f in examine(places / "corpus", places / "examples")}


def test_the_copy_is_sound(places):
    assert said(places) == set()


def first(change):
    return lambda rows: change(rows[0])


def put(**values):
    return first(lambda row: row.update(values))


def in_account(**values):
    return first(lambda row: row["accounts"][0].update(values))


def undated(rows):
    """The first account that tells no date at all."""
    accounts = (account for row in rows for account in row["accounts"])
    return next(a for a in accounts if not any(c.isdigit() for c in a["text"]))


def told_as_its_words(account):
    account.update(date_as_told=account["text"], date_as_told_edtf="1999")


def twice(rows):
    rows.append(copy.deepcopy(rows[0]))


SPOILT = [
    ("identifiers", first(lambda r: r.update(start=r["start"] + 1)), "the offsets"),
    ("identifiers", put(doc="absent.txt"), "no such document"),
    ("identifiers", put(label="NAME"), "unknown label"),
    ("identifiers", put(label="ROLE"), "unknown label"),
    ("identifiers", put(entity_id=""), "no entity"),
    ("dates", put(type="day"), "unknown type"),
    ("dates", put(edtf="3 mei"), "no EDTF"),
    ("dates", put(edtf="1999"), "EDTF says"),
    ("dates", put(edtf=None, earliest="1999-01-01"), "bounds without"),
    ("dates", put(reference_used="e999"), "unknown reference"),
    ("events", put(realised="misschien"), "unknown outcome"),
    ("events", put(organisations=["winkel"]), "unknown kind of organisation"),
    ("events", put(accounts=[]), "no account"),
    ("events", put(known_to=[{"actor": "winkel", "from": "x"}]), "unknown kind of a"),
    ("events", put(known_to=[{"actor": "school", "from": "x"}]), "no EDTF for since"),
    ("events", in_account(teller_kind="winkel"), "unknown kind of teller"),
    ("events", in_account(text="anders"), "the offsets"),
    ("events", in_account(date_as_told="x", date_as_told_edtf=None), "words and a"),
    (
        "events",
        in_account(date_as_told="ooit eens", date_as_told_edtf="x"),
        "no EDTF f",
    ),
    ("events", in_account(date_as_told="qq", date_as_told_edtf="1999"), "not stand in"),
    (
        "events",
        lambda rows: told_as_its_words(undated(rows)),
        "not labelled",
    ),
    ("events", twice, "two events have one id"),
    ("interactions", put(from_kind="winkel"), "unknown kind of organisation"),
    ("interactions", put(type="bellen"), "unknown class"),
    ("interactions", put(realised="ooit"), "unknown outcome"),
    ("interactions", put(edtf="ooit"), "no EDTF"),
    ("interactions", put(event="e999"), "no such event"),
    ("factors", put(level="landelijk"), "unknown level"),
    ("factors", put(valence="goed"), "unknown valence"),
    ("factors", put(factor_id="X99"), "unknown factor"),
    ("factors", put(pattern_id="PT99"), "unknown pattern"),
    ("crucial_moments", put(edtf="1999"), "not those of the event"),
    ("crucial_moments", put(event="e999"), "no such event"),
    ("knowledge", put(how="gehoord"), "unknown way"),
    ("knowledge", put(organisation_kind="winkel"), "unknown kind of organisation"),
    ("knowledge", put(known_from="ooit"), "no EDTF"),
]


@pytest.mark.parametrize(
    ("layer", "change", "expected"),
    SPOILT,
    ids=[f"{layer}: {expected} {n}" for n, (layer, _, expected) in enumerate(SPOILT)],
)
def test_what_is_spoilt_is_noticed(places, layer, change, expected):
    spoil(places / "corpus" / REVIEW / "gold" / f"{layer}.json", change)
    assert any(expected in what for what in said(places)), said(places)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda r: r.update(id="x"), "name of the folder"),
        (lambda r: r.update(period={}), "no first and last day"),
        (lambda r: r["period"].update({"from": "2999-01-01"}), "before it begins"),
        (lambda r: r["participants"][0].pop("role"), "lacks name"),
        (lambda r: r["documents"].pop(), "documents and sources"),
        (lambda r: r["documents"][0].update(kind="boek"), "unknown kind"),
        (lambda r: r["documents"][0].update(author_kind="winkel"), "unknown kind of"),
        (lambda r: r["documents"][0].update(date="gisteren"), "no day"),
        (lambda r: r["documents"][0].update(file="a.exe"), "unknown format"),
        (lambda r: r["documents"][0].update(words=1), "not 1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_spoilt_review_json_is_noticed(places, change, expected):
    spoil(places / "examples" / REVIEW / "review.json", change)
    assert any(expected in what for what in said(places)), said(places)


@pytest.mark.parametrize(
    ("split", "expected"),
    [
        ({"train": [REVIEW]}, "the parts are not"),
        ({"train": [REVIEW], "development": [REVIEW]}, "two parts"),
        ({"train": ["absent"], "development": [REVIEW]}, "not in both"),
        ({"unlabelled": [REVIEW]}, "against the split"),
    ],
)
def test_a_spoilt_split_is_noticed(places, split, expected):
    (places / "corpus" / "splits.json").write_text(json.dumps(split))
    assert any(expected in what for what in said(places)), said(places)


def test_a_review_without_an_example_is_sound(places):
    shutil.rmtree(places / "examples" / REVIEW)
    assert said(places) == set()


def test_a_review_without_an_example_is_looked_at(places):
    shutil.rmtree(places / "examples" / REVIEW)
    spoil(places / "corpus" / REVIEW / "review.json", lambda r: r.update(id="x"))
    assert any("name of the folder" in what for what in said(places)), said(places)


def test_a_review_without_a_part_is_noticed(places):
    (places / "corpus" / REVIEW).rename(places / "corpus" / "another")
    shutil.rmtree(places / "examples" / REVIEW)
    assert {what for what in said(places) if "not in both" in what} == {
        "another stands in the split or in a folder, not in both",
        f"{REVIEW} stands in the split or in a folder, not in both",
    }


def test_a_missing_layer_is_noticed(places):
    (places / "corpus" / REVIEW / "gold" / "dates.json").unlink()
    assert "there is no such file" in said(places)


@pytest.mark.parametrize("part", NAMES_ONLY)
def test_a_review_for_names_has_identifiers_and_no_more(places, part):
    put_in(places, part)
    assert said(places) == {"its part has no such layer"}
    gold = places / "corpus" / REVIEW / "gold"
    for layer in LAYERS[1:]:
        (gold / f"{layer}.json").unlink()
    assert said(places) == set()
    (gold / "identifiers.json").unlink()
    assert said(places) == {"there is no such file"}


def test_a_finding_quotes_no_text(places):
    gold = places / "corpus" / REVIEW / "gold"
    spoil(gold / "identifiers.json", put(text="Blankestijn"))
    (finding,) = examine_review(places / "examples" / REVIEW, gold)
    assert "Blankestijn" not in str(finding)
    assert str(finding).startswith(f"{REVIEW}/identifiers[0]")


def test_the_command_tells_that_all_is_well(capsys):
    assert command.main(["check"]) == 0
    assert capsys.readouterr().out == "0 findings\n"
