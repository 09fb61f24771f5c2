"""What a note or a mail tells apart: things left undone, planned, or still ahead."""

import datetime as dt

import pytest

from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.events import DateInText, Realised, TextToRead
from ltnlp.domain.spans import Span
from ltnlp.nlp.events import DutchEventReader
from tests.unit.stages.story import date

READER = DutchEventReader()


def shown(text: str, words: str, iso: str) -> DateInText:
    start = text.index(words)
    span = Span(start=start, end=start + len(words))
    return DateInText(span=span, value=date(iso, words))


def note(text: str, **days: str) -> list[tuple[str, Realised]]:
    source = TextToRead(
        text=text,
        document_kind=DocumentKind.FILE_EXTRACT,
        kind=SegmentKind.NOTE,
        dates=tuple(shown(text, words, iso) for words, iso in days.items()),
    )
    return [
        (told.date.value.edtf or "" if told.date else "", told.realised)
        for told in READER.read(source).told
    ]


@pytest.mark.parametrize(
    "text",
    [
        "04-03-21 Overleg met school. Huisarts niet geïnformeerd.",
        "04-03-21 Gesprek met vader op kantoor. Moeder niet teruggebeld.",
    ],
)
def test_what_was_left_undone_stands_apart(text: str) -> None:
    told = note(text, **{"04-03-21": "2021-03-04"})
    assert [how for _, how in told] == [Realised.YES, Realised.NO]


def test_a_planned_day_is_the_day_of_the_plan() -> None:
    text = "04-03-21 Huisbezoek afgezegd door vader. Nw afspr. 18-03-21."
    told = note(text, **{"04-03-21": "2021-03-04", "18-03-21": "2021-03-18"})
    assert told == [
        ("2021-03-04", Realised.ATTEMPT),
        ("2021-03-18", Realised.INTENDED),
    ]


@pytest.mark.parametrize(
    ("sent", "realised"),
    [("2021-03-04", Realised.INTENDED), ("2021-03-25", Realised.YES)],
    ids=["ahead", "past"],
)
def test_a_mail_tells_of_a_day_after_it_as_a_plan(
    sent: str, realised: Realised
) -> None:
    text = "Dan bespreken wij dit in het overleg van 18 maart met de school."
    source = TextToRead(
        text=text,
        document_kind=DocumentKind.EMAIL,
        dates=(shown(text, "18 maart", "2021-03-18"),),
        written=date(sent),
    )
    (told,) = READER.read(source).told
    assert told.realised is realised
    assert told.date is not None
    assert told.date.value.earliest == dt.date(2021, 3, 18)


@pytest.mark.parametrize(
    ("text", "days", "told"),
    [
        pytest.param(
            "04-03-21 Vader belt af. 11-03-21 Gesprek met moeder gevoerd op kantoor.",
            {"04-03-21": "2021-03-04", "11-03-21": "2021-03-11"},
            ["2021-03-04", "2021-03-11"],
            id="next entry on the same line",
        ),
        pytest.param(
            "04-03-21 Brief wijkteam dd 24-02-21 over de aanmelding.",
            {"04-03-21": "2021-03-04", "24-02-21": "2021-02-24"},
            ["2021-02-24"],
            id="a letter of an earlier day",
        ),
        pytest.param(
            "04-03-21 Brief wijkteam, kinderen op 24-02-21 naar opa.",
            {"04-03-21": "2021-03-04", "24-02-21": "2021-02-24"},
            ["2021-03-04"],
            id="an earlier day without a verb",
        ),
        pytest.param(
            "04-03-21 Ma 01-03-21 kind met oma bij de huisarts.",
            {"04-03-21": "2021-03-04", "Ma 01-03-21": "2021-03-01"},
            ["2021-03-01"],
            id="an earlier day first",
        ),
        pytest.param(
            "04-03-21 was er overleg. De gemeente besloot op 11-03-21 tot hulp.",
            {"04-03-21": "2021-03-04", "11-03-21": "2021-03-11"},
            ["2021-03-04", "2021-03-11"],
            id="told of a later day",
        ),
        pytest.param(
            "04-03-21 Overleg met school. 11-03-21 zal de intake zijn.",
            {"04-03-21": "2021-03-04", "11-03-21": "2021-03-11"},
            ["2021-03-04", "2021-03-11"],
            id="a plan is no next entry",
        ),
    ],
)
def test_a_day_in_a_note_dates_what_is_told_of_it(
    text: str, days: dict[str, str], told: list[str]
) -> None:
    assert [day for day, _ in note(text, **days)] == told


@pytest.mark.parametrize(
    ("text", "day", "iso", "realised"),
    [
        ("04-03-21 Vader komt 18 maart praten.", "18 maart", "2021-03-18",
         Realised.INTENDED),
        ("04-03-21 Vader komt 1 maart ter sprake.", "1 maart", "2021-03-01",
         Realised.YES),
        ("04-03-21 Vader belt over 18 maart.", "18 maart", "2021-03-18", Realised.YES),
    ],
    ids=["a day to come", "a day that is past", "a day spoken of"],
)  # fmt: skip
def test_who_comes_on_a_later_day_than_that_of_the_note_is_planned(
    text: str, day: str, iso: str, realised: Realised
) -> None:
    told = note(text, **{"04-03-21": "2021-03-04", day: iso})
    assert [how for _, how in told] == [realised]


def test_a_plan_that_came_to_nothing_did_not_happen() -> None:
    text = "De tolk zou op 3 mei komen. Dat is niet gebeurd."
    told = note(text, **{"3 mei": "2021-05-03"})
    assert [how for _, how in told] == [Realised.NO]


@pytest.mark.parametrize(
    ("text", "days", "since"),
    [
        ("In april ging hij niet meer, dat hoorde ik pas op 28 mei, en in juni stopte hij.",
         {"april": "2023-04", "28 mei": "2023-05-28", "juni": "2023-06"}, "2023-05-28"),
        ("Wij horen voor het eerst dat ze zich al op 3 mei sneed.",
         {"3 mei": "2021-05-03"}, None),
        ("Het dossier blijkt sinds 21 september bij ons te liggen, ik zocht het op.",
         {"21 september": "2023-09-21"}, None),
    ],
    ids=["another happening behind it", "what is heard of", "since when it was so"],
)  # fmt: skip
def test_a_day_of_what_is_heard_is_not_the_day_of_hearing(
    text: str, days: dict[str, str], since: str | None
) -> None:
    source = TextToRead(
        text=text,
        document_kind=DocumentKind.INTERVIEW,
        kind=SegmentKind.TURN,
        dates=tuple(shown(text, words, iso) for words, iso in days.items()),
    )
    heard = [
        known.date.value.edtf if known.date else None
        for told in READER.read(source).told
        for known in told.knowing
    ]
    assert heard == [since]


def test_what_was_learned_after_a_note_is_not_known_on_its_day() -> None:
    text = "04-03-21 Kind ziek gehaald. Later begrepen dat hij op 1 maart gevallen was."
    source = TextToRead(
        text=text,
        document_kind=DocumentKind.FILE_EXTRACT,
        kind=SegmentKind.NOTE,
        dates=(
            shown(text, "04-03-21", "2021-03-04"),
            shown(text, "1 maart", "2021-03-01"),
        ),
    )
    known = [k for told in READER.read(source).told for k in told.knowing]
    assert [(k.how, k.speaker, k.date) for k in known] == [("heard_later", True, None)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31-10-24 Telefoon VT: melding d.d. 25-10-24", "2024-10-31"),
        ("31-10-24 Overleg school: de brief van 25-10-24 besproken.", "2024-10-31"),
        ("31-10-24 VT: melding d.d. 25-10-24", "2024-10-25"),
    ],
    ids=["a call about it", "a meeting about it", "the report itself"],
)
def test_a_contact_about_a_report_of_another_day_is_of_its_own_day(
    text: str, day: str
) -> None:
    told = note(text, **{"31-10-24": "2024-10-31", "25-10-24": "2024-10-25"})
    assert [when for when, _ in told] == [day]
