"""The page of contributing factors: people accept, reject or give another code."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ltnlp.casework import factor_choices
from ltnlp.casework.factor_choices import FactorSheet
from ltnlp.domain.factors import ContributingFactor, FactorStatus, Valence
from ltnlp.reporting.words_nl import LEVELS, LEVELS_MEAN, VALENCES
from ltnlp.web.access import proven, views_of
from ltnlp.web.choices import Acts, Choice, take

router = APIRouter()

_STANDS = {
    FactorStatus.PROPOSED: "voorstel van de computer",
    FactorStatus.ACCEPTED: "aangenomen",
    FactorStatus.RECODED: "aangenomen met een andere code",
    FactorStatus.REJECTED: "afgewezen",
}


class Weighed(Choice):
    """The form of one factor."""

    factor: str = ""
    code: str = ""
    other: str = ""
    valence: str = ""

    @property
    def place(self) -> str:
        """Return the anchor of the factor."""
        return f"#{self.factor}"


ACTS: Acts[Weighed] = {
    "neemaan": lambda home, review, form: factor_choices.weigh_factor(
        home,
        review,
        form.factor,
        by=form.decider,
        code=form.other or form.code,
        valence=form.valence,
    ),
    "wijsaf": lambda home, review, form: factor_choices.reject_factor(
        home, review, form.factor, by=form.decider
    ),
}


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
    request: Request, review: str, form: Annotated[Weighed, Form()]
) -> RedirectResponse:
    """Record a decision, and go back to where it was taken."""
    return take(request, review, form, ACTS)


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
