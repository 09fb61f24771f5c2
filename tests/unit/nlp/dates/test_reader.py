"""Whole documents through the `DateReader` protocol."""

import datetime as dt

import pytest

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.dates import Anchor, DateContext, DateMention, DateReader
from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.passages import Passage
from ltnlp.domain.spans import OffsetMap, Span
from ltnlp.nlp.dates import DutchDateReader


def passage(number: int, text: str, **changes: object) -> Passage:
    given = {
        "id": f"p{number}",
        "document": "d",
        "ordinal": number,
        "span": Span(start=0, end=len(text)),
        "text": text,
        "offsets": OffsetMap.identity(start=0, length=len(text)),
    }
    return Passage(**(given | changes))  # type: ignore[arg-type]


def read(
    lines: list[str], kind: str = "interview", **context: object
) -> tuple[DateMention, ...]:
    reader: DateReader = DutchDateReader()
    passages = [passage(n, line) for n, line in enumerate(lines)]
    return reader.read(passages, DateContext(kind=kind, **context))  # type: ignore[arg-type]


def told(mentions: tuple[DateMention, ...]) -> list[tuple[str, str | None]]:
    return [(m.value.text, m.value.edtf) for m in mentions]


def test_a_year_is_carried_from_turn_to_turn() -> None:
    found = read(
        ["Het begon in september 2021.", "En toen kwam januari.", "In mei weer."],
        reference=dt.date(2023, 9, 12),
    )
    assert [edtf for _, edtf in told(found)] == ["2021-09", "2022-01", "2022-05"]
    assert [m.passage for m in found] == ["p0", "p1", "p2"]


def test_the_period_gives_the_first_year() -> None:
    period = Bounds(earliest=dt.date(2020, 8, 1), latest=dt.date(2022, 6, 30))
    found = read(
        ["In november kwam de melding."], reference=dt.date(2023, 9, 12), period=period
    )
    assert told(found) == [("november", "2020-11")]
    assert found[0].value.anchor is Anchor.NEIGHBOUR


def test_history_long_before_the_period_leaves_the_story_where_it_was() -> None:
    period = Bounds(earliest=dt.date(2020, 8, 1), latest=dt.date(2022, 6, 30))
    found = read(
        [
            "In november 2020 kwam de melding. Ik werkte er in 2009. In december belde ik."
        ],
        reference=dt.date(2023, 9, 12),
        period=period,
    )
    assert told(found)[-1] == ("december", "2020-12")


def test_a_speaker_label_holds_no_date() -> None:
    text = "Mei 2019: het was in juni 2020."
    turn = passage(0, text, body_start=9, speaker="Mei 2019")
    found = DutchDateReader().read([turn], DateContext())
    assert told(found) == [("juni 2020", "2020-06")]


def test_a_row_dates_what_stands_in_it() -> None:
    row = "13-12-18 | Contact vervallen, nieuwe afspraak 10-01 | JV"
    cells = (Span(start=0, end=8), Span(start=11, end=51), Span(start=54, end=56))
    found = DutchDateReader().read(
        [passage(0, row, kind=SegmentKind.ROW, cells=cells, date_cell=0)],
        DateContext(kind="timeline"),
    )
    assert told(found) == [("13-12-18", "2018-12-13"), ("10-01", "2019-01-10")]


def test_entries_without_a_year_take_it_from_their_neighbours() -> None:
    found = read(
        ["aug 2017 | Start", "na de herfstvakantie | Ziek", "2-11-18 | Belt"], "file"
    )
    assert told(found)[1] == ("na de herfstvakantie", "2018-10-29~")


def test_a_document_labels_the_day_of_until() -> None:
    found = read(["Het besluit geldt t/m 31 juli 2018 en tot 3 mei 2019."])
    assert told(found) == [("31 juli 2018", "2018-07-31"), ("3 mei 2019", "2019-05-03")]


def test_somewhere_in_a_month_of_a_document_is_that_month() -> None:
    assert told(read(["Ergens in mei 2018 was het."])) == [
        ("Ergens in mei 2018", "2018-05")
    ]


def test_a_correction_marks_what_it_takes_back() -> None:
    found = read(["Dat was in oktober 2018. Nee, nee, november."])
    assert [m.value.superseded for m in found] == [True, False]


def test_a_date_in_the_header_is_the_day_of_speaking() -> None:
    found = read(["Datum: 12 september 2023", "Afgelopen juli is ze gestopt."])
    assert told(found)[1] == ("Afgelopen juli", "2023-07")


def test_an_anchor_in_another_turn_is_in_doubt() -> None:
    near = read(["Op 3 mei 2018 belde ze. Twee dagen later weer."])
    far = read(["Op 3 mei 2018 belde ze.", "Twee dagen later weer."])
    assert told(near)[1] == told(far)[1] == ("Twee dagen later", "2018-05-05")
    assert near[1].value.confidence > far[1].value.confidence
    assert far[1].value.needs_review


def test_a_weekday_that_disagrees_is_kept_in_doubt() -> None:
    (found,) = read(["Op dinsdag 8 maart 2019 was het."])
    assert found.value.edtf == "2019-03-08"
    assert found.value.needs_review
    assert found.value.alternatives[0].earliest == dt.date(2019, 3, 5)


def test_a_date_of_birth_gives_ages() -> None:
    found = read(["Kind, geb. 02-05-2011.", "Toen ze vier was, ging het mis."])
    assert told(found)[1] == ("Toen ze vier was", "2015-05-02/2016-05-01")


def test_a_class_at_school_may_be_a_year_later() -> None:
    (found,) = read(
        ["Toen hij in groep 3 zat, begon het."],
        dates_of_birth={"Daan": dt.date(2011, 11, 2)},
    )
    assert found.value.edtf == "2018-08-01/2019-07-31"
    assert found.value.anchor is Anchor.SCHOOL
    assert found.value.alternatives


@pytest.mark.parametrize(
    ("name", "year"), [("Noor", "2015"), ("Daan", "2018")], ids=["first", "second"]
)
def test_ages_are_of_the_person_that_is_named(name: str, year: str) -> None:
    births = {"Noor": dt.date(2011, 5, 2), "Daan": dt.date(2014, 5, 2)}
    (found,) = read([f"Toen {name} vier was, ging het mis."], dates_of_birth=births)
    assert found.value.edtf is not None
    assert found.value.edtf.startswith(year)


def test_an_age_of_nobody_known_stays_open() -> None:
    births = {"Noor": dt.date(2011, 5, 2), "Daan": dt.date(2014, 5, 2)}
    (found,) = read(["Toen hij vier was, ging het mis."], dates_of_birth=births)
    assert found.value.edtf is None
    assert found.value.needs_review


def test_a_citation_is_kept_and_marked() -> None:
    (found,) = read(["Zie HR 12 maart 2010, LJN BK4567."], "ruling")
    assert found.value.citation


def test_no_passages_have_no_dates() -> None:
    assert DutchDateReader().read([], DateContext()) == ()
