"""Reviews in the register: from begin to end."""

import datetime as dt

import pytest

from ltnlp.casework import reviews
from ltnlp.casework.home import Home
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.bounds import Bounds
from ltnlp.domain.errors import StateError, UnknownReviewError
from ltnlp.domain.mentions import RosterEntry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.retention import RetentionHold
from ltnlp.domain.reviews import ReviewState
from ltnlp.store.keys import SYSTEM, Keyring

TODAY = dt.date(2024, 5, 1)
LATER = TODAY + dt.timedelta(days=30)
INTAKE = Intake(
    title="Leerreview Meander",
    kind="thuiszitters",
    period=Bounds(earliest=dt.date(2021, 8, 1), latest=dt.date(2023, 6, 30)),
    participants=(RosterEntry(name="Noor Blankestijn", role="moeder"),),
    questions=("Wat hielp?",),
    region="south",
)


@pytest.fixture
def review(home) -> str:
    return new_review(home, INTAKE, today=TODAY)


def test_what_was_typed_comes_back(home, review):
    loaded = reviews.load_review(home, review)
    assert loaded.title == INTAKE.title
    assert loaded.participants == INTAKE.participants
    assert loaded.questions == INTAKE.questions
    assert loaded.period == INTAKE.period
    assert loaded.state is ReviewState.OPEN
    assert reviews.load_sources(home, review).records == ()
    assert reviews.title_of(home, review) == INTAKE.title


def test_the_register_holds_nothing_that_names_the_case(home, review):
    (entry,) = reviews.list_reviews(home)
    assert (entry.id, entry.kind, entry.state) == (review, "thuiszitters", "open")
    assert (entry.year, entry.region) == (2023, "south")
    assert "Meander" not in repr(entry)


def test_ids_mean_nothing_and_differ(home, review):
    other = new_review(home, INTAKE, today=TODAY)
    assert other != review
    assert review.isalnum()


def test_an_id_never_reads_as_the_number_of_a_person(home, monkeypatch):
    drawn = iter(["8dd305796744", "305796744ddd", "8dd30579a744"])
    monkeypatch.setattr(reviews.secrets, "token_hex", lambda _: next(drawn))
    assert reviews._new_id() == "8dd30579a744"


def test_no_file_of_the_home_holds_a_name_in_clear(home, review):
    for file in home.root.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"Meander" not in content
            assert b"Blankestijn" not in content


@pytest.mark.parametrize("step", [(Keyring, "make"), (Home, "vault")])
def test_a_review_whose_making_was_cut_short_can_be_cancelled(home, monkeypatch, step):
    kind, name = step
    real = getattr(kind, name)

    def dies(self, owner, **_options):
        if owner != SYSTEM:
            raise KeyboardInterrupt
        return real(self, owner)

    monkeypatch.setattr(kind, name, dies)
    with pytest.raises(KeyboardInterrupt):
        new_review(home, INTAKE, today=TODAY)
    monkeypatch.undo()
    (entry,) = reviews.list_reviews(home)
    assert reviews.title_of(home, entry.id) == ""
    reviews.end(home, entry.id, state=ReviewState.CANCELLED, today=TODAY)
    assert home.entry(entry.id).state == "cancelled"


def test_a_review_that_was_never_finished_being_made_says_so(home, review):
    home.vault(review, purpose=Purpose.CHECK).remove(reviews.REVIEW)
    with pytest.raises(StateError) as refused:
        reviews.load_review(home, review)
    assert "afgebroken" in refused.value.message_nl


def test_a_sheet_shows_what_there_is(home, review):
    sheet = reviews.show(home, review, today=TODAY)
    assert sheet.review.title == INTAKE.title
    assert (sheet.orphans, sheet.events) == (0, 0)
    assert not sheet.verdict.allowed


@pytest.mark.parametrize("state", [ReviewState.CLOSED, ReviewState.CANCELLED])
def test_a_review_ends_once(home, review, state):
    reviews.end(home, review, state=state, today=TODAY)
    assert home.entry(review).ended_on == TODAY
    assert reviews.load_review(home, review).state is state
    with pytest.raises(StateError):
        reviews.end(home, review, state=state, today=TODAY)


@pytest.mark.parametrize("state", [ReviewState.OPEN, ReviewState.DESTROYED])
def test_only_closing_and_cancelling_are_ends(home, review, state):
    with pytest.raises(StateError, match="does not end"):
        reviews.end(home, review, state=state, today=TODAY)


def test_what_destruction_waits_for(home, review):
    def why(today=LATER):
        return reviews.verdict(home, review, today=today).why_nl

    assert "niet afgesloten" in why()
    reviews.end(home, review, state=ReviewState.CLOSED, today=TODAY)
    assert "termijn loopt" in why(TODAY)
    assert "akkoord" in why()
    reviews.approve(home, review, by="opdrachtgever", today=TODAY)
    reviews.hold(
        home,
        RetentionHold(review=review, by="jurist", reason="bezwaar", until=LATER),
    )
    assert "beletsel" in why()
    assert reviews.verdict(home, review, today=LATER + dt.timedelta(days=1)).allowed


def test_the_rule_can_be_set(home, review):
    home.system().set_rule("term_days", "10")
    home.system().set_rule("approval_required", "no")
    reviews.end(home, review, state=ReviewState.CLOSED, today=TODAY)
    due = TODAY + dt.timedelta(days=10)
    assert not reviews.verdict(home, review, today=due - dt.timedelta(days=1)).allowed
    assert reviews.verdict(home, review, today=due).allowed


def test_every_act_is_in_the_log_without_content(home, review):
    reviews.end(home, review, state=ReviewState.CLOSED, today=TODAY)
    reviews.approve(home, review, by="opdrachtgever", today=TODAY)
    log = home.system().audit_log()
    assert [entry.action for entry in log if entry.action != "vault opened"] == [
        "review begun",
        "review closed",
        "destruction approved",
    ]
    assert log[-1].by_role == "opdrachtgever"
    assert {entry.review for entry in log} == {review}
    assert home.system().audit_is_whole()


def test_nothing_can_be_done_to_an_unknown_review(home):
    hold = RetentionHold(review="absent", by="x", reason="", until=TODAY)
    for act in (
        lambda: reviews.show(home, "absent", today=TODAY),
        lambda: reviews.approve(home, "absent", by="x", today=TODAY),
        lambda: reviews.hold(home, hold),
        lambda: reviews.end(home, "absent", state=ReviewState.CLOSED, today=TODAY),
        lambda: reviews.title_of(home, "absent"),
    ):
        with pytest.raises(UnknownReviewError):
            act()


def test_the_scope_of_a_review_can_be_changed_in_parts(home):
    made = new_review(home, Intake(title="x", questions=("Wat hielp?",)), today=TODAY)
    period = Bounds(earliest=dt.date(2020, 1, 1), latest=dt.date(2021, 12, 31))
    reviews.set_scope(home, made, period=period)
    reviews.set_scope(home, made, questions=("Hoe verder?",))
    review = reviews.load_review(home, made)
    assert (review.period, review.questions) == (period, ("Hoe verder?",))
    assert home.entry(made).year == 2021
    reviews.end(home, made, state=ReviewState.CLOSED, today=TODAY)
    with pytest.raises(StateError):
        reviews.set_scope(home, made, period=period)


def test_opening_the_vault_is_logged_with_its_purpose(home, review):
    fresh = Home(root=home.root, keyring=home.keyring, key_file=home.key_file)
    before = len(fresh.system().audit_log())
    fresh.vault(review, purpose=Purpose.CHECK)
    fresh.vault(review, purpose=Purpose.CHECK)
    fresh.vault(review, purpose=Purpose.ASSESS)
    log = fresh.system().audit_log()[before:]
    assert [(e.action, e.review, e.purpose) for e in log] == [
        ("vault opened", review, Purpose.CHECK),
        ("vault opened", review, Purpose.ASSESS),
    ]
    assert fresh.system().audit_is_whole()


def test_a_vault_that_cannot_be_opened_is_not_logged_as_opened(home):
    before = len(home.system().audit_log())
    with pytest.raises(UnknownReviewError):
        home.vault("0" * 12, purpose=Purpose.CHECK)
    assert len(home.system().audit_log()) == before
