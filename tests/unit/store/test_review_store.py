"""The store of one review: what was saved comes back, and only that."""

from dataclasses import replace

import pytest

from ltnlp.domain.corrections import Do, Orphan
from ltnlp.domain.events import Conflict, ConflictKind
from ltnlp.domain.interactions import InteractionGraph
from ltnlp.domain.mentions import Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedDate
from ltnlp.domain.timeline import CrucialMoment, MomentReason
from ltnlp.store.database import Database
from ltnlp.store.questions import ask, questions
from ltnlp.store.released import IdentifierRow, Released
from ltnlp.store.review_store import ReviewStore
from tests import builders as make

ORPHAN = Orphan(correction="c1", why_nl="niet gevonden")
DOUBTFUL = replace(make.told(None), needs_review=True)
RELEASED = Released(
    documents=(make.document("d1"), make.document("d2", slot="s002")),
    passages=(make.passage("p1"), make.passage("p2", document="d2")),
    actors=(
        Actor(
            passage="p1",
            span=make.span(0, 10),
            entity="p1",
            pseudonym="[Moeder-1]",
            label=Label.PERSON,
            role="moeder",
        ),
    ),
    dates=(
        ReleasedDate(passage="p1", span=make.span(0, 3), value=make.told("2023-05")),
        ReleasedDate(passage="p2", span=make.span(0, 3), value=DOUBTFUL),
    ),
    organisations=(
        OrganisationMention(passage="p1", span=make.span(3, 5), kind="wijkteam"),
    ),
)
IDENTIFIER = IdentifierRow(
    document="d1",
    start=0,
    end=5,
    label="PERSON",
    entity="p1",
    pseudonym="[Moeder-1]",
    found_by="roster",
    score=0.9,
    needs_review=False,
)


@pytest.fixture
def database(tmp_path):
    return Database(tmp_path / "review.duckdb", schema="review", key=b"k" * 32)


@pytest.fixture
def store(database):
    return ReviewStore(database)


def whole_timeline():
    conflict = Conflict(kind=ConflictKind.DATE, accounts=("a", "b"), text_nl="twee")
    return make.timeline(
        make.event("e1", conflicts=(conflict,)),
        make.event("e2", date=None),
        knowledge=(make.knowledge("e1"),),
        moments=(
            CrucialMoment(
                event="e1",
                rank=1,
                score=0.5,
                reasons=(MomentReason.DECISION,),
                why_nl="",
            ),
        ),
    )


def test_what_was_released_comes_back(store):
    store.save_released(RELEASED, [IDENTIFIER])
    assert store.released() == RELEASED
    assert store.documents() == RELEASED.documents
    assert store.identifiers() == (IDENTIFIER,)


def test_what_is_released_again_takes_the_place_of_the_old(store):
    store.save_released(RELEASED, [IDENTIFIER])
    less = Released(
        documents=RELEASED.documents[:1],
        passages=RELEASED.passages[:1],
        actors=(),
        dates=(),
        organisations=(),
    )
    store.save_released(less, [])
    assert store.released() == less
    assert store.identifiers() == ()


def test_before_the_first_run_there_is_nothing(store):
    assert store.timeline() is None
    assert store.graph() is None
    assert store.factors() == ()
    assert store.released().passages == ()


def test_the_timeline_comes_back_whole(store):
    timeline = whole_timeline()
    store.save_timeline(timeline, [ORPHAN])
    assert store.timeline() == timeline
    assert store.orphans() == (ORPHAN,)
    store.save_timeline(make.timeline(), [])
    assert store.timeline() == make.timeline()
    assert store.orphans() == ()


def test_an_orphan_of_a_later_stage_is_listed_once(store):
    store.add_orphans([ORPHAN])
    store.add_orphans([ORPHAN])
    assert store.orphans() == (ORPHAN,)


def test_graph_and_factors_come_back(store):
    graph = InteractionGraph(interactions=(make.interaction(),), parties=())
    store.save_graph(graph)
    store.save_graph(graph)
    store.save_factors([make.factor("f2"), make.factor("f1")])
    assert store.graph() == graph
    assert [f.id for f in store.factors()] == ["f2", "f1"]


def test_the_journal_keeps_its_order(store):
    assert store.append([make.correction("b"), make.correction("a", target="e2")]) == 2
    assert store.append([make.correction("c", target="e3")]) == 1
    assert [c.id for c in store.corrections()] == ["b", "a", "c"]


def test_the_same_correction_twice_is_one(store):
    assert store.append([make.correction("a"), make.correction("a")]) == 1
    assert store.append([make.correction("a")]) == 0


def test_a_file_of_corrections_can_be_handed_in_again(store):
    file = [
        make.correction("a"),
        make.correction("b", Do.MOMENT),
        make.correction("c", Do.ADD, target=None, values={"what": "overleg"}),
        make.correction("d", Do.ADD, target=None, values={"what": "brief"}),
        make.correction("e", Do.JOIN, target=None, values={"events": ("e1", "e2")}),
        make.correction("f", Do.JOIN, target=None, values={"events": ("e3", "e4")}),
    ]
    assert store.append(file) == 6
    assert store.append(file) == 0


def test_a_decision_that_was_taken_back_can_be_given_again(store):
    yes, no = make.correction("a"), make.correction("b", Do.REJECT)
    assert [store.append([c]) for c in (yes, no, yes, yes, no)] == [1, 1, 1, 0, 1]
    journal = store.corrections()
    assert [c.do for c in journal] == [Do.CONFIRM, Do.REJECT, Do.CONFIRM, Do.REJECT]
    assert len({c.id for c in journal}) == 4


@pytest.mark.parametrize("name", [q.name for q in questions() if q.about == "review"])
def test_every_question_has_an_answer(database, store, name):
    store.save_released(RELEASED, [IDENTIFIER])
    store.save_timeline(whole_timeline(), [])
    store.save_graph(InteractionGraph(interactions=(make.interaction(),), parties=()))
    store.save_factors([make.factor()])
    question = next(q for q in questions() if q.name == name)
    assert question.explanation_nl
    assert ask(database, question)
