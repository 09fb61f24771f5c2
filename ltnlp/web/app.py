"""The application: its guards, its pages, and Dutch sentences for what goes wrong."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from ltnlp.casework.home import Home
from ltnlp.casework.runner import Runner
from ltnlp.domain.errors import LtnlpError, UnknownReviewError
from ltnlp.web import pages
from ltnlp.web.sessions import COOKIE, Sessions
from ltnlp.web.views import Views

FOLDER = Path(__file__).parent
HOSTS = ("127.0.0.1", "localhost", "[::1]", "testserver")
FREE = ("/aanmelden", "/static/")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
Next = Callable[[Request], Awaitable[Response]]


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
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    _guard(app, views)
    _explain(app, views)
    return app


def _guard(app: FastAPI, views: Views) -> None:
    @app.middleware("http")
    async def signed_in(request: Request, go_on: Next) -> Response:
        free = request.url.path.startswith(FREE)
        if not free and not views.sessions.known(request.cookies.get(COOKIE)):
            return views.problem(
                request,
                "Meld u eerst aan met het adres dat bij het starten is getoond.",
                status=401,
            )
        response = await go_on(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


def _explain(app: FastAPI, views: Views) -> None:
    @app.exception_handler(LtnlpError)
    async def ours(request: Request, error: LtnlpError) -> HTMLResponse:
        status = 404 if isinstance(error, UnknownReviewError) else 409
        return views.problem(request, error.message_nl, status=status)

    @app.exception_handler(HTTPException)
    async def asked_wrong(request: Request, error: HTTPException) -> HTMLResponse:
        sentence = "Deze pagina bestaat niet."
        if error.status_code != 404:
            sentence = "Dit verzoek is niet te begrijpen."
        return views.problem(request, sentence, status=error.status_code)

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> HTMLResponse:  # noqa: ARG001
        # Nothing of the error is shown: its message may quote a source.
        return views.problem(
            request, "Er ging iets mis dat niet had mogen gebeuren.", status=500
        )
