"""Roles that several kinds have: which one this review means."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ltnlp.domain.mentions import Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor
from ltnlp.stages.role_kinds import (
    RoleKinds,
    actors_here,
    kinds_of_authors,
    mentions_here,
    role_kinds,
)
from tests.builders import document, passage, span

VO = "voortgezet_onderwijs"
SPECIAL = "speciaal_onderwijs"
HOME = "residentiele_jeugdhulp"


def kinds(
    *authors: str, named: tuple[str, ...] = (), roles: Mapping[str, str] | None = None
) -> RoleKinds:
    return RoleKinds(
        authors=frozenset(authors),
        named=frozenset(named),
        sure=frozenset(named),
        roles=roles or {},
    )


def holder(role: str, kind: str | None, label: Label = Label.PERSON) -> Actor:
    return Actor(
        passage="p1",
        span=span(0, 4),
        entity="x",
        pseudonym="[Leerkracht-1]",
        label=label,
        role=role,
        organisation_kind=kind,
    )


@pytest.mark.parametrize(
    ("role", "kind", "speaker", "review", "expected"),
    [
        pytest.param("juf", "basisschool", SPECIAL, kinds(SPECIAL), SPECIAL, id="own"),
        pytest.param("juf", "basisschool", "gezin", kinds(SPECIAL), SPECIAL, id="only"),
        pytest.param(
            "juf", "basisschool", "gezin", kinds(SPECIAL, named=("basisschool",)),
            "basisschool", id="both schools are in the review",
        ),
        pytest.param(
            "juf", "basisschool", SPECIAL, kinds(SPECIAL, "basisschool"),
            "basisschool", id="both schools tell",
        ),
        pytest.param("mentor", VO, HOME, kinds(HOME), HOME, id="mentor of a home"),
        pytest.param("zorgcoördinator", VO, HOME, kinds(HOME), VO, id="only at school"),
        pytest.param("mentor", VO, None, kinds("mbo", HOME), VO, id="undecided"),
        pytest.param("agent", "politie", "gezin", kinds(), "politie", id="one kind"),
        pytest.param(
            "woonbegeleider", "gehandicaptenzorg", "gezin", kinds("asielopvang"),
            "asielopvang", id="who stands by somebody in a reception centre",
        ),
        pytest.param(
            "Gezinscoach", "ambulante_jeugdhulp", "gezin",
            kinds(roles={"gezinscoach": "wijkteam"}), "wijkteam", id="all who have it",
        ),
    ],
)  # fmt: skip
def test_a_role_is_read_as_the_review_has_it(
    role: str, kind: str, speaker: str | None, review: RoleKinds, expected: str
) -> None:
    assert review.of(role, kind, speaker) == expected


def test_tellers_and_named_organisations_make_the_kinds_of_a_review() -> None:
    one = document("d1", author_kind=SPECIAL)
    none = document("d2", author_kind=None)
    school = OrganisationMention(passage="p1", span=span(0, 3), kind="mbo")
    juf = OrganisationMention(
        passage="p1", span=span(4, 7), kind="basisschool", by_role=True, role="juf"
    )
    ggz = replace(school, kind="volwassenen_ggz", ambiguous=("jeugd_ggz",))
    found = role_kinds([school, juf, ggz], [], [one, none])
    assert found == replace(
        kinds(SPECIAL, named=("mbo", "volwassenen_ggz")), sure=frozenset({"mbo"})
    )


def test_a_role_is_of_the_kind_that_all_who_have_it_are_of() -> None:
    coach = document("d1", author_role="Gezinscoach", author_kind="wijkteam")
    nobody = document("d2", author_role="jobcoach", author_kind=None)
    actors = [
        holder("gezinscoach", "wijkteam"),
        holder("mentor", VO),
        holder("mentor", HOME),
        holder("behandelaar", "jeugd_ggz"),
        holder("moeder", "gezin"),
        holder("basisschool", "basisschool", Label.ORG_INSTANCE),
        holder("consulent", None),
    ]
    found = role_kinds([], actors, [coach, nobody])
    assert found.roles == {"gezinscoach": "wijkteam"}


@pytest.mark.parametrize(
    ("review", "kind", "ambiguous", "expected"),
    [
        (kinds("jeugd_ggz"), "volwassenen_ggz", ("jeugd_ggz",), "jeugd_ggz"),
        (kinds(named=("jeugd_ggz",)), "volwassenen_ggz", ("jeugd_ggz",), "jeugd_ggz"),
        (
            kinds("volwassenen_ggz", named=("jeugd_ggz",)),
            "volwassenen_ggz",
            ("jeugd_ggz",),
            "volwassenen_ggz",
        ),
        (kinds(), "volwassenen_ggz", ("jeugd_ggz",), "volwassenen_ggz"),
        (kinds(SPECIAL), "school", (SPECIAL,), "school"),
        (kinds("jeugd_ggz"), "volwassenen_ggz", (), "volwassenen_ggz"),
    ],
    ids=["who tells", "who is named", "teller first", "neither", "school", "one kind"],
)
def test_a_word_of_several_kinds_is_one_that_the_review_has(
    review: RoleKinds, kind: str, ambiguous: tuple[str, ...], expected: str
) -> None:
    ggz = OrganisationMention(
        passage="p1", span=span(3, 6), kind=kind, ambiguous=ambiguous
    )
    told = {"p1": passage("p1", "De ggz belde.")}
    (one,) = mentions_here([ggz], review, told, {"p1": None})
    assert one.kind == expected


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("Toen belde mijn moeder zelf.", "familie_netwerk", "familie_netwerk"),
        ("Toen belde mijn moeder zelf.", "gezin", "gezin"),
        ("Toen belde zijn moeder zelf.", "familie_netwerk", "gezin"),
    ],
)
def test_a_relatives_own_mother_is_of_the_network(
    text: str, speaker: str, expected: str
) -> None:
    at = text.index("moeder")
    mother = OrganisationMention(
        passage="p1", span=span(at, at + 6), kind="gezin", by_role=True, role="moeder"
    )
    told = {"p1": passage("p1", text)}
    (one,) = mentions_here([mother], kinds(), told, {"p1": speaker})
    assert one.kind == expected


def test_what_is_named_itself_keeps_its_kind_and_unknown_passages_are_left_out() -> (
    None
):
    school = OrganisationMention(passage="p1", span=span(0, 6), kind="basisschool")
    lost = OrganisationMention(passage="p9", span=span(0, 6), kind="basisschool")
    told = {"p1": passage("p1", "School belde.")}
    found = mentions_here([school, lost], kinds(SPECIAL), told, {"p1": SPECIAL})
    assert found == [school]


def test_persons_are_read_so_too_and_named_schools_are_not() -> None:
    person = holder("leerkracht", "basisschool")
    named = holder("leerkracht", "basisschool", Label.ORG_INSTANCE)
    unknown = holder("leerkracht", None)
    found = actors_here([person, named, unknown], kinds(SPECIAL), {"p1": None})
    assert [one.organisation_kind for one in found] == [SPECIAL, "basisschool", None]


def test_what_was_typed_of_an_author_goes_before_what_a_role_mostly_stands_for() -> (
    None
):
    coordinator = holder("Zorgcoördinator", VO)
    author = document("d1", author_role="zorgcoördinator", author_kind=SPECIAL)
    assert role_kinds([], [coordinator], [author]).roles == {"zorgcoördinator": SPECIAL}


def test_a_role_of_authors_of_two_kinds_tells_neither() -> None:
    school = document("d1", author_role="mentor", author_kind=VO)
    home = document("d2", author_role="Mentor", author_kind=HOME)
    assert kinds_of_authors([school, home]) == {}
    assert kinds_of_authors([school]) == {"mentor": VO}
