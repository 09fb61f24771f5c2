"""A source divided: one passage a turn, paragraph or row, sentences kept whole."""

from itertools import pairwise

import pytest

from ltnlp.domain.documents import DocumentKind, ReadText, Segment, SegmentKind
from ltnlp.domain.spans import Span
from ltnlp.stages.passages import divide
from tests.unit.stages.naming import document

TURN, PARAGRAPH, HEADING = (
    SegmentKind.TURN,
    SegmentKind.PARAGRAPH,
    SegmentKind.HEADING,
)

Line = tuple[str, SegmentKind, bool]


def read(*lines: Line, tail: int = 0) -> ReadText:
    """Return a source of these lines; "Label: words" of a turn has a speaker."""
    segments = []
    here = 0
    for line, kind, goes_on in lines:
        label, colon, _ = line.partition(": ")
        told = len(label) + 2 if colon and kind is TURN else 0
        segments.append(
            Segment(
                span=Span(start=here, end=here + len(line)),
                body=Span(start=here + told, end=here + len(line) - tail),
                kind=kind,
                speaker=label if told else None,
                continues=goes_on,
            )
        )
        here += len(line) + 1
    text = "\n".join(line for line, _, _ in lines)
    return ReadText(format="txt", text=text, segments=tuple(segments))


def test_each_paragraph_is_a_passage_in_its_own_words() -> None:
    source = read(("Oma belde.", PARAGRAPH, False), ("Later niet.", PARAGRAPH, False))
    passages = divide(document("d1", DocumentKind.FILE_EXTRACT), source)
    assert [p.text for p in passages] == ["Oma belde.", "Later niet."]
    assert [p.ordinal for p in passages] == [0, 1]
    assert [p.span.of(source.text) for p in passages] == [p.text for p in passages]


def test_a_sentence_that_goes_on_is_one_passage_that_maps_back() -> None:
    source = read(("Moeder: Ik belde", TURN, False), ("Moeder: gisteren.", TURN, True))
    (passage,) = divide(document("d1"), source)
    assert passage.text == "Moeder: Ik belde gisteren."
    assert passage.text[passage.body_start :] == "Ik belde gisteren."
    at = passage.text.index("gisteren")
    word = Span(start=at, end=at + len("gisteren"))
    assert passage.offsets.to_origin(word).of(source.text) == "gisteren"
    across = Span(start=at - len("belde "), end=word.end)
    assert passage.offsets.to_origin(across).of(source.text) == (
        "belde\nMoeder: gisteren"
    )


def test_what_closes_a_stretch_that_goes_on_is_left_out() -> None:
    source = read(("Ik belde>", PARAGRAPH, False), ("niet.>", PARAGRAPH, True), tail=1)
    (passage,) = divide(document("d1"), source)
    assert passage.text == "Ik belde niet."


@pytest.mark.parametrize(
    ("kind", "speakers"),
    [
        (DocumentKind.INTERVIEW, ["Moeder", "Moeder", None, None, "Oma"]),
        (DocumentKind.FILE_EXTRACT, ["Moeder", None, None, None, "Oma"]),
    ],
)
def test_in_an_interview_who_spoke_goes_on_until_a_heading(
    kind: DocumentKind, speakers: list[str | None]
) -> None:
    source = read(
        ("Moeder: Ik belde.", TURN, False),
        ("En toen niets.", PARAGRAPH, False),
        ("Over de school", HEADING, False),
        ("Tekst zonder spreker.", PARAGRAPH, False),
        ("Oma: Ja.", TURN, False),
    )
    assert [p.speaker for p in divide(document("d1", kind), source)] == speakers


def test_cells_count_in_the_row_and_the_place_of_the_date_is_kept() -> None:
    text = "kop\nmei | Oma belde."
    whole = Span(start=4, end=len(text))
    row = Segment(
        span=whole,
        body=whole,
        kind=SegmentKind.ROW,
        cells=(Span(start=4, end=7), Span(start=10, end=len(text))),
        date_cell=0,
    )
    source = ReadText(format="csv", text=text, segments=(row,))
    (passage,) = divide(document("d1", DocumentKind.INDIVIDUAL_TIMELINE), source)
    assert [c.of(passage.text) for c in passage.cells] == ["mei", "Oma belde."]
    assert passage.date_cell == 0


def test_dividing_again_gives_the_same_ids_and_no_two_are_alike() -> None:
    source = read(*[(f"Regel {n}.", PARAGRAPH, False) for n in range(5)])
    one = [p.id for p in divide(document("d1"), source)]
    assert one == [p.id for p in divide(document("d1"), source)]
    assert not set(one) & {p.id for p in divide(document("d2"), source)}
    assert all(a != b for a, b in pairwise(sorted(one)))


def test_a_source_without_text_has_no_passages() -> None:
    assert divide(document("d1"), ReadText(format="txt", text="", segments=())) == ()


def test_parts_that_touch_are_joined_without_a_space() -> None:
    text = "zorg" + "boerderij"
    spans = (Span(start=0, end=4), Span(start=4, end=13))
    segments = tuple(
        Segment(span=span, body=span, kind=SegmentKind.PARAGRAPH, continues=n > 0)
        for n, span in enumerate(spans)
    )
    source = ReadText(format="txt", text=text, segments=segments)
    (passage,) = divide(document("d1"), source)
    assert passage.text == text
    assert passage.offsets.to_origin(Span(start=2, end=9)) == Span(start=2, end=9)
