"""Who may see the pages: one token, printed at start, opens one session."""

import hmac
import secrets

COOKIE = "ltnlp_sessie"
FIELD = "bewijs"


class Sessions:
    """The one-time token and the sessions that it opened; in memory only."""

    def __init__(self) -> None:
        """Make a token of 256 bits."""
        self._token: str | None = secrets.token_urlsafe(32)
        self._proofs: dict[str, str] = {}

    @property
    def token(self) -> str:
        """Return the token while it can still be used, else ""."""
        return self._token or ""

    def open(self, token: str) -> str | None:
        """Return a new session for the token, which is spent by it; None when wrong."""
        if self._token is None or not hmac.compare_digest(token, self._token):
            return None
        self._token = None
        session = secrets.token_urlsafe(32)
        self._proofs[session] = secrets.token_urlsafe(32)
        return session

    def known(self, session: str | None) -> bool:
        """Tell whether the session was opened here."""
        return session is not None and session in self._proofs

    def proof(self, session: str | None) -> str:
        """Return what a form of this session must bring back."""
        return self._proofs.get(session or "", "")

    def proves(self, session: str | None, proof: str) -> bool:
        """Tell whether a form came from a page of this session."""
        expected = self.proof(session)
        return bool(expected) and hmac.compare_digest(proof, expected)
