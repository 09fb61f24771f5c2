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
