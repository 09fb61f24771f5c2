"""The pages: sign in, reviews, one review, upload, run, progress and report."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool

from ltnlp.casework import report, reviews
from ltnlp.casework.intake import Received, Upload, add_sources
from ltnlp.domain.dates import Bounds
from ltnlp.web.forms import NewReview, kind_of
from ltnlp.web.sessions import COOKIE, FIELD
from ltnlp.web.views import Views, today, told_state

router = APIRouter()

LARGEST = 100_000_000
PAUSE_SECONDS = 0.4
ENDED = frozenset({"done", "failed", "never"})
REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "img-src data:; frame-ancestors 'none'; base-uri 'none'"
)


def views_of(request: Request) -> Views:
    """Return what the pages of this application work with."""
    views: Views = request.app.state.views
    return views


async def proven(request: Request) -> None:
    """Refuse a form that did not come from a page of this session."""
    form = await request.form()
    proof = str(form.get(FIELD, ""))
    if not views_of(request).sessions.proves(request.cookies.get(COOKIE), proof):
        raise HTTPException(status_code=403)


@router.get("/aanmelden")
def sign_in(request: Request, token: str = "") -> HTMLResponse | RedirectResponse:
    """Open a session with the one-time token."""
    views = views_of(request)
    session = views.sessions.open(token)
    if session is None:
        return views.problem(
            request,
            "Dit adres is al gebruikt of klopt niet. Start het programma opnieuw "
            "voor een nieuw adres.",
            status=403,
        )
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(COOKIE, session, httponly=True, samesite="strict")
    return answer


@router.get("/")
def all_reviews(request: Request) -> HTMLResponse:
    """Show all reviews, and a form to begin one."""
    views = views_of(request)
    shown = [
        {"id": e.id, "kind": e.kind, "state": e.state, "title": _title(views, e.id)}
        for e in reversed(reviews.list_reviews(views.home))
    ]
    return views.page(request, "reviews.html", reviews=shown)


@router.post("/reviews", dependencies=[Depends(proven)])
def begin(request: Request, form: Annotated[NewReview, Form()]) -> RedirectResponse:
    """Begin a review and go to it."""
    intake = reviews.Intake(
        title=form.title.strip() or "Leerreview",
        kind=form.kind.strip() or "overig",
        period=Bounds(earliest=form.first_day(), latest=form.last_day()),
        participants=form.roster(),
        questions=form.research_questions(),
    )
    review = reviews.new_review(views_of(request).home, intake, today=today())
    return RedirectResponse(f"/reviews/{review}", status_code=303)


@router.get("/reviews/{review}")
def one_review(request: Request, review: str) -> HTMLResponse:
    """Show one review: its sources, how far its run is, and its report."""
    views = views_of(request)
    sheet = reviews.show(views.home, review, today=today())
    state = told_state(views.runner.state(views.home, review))
    return views.page(request, "review.html", sheet=sheet, id=review, state=state)


@router.post("/reviews/{review}/bronnen", dependencies=[Depends(proven)])
async def upload(
    request: Request,
    review: str,
    files: list[UploadFile],
    kind: Annotated[str, Form()] = "",
    author_role: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """Take in files; one that cannot be read holds up no other."""
    views = views_of(request)
    received: list[tuple[str, Received]] = []
    for file in files:
        # One byte over the limit is enough to know that it is too large.
        content = await file.read(LARGEST + 1)
        one = Upload(
            content=content,
            file_name=file.filename or "bestand",
            kind=kind_of(kind),
            author_role=author_role.strip() or None,
        )
        made = await run_in_threadpool(add_sources, views.home, review, [one])
        received.append((one.file_name, made[0]))
    return views.page(request, "received.html", received=received, id=review)


@router.post("/reviews/{review}/doorrekenen", dependencies=[Depends(proven)])
def run(request: Request, review: str) -> RedirectResponse:
    """Start all stages outside this request."""
    views = views_of(request)
    views.home.open_entry(review)
    views.runner.start(views.home, review)
    return RedirectResponse(f"/reviews/{review}", status_code=303)


@router.get("/reviews/{review}/voortgang")
def progress(request: Request, review: str) -> StreamingResponse:
    """Tell how far the run is, as it happens (server-sent events)."""
    views = views_of(request)
    views.home.entry(review)

    async def tell() -> AsyncIterator[str]:
        while not await request.is_disconnected():
            state = await run_in_threadpool(views.runner.state, views.home, review)
            yield f"data: {json.dumps(told_state(state))}\n\n"
            if state.state in ENDED:
                return
            await asyncio.sleep(PAUSE_SECONDS)

    return StreamingResponse(tell(), media_type="text/event-stream")


@router.get("/reviews/{review}/rapport")
def show_report(request: Request, review: str) -> HTMLResponse:
    """Show the report of a review, scanned for names first."""
    text = report.report_page(views_of(request).home, review, today=today())
    return HTMLResponse(text, headers={"Content-Security-Policy": REPORT_POLICY})


def _title(views: Views, review: str) -> str:
    return reviews.title_of(views.home, review)
