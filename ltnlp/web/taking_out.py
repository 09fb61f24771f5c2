"""The page on which a source is taken out of a review, what that does told first."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ltnlp.casework.taking_out import take_out, taking_out
from ltnlp.domain.errors import InputError
from ltnlp.web.access import proven, views_of
from ltnlp.web.deciders import FACILITATOR

router = APIRouter()


@router.get("/reviews/{review}/bronnen/{slot}/weg")
def show_consequences(request: Request, review: str, slot: str) -> HTMLResponse:
    """Show what goes and what stays when a source is taken out."""
    views = views_of(request)
    told = taking_out(views.home, review, slot)
    return views.review_page(
        request, "taking_out.html", review, slot=slot, told=told, source=told.source
    )


@router.post("/reviews/{review}/bronnen/{slot}/weg", dependencies=[Depends(proven)])
def take_source_out(
    request: Request, review: str, slot: str, sure: Annotated[str, Form()] = ""
) -> RedirectResponse:
    """Take a source out, and run what is left anew."""
    if sure != "ja":
        raise InputError(
            "not said to be sure", message_nl="Vink aan dat u het zeker weet."
        )
    views = views_of(request)
    told = taking_out(views.home, review, slot)
    take_out(views.home, review, slot, by=FACILITATOR)
    if told.left and not told.source.problem:
        views.runner.start(views.home, review)
    return RedirectResponse(f"/reviews/{review}#sources", status_code=303)
