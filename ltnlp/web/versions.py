"""The page of versions: two of a timeline side by side, and what made the difference."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from ltnlp.casework import versions
from ltnlp.casework.last_run import never_run
from ltnlp.domain.events import Status
from ltnlp.domain.versions import ChangeKind, EventThen
from ltnlp.reporting.changes import field_in_words, in_words
from ltnlp.reporting.words_nl import REALISED, STATUS
from ltnlp.web.access import views_of

router = APIRouter()

KINDS_NL = {
    ChangeKind.CAME: "erbij gekomen",
    ChangeKind.WENT: "weggevallen",
    ChangeKind.CHANGED: "veranderd",
}
SHOWN = frozenset({"what", "when", "realised"})
"""What of an event stands on both sides already."""


@router.get("/reviews/{review}/versies")
def show_versions(
    request: Request, review: str, van: int = 0, tot: int = 0, alles: bool = False
) -> HTMLResponse:
    """Show two versions side by side: the last two, or those that are asked for.

    Raises:
        InputError: there is no version with that number.
        StateError: the review was never run.
    """
    views = views_of(request)
    listed = versions.list_versions(views.home, review)
    if not listed:
        raise never_run(review)
    after = tot or listed[-1].number
    before = van or after - 1
    found = versions.side_by_side(views.home, review, before, after) if before else None
    rows = found.rows if found else ()
    differing = [row for row in rows if row.change]
    return views.review_page(
        request,
        "versions.html",
        review,
        listed=[_line(one) for one in reversed(listed)],
        van=before,
        tot=after,
        alles=alles,
        one=found is None,
        numbers={
            words: sum(row.change.kind is kind for row in differing if row.change)
            for kind, words in KINDS_NL.items()
        },
        same=len(rows) - len(differing),
        rows=[_row(row) for row in (rows if alles else differing)],
    )


def _line(one: versions.VersionLine) -> dict[str, object]:
    made = one.made_at.astimezone()
    return {
        "number": one.number,
        "on": made.date(),
        "at": f"{made:%H.%M}",
        "events": one.events,
        "corrections": one.corrections,
        "sources": one.sources,
    }


def _row(row: versions.Row) -> dict[str, object]:
    change = row.change
    return {
        "kind": KINDS_NL[change.kind] if change else "",
        "why": change.why_nl if change else "",
        "fields": [
            field_in_words(one)
            for one in (change.fields if change else ())
            if one.field not in SHOWN
        ],
        "before": _side(row.before),
        "after": _side(row.after),
    }


def _side(event: EventThen | None) -> dict[str, str] | None:
    """Return what the page shows of an event as one version has it."""
    if event is None:
        return None
    stands = "" if event.status is Status.PROPOSED else STATUS[event.status]
    return {
        "when": in_words(event.when).capitalize(),
        "what": event.what,
        "realised": "; ".join(filter(None, (REALISED[event.realised], stands))),
    }
