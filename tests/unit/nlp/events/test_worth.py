"""Which tellings get a line of their own, and what becomes of the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.events import DateInText, NoEvent, TextToRead
from ltnlp.domain.spans import Span
from ltnlp.nlp.events import DutchEventReader
from ltnlp.nlp.events.reader import all_told
from ltnlp.nlp.events.worth import seen_of, worth_a_line
from tests.unit.stages.story import date

READER = DutchEventReader()


def talk(text: str, **more: object) -> TextToRead:
    return TextToRead(
        text=text, document_kind=DocumentKind.INTERVIEW, kind=SegmentKind.TURN, **more
    )


SMALL = [
    "Toen begon het. Die ging weg.",
    "Hij kreeg koffie. Ze ging zitten.",
]


@pytest.mark.parametrize("text", SMALL)
def test_a_small_happening_is_skipped_with_its_place(text: str) -> None:
    told = all_told(talk(text)).told
    reading = READER.read(talk(text))
    small = {one.span for one in reading.skipped if one.why is NoEvent.SMALL}
    assert small
    assert {one.span for one in told} == small | {one.span for one in reading.told}


@pytest.mark.parametrize(
    "text",
    [
        "School niet gebeld.",
        "Dat hoorde ik pas van de huisarts dat ze waren aangemeld.",
        "Op 4 maart heeft het wijkteam de melding doorgezet naar Veilig Thuis.",
    ],
    ids=["stayed away", "heard of it", "dated and told out"],
)
def test_what_a_review_is_about_keeps_its_line(text: str) -> None:
    dates = ()
    if "4 maart" in text:
        at = text.index("4 maart")
        span = Span(start=at, end=at + len("4 maart"))
        dates = (DateInText(span=span, value=date("2021-03-04", "4 maart")),)
    (told,) = READER.read(talk(text, dates=dates)).told
    assert told.span.end <= len(text)


def test_rows_keep_what_they_tell() -> None:
    source = TextToRead(
        text="Koffie gedronken.",
        document_kind=DocumentKind.INDIVIDUAL_TIMELINE,
        kind=SegmentKind.ROW,
    )
    assert READER.read(source) == all_told(source)


def test_what_is_seen_tells_of_neighbours_on_one_day() -> None:
    text = "04-03-21 Overleg met school gevoerd. Huisarts niet geïnformeerd."
    span = Span(start=0, end=8)
    source = TextToRead(
        text=text,
        document_kind=DocumentKind.FILE_EXTRACT,
        kind=SegmentKind.NOTE,
        dates=(DateInText(span=span, value=date("2021-03-04", "04-03-21")),),
    )
    first, second = seen_of(source, all_told(source).told)
    assert first["begins with its day"]
    assert first["after: same day"]
    assert first["after: at once"]
    assert second["dated elsewhere"]
    assert "before" not in first
    assert "after" not in second


def test_a_stretch_without_an_end_is_long() -> None:
    text = "Sinds 2019 heeft het wijkteam overleg met Veilig Thuis gevoerd."
    span = Span(start=0, end=10)
    source = talk(
        text,
        dates=(
            DateInText(
                span=span,
                value=date("2019-01-01/.."),
            ),
        ),
    )
    (seen,) = seen_of(source, all_told(source).told)
    assert seen["stretch"] == pytest.approx(3)


@given(st.text(alphabet="ab .?'!4", max_size=60))
def test_nothing_is_lost(text: str) -> None:
    source = talk(text)
    whole = all_told(source)
    reading = worth_a_line(source, whole)
    before = sorted(s.span for s in (*whole.told, *whole.skipped))
    after = sorted(s.span for s in (*reading.told, *reading.skipped))
    assert after == before
