from dataclasses import replace

from ltnlp.domain.events import Realised
from ltnlp.domain.timeline import RelationKind
from ltnlp.stages.outcomes import outcomes, realisations
from tests.unit.stages.story import event

PLAN = event(
    "De jeugdarts zou de groeicurve opvragen", when="2021-03-01", realised="voorgenomen"
)


def test_a_plan_is_linked_to_its_later_doing() -> None:
    done = event(
        "Groeicurve opgevraagd door de jeugdarts", when="2021-03-20", source="d2"
    )
    (relation,) = realisations([PLAN, done])
    assert (relation.first, relation.second) == (PLAN.id, done.id)
    assert relation.kind is RelationKind.REALISED_BY


def test_what_comes_long_after_is_not_its_doing() -> None:
    done = event(
        "Groeicurve opgevraagd door de jeugdarts", when="2022-03-20", source="d2"
    )
    assert realisations([PLAN, done]) == ()


def test_what_was_done_is_no_plan_for_what_follows() -> None:
    done = replace(PLAN, realised=Realised.YES)
    failed = event(
        "De groeicurve is niet opgevraagd", when="2021-03-20", at=90, realised="nee"
    )
    assert outcomes([done, failed]) == ()
    assert outcomes([PLAN, failed]) != ()


def test_a_plan_and_its_failure_are_a_pair_only_in_one_source() -> None:
    wording = "De groeicurve is niet opgevraagd"
    failed = event(wording, when="2021-03-20", at=90, realised="nee")
    elsewhere = event(wording, when="2021-03-20", source="d2", realised="nee")
    assert outcomes([PLAN, failed]) == ((PLAN.id, failed.id),)
    assert outcomes([PLAN, elsewhere]) == ()


def test_a_plan_for_a_day_is_not_undone_by_another_day() -> None:
    plan = event(
        "De jeugdarts plant bezoek in", when="2021-03-16", realised="voorgenomen"
    )
    on_day = event("Gezin ziek, afgezegd", when="2021-03-16", at=90, realised="poging")
    on_day = replace(on_day, accounts=(replace(on_day.accounts[0], passage="p-later"),))
    later = event(
        "Bezoek van de jeugdarts vervalt", when="2021-04-20", at=180, realised="nee"
    )
    assert outcomes([plan, on_day, later]) == ()
    assert outcomes([plan, later]) == ((plan.id, later.id),)
