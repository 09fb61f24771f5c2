"""What a page may count on: the views of its application, and a proven form."""

from fastapi import HTTPException, Request

from ltnlp.web.sessions import COOKIE, FIELD
from ltnlp.web.views import Views


def views_of(request: Request) -> Views:
    """Return what the pages of this application work with."""
    views: Views = request.app.state.views
    return views


def require_proof(request: Request, proof: str) -> None:
    """Refuse a form that did not come from a page of the same sign-in.

    Raises:
        HTTPException: 403.
    """
    sessions = views_of(request).sessions
    if not sessions.proves(request.cookies.get(COOKIE), proof):
        raise HTTPException(status_code=403)


async def proven(request: Request) -> None:
    """Refuse a form without files that did not come from a page of the same sign-in."""
    form = await request.form()
    require_proof(request, str(form.get(FIELD, "")))
