"""Corrections go into the journal: understood or refused, names sealed, places kept."""

import datetime as dt
import json

import pytest

from ltnlp.casework.correct import correct
from ltnlp.casework.intake import Upload, add_sources, replacing
from ltnlp.casework.journal import MOVED_NL, NOBODY_NL, journal, orphaned_names
from ltnlp.casework.release import REGISTRY
from ltnlp.casework.reviews import Intake, end, load_sources, new_review
from ltnlp.domain.corrections import Do
from ltnlp.domain.errors import StateError, UnknownReviewError
from ltnlp.domain.interactions import InteractionGraph
from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.reviews import ReviewState
from ltnlp.domain.spans import Span
from tests import builders as make

TODAY = dt.date(2024, 5, 1)
TEXT = "Noor Blankestijn belde op 3 mei. Daarna kwam Noor langs."
ENTITY = Entity(
    id="p1",
    label=Label.PERSON,
    pseudonym="[Moeder-1]",
    role="moeder",
    variants=("Noor Blankestijn", "Blankestijn", "Noor"),
)


@pytest.fixture
def review(home) -> str:
    made = new_review(home, Intake(title="x"), today=TODAY)
    add_sources(
        home, made, [Upload(content=TEXT.encode(), file_name="a.txt", label="d1.txt")]
    )
    registry = Registry(entities=(ENTITY,), taken=("[Moeder-1]",))
    home.vault(made, purpose=Purpose.CHECK).keep(REGISTRY, registry)
    return made


def put(home, review, *lines):
    return correct(home, review, [json.dumps(line) for line in lines])


def test_a_correction_is_kept_with_who_and_why(home, review):
    line = {
        "do": "redate",
        "event": "e1",
        "edtf": "2023-05",
        "by": "lid",
        "why": "mail",
    }
    assert put(home, review, line).appended == 1
    (kept,) = home.store(review).corrections()
    assert (kept.do, kept.target, kept.by, kept.why) == (Do.REDATE, "e1", "lid", "mail")
    assert kept.values == {"edtf": "2023-05"}
    assert kept.at.tzinfo is not None


def test_the_same_line_twice_is_one_correction(home, review):
    line = {"do": "confirm", "event": "e1"}
    done = put(home, review, line, line)
    assert (done.appended, done.known_before) == (1, 1)
    turned = {"event": "e1", "do": "confirm"}
    assert put(home, review, turned).known_before == 1


@pytest.mark.parametrize("name", ["d1.txt", "s001"])
def test_a_document_goes_by_label_and_slot(home, review, name):
    put(home, review, {"do": "not_name", "document": name, "start": 0, "end": 4})
    (kept,) = home.store(review).corrections()
    assert (kept.slot, kept.span) == ("s001", Span(start=0, end=4))
    assert kept.quote == home.key(review).fingerprint(b"Noor")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "geen geldige regel"),
        ("3", "geen geldige regel"),
        ("[" * 100_000, "geen geldige regel"),
        ('{"do": "dansen"}', "geen geldige regel"),
        ('{"do": "confirm", "event": "e1", "by": null}', "geen geldige regel"),
        ('{"do": "confirm"}', "niet bij waar"),
        ('{"do": "redate", "event": "e1"}', "ontbreekt: edtf"),
        ('{"do": "redate", "event": "e1", "edtf": "ooit"}', "EDTF"),
        ('{"do": "name", "document": "d9.txt", "start": 0, "end": 1}', "hoort niet"),
        ('{"do": "name", "document": "d1.txt", "start": 4, "end": 4}', "niet voor"),
        ('{"do": "name", "document": "d1.txt", "start": 4, "end": 999}', "buiten"),
        ('{"do": "name", "text": "Pip", "label": "NAAM"}', "label"),
        ('{"do": "edit", "event": "e1", "what": "Noor belde"}', "naam"),
        ('{"do": "confirm", "event": "e1", "why": "zei Blankestijn"}', "naam"),
        ('{"do": "confirm", "event": "e1", "by": "Noor Blankestijn"}', "naam"),
        ('{"do": "rename", "person": "p1", "pseudonym": "Blankestijn"}', "naam"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_its_line(home, review, line, why):
    done = correct(home, review, ["", '{"do": "confirm", "event": "e9"}', line])
    assert done.appended == 1
    ((number, told),) = done.refused
    assert number == 3
    assert why in told
    assert "Blankestijn" not in told


def test_names_in_a_correction_lie_in_the_vault_only(home, review):
    put(
        home,
        review,
        {"do": "name", "text": "Pip Vossenstein"},
        {"do": "split_person", "variants": ["Noor", "Pip"]},
    )
    kept = home.store(review).corrections()
    assert "Pip" not in repr(kept)
    shown = journal(home, review).corrections
    assert shown[0].one("text") == "Pip Vossenstein"
    assert shown[1].all_of("variants") == ("Noor", "Pip")


def changed(home, review, text):
    upload = Upload(content=text.encode(), file_name="b.txt")
    add_sources(home, review, [replacing(upload, "s001")])


def test_a_place_moves_with_its_words(home, review):
    start = TEXT.index("Noor langs")
    put(
        home,
        review,
        {"do": "name", "document": "d1.txt", "start": start, "end": start + 4},
    )
    new = "Vooraf. " + TEXT
    changed(home, review, new)
    (moved,) = journal(home, review).corrections
    assert moved.span.of(new) == "Noor"
    assert moved.span.start == start + 8


def test_words_that_are_gone_make_an_orphan_and_hit_nothing_else(home, review):
    put(home, review, {"do": "not_name", "document": "d1.txt", "start": 0, "end": 4})
    changed(home, review, "Een ander verhaal over iets heel anders.")
    found = journal(home, review)
    assert found.corrections == ()
    assert [orphan.why_nl for orphan in found.orphans] == [MOVED_NL]
    assert len(home.store(review).corrections()) == 1


def test_an_added_event_outlives_its_place(home, review):
    line = {"do": "add", "what": "overleg", "document": "d1.txt", "start": 0, "end": 4}
    put(home, review, line)
    changed(home, review, "Anders.")
    found = journal(home, review)
    assert [c.span for c in found.corrections] == [None]
    assert len(found.orphans) == 1


def test_corrections_of_persons_who_are_gone_are_orphans():
    registry = Registry(entities=(ENTITY,))
    corrections = [
        make.correction("a", Do.RENAME, target="p1", values={"pseudonym": "[Oma-1]"}),
        make.correction("b", Do.RENAME, target="p9", values={"pseudonym": "[Oma-1]"}),
        make.correction(
            "c", Do.JOIN_PERSONS, target=None, values={"persons": ("p8", "p9")}
        ),
        make.correction(
            "d", Do.JOIN_PERSONS, target=None, values={"persons": ("p1", "p9")}
        ),
        make.correction("e", Do.CONFIRM),
    ]
    found = {o.correction: o.why_nl for o in orphaned_names(corrections, registry)}
    assert found == {"b": NOBODY_NL, "c": NOBODY_NL}


def test_a_closed_or_unknown_review_takes_no_corrections(home, review):
    end(home, review, state=ReviewState.CLOSED, today=TODAY)
    with pytest.raises(StateError):
        put(home, review, {"do": "confirm", "event": "e1"})
    with pytest.raises(UnknownReviewError):
        put(home, "absent", {"do": "confirm", "event": "e1"})


def test_the_log_counts_and_quotes_nothing(home, review):
    put(home, review, {"do": "confirm", "event": "e1", "by": "lid", "why": "gezien"})
    entry = home.system().audit_log()[-1]
    assert (entry.action, entry.by_role, entry.count) == ("corrections added", "lid", 1)
    assert "gezien" not in repr(entry)


def test_a_stranger_in_what_is_told_is_left_out(home, review):
    """The journal is read by many, and the review has no pseudonym for her."""
    lines = [
        {"do": "add", "what": "Zwaantje Pollema belde school", "edtf": "2023"},
        {"do": "view", "event": "e1", "words": "Volgens Zwaantje Pollema niet."},
        {"do": "confirm", "event": "e1", "why": "nagevraagd bij Zwaantje Pollema"},
    ]
    assert put(home, review, *lines).appended == 3
    added, seen, confirmed = home.store(review).corrections()
    assert added.one("what") == "[weggelaten] belde school"
    assert seen.one("words") == "Volgens [weggelaten] niet."
    assert confirmed.why == "nagevraagd bij [weggelaten]"


@pytest.mark.parametrize(
    "line",
    [
        {"do": "rename", "person": "p1", "pseudonym": "Tante Zwaantje"},
        {"do": "confirm", "event": "e1", "by": "Zwaantje Pollema"},
        {
            "do": "generalise",
            "text": "de tweeling",
            "instead": "de kinderen van Zwaantje Pollema",
        },
    ],
    ids=["a pseudonym", "who decides", "a wording"],
)
def test_a_stranger_in_what_stays_as_it_is_is_refused(home, review, line):
    done = put(home, review, line)
    assert done.appended == 0
    assert "gebruik een rol" in done.refused[0][1]


@pytest.fixture
def connected(home, review) -> str:
    """A review with one interaction in its first words."""
    store = home.store(review)
    (record,) = load_sources(home, review).records
    one = make.interaction(document=record.document.id, source=Span(start=0, end=30))
    store.save_timeline(make.timeline(), ())
    store.save_graph(InteractionGraph(interactions=(one,), parties=()))
    return review


def test_a_correction_of_an_interaction_remembers_what_it_was(home, connected):
    line = {"do": "edit_interaction", "interaction": "i1", "type": "advies"}
    done = put(home, connected, line, {**line, "to_kind": "sterrenwacht"})
    assert done.refused == ((2, "Deze soort organisatie is niet bekend."),)
    (kept,) = home.store(connected).corrections()
    assert (kept.one("type"), kept.one("type_was")) == ("advies", "melding")
    assert (kept.one("from_was"), kept.one("to_was")) == ("basisschool", "veilig_thuis")
    assert [(a.name, a.span) for a in kept.anchors] == [("i1", Span(start=0, end=30))]


def test_an_unknown_interaction_is_kept_to_be_looked_for(home, connected):
    put(home, connected, {"do": "reject_interaction", "interaction": "weg"})
    (kept,) = home.store(connected).corrections()
    assert (kept.target, kept.one("type_was")) == ("weg", None)
