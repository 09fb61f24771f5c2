"""The page of patterns: what this review shows, people weigh it, and what recurs."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ltnlp.casework import pattern_choices
from ltnlp.casework.home import Home
from ltnlp.casework.interactions import kind_labels
from ltnlp.casework.pattern_choices import Finding
from ltnlp.casework.pattern_names import LONGEST, name_pattern
from ltnlp.domain.events import Realised
from ltnlp.domain.months import day_in_words
from ltnlp.domain.patterns import Pattern, Road
from ltnlp.nlp.factors import factor_codes
from ltnlp.reporting.patterns import holds_in_words, means_in_words
from ltnlp.reporting.words_nl import (
    FACTOR_STATUS,
    LEVELS,
    REALISED,
    VALENCES,
    counted,
)
from ltnlp.stages.motifs import Act
from ltnlp.web.access import proven, views_of
from ltnlp.web.choices import Acts, Choice, take

router = APIRouter()

STANDS = {
    None: "voorstel van de computer",
    True: "herkend in deze review",
    False: "niet herkend in deze review",
}
MOST_SHOWN = 5
"""Stretches of the timeline that a card shows."""


class Weighed(Choice):
    """The form of one pattern."""

    pattern: str = ""
    name: str = ""

    @property
    def place(self) -> str:
        """Return the anchor of the pattern; a combination has none."""
        return f"#{self.pattern}" if self.pattern.isalnum() else ""


def _weigh(home: Home, review: str, form: Weighed) -> None:
    pattern_choices.weigh_pattern(home, review, form.pattern, form.do, by=form.decider)


ACTS: Acts[Weighed] = {
    "noem": lambda home, _, form: name_pattern(
        home, form.pattern, form.name, by=form.decider
    ),
    **dict.fromkeys(pattern_choices.STANDS, _weigh),
}


@router.get("/reviews/{review}/patronen")
def show_patterns(request: Request, review: str) -> HTMLResponse:
    """Show the findings of a review, and what recurs over reviews."""
    views = views_of(request)
    sheet = pattern_choices.pattern_sheet(views.home, review)
    return views.review_page(
        request,
        "patterns.html",
        review,
        roads=[
            (
                "bibliotheek",
                "Wat mensen vertelden en bekend is",
                "Factoren uit deze review die wijzen op een patroon uit de lijst van de methode.",
                [_card(one, sheet.compared) for one in sheet.guided],
            ),
            (
                "verloop",
                "Wat in het verloop te zien is",
                "Vormen in tijd en contact die vaker voorkomen, zoals een melding zonder antwoord.",
                [_card(one, sheet.compared) for one in sheet.structural],
            ),
        ],
        combined=[_combined(one, sheet.compared) for one in sheet.combined],
        compared=sheet.compared,
        longest=LONGEST,
    )


@router.post("/reviews/{review}/patronen", dependencies=[Depends(proven)])
def weigh_patterns(
    request: Request, review: str, form: Annotated[Weighed, Form()]
) -> RedirectResponse:
    """Record a decision or a name, and go back to where it was taken."""
    return take(request, review, form, ACTS)


def _card(one: Finding, compared: int) -> dict[str, object]:
    """Return what the page shows of a pattern in this review."""
    codes = factor_codes()
    return {
        "id": one.id,
        "name": one.name[:1].upper() + one.name[1:],
        "side": VALENCES[one.valence],
        "description": one.description,
        "question": one.question,
        "stands": STANDS[one.recognised],
        "recognised": one.recognised,
        "told": [
            (f.wording, codes[f.code].name, FACTOR_STATUS[f.status])
            for f in one.factors
            if f.code in codes
        ],
        "courses": [_course(acts) for acts in one.courses[:MOST_SHOWN]],
        "more": max(0, len(one.courses) - MOST_SHOWN),
        "underlying": _underlying(one),
        "elsewhere": _elsewhere(one.elsewhere, compared),
        "means": means_in_words(one.valence),
    }


def _underlying(one: Finding) -> str:
    """Say on which levels it lies: what points beyond these people."""
    levels = Counter(factor.level for factor in one.factors)
    kinds = {
        kind for acts in one.courses for a in acts for kind in (a.giver, a.receiver)
    }
    told = [f"{LEVELS[level].lower()} ({n})" for level, n in levels.most_common()]
    if told:
        return f"Het wordt verteld op niveau: {', '.join(told)}."
    return f"Het gaat tussen {counted(len(kinds), 'partij', 'partijen')}, niet om één persoon."


def _course(acts: Sequence[Act]) -> list[str]:
    return [_act(act) for act in acts]


def _act(act: Act) -> str:
    labels = kind_labels()
    giver, receiver = (labels.get(k, k) for k in (act.giver, act.receiver))
    happened = Realised(act.realised)
    outcome = "" if happened is Realised.YES else f" ({REALISED[happened]})"
    told = act.interaction_class.replace("_", " ")
    return f"{day_in_words(act.day)}: {giver} → {receiver}, {told}{outcome}"


def _elsewhere(one: Pattern | None, compared: int) -> str:
    """Say in how many reviews a pattern recurs, naming none of them."""
    if not compared:
        return ""
    if one is None:
        return "In de laatste vergelijking kwam dit niet in meer reviews terug."
    against = len(one.counter_evidence)
    told = (
        f"In de laatste vergelijking in {counted(one.n_reviews, 'review', 'reviews')}."
    )
    told += f" {holds_in_words(one)}"
    if against:
        told += f" Tegenvoorbeelden in {counted(against, 'review', 'reviews')}."
    return told


def _combined(one: Pattern, compared: int) -> dict[str, object]:
    """Return what the page shows of a combination of factors over reviews."""
    codes = factor_codes()
    return {
        "id": one.id,
        "name": one.name,
        "side": VALENCES[one.valence],
        "candidate": one.road is Road.CANDIDATE,
        "factors": [codes[code].name for code in one.factors if code in codes],
        "explanation": one.explanation_nl,
        "elsewhere": _elsewhere(one, compared),
    }
