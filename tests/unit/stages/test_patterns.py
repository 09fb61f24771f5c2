import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.patterns.measure import claimed, measure
from benchmarks.patterns.simulate import Plan, shuffled, simulate
from ltnlp.domain.corrections import Do
from ltnlp.domain.events import Realised
from ltnlp.domain.factors import FactorStatus, Level, Valence
from ltnlp.domain.interactions import InteractionClass, InteractionGraph
from ltnlp.domain.patterns import (
    FactorRecord,
    MotifDefinition,
    MotifRecord,
    MotifStep,
    PatternDefinition,
    Road,
)
from ltnlp.nlp.motifs import motif_library
from ltnlp.stages.chance import at_least, corrected, likely_share, together
from ltnlp.stages.motifs import acts, mine, occurrences
from ltnlp.stages.patterns import decided_patterns, record, recur, without_rejected
from tests.builders import correction, event, factor, interaction, timeline, told

REPORT = MotifDefinition(
    id="stil",
    name="melding zonder terugkoppeling",
    description="Er komt niets terug.",
    valence=Valence.HAMPERING,
    steps=(
        MotifStep(classes=("melding",), giver="A", receiver="B", realised=("ja",)),
        MotifStep(
            classes=("terugkoppeling",), giver="B", receiver="A", realised=("nee",)
        ),
    ),
    most_apart=60,
    question="Wie koppelt terug?",
)
SILENCE = MotifDefinition(
    id="geen_overleg",
    name="n",
    description="d",
    valence=Valence.HAMPERING,
    steps=(MotifStep(types=("wachtlijst",), giver="A"),),
    absent=MotifStep(classes=("overleg",), giver="A", within_days=30),
)
LIBRARY = (
    PatternDefinition(
        id="PT04",
        name="privacy",
        description="Delen blijft uit.",
        valence=Valence.HAMPERING,
        factors=("K03", "V09"),
        question="Wat mag?",
    ),
)


def act(n: int, cls: InteractionClass, day: str, **changes: Any):
    given: dict[str, Any] = {
        "event": f"e{n}",
        "type": cls.value,
        "interaction_class": cls,
        "date": told(day),
    }
    return interaction(f"i{n}", **(given | changes))


def answer(n: int, day: str, **changes: Any):
    given: dict[str, Any] = {
        "giver": "veilig_thuis",
        "receiver": "basisschool",
        "realised": Realised.NO,
    }
    return act(n, InteractionClass.FEEDBACK, day, **(given | changes))


REPORTED = act(1, InteractionClass.REPORT, "2023-01-01")


def test_acts_are_dated_told_once_and_in_order() -> None:
    found = acts(
        [
            answer(2, "2023-02-01"),
            REPORTED,
            REPORTED,
            act(3, InteractionClass.REPORT, "2023-03-01", expected=True),
            act(4, InteractionClass.REPORT, "2023-03-01", giver=None),
            interaction("i5", date=None),
        ]
    )
    assert [one.interaction_class for one in found] == ["melding", "terugkoppeling"]


def times(motif: MotifDefinition, *interactions: Any) -> int:
    return len(occurrences(acts(interactions), motif))


def test_a_motif_is_its_steps_between_the_same_parties_in_time() -> None:
    assert times(REPORT, REPORTED, answer(2, "2023-02-01")) == 1
    assert times(REPORT, REPORTED, answer(2, "2023-09-01")) == 0
    assert times(REPORT, REPORTED, answer(2, "2022-12-01")) == 0
    assert times(REPORT, REPORTED, answer(2, "2023-02-01", giver="huisarts")) == 0
    assert times(REPORT, REPORTED, answer(2, "2023-02-01", realised=Realised.YES)) == 0


def test_another_letter_is_another_party() -> None:
    inside = act(1, InteractionClass.REPORT, "2023-01-01", receiver="basisschool")
    assert times(REPORT, inside, answer(2, "2023-02-01")) == 0


def test_an_act_that_must_stay_out_needs_time_to_have_come() -> None:
    waiting = act(
        1, InteractionClass.DECISION, "2023-01-01", type="wachtlijst", giver="huisarts"
    )
    talk = act(2, InteractionClass.CONSULTATION, "2023-01-20", giver="huisarts")
    late = act(3, InteractionClass.REPORT, "2023-06-01")
    assert times(SILENCE, waiting, late) == 1
    assert times(SILENCE, waiting, talk, late) == 0
    assert times(SILENCE, waiting) == 0


def test_enough_parties_must_take_part() -> None:
    from dataclasses import replace

    crowded = replace(REPORT, parties=3)
    assert times(crowded, REPORTED, answer(2, "2023-02-01")) == 0
    other = act(3, InteractionClass.REPORT, "2023-01-10", giver="huisarts")
    assert times(crowded, REPORTED, other, answer(2, "2023-02-01")) == 1


def test_a_motif_is_recorded_with_its_chance_also_when_it_is_not_there() -> None:
    shown, missing = mine(
        [REPORTED, answer(2, "2023-02-01")], (REPORT, SILENCE), review="r1"
    )
    assert (shown.times, missing.times) == (1, 0)
    assert shown.organisations == ("basisschool", "veilig_thuis")
    assert 0 < shown.chance <= 1
    (unmeasured,) = mine([], (REPORT,), review="r1", shuffles=0)
    assert unmeasured.chance == 1


def test_at_most_fifty_occurrences_are_followed() -> None:
    many = [
        act(n, InteractionClass.REPORT, "2023-01-01", event=f"e{n}", giver=f"g{n}")
        for n in range(60)
    ]
    one_step = MotifDefinition(
        id="m",
        name="m",
        description="",
        valence=Valence.HAMPERING,
        steps=(MotifStep(classes=("melding",)),),
    )
    assert times(one_step, *many) == 50


def made(review: str, code: str = "K03", **changes: Any) -> FactorRecord:
    given: dict[str, Any] = {
        "review": review,
        "code": code,
        "level": Level.CHAIN,
        "valence": Valence.HAMPERING,
        "status": FactorStatus.ACCEPTED,
    }
    return FactorRecord(**(given | changes))


def found(records=(), seen=(), library=LIBRARY, motifs=(REPORT,)):
    return recur(
        records, seen, library=library, motifs=motifs, names={"K03": "privacy"}
    )


def test_a_library_pattern_needs_two_reviews() -> None:
    one = made("r1", patterns=("PT04",))
    assert found([one]) == ()
    assert found([one, made("r2")]) == ()
    (pattern,) = found([one, made("r2", patterns=("PT04",))])
    assert (pattern.road, pattern.n_reviews, pattern.spread) == (Road.GUIDED, 2, 1.0)
    assert pattern.question == "Wat mag?"
    assert (pattern.accepted, pattern.proposed, pattern.stability) == (2, 0, 0.0)


def test_the_other_side_is_counter_evidence() -> None:
    records = [
        made("r1", patterns=("PT04",)),
        made("r2", patterns=("PT04",), status=FactorStatus.PROPOSED),
        made("r3", patterns=("PT04",)),
        made("r4", valence=Valence.SUPPORTING, patterns=("PT04",)),
    ]
    (pattern,) = found(records)
    assert pattern.counter_evidence == ("r4",)
    assert (pattern.n_reviews, pattern.proposed) == (3, 1)
    assert pattern.stability == 1.0


def seen(review: str, times: int, chance: float, against: int = 0) -> MotifRecord:
    return MotifRecord(
        review=review, motif="stil", times=times, chance=chance, against=against
    )


def test_the_timeline_stands_beside_what_people_tell_of_a_library_pattern() -> None:
    signed = dataclasses.replace(LIBRARY[0], motifs=("stil",))
    told = [made("r1", patterns=("PT04",)), made("r2", patterns=("PT04",))]
    shown = [seen("r2", 1, 0.9), seen("r3", 2, 0.9), seen("r1", 0, 0.9)]
    pattern, _ = found(told, shown, library=(signed,))
    assert (pattern.motifs, pattern.seen_in) == (("stil",), ("r2", "r3"))
    assert pattern.reviews == ("r1", "r2")
    assert pattern.description == "Delen blijft uit."


def test_what_began_the_same_and_ended_well_is_counter_evidence() -> None:
    (pattern,) = found(
        seen=[seen("r1", 1, 0.9), seen("r2", 1, 0.9, 1), seen("r3", 0, 0.9, 2)]
    )
    assert pattern.counter_evidence == ("r2", "r3")


@pytest.mark.parametrize(
    ("motif", "interactions", "against"),
    [
        (REPORT, (REPORTED, answer(2, "2023-02-01", realised=Realised.YES)), 1),
        (REPORT, (REPORTED, answer(2, "2023-02-01")), 0),
        (
            SILENCE,
            (
                act(1, InteractionClass.DECISION, "2023-01-01", type="wachtlijst"),
                act(2, InteractionClass.CONSULTATION, "2023-01-20"),
            ),
            1,
        ),
        (
            SILENCE,
            (
                act(1, InteractionClass.DECISION, "2023-01-01", type="wachtlijst"),
                act(2, InteractionClass.CONSULTATION, "2023-03-20"),
            ),
            0,
        ),
        (dataclasses.replace(REPORT, steps=REPORT.steps[:1]), (REPORTED,), 0),
    ],
    ids=["answered", "not answered", "talked in time", "talked late", "no end to it"],
)
def test_a_good_end_is_what_the_motif_says_stayed_out(
    motif: MotifDefinition, interactions: tuple[Any, ...], against: int
) -> None:
    (record,) = mine(interactions, (motif,), review="r1", shuffles=0)
    assert record.against == against


def test_a_motif_beyond_chance_is_a_pattern_and_else_a_candidate() -> None:
    (sure,) = found(seen=[seen("r1", 1, 0.01), seen("r2", 2, 0.01), seen("r3", 0, 0.1)])
    assert sure.road is Road.STRUCTURAL
    assert sure.p_value is not None
    assert sure.p_value <= 0.05
    assert "dan door toeval" in sure.explanation_nl
    (unsure,) = found(seen=[seen("r1", 1, 0.9), seen("r2", 1, 0.9), seen("r3", 1, 0.9)])
    assert unsure.road is Road.CANDIDATE
    assert found(seen=[seen("r1", 1, 0.01), seen("r2", 0, 0.01)]) == ()


def together_told(reviews: int, *codes: str) -> list[FactorRecord]:
    return [
        made(f"r{n:02}", code, basket=n % 3, moment_type="melding", actor_kind="school")
        for n in range(reviews)
        for code in codes
    ]


def alone(reviews: int) -> list[FactorRecord]:
    return [
        made(f"r{n:02}", f"V{k:02}", basket=10 + k)
        for n in range(reviews)
        for k in range(8)
    ]


def test_factors_that_are_told_together_are_a_cluster() -> None:
    records = together_told(12, "K07", "V10") + alone(12)
    (cluster,) = found(records)
    assert (cluster.road, cluster.factors) == (Road.CLUSTER, ("K07", "V10"))
    assert cluster.stability == 1.0
    assert "Kenmerkend is" in cluster.explanation_nl
    assert found(records)[0].id == cluster.id


def test_factors_told_apart_are_no_cluster() -> None:
    assert found(alone(12)) == ()
    assert found([made(f"r{n}") for n in range(4)]) == ()


def test_a_cluster_that_comes_and_goes_is_at_most_a_candidate() -> None:
    records = together_told(3, "K07", "V10") + alone(8)
    roads = {pattern.road for pattern in found(records)}
    assert roads <= {Road.CANDIDATE}


def test_an_unstable_cluster_that_the_library_explains_is_left_out() -> None:
    records = together_told(3, "K07", "V10") + alone(8)
    telling = [
        made(r, c, patterns=("PT04",)) for r in ("r00", "r01") for c in ("K07", "V10")
    ]
    assert [p.road for p in found([*records, *telling])] == [Road.GUIDED]


def test_a_review_becomes_records_without_text_or_date() -> None:
    factors = [
        factor("f1", moment="e1"),
        factor("f2", passage="p2"),
        factor("f3", status=FactorStatus.REJECTED, decided_by="begeleider"),
    ]
    graph = InteractionGraph(
        interactions=(
            interaction("i1", event="e1", date=told("2023-01-01")),
            answer(2, "2023-02-01", event="e1"),
            interaction("i3", expected=True),
        ),
        parties=(),
    )
    line = timeline(event("e1", type="melding", organisations=("school",)))
    records = record(factors, graph, line, review="r1", motifs=(REPORT, SILENCE))
    one, two = records.factors
    assert (one.review, one.moment_type, one.organisations) == (
        "r1",
        "melding",
        ("school",),
    )
    assert one.motifs == ("stil",)
    assert (one.basket, two.basket) == (0, 1)
    assert two.moment_type is None
    assert [m.times for m in records.motifs] == [1, 0]
    assert len(records.interactions) == 2
    assert not any(isinstance(v, dt.date) for v in (one.moment_type, one.actor_kind))


def test_chance_of_at_least_so_many() -> None:
    assert at_least(0, [0.5, 0.5]) == 1
    assert at_least(2, [0.5, 0.5]) == pytest.approx(0.25)
    assert at_least(1, [0.1, 0.2]) == pytest.approx(1 - 0.9 * 0.8)


def test_chance_of_meeting() -> None:
    assert together(2, 2, 2, 4) == pytest.approx(1 / 6)
    assert together(0, 2, 2, 4) == 1
    assert together(0, 0, 3, 2) == 1


def test_correction_for_many_tests_keeps_the_order() -> None:
    adjusted = corrected({"a": 0.01, "b": 0.04, "c": 0.5})
    assert adjusted == pytest.approx({"a": 0.03, "b": 0.06, "c": 0.5})
    assert corrected({}) == {}


@given(st.dictionaries(st.integers(), st.floats(0, 1), min_size=1, max_size=12))
def test_correction_never_makes_a_finding_surer(values: dict[int, float]) -> None:
    adjusted = corrected(values)
    assert all(adjusted[name] >= value - 1e-9 for name, value in values.items())


@pytest.mark.slow
def test_planted_patterns_are_found_and_shuffled_reviews_claim_none() -> None:
    figures = measure(40, 2, 0.5)
    assert figures["recall"] >= 0.95
    assert figures["false_discovery"] <= 0.05
    assert figures["runs_with_a_claim_from_shuffled"] == 0


def test_a_simulated_review_is_the_same_every_time() -> None:
    plan = Plan(reviews=3, motifs=motif_library()[:1], combinations=(("K07", "V10"),))
    assert simulate(plan) == simulate(plan)
    assert shuffled(simulate(plan), 1) == shuffled(simulate(plan), 1)
    assert claimed(()) == ()


def test_a_share_is_told_with_its_bounds() -> None:
    low, high = likely_share(6, 10)
    assert low < 0.6 < high
    assert likely_share(60, 100)[0] > low
    assert likely_share(0, 5)[0] == 0.0


def test_the_last_decision_on_a_pattern_counts() -> None:
    first = correction("c1", Do.REJECT_PATTERN, target="PT1")
    later = correction(
        "c2", Do.CONFIRM_PATTERN, target="PT1", at=first.at + dt.timedelta(days=1)
    )
    other = correction("c3", Do.REJECT_PATTERN, target="stil")
    assert decided_patterns([later, first, other, correction()]) == {
        "PT1": True,
        "stil": False,
    }


def test_what_people_do_not_recognise_is_not_compared() -> None:
    graph = InteractionGraph(
        interactions=(
            interaction(date=told("2023-05-01")),
            interaction(
                "i2",
                giver="veilig_thuis",
                receiver="basisschool",
                interaction_class=InteractionClass.FEEDBACK,
                realised=Realised.NO,
                date=told("2023-05-20"),
                event="e2",
            ),
        ),
        parties=(),
    )
    made = record([factor()], graph, timeline(event()), review="r1", motifs=(REPORT,))
    (motif,) = made.motifs
    assert motif.times
    (one,) = without_rejected(made, {"stil": False, "PT1": True}).motifs
    assert (one.times, one.organisations, one.against) == (0, (), 0)
    assert one.chance == motif.chance
    assert without_rejected(made, {"stil": True}) == made
    told_of = tuple(dataclasses.replace(f, patterns=("PT1",)) for f in made.factors)
    kept = without_rejected(dataclasses.replace(made, factors=told_of), {"PT1": False})
    assert [f.patterns for f in kept.factors] == [()]
