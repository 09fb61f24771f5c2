"""What pages are made of: templates, and what each of them is told."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.routing import Match

from ltnlp.casework.home import Home
from ltnlp.casework.progress import STEP_NL, RunState, Step
from ltnlp.casework.runner import Runner
from ltnlp.domain.months import day_in_words
from ltnlp.reporting.words_nl import STATES, lost
from ltnlp.web.deciders import GROUPS_NL
from ltnlp.web.sessions import COOKIE, FIELD, Sessions

NOT_FOUND = 404
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, kw_only=True)
class Views:
    """The home, the sessions and the runner that pages work with."""

    home: Home
    sessions: Sessions
    runner: Runner

    @cached_property
    def templates(self) -> Environment:
        """Return the templates; every value is escaped."""
        made = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.filters["day_nl"] = day_nl
        made.filters["lost"] = lost
        made.globals["steps_nl"] = tuple(STEP_NL.values())
        made.globals["states"] = STATES
        return made

    def page(
        self, request: Request, template: str, *, status: int = 200, **told: object
    ) -> HTMLResponse:
        """Return a page of the same sign-in."""
        session = request.cookies.get(COOKIE)
        text = self.templates.get_template(template).render(
            field=FIELD,
            proof=self.sessions.proof(session),
            signed_in=self.sessions.known(session),
            **told,
        )
        return HTMLResponse(text, status_code=status)

    def review_page(
        self, request: Request, template: str, review: str, **told: object
    ) -> HTMLResponse:
        """Return a page of one review, which groups may change while it is open."""
        is_open = self.home.entry(review).state == "open"
        return self.page(
            request,
            template,
            status=200,
            id=review,
            open=is_open,
            groups=GROUPS_NL,
            **told,
        )

    def problem(
        self,
        request: Request,
        sentence: str,
        *,
        status: int,
        heading: str = "Dat ging niet",
    ) -> HTMLResponse:
        """Return a page that says in a sentence what is wrong and what to do.

        It leads back to the form that was sent, else to the review.
        """
        return self.page(
            request,
            "problem.html",
            status=status,
            sentence=sentence[:1].upper() + sentence[1:],
            heading=heading,
            back=review_of(request) if status != NOT_FOUND else "",
            page=form_of(request),
        )


def form_of(request: Request) -> str:
    """Return the address of the page whose form was sent, "" where none was."""
    if request.method != "POST":
        return ""
    asked = {**request.scope, "method": "GET"}
    known = any(one.matches(asked)[0] is Match.FULL for one in request.app.routes)
    return request.url.path if known else review_of(request) or "/"


def review_of(request: Request) -> str:
    """Return the address of the review that a request is about, "" where none is."""
    parts = request.url.path.split("/")
    return "/".join(parts[:3]) if len(parts) > 2 and parts[1] == "reviews" else ""


def told_state(state: RunState) -> dict[str, object]:
    """Return how far a run is, for a page: state, Dutch step, its place, problem.

    `place` counts the steps from 1; it is 0 while none has begun.
    """
    known = state.step in set(Step)
    return {
        "state": str(state.state),
        "under_way": state.under_way,
        "step": STEP_NL[Step(state.step)] if known else "",
        "done": state.done,
        "total": state.total,
        "place": list(Step).index(Step(state.step)) + 1 if known else 0,
        "problem": state.problem_nl,
    }


def day_nl(day: dt.date | None) -> str:
    """Return a day as a Dutch reader writes it, "" for none."""
    return day_in_words(day) if day else ""


def today() -> dt.date:
    """Return today: the only clock of the pages."""
    return dt.datetime.now(dt.UTC).astimezone().date()
