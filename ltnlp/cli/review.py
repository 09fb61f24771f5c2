"""`ltnlp review`: begin, list, show, close, cancel, approve, hold; proof of its end."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

import typer

from ltnlp.casework import closing, folder, reviews
from ltnlp.casework.forget import proof
from ltnlp.casework.home import Home
from ltnlp.casework.intake import Received
from ltnlp.cli.screen import day, interval, problem, say, table, today
from ltnlp.domain.dates import Bounds
from ltnlp.domain.errors import InputError
from ltnlp.domain.retention import RetentionHold
from ltnlp.domain.reviews import ReviewState
from ltnlp.reporting.words_nl import DOCUMENT_KINDS, STATES, counted, lost

app = typer.Typer(help="Leerreviews beginnen, bekijken en afsluiten.")


Id = Annotated[str, typer.Argument(help="Het nummer van de review.")]
Day = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"])]


Questions = Annotated[
    list[str] | None, typer.Option(help="Onderzoeksvraag; mag vaker, zonder namen.")
]


@app.command()
def new(
    title: Annotated[str, typer.Option(help="Titel, zonder namen.")] = "Leerreview",
    kind: Annotated[str, typer.Option(help="Soort casus.")] = "overig",
    source: Annotated[
        Path | None, typer.Option("--from", help="Map met review.json en sources/.")
    ] = None,
    prefer: Annotated[
        Literal["file", "text"],
        typer.Option(help="Welke vorm van een document: file of text."),
    ] = "file",
    period_from: Day = None,
    period_to: Day = None,
) -> None:
    """Begin een review; het nummer staat op de laatste regel."""
    home = Home.open()
    if source is None:
        intake = reviews.Intake(
            title=title, kind=kind, period=_period(period_from, period_to)
        )
        print(reviews.new_review(home, intake, today=today()))
        return
    made = folder.review_from_folder(home, source, today=today(), prefer=prefer)
    tell_received(made.received)
    if made.missing:
        missing = counted(made.missing, "document", "documenten")
        stand = "staat" if made.missing == 1 else "staan"
        problem(f"{missing} uit review.json {stand} niet in de map sources.")
    print(made.review)


@app.command()
def scope(
    review: Id,
    period_from: Day = None,
    period_to: Day = None,
    question: Questions = None,
    title: Annotated[str, typer.Option(help="Andere titel, zonder namen.")] = "",
    kind: Annotated[str, typer.Option(help="Andere soort casus.")] = "",
) -> None:
    """Wijzig titel, soort, periode of vragen; wat u niet noemt blijft zoals het is."""
    period = _period(period_from, period_to) if period_from or period_to else None
    home = Home.open()
    reviews.set_about(home, review, title=title, kind=kind)
    changed = reviews.set_scope(
        home,
        review,
        period=period,
        questions=tuple(question) if question else None,
    )
    say(f"Periode: {interval(changed.period.earliest, changed.period.latest)}")
    for number, one in enumerate(changed.questions, start=1):
        say(f"Vraag {number}: {one}")
    say("Dit geldt vanaf de volgende 'ltnlp run'.")


@app.command("list")
def list_() -> None:
    """Laat alle reviews zien."""
    home = Home.open()
    rows = [
        (
            entry.id,
            reviews.title_of(home, entry.id),
            entry.kind,
            STATES[ReviewState(entry.state)],
        )
        for entry in reviews.list_reviews(home)
    ]
    table("Reviews", ("nummer", "titel", "soort", "stand"), rows)


@app.command()
def show(review: Id) -> None:
    """Laat één review zien: bronnen, stand en bewaartermijn."""
    home = Home.open()
    sheet = reviews.show(home, review, today=today())
    say(f"{sheet.review.title} ({sheet.review.kind})")
    period = sheet.review.period
    say(f"Periode: {interval(period.earliest, period.latest)}")
    for number, question in enumerate(sheet.review.questions, start=1):
        say(f"Vraag {number}: {question}")
    say(f"Stand: {STATES[sheet.review.state]}; {sheet.events} gebeurtenissen")
    rows = [
        (
            r.document.slot,
            r.file_name,
            DOCUMENT_KINDS[r.document.kind],
            r.document.author_role or "",
            r.problem_nl or "gelezen",
        )
        for r in sheet.sources.records
    ]
    table("Bronnen", ("plaats", "bestand", "soort", "van", "stand"), rows)
    say(f"Vernietigen: {sheet.verdict.why_nl}")
    if sheet.orphans:
        problem(lost(sheet.orphans))


@app.command()
def close(review: Id) -> None:
    """Sluit een review af; vanaf nu loopt de bewaartermijn."""
    closing.close_review(Home.open(), review, state=ReviewState.CLOSED, today=today())
    say("De review is afgesloten.")


@app.command()
def cancel(review: Id) -> None:
    """Annuleer een review; vanaf nu loopt de bewaartermijn."""
    closing.close_review(
        Home.open(), review, state=ReviewState.CANCELLED, today=today()
    )
    say("De review is geannuleerd.")


@app.command()
def approve(
    review: Id, by: Annotated[str, typer.Option(help="Rol van wie akkoord geeft.")]
) -> None:
    """Leg vast dat iemand akkoord gaat met vernietigen."""
    closing.approve(Home.open(), review, by=by, today=today())
    say("Het akkoord is vastgelegd.")


@app.command()
def hold(
    review: Id,
    by: Annotated[str, typer.Option(help="Rol van wie het beletsel oplegt.")],
    reason: Annotated[str, typer.Option(help="Waarom.")],
    until: Annotated[
        dt.datetime, typer.Option(formats=["%Y-%m-%d"], help="Tot en met welke dag.")
    ],
) -> None:
    """Leg een bewaarbeletsel vast: tot die dag wordt niets vernietigd."""
    closing.hold(
        Home.open(),
        RetentionHold(review=review, by=by, reason=reason, until=until.date()),
    )
    say("Het beletsel is vastgelegd.")


@app.command()
def certificate(review: Id) -> None:
    """Laat het vernietigingsbewijs zien: wanneer, waarom, en wat niet te bereiken was."""
    record = proof(Home.open(), review)
    say(f"Review {record.review} is vernietigd op {day(record.on)}.")
    say(f"Grond: {record.ground_nl}.")
    for name, count in record.counts:
        say(f"Vernietigd: {count} {name}, en de sleutel waarmee zij te lezen waren.")
    for what in record.unreachable_nl:
        say(f"Niet te bereiken: {what}.")


def tell_received(received: tuple[Received, ...]) -> None:
    """Tell of each source whether it was read, and what of it was left out."""
    for source in received:
        which = f"Bestand {source.file}"
        if source.inside:
            which += f", nummer {source.inside} in het zip-bestand"
        if source.problem_nl:
            problem(f"{which}: {source.problem_nl}")
        elif source.new:
            dated = f"; {source.dated_nl}" if source.dated_nl else ""
            say(f"{which}: gelezen ({source.slot}){dated}.")
        else:
            say(f"{which}: stond er al ({source.slot}).")
        for warning in source.warnings_nl:
            problem(f"{which}: {warning}")


def _period(start: dt.datetime | None, end: dt.datetime | None) -> Bounds:
    if start and end and start > end:
        raise InputError("period", message_nl="De periode eindigt voordat zij begint.")
    return Bounds(
        earliest=start.date() if start else None, latest=end.date() if end else None
    )
