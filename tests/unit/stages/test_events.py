import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.events import (
    DateInText,
    Event,
    EventReader,
    EventReading,
    Knowing,
    NoEvent,
    Realised,
    Skipped,
    TextToRead,
    ToldEvent,
    UnusedDate,
)
from ltnlp.domain.mentions import LEADING, Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedDate, ReleasedPassage
from ltnlp.domain.spans import OffsetMap, Span
from ltnlp.stages import events as stage
from ltnlp.stages.pseudonyms import BIRTH
from tests.unit.stages.story import date, document

TEXT = "Wij belden de huisarts op 4 maart. Dat hoorde school pas later. Klaar."


class OneByOne:
    """Reads texts one by one."""

    def read(self, source: TextToRead) -> EventReading:
        raise NotImplementedError

    def read_all(self, sources: Sequence[TextToRead]) -> tuple[EventReading, ...]:
        return tuple(map(self.read, sources))


class WholeSentences(OneByOne):
    """Takes every sentence for an event, but for those that begin with "Klaar"."""

    def read(self, source: TextToRead) -> EventReading:
        told: list[ToldEvent] = []
        skipped: list[Skipped] = []
        at = source.start
        for sentence in source.text[source.start :].split(". "):
            span = Span(start=at, end=at + len(sentence))
            at = span.end + 2
            if sentence.startswith("Klaar"):
                skipped.append(Skipped(span=span, why=NoEvent.NOTHING_TOLD))
                continue
            inside = [d for d in source.dates if span.contains(d.span)]
            told.append(self.event(span, sentence, inside))
        return EventReading(told=tuple(told), skipped=tuple(skipped))

    def event(self, span: Span, text: str, dates: list[DateInText]) -> ToldEvent:
        heard = Knowing(span=span, how="heard_later", speaker=False)
        return ToldEvent(
            span=span,
            core=span,
            what=text,
            type="contact",
            realised=Realised.YES,
            date=dates[0] if dates else None,
            knowing=(heard,) if "hoorde" in text else (),
        )


def passage(text: str = TEXT, **changes: object) -> ReleasedPassage:
    values: dict[str, object] = {
        "id": "p1",
        "document": "d1",
        "ordinal": 0,
        "text": text,
        "offsets": OffsetMap.identity(start=100, length=len(text)),
        "name_check": lambda _: False,
        "speaker": "gezinscoach",
        "speaker_kind": "wijkteam",
        "kind": SegmentKind.TURN,
    }
    return ReleasedPassage(**{**values, **changes})  # type: ignore[arg-type]


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def actor(pseudonym: str, text: str, *, role: str, kind: str) -> Actor:
    return Actor(
        passage="p1",
        span=at(pseudonym, text),
        entity="e",
        pseudonym=pseudonym,
        label=Label.PERSON,
        role=role,
        organisation_kind=kind,
    )


DATES = [ReleasedDate(passage="p1", span=at("4 maart"), value=date("2021-03-04"))]
KINDS = [
    OrganisationMention(passage="p1", span=at("huisarts"), kind="huisarts"),
    OrganisationMention(passage="p1", span=at("school"), kind="school"),
    OrganisationMention(passage="p2", span=Span(start=0, end=4), kind="basisschool"),
]


def extract(*passages: ReleasedPassage) -> tuple[Event, ...]:
    return stage.extract(
        passages,
        actors=[],
        dates=DATES,
        organisations=KINDS,
        documents=[document("d1")],
        reader=WholeSentences(),
    )


def test_each_event_has_one_account_that_points_to_its_source() -> None:
    first, _ = extract(passage())
    (account,) = first.accounts
    assert account.source == Span(start=100, end=100 + TEXT.index(". "))
    assert account.wording == "Wij belden de huisarts op 4 maart"
    assert (account.who_tells, account.teller_kind) == ("gezinscoach", "wijkteam")
    assert first.date is not None
    assert first.date.edtf == "2021-03-04"


def test_the_speaker_is_a_party_when_saying_we() -> None:
    first, second = extract(passage())
    assert first.organisations == ("huisarts", "wijkteam")
    assert "wijkteam" not in second.organisations


def test_school_is_the_school_of_the_review() -> None:
    _, second = extract(passage())
    assert second.organisations == ("basisschool",)


def test_who_heard_later_is_the_one_named() -> None:
    _, second = extract(passage())
    (known,) = second.accounts[0].known_since
    assert (known.actor, known.how) == ("basisschool", "heard_later")


def test_an_undated_account_gets_bounds_from_the_talk_around_it() -> None:
    _, second = extract(passage())
    context = second.accounts[0].context
    assert second.date is None
    assert context is not None
    assert context.earliest is not None
    assert context.earliest <= dt.date(2021, 3, 4)


def test_ids_are_stable_and_do_not_depend_on_other_passages() -> None:
    alone = extract(passage())
    among = extract(passage(id="p0", ordinal=1, text="Anders. Klaar."), passage())
    assert {e.id for e in alone} <= {e.id for e in among}


def test_a_question_is_the_prompt_of_the_answer() -> None:
    question = passage(
        "Wanneer belde u?", id="p0", interviewer=True, kind=SegmentKind.TURN
    )
    first, *_ = [
        e
        for e in extract(question, passage(ordinal=1))
        if e.accounts[0].passage == "p1"
    ]
    assert first.accounts[0].prompt == "Wanneer belde u?"


def listed(text: str, reader: EventReader) -> tuple[UnusedDate, ...]:
    """Return what stands in no event of a text that tells of 5 May."""
    day = ReleasedDate(passage="p1", span=at("5 mei", text), value=date("2021-05-05"))
    return stage.unused_dates(
        [passage(text)],
        actors=[],
        dates=[day],
        organisations=[],
        documents=[document("d1")],
        reader=reader,
    )


def test_a_date_that_dates_nothing_is_listed_with_the_reason() -> None:
    text = "Klaar op 5 mei."
    unused = listed(text, WholeSentences())
    assert unused == (
        UnusedDate(passage="p1", span=at("5 mei", text), why=NoEvent.NOTHING_TOLD),
    )


def test_what_stands_above_an_interview_is_a_heading() -> None:
    seen: list[SegmentKind] = []

    class Watcher(WholeSentences):
        def read(self, source: TextToRead) -> EventReading:
            seen.append(source.kind)
            return EventReading()

    above = passage(speaker=None, speaker_kind=None, kind=SegmentKind.PARAGRAPH)
    turn = passage(id="p2", ordinal=1, kind=SegmentKind.TURN)
    stage.extract(
        [above, turn],
        actors=[],
        dates=[],
        organisations=[],
        documents=[document("d1", kind=str(DocumentKind.INTERVIEW))],
        reader=Watcher(),
    )
    assert seen == [SegmentKind.HEADING, SegmentKind.TURN]


def test_an_interview_without_labels_is_told_from_its_first_line() -> None:
    seen: list[SegmentKind] = []

    class Watcher(WholeSentences):
        def read(self, source: TextToRead) -> EventReading:
            seen.append(source.kind)
            return EventReading()

    stage.extract(
        [passage(speaker=None, speaker_kind=None, kind=SegmentKind.PARAGRAPH)],
        actors=[],
        dates=[],
        organisations=[],
        documents=[document("d1", kind=str(DocumentKind.INTERVIEW))],
        reader=Watcher(),
    )
    assert seen == [SegmentKind.PARAGRAPH]


def test_pseudonyms_named_took_part() -> None:
    text = "Gebeld met [Oma-1]."
    oma = actor("[Oma-1]", text, role="oma", kind="familie_netwerk")
    (event,) = stage.extract(
        [passage(text)],
        actors=[oma],
        dates=[],
        organisations=[],
        documents=[document("d1")],
        reader=WholeSentences(),
    )
    assert event.who == ("[Oma-1]",)
    assert event.organisations == ("familie_netwerk",)


class Knows(WholeSentences):
    """Takes every sentence for one that tells who knew."""

    def __init__(self, how: str, **changes: bool) -> None:
        self.how = how
        self.changes = changes

    def event(self, span: Span, text: str, dates: list[DateInText]) -> ToldEvent:
        told = super().event(span, text, dates)
        heard = Knowing(
            span=span,
            how=self.how,
            date=dates[0] if dates else None,
            **self.changes,
        )
        return replace(told, knowing=(heard,))


def knowers(text: str, reader: Knows, *named: str) -> list[tuple[str, str | None]]:
    """Return who knew by these words, and who told them."""
    kinds = [OrganisationMention(passage="p1", span=at(n, text), kind=n) for n in named]
    (found,) = stage.extract(
        [passage(text)],
        actors=[],
        dates=[],
        organisations=kinds,
        documents=[document("d1")],
        reader=reader,
    )
    return [(k.actor, k.told_by) for k in found.accounts[0].known_since]


def test_the_speaker_heard_it_of_the_other_that_is_named() -> None:
    text = "Dat hoorden wij van de huisarts"
    heard = Knows("was_told", speaker=True)
    assert knowers(text, heard, "huisarts") == [("wijkteam", "huisarts")]
    assert knowers(text, heard) == [("wijkteam", None)]


def test_who_did_not_know_was_told_by_nobody() -> None:
    text = "Dat wisten wij niet van de huisarts"
    unknown = Knows("did_not_know", speaker=True)
    assert knowers(text, unknown, "huisarts") == [("wijkteam", None)]


def test_when_nobody_is_named_nobody_is_said_to_know() -> None:
    assert knowers("Men wist dat", Knows("suspected", speaker=False)) == []


def test_who_hears_it_only_now_knows_from_the_day_of_telling() -> None:
    (found,) = stage.extract(
        [passage("Dat hoor ik nu pas")],
        actors=[],
        dates=[],
        organisations=[],
        documents=[document("d1")],
        reader=Knows("heard_later", speaker=True, now=True),
    )
    (known,) = found.accounts[0].known_since
    assert known.date is not None
    assert (known.date.edtf, known.date.rule) == ("2023-01-01", "day_of_telling")


@pytest.mark.parametrize(
    ("changes", "start", "why"),
    [
        ({"citation": True}, 0, NoEvent.CITATION),
        ({"rule": BIRTH}, 0, NoEvent.BIRTH),
        ({}, 0, NoEvent.LAW),
        ({}, 10, NoEvent.NOTHING_TOLD),
    ],
    ids=["citation", "birth", "skipped", "outside of what is read"],
)
def test_why_a_date_dates_nothing(
    changes: dict[str, Any], start: int, why: NoEvent
) -> None:
    class Refuses(WholeSentences):
        def read(self, source: TextToRead) -> EventReading:
            span = Span(start=start, end=len(source.text))
            return EventReading(skipped=(Skipped(span=span, why=NoEvent.LAW),))

    text = "Op 5 mei: artikel 1."
    value = replace(date("2021-05-05"), **changes)
    (unused,) = stage.unused_dates(
        [passage(text)],
        actors=[],
        dates=[ReleasedDate(passage="p1", span=at("5 mei", text), value=value)],
        organisations=[],
        documents=[document("d1")],
        reader=Refuses(),
    )
    assert unused.why is why


def test_a_date_inside_what_is_told_is_used() -> None:
    unused = stage.unused_dates(
        [passage()],
        actors=[],
        dates=DATES,
        organisations=KINDS,
        documents=[document("d1")],
        reader=WholeSentences(),
    )
    assert unused == ()


def test_another_day_in_the_words_of_an_event_is_listed() -> None:
    """The event stands on one day only: the other is on no timeline."""
    text = "Op 5 mei kwam zij en op 9 juni vroeg zij hulp."
    unused = stage.unused_dates(
        [passage(text)],
        actors=[],
        dates=[
            ReleasedDate(
                passage="p1", span=at("5 mei", text), value=date("2021-05-05")
            ),
            ReleasedDate(
                passage="p1", span=at("9 juni", text), value=date("2021-06-09")
            ),
        ],
        organisations=[],
        documents=[document("d1")],
        reader=WholeSentences(),
    )
    assert unused == (
        UnusedDate(passage="p1", span=at("9 juni", text), why=NoEvent.BESIDE),
    )


def test_a_question_is_not_carried_into_another_source() -> None:
    asked = passage("Wat deed school? ", id="p9", interviewer=True)
    told = passage(id="p1", document="d2")
    prompts = {e.accounts[0].prompt for e in extract(asked, told) if _in_d2(e)}
    assert prompts == {""}


def _in_d2(event: Event) -> bool:
    return event.accounts[0].document == "d2"


def test_who_learns_from_it_is_given_each_passage_with_what_is_known_of_it() -> None:
    ((found, source),) = stage.to_read(
        [passage()],
        actors=[],
        dates=DATES,
        organisations=KINDS,
        documents=[document("d1")],
    )
    assert found.id == "p1"
    assert [d.span for d in source.dates] == [DATES[0].span]
    assert source.document_kind is DocumentKind.INTERVIEW


def test_a_person_who_did_not_know_stands_for_the_work_that_is_known_of_her() -> None:
    text = "Dat wist [Mentor-1] niet"
    who = actor("[Mentor-1]", text, role="mentor", kind="basisschool")
    (found,) = stage.extract(
        [passage(text)],
        actors=[who],
        dates=[],
        organisations=[],
        documents=[document("d1")],
        reader=Knows("did_not_know", speaker=False),
    )
    assert [k.actor for k in found.accounts[0].known_since] == ["basisschool"]


@pytest.mark.parametrize(
    ("speaker", "written"), [("[Huisarts-1]", "2021-03-05"), ("huisarts", None)]
)
def test_a_mail_is_written_when_it_was_sent_by_who_is_named(
    speaker: str, written: str | None
) -> None:
    header = "Verzonden: 5 maart"
    sent = ReleasedDate(
        passage="p0", span=at("5 maart", header), value=date("2021-03-05")
    )
    mail = replace(document("d1", author="huisarts"), kind=DocumentKind.EMAIL)
    events = stage.extract(
        [
            passage(header, id="p0", kind=SegmentKind.MAIL_HEADER, speaker=None),
            passage(
                "Wij spraken moeder.",
                ordinal=1,
                kind=SegmentKind.PARAGRAPH,
                speaker=speaker,
            ),
        ],
        actors=[],
        dates=[sent],
        organisations=[],
        documents=[mail],
        reader=WholeSentences(),
    )
    found = events[-1].accounts[0].written
    assert (found.edtf if found else None) == written


@pytest.mark.parametrize(
    ("author", "kind"),
    [("mbo", "basisschool"), ("speciaal_onderwijs", "speciaal_onderwijs")],
)
def test_who_is_of_a_school_is_of_the_authors_else_of_that_of_the_review(
    author: str, kind: str
) -> None:
    (told, *_) = stage.extract(
        [passage(speaker_kind="school")],
        actors=(),
        dates=(),
        organisations=[
            OrganisationMention(
                passage="p2", span=Span(start=0, end=4), kind="basisschool"
            )
        ]
        * 9,
        documents=[document("d1", author=author)],
        reader=WholeSentences(),
    )
    assert told.accounts[0].teller_kind == kind


def test_a_mail_is_told_by_its_sender_and_not_by_whose_bundle_it_is() -> None:
    header = passage("Van: [Piet]", id="p0", ordinal=-1, kind=SegmentKind.MAIL_HEADER)
    actor = Actor(
        passage="p0",
        span=Span(start=5, end=11),
        entity="x",
        pseudonym="[Piet]",
        label=Label.PERSON,
        role="wijkagent",
        organisation_kind="politie",
    )
    (*_, told) = stage.extract(
        [header, passage(kind=SegmentKind.PARAGRAPH)],
        actors=[actor],
        dates=(),
        organisations=(),
        documents=[document("d1", kind="email")],
        reader=WholeSentences(),
    )
    assert told.accounts[0].teller_kind == "politie"


def test_a_small_happening_is_listed_with_its_day_or_with_its_words() -> None:
    class Skips(WholeSentences):
        def read(self, source: TextToRead) -> EventReading:
            spans = (at("Op 5 mei thee.", text), at("Hij zat.", text))
            return EventReading(
                skipped=tuple(Skipped(span=s, why=NoEvent.SMALL) for s in spans)
            )

    text = "Op 5 mei thee. Hij zat."
    assert [(one.span.of(text), one.why) for one in listed(text, Skips())] == [
        ("5 mei", NoEvent.SMALL),
        ("Hij zat.", NoEvent.SMALL),
    ]


def test_who_lead_the_review_take_no_part_in_what_is_told() -> None:
    text = "[Reviewbegeleider-1] vroeg de huisarts om een gesprek."
    named = [
        OrganisationMention(passage="p1", span=at("huisarts", text), kind="huisarts"),
        OrganisationMention(passage="p1", span=Span(start=0, end=20), kind=LEADING),
    ]
    leader = Actor(
        passage="p1",
        span=Span(start=0, end=20),
        entity="x1",
        pseudonym="[Reviewbegeleider-1]",
        label=Label.PERSON,
        role="reviewbegeleider",
        organisation_kind=LEADING,
    )
    (event,) = stage.extract(
        [passage(text, speaker=None, speaker_kind=None)],
        actors=[leader],
        dates=[],
        organisations=named,
        documents=[document("d1")],
        reader=WholeSentences(),
    )
    assert event.organisations == ("huisarts",)
    assert not event.accounts[0].actors


@pytest.mark.parametrize("head", ["Overzicht, achteraf opgemaakt", "Dossier"])
def test_a_file_put_together_afterwards_was_not_written_at_the_time(head: str) -> None:
    file = replace(document("d1", kind="file"), contemporaneous=True)
    (told,) = stage.extract(
        [passage(head, speaker=None, speaker_kind=None)],
        actors=[],
        dates=[],
        organisations=[],
        documents=[file],
        reader=WholeSentences(),
    )
    assert told.accounts[0].contemporaneous is (head == "Dossier")
