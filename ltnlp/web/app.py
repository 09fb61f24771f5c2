"""The application: its guard, its pages, and Dutch sentences for what goes wrong."""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from ltnlp.casework.home import Home
from ltnlp.casework.runner import Runner
from ltnlp.domain.errors import LtnlpError, UnknownReviewError
from ltnlp.web import changes, intake, pages, papers
from ltnlp.web.alike import router as alike_router
from ltnlp.web.factors import router as factors_router
from ltnlp.web.guard import Guard
from ltnlp.web.interactions import router as interactions_router
from ltnlp.web.journal import router as journal_router
from ltnlp.web.mending import router as mending_router
from ltnlp.web.moments import router as moments_router
from ltnlp.web.names import router as names_router
from ltnlp.web.participants import router as participants_router
from ltnlp.web.patterns import router as patterns_router
from ltnlp.web.risk import router as risk_router
from ltnlp.web.sessions import Sessions
from ltnlp.web.taking_out import router as taking_out_router
from ltnlp.web.versions import router as versions_router
from ltnlp.web.views import Views, review_of

STATIC = Path(__file__).parent / "static"
HOSTS = ("127.0.0.1", "localhost", "[::1]")
ASKED_WRONG_NL = {
    403: "Dit formulier hoort niet bij deze aanmelding. Ga terug, ververs de pagina en "
    "probeer het opnieuw.",
    404: "Deze pagina bestaat niet.",
    405: "Deze pagina kan zo niet worden opgevraagd.",
    413: "Er is te veel ingevuld of verstuurd in één keer.",
}
FORM_ONLY = 405
UNCLEAR_NL = "Dit verzoek is niet te begrijpen."


def create_app(
    home: Home,
    *,
    sessions: Sessions,
    runner: Runner,
    hosts: tuple[str, ...] = HOSTS,
) -> FastAPI:
    """Return the application over one home; only `hosts` may be asked for."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    views = Views(home=home, sessions=sessions, runner=runner)
    app.state.views = views
    app.include_router(pages.router)
    app.include_router(intake.router)
    app.include_router(papers.router)
    app.include_router(changes.router)
    app.include_router(risk_router)
    app.include_router(moments_router)
    app.include_router(mending_router)
    app.include_router(factors_router)
    app.include_router(interactions_router)
    app.include_router(patterns_router)
    app.include_router(alike_router)
    app.include_router(names_router)
    app.include_router(participants_router)
    app.include_router(journal_router)
    app.include_router(versions_router)
    app.include_router(taking_out_router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Guard, views=views, hosts=hosts)
    _explain(app, views)
    return app


def _explain(app: FastAPI, views: Views) -> None:
    @app.exception_handler(LtnlpError)
    async def ours(request: Request, error: LtnlpError) -> HTMLResponse:
        status = 404 if isinstance(error, UnknownReviewError) else 409
        return views.problem(request, error.message_nl, status=status)

    @app.exception_handler(HTTPException)
    async def asked_wrong(request: Request, error: HTTPException) -> Response:
        if error.status_code == FORM_ONLY and request.method == "GET":
            # Somebody asks anew for what stands in the address bar after a form.
            return RedirectResponse(review_of(request) or "/", status_code=303)
        sentence = ASKED_WRONG_NL.get(error.status_code, UNCLEAR_NL)
        return views.problem(request, sentence, status=error.status_code)

    @app.exception_handler(RequestValidationError)
    async def unclear(request: Request, error: RequestValidationError) -> HTMLResponse:  # noqa: ARG001
        # The library's answer repeats what was typed.
        return views.problem(request, UNCLEAR_NL, status=422)
