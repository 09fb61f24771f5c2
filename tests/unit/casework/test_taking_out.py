"""A source taken out: what it told is gone, what people decided is kept."""

import pytest

from ltnlp.casework.decisions import recorded
from ltnlp.casework.intake import Upload, add_sources, source_text
from ltnlp.casework.lost import journal_sheet
from ltnlp.casework.progress import RunState, Stage, alone, read_state, write_state
from ltnlp.casework.reconstruct import reconstruct
from ltnlp.casework.reviews import Intake, end, load_sources, new_review
from ltnlp.casework.taking_out import take_out, taking_out
from ltnlp.casework.versions import side_by_side
from ltnlp.domain.errors import InputError, StateError
from ltnlp.domain.reviews import ReviewState
from ltnlp.stages.versions import TAKEN_OUT_NL
from tests.homes import TODAY

SCHOOL = """Op 3 mei 2024 heeft de school een melding gedaan bij Veilig Thuis.
Op 7 mei 2024 heeft de school het wijkteam gebeld over schimmel in huis.
"""
TEAM = """Op 3 mei 2024 heeft de school een melding gedaan bij Veilig Thuis.
Op 9 juni 2024 heeft het wijkteam het gezin bezocht.
"""


@pytest.fixture
def review(home) -> str:
    made = new_review(home, Intake(title="x"), today=TODAY)
    texts = (SCHOOL, TEAM)
    add_sources(
        home,
        made,
        [Upload(content=t.encode(), file_name=f"{n}.txt") for n, t in enumerate(texts)],
    )
    return made


def told(home, review: str) -> list[str]:
    timeline = home.store(review).timeline()
    return [e.what for e in timeline.events] if timeline else []


def decide(home, review: str, words: str) -> None:
    (one,) = (e for e in home.store(review).timeline().events if words in e.what)
    recorded(home, review, {"do": "confirm", "event": one.id}, by="lid", why="agenda")


def test_what_it_does_is_told_first(home, review):
    reconstruct(home, review)
    decide(home, review, "schimmel")
    out = taking_out(home, review, "s001")
    assert ["schimmel" in event.what for event in out.gone] == [True]
    assert (out.shared, out.lost, out.left, out.released) == (1, 1, 1, 0)
    assert taking_out(home, review, "s002").lost == 0
    assert load_sources(home, review).readable()[0].slot == "s001"
    with pytest.raises(InputError):
        taking_out(home, review, "s009")


def test_its_words_are_gone_old_versions_too_and_what_was_decided_is_kept(home, review):
    reconstruct(home, review)
    decide(home, review, "schimmel")
    decide(home, review, "melding")
    gone = load_sources(home, review).at("s001").document.id
    take_out(home, review, "s001", by="begeleider")
    with pytest.raises(InputError):
        source_text(home, review, gone)
    assert told(home, review) == []
    assert not home.store(review).released().passages
    assert read_state(home, review).state is Stage.NEVER
    reconstruct(home, review)
    assert {what.split()[-1] for what in told(home, review)} == {"Thuis", "bezocht"}
    sheet = journal_sheet(home, review)
    assert [TAKEN_OUT_NL in one.entry.about for one in sheet.lost] == [True]
    assert len(sheet.entries) == 2
    before = [row.before.what for row in side_by_side(home, review).rows if row.before]
    assert TAKEN_OUT_NL in before
    assert not any("schimmel" in what for what in before)


def test_it_is_audited_and_its_place_is_given_to_no_other(home, review):
    take_out(home, review, "s002", by="begeleider")
    last = home.system().audit_log()[-1]
    assert (last.action, last.by_role, last.review) == (
        "source taken out",
        "begeleider",
        review,
    )
    (new,) = add_sources(home, review, [Upload(content=b"Tekst.", file_name="n.txt")])
    assert new.slot == "s003"


def test_what_could_not_be_read_goes_without_undoing_the_run(home, review):
    (bad,) = add_sources(home, review, [Upload(content=b"\0\1", file_name="x.docx")])
    write_state(home, RunState(review=review, state=Stage.DONE))
    take_out(home, review, bad.slot, by="begeleider")
    assert read_state(home, review).state is Stage.DONE
    assert len(load_sources(home, review).records) == 2


def test_nothing_is_taken_out_of_what_is_run_or_has_ended(home, review):
    with alone(home, review), pytest.raises(StateError):
        take_out(home, review, "s001", by="begeleider")
    end(home, review, state=ReviewState.CLOSED, today=TODAY)
    with pytest.raises(StateError):
        take_out(home, review, "s001", by="begeleider")
    assert len(load_sources(home, review).readable()) == 2


def test_who_only_it_named_leaves_her_number_to_nobody(home, review):
    withdrawn = (
        "Op 3 mei 2024 sprak school met moeder Sanne de Vries. Sanne was boos.\n"
    )
    namesake = "Op 12 juni 2024 belde jeugdbeschermer Sanne Bakker. Sanne kwam langs.\n"
    again = "Op 14 juni 2024 belde moeder Sanne de Vries met school.\n"
    upload(home, review, withdrawn)
    reconstruct(home, review)
    take_out(home, review, "s003", by="begeleider")
    upload(home, review, namesake)
    reconstruct(home, review)
    assert "[Moeder-1]" not in words_of(home, review)
    assert words_of(home, review).count("[Jeugdbeschermer-1]") == 2
    upload(home, review, again)
    reconstruct(home, review)
    assert words_of(home, review).count("[Moeder-1]") == 1


def upload(home, review: str, text: str) -> None:
    add_sources(home, review, [Upload(content=text.encode(), file_name="n.txt")])


def words_of(home, review: str) -> str:
    return " ".join(p.text for p in home.store(review).released().passages)
