"""The page of participants: who they are, added, corrected and taken off."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ltnlp.casework import participants
from ltnlp.casework.home import Home
from ltnlp.casework.progress import Stage
from ltnlp.casework.reviews import load_review
from ltnlp.domain.mentions import RosterEntry
from ltnlp.web.access import proven, views_of
from ltnlp.web.choices import Acts, Choice, take

router = APIRouter()


class Typed(Choice):
    """The form of a participant; `at` and `was` tell whose place in the list it is."""

    at: int = -1
    was: str = ""
    name: str = ""
    role: str = ""
    organisation: str = ""
    aliases: str = ""

    @property
    def listed(self) -> participants.Listed:
        """Return which participant the form was shown for."""
        return participants.Listed(at=self.at, name=self.was)

    @property
    def entry(self) -> RosterEntry:
        """Return who was typed; other names are parted by commas."""
        others = (" ".join(name.split()) for name in self.aliases.split(","))
        return RosterEntry(
            name=" ".join(self.name.split()),
            role=self.role.strip() or None,
            organisation=self.organisation.strip() or None,
            aliases=tuple(dict.fromkeys(name for name in others if name)),
        )


def _add(home: Home, review: str, form: Typed) -> None:
    participants.add_participant(home, review, form.entry)


def _change(home: Home, review: str, form: Typed) -> None:
    participants.change_participant(
        home, review, form.listed, form.entry, by=form.decider
    )


def _drop(home: Home, review: str, form: Typed) -> None:
    participants.drop_participant(home, review, form.listed, by=form.decider)


ACTS: Acts[Typed] = {"erbij": _add, "wijzig": _change, "eraf": _drop}


@router.get("/reviews/{review}/deelnemers")
def show_participants(request: Request, review: str) -> HTMLResponse:
    """Show who takes part, by name; for whom may see names."""
    views = views_of(request)
    state = views.runner.state(views.home, review)
    return views.review_page(
        request,
        "participants.html",
        review,
        listed=load_review(views.home, review).participants,
        ran=state.state in {Stage.DONE, Stage.FAILED},
    )


@router.post("/reviews/{review}/deelnemers", dependencies=[Depends(proven)])
def change_participants(
    request: Request, review: str, form: Annotated[Typed, Form()]
) -> RedirectResponse:
    """Change the list, and go back to the page."""
    return take(request, review, form, ACTS)
