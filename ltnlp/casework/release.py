"""What leaves the system is scanned for names first, and registered."""

import datetime as dt
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ltnlp.casework.home import Home
from ltnlp.casework.journal import said_names, times_said
from ltnlp.domain.errors import InputError, PrivacyError
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.nlp.names.telling import checked_forms
from ltnlp.stages.leaks import NameGuard
from ltnlp.store.files import write_atomically

REGISTRY = "registry"
HELD_NL = "De uitgifte is tegengehouden: er staat nog een naam in"
DESTROY_AFTER_DAYS = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file that wants to leave.

    `scanned` is the text in it that came from sources: what the scan reads.
    """

    path: Path
    content: bytes
    scanned: str


def release_outputs(
    home: Home,
    review_id: str,
    outputs: Sequence[Output],
    *,
    kind: str,
    today: dt.date,
) -> tuple[Path, ...]:
    """Write outputs once all of them are free of registered names, and register it.

    Raises:
        PrivacyError: one holds a name; it is told where, not which, and nothing
            is written.
        InputError: the folder cannot be written.
    """
    # Before they are written: one too many in the register harms nobody.
    let_out(home, review_id, outputs, kind=kind, today=today)
    try:
        for output in outputs:
            write_atomically(output.path, output.content)
    except OSError:
        raise InputError(
            "the outputs cannot be written",
            message_nl="In deze map kan niet geschreven worden.",
        ) from None
    return tuple(output.path for output in outputs)


def let_out(
    home: Home,
    review_id: str,
    outputs: Sequence[Output],
    *,
    kind: str,
    today: dt.date,
) -> None:
    """Let outputs out once all of them are free of registered names, and register it.

    Raises:
        PrivacyError: one holds a name; it is told where, not which.
    """
    # The name of a file is read by more people than the file.
    refuse_names(home, review_id, [_read_by_all(output) for output in outputs])
    _register(home, review_id, kind=kind, today=today, files=len(outputs))


def _read_by_all(output: Output) -> str:
    """Return what is scanned of an output: its words, then its name on a line."""
    return f"{output.scanned}\n{_APART.sub(' ', output.path.stem)}"


_APART = re.compile(r"[_\-.\d]+")
"""What stands between words in the name of a file."""
PSEUDONYM = re.compile(r"\[[^\[\]\n]{1,80}\]")


def refuse_names(home: Home, review_id: str, texts: Sequence[str]) -> None:
    """Let texts pass that are free of the registered names of a review.

    What a person said to be a name since the last run is held back as well.

    Raises:
        PrivacyError: one holds a name; it is told where, not which.
    """
    registry = (
        home.vault(review_id, purpose=Purpose.SCAN).recall(REGISTRY, Registry)
        or Registry()
    )
    guard = NameGuard(registry, forms=checked_forms)
    for number, text in enumerate(texts, start=1):
        _check(text, number, guard)
    later = said_names(home, review_id, registry)
    if later and times_said(later, [PSEUDONYM.sub(" ", text) for text in texts]):
        raise PrivacyError(
            "an output holds a name that was told since the last run",
            message_nl=f"{HELD_NL} die u na het doorrekenen aanwees. Reken opnieuw door; "
            "daarna is zij overal vervangen.",
        )


def _check(text: str, number: int, guard: NameGuard) -> None:
    if not guard(text):
        return
    places = ", ".join(
        f"{leak.span.start}-{leak.span.end}" for leak in guard.find(text)
    )
    raise PrivacyError(
        f"output {number} still holds a registered name at {places}",
        message_nl=(
            f"{HELD_NL} (deel {number}, plaats {places}). Kijk na wat u zelf typte: titel, vragen, "
            "verhaal en toelichtingen. Staat de naam in een bron, meld die dan op de "
            "pagina Namen en aanduidingen en reken opnieuw."
        ),
    )


def _register(
    home: Home, review_id: str, *, kind: str, today: dt.date, files: int
) -> None:
    system = home.system()
    system.register_release(
        {
            "id": secrets.token_hex(6),
            "review": review_id,
            "kind": kind,
            "made_on": today,
            "destroy_by": today + dt.timedelta(days=DESTROY_AFTER_DAYS),
        }
    )
    system.audit(
        by_role="begeleider",
        action=f"released {kind}",
        review=review_id,
        purpose="leerreview",
        count=files,
    )
