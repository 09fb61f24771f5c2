"""Tables in the row format of the field: one event a row, as its columns say it."""

import pytest

from ltnlp.domain.dates import Bounds
from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.events import EventReading, Realised, ToldEvent
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import ReleasedDate
from ltnlp.domain.rowformat import Column, columns
from ltnlp.stages.accounts import Wishes
from ltnlp.stages.rows import joined_by_mark, with_rows, without_own
from tests.builders import account, document, event, passage, span, told

HEADS = ("Datum", "Precisie", "Wat gebeurde er", "Organisatie", "Bekend bij", "Actie")


class Reader:
    """Takes every text for a meeting, and one without words for nothing."""

    def read(self, source):
        core = source.cells[0]
        if source.text == "niets":
            return EventReading()
        one = ToldEvent(
            span=core, core=core, what=source.text, type="overleg",
            realised=Realised.ATTEMPT, also=("besluit",),
        )  # fmt: skip
        return EventReading(told=(one,))


def row(id_: str, *cells: str, ordinal: int = 1, head: bool = False, doc: str = "d1"):
    text, places = "", []
    for cell in cells:
        places.append(span(len(text), len(text) + max(1, len(cell))))
        text += (cell or " ") + " | "
    kind = SegmentKind.HEADER_ROW if head else SegmentKind.ROW
    return passage(
        id_, text, kind=kind, cells=tuple(places), ordinal=ordinal, document=doc
    )


def date_in(one, words: str, edtf: str) -> ReleasedDate:
    at = one.text.index(words)
    return ReleasedDate(
        passage=one.id, span=span(at, at + len(words)), value=told(edtf, words)
    )


def kind_in(one, words: str, kind: str) -> OrganisationMention:
    at = one.text.index(words)
    return OrganisationMention(
        passage=one.id, span=span(at, at + len(words)), kind=kind, by_role=False
    )


def read(*rows, heads=HEADS, events=(), dates=(), kinds=(), **about):
    head = row("p0", *heads, ordinal=0, head=True)
    return with_rows(
        events,
        (head, *rows),
        dates=dates,
        organisations=kinds,
        documents=[document("d1", **about)],
        reader=Reader(),
    )


@pytest.mark.parametrize(
    ("heads", "known"),
    [
        (HEADS, 6),
        (("Datum", "Wat", "Wie"), 0),
        (("Precisie", "Datum", "Bron"), 0),
        (("WANNEER:", "Gebeurtenis", "Kenmerk"), 3),
        (("Datum", "Datum", "Wat", "Bekend  sinds"), 3),
    ],
)
def test_only_the_format_itself_is_read_by_column(heads, known):
    assert sum(one is not None for one in columns(heads)) == known


def test_a_row_is_one_event_whatever_its_words():
    one = row("p1", "3-5-2022", "dag", " Overleg. Daarna gebeld. ", "Wijkteam", "", "")
    (made,) = read(
        one,
        dates=[date_in(one, "3-5-2022", "2022-05-03")],
        kinds=[kind_in(one, "Wijkteam", "wijkteam")],
        author_role="coach",
        author_kind="wijkteam",
    )
    assert (made.what, made.type, made.also) == (
        "Overleg. Daarna gebeld.", "overleg", ("besluit",),
    )  # fmt: skip
    assert (made.date.edtf, made.organisations) == ("2022-05-03", ("wijkteam",))
    (told_,) = made.accounts
    assert told_.wording == "Overleg. Daarna gebeld."
    assert (told_.who_tells, told_.realised) == ("coach", Realised.ATTEMPT)


def test_other_tables_and_prose_are_left_to_the_reader():
    before = (event("e1", accounts=(account("a1", passage="p7"),)),)
    assert read(row("p1", "a", "b"), heads=("Datum", "Wat"), events=before) == before
    other = event("e2", accounts=(account("a2", passage="p1"),))
    one = row("p1", "3-5-2022", "", "niets", "", "", "")
    made = read(one, events=(*before, other))
    assert [e.id for e in made][:1] == ["e1"]
    assert len(made) == 2
    assert (made[1].type, made[1].realised) == ("overig", Realised.YES)


def test_an_empty_row_tells_nothing():
    assert read(row("p1", "3-5-2022", "dag", " ", "", "", "")) == ()


@pytest.mark.parametrize(
    ("precision", "edtf"),
    [
        ("dag", "2022-05-01"),
        ("maand", "2022-05"),
        ("rond de maand", "2022-05~"),
        ("jaar", "2022"),
        ("", "2022-05-01"),
        ("heel precies", "2022-05-01"),
    ],
)
def test_a_day_stands_for_what_the_table_says_it_does(precision, edtf):
    one = row("p1", "1-5-2022", precision, "overleg", "", "", "")
    (made,) = read(one, dates=[date_in(one, "1-5-2022", "2022-05-01")])
    assert made.date.edtf == edtf


def test_a_month_that_is_told_stays_a_month():
    one = row("p1", "mei 2022", "dag", "overleg", "", "", "")
    (made,) = read(one, dates=[date_in(one, "mei 2022", "2022-05")])
    assert made.date.edtf == "2022-05"


EXACT = ("Datum", "Gebeurtenis", "Eerste dag", "Laatste dag", "Datum (EDTF)", "Kenmerk")


@pytest.mark.parametrize(
    ("cells", "bounds"),
    [
        (("mei", "x", "", "", "2022-05", ""), ("2022-05-01", "2022-05-31")),
        (
            ("mei", "x", "2022-05-01", "2022-05-09", "", ""),
            ("2022-05-01", "2022-05-09"),
        ),
        (
            ("mei", "x", "2022-05-01", "2022-05-01", "", ""),
            ("2022-05-01", "2022-05-01"),
        ),
        (("mei", "x", "2022-05-01", "", "", ""), ("2022-05-01", None)),
        (("mei", "x", "", "2022-05-01", "", ""), (None, "2022-05-01")),
        (("mei", "x", "ooit", "ooit", "", ""), None),
        (("mei", "x", "2022-05-01", "2022-05-09", "", "e1.a1"), None),
    ],
    ids=["edtf", "two days", "one day", "from", "until", "no days", "told no date"],
)
def test_a_date_is_read_as_the_table_gives_it(cells, bounds):
    (made,) = read(row("p1", *cells), heads=EXACT)
    if bounds is None:
        assert made.date is None
        return
    first, last = (day and day.isoformat() for day in _days(made.date.bounds))
    assert (first, last) == bounds


def _days(bounds: Bounds):
    return bounds.earliest, bounds.latest


OUTCOMES = ("Datum", "Gebeurtenis", "Gebeurd", "Wie vertelt", "Wanneer opgeschreven",
            "Precisie")  # fmt: skip


@pytest.mark.parametrize(
    ("word", "realised"),
    [
        ("niet gebeurd", Realised.NO),
        ("Ja", Realised.YES),
        ("gepland", Realised.INTENDED),
        ("onbekend", Realised.UNKNOWN),
        ("", Realised.ATTEMPT),
    ],
)
def test_whether_it_happened_is_what_the_table_says(word, realised):
    one = row("p1", "mei", "overleg", word, "[Mentor-1]", "destijds", "dag")
    (made,) = read(one, heads=OUTCOMES)
    assert made.realised is realised
    assert made.accounts[0].who_tells == "[Mentor-1]"
    assert made.accounts[0].contemporaneous


def test_who_knew_and_since_when_is_read_from_its_column():
    cell = (
        "Huisarts: juni 2022; wijkteam was erbij; school hoorde het later, juli 2022;"
        " oma: altijd; VT: wist het niet, mei 2022; raad vermoedde het"
    )
    one = row("p1", "mei 2022", "", "gesprek", "", cell, "Brief gestuurd")
    (made,) = read(
        one,
        dates=[
            date_in(one, "mei 2022", "2022-05"),
            date_in(one, "juni 2022", "2022-06"),
            date_in(one, "juli 2022", "2022-07"),
        ],
        kinds=[
            kind_in(one, "Huisarts", "huisarts"),
            kind_in(one, "wijkteam", "wijkteam"),
            kind_in(one, "school", "basisschool"),
            kind_in(one, "VT", "veilig_thuis"),
            kind_in(one, "raad", "raad_kinderbescherming"),
        ],
    )
    told_ = made.accounts[0]
    assert told_.action == "Brief gestuurd"
    assert [(k.actor, k.how, k.date and k.date.edtf) for k in told_.known_since] == [
        ("huisarts", "was_told", "2022-06"),
        ("wijkteam", "took_part", None),
        ("basisschool", "heard_later", "2022-07"),
        ("veilig_thuis", "did_not_know", None),
        ("raad_kinderbescherming", "suspected", None),
    ]


def marked(id_: str, mark: str):
    return event(id_, accounts=(account(f"a-{id_}", mark=mark),))


def test_rows_of_one_event_are_joined_unless_a_person_parted_them():
    rows = (marked("r1", "x.1"), marked("r2", "x.2"), marked("r3", "y.1"), event("e1"))
    pair = frozenset({"r1", "r2"})
    assert joined_by_mark(Wishes(), rows).together == {pair}
    apart = Wishes(apart=frozenset({pair}))
    assert joined_by_mark(apart, rows).together == frozenset()


def test_a_row_of_an_event_of_this_review_joins_it():
    rows = (event("e1"), marked("r1", "e1.gone"))
    assert joined_by_mark(Wishes(), rows).together == {frozenset({"e1", "r1"})}


def test_a_telling_of_this_review_that_comes_back_is_not_told_twice():
    rows = (event("e1"), marked("r1", "e1.a-e1"), marked("r2", "e9.a9"))
    assert [e.id for e in without_own(rows)] == ["e1", "r2"]


def test_every_column_that_is_read_has_the_name_that_we_give_it():
    heads = [str(column) for column in Column]
    read_ = [c for c in columns(heads) if c is not None]
    assert {Column.EVENT, Column.EDTF, Column.KNOWN, Column.ACTION} <= set(read_)
    assert all(heads[at] == str(c) for at, c in enumerate(columns(heads)) if c)
