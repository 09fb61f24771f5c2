"""Roles that several kinds have: which one this review means."""

import pytest

from ltnlp.domain.mentions import Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor
from ltnlp.stages.role_kinds import RoleKinds, actors_here, mentions_here, role_kinds
from tests.builders import document, passage, span

VO = "voortgezet_onderwijs"
SPECIAL = "speciaal_onderwijs"
HOME = "residentiele_jeugdhulp"


def kinds(*authors: str, named: tuple[str, ...] = ()) -> RoleKinds:
    return RoleKinds(authors=frozenset(authors), named=frozenset(named))


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
    assert role_kinds([school, juf], [one, none]) == kinds(SPECIAL, named=("mbo",))


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
    def actor(label: Label, kind: str | None) -> Actor:
        return Actor(
            passage="p1",
            span=span(0, 4),
            entity="x",
            pseudonym="[Leerkracht-1]",
            label=label,
            role="leerkracht",
            organisation_kind=kind,
        )

    person = actor(Label.PERSON, "basisschool")
    named = actor(Label.ORG_INSTANCE, "basisschool")
    unknown = actor(Label.PERSON, None)
    found = actors_here([person, named, unknown], kinds(SPECIAL), {"p1": None})
    assert [one.organisation_kind for one in found] == [SPECIAL, "basisschool", None]
