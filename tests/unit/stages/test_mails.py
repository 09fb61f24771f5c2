"""The day on which the words of a mail were sent."""

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.pseudonyms import ReleasedDate, ReleasedPassage
from ltnlp.domain.spans import OffsetMap, Span
from ltnlp.stages.mails import sent_on
from tests.unit.stages.naming import document
from tests.unit.stages.story import date


def passage(
    id_: str, kind: SegmentKind = SegmentKind.PARAGRAPH, source: str = "mail"
) -> ReleasedPassage:
    return ReleasedPassage(
        id=id_,
        document=source,
        ordinal=int(id_),
        text="Datum: dan. Morgen bellen wij.",
        offsets=OffsetMap(pieces=()),
        name_check=lambda _: False,
        kind=kind,
    )


def said(edtf: str, where: str) -> ReleasedDate:
    return ReleasedDate(passage=where, span=Span(start=7, end=10), value=date(edtf))


def sent(passages: list[ReleasedPassage], **headers: str) -> dict[str, UncertainDate]:
    return sent_on(
        passages,
        dates={k[1:]: (said(edtf, k[1:]),) for k, edtf in headers.items()},
        documents={
            "mail": document("mail", DocumentKind.EMAIL),
            "file": document("file", DocumentKind.FILE_EXTRACT),
        },
    )


HEADER = SegmentKind.MAIL_HEADER


def test_words_are_of_the_day_of_the_last_header_above_them() -> None:
    found = sent(
        [passage("0"), passage("1", HEADER), passage("2"), passage("3", HEADER), passage("4")],
        p1="2021-03-04",
        p3="2021-03-09",
    )  # fmt: skip
    assert {k: v.edtf for k, v in found.items()} == {
        "2": "2021-03-04",
        "4": "2021-03-09",
    }


def test_a_header_that_gives_a_month_or_nothing_is_no_day_of_sending() -> None:
    passages = [passage("0", HEADER), passage("1", HEADER), passage("2")]
    assert sent(passages, p0="2021-03") == {}


def test_only_mails_are_sent() -> None:
    passages = [passage("0", HEADER, "file"), passage("1", source="file")]
    assert sent(passages, p0="2021-03-04") == {}
    assert sent([passage("0", HEADER, "gone")], p0="2021-03-04") == {}
