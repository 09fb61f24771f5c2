"""The system store: register, records, rules, and a log that shows tampering."""

import datetime as dt

import pytest

from ltnlp.domain.factors import FactorStatus, Level, Valence
from ltnlp.domain.interactions import InteractionClass
from ltnlp.domain.patterns import (
    FactorRecord,
    InteractionRecord,
    MotifRecord,
    Pattern,
    Records,
    Road,
)
from ltnlp.domain.retention import Approval, DestructionRecord, RetentionHold
from ltnlp.store.database import Database
from ltnlp.store.questions import ask, questions
from ltnlp.store.system_store import RegisterEntry, SystemStore
from tests.builders import fact

TODAY = dt.date(2024, 5, 1)


@pytest.fixture
def database(tmp_path):
    return Database(tmp_path / "system.duckdb", schema="system", key=b"k" * 32)


@pytest.fixture
def store(database):
    return SystemStore(database)


def records(review: str) -> Records:
    return Records(
        factors=(
            FactorRecord(
                review=review,
                code="K03",
                level=Level.CHAIN,
                valence=Valence.HAMPERING,
                status=FactorStatus.PROPOSED,
            ),
        ),
        motifs=(MotifRecord(review=review, motif="ping_pong", times=2),),
        interactions=(
            InteractionRecord(
                review=review,
                interaction_class=InteractionClass.REPORT,
                giver="basisschool",
                receiver=None,
                realised="ja",
            ),
        ),
    )


PATTERN = Pattern(
    id="PT01",
    name="ieder voor zich",
    road=Road.GUIDED,
    valence=Valence.HAMPERING,
    factors=("K03",),
    reviews=("r1", "r2"),
    n_reviews=2,
    spread=1.0,
    stability=1.0,
    explanation_nl="",
)


def test_the_register_holds_the_last_state(store):
    first = RegisterEntry(id="r1", kind="overig", state="open", created_on=TODAY)
    store.register(first)
    closed = RegisterEntry(id="r1", kind="overig", state="closed", ended_on=TODAY)
    store.register(closed)
    assert store.reviews() == (closed,)
    assert store.review("r1") == closed
    assert store.review("r2") is None


def test_approvals_and_holds_come_back(store):
    approval = Approval(review="r1", by="opdrachtgever", on=TODAY)
    hold = RetentionHold(review="r1", by="jurist", reason="bezwaar", until=TODAY)
    other = RetentionHold(review="r2", by="jurist", reason="bezwaar", until=TODAY)
    store.approve(approval)
    for one in (hold, other):
        store.hold(one)
    assert store.approvals() == (approval,)
    assert store.holds() == (hold, other)
    store.remove_holds("r1")
    assert store.holds() == (other,)


def test_a_setting_is_replaced(store):
    store.set_rule("term_days", "60")
    store.set_rule("term_days", "90")
    assert store.rules() == {"term_days": "90"}


def test_records_of_a_review_replace_its_own(store):
    for review in ("r1", "r2", "r1"):
        store.save_records(review, records(review))
    kept = store.records()
    assert [r.review for r in kept.factors] == ["r1", "r2"]
    assert kept.motifs == records("r1").motifs + records("r2").motifs
    assert kept.interactions[0] == records("r1").interactions[0]
    store.save_records("r1", Records(factors=(), motifs=(), interactions=()))
    assert [r.review for r in store.records().factors] == ["r2"]


def test_facts_of_a_review_replace_its_own(store):
    store.save_facts("r1", [fact()])
    store.save_facts("r1", [fact(), fact()])
    store.save_facts("r2", [fact("r2")])
    assert tuple(store.facts()) == (fact(), fact(), fact("r2"))


def test_patterns_are_those_of_the_last_comparison(store):
    store.save_patterns([PATTERN])
    assert store.patterns() == (PATTERN,)
    store.save_patterns([])
    assert store.patterns() == ()


def test_releases_and_destructions_stay(store):
    release = {
        "id": "u1",
        "review": "r1",
        "kind": "export",
        "made_on": TODAY,
        "destroy_by": TODAY,
    }
    store.register_release(release)
    proof = DestructionRecord(
        review="r1", on=TODAY, ground_nl="termijn", counts=(("bestanden", 3),)
    )
    store.record_destruction(proof)
    assert store.releases() == [release]
    assert store.destructions() == (proof,)


def test_the_log_is_whole_as_long_as_nobody_touches_it(store):
    assert store.audit_is_whole()
    for number in range(3):
        store.audit(by_role="begeleider", action="x", review="r1", count=number)
    assert store.audit_is_whole()
    log = store.audit_log()
    assert [entry.number for entry in log] == [1, 2, 3]
    assert log[1].previous == log[0].hash
    assert log[0].made_at.tzinfo is not None


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit SET action = 'y' WHERE number = 2",
        "UPDATE audit SET made_at = made_at + INTERVAL 1 SECOND WHERE number = 2",
        "UPDATE audit SET count = NULL WHERE number = 2",
        "DELETE FROM audit WHERE number = 1",
        "DELETE FROM audit WHERE number = 2",
        "DELETE FROM audit WHERE number = 3",
        "INSERT INTO audit SELECT 4, * EXCLUDE number FROM audit WHERE number = 3",
        "DELETE FROM audit",
    ],
)
def test_tampering_with_the_log_shows(store, database, tampering):
    for number in range(3):
        store.audit(by_role="begeleider", action="x", review="r1", count=number)
    with database.session() as session:
        session._connection.execute(tampering)
    assert not store.audit_is_whole()


@pytest.mark.parametrize("name", [q.name for q in questions() if q.about == "system"])
def test_every_question_has_an_answer(database, store, name):
    store.register(RegisterEntry(id="r1", kind="overig", state="open"))
    store.save_records("r1", records("r1"))
    store.save_patterns([PATTERN])
    store.audit(by_role="begeleider", action="x")
    store.register_release(
        {
            "id": "u1",
            "review": "r1",
            "kind": "export",
            "made_on": TODAY,
            "destroy_by": TODAY,
        }
    )
    question = next(q for q in questions() if q.name == name)
    assert question.explanation_nl
    assert ask(database, question)
