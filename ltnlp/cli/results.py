"""Commands that show or hand out what was made: timeline, graph, factors, report, export."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from ltnlp.casework import alike as asking_alike
from ltnlp.casework import doubts
from ltnlp.casework import export as exporting
from ltnlp.casework import query as asking
from ltnlp.casework import report as reports
from ltnlp.casework.home import Home
from ltnlp.casework.last_run import never_run
from ltnlp.casework.pattern_names import name_pattern, named_patterns
from ltnlp.casework.reviews import load_review
from ltnlp.casework.words import without_names
from ltnlp.cli.history import differences
from ltnlp.cli.review import Id
from ltnlp.cli.screen import day, interval, say, table, today
from ltnlp.domain.events import Event
from ltnlp.reporting.words_nl import ROADS, action_in_words

STATUS_NL = {"confirmed": "bevestigd", "rejected": "afgewezen"}
Dates = Annotated[
    str | None,
    typer.Option(
        help="Datums: true, shift (alle dagen evenveel weken verschoven, hoeveel is "
        "geheim), month, quarter of year. Anders geldt de instelling 'release_dates'."
    ),
]
ABOUT_NL = {"review": "één review", "system": "alle reviews", "trends": "de trends"}
REALISED_SIGN = {"ja": "", "nee": "niet gebeurd", "poging": "poging"}


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (
        timeline,
        graph,
        factors,
        patterns,
        query,
        report,
        papers,
        export,
    ):
        app.command()(command)


def timeline(
    review: Id,
    unused: Annotated[
        bool,
        typer.Option("--unused", help="Wat in geen gebeurtenis staat, en waarom."),
    ] = False,
    alike: Annotated[
        bool,
        typer.Option(
            "--alike", help="Wat mogelijk dezelfde gebeurtenis is, en waarom."
        ),
    ] = False,
    compare: Annotated[
        int | None,
        typer.Option(
            help="Nummer van de versie om mee te vergelijken; 0 is de vorige."
        ),
    ] = None,
) -> None:
    """Laat de geïntegreerde tijdlijn zien, of wat er sinds een versie veranderde."""
    if unused:
        _unused(review)
        return
    if alike:
        _alike(review)
        return
    if compare is not None:
        differences(review, compare or None)
        return
    shown = Home.open().store(review).timeline()
    if shown is None:
        raise never_run(review)
    rows = [
        (
            _when(event),
            event.what,
            REALISED_SIGN.get(str(event.realised), str(event.realised)),
            str(len(event.accounts)),
            "; ".join(conflict.text_nl for conflict in event.conflicts),
            _place(event),
            event.id,
        )
        for event in shown.events
    ]
    _scope(review)
    heads = ("wanneer", "wat", "gebeurd", "lezingen", "conflict", "stand", "kenmerk")
    table("Tijdlijn", heads, rows)


def _when(event: Event) -> str:
    date = event.date
    return interval(date.earliest, date.latest) if date else "zonder datum"


def _scope(review: str) -> None:
    """Tell what the review is about: it heads and bounds the timeline."""
    home = Home.open()
    about = load_review(home, review)
    questions = without_names(home, review, about.questions)
    if about.period.known:
        say(f"Periode: {interval(about.period.earliest, about.period.latest)}")
    for number, question in enumerate(questions, start=1):
        say(f"Vraag {number}: {question}")


def _place(event: Event) -> str:
    """Return what people did with an event, and whether it is history."""
    status = STATUS_NL.get(str(event.status), "")
    scope = "voorgeschiedenis of later" if event.outside_period else ""
    return ", ".join(part for part in (status, scope) if part)


def _unused(review: str) -> None:
    rows = [
        (
            day.document,
            f"{day.source.start}-{day.source.end}",
            day.words,
            interval(day.date.earliest, day.date.latest) if day.date else "",
            day.why_nl,
        )
        for day in doubts.unused_days(Home.open(), review)
    ]
    table(
        "Datums en kleine voorvallen zonder gebeurtenis",
        ("bron", "plaats", "verteld", "wanneer", "waarom geen gebeurtenis"),
        rows,
    )


def _alike(review: str) -> None:
    """List the pairs that people are asked about, each telling beside the other."""
    rows = [
        (
            f"{pair.one.what} ({_when(pair.one)})",
            f"{pair.other.what} ({_when(pair.other)})",
            ", ".join(pair.because),
            pair.one.id,
            pair.other.id,
        )
        for pair in asking_alike.alike_sheet(Home.open(), review).asked
    ]
    heads = ("de ene", "de andere", "waarom", "kenmerk", "kenmerk")
    table("Mogelijk dezelfde gebeurtenis", heads, rows)


def graph(review: Id) -> None:
    """Laat de interacties tussen organisaties zien."""
    shown = Home.open().store(review).graph()
    if shown is None:
        raise never_run(review)
    rows = [
        (
            f"{edge.giver or '?'} {edge.giver_named}",
            f"{edge.receiver or '?'} {edge.receiver_named}",
            str(edge.interaction_class),
            "uitgebleven" if edge.expected else str(edge.realised),
            interval(edge.date.earliest, edge.date.latest)
            if edge.date
            else "zonder datum",
        )
        for edge in shown.interactions
    ]
    table("Interacties", ("van", "naar", "soort", "gebeurd", "wanneer"), rows)


def factors(review: Id) -> None:
    """Laat de bijdragende factoren zien, per niveau."""
    shown = sorted(Home.open().store(review).factors(), key=lambda f: str(f.level))
    rows = [
        (
            str(factor.level),
            factor.code,
            str(factor.valence),
            str(factor.status),
            factor.wording,
        )
        for factor in shown
    ]
    table("Factoren", ("niveau", "factor", "werking", "stand", "woorden"), rows)


def patterns(
    folder: Annotated[
        Path | None, typer.Option("--report", help="Map voor het patronenrapport.")
    ] = None,
    name: Annotated[
        tuple[str, str] | None,
        typer.Option("--name", help="Geef een gevonden patroon (id) een naam."),
    ] = None,
) -> None:
    """Laat de patronen uit de laatste vergelijking zien, of geef er een een naam."""
    if name is not None:
        name_pattern(Home.open(), *name, by="begeleider")
    if folder is not None:
        written = reports.write_pattern_report(Home.open(), folder, today=today())
        say(f"Rapport: {written}")
        return
    rows = [
        (
            p.id,
            p.name,
            ROADS[p.road],
            str(p.valence),
            str(p.n_reviews),
            p.explanation_nl,
        )
        for p in named_patterns(Home.open())
    ]
    table("Patronen", ("id", "naam", "weg", "werking", "reviews", "uitleg"), rows)


def query(
    name: Annotated[str | None, typer.Argument(help="Naam van de vraag.")] = None,
    review: Annotated[str | None, typer.Option(help="Nummer van de review.")] = None,
    show_list: Annotated[
        bool, typer.Option("--list", help="Laat alle vragen zien.")
    ] = False,
) -> None:
    """Stel een vraag met een naam aan een review of aan alles samen."""
    if show_list or name is None:
        known = asking.list_questions()
        listed = [(q.name, ABOUT_NL[q.about], q.explanation_nl) for q in known]
        table("Vragen", ("naam", "over", "uitleg"), listed)
        return
    answer = asking.answer(Home.open(), name, review)
    say(answer.question.explanation_nl)
    columns = tuple(answer.rows[0]) if answer.rows else ("geen rijen",)
    rows = [
        tuple(_cell(column, value) for column, value in row.items())
        for row in answer.rows
    ]
    table(name, columns, rows)


def _cell(column: str, value: object) -> str:
    """Return a value of an answer as a Dutch reader reads it: days, acts, nothing."""
    if isinstance(value, dt.datetime):
        local = value.astimezone()
        return f"{day(local.date())} {local:%H:%M}"
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if column == "handeling":
        return action_in_words(str(value))
    return "" if value is None else str(value)


def report(
    review: Id,
    folder: Annotated[Path, typer.Argument(help="Map waarin het rapport komt.")] = Path(
        "rapporten"
    ),
    meeting: Annotated[
        bool,
        typer.Option(
            "--meeting",
            help="Voor de leerbijeenkomst: voorstellen pas als de groep zelf koos.",
        ),
    ] = False,
    dates: Dates = None,
) -> None:
    """Maak het rapport: één pagina die zonder netwerk opengaat."""
    written = reports.write_report(
        Home.open(), review, folder, today=today(), meeting=meeting, dates=dates
    )
    say(f"Rapport: {written}")


def papers(
    review: Id,
    folder: Annotated[Path, typer.Argument(help="Map waarin de stukken komen.")] = Path(
        "rapporten"
    ),
    dates: Dates = None,
) -> None:
    """Maak de stukken: verhaal (Word), tabellen, tekening, netwerkbestand en agenda."""
    written = reports.write_papers(
        Home.open(), review, folder, today=today(), dates=dates
    )
    for path in written:
        say(f"{path}")


def export(
    review: Id,
    folder: Annotated[Path, typer.Argument(help="Map voor de JSON-bestanden.")],
    with_vault: Annotated[
        bool, typer.Option("--vault/--no-vault", help="Ook identifiers.json.")
    ] = True,
    file_names: Annotated[
        bool, typer.Option("--file-names", help="Bestandsnamen zoals geüpload.")
    ] = False,
    dates: Dates = None,
) -> None:
    """Schrijf de resultaten als JSON; met --dates voor anderen, zonder iets uit de kluis."""
    home = Home.open()
    if dates is None:
        written = exporting.export_review(
            home,
            review,
            folder,
            today=today(),
            with_vault=with_vault,
            file_names=file_names,
        )
    else:
        written = exporting.export_retold(
            home, review, folder, today=today(), dates=dates
        )
    say(f"{len(written)} bestanden geschreven.")
