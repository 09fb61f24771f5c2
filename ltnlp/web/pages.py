"""The pages: sign in, reviews, one review, run, progress and report."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import (
    HTMLResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.concurrency import run_in_threadpool

from ltnlp.casework import report, reviews
from ltnlp.casework.alike import open_pairs
from ltnlp.casework.datings import rule_of
from ltnlp.casework.home import Home
from ltnlp.casework.names import open_doubts
from ltnlp.casework.progress import mark_of, read_state
from ltnlp.domain.errors import InputError, LtnlpError
from ltnlp.domain.reviews import ReviewState
from ltnlp.reporting.words_nl import DOCUMENT_KINDS
from ltnlp.store.system_store import RegisterEntry
from ltnlp.web.access import proven, views_of
from ltnlp.web.forms import DATES_NL, REGIONS, NewReview
from ltnlp.web.sessions import COOKIE
from ltnlp.web.views import Views, today, told_state

router = APIRouter()

PAUSE_SECONDS = 0.4
ALIVE_AFTER = 30
"""A line that says nothing is sent after so many looks without news."""

REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; "
    # A report holds words of sources: whatever runs in it cannot reach these pages.
    "sandbox allow-scripts allow-downloads allow-modals allow-popups"
)
SPENT_NL = (
    "Dit adres is al gebruikt of klopt niet. In het venster waarin het programma is "
    "gestart staat een nieuw adres."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One review in the list; `problem` says why it does not open."""

    id: str
    kind: str
    state: str
    title: str = ""
    run: str = ""
    problem: str = ""


@router.get("/aanmelden")
def sign_in(request: Request, token: str = "") -> Response:
    """Open a session with the token of the moment."""
    views = views_of(request)
    if views.sessions.known(request.cookies.get(COOKIE)):
        return RedirectResponse("/", status_code=303)
    session = views.sessions.open(token)
    if session is None:
        return views.problem(request, SPENT_NL, status=403)
    answer = RedirectResponse("/", status_code=303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, session, httponly=True, samesite="strict", secure=secure)
    return answer


@router.get("/")
def all_reviews(request: Request) -> HTMLResponse:
    """Show all reviews, and a form to begin one."""
    return _list_page(request, NewReview())


@router.post("/reviews", dependencies=[Depends(proven)])
def begin(request: Request, form: Annotated[NewReview, Form()]) -> Response:
    """Begin a review and go to it; a form with a mistake comes back as it was typed."""
    try:
        intake = form.intake()
    except InputError as error:
        return _list_page(request, form, problem=error.message_nl)
    review = reviews.new_review(views_of(request).home, intake, today=today())
    return RedirectResponse(f"/reviews/{review}", status_code=303)


@router.get("/reviews/{review}")
def one_review(request: Request, review: str) -> HTMLResponse:
    """Show one review: its sources, how far its run is, and its report."""
    views = views_of(request)
    sheet = reviews.show(views.home, review, today=today())
    state = views.runner.state(views.home, review)
    return views.page(
        request,
        "review.html",
        sheet=sheet,
        id=review,
        state=told_state(state),
        stale=bool(state.sources) and state.sources != mark_of(views.home, review),
        alike=open_pairs(views.home, review),
        doubts=open_doubts(views.home, review),
        kinds=DOCUMENT_KINDS,
        regions=REGIONS,
        roles=sorted({p.role for p in sheet.review.participants if p.role}),
        dates=DATES_NL,
        usual=DATES_NL[str(rule_of(views.home))],
    )


@router.post("/reviews/{review}/doorrekenen", dependencies=[Depends(proven)])
def run(request: Request, review: str) -> RedirectResponse:
    """Start all stages outside this request; a run that is under way goes on."""
    views = views_of(request)
    if not views.runner.state(views.home, review).under_way:
        views.runner.start(views.home, review)
    return RedirectResponse(f"/reviews/{review}#run", status_code=303)


@router.get("/reviews/{review}/voortgang")
def progress(request: Request, review: str) -> StreamingResponse:
    """Tell how far the run is, as it happens (server-sent events)."""
    views = views_of(request)
    views.home.entry(review)
    return StreamingResponse(
        _news(request, views, review), media_type="text/event-stream"
    )


@router.get("/reviews/{review}/rapport")
def show_report(
    request: Request, review: str, bijeenkomst: bool = False
) -> HTMLResponse:
    """Show the report of a review, scanned for names first; also for a meeting."""
    home = views_of(request).home
    text = report.report_page(home, review, today=today(), meeting=bijeenkomst)
    return HTMLResponse(text, headers={"Content-Security-Policy": REPORT_POLICY})


async def _news(request: Request, views: Views, review: str) -> AsyncIterator[str]:
    """Yield each change of a run until it has ended, and a sign of life in between."""
    before, quiet = "", 0
    while not await request.is_disconnected():
        try:
            state = await run_in_threadpool(views.runner.state, views.home, review)
        except LtnlpError:
            return
        told = json.dumps(told_state(state))
        quiet = 0 if told != before else quiet + 1
        if told != before:
            yield f"data: {told}\n\n"
        elif quiet % ALIVE_AFTER == 0:
            yield ":\n\n"
        if not state.under_way:
            return
        before = told
        await asyncio.sleep(PAUSE_SECONDS)


def _list_page(request: Request, form: NewReview, problem: str = "") -> HTMLResponse:
    views = views_of(request)
    cards = [_card(views.home, e) for e in reversed(reviews.list_reviews(views.home))]
    return views.page(
        request,
        "reviews.html",
        status=422 if problem else 200,
        reviews=cards,
        typed=form,
        regions=REGIONS,
        problem=problem,
    )


def _card(home: Home, entry: RegisterEntry) -> Card:
    """Return what the list shows of a review; one that does not open hides no other."""
    about: dict[str, str] = {"id": entry.id, "kind": entry.kind, "state": entry.state}
    if entry.state == ReviewState.DESTROYED:
        return Card(**about)
    try:
        title = reviews.load_review(home, entry.id).title
        run = str(read_state(home, entry.id).state)
    except LtnlpError as error:
        return Card(**about, problem=error.message_nl)
    return Card(**about, title=title, run=run)
