import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.dates import DateType, Precision, UncertainDate
from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.events import DateInText, TextToRead
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.spans import Span
from ltnlp.nlp.events import DutchEventReader
from ltnlp.nlp.events.chance import chance, features, with_chances
from ltnlp.nlp.events.reader import looked_at

SAYS = "We schrokken. Op 3 mei belde de huisarts naar school. Zijn er nog vragen?"


def told(text: str, kind: DocumentKind = DocumentKind.INTERVIEW) -> TextToRead:
    at = text.find("3 mei")
    day = dt.date(2021, 5, 3)
    value = UncertainDate(
        text="3 mei",
        type=DateType.DATE,
        edtf="2021-05-03",
        earliest=day,
        latest=day,
        precision=Precision.DAY,
    )
    doctor = text.find("huisarts")
    return TextToRead(
        text=text,
        document_kind=kind,
        kind=SegmentKind.PARAGRAPH,
        dates=(DateInText(span=Span(start=at, end=at + 5), value=value),)
        if at >= 0
        else (),
        organisations=(
            OrganisationMention(
                passage="p", span=Span(start=doctor, end=doctor + 8), kind="huisarts"
            ),
        )
        if doctor >= 0
        else (),
    )


def test_each_sentence_is_seen_with_its_neighbours() -> None:
    source = told(SAYS)
    _, sentences = looked_at(source, Span(start=0, end=len(SAYS)))
    first, second, third = features(sentences, DocumentKind.INTERVIEW)
    assert first["first"] == 1
    assert "before:dated" not in first
    assert first["after:day"] == 1
    assert second["day"] == 1
    assert second["other organisation"] == 1
    assert third["asks"] == 1
    assert third["before:organisation"] == 1
    assert "after:dated" not in third
    assert third["source:interview"] == 1
    assert third["place"] == pytest.approx(0.4)


def test_a_dated_deed_is_likelier_than_a_question() -> None:
    source = told(SAYS)
    _, sentences = looked_at(source, Span(start=0, end=len(SAYS)))
    _, deed, question = with_chances(sentences, DocumentKind.INTERVIEW)
    assert deed.chance > 0.5
    assert question.chance == 0
    assert deed.another is not None
    *_, asked = with_chances(sentences, DocumentKind.EMAIL)
    assert asked.chance > 0


@given(
    st.dictionaries(st.sampled_from("abc"), st.floats(0, 3)),
    st.dictionaries(st.sampled_from("abcd"), st.floats(-3, 3)),
    st.floats(-3, 3),
)
def test_a_chance_lies_between_nought_and_one_and_follows_the_bias(
    seen: dict[str, float], weights: dict[str, float], bias: float
) -> None:
    low = chance(seen, weights | {"bias": bias})
    high = chance(seen, weights | {"bias": bias + 1})
    assert 0 < low < high < 1


def test_rulings_are_read_by_dates_alone() -> None:
    text = "De moeder heeft een melding gedaan. Zij vroeg om hulp."
    assert DutchEventReader().read(told(text, DocumentKind.RULING)).told == ()
    assert DutchEventReader().read(told(text)).told
