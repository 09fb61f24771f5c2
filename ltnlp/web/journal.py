"""The page of corrections: the journal, and what found its place no more."""

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ltnlp.casework import lost
from ltnlp.casework.entries import Entry
from ltnlp.reporting.dates_nl import told_in_words
from ltnlp.web.access import proven, views_of
from ltnlp.web.choices import Acts, Choice, take
from ltnlp.web.deciders import GROUPS_NL

router = APIRouter()

ID = re.compile(r" \(\w{2,40}\)(?=, |$)")
"""The id behind what something is called: for the command line, not for a page."""
AT_ONCE = 100
"""As many entries stand on one page."""


class Settled(Choice):
    """The form of one correction that found nothing."""

    correction: str = ""
    event: str = ""
    why: str = ""


ACTS: Acts[Settled] = {
    "plaats": lambda home, review, form: lost.place_again(
        home, review, form.correction, form.event, by=form.decider
    ),
    "rust": lambda home, review, form: lost.lay_to_rest(
        home, review, form.correction, by=form.decider, why=form.why
    ),
}


@router.get("/reviews/{review}/verbeteringen")
def show_journal(request: Request, review: str, deel: int = 0) -> HTMLResponse:
    """Show what found nothing, and one part of the journal, the newest first."""
    views = views_of(request)
    sheet = lost.journal_sheet(views.home, review)
    parts = max(-(-len(sheet.entries) // AT_ONCE), 1)
    part = min(max(deel, 0), parts - 1)
    shown = sheet.entries[part * AT_ONCE : (part + 1) * AT_ONCE]
    return views.review_page(
        request,
        "journal.html",
        review,
        lost=[_lost(one) for one in sheet.lost],
        entries=[_entry(one) for one in shown],
        number=len(sheet.entries),
        parts=parts,
        part=part,
        pending=sheet.pending,
    )


@router.post("/reviews/{review}/verbeteringen", dependencies=[Depends(proven)])
def change_journal(
    request: Request, review: str, form: Annotated[Settled, Form()]
) -> RedirectResponse:
    """Record where a correction belongs, or that it may rest, and go back."""
    return take(request, review, form, ACTS)


def _entry(one: Entry) -> dict[str, object]:
    return {
        "id": one.id,
        "on": one.on,
        "by": GROUPS_NL.get(one.by, one.by),
        "do": one.do,
        "about": ID.sub("", one.about),
        "said": one.said,
        "why": one.why,
        "stands": one.stands_nl,
        "lost": one.lost,
    }


def _lost(one: lost.Lost) -> dict[str, object]:
    """Return what the page shows of a correction that found nothing."""
    return _entry(one.entry) | {
        "events": [
            (event.id, f"{told_in_words(event.date)}: {event.what}")
            for event in one.events
        ]
    }
