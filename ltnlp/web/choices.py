"""How a page takes what people choose: its form, and what each button of it does."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from fastapi import Request
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from ltnlp.casework.home import Home
from ltnlp.domain.errors import InputError
from ltnlp.web.access import views_of
from ltnlp.web.deciders import FACILITATOR, GROUPS_NL


class Choice(BaseModel):
    """What each such form brings: the button that was pressed, and who decides."""

    do: str = ""
    by: str = ""

    @property
    def decider(self) -> str:
        """Return the role that decides: the facilitator where the form names none."""
        return self.by if self.by in GROUPS_NL else FACILITATOR

    @property
    def place(self) -> str:
        """Return where on the page it was chosen, to be put behind its address."""
        return ""


Form = TypeVar("Form", bound=Choice)
Acts = Mapping[str, Callable[[Home, str, Form], object]]
"""What is done with a home, a review and the form, by the button."""


def take(
    request: Request, review: str, form: Form, acts: Acts[Form]
) -> RedirectResponse:
    """Do what was chosen, and go back to where it was chosen.

    Raises:
        InputError: the page offers no such choice, or it could not be recorded; it
            says why.
    """
    act = acts.get(form.do)
    if act is None:
        raise InputError("no such choice", message_nl="Deze keuze bestaat niet.")
    act(views_of(request).home, review, form)
    return RedirectResponse(f"{request.url.path}{form.place}", status_code=303)
