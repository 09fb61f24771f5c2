"""What every request passes: the right host, a session, and no error that tells more."""

import logging

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ltnlp.casework.progress import place_of
from ltnlp.web.sessions import COOKIE
from ltnlp.web.views import Views

FREE = ("/aanmelden", "/static/")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; frame-ancestors 'none'; "
        "form-action 'self'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
NOT_HERE_NL = "Dit adres hoort niet bij dit programma."
SIGN_IN_NL = (
    "U bent niet aangemeld. Gebruik het adres dat in het venster staat waarin het "
    "programma is gestart; het werkt één keer, daarna komt er een nieuw."
)
UNFORESEEN_NL = (
    "Er ging iets mis dat niet had mogen gebeuren. Probeer het opnieuw; blijft het "
    "misgaan, geef dan aan uw beheerder door wat u deed en hoe laat."
)

log = logging.getLogger(__name__)


class Guard:
    """Lets through what may be asked, and lets nothing out but our own words."""

    def __init__(self, app: ASGIApp, *, views: Views, hosts: tuple[str, ...]) -> None:
        """Stand before `app`, which may be asked for under `hosts`."""
        self._app = app
        self._views = views
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        out = _Out(send)
        try:
            request = Request(scope)
            answer: ASGIApp = self._refusal(request) or self._app
            await answer(scope, receive, out)
        except ClientDisconnect:
            return
        except Exception as error:  # noqa: BLE001 - the edge: its message may quote a source
            log.warning("unforeseen: %s at %s", type(error).__name__, place_of(error))
            if not out.begun:
                apology = self._views.problem(request, UNFORESEEN_NL, status=500)
                await apology(scope, receive, out)

    def _refusal(self, request: Request) -> Response | None:
        """Return why a request may not go on, None when it may."""
        if _host(request.headers.get("host", "")) not in self._hosts:
            return self._views.problem(request, NOT_HERE_NL, status=400)
        free = request.url.path.startswith(FREE)
        if free or self._views.sessions.known(request.cookies.get(COOKIE)):
            return None
        return self._views.problem(request, SIGN_IN_NL, status=401, heading="Aanmelden")


class _Out:
    """The way out of one answer: our headers are put on it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)


def _host(header: str) -> str:
    """Return the host without its port; an address of IPv6 keeps its brackets."""
    name, bracket, _ = header.rpartition("]")
    return f"{name}]" if bracket else header.partition(":")[0].lower()
