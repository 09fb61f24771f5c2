"""A correction that lost its place: placed again, or laid to rest, and so in every run."""

import json

import pytest

from ltnlp.casework.correct import correct
from ltnlp.casework.entries import RESTING_NL, entries
from ltnlp.casework.intake import Upload, add_sources, replacing
from ltnlp.casework.lost import journal_sheet, lay_to_rest, place_again
from ltnlp.casework.reconstruct import reconstruct
from ltnlp.casework.reviews import Intake, load_sources, new_review
from ltnlp.domain.corrections import Do
from ltnlp.domain.errors import InputError
from ltnlp.domain.events import Status
from tests.homes import TODAY

TOLD = """\
Interviewer: Wat gebeurde er?
Wijkteam: Op 4 maart 2024 belde de basisschool het wijkteam.
Interviewer: En toen?
Wijkteam: Op 2 april 2024 heeft het wijkteam het gezin bezocht.
"""
OTHER = """\
Interviewer: Wat weet u nog?
Huisarts: Op 9 juni 2024 heeft de huisarts moeder doorverwezen naar de psycholoog.
Interviewer: En daarna?
Huisarts: Op 1 juli 2024 had zij een intake bij de psycholoog.
"""


@pytest.fixture
def review(home) -> str:
    """A review whose corrections lost their words: a date, a join, and one added."""
    made = new_review(home, Intake(title="x"), today=TODAY)
    add_sources(home, made, [Upload(content=TOLD.encode(), file_name="een.txt")])
    reconstruct(home, made)
    call, visit = home.store(made).timeline().events
    told = [
        {
            "do": "redate",
            "event": call.id,
            "edtf": "2024-03-05",
            "why": "agenda",
            "turn": 1,
        },
        {"do": "join", "events": [call.id, visit.id]},
        {
            "do": "add",
            "what": "Niemand belde terug",
            "document": "s001",
            "start": TOLD.index("Op 4 maart"),
            "end": TOLD.index(" het wijkteam."),
        },
    ]
    done = correct(home, made, [json.dumps(one) for one in told])
    assert done.refused == ()
    (record,) = load_sources(home, made).records
    other = Upload(content=OTHER.encode(), file_name="twee.txt")
    add_sources(home, made, [replacing(other, record.document.slot)])
    reconstruct(home, made)
    return made


def lost_of(home, review: str) -> dict[str, str]:
    return {one.entry.do: one.entry.id for one in journal_sheet(home, review).lost}


def test_what_found_nothing_stands_apart_with_events_to_place_it_at(home, review):
    sheet = journal_sheet(home, review)
    assert not sheet.pending
    assert [one.do for one in sheet.entries] == [
        "toegevoegd", "samengevoegd", "andere datum",
    ]  # fmt: skip
    offered = {one.entry.do: len(one.events) for one in sheet.lost}
    number = len(home.store(review).timeline().events)
    assert offered == {"andere datum": number, "samengevoegd": 0, "toegevoegd": 0}


def test_events_of_its_own_source_are_offered_first(home, review):
    mail = "School: Op 5 januari 2024 belde de school moeder.\n"
    own = "Wijkteam: Op 9 februari 2024 belde de huisarts het wijkteam.\n"
    other = Upload(content=mail.encode(), file_name="drie.txt")
    again = replacing(Upload(content=own.encode(), file_name="vier.txt"), "s001")
    add_sources(home, review, [other, again])
    reconstruct(home, review)
    (mine,) = (d.id for d in home.store(review).documents() if d.slot == "s001")
    (redate,) = (
        one
        for one in journal_sheet(home, review).lost
        if one.entry.do == "andere datum"
    )
    near = [any(a.document == mine for a in e.accounts) for e in redate.events]
    assert near[0]
    assert not any(near[1:])
    assert len(near) > 1


def test_placed_again_it_holds_on_every_run(home, review):
    event = home.store(review).timeline().events[-1]
    place_again(
        home, review, lost_of(home, review)["andere datum"], event.id, by="casegroep"
    )
    assert "andere datum" not in lost_of(home, review)
    assert journal_sheet(home, review).pending
    *_, again, rest = home.store(review).corrections()
    assert (again.do, again.by, again.why) == (Do.REDATE, "casegroep", "agenda")
    assert "turn" not in again.values
    assert rest.do is Do.LAY_TO_REST
    for _ in range(2):
        reconstruct(home, review)
        events = {one.id: one for one in home.store(review).timeline().events}
        assert events[event.id].date.edtf == "2024-03-05"
        assert events[event.id].status is Status.CONFIRMED
        assert "andere datum" not in lost_of(home, review)
    assert not journal_sheet(home, review).pending


def test_laid_to_rest_it_is_kept_to_be_read_and_asked_for_no_more(home, review):
    join = lost_of(home, review)["samengevoegd"]
    lay_to_rest(home, review, join, by="begeleider", why="de bron is weg")
    reconstruct(home, review)
    assert "samengevoegd" not in lost_of(home, review)
    told = {one.id: one for one in entries(home, review)}
    assert told[join].stands_nl == RESTING_NL
    last = entries(home, review)[-1]
    assert (last.do, last.why) == ("vervallen verklaard", "de bron is weg")
    assert told[join].about in last.about


def test_what_a_person_added_stays_when_its_place_is_laid_to_rest(home, review):
    lay_to_rest(home, review, lost_of(home, review)["toegevoegd"], by="begeleider")
    reconstruct(home, review)
    assert "toegevoegd" not in lost_of(home, review)
    said = [event.what for event in home.store(review).timeline().events]
    assert "Niemand belde terug" in said


def test_what_is_not_lost_can_be_neither_placed_nor_laid_to_rest(home, review):
    join = lost_of(home, review)["samengevoegd"]
    event = home.store(review).timeline().events[0].id
    with pytest.raises(InputError, match="cannot be placed"):
        place_again(home, review, join, event, by="begeleider")
    with pytest.raises(InputError, match="cannot be placed"):
        place_again(
            home, review, lost_of(home, review)["andere datum"], "weg", by="begeleider"
        )
    lay_to_rest(home, review, join, by="begeleider")
    with pytest.raises(InputError, match="no lost correction"):
        lay_to_rest(home, review, join, by="begeleider")
