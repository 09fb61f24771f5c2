"""What leaves: scanned as a whole, registered before it is written, or not at all."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from ltnlp.casework import export
from ltnlp.casework.closing import close_review
from ltnlp.casework.compare import compare, export_comparison
from ltnlp.casework.export import collect, export_review
from ltnlp.casework.intake import Upload, add_sources, replacing
from ltnlp.casework.release import REGISTRY, Output, release_outputs
from ltnlp.casework.reviews import (
    SOURCES,
    Intake,
    Sources,
    load_sources,
    new_review,
)
from ltnlp.domain.dates import DateType
from ltnlp.domain.errors import InputError, PrivacyError, StateError, UnknownReviewError
from ltnlp.domain.events import Status
from ltnlp.domain.factors import FactorStatus
from ltnlp.domain.interactions import InteractionGraph
from ltnlp.domain.mentions import Label
from ltnlp.domain.patterns import FactorRecord, Records
from ltnlp.domain.pseudonyms import Entity, Registry, ReleasedDate
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.reviews import ReviewState
from ltnlp.domain.timeline import CrucialMoment, MomentReason
from ltnlp.store.released import Released
from tests import builders as make

TODAY = dt.date(2024, 5, 1)
NAME = "Blankestijn"
ENTITY = Entity(
    id="p1",
    label=Label.PERSON,
    pseudonym="[Moeder-1]",
    role="moeder",
    variants=(NAME,),
)


def begun(home) -> str:
    made = new_review(home, Intake(title="x"), today=TODAY)
    add_sources(
        home,
        made,
        [Upload(content=b"x y z", file_name=f"{NAME}.txt", label="d1.txt")],
    )
    registry = Registry(entities=(ENTITY,), taken=("[Moeder-1]",))
    home.vault(made, purpose=Purpose.CHECK).keep(REGISTRY, registry)
    return made


@pytest.fixture
def review(home) -> str:
    made = begun(home)
    fill(home, made)
    return made


def fill(home, review, **changes):
    """Results of a run, without the work of making them."""
    document = load_sources(home, review).records[0].document
    told = make.account("a1", document=document.id)
    event = make.event("e1", **({"accounts": (told,)} | changes))
    passage = make.passage("p1", document=document.id)
    clock = make.told(None, "tien uur")
    dates = [make.told("2023-05", "in mei"), clock]
    store = home.store(review)
    store.save_released(
        Released(
            documents=(document,),
            passages=(passage,),
            actors=(),
            dates=tuple(
                ReleasedDate(passage="p1", span=make.span(0, 3), value=value)
                for value in (dates[0], _as_time(clock))
            ),
            organisations=(),
        ),
        [],
    )
    moment = CrucialMoment(
        event="e1",
        rank=1,
        score=1.0,
        reasons=(MomentReason.DECISION,),
        why_nl="besluit",
    )
    rejected = make.event("e2", accounts=(told,), status=Status.REJECTED)
    store.save_timeline(
        make.timeline(
            event, rejected, moments=(moment,), knowledge=(make.knowledge("e1"),)
        ),
        [],
    )
    edges = (
        make.interaction("i1", document=document.id),
        make.interaction("i2", document=document.id, expected=True),
        make.interaction("i3", document="gone"),
    )
    store.save_graph(InteractionGraph(interactions=edges, parties=()))
    store.save_factors(
        [
            make.factor("f1", document=document.id),
            make.factor(
                "f2",
                document=document.id,
                status=FactorStatus.REJECTED,
                decided_by="lid",
            ),
        ]
    )


def _as_time(date):

    return replace(date, type=DateType.TIME)


def exported(home, review, folder, **options):
    paths = export_review(home, review, folder, today=TODAY, **options)
    return {path.name: json.loads(path.read_text("utf-8")) for path in paths}


def test_an_export_is_registered_with_a_day_to_destroy_it(home, review, tmp_path):
    exported(home, review, tmp_path / "out")
    (release,) = home.system().releases()
    assert (release["review"], release["kind"]) == (review, "export")
    assert release["destroy_by"] > TODAY
    assert home.system().audit_log()[-1].action == "released export"


def test_what_people_rejected_and_what_only_stayed_out_is_left_out(
    home, review, tmp_path
):
    found = exported(home, review, tmp_path / "out")
    assert [e["id"] for e in found["events.json"]] == ["e1"]
    assert len(found["interactions.json"]) == 1
    assert [f["id"] for f in found["factors.json"]] == ["f1"]
    assert [m["event"] for m in found["crucial_moments.json"]] == ["e1"]
    assert [d["text"] for d in found["dates.json"]] == ["in mei"]


def test_without_the_right_to_the_vault_no_identifiers(home, review, tmp_path):
    found = exported(home, review, tmp_path / "out", with_vault=False)
    assert "identifiers.json" not in found


def test_documents_go_by_label_and_by_file_name_when_asked(home, review, tmp_path):
    plain = exported(home, review, tmp_path / "a")
    named = exported(home, review, tmp_path / "b", file_names=True)
    assert plain["dates.json"][0]["doc"] == "d1.txt"
    assert named["dates.json"][0]["doc"] == f"{NAME}.txt"


def test_arrays_call_a_document_as_its_review_does_though_reports_may_not(
    home, review, tmp_path
):
    vault = home.vault(review, purpose=Purpose.CHECK)
    (record,) = load_sources(home, review).records
    typed = replace(record, document=replace(record.document, label=f"{NAME}.txt"))
    vault.keep(SOURCES, Sources(records=(typed,)))
    found = exported(home, review, tmp_path / "out")
    assert found["dates.json"][0]["doc"] == f"{NAME}.txt"


PLANTED = [
    {"what": f"{NAME} belde"},
    {"joined_because": f"beide noemen {NAME}"},
    {"accounts": (make.account("a1", wording=f"Toen belde {NAME}."),)},
    {"accounts": (make.account("a1", who_tells=NAME),)},
    {"accounts": (make.account("a1", date=make.told("2023-05", f"toen {NAME}")),)},
]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda p: next(iter(p)))
@pytest.mark.parametrize("file_names", [False, True])
def test_a_planted_name_stops_the_export(home, review, tmp_path, planted, file_names):
    document = load_sources(home, review).records[0].document
    if "accounts" in planted:
        (told,) = planted["accounts"]
        planted = {"accounts": (replace(told, document=document.id),)}
    fill(home, review, **planted)
    with pytest.raises(PrivacyError) as stopped:
        exported(home, review, tmp_path / "out", file_names=file_names)
    assert NAME not in f"{stopped.value}{stopped.value.message_nl}"
    assert "tegengehouden" in stopped.value.message_nl
    assert "Namen en aanduidingen" in stopped.value.message_nl
    assert not (tmp_path / "out").exists()
    assert home.system().releases() == []


def test_a_code_that_is_a_name_elsewhere_stops_nothing(home, review, tmp_path):
    registry = Registry(
        entities=(
            Entity(
                id="p2",
                label=Label.PERSON,
                pseudonym="[Oom-1]",
                role="oom",
                variants=("keten", "basisschool", "Melding"),
            ),
        )
    )
    home.vault(review, purpose=Purpose.CHECK).keep(REGISTRY, registry)
    assert exported(home, review, tmp_path / "out")["factors.json"]


def test_nothing_is_written_when_one_of_many_holds_a_name(home, review, tmp_path):
    outputs = [
        Output(path=tmp_path / "a", content=b"x", scanned="niets"),
        Output(path=tmp_path / "b", content=b"x", scanned=f"bij {NAME} thuis"),
    ]
    with pytest.raises(PrivacyError, match="output 2"):
        release_outputs(home, review, outputs, kind="report", today=TODAY)
    assert not (tmp_path / "a").exists()


def test_a_folder_that_cannot_be_written_is_told(home, review, tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InputError) as refused:
        exported(home, review, tmp_path / "out")
    assert "niet geschreven" in refused.value.message_nl


def test_an_export_after_a_source_was_replaced_is_that_of_the_last_run(
    home, review, tmp_path
):
    add_sources(
        home, review, [replacing(Upload(content=b"q", file_name="n.txt"), "s001")]
    )
    found = exported(home, review, tmp_path / "out")
    assert found["dates.json"][0]["doc"] == "d1.txt"
    assert found["events.json"][0]["accounts"][0]["doc"] == "d1.txt"


def test_what_points_to_no_document_has_no_place(home, review):
    fill(home, review, accounts=(make.account("a-e1", document=""),))
    found = collect(home, review)
    assert found.events[0]["accounts"] == []
    assert found.knowledge[0]["doc"] is None


def test_a_review_that_was_never_run_has_no_export(home, tmp_path):
    with pytest.raises(StateError) as refused:
        exported(home, begun(home), tmp_path / "out")
    assert "nog niet doorgerekend" in refused.value.message_nl


def test_every_text_field_is_scanned():
    rows = [{"new_field": NAME, "doc": "x", "inner": [{"deeper": "y"}], "n": 1}]
    assert export._words(rows).split() == [NAME, "y"]


# Closing and comparing


def test_only_accepted_factors_of_a_closed_review_become_facts(home, review):
    document = load_sources(home, review).records[0].document
    home.store(review).save_factors(
        [
            make.factor("f1", document=document.id),
            make.factor(
                "f2",
                document=document.id,
                status=FactorStatus.ACCEPTED,
                decided_by="lid",
            ),
        ]
    )
    kept = close_review(home, review, state=ReviewState.CLOSED, today=TODAY)
    facts = home.system().facts()
    assert kept == len(facts) > 0
    assert review not in repr(facts)
    assert sum(fact.factor is not None for fact in facts) == 1


@pytest.mark.parametrize("state", [ReviewState.CANCELLED, ReviewState.CLOSED])
def test_a_review_that_was_cancelled_or_never_run_leaves_no_facts(home, state):
    made = begun(home)
    if state is ReviewState.CANCELLED:
        fill(home, made)
    assert close_review(home, made, state=state, today=TODAY) == 0
    assert home.system().facts() == () or home.system().facts() == []


def records_of(review):
    one = make.factor()
    factor = FactorRecord(
        review=review,
        code=one.code,
        level=one.level,
        valence=one.valence,
        status=one.status,
        patterns=("PT04",),
    )
    return Records(factors=(factor,) * 3, motifs=(), interactions=())


def test_a_comparison_points_into_living_reviews_only(home, review, tmp_path):
    other = begun(home)
    fill(home, other)
    for one in (review, other):
        home.system().save_records(one, records_of(one))
    comparison = compare(home)
    assert comparison.reviews == tuple(sorted((review, other)))
    entry = home.entry(other)

    home.system().register(replace(entry, state=str(ReviewState.DESTROYED)))
    rows = json.loads(export_comparison(home, comparison, tmp_path).read_text())
    assert {e["review"] for row in rows for e in row["evidence"]} <= {review}
    for row in rows:
        assert {"pattern_id", "reviews", "evidence"} <= row.keys()


def test_an_unknown_review_cannot_be_compared(home):
    with pytest.raises(UnknownReviewError):
        compare(home, ["absent"])
