"""Which rules read dates here: another version must read documents again."""

import hashlib
from functools import cache
from pathlib import Path

from ltnlp.nlp.resources import models_folder


@cache
def rules_version() -> str:
    """Return a hash over the engine and its data, 16 hex digits."""
    engine = Path(__file__).parent
    files = sorted(
        [*engine.rglob("*.py"), *(models_folder() / "dates").rglob("*.yaml")]
    )
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
