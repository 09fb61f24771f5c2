"""The risk page of a review: what remains, and a choice on each flag."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ltnlp.casework import risk
from ltnlp.casework.home import Home
from ltnlp.reporting.risk import risk_combinations, risk_lines
from ltnlp.web.access import proven, views_of
from ltnlp.web.choices import Acts, Choice, take

router = APIRouter()

CHOICES_NL = {
    "keep": "laten staan",
    "generalise": "ruimere woorden",
    "mask": "weglaten",
}


class Flagged(Choice):
    """The form of one flag."""

    flag: str = ""
    instead: str = ""

    @property
    def place(self) -> str:
        """Return where the flags stand."""
        return "#kenmerken"


def _decide(home: Home, review: str, form: Flagged) -> None:
    risk.decide(
        home, review, form.flag, choice=form.do, instead=form.instead, by=form.decider
    )


ACTS: Acts[Flagged] = dict.fromkeys(CHOICES_NL, _decide)


@router.get("/reviews/{review}/herkenbaarheid")
def show_risk(request: Request, review: str) -> HTMLResponse:
    """Show what remains in a review that could point to somebody."""
    views = views_of(request)
    sheet = risk.risk_sheet(views.home, review)
    return views.review_page(
        request,
        "risk.html",
        review,
        lines=risk_lines(sheet),
        combinations=risk_combinations(sheet),
        undecided=len(sheet.open_flags),
        choices=CHOICES_NL,
    )


@router.post("/reviews/{review}/herkenbaarheid", dependencies=[Depends(proven)])
def choose(
    request: Request, review: str, form: Annotated[Flagged, Form()]
) -> RedirectResponse:
    """Record a choice on a flag, and go back to the page."""
    return take(request, review, form, ACTS)
