"""How the journal tells which corrections still hold."""

import json
import re

import pytest

from ltnlp.casework.correct import correct
from ltnlp.casework.entries import DONE_NL, HOLDS_NL, TAKEN_BACK_NL, entries
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.casework.versions import keep_version
from ltnlp.domain.corrections import Do, Orphan
from tests import builders as make
from tests.homes import TODAY
from tests.unit.casework.test_report import review_in

ACT = "the first of the graph"


def journal_of(home, *lines: dict[str, object]) -> list[str]:
    review = new_review(home, Intake(title="x"), today=TODAY)
    done = correct(home, review, [json.dumps(line) for line in lines])
    assert done.refused == ()
    return [entry.stands_nl for entry in entries(home, review)]


def test_one_missed_name_takes_back_no_other(home):
    told = [{"do": "name", "text": "Fokkelien"}, {"do": "name", "text": "Tjardo"}]
    assert journal_of(home, *told) == [HOLDS_NL, HOLDS_NL]
    told.append({"do": "not_name", "text": "Tjardo"})
    assert journal_of(home, *told) == [HOLDS_NL, TAKEN_BACK_NL, HOLDS_NL]


def test_a_split_takes_back_the_join_of_the_same_person_only(home):
    joined = {"do": "join_persons", "persons": ["p1", "p2"]}
    other = {"do": "split_person", "person": "p9", "variants": ["Anna"]}
    same = {"do": "split_person", "person": "p2", "variants": ["Tom"]}
    assert journal_of(home, joined, other)[0] == HOLDS_NL
    assert journal_of(home, joined, same)[0] == TAKEN_BACK_NL


def test_an_event_is_named_by_what_it_is_called_now(home):
    review = new_review(home, Intake(title="x"), today=TODAY)
    event = make.event("e1", what="Oma belde", formerly=("e0",))
    home.store(review).save_timeline(make.timeline(event), ())
    told = {"do": "join", "events": ["e0", "e9"], "why": "zelfde gesprek"}
    correct(home, review, [json.dumps(told)])
    (entry,) = entries(home, review)
    assert entry.do == "samengevoegd"
    assert entry.about == "Oma belde (e0), e9"


def test_an_account_that_was_joined_is_named_by_its_own_words(home):
    review = new_review(home, Intake(title="x"), today=TODAY)
    accounts = (make.account("a1", wording="Oma belde."), make.account("a2"))
    event = make.event("e1", what="Een gesprek", accounts=accounts)
    home.store(review).save_timeline(make.timeline(event), ())
    correct(home, review, [json.dumps({"do": "join", "events": ["a1", "e1"]})])
    (entry,) = entries(home, review)
    assert entry.about == "Oma belde. (a1), Een gesprek (e1)"


@pytest.mark.parametrize(
    ("told", "about"),
    [
        ({"do": "accept_factor", "factor": "f1"}, r".+ \(f1\)"),
        (
            {"do": "confirm_pattern", "pattern": "pingpong"},
            r"heen en weer .+ \(pingpong\)",
        ),
        ({"do": "confirm_interaction", "interaction": ACT}, r"\w.* → \w.*, \w+ \(.+\)"),
    ],
    ids=["a factor", "a pattern", "an interaction"],
)
def test_what_is_no_event_is_named_too(home, told, about):
    review = review_in(home)
    act = home.store(review).graph().interactions[0].id
    told = {name: act if value == ACT else value for name, value in told.items()}
    correct(home, review, [json.dumps(told)])
    (entry,) = entries(home, review)
    assert re.fullmatch(about, entry.about)


def test_every_kind_of_correction_has_its_words():
    assert set(DONE_NL) == set(Do)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"do": "redate", "event": "e1", "edtf": "2023-05-12"}, "12 mei 2023"),
        ({"do": "edit", "event": "e1", "what": "Oma mailde"}, "Oma mailde"),
        (
            {"do": "edit", "event": "e1", "what": "Oma mailde", "realised": "nee"},
            "Oma mailde (niet gebeurd)",
        ),
        (
            {"do": "edit_interaction", "interaction": "i1", "realised": "poging"},
            "(poging)",
        ),
        ({"do": "add", "what": "Oma mailde"}, ""),
        ({"do": "confirm", "event": "e1"}, ""),
    ],
    ids=[
        "a date",
        "words",
        "an outcome",
        "of an act",
        "what was added is what it is about",
        "nothing",
    ],
)
def test_an_entry_tells_the_date_or_the_words_that_were_given(home, told, said):
    review = new_review(home, Intake(title="x"), today=TODAY)
    correct(home, review, [json.dumps(told)])
    (entry,) = entries(home, review)
    assert entry.said == said


@pytest.mark.parametrize("lost", [True, False], ids=["lost", "under another id"])
def test_an_event_that_is_gone_is_named_as_it_was_called_when_it_was_there(home, lost):
    review = new_review(home, Intake(title="x"), today=TODAY)
    store = home.store(review)
    for what in ("Oma belde", "Oma belde aan"):
        store.save_timeline(make.timeline(make.event("e1", what=what)), ())
        keep_version(home, review)
    correct(home, review, [json.dumps({"do": "confirm", "event": "e1"})])
    (made,) = store.corrections()
    gone = Orphan(correction=made.id, why_nl="weg")
    orphans = (gone,) if lost else ()
    store.save_timeline(make.timeline(make.event("e2", what="Iets anders")), orphans)
    keep_version(home, review)
    (entry,) = entries(home, review)
    assert (entry.about, entry.lost) == ("Oma belde aan (e1)", lost)
