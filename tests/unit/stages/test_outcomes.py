from dataclasses import replace
from itertools import permutations

import pytest

from ltnlp.domain.events import Event, Realised
from ltnlp.domain.timeline import RelationKind
from ltnlp.stages.outcomes import outcomes, realisations, told_undone
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


def kind_of(plan: Event, *later: Event) -> RelationKind | None:
    """Return how a plan is linked to what came of it; None when to nothing.

    Among other things: what is rare in two happenings is so in many.
    """
    words = (
        "fiets zwemles koelkast waterpokken tandarts laptop zomerkamp luizen".split()
    )
    others = [
        event(f"{one} {other}", when="2020-01-01", source="d9", at=at)
        for at, (one, other) in enumerate(permutations(words, 2))
    ]
    found = realisations([*others, plan, *later])
    return found[0].kind if found else None


@pytest.mark.parametrize(
    ("arranged", "told", "how", "expected"),
    [
        ("Moeder uitgenodigd voor gesprek", "Moeder niet op gesprek", "nee", RelationKind.UNDONE_BY),
        ("Kennismaking verzet naar mei", "Kennismaking geweest", "ja", RelationKind.REALISED_BY),
        ("Kennismaking verzet naar mei", "Kennismaking afgezegd", "ja", RelationKind.UNDONE_BY),
        ("Kennismaking geweest", "Kennismaking herhaald", "ja", None),
        ("Kennismaking verzet naar mei", "Kennismaking gepland", "voorgenomen", None),
        ("Kennismaking verzet naar mei", "Kennismaking wie weet", "onbekend", None),
    ],
    ids=["invited", "moved and held", "moved and called off", "no plan", "another plan",
         "nobody knows"],
)  # fmt: skip
def test_what_was_arranged_is_followed_by_what_came_of_it(
    arranged: str, told: str, how: str, expected: RelationKind | None
) -> None:
    plan = event(arranged, when="2021-03-01", kind="contact")
    later = event(told, when="2021-03-20", source="d2", realised=how)
    assert kind_of(plan, later) is expected


def test_on_the_day_that_was_planned_for_less_has_to_be_alike() -> None:
    plan = event(
        "Bespreking groeicurve gepland met kraamzorg en huisarts",
        when="2021-03-20",
        realised="voorgenomen",
    )
    other = event("Bespreking van school, roosters, lokalen, vakanties",
                  when="2021-03-27", at=200)  # fmt: skip
    on_day = event("Bespreking van school, roosters, lokalen, vakanties",
                   when="2021-03-20", at=200)  # fmt: skip
    assert kind_of(plan, other) is None
    assert kind_of(plan, on_day) is RelationKind.REALISED_BY


@pytest.mark.parametrize(
    ("told", "when", "how", "linked"),
    [
        ("Vraag gesteld", "2021-03-09", "ja", False),
        ("Vraag niet gesteld", "2021-03-09", "nee", True),
        ("Groeicurve gekregen", "2021-03-09", "ja", True),
        ("Groeicurve gekregen", "2021-05-29", "ja", False),
    ],
    ids=["a short word", "a short word that failed", "a long word", "much later"],
)
def test_one_word_alone_says_it_only_soon_after(
    told: str, when: str, how: str, linked: bool
) -> None:
    plan = event("Vraag groeicurve", when="2021-03-01", realised="voorgenomen")
    later = event(told, when=when, source="d2", realised=how)
    assert (kind_of(plan, later) is not None) is linked


def test_a_verb_that_was_split_is_the_same_verb() -> None:
    plan = event("Beloofd noodwoning toe te kennen en op te knappen",
                 when="2021-03-01", realised="voorgenomen")  # fmt: skip
    done = event("Noodwoning toegekend", when="2021-06-20", source="d2")
    assert kind_of(plan, done) is RelationKind.REALISED_BY


def test_who_says_that_it_was_agreed_needs_fewer_of_its_words() -> None:
    plan = event("Logopedist zou roosters bekijken met mentor",
                 when="2021-03-01", realised="voorgenomen")  # fmt: skip
    plain = event("Logopedist zag ouders kort", when="2021-03-09", at=200)
    agreed = event("Logopedist zag inderdaad ouders",
                   when="2021-03-09", at=200)  # fmt: skip
    assert kind_of(plan, plain) is None
    assert kind_of(plan, agreed) is RelationKind.REALISED_BY


def test_what_stands_before_the_plan_did_not_come_of_it() -> None:
    plan = event(
        "Groeicurve opvragen", when="2021-03-01", at=90, realised="voorgenomen"
    )
    before = event("Groeicurve opgevraagd", when="2021-03-09", at=0)
    assert kind_of(plan, before) is None


def test_of_a_plan_without_a_day_nothing_is_said_to_come() -> None:
    plan = event("Groeicurve opvragen", realised="voorgenomen")
    done = event("Groeicurve opgevraagd", when="2021-03-09", at=90)
    assert kind_of(plan, done) is None


@pytest.mark.parametrize(
    ("wording", "undone"),
    [
        ("Zou bellen. Dat is niet gebeurd", True),
        ("Afgesproken dat hij niet alleen thuis is", False),
    ],
)
def test_a_plan_that_is_told_to_have_come_to_nothing_waits_for_no_doing(
    wording: str, undone: bool
) -> None:
    assert told_undone(event(wording, realised="voorgenomen")) is undone
