"""How the journal tells which corrections still hold."""

import json

from ltnlp.casework.correct import correct
from ltnlp.casework.entries import DONE_NL, HOLDS_NL, TAKEN_BACK_NL, entries
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.corrections import Do
from tests import builders as make
from tests.homes import TODAY


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


def test_every_kind_of_correction_has_its_words():
    assert set(DONE_NL) == set(Do)
