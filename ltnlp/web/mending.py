"""The page of events: another date, other words, right or not, and what no source tells."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ltnlp.casework import mending
from ltnlp.casework.home import Home
from ltnlp.domain.events import Event, Status
from ltnlp.nlp.organisations import taxonomy
from ltnlp.reporting.dates_nl import told_in_words
from ltnlp.reporting.words_nl import REALISED, STATUS
from ltnlp.web.access import proven, views_of
from ltnlp.web.choices import Acts, Choice, take

router = APIRouter()


class Mended(Choice):
    """The form of one event, or of one that is new."""

    event: str = ""
    part: int = 0
    what: str = ""
    date: str = ""
    realised: str = ""
    why: str = ""

    @property
    def place(self) -> str:
        """Return the chapter, and the anchor of the event."""
        return (
            f"?deel={self.part}#e{self.event}" if self.event else f"?deel={self.part}"
        )

    def typed(self) -> mending.Typed:
        """Return what was typed of the event."""
        return mending.Typed(
            what=self.what, date=self.date, realised=self.realised, why=self.why
        )


def _stand(home: Home, review: str, form: Mended) -> None:
    mending.stand_event(
        home, review, form.event, form.do, by=form.decider, why=form.why
    )


ACTS: Acts[Mended] = {
    "bewaar": lambda home, review, form: mending.mend_event(
        home, review, form.event, form.typed(), by=form.decider
    ),
    "voegtoe": lambda home, review, form: mending.add_event(
        home, review, form.typed(), by=form.decider
    ),
    **dict.fromkeys(mending.STANDS, _stand),
}


@router.get("/reviews/{review}/gebeurtenissen")
def show_events(request: Request, review: str, deel: int = 0) -> HTMLResponse:
    """Show one chapter of the timeline, each event with a form to mend it."""
    views = views_of(request)
    sheet = mending.event_sheet(views.home, review)
    part = min(max(deel, 0), max(len(sheet.chapters) - 1, 0))
    events = sheet.chapters[part].events if sheet.chapters else ()
    return views.review_page(
        request,
        "mending.html",
        review,
        parts=[
            (at, one.title, len(one.events)) for at, one in enumerate(sheet.chapters)
        ],
        part=part,
        events=[_card(event) for event in events],
        pending=sheet.pending,
        outcomes=tuple(REALISED.values()),
    )


@router.post("/reviews/{review}/gebeurtenissen", dependencies=[Depends(proven)])
def change_event(
    request: Request, review: str, form: Annotated[Mended, Form()]
) -> RedirectResponse:
    """Record what was changed, and go back to where it stands."""
    return take(request, review, form, ACTS)


def _card(event: Event) -> dict[str, object]:
    """Return what the page shows of an event."""
    kinds = taxonomy()
    return {
        "id": event.id,
        "when": told_in_words(event.date),
        "what": event.what,
        "realised": REALISED[event.realised],
        "status": "" if event.status is Status.PROPOSED else STATUS[event.status],
        "gone": event.status is Status.REJECTED,
        "who": [kinds[k].neutral if k in kinds else k for k in event.organisations],
        "differs": [conflict.text_nl for conflict in event.conflicts],
        "words": list(dict.fromkeys(a.wording for a in event.accounts if a.wording)),
    }
