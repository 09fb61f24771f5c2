"""No bytes make a reader raise anything but a refusal, or hang."""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltnlp.domain.documents import ReadText
from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading import read
from ltnlp.reading.reader import read_here
from tests.unit.reading import files

WORDS = "Ada: Moeder belde op 3 maart 2024.\nBo: Nee.\nAda: O.\nBo: Ja | nee.\n"
TABLE = [["Datum", "Wat"], ["3-3-2024", "melding"], ["mei", ""]]
VALID: dict[str, bytes] = {
    "txt": WORDS.encode(),
    "md": b"# Kop\n\n> citaat\n\n- een\n\n| Datum | Wat |\n|--|--|\n| mei | x |\n",
    "vtt": b"WEBVTT\n\nNOTE x\n\n1\n00:01.0 --> 00:02.0\n<v Ada>hoi <i>en</i></v>\n",
    "srt": b"1\n00:00:01,000 --> 00:00:02,000\nAda: hoi\n\n2\n00:00:03,0 --> 4\nx\n",
    "csv": b'Datum;Wat\n3-3-24;"zei ""ja"""\nmei;x\n',
    "html": b"<html><body><h1>K</h1><table><tr><td>a<td>b<tr><td>c<td>d</table>x<br>y",
    "rtf": files.rtf_of("één", table=TABLE),
    "eml": files.eml_of("Dag.\n> x\n", html="<p>Dag", attachment=b"x"),
    "docx": files.docx_of("een", "twee", table=TABLE),
    "odt": files.odt_of("een", "twee", table=TABLE, comment="x"),
    "xlsx": files.xlsx_of(TABLE),
    "ods": files.ods_of(TABLE),
    "pdf": files.pdf_of([(50, 700, "een"), (50, 680, "twee"), (300, 680, "drie")]),
}
FUZZ = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
Change = Callable[[bytes], bytes]


def sound(told: ReadText) -> bool:
    """Tell what must hold of any text as read."""
    inside = all(
        s.date_cell is None or s.date_cell < len(s.cells) for s in told.segments
    )
    ends = all(told.text[s.span.start : s.span.end].strip() for s in told.segments)
    first = not (told.segments and told.segments[0].continues)
    return inside and ends and first


def survives(content: bytes, ending: str) -> None:
    try:
        told = read(content, name=f"a.{ending}")
    except UnreadableSourceError:
        return
    assert sound(told)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Draw something that goes wrong with a file on its way."""
    at = draw(st.floats(0, 1))
    kind = draw(st.sampled_from(["cut", "flip", "insert", "drop", "repeat"]))
    noise = draw(st.binary(min_size=1, max_size=24))
    size = draw(st.integers(1, 200))

    def change(content: bytes) -> bytes:
        here = int(at * len(content))
        before, after = content[:here], content[here:]
        return {
            "cut": before,
            "flip": before + noise + after[len(noise) :],
            "insert": before + noise + after,
            "drop": before + after[size:],
            "repeat": before + after[:size] * 20 + after,
        }[kind]

    return change


@pytest.mark.parametrize("ending", VALID)
@FUZZ
@given(data=st.data())
def test_changed_files_are_read_or_refused(ending: str, data: st.DataObject) -> None:
    content = VALID[ending]
    for change in data.draw(st.lists(changes(), min_size=1, max_size=4)):
        content = change(content)
    survives(content, ending)


PARTS = {
    "docx": "word/document.xml",
    "odt": "content.xml",
    "xlsx": "xl/worksheets/sheet1.xml",
    "ods": "content.xml",
}
TAGS = st.sampled_from(
    [
        *(b"<w:p/>", b"<w:tbl><w:tr/></w:tbl>", b"<w:tc/>", b"<w:t>", b"<text:p/>"),
        *(
            b"<text:s text:c='99999999'/>",
            b"<table:table-cell/>",
            b"<c r='ZZ9'/>",
            b"<row/>",
        ),
        *(
            b"<table:table-row table:number-rows-repeated='9'/>",
            b"<!DOCTYPE x>",
            b"&x;",
        ),
        *(b"<w:gridSpan w:val='-1'/>", b"<w:gridSpan w:val='99999'/>", b"<v>1e400</v>"),
    ]
)


@pytest.mark.parametrize("ending", PARTS)
@FUZZ
@given(tags=st.lists(st.tuples(st.floats(0, 1), TAGS), min_size=1, max_size=5))
def test_changed_parts_are_read_or_refused(
    ending: str, tags: list[tuple[float, bytes]]
) -> None:
    with zipfile.ZipFile(io.BytesIO(VALID[ending])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    part = members[PARTS[ending]]
    for at, tag in tags:
        here = part.find(b">", int(at * len(part))) + 1
        part = part[:here] + tag + part[here:]
    survives(files.zip_of({**members, PARTS[ending]: part}), ending)


@pytest.mark.parametrize("ending", VALID)
@FUZZ
@given(content=st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(ending: str, content: bytes) -> None:
    survives(content, ending)
    survives(VALID[ending][:8] + content, ending)


PIECES = st.sampled_from(
    [
        *(
            "Ada: ",
            "Moeder: ",
            "INT:\t",
            "> ",
            "Van: ",
            "Aan: x\n",
            "Verzonden: 3 mei\n",
        ),
        *("\n", "\r\n", "\n\n", " | ", "|", "\t", "Datum | Wat\n", "3-3-24 | x\n"),
        *("zin zonder einde", "Zin. ", "WEBVTT\n\n", "NOTE ", "00:01.0 --> 00:02.0\n"),
        *("<v Ada>", "</v>", "Ada Smit  0:04\n", "[00:09] Bo: ", "# ", "- ", "---\n"),
        *("\u2028", "\x0c", "\xa0", "\ufeff", "é", "😀", "KOP IN HOOFDLETTERS\n"),
    ]
)


@pytest.mark.parametrize("ending", ["txt", "md", "vtt", "srt", "csv", "html"])
@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(PIECES, max_size=40))
def test_any_mix_of_marks_is_read_or_refused(ending: str, pieces: list[str]) -> None:
    survives("".join(pieces).encode(), ending)


PLACED = st.tuples(
    st.integers(0, 8).map(lambda column: 20.0 + 60 * column),
    st.integers(0, 40).map(lambda line: 20.0 + 20 * line),
    st.sampled_from(["een", "a b c", "3-3-24", "-"]),
)
PAGE = st.lists(PLACED, max_size=25, unique_by=lambda word: word[:2])
RULES = st.lists(
    st.tuples(*[st.integers(0, 800)] * 4).map(
        "{0[0]} {0[1]} m {0[2]} {0[3]} l S".format
    ),
    max_size=8,
)
GRIDS = st.lists(
    st.sampled_from([f"50 {y} m 500 {y} l S" for y in range(300, 800, 100)]
                    + [f"{x} 300 m {x} 800 l S" for x in range(50, 550, 90)]),
    max_size=14,
)  # fmt: skip


@FUZZ
@given(
    pages=st.lists(PAGE, min_size=1, max_size=3),
    lines=st.one_of(RULES, GRIDS),
)
def test_any_page_is_read_or_refused(
    pages: list[list[tuple[float, float, str]]], lines: list[str]
) -> None:
    content = files.pdf_of(*pages, lines="\n".join(lines))
    try:
        told = read_here(content, "pdf")
    except UnreadableSourceError as error:
        assert error.reason is UnreadableReason.NO_TEXT  # noqa: PT017
        return
    assert sound(told)
    if len(pages) == 1:
        # What recurs on pages is a running head and may go.
        placed = [words for _, _, words in pages[0]]
        assert told.text.count("een") == placed.count("een")
