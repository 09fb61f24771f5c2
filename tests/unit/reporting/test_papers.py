"""The files for other programs: each opens, holds every telling, and runs nothing."""

import csv
import dataclasses
import io
import json
import re
import struct
import zipfile
from xml.etree import ElementTree

import docx
import networkx as nx
import openpyxl
import pytest

from ltnlp.domain.timeline import Relation, RelationKind
from ltnlp.reporting import (
    render_calendar,
    render_csv,
    render_gexf,
    render_graphml,
    render_png,
    render_rows,
    render_story,
    render_svg,
    render_xlsx,
)
from ltnlp.reporting.graph_picture import draw
from ltnlp.reporting.timeline_rows import precision
from tests import builders as make
from tests.unit.reporting import reviews

TODAY = reviews.TODAY
NASTY = '=HYPERLINK("x") </w:t> & \x00\x0b; "a",\nb 🧒'
EDGE = "{http://www.gexf.net/1.2draft}edge"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def nasty() -> reviews.ReportInput:
    return reviews.of_events([reviews.event(1, NASTY, edtf="2020-02-02")])


RENDERINGS = {
    "docx": lambda report: render_story(report, today=TODAY),
    "csv": render_csv,
    "xlsx": render_xlsx,
    "gexf": lambda report: render_gexf(report, today=TODAY),
    "graphml": render_graphml,
    "svg": render_svg,
    "png": render_png,
    "ics": lambda report: render_calendar(report, today=TODAY),
}


@pytest.mark.parametrize("kind", RENDERINGS)
@pytest.mark.parametrize(
    "report",
    [reviews.sample(), reviews.empty(), nasty(), reviews.many(200)],
    ids=["sample", "empty", "nasty", "many"],
)
def test_every_review_gives_every_file(kind, report):
    assert RENDERINGS[kind](report)


def test_the_picture_of_pixels_is_the_drawing_at_twice_its_size():
    content = render_png(reviews.sample())
    width, height = struct.unpack(">II", content[16:24])
    drawing = draw(reviews.sample())
    assert content.startswith(b"\x89PNG")
    assert abs(width - 2 * drawing.width) <= 2
    assert abs(height - 2 * drawing.height) <= 2
    assert b"matplotlib" not in content


def footnotes(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        root = ElementTree.fromstring(parts.read("word/footnotes.xml"))
    notes = [note for note in root if note.get(f"{W}type") is None]
    return ["".join(text.text or "" for text in note.iter(f"{W}t")) for note in notes]


def test_the_story_has_chapters_events_and_a_footnote_for_each_account():
    content = render_story(reviews.sample(), today=TODAY)
    document = docx.Document(io.BytesIO(content))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [
        "Voorgeschiedenis",
        "2021",
        "2022",
        "2023",
        "Zonder datum",
        "Gaten en open einden",
        "Bijdragende factoren",
    ]
    told = [p.text for p in document.paragraphs if p.style.name == "Gebeurtenis"]
    assert len(told) == 16
    assert told[9].endswith("Het bleef bij een poging.")
    notes = footnotes(content)
    assert len(notes) == 21 + 2 + 6 + 1  # of the open end
    assert "gesprek_moeder, blz. 2, moeder, achteraf verteld" in notes[0]
    references = re.findall(
        r"<w:footnoteReference w:id=\"(\d+)\"", document.element.xml
    )
    assert references == [str(n) for n in range(1, 31)]


def test_a_factor_stands_once_with_all_its_passages_and_an_open_end_with_its_words():
    given = reviews.sample()
    again = dataclasses.replace(given.factors[0], id="f-again")
    given = dataclasses.replace(given, factors=(*given.factors, again))
    content = render_story(given, today=TODAY)
    bullets = [
        p
        for p in docx.Document(io.BytesIO(content)).paragraphs
        if p.style.name == "List Bullet"
    ]
    name = given.factor_names[again.code]
    (one,) = (p for p in bullets if p.text.startswith(name))
    alike = [
        f
        for f in given.factors
        if (f.code, f.valence, f.status) == (again.code, again.valence, again.status)
    ]
    assert one._p.xml.count("w:footnoteReference ") == len(alike) > 1
    (gap,) = (p for p in bullets if "Op de melding is geen" in p.text)
    left_open = next(g.event for g in given.timeline.gaps if g.event)
    assert f"“{given.timeline.event(left_open).what}”" in gap.text
    assert "w:footnoteReference " in gap._p.xml


def test_a_difference_is_told_in_the_story_side_by_side():
    content = render_story(reviews.sample(), today=TODAY)
    document = docx.Document(io.BytesIO(content))
    (told,) = (p.text for p in document.paragraphs if "Volgens" in p.text)
    assert "Volgens de intern begeleider van een basisschool was dit op 4" in told
    assert "volgens de moeder was dit op 12 oktober 2021." in told


def test_the_table_has_a_row_for_each_telling():
    text = render_csv(reviews.sample()).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 21
    assert [r["Wie vertelt"] for r in rows if r["Nr"] == "3"] == [
        "intern begeleider",
        "moeder",
    ]
    assert rows[0]["Eerste dag"] == "2019-05-01"
    by_number = {row["Nr"]: row for row in rows}
    assert [by_number[n]["Precisie"] for n in ("1", "3", "4", "6", "10", "14")] == [
        "maand", "bronnen verschillen", "dag", "ongeveer (maand)", "periode", "onbekend",
    ]  # fmt: skip
    assert by_number["8"]["Actie of reden van geen actie"].startswith(
        "Op de melding is"
    )
    assert "Wijkteam: 14 februari 2022" in by_number["9"]["Bekend bij en sinds"]
    assert rows[0]["Kenmerk"] == "e0.a3"


def test_the_rows_are_json_too():
    rows = json.loads(render_rows(reviews.sample()))
    assert len(rows) == 21
    assert (rows[0]["Datum (EDTF)"], rows[0]["Moment"]) == ("2019-05", None)


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2022-21", "deel van het jaar"),
        ("2022~", "ongeveer (jaar)"),
        (None, "onbekend"),
    ],
)
def test_how_precise_a_date_is_stands_in_a_word(edtf, shown):
    assert precision(reviews.date(edtf)) == shown


def test_words_of_a_source_are_never_a_formula():
    text = render_csv(nasty()).decode("utf-8-sig")
    row = next(iter(csv.DictReader(io.StringIO(text), delimiter=";")))
    assert row["Gebeurtenis"].startswith("'=")
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(nasty())))
    cell = book["Tijdlijn"].cell(row=2, column=4)
    assert cell.data_type == "s"
    assert cell.value.startswith("=HYPERLINK")


def test_the_workbook_has_its_sheets():
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(reviews.sample())))
    assert book.sheetnames == [
        "Tijdlijn", "Verbanden", "Factoren", "Gaten", "Over deze review",
    ]  # fmt: skip
    about = {row[0].value: row[1].value for row in book["Over deze review"].rows}
    assert about["Periode"] == "september 2021 – juni 2023"
    assert about["Onderzoeksvraag 2"] == "Wat hielp om samen te kijken?"
    assert book["Verbanden"].max_row == 1 + len(reviews.ACTS)


def test_graph_files_can_be_read_back_with_their_time():
    report = reviews.sample()
    for graph in (
        nx.read_gexf(io.BytesIO(render_gexf(report, today=TODAY))),
        nx.read_graphml(io.BytesIO(render_graphml(report))),
    ):
        assert graph.number_of_edges() == len(reviews.ACTS)
        assert set(graph) == set(reviews.KINDS)
    open_ended = dataclasses.replace(
        report.graph.interactions[0], date=make.told("../2022-01-17")
    )
    cut = dataclasses.replace(
        report, graph=dataclasses.replace(report.graph, interactions=(open_ended,))
    )
    (edge,) = ElementTree.fromstring(render_gexf(cut, today=TODAY)).iter(EDGE)
    assert (edge.get("start"), edge.get("end")) == (None, "2022-01-17")
    gexf = render_gexf(report, today=TODAY).decode()
    assert 'start="2022-01-17" end="2022-01-17"' in gexf
    assert gexf == render_gexf(report, today=TODAY).decode()


def test_a_graph_file_tells_who_of_a_kind_it_was():
    report = reviews.sample()
    first, *others = report.graph.interactions
    named = dataclasses.replace(first, giver_named="[Juf-1]")
    told = dataclasses.replace(report.graph, interactions=(named, *others))
    report = dataclasses.replace(report, graph=told)
    graph = nx.read_gexf(io.BytesIO(render_gexf(report, today=TODAY)))
    assert graph.nodes["[Juf-1]"]["kind"] == first.giver
    assert list(graph.out_edges("[Juf-1]")) == [("[Juf-1]", first.receiver)]
    assert graph.number_of_edges() == len(reviews.ACTS)


def test_a_gexf_file_holds_what_its_schema_knows():
    known = {"defaultedgetype", "mode", "timeformat", "start", "end", "idtype"}
    root = ElementTree.fromstring(render_gexf(reviews.sample(), today=TODAY))
    space = "{http://www.gexf.net/1.2draft}"
    graph = root.find(f"{space}graph")
    assert graph is not None
    assert set(graph.attrib) <= known
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    named = {one.get("id") for one in graph.iter(f"{space}attribute")}
    types = {one.get("type") for one in graph.iter(f"{space}attribute")}
    assert types <= {"string", "boolean", "long", "double"}
    assert {one.get("for") for one in graph.iter(f"{space}attvalue")} <= named
    nodes = {one.get("id") for one in graph.iter(f"{space}node")}
    edges = list(graph.iter(EDGE))
    assert len({one.get("id") for one in edges}) == len(edges)
    assert {one.get("target") for one in edges} <= nodes
    titles = {one.get("title") for one in graph.iter(f"{space}attribute")}
    assert {"event", "order_certain", "realised"} <= titles


def test_the_drawing_is_a_file_of_its_own():
    root = ElementTree.fromstring(render_svg(reviews.sample()))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("width")


def test_the_calendar_holds_dated_events_with_how_sure_they_are():
    text = render_calendar(reviews.sample(), today=TODAY).decode()
    assert text.count("BEGIN:VEVENT") == 14
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    flat = text.replace("\r\n ", "")
    assert "Datum: rond december 2021" in flat
    assert "STATUS:CANCELLED" in flat
    assert "DTSTART;VALUE=DATE:20220117\r\nDTEND;VALUE=DATE:20220118" in flat


def test_the_calendar_cannot_be_broken_out_of():
    text = render_calendar(nasty(), today=TODAY).decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 1
    summary = next(line for line in text.split("\r\n") if line.startswith("SUMMARY"))
    assert summary.endswith('\\; "a"\\,\\nb 🧒')


def test_an_event_on_the_last_day_there_is_does_not_fail():
    last = reviews.event(1, "Ooit", edtf="9999-12-31")
    report = reviews.of_events([last])
    report = dataclasses.replace(report, documents=())
    assert b"99991231" in render_calendar(report, today=TODAY)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (RelationKind.REALISED_BY, "Uitgevoerd: "),
        (RelationKind.UNDONE_BY, "Niet doorgegaan: "),
        (RelationKind.BEFORE, None),
    ],
)
def test_a_row_of_a_plan_says_what_came_of_it(kind, told):
    plan = reviews.event(1, "Bezoek gepland", edtf="2022-02-02")
    later = reviews.event(2, "Bezoek", edtf="2022-02-09")
    link = Relation(
        first=plan.id, second=later.id, kind=kind, account=later.accounts[0].id
    )
    report = reviews.of_events([plan, later])
    timeline = dataclasses.replace(report.timeline, relations=(link,), gaps=())
    rows = json.loads(render_rows(dataclasses.replace(report, timeline=timeline)))
    actions = [row["Actie of reden van geen actie"] for row in rows]
    assert actions == [f"{told}Bezoek (9 februari 2022)" if told else "", ""]
