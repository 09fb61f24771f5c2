"""The risk page: in plain Dutch, without names, and a choice on it holds for good."""

import datetime as dt

import pytest

from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.reconstruct import (
    find_names,
    integrate,
    read_dates,
    readable,
    release,
)
from ltnlp.casework.release import REGISTRY
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.casework.risk import decide, risk_sheet, write_risk
from ltnlp.domain.errors import InputError, PrivacyError, StateError
from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.risk import Feature

TODAY = dt.date(2024, 5, 1)
TOLD = (
    "Op 3 mei 2023 belde de wijkagent van Zuid met Fatma Yildirim over de tweeling.\n"
    "Op 9 mei 2023 kwam Fatma Yildirim langs bij het hoekhuis tegenover de kerk."
)
LATER = "Op 12 mei 2023 schreef de wijkagent van Zuid een brief over de tweeling."


def run(home, review):
    find_names(home, review)
    for document in readable(home, review):
        read_dates(home, review, document.id)
    for step in (release, integrate):
        step(home, review)


@pytest.fixture
def review(home) -> str:
    made = new_review(home, Intake(title="x"), today=TODAY)
    add_sources(home, made, [Upload(content=TOLD.encode(), file_name="a.txt")])
    run(home, made)
    return made


def texts(home, review) -> str:
    return "\n".join(p.text for p in home.store(review).released().passages)


def flags(home, review):
    return {t.words: t for t in risk_sheet(home, review).traits if t.flag}


def test_what_was_flagged_is_on_the_sheet(home, review):
    found = flags(home, review)
    assert set(found) == {
        "wijkagent van Zuid",
        "tweeling",
        "hoekhuis tegenover de kerk",
    }
    assert found["tweeling"].sort == "gezinssamenstelling"
    assert len(risk_sheet(home, review).open_flags) == 3


def test_a_choice_holds_for_documents_past_and_future(home, review):
    found = flags(home, review)
    chosen = {
        "wijkagent van Zuid": ("generalise", "een agent"),
        "tweeling": ("keep", ""),
        "hoekhuis tegenover de kerk": ("mask", ""),
    }
    for words, (choice, instead) in chosen.items():
        done = decide(
            home, review, found[words].flag, choice=choice, instead=instead, by="lid"
        )
        assert done.appended == 1
    add_sources(home, review, [Upload(content=LATER.encode(), file_name="b.txt")])
    for _ in range(2):
        run(home, review)
        told = texts(home, review)
        assert "wijkagent" not in told
        assert told.count("de agent") == 2
        assert "[Woonplek-1]" in told
        assert "hoekhuis" not in told
        assert told.count("tweeling") == 2
    left = flags(home, review)
    assert {words: t.decided for words, t in left.items()} == {"tweeling": "keep"}
    assert risk_sheet(home, review).open_flags == ()


def test_the_words_of_a_choice_lie_in_the_vault_only(home, review):
    decide(home, review, flags(home, review)["tweeling"].flag, choice="mask", by="lid")
    (kept,) = home.store(review).corrections()
    assert "tweeling" not in repr(kept)


@pytest.mark.parametrize(
    ("instead", "told"),
    [("kinderen Yildirim", "naam"), (" ", "Schrijf erbij")],
    ids=["a name", "no words"],
)
def test_an_unfit_wording_is_refused(home, review, instead, told):
    flag = flags(home, review)["tweeling"].flag
    with pytest.raises(InputError) as refused:
        decide(home, review, flag, choice="generalise", instead=instead, by="lid")
    assert told in refused.value.message_nl
    assert home.store(review).corrections() == ()


@pytest.mark.parametrize("flag", ["p999", ""])
def test_an_unknown_flag_is_told(home, review, flag):
    with pytest.raises(InputError):
        decide(home, review, flag, choice="keep", by="lid")


def test_a_person_is_no_flag(home, review):
    registry = home.vault(review, purpose=Purpose.CHECK).recall(REGISTRY, Registry)
    person = next(e for e in registry.entities if e.label is Label.PERSON)
    with pytest.raises(InputError):
        decide(home, review, person.id, choice="keep", by="lid")


def test_the_page_is_dutch_and_names_nobody(home, review, tmp_path):
    path = write_risk(home, review, tmp_path / "out", today=TODAY)
    page = path.read_text("utf-8")
    assert "Kan iemand herkend worden?" in page
    assert "nog geen keuze" in page
    assert "hoog" in page
    assert "Yildirim" not in page
    assert "Fatma" not in page
    assert home.system().releases()[-1]["kind"] == "risk"


def test_exact_days_are_on_it(home, review):
    days = [t for t in risk_sheet(home, review).traits if t.feature is Feature.DAYS]
    assert [t.words for t in days] == ["2 gebeurtenissen op de dag af"]


def test_a_name_stops_the_page(home, review):
    registry = home.vault(review, purpose=Purpose.CHECK).recall(REGISTRY, Registry)
    extra = Entity(
        id="p99", label=Label.PERSON, pseudonym="[Oom-9]", role="oom", variants=("hoekhuis",)
    )  # fmt: skip
    home.vault(review, purpose=Purpose.CHECK).keep(
        REGISTRY, Registry(entities=(*registry.entities, extra), taken=registry.taken)
    )
    with pytest.raises(PrivacyError):
        risk_sheet(home, review)


def test_before_a_run_there_is_nothing_to_weigh(home):
    made = new_review(home, Intake(title="x"), today=TODAY)
    with pytest.raises(StateError):
        risk_sheet(home, made)
