"""Which kind of organisation a name stands for in a review."""

from collections.abc import Sequence
from dataclasses import replace

from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.mentions import Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedPassage
from ltnlp.domain.spans import OffsetMap, Span
from ltnlp.stages.party_kinds import resolve, senders


def _passage(
    text: str, *, ordinal: int = 0, kind: SegmentKind = SegmentKind.PARAGRAPH
) -> ReleasedPassage:
    return ReleasedPassage(
        id=f"p{ordinal}",
        document="d1",
        ordinal=ordinal,
        text=text,
        offsets=OffsetMap(pieces=()),
        name_check=lambda _: False,
        kind=kind,
        speaker_kind="wijkteam",
    )


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def _actor(text: str, name: str, *, kind: str | None, passage: str = "p0") -> Actor:
    return Actor(
        passage=passage,
        span=_at(text, name),
        entity=name,
        pseudonym=name,
        label=Label.PERSON,
        role="persoon",
        organisation_kind=kind,
    )


def _kinds(text: str, mentions: Sequence[OrganisationMention]) -> list[str]:
    found = resolve([_passage(text)], organisations=mentions, actors=(), documents=())
    return [one.kind for one in found.organisations.get("p0", ())]


def test_what_stands_beside_a_name_tells_its_kind() -> None:
    text = "[Persoon-5] van de kredietbank belde."
    bank = OrganisationMention(
        passage="p0", span=_at(text, "kredietbank"), kind="schuldhulpverlening"
    )
    found = resolve(
        [_passage(text)],
        organisations=(bank,),
        actors=(_actor(text, "[Persoon-5]", kind=None),),
        documents=(),
    )
    assert found.actors["p0"][0].organisation_kind == "schuldhulpverlening"


def test_a_team_leader_is_of_no_other_organisation_by_the_word_alone() -> None:
    text = "Mijn teamleider belde."
    found = OrganisationMention(
        passage="p0", span=_at(text, "teamleider"), kind="voortgezet_onderwijs"
    )
    assert _kinds(text, (found,)) == []


def test_a_quoted_mail_is_its_own_senders() -> None:
    header = "> Van: [Persoon-5]"
    passages = (
        _passage(header, ordinal=0, kind=SegmentKind.MAIL_HEADER),
        _passage("> Ik bel morgen.", ordinal=1, kind=SegmentKind.QUOTED),
    )
    actors = {"p0": (_actor(header, "[Persoon-5]", kind="huisarts"),)}
    assert senders(passages, actors)["p1"][0] == "huisarts"


def test_a_name_keeps_its_kind_where_nothing_stands_beside_it() -> None:
    text = "[Mentor-1] zag dat pas weken later bij het jeugdteam."
    team = OrganisationMention(
        passage="p0", span=_at(text, "jeugdteam"), kind="wijkteam"
    )
    found = resolve(
        [_passage(text)],
        organisations=(team,),
        actors=(_actor(text, "[Mentor-1]", kind="school"),),
        documents=(),
    )
    assert found.actors["p0"][0].organisation_kind == "school"


def test_a_telling_role_outweighs_what_stands_beside_it() -> None:
    text = "[Voogd-1] van de kredietbank belde."
    bank = OrganisationMention(
        passage="p0", span=_at(text, "kredietbank"), kind="schuldhulpverlening"
    )
    voogd = replace(
        _actor(text, "[Voogd-1]", kind="gecertificeerde_instelling"), role="voogd"
    )
    found = resolve(
        [_passage(text)], organisations=(bank,), actors=(voogd,), documents=()
    )
    assert found.actors["p0"] == (voogd,)


def test_places_and_names_in_passages_that_are_gone_have_no_kind() -> None:
    text = "[Plaats-1] van de kredietbank"
    place = replace(_actor(text, "[Plaats-1]", kind=None), label=Label.LOCATION)
    gone = replace(_actor(text, "[Plaats-1]", kind=None), passage="p9")
    bank = OrganisationMention(
        passage="p0", span=_at(text, "kredietbank"), kind="schuldhulpverlening"
    )
    found = resolve(
        [_passage(text)], organisations=(bank,), actors=(place, gone), documents=()
    )
    assert [a.organisation_kind for a in found.actors["p0"]] == [None]
    assert found.actors["p9"] == (gone,)


def test_who_a_mail_is_sent_to_stands_in_its_header_and_the_next_file_forgets_it() -> (
    None
):
    passages = (
        _passage("Van: [Huisarts-1]", ordinal=0, kind=SegmentKind.MAIL_HEADER),
        _passage("Aan: [Mentor-1]", ordinal=1, kind=SegmentKind.MAIL_HEADER),
        _passage("Onderwerp: bellen", ordinal=2, kind=SegmentKind.MAIL_HEADER),
        _passage("Ik bel morgen.", ordinal=3),
        ReleasedPassage(
            id="p4",
            document="d2",
            ordinal=0,
            text="Los blad.",
            offsets=OffsetMap(pieces=()),
            name_check=lambda _: False,
        ),
    )
    actors = {
        "p0": (_actor("Van: [Huisarts-1]", "[Huisarts-1]", kind="huisarts"),),
        "p1": (_actor("Aan: [Mentor-1]", "[Mentor-1]", kind="school", passage="p1"),),
    }
    assert senders(passages, actors) == {"p3": ("huisarts", "school")}
