"""The home: where the system keeps what it owns, and the keys that open it."""

import datetime as dt
import os
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from ltnlp.domain.errors import KeyUnavailableError, StateError, UnknownReviewError
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.reviews import ReviewState
from ltnlp.store.database import Database
from ltnlp.store.keys import SYSTEM, DataKey, Keyring, secret_from_environment
from ltnlp.store.review_store import ReviewStore
from ltnlp.store.system_store import RegisterEntry, SystemStore
from ltnlp.store.vault import Vault

APP = "ltnlp"
OPENED, OPENED_BY = "vault opened", "systeem"
"""How the audit log tells that a vault was opened, and in whose name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """One installation's data: `root`, and the keyring that opens it."""

    root: Path
    keyring: Keyring
    key_file: Path | None
    _openings: set[tuple[str, str, str]] = field(
        default_factory=set, init=False, compare=False, repr=False
    )

    @classmethod
    def open(cls, root: Path | None = None) -> "Home":
        """Open the home in `root`, else `LTNLP_HOME`, else the user's data folder.

        The master key is `LTNLP_KEY` (base64), else the file `LTNLP_KEY_FILE`, else
        a file in the user's configuration folder: never inside the home.
        """
        place = root or _folder_from_environment()
        secret = secret_from_environment()
        key_file = None if secret else _key_file()
        ring = Keyring(place / "keyring", key_file=key_file, secret=secret)
        return cls(root=place, keyring=ring, key_file=key_file)

    def system(self) -> SystemStore:
        """Return the system store, its key made at first use."""
        return SystemStore(self.system_database())

    def system_database(self) -> Database:
        """Return the database of the system store."""
        key = self.keyring.make(SYSTEM).derived("database")
        return Database(self.root / "system.duckdb", schema="system", key=key)

    def folder(self, review: str) -> Path:
        """Return the folder of a review."""
        if not (review.isascii() and review.isalnum()):
            raise _unknown()
        return self.root / "reviews" / review

    def key(self, review: str) -> DataKey:
        """Return the data key of a review.

        Raises:
            UnknownReviewError: the register does not know it.
            KeyUnavailableError: it was destroyed, or the master key is wrong.
        """
        if review not in self.keyring.owners() or review == SYSTEM:
            self._say_why(review)
        return self.keyring.data_key(review)

    def _say_why(self, review: str) -> None:
        """Tell a review that never was from one that was destroyed."""
        if self.entry(review).state == ReviewState.DESTROYED:
            raise KeyUnavailableError(
                f"review {review} was destroyed",
                message_nl="Deze review is vernietigd.",
            )

    def store(self, review: str) -> ReviewStore:
        """Return the store of a review."""
        return ReviewStore(self.review_database(review))

    def review_database(self, review: str) -> Database:
        """Return the database of a review's store."""
        key = self.key(review).derived("database")
        return Database(self.folder(review) / "review.duckdb", schema="review", key=key)

    def vault(self, review: str, *, purpose: Purpose) -> Vault:
        """Return the vault of a review, original texts and names, and log why.

        The log keeps one entry an hour for each review and purpose, as far as this
        home sees: a run that opens the vault for each document is one opening.
        """
        key = self.key(review)
        hour = f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H}"
        if (review, purpose, hour) not in self._openings:
            self.system().audit(
                by_role=OPENED_BY, action=OPENED, review=review, purpose=purpose
            )
            self._openings.add((review, purpose, hour))
        return Vault(self.folder(review) / "vault", key)

    def entry(self, review: str) -> RegisterEntry:
        """Return a review's entry in the register.

        Raises:
            UnknownReviewError: the register does not know it.
        """
        entry = self.system().review(review)
        if entry is None:
            raise _unknown()
        return entry

    def open_entry(self, review: str) -> RegisterEntry:
        """Return the entry of a review that still takes sources and corrections.

        Raises:
            StateError: it was closed, cancelled or destroyed.
        """
        entry = self.entry(review)
        if entry.state != ReviewState.OPEN:
            raise StateError(
                f"review {review} is {entry.state}",
                message_nl="Deze review is afgesloten en kan niet meer veranderen.",
            )
        return entry


def _unknown() -> UnknownReviewError:
    # What was typed is not told: it may be a name.
    return UnknownReviewError("no such review", message_nl="Deze review bestaat niet.")


def _folder_from_environment() -> Path:
    named = os.environ.get("LTNLP_HOME")
    return Path(named) if named else platformdirs.user_data_path(APP)


def _key_file() -> Path:
    named = os.environ.get("LTNLP_KEY_FILE")
    return Path(named) if named else platformdirs.user_config_path(APP) / "master.key"
