"""What a person changes on the page of a review: a source, its scope, that it is done."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from ltnlp.casework.closing import close_review
from ltnlp.casework.reviews import load_sources, set_about, set_scope
from ltnlp.casework.sources import About, describe
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.errors import InputError
from ltnlp.domain.reviews import ReviewState
from ltnlp.web.access import proven, views_of
from ltnlp.web.forms import Scope, day_of, kind_of
from ltnlp.web.views import today

router = APIRouter(dependencies=[Depends(proven)])


@router.post("/reviews/{review}/bronnen/{slot}")
def change_source(
    request: Request,
    review: str,
    slot: str,
    kind: Annotated[str, Form()] = "",
    made_on: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Change what is known of a source, but for whose it is."""
    home = views_of(request).home
    about = About(
        kind=kind_of(kind) or DocumentKind.OTHER,
        author_role=load_sources(home, review).at(slot).document.author_role,
        made_on=day_of(made_on),
    )
    describe(home, review, slot, about)
    return RedirectResponse(f"/reviews/{review}#sources", status_code=303)


class Whose(BaseModel):
    """The form that tells of all sources at once whose they are."""

    slot: tuple[str, ...] = ()
    author_role: tuple[str, ...] = ()


@router.post("/reviews/{review}/van-wie")
def tell_whose(
    request: Request, review: str, form: Annotated[Whose, Form()]
) -> RedirectResponse:
    """Keep of each source whose it is, where that is told otherwise than before."""
    home = views_of(request).home
    for slot, typed in zip(form.slot, form.author_role, strict=False):
        known = load_sources(home, review).at(slot).document
        if (role := typed.strip() or None) != known.author_role:
            about = About(kind=known.kind, author_role=role, made_on=known.made_on)
            describe(home, review, slot, about)
    return RedirectResponse(f"/reviews/{review}#sources", status_code=303)


@router.post("/reviews/{review}/reikwijdte")
def change_scope(
    request: Request, review: str, form: Annotated[Scope, Form()]
) -> RedirectResponse:
    """Change what a review is called and about; it counts from the next run on."""
    home = views_of(request).home
    set_scope(home, review, period=form.period(), questions=form.asked())
    set_about(home, review, **form.about())
    return RedirectResponse(f"/reviews/{review}", status_code=303)


@router.post("/reviews/{review}/beeindigen")
def end_review(
    request: Request,
    review: str,
    state: Annotated[str, Form()] = "",
    sure: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Close or cancel a review, once the person said to be sure."""
    ends = {str(one): one for one in (ReviewState.CLOSED, ReviewState.CANCELLED)}
    if state not in ends or sure != "ja":
        raise InputError(
            "not said to be sure",
            message_nl="Kies afsluiten of annuleren, en vink aan dat u het zeker weet.",
        )
    close_review(views_of(request).home, review, state=ends[state], today=today())
    return RedirectResponse(f"/reviews/{review}", status_code=303)
