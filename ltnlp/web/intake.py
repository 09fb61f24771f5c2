"""Files handed in on a page: read one by one, each with its own answer."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from starlette.concurrency import run_in_threadpool

from ltnlp.casework.home import Home
from ltnlp.casework.intake import Received, Upload, add_sources
from ltnlp.casework.progress import problem_of
from ltnlp.casework.reviews import load_sources
from ltnlp.domain.errors import InputError
from ltnlp.web.access import require_proof, views_of
from ltnlp.web.forms import day_of, kind_of
from ltnlp.web.sessions import FIELD
from ltnlp.web.uploads import Part, parts_of

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of one file that was handed in."""

    name: str
    good: bool
    words: str


@router.post("/reviews/{review}/bronnen")
async def upload(request: Request, review: str) -> Response:
    """Take in files; one that cannot be read holds up no other."""
    views = views_of(request)
    await run_in_threadpool(views.home.open_entry, review)
    told = [one async for one in _take_in(request, review)]
    if not told:
        raise InputError(
            "no file", message_nl="Er is geen bestand gekozen: kies er eerst een."
        )
    if "application/json" in request.headers.get("accept", ""):
        rows = [{"name": t.name, "good": t.good, "words": t.words} for t in told]
        return JSONResponse(rows)
    return views.page(request, "received.html", received=told, id=review)


async def _take_in(request: Request, review: str) -> AsyncIterator[Told]:
    """Yield what became of each file; the fields of the form stand before them."""
    home = views_of(request).home
    typed: dict[str, str] = {}
    async for part in parts_of(request):
        if part.file_name is None:
            typed[part.name] = part.text
            continue
        require_proof(request, typed.get(FIELD, ""))
        if part.file_name or part.content:
            for one in await run_in_threadpool(_read, home, review, part, typed):
                yield one
    require_proof(request, typed.get(FIELD, ""))


def _read(
    home: Home, review: str, part: Part, typed: dict[str, str]
) -> tuple[Told, ...]:
    """Take in one file; a zip gives an answer for each file in it."""
    name = part.file_name or "bestand"
    try:
        source = Upload(
            content=bytes(part.content),
            file_name=name,
            kind=kind_of(typed.get("kind", "")),
            author_role=typed.get("author_role", "").strip() or None,
            made_on=day_of(typed.get("made_on", "")),
            slot=typed.get("slot") or None,
        )
        received = add_sources(home, review, [source])
        names = _names(home, review) if len(received) > 1 else {}
    except Exception as error:  # noqa: BLE001 - the other files go on
        return (Told(name=name, good=False, words=problem_of(error)),)
    replaced = " en in de plaats gezet van de vorige versie" if source.slot else ""
    return tuple(_told(one, names.get(one.slot, name), replaced) for one in received)


def _names(home: Home, review: str) -> dict[str, str]:
    """Return the name of each source by its slot."""
    records = load_sources(home, review).records
    return {record.document.slot: record.file_name for record in records}


def _told(received: Received, name: str, replaced: str) -> Told:
    if received.problem_nl:
        return Told(name=name, good=False, words=received.problem_nl)
    words = f"gelezen{replaced}" if received.new else "stond er al; er is niets dubbel"
    if received.dated_nl:
        words = f"{words}; {received.dated_nl}"
    words = " ".join((words, *(f"– {w}" for w in received.warnings_nl)))
    return Told(name=name, good=True, words=words)
