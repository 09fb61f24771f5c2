"""The page of crucial moments: choose, number, add, and how each group sees them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel

from ltnlp.casework import moments
from ltnlp.domain.events import Event
from ltnlp.domain.timeline import CrucialMoment
from ltnlp.reporting.dates_nl import told_in_words
from ltnlp.web.access import proven, views_of
from ltnlp.web.deciders import decider, no_such_choice

router = APIRouter()


class Choice(BaseModel):
    """The form of one moment, or of one that is new."""

    do: str = ""
    event: str = ""
    by: str = ""
    number: str = ""
    why: str = ""
    words: str = ""
    what: str = ""
    date: str = ""


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
    request: Request, review: str, form: Annotated[Choice, Form()]
) -> RedirectResponse:
    """Record a choice, and go back to the page.

    Raises:
        InputError: it could not be recorded; it says why.
    """
    home = views_of(request).home
    by = decider(form.by)
    if form.do == "kies":
        moments.choose_moment(
            home, review, form.event, by=by, number=form.number, why=form.why
        )
    elif form.do == "niet":
        moments.drop_moment(home, review, form.event, by=by)
    elif form.do == "zie":
        moments.record_view(home, review, form.event, form.words, by=by)
    elif form.do == "voegtoe":
        moments.add_moment(
            home, review, form.what, by=by, date=form.date, number=form.number
        )
    else:
        raise no_such_choice()
    return RedirectResponse(f"/reviews/{review}/momenten", status_code=303)


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
