"""What remains is weighed: rare things together first, common things not at all."""

import pytest

from ltnlp.domain.events import Status
from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import Actor
from ltnlp.domain.risk import Feature, Level, Rarity, Trait
from ltnlp.stages.risk import weigh
from tests import builders as make

RARITY = Rarity(
    families=2_600_000,
    organisations={"jeugdhulpplus": 2000, "basisschool": 1},
    usual=20,
    children={3: 8, 4: 30},
    flags={"diagnose": 1500},
    age=4,
    places=5,
    day=300,
    days=20_000,
    child_roles=("zoon", "dochter"),
)


def flag(words: str = "hemofilie", **changes) -> Trait:
    given = {"feature": Feature.FLAG, "words": words, "one_in": 1500, "flag": "p9"}
    return Trait(**(given | changes))


def actor(entity: str, label: Label = Label.PERSON, role: str = "zoon") -> Actor:
    return Actor(
        passage="p1",
        span=make.span(0, 1),
        entity=entity,
        pseudonym=f"[{role}-{entity}]",
        label=label,
        role=role,
    )


def weighed(*events, actors=(), flags=()):
    return weigh(
        make.timeline(*events),
        actors=actors,
        flags=flags,
        names={"jeugdhulpplus": "een gesloten instelling"},
        rarity=RARITY,
    )


def test_a_rare_organisation_and_a_diagnosis_point_to_few():
    event = make.event("e1", organisations=("jeugdhulpplus", "basisschool"))
    sheet = weighed(event, flags=[flag()])
    (found,) = sheet.combinations
    assert [t.words for t in found.traits] == ["een gesloten instelling", "hemofilie"]
    assert found.level is Level.HIGH
    assert found.families == pytest.approx(2_600_000 / 3_000_000)


def test_an_organisation_of_a_rejected_event_points_to_nobody():
    kinds = ("jeugdhulpplus",)
    gone = make.event("e1", organisations=kinds, status=Status.REJECTED)
    assert weighed(gone).traits == ()


@pytest.mark.parametrize(
    ("one_in", "level"), [(1500, Level.HIGH), (30, Level.MIDDLE), (15, Level.MIDDLE)]
)
def test_the_level_follows_the_number_of_families(one_in, level):
    event = make.event("e1", organisations=("jeugdhulpplus",))
    (found,) = weighed(event, flags=[flag(one_in=one_in)]).combinations
    assert found.level is level


def test_what_many_have_is_shown_and_combines_with_nothing():
    event = make.event("e1", organisations=("basisschool", "ander_soort"))
    sheet = weighed(event)
    assert [t.words for t in sheet.traits] == ["ander soort", "basisschool"]
    assert sheet.combinations == ()


def test_three_that_are_common_each_are_rare_together():
    flags = [flag(f"kenmerk {n}", one_in=60, flag=f"p{n}") for n in range(3)]
    (found,) = weighed(flags=flags).combinations
    assert (len(found.traits), found.level) == (3, Level.MIDDLE)


@pytest.mark.parametrize(("days", "one_in"), [(1, 300), (2, 300), (3, 20_000)])
def test_exact_days_weigh_more_when_there_are_many(days, one_in):
    events = [make.event(f"e{n}", date=make.told("2023-05-03")) for n in range(days)]
    vague = [make.event("v", date=make.told("2023-05")), make.event("u", date=None)]
    gone = make.event("r", date=make.told("2023-05-03"), status=Status.REJECTED)
    (found,) = (t for t in weighed(*events, *vague, gone).traits)
    assert (found.feature, found.one_in, found.times) == (Feature.DAYS, one_in, days)


@pytest.mark.parametrize(("children", "one_in"), [(2, None), (3, 8), (4, 30), (9, 30)])
def test_many_children_are_few_families(children, one_in):
    actors = [actor(str(n)) for n in range(children)] + [
        actor("0"),
        actor("m", role="moeder"),
    ]
    found = [t.one_in for t in weighed(actors=actors).traits]
    assert found == ([one_in] if one_in else [])


def test_ages_and_many_places_are_shown():
    actors = [actor("a", Label.AGE_PRECISE, "tienerleeftijd")] * 2
    actors += [actor(str(n), Label.LOCATION, "plaats") for n in range(3)]
    shown = {t.words: t.times for t in weighed(actors=actors).traits}
    assert shown == {
        "leeftijdsgroep: tienerleeftijd": 2,
        "3 plaatsen met een eigen volgnummer": 3,
    }


def test_a_flag_is_open_until_somebody_decides():
    sheet = weighed(flags=[flag(), flag("tweeling", flag="p8", decided="keep")])
    assert [t.flag for t in sheet.open_flags] == ["p9"]


def test_nothing_is_rarer_than_nobody():
    with pytest.raises(ValueError, match="less than one"):
        flag(one_in=0)
