"""The page of what may be one event: both tellings side by side, and a person decides."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ltnlp.casework import alike
from ltnlp.domain.events import Account, Event
from ltnlp.reporting.dates_nl import told_in_words
from ltnlp.web.access import proven, views_of
from ltnlp.web.choices import Acts, Choice, take
from ltnlp.web.deciders import GROUPS_NL

router = APIRouter()

AT_ONCE = 40
"""As many pairs are shown: the rest comes when these are decided."""


class Pair(Choice):
    """The form of one pair, or of one account."""

    one: str = ""
    other: str = ""
    account: str = ""


ACTS: Acts[Pair] = {
    "samen": lambda home, review, form: alike.join_events(
        home, review, form.one, form.other, by=form.decider
    ),
    "niet": lambda home, review, form: alike.part_events(
        home, review, form.one, form.other, by=form.decider
    ),
    "uiteen": lambda home, review, form: alike.part_account(
        home, review, form.account, by=form.decider
    ),
}


@router.get("/reviews/{review}/dezelfde")
def show_alike(request: Request, review: str) -> HTMLResponse:
    """Show the pairs on which nobody decided, what was decided, and what was joined."""
    views = views_of(request)
    sheet = alike.alike_sheet(views.home, review)
    labels = dict(sheet.labels)
    return views.review_page(
        request,
        "alike.html",
        review,
        asked=[
            {
                "sides": [_side(event, labels) for event in (pair.one, pair.other)],
                "why": ", ".join(pair.because),
            }
            for pair in sheet.asked[:AT_ONCE]
        ],
        more=len(sheet.asked[AT_ONCE:]),
        decided=[_decided(one, labels) for one in sheet.decided],
        several=[
            _side(event, labels) | {"why": event.joined_because}
            for event in sheet.several
        ],
        parted=sheet.parted,
        pending=sheet.pending,
    )


@router.post("/reviews/{review}/dezelfde", dependencies=[Depends(proven)])
def change_alike(
    request: Request, review: str, form: Annotated[Pair, Form()]
) -> RedirectResponse:
    """Record what was decided, and go back to the page."""
    return take(request, review, form, ACTS)


def _side(event: Event, labels: dict[str, str]) -> dict[str, object]:
    """Return what the page shows of an event: its day, and each of its tellings."""
    return {
        "id": event.id,
        "what": event.what,
        "when": told_in_words(event.date).capitalize(),
        "tellings": [_telling(account, labels) for account in event.accounts],
    }


def _telling(account: Account, labels: dict[str, str]) -> dict[str, str]:
    return {
        "id": account.id,
        "source": labels.get(account.document, "toegevoegd"),
        "who": account.who_tells or "",
        "when": told_in_words(account.date),
        "words": account.wording,
    }


def _decided(said: alike.Decision, labels: dict[str, str]) -> dict[str, object]:
    return {
        "joined": said.joined,
        "by": GROUPS_NL.get(said.by, said.by),
        "on": said.at.astimezone().date(),
        "between": said.between,
        "tellings": [_telling(account, labels) for account in said.tellings],
        "others": [_telling(account, labels) for account in said.others],
    }
