"""Homes of their own for tests that run a whole review."""

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import Any

from ltnlp.casework.export import collect
from ltnlp.casework.folder import Prefer, review_from_folder
from ltnlp.casework.home import Home
from ltnlp.store.keys import Keyring

TODAY = dt.date(2024, 5, 1)
NAMES = (
    "Ymkelien",
    "Zandbergen",
    "Jorrit",
    "Hedwig",
    "Koolbergen",
    "Roderik",
    "Vossenstein",
    "Kwartelhof",
    "48215973",
    "04-02-2013",
)
"""Of the golden review: none may stand anywhere but in the vault."""
GOLDEN = Path(__file__).parent / "golden" / "review"


def home_in(place: Path) -> Home:
    """A home below `place`, its key beside it."""
    key_file = place / "key" / "master.key"
    ring = Keyring(place / "home" / "keyring", key_file=key_file)
    return Home(root=place / "home", keyring=ring, key_file=key_file)


def environment(place: Path) -> dict[str, str]:
    """What a process needs to work in the home below `place`."""
    return {
        "LTNLP_HOME": str(place / "home"),
        "LTNLP_KEY_FILE": str(place / "key" / "master.key"),
    }


def copied(source: Path, target: Path) -> Home:
    """The same home, with the same keys, in another place."""
    shutil.copytree(source, target)
    return home_in(target)


def made(home: Home, folder: Path = GOLDEN, prefer: Prefer = "text") -> str:
    return review_from_folder(home, folder, today=TODAY, prefer=prefer).review


def exported(home: Home, review: str) -> dict[str, Any]:
    """All that an export of the review holds, by layer."""
    files = collect(home, review).files(with_vault=True)
    return {name: json.loads(json.dumps(rows)) for name, rows in files.items()}
