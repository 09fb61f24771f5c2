"""Who may see the pages: a token that works once, printed at start, opens one session."""

import hmac
import secrets
import threading
from collections.abc import Callable

COOKIE = "ltnlp_sessie"
FIELD = "bewijs"
BYTES = 32


def silent(token: str) -> None:
    """Tell nobody of a new token."""


class Sessions:
    """The token of the moment and the sessions that were opened; in memory only.

    A token that was used is followed by a new one, which `announce` is told: whoever
    closed the browser can sign in again, and nobody with a used address can.
    """

    def __init__(self, announce: Callable[[str], None] = silent) -> None:
        """Make the first token, of 256 bits; it is not announced."""
        self._announce = announce
        self._lock = threading.Lock()
        self._token = secrets.token_urlsafe(BYTES)
        self._proofs: dict[str, str] = {}

    @property
    def token(self) -> str:
        """Return the token that still works."""
        return self._token

    def open(self, token: str) -> str | None:
        """Return a new session for the token, which is spent by it; None when wrong."""
        with self._lock:
            if not _same(token, self._token):
                return None
            self._token = secrets.token_urlsafe(BYTES)
            session = secrets.token_urlsafe(BYTES)
            self._proofs[session] = secrets.token_urlsafe(BYTES)
        self._announce(self._token)
        return session

    def known(self, session: str | None) -> bool:
        """Tell whether the session was opened here."""
        return session is not None and session in self._proofs

    def proof(self, session: str | None) -> str:
        """Return what a form of the same sign-in must bring back."""
        return self._proofs.get(session or "", "")

    def proves(self, session: str | None, proof: str) -> bool:
        """Tell whether a form came from a page of the same sign-in."""
        expected = self.proof(session)
        return bool(expected) and _same(proof, expected)


def _same(given: str, expected: str) -> bool:
    # As bytes: text that is not ASCII cannot be compared in constant time.
    return hmac.compare_digest(given.encode(), expected.encode())
