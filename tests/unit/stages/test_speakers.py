"""Who speaks: by a label, by a mail header, by the author, and who asks."""

from dataclasses import replace

from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.mentions import Label, Mention
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.spans import Span
from ltnlp.stages.speakers import Voice, voices
from tests.unit.stages.naming import document, passages_of, run

MOTHER = Entity(id="e1", label=Label.PERSON, role="moeder", pseudonym="[Moeder-1]")
VOOGD = Entity(
    id="e2",
    label=Label.PERSON,
    role="gezinsvoogd",
    pseudonym="[Gezinsvoogd-1]",
    organisation_kind="gecertificeerde_instelling",
)


def named(
    passage: Passage, entity: str, shown: str, label: Label = Label.PERSON
) -> Mention:
    at = passage.text.index(shown)
    return Mention(
        passage=passage.id,
        span=Span(start=at, end=at + len(shown)),
        label=label,
        entity=entity,
        found_by=("t",),
    )


def heard(
    passages: list[Passage],
    mentions: list[Mention] | None = None,
    *,
    entities: tuple[Entity, ...] = (MOTHER, VOOGD),
    kind: DocumentKind = DocumentKind.INTERVIEW,
    author: tuple[str | None, str | None] = (None, None),
    secret: str = "",
) -> list[Voice]:
    by_passage: dict[str, list[Mention]] = {}
    for one in mentions or []:
        by_passage.setdefault(one.passage, []).append(one)
    found = voices(
        passages,
        by_passage,
        Registry(entities=entities),
        [document("d1", kind, *author)],
        lambda text: bool(secret) and secret in text,
    )
    return [found[p.id] for p in passages]


def mail(*parts: tuple[str, SegmentKind]) -> list[Passage]:
    made = passages_of("d1", *(text for text, _ in parts))
    return [
        replace(p, kind=kind, speaker=None, body_start=0)
        for p, (_, kind) in zip(made, parts, strict=True)
    ]


def test_label_that_is_a_role_of_one_person_is_that_person() -> None:
    (voice,) = heard(passages_of("d1", "Moeder: het ging niet."))
    assert voice.speaker == "[Moeder-1]"


def test_label_that_two_persons_can_be_stays_the_word() -> None:
    other = replace(MOTHER, id="e3", pseudonym="[Moeder-2]")
    (voice,) = heard(passages_of("d1", "Moeder: het ging."), entities=(MOTHER, other))
    assert voice.speaker == "moeder"


def test_label_with_a_name_in_it_is_not_shown() -> None:
    (voice,) = heard(passages_of("d1", "Onbekend: het ging."), secret="Onbekend")
    assert voice.speaker is None


def test_label_without_a_mention_is_that_of_the_passage_before() -> None:
    passages = passages_of("d1", "Anna: ja.", "Anna: en later ook.")
    found = heard(passages, [named(passages[0], "e1", "Anna")])
    assert [v.speaker for v in found] == ["[Moeder-1]", "[Moeder-1]"]


def test_who_asks_more_than_they_tell_is_the_interviewer() -> None:
    turns = ["Vera: hoe ging dat?", "Anna: goed.", "Vera: en toen?", "Anna: niets."]
    found = heard(passages_of("d1", *turns))
    assert [v.asks for v in found] == [True, False, True, False]


def test_nobody_asks_in_a_note() -> None:
    turns = ["Vera: hoe ging dat?", "Anna: goed.", "Vera: en toen?", "Anna: niets."]
    found = heard(passages_of("d1", *turns), kind=DocumentKind.OTHER)
    assert not any(v.asks for v in found)


def test_sender_speaks_in_a_message_and_not_in_what_it_quotes() -> None:
    passages = mail(
        ("Onderwerp: overleg", SegmentKind.MAIL_HEADER),
        ("Van: Wim Bos", SegmentKind.MAIL_HEADER),
        ("Wij komen morgen.", SegmentKind.PARAGRAPH),
        ("Kom je?", SegmentKind.QUOTED),
    )
    place = named(passages[1], "e1", "Wim", Label.LOCATION)
    found = heard(
        passages, [place, named(passages[1], "e2", "Bos")], kind=DocumentKind.OTHER
    )
    assert [v.speaker for v in found] == [None, None, "[Gezinsvoogd-1]", None]
    assert found[2].kind == "gecertificeerde_instelling"


def test_message_from_nobody_known_has_the_author_of_the_document() -> None:
    passages = mail(
        ("Van: postbus", SegmentKind.MAIL_HEADER), ("Wij komen.", SegmentKind.PARAGRAPH)
    )
    found = heard(
        passages, kind=DocumentKind.OTHER, author=("gezinsvoogd", "gecertificeerd")
    )
    assert found[1] == Voice(
        speaker="[Gezinsvoogd-1]", kind="gecertificeerd", asks=False
    )


def test_author_whose_role_names_somebody_is_the_author_only() -> None:
    (voice,) = heard(
        passages_of("d1", "Wij kwamen."),
        kind=DocumentKind.OTHER,
        author=("juf Saskia", "basisschool"),
        secret="Saskia",
    )
    assert voice.speaker == "auteur"


def test_kind_of_the_author_is_not_that_of_another_who_tells() -> None:
    passages = passages_of("d1", "Anna: ik kwam.", "Tante: ik ook.")
    found = heard(
        passages, [named(passages[0], "e1", "Anna")], author=("voogd", "gecertificeerd")
    )
    assert found[1].kind is None


def test_only_teller_has_the_kind_of_the_author() -> None:
    passages = passages_of("d1", "Anna: ik kwam.")
    (voice,) = heard(
        passages, [named(passages[0], "e1", "Anna")], author=("voogd", "gecertificeerd")
    )
    assert voice.kind == "gecertificeerd"


def test_role_of_a_reviewer_asks() -> None:
    review = run({"d1": ["Reviewbegeleider: vertel eens.", "Moeder: het ging."]})
    found = voices(
        review.passages, {}, review.registry, review.documents, lambda _: False
    )
    assert [found[p.id].asks for p in review.passages] == [True, False]


def test_passage_without_a_label_in_an_interview_is_nobodys() -> None:
    place = Entity(id="e9", label=Label.LOCATION, role="plaats", pseudonym="[Plaats-1]")
    turns = ["Vera: en toen?", "Vera: en nu?", "het bleef stil"]
    found = heard(passages_of("d1", *turns), entities=(MOTHER, place))
    assert found[2] == Voice(speaker=None, kind=None, asks=False)
    assert not any(v.asks for v in found)


def test_place_in_a_label_is_no_speaker() -> None:
    passages = passages_of("d1", "Groep Zuid: wij kwamen.")
    (voice,) = heard(passages, [named(passages[0], "e1", "Zuid", Label.LOCATION)])
    assert voice.speaker == "groep zuid"


def test_interviewer_does_not_get_the_kind_of_the_author() -> None:
    asking = replace(MOTHER, role="interviewer", pseudonym="[Interviewer-1]")
    passages = passages_of("d1", "Anna: ik kwam.")
    (voice,) = heard(
        passages,
        [named(passages[0], "e1", "Anna")],
        entities=(asking,),
        author=("voogd", "gecertificeerd"),
    )
    assert voice == Voice(speaker="[Interviewer-1]", kind=None, asks=True)
