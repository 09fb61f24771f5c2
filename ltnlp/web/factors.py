"""The page of contributing factors: people accept, reject or give another code."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel

from ltnlp.casework import factor_choices
from ltnlp.casework.factor_choices import FactorSheet
from ltnlp.domain.factors import ContributingFactor, FactorStatus, Valence
from ltnlp.reporting.words_nl import LEVELS, LEVELS_MEAN, VALENCES
from ltnlp.web.access import proven, views_of
from ltnlp.web.deciders import decider, no_such_choice

router = APIRouter()

_STANDS = {
    FactorStatus.PROPOSED: "voorstel van de computer",
    FactorStatus.ACCEPTED: "aangenomen",
    FactorStatus.RECODED: "aangenomen met een andere code",
    FactorStatus.REJECTED: "afgewezen",
}


class Choice(BaseModel):
    """The form of one factor."""

    do: str = ""
    factor: str = ""
    by: str = ""
    code: str = ""
    other: str = ""
    valence: str = ""


@router.get("/reviews/{review}/factoren")
def show_factors(request: Request, review: str) -> HTMLResponse:
    """Show the factors per level, and what people decided on them."""
    views = views_of(request)
    sheet = factor_choices.factor_sheet(views.home, review)
    return views.review_page(
        request,
        "factors.html",
        review,
        levels=[
            (level, LEVELS[level], LEVELS_MEAN[level], [_card(f, sheet) for f in found])
            for level, found in sheet.levels.items()
        ],
        codes=[(c.id, c.name, LEVELS[c.level]) for c in sheet.codes.values()],
        sides=[(side.value, VALENCES[side]) for side in Valence],
        undecided=sheet.undecided,
        pending=sheet.pending,
    )


@router.post("/reviews/{review}/factoren", dependencies=[Depends(proven)])
def change_factors(
    request: Request, review: str, form: Annotated[Choice, Form()]
) -> RedirectResponse:
    """Record a decision, and go back to where it was taken.

    Raises:
        InputError: it could not be recorded; it says why.
    """
    home = views_of(request).home
    by = decider(form.by)
    if form.do == "neemaan":
        factor_choices.weigh_factor(
            home,
            review,
            form.factor,
            by=by,
            code=form.other or form.code,
            valence=form.valence,
        )
    elif form.do == "wijsaf":
        factor_choices.reject_factor(home, review, form.factor, by=by)
    else:
        raise no_such_choice()
    return RedirectResponse(
        f"/reviews/{review}/factoren#{form.factor}", status_code=303
    )


def _card(factor: ContributingFactor, sheet: FactorSheet) -> dict[str, object]:
    codes = dict.fromkeys((factor.code, *factor.alternatives))
    return {
        "id": factor.id,
        "words": factor.wording,
        "code": factor.code,
        "name": sheet.codes[factor.code].name,
        "means": sheet.codes[factor.code].definition,
        "valence": factor.valence.value,
        "side": VALENCES[factor.valence],
        "stands": _STANDS[factor.status],
        "decided": factor.status is not FactorStatus.PROPOSED,
        "choices": [(c, sheet.codes[c].name) for c in codes if c in sheet.codes],
    }
