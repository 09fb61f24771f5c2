"""The page of crucial moments: choose, number, add, and how each group sees them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ltnlp.casework import moments
from ltnlp.domain.events import Event
from ltnlp.domain.timeline import CrucialMoment
from ltnlp.reporting.dates_nl import told_in_words
from ltnlp.web.access import proven, views_of
from ltnlp.web.choices import Acts, Choice, take

router = APIRouter()


class Chosen(Choice):
    """The form of one moment, or of one that is new."""

    event: str = ""
    number: str = ""
    why: str = ""
    casegroep: str = ""
    reviewteam: str = ""
    what: str = ""
    date: str = ""

    @property
    def place(self) -> str:
        """Return the anchor of a moment whose views were kept."""
        return f"#e{self.event}" if self.do == "zie" and self.event.isalnum() else ""

    @property
    def views(self) -> dict[str, str]:
        """Return how each group sees the moment, by role."""
        return {"casegroep": self.casegroep, "reviewteam": self.reviewteam}


ACTS: Acts[Chosen] = {
    "kies": lambda home, review, form: moments.choose_moment(
        home, review, form.event, by=form.decider, number=form.number, why=form.why
    ),
    "niet": lambda home, review, form: moments.drop_moment(
        home, review, form.event, by=form.decider
    ),
    "zie": lambda home, review, form: moments.record_views(
        home, review, form.event, form.views
    ),
    "voegtoe": lambda home, review, form: moments.add_moment(
        home, review, form.what, by=form.decider, date=form.date, number=form.number
    ),
}


@router.get("/reviews/{review}/momenten")
def show_moments(request: Request, review: str) -> HTMLResponse:
    """Show what groups chose, and what they can choose from."""
    views = views_of(request)
    sheet = moments.moment_sheet(views.home, review)
    labels = {event.id: _label(event) for event in sheet.events}
    taken = {moment.event for moment in sheet.chosen}
    return views.review_page(
        request,
        "moments.html",
        review,
        chosen=[_card(moment, labels) for moment in sheet.chosen],
        proposed=[(m.event, labels[m.event], m.why_nl) for m in sheet.proposed],
        covered=sheet.covered,
        pending=sheet.pending,
        events=[(e.id, labels[e.id]) for e in sheet.events if e.id not in taken],
        seeing=moments.GROUPS,
    )


@router.post("/reviews/{review}/momenten", dependencies=[Depends(proven)])
def change_moments(
    request: Request, review: str, form: Annotated[Chosen, Form()]
) -> RedirectResponse:
    """Record a choice, and go back to the page."""
    return take(request, review, form, ACTS)


def _label(event: Event) -> str:
    return f"{told_in_words(event.date).capitalize()}: {event.what}"


def _card(moment: CrucialMoment, labels: dict[str, str]) -> dict[str, object]:
    """Return what the page shows of a chosen moment."""
    return {
        "event": moment.event,
        "number": moment.number,
        "label": labels[moment.event],
        "why": moment.why_nl,
        "views": {view.by.lower(): view.words for view in moment.views},
    }
