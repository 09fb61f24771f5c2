"""A year's picture of the trends (jaarbeeld) as one page, and as a Word document."""

import base64
import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.shared import Cm, Pt, RGBColor

from ltnlp.domain.months import day_in_words
from ltnlp.reporting import trend_words as words
from ltnlp.reporting.pages import fill
from ltnlp.reporting.plain import printable
from ltnlp.reporting.trend_inputs import TrendInput

PICTURE_WIDTH = Cm(16)
WARNING = RGBColor(0xB0, 0x56, 0x3F)
SIMULATED = (
    "NAGEMAAKTE GEGEVENS: gemaakt door een toevalsgenerator om te laten zien hoe dit "
    "werkt. Geen echte reviews."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter: its charts by name, each with what stands under it."""

    id: str
    title: str
    lead: str
    charts: tuple[tuple[str, str], ...]


CHAPTERS = (
    Chapter(
        id="factoren",
        title="Wat het vaakst terugkwam",
        lead="Factoren die mensen in de reviews aannamen: voorwaarden die goed handelen "
        "belemmerden of ondersteunden.",
        charts=(
            ("belemmerend", "Belemmerend: aandeel van de reviews."),
            ("ondersteunend", "Ondersteunend: aandeel van de reviews."),
        ),
    ),
    Chapter(
        id="niveaus",
        title="Op welk niveau",
        lead="De zes niveaus van de methode, per jaar: aandeel van de reviews met een "
        "belemmerende factor op dat niveau.",
        charts=(("niveaus", "Een onderbroken lijn is verborgen, geen nul."),),
    ),
    Chapter(
        id="patronen",
        title="Patronen",
        lead="Patronen uit de bibliotheek die bij aangenomen factoren zijn herkend.",
        charts=(("patronen", "Aandeel van de reviews."),),
    ),
    Chapter(
        id="niet-gebeurd",
        title="Wat niet gebeurde",
        lead="Interacties waarvan bronnen zeggen dat ze uitbleven.",
        charts=(("niet_gebeurd", "Aandeel van de reviews."),),
    ),
    Chapter(
        id="nieuw",
        title="Wat er nieuw is",
        lead="Het nieuwste jaar naast de jaren ervoor. Een verschuiving is een aanleiding "
        "om te kijken, geen bewijs.",
        charts=(("verschuivingen", "Aandeel van de reviews, in procenten."),),
    ),
)


def render_year(
    trends: TrendInput, charts: Mapping[str, bytes], *, today: dt.date
) -> str:
    """Return the year's picture as one page that opens without a network.

    Args:
        trends: what to tell.
        charts: its charts as SVG, by name.
        today: the day that stands on it.
    """
    about = trends.about
    return fill(
        "trends.html",
        title=words.title(trends),
        made=day_in_words(today),
        about=about,
        simulated=about["nagemaakt"],
        figures=_figures(trends),
        caution=words.CAUTION,
        short=words.in_short(trends),
        chapters=[
            {
                "id": chapter.id,
                "title": chapter.title,
                "lead": chapter.lead,
                "charts": [
                    {"caption": caption, "data": _embedded(charts[name])}
                    for name, caption in chapter.charts
                    if name in charts
                ],
                "lines": _lines(chapter, trends),
            }
            for chapter in CHAPTERS
        ],
        themes=trends.themes(),
        ret=words.RET_NL,
        ret_lacks=words.RET_LACKS,
        ret_open=words.RET_OPEN_NL,
        account=words.account(trends),
    )


def render_year_docx(
    trends: TrendInput, charts: Mapping[str, bytes], *, today: dt.date
) -> bytes:
    """Return the year's picture as a DOCX file; `charts` as PNG, by name."""
    document = docx.Document()
    _set_up(document, trends, today)
    document.add_heading(words.title(trends), level=0)
    if trends.about["nagemaakt"]:
        run = document.add_paragraph().add_run(SIMULATED)
        run.bold, run.font.color.rgb = True, WARNING
    document.add_paragraph(words.CAUTION)
    document.add_heading("In het kort", level=1)
    for line in words.in_short(trends):
        document.add_paragraph(printable(line), "List Bullet")
    for number, chapter in enumerate(CHAPTERS, start=1):
        _chapter(document, number, chapter, trends, charts)
    _themes(document, trends)
    _ret(document)
    document.add_heading("Verantwoording", level=1)
    for line in words.account(trends):
        document.add_paragraph(printable(line))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _figures(trends: TrendInput) -> list[tuple[object, str]]:
    about = trends.about
    year = [(trends.reviews_of_year, f"over {trends.year}")] if trends.year else []
    return [
        (about["reviews"], "afgesloten reviews"),
        *year,
        (len(trends.answers["factoren_in_reviews"]), "factoren die terugkwamen"),
        (about["minstens"], "reviews achter elk getal, minstens"),
    ]


def _embedded(svg: bytes) -> str:
    return base64.b64encode(svg).decode()


def _lines(chapter: Chapter, trends: TrendInput) -> list[str]:
    if chapter.id != "nieuw":
        return []
    told = [words.shift(row) for row in trends.shifts()[:3]]
    return [line[:1].upper() + line[1:] for line in told]


def _set_up(document: Document, trends: TrendInput, today: dt.date) -> None:
    about = document.core_properties
    about.title = words.title(trends)
    about.author = about.last_modified_by = about.comments = ""
    about.language = "nl-NL"
    about.created = about.modified = dt.datetime.combine(today, dt.time())
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.4)


def _chapter(
    document: Document,
    number: int,
    chapter: Chapter,
    trends: TrendInput,
    charts: Mapping[str, bytes],
) -> None:
    document.add_heading(f"{number}. {chapter.title}", level=1)
    document.add_paragraph(chapter.lead).paragraph_format.keep_with_next = True
    drawn = [pair for pair in chapter.charts if pair[0] in charts]
    if not drawn:
        document.add_paragraph(
            "Hierover zijn nog te weinig reviews om iets te laten zien."
        )
    for name, caption in drawn:
        document.add_picture(io.BytesIO(charts[name]), width=PICTURE_WIDTH)
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        document.add_paragraph(caption, "Caption")
    for line in _lines(chapter, trends):
        document.add_paragraph(printable(f"{line}."))


def _themes(document: Document, trends: TrendInput) -> None:
    document.add_heading(f"{len(CHAPTERS) + 1}. Thema’s om over te praten", level=1)
    document.add_paragraph(
        "Vragen bij de patronen die het vaakst terugkwamen. Het zijn vragen, geen "
        "conclusies."
    )
    for row, question in trends.themes():
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(printable(question)).bold = True
        paragraph.add_run(printable(f" {words.part(row, 'naam')}."))


def _ret(document: Document) -> None:
    heading = f"{len(CHAPTERS) + 2}. Voor het regionaal expertteam (RET)"
    document.add_heading(heading, level=1)
    _table(document, words.RET_NL)
    document.add_heading("Zelf aan te vullen voor de jaarlijkse evaluatie", level=2)
    document.add_paragraph(words.RET_LACKS)
    _table(document, tuple((question, "") for question in words.RET_OPEN_NL))


def _table(document: Document, rows: tuple[tuple[str, str], ...]) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for first, second in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = first, second
        cells[0].paragraphs[0].runs[0].bold = True
