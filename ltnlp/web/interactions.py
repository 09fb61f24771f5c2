"""The page of who had to do with whom: a picture by period, and people correct it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from markupsafe import Markup

from ltnlp.casework import interactions
from ltnlp.casework.home import Home
from ltnlp.casework.interactions import InteractionSheet, TypedInteraction
from ltnlp.casework.reviews import load_review
from ltnlp.domain.dates import Bounds
from ltnlp.domain.edtf import bounds_of as bounds_told
from ltnlp.domain.events import Event, Status
from ltnlp.domain.interactions import Interaction, InteractionClass, InteractionGraph
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.nlp.organisations import taxonomy
from ltnlp.reporting.dates_nl import told_in_words
from ltnlp.reporting.graph_lines import COLOURS, FAMILY_MEANS, MIXED, Line, lines
from ltnlp.reporting.graph_names import per_name
from ltnlp.reporting.graph_picture import draw, svg
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.words_nl import REALISED
from ltnlp.stages.graph import bounds_of, by_name, measure, picture
from ltnlp.stages.graph_words import in_words
from ltnlp.web.access import proven, views_of
from ltnlp.web.choices import Acts, Choice, take

router = APIRouter()

QUARTERS = ("jan–mrt", "apr–jun", "jul–sep", "okt–dec")


NAMED = "wie"
"""Said in the address to see lines between who is named, instead of kinds."""


def view_of(period: str, between: str) -> str:
    """Return what an address ends with to see a period, between kinds or who is named."""
    asked = {"periode": period, "tussen": NAMED if between == NAMED else ""}
    told = urlencode({key: value for key, value in asked.items() if value})
    return f"?{told}" if told else ""


class Told(Choice):
    """The form of one act, or of one that is new."""

    act: str = ""
    period: str = ""
    between: str = ""
    giver: str = ""
    receiver: str = ""
    kind: str = ""
    realised: str = ""
    date: str = ""
    why: str = ""
    event: str = ""
    what: str = ""

    @property
    def place(self) -> str:
        """Return the period that was looked at, and the anchor of the act."""
        at = view_of(self.period if _is_period(self.period) else "", self.between)
        return f"{at}#v{self.act}" if self.act.isalnum() else at

    def typed(self) -> TypedInteraction:
        """Return what was typed of the act."""
        return TypedInteraction(
            giver=self.giver,
            receiver=self.receiver,
            kind=self.kind,
            realised=self.realised,
            date=self.date,
            why=self.why,
        )


def _stand(home: Home, review: str, form: Told) -> None:
    interactions.stand_interaction(
        home, review, form.act, form.do, by=form.decider, why=form.why
    )


ACTS: Acts[Told] = {
    "bewaar": lambda home, review, form: interactions.mend_interaction(
        home, review, form.act, form.typed(), by=form.decider
    ),
    "voegtoe": lambda home, review, form: interactions.add_interaction(
        home,
        review,
        form.typed(),
        by=form.decider,
        event=form.event,
        what=form.what,
    ),
    **dict.fromkeys(interactions.STANDS, _stand),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time to look at; `name` stands in the address, "" for all."""

    name: str
    label: str
    bounds: Bounds | None
    acts: int


@router.get("/reviews/{review}/wie-met-wie")
def show_interactions(
    request: Request, review: str, periode: str = "", tussen: str = ""
) -> HTMLResponse:
    """Show who had to do with whom, in all or in one period, with what it rests on."""
    views = views_of(request)
    sheet = interactions.interaction_sheet(views.home, review)
    periods = _periods(sheet.graph.interactions)
    chosen = next((one for one in periods if one.name == periode), periods[0])
    inside = _within(sheet.graph.interactions, chosen.bounds)
    report = ReportInput(
        review=load_review(views.home, review),
        timeline=IntegratedTimeline(events=sheet.events),
        graph=InteractionGraph(interactions=inside, parties=measure(inside)),
        picture=picture(inside),
        named=picture(by_name(inside)),
        taxonomy=taxonomy(),
    )
    between = NAMED if tussen == NAMED else ""
    drawn = per_name(report) if between else report
    names = {kind: one.neutral for kind, one in taxonomy().items()}
    return views.review_page(
        request,
        "interactions.html",
        review,
        periods=_shown_periods(periods, chosen),
        chosen=chosen,
        beside=_beside(periods, chosen),
        between=between,
        named=NAMED,
        view_of=view_of,
        graph=_drawing(drawn),
        families=[(COLOURS[family], means) for family, means in FAMILY_MEANS.items()],
        mixed=MIXED,
        explained=in_words(report.graph, names),
        lines=[_line(line, drawn, report, sheet) for line in lines(drawn)],
        rejected=[_card(one, report, sheet) for one in sheet.graph.rejected],
        labels=sorted(interactions.kind_labels().values()),
        kinds=[str(kind) for kind in InteractionClass],
        outcomes=[(str(key), words) for key, words in REALISED.items()],
        events=[(one.id, _event(one)) for one in sheet.events],
        pending=sheet.pending,
    )


@router.post("/reviews/{review}/wie-met-wie", dependencies=[Depends(proven)])
def change_interaction(
    request: Request, review: str, form: Annotated[Told, Form()]
) -> RedirectResponse:
    """Record what was changed, and go back to the period that was looked at."""
    return take(request, review, form, ACTS)


def _drawing(report: ReportInput) -> Markup | None:
    drawing = draw(report)
    return svg(drawing, linked=True) if drawing.boxes else None


def _is_period(name: str) -> bool:
    return name.replace("-", "").isdigit()


def _periods(acts: Sequence[Interaction]) -> list[Period]:
    """Return all, the years and the quarters in which something can have been."""
    days = [
        day
        for one in acts
        for day in (bounds_of(one).earliest, bounds_of(one).latest)
        if day is not None
    ]
    found = [Period(name="", label="Alles", bounds=None, acts=len(acts))]
    years = range(min(days).year, max(days).year + 1) if days else ()
    for year in years:
        stretches = [(str(year), str(year), f"{year}")]
        stretches += [
            (
                f"{year}-{n}",
                f"{words} {year}",
                f"{year}-{3 * n - 2:02d}/{year}-{3 * n:02d}",
            )
            for n, words in enumerate(QUARTERS, start=1)
        ]
        for name, label, edtf in stretches:
            bounds = bounds_told(edtf)
            inside = len(_within(acts, bounds))
            found.append(Period(name=name, label=label, bounds=bounds, acts=inside))
    return [one for one in found if one.acts or not one.name]


def _within(
    acts: Sequence[Interaction], bounds: Bounds | None
) -> tuple[Interaction, ...]:
    """Return what can lie within a period; all where there is none."""
    return tuple(
        one
        for one in acts
        if bounds is None or (bounds_of(one).known and bounds_of(one).meets(bounds))
    )


def _shown_periods(periods: Sequence[Period], chosen: Period) -> list[Period]:
    """Return all years, and the quarters of the one that is looked at."""
    year = chosen.name[:4]
    return [one for one in periods if "-" not in one.name or one.name[:4] == year]


def _beside(
    periods: Sequence[Period], chosen: Period
) -> tuple[Period | None, Period | None]:
    """Return the period before and the one after, of the same length."""
    same = [p for p in periods if p.name and len(p.name) == len(chosen.name)]
    if chosen not in same:
        return None, None
    at = same.index(chosen)
    return (same[at - 1] if at else None), (
        same[at + 1] if at + 1 < len(same) else None
    )


def _line(
    line: Line, drawn: ReportInput, report: ReportInput, sheet: InteractionSheet
) -> dict[str, object]:
    """Return what the page shows of one line of what is drawn."""
    known = {one.id: one for one in report.graph.interactions}
    return {
        "giver": drawn.kind_label(line.giver),
        "receiver": drawn.kind_label(line.receiver),
        "happened": line.happened,
        "in_words": line.in_words,
        "acts": [_card(known[name], report, sheet) for name in line.interactions],
    }


def _card(
    one: Interaction, report: ReportInput, sheet: InteractionSheet
) -> dict[str, object]:
    """Return what the page shows of one act, with the words of each telling."""
    told = [
        (words, sheet.sources.get(telling.document, ""))
        for telling in sheet.tellings(one)
        for words in sheet.words(telling)
    ]
    return {
        "id": one.id,
        "giver": report.kind_label(one.giver) if one.giver else "",
        "receiver": report.kind_label(one.receiver) if one.receiver else "",
        "named": (one.giver_named, one.receiver_named),
        "kind": str(one.interaction_class),
        "realised": str(one.realised),
        "outcome": "in de bronnen niet genoemd"
        if one.expected
        else REALISED[one.realised],
        "expected": one.expected,
        "when": told_in_words(one.date),
        "sure": one.order_certain,
        "decided": one.status is Status.CONFIRMED,
        "told": list(dict.fromkeys(told)),
    }


def _event(event: Event) -> str:
    return f"{told_in_words(event.date).capitalize()}: {event.what}"[:120]
