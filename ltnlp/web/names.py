"""The page of who is who: the people with their names, and places in doubt."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ltnlp.casework import names
from ltnlp.casework.home import Home
from ltnlp.domain.errors import InputError
from ltnlp.domain.mentions import Label
from ltnlp.domain.spans import Span
from ltnlp.web.access import proven, views_of
from ltnlp.web.choices import Acts, Choice, take

router = APIRouter()

AT_ONCE = 40
"""As many doubts are shown: the rest comes when these are decided."""
MISSED_NL = {
    Label.PERSON: "een persoon",
    Label.ORG_INSTANCE: "een school, praktijk of andere organisatie",
    Label.LOCATION: "een plaats of wijk",
    Label.ADDRESS: "een adres",
    Label.PHONE: "een telefoonnummer",
    Label.CASE_NUMBER: "een dossiernummer",
}
"""What a name can be of that was missed."""


class Said(Choice):
    """The form of a doubt, a person or a missed name."""

    slot: str = ""
    start: int = 0
    end: int = 0
    places: tuple[str, ...] = ()
    all: str = ""
    whose: str = ""
    person: str = ""
    other: str = ""
    forms: tuple[str, ...] = ()
    words: str = ""
    label: str = Label.PERSON
    pseudonym: str = ""

    @property
    def place(self) -> str:
        """Return the anchor of the person; what else was said stands at the top."""
        return f"#{self.person}" if self.person.isalnum() else ""


def _place(home: Home, review: str, form: Said) -> None:
    one = f"{form.slot} {form.start} {form.end}"
    for place in form.places if form.all else [one]:
        slot, span = _read_place(place)
        names.decide_place(home, review, slot, span, whose=form.whose, by=form.decider)


def _read_place(place: str) -> tuple[str, Span]:
    try:
        slot, start, end = place.split()
        return slot, Span(start=int(start), end=int(end))
    except ValueError:
        raise InputError("no place", message_nl="Deze plaats bestaat niet.") from None


def _missed(home: Home, review: str, form: Said) -> None:
    names.mark_name(home, review, form.words, label=form.label, by=form.decider)


def _no_name(home: Home, review: str, form: Said) -> None:
    if not form.forms:
        raise InputError(
            "no words", message_nl="Vink eerst aan om welke woorden het gaat."
        )
    for words in form.forms:
        names.unmark_name(home, review, words, by=form.decider)


def _join(home: Home, review: str, form: Said) -> None:
    names.join_people(home, review, form.person, form.other, by=form.decider)


def _split(home: Home, review: str, form: Said) -> None:
    names.split_off(home, review, form.person, form.forms, by=form.decider)


def _rename(home: Home, review: str, form: Said) -> None:
    names.rename(home, review, form.person, form.pseudonym, by=form.decider)


ACTS: Acts[Said] = {
    "plaats": _place,
    "gemist": _missed,
    "geen": _no_name,
    "samen": _join,
    "los": _split,
    "hernoem": _rename,
}


@router.get("/reviews/{review}/namen")
def show_names(request: Request, review: str) -> HTMLResponse:
    """Show who is who, and the places in doubt; for whom may see names."""
    views = views_of(request)
    sheet = names.names_sheet(views.home, review)
    return views.review_page(
        request,
        "names.html",
        review,
        doubts=sheet.doubts[:AT_ONCE],
        same=[sheet.alike(doubt) for doubt in sheet.doubts[:AT_ONCE]],
        more=len(sheet.doubts[AT_ONCE:]),
        people=[one for one in sheet.named if one.label is Label.PERSON],
        things=[one for one in sheet.named if one.label is not Label.PERSON],
        by_id=sheet.by_id(),
        waiting=sheet.waiting,
        coming=sheet.coming,
        renamed=sheet.renamed,
        missed=MISSED_NL,
    )


@router.post("/reviews/{review}/namen", dependencies=[Depends(proven)])
def change_names(
    request: Request, review: str, form: Annotated[Said, Form()]
) -> RedirectResponse:
    """Record what was decided, and go back to the page."""
    return take(request, review, form, ACTS)
