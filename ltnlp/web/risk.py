"""The risk page of a review: what remains, and a choice on each flag."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel

from ltnlp.casework import risk
from ltnlp.domain.errors import InputError
from ltnlp.reporting.risk import risk_combinations, risk_lines
from ltnlp.web.access import proven, views_of
from ltnlp.web.deciders import FACILITATOR

router = APIRouter()

CHOICES_NL = {
    "keep": "laten staan",
    "generalise": "ruimere woorden",
    "mask": "weglaten",
}


class FlagChoice(BaseModel):
    """The form of one flag."""

    flag: str = ""
    choice: str = ""
    instead: str = ""


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
    request: Request, review: str, form: Annotated[FlagChoice, Form()]
) -> RedirectResponse:
    """Record a choice on a flag, and go back to the page.

    Raises:
        InputError: the choice could not be recorded; it says why.
    """
    done = risk.decide(
        views_of(request).home,
        review,
        form.flag,
        choice=form.choice,
        instead=form.instead,
        by=FACILITATOR,
    )
    if done.refused:
        raise InputError("the choice was refused", message_nl=done.refused[0][1])
    return RedirectResponse(f"/reviews/{review}/herkenbaarheid#kenmerken", 303)
