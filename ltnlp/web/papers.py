"""Papers on pages: download the story, tables and forms; hand edited ones in."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from ltnlp.casework.handing import hand_in, hand_out
from ltnlp.casework.home import Home
from ltnlp.casework.progress import problem_of
from ltnlp.domain.errors import InputError
from ltnlp.reading import files_in
from ltnlp.reading.unpacking import PackedFile
from ltnlp.web.access import proven, require_proof, views_of
from ltnlp.web.sessions import FIELD
from ltnlp.web.uploads import Part, parts_of
from ltnlp.web.views import today

router = APIRouter()

Proven = Annotated[None, Depends(proven)]


@router.post("/reviews/{review}/stukken/{paper}")
def download(
    request: Request,
    review: str,
    paper: str,
    _: Proven,
    dates: Annotated[str, Form()] = "",
) -> Response:
    """Hand out a paper: it leaves the system, so it is scanned and registered."""
    home = views_of(request).home
    handed = hand_out(home, review, paper, today=today(), dates=dates or None)
    return Response(
        handed.content,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{handed.name}"'},
    )


@router.post("/reviews/{review}/terug")
async def upload(request: Request, review: str) -> HTMLResponse:
    """Take edited stories and filled-in forms; each gets its own answer."""
    views = views_of(request)
    await run_in_threadpool(views.home.open_entry, review)
    told: list[tuple[str, bool, str]] = []
    proof = ""
    async for part in parts_of(request):
        if part.file_name is None:
            proof = part.text if part.name == FIELD else proof
            continue
        require_proof(request, proof)
        if part.file_name or part.content:
            told.extend(await run_in_threadpool(_take, request, review, part))
    require_proof(request, proof)
    if not told:
        raise InputError(
            "no file", message_nl="Er is geen bestand gekozen: kies er eerst een."
        )
    received = [{"name": n, "good": good, "words": words} for n, good, words in told]
    return views.page(request, "received.html", received=received, id=review)


def _take(request: Request, review: str, part: Part) -> list[tuple[str, bool, str]]:
    """Take a file back; of a zip, each file in it."""
    name = part.file_name or "bestand"
    try:
        files = files_in(bytes(part.content), name=name)
    except Exception as error:  # noqa: BLE001 - the other files go on
        return [(name, False, problem_of(error))]
    home = views_of(request).home
    return [(file.name, *_taken(home, review, file)) for file in files]


def _taken(home: Home, review: str, file: PackedFile) -> tuple[bool, str]:
    try:
        if file.problem is not None:
            raise file.problem
        return True, hand_in(home, review, file.content, name=file.name)
    except Exception as error:  # noqa: BLE001 - the other files go on
        return False, problem_of(error)
