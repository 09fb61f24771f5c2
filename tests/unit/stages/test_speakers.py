"""Who speaks in a passage: by label, by sender, by author."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.mentions import Label, Mention
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.spans import Span
from ltnlp.stages.speakers import Voice, voices
from tests.unit.stages.naming import document, passages_of

HETTY = Entity(id="p1", label=Label.PERSON, pseudonym="[Mentor-1]", role="mentor")
WOUTER = Entity(
    id="p2",
    label=Label.PERSON,
    pseudonym="[Wijkagent-1]",
    role="wijkagent",
    organisation_kind="politie",
)
TOWN = Entity(id="l1", label=Label.LOCATION, pseudonym="[Plaats-1]", role="plaats")
ILSE = Entity(
    id="p3",
    label=Label.PERSON,
    pseudonym="[Zus-1]",
    role="zus",
    organisation_kind="gezin",
)
RIA = Entity(id="p4", label=Label.PERSON, pseudonym="[Oppas-1]", role="oppas")
REGISTRY = Registry(entities=(HETTY, WOUTER, TOWN, ILSE, RIA))


def named(passage: Passage, shown: str, entity: Entity) -> Mention:
    start = passage.text.index(shown)
    return Mention(
        passage=passage.id,
        span=Span(start=start, end=start + len(shown)),
        label=entity.label,
        entity=entity.id,
        found_by=("t",),
    )


def heard(
    passages: Sequence[Passage],
    *mentions: Mention,
    kind: DocumentKind = DocumentKind.EMAIL,
    author: str | None = None,
    author_kind: str = "school",
) -> list[Voice]:
    by_passage = {p.id: [m for m in mentions if m.passage == p.id] for p in passages}
    found = voices(
        passages,
        by_passage,
        REGISTRY,
        [document("d1", kind, author, author_kind)],
        lambda text: "Geheim" in text,
    )
    return [found[p.id] for p in passages]


def mail(*lines: tuple[str, SegmentKind]) -> list[Passage]:
    made = passages_of("d1", *(line for line, _ in lines))
    return [
        replace(p, kind=kind, speaker=None, body_start=0)
        for p, (_, kind) in zip(made, lines, strict=True)
    ]


HEADER, BODY, QUOTED = (
    SegmentKind.MAIL_HEADER,
    SegmentKind.PARAGRAPH,
    SegmentKind.QUOTED,
)


def test_what_stands_under_a_mails_header_is_its_senders() -> None:
    passages = mail(
        ("Van: Zwolle, Wouter", HEADER),
        ("Aan: Hetty", HEADER),
        ("Ik bel morgen.", BODY),
        ("> Bel je mij?", QUOTED),
    )
    voice = heard(
        passages,
        named(passages[0], "Zwolle", TOWN),
        named(passages[0], "Wouter", WOUTER),
        named(passages[1], "Hetty", HETTY),
    )
    assert [v.speaker for v in voice] == [None, None, "[Wijkagent-1]", None]
    assert voice[2].kind == "politie"


def test_a_quoted_mail_with_a_header_is_of_its_own_sender() -> None:
    passages = mail(
        ("Van: Wouter", HEADER),
        ("Zie onder.", BODY),
        ("> Van: Hetty, maandag", QUOTED),
        ("> Bel je mij?", QUOTED),
        ("Ik bel.", BODY),
    )
    voice = heard(
        passages,
        named(passages[0], "Wouter", WOUTER),
        named(passages[2], "Hetty", HETTY),
    )
    assert [v.speaker for v in voice] == [
        None,
        "[Wijkagent-1]",
        None,
        "[Mentor-1]",
        "[Wijkagent-1]",
    ]


def test_a_mail_from_nobody_who_is_known_has_no_speaker() -> None:
    passages = mail(("Van: Zwolle", HEADER), ("Ik bel morgen.", BODY))
    assert [v.speaker for v in heard(passages, named(passages[0], "Zwolle", TOWN))] == [
        None,
        None,
    ]


def test_a_label_that_names_a_place_only_names_nobody() -> None:
    (passage,) = passages_of("d1", "Zwolle: Ik belde.")
    (voice,) = heard(
        [passage], named(passage, "Zwolle", TOWN), kind=DocumentKind.INTERVIEW
    )
    assert voice.speaker == "zwolle"


def test_a_label_that_returns_without_a_mention_is_the_same_person() -> None:
    one, other = passages_of("d1", "W.: Ik belde.", "W.: Niemand nam op.")
    first, then = heard(
        [one, other], named(one, "W.", WOUTER), kind=DocumentKind.INTERVIEW
    )
    assert first.speaker == then.speaker == "[Wijkagent-1]"


def test_a_label_that_still_holds_a_name_gives_way_to_the_author() -> None:
    (passage,) = passages_of("d1", "Geheim: Ik belde.")
    (voice,) = heard([passage], kind=DocumentKind.FILE_EXTRACT, author="Mentor")
    assert (voice.speaker, voice.kind) == ("[Mentor-1]", "school")


def test_only_the_author_has_the_authors_kind_where_others_tell_too() -> None:
    passages = passages_of("d1", "Wouter: Ik belde.", "Buurvrouw: Ik hoorde het.")
    _, neighbour = heard(
        passages,
        named(passages[0], "Wouter", WOUTER),
        kind=DocumentKind.INTERVIEW,
        author="mentor",
    )
    assert (neighbour.speaker, neighbour.kind) == ("buurvrouw", None)


def test_who_bears_the_authors_role_has_the_authors_kind_beside_others() -> None:
    passages = passages_of("d1", "Hetty: Ik belde.", "Ria: Ik hoorde het.")
    own, sitter = heard(
        passages,
        named(passages[0], "Hetty", HETTY),
        named(passages[1], "Ria", RIA),
        kind=DocumentKind.INTERVIEW,
        author="Mentor",
    )
    assert (own.kind, sitter.kind) == ("school", None)


@pytest.mark.parametrize(
    ("kind", "asks"),
    [(DocumentKind.INTERVIEW, True), (DocumentKind.FILE_EXTRACT, False)],
    ids=["an interview has somebody who asks", "a file has nobody"],
)
def test_who_asks_more_than_telling_is_known_in_talk_alone(
    kind: DocumentKind, asks: bool
) -> None:
    passages = passages_of(
        "d1", "Ria: Wat deed je?", "Mentor: Ik belde.", "Ria: En toen?"
    )
    first, answered, _ = heard(
        passages, named(passages[0], "Ria", RIA), kind=kind, author="Mentor"
    )
    assert (first.asks, answered.asks) == (asks, False)


def test_the_one_who_tells_has_the_authors_kind_whatever_the_label() -> None:
    (passage,) = passages_of("d1", "Buurvrouw: Ik hoorde het.")
    (voice,) = heard([passage], kind=DocumentKind.INTERVIEW, author="mentor")
    assert voice.kind == "school"


@pytest.mark.parametrize(
    ("author_kind", "kind"),
    [("familie_netwerk", "familie_netwerk"), ("gezin", "gezin"), ("school", "gezin")],
    ids=["a sister who lives elsewhere", "a sister at home", "noted by a school"],
)
def test_which_family_a_relative_tells_for_is_what_the_review_says(
    author_kind: str, kind: str
) -> None:
    (passage,) = passages_of("d1", "Ilse: Ik belde de crisisdienst.")
    (voice,) = heard(
        [passage],
        named(passage, "Ilse", ILSE),
        kind=DocumentKind.CLIENT_INTERVIEW,
        author="zus",
        author_kind=author_kind,
    )
    assert voice.kind == kind
