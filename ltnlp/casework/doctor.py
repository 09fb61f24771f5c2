"""Finds what is wrong with an installation, and says what to do."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ltnlp.casework.home import Home
from ltnlp.casework.progress import read_state
from ltnlp.domain.errors import KeyUnavailableError, LtnlpError
from ltnlp.domain.reviews import ReviewState
from ltnlp.nlp.resources import models_folder

FREE_BYTES = 500_000_000
MODELS = ("organisations.yaml", "interactions.yaml", "factors.yaml", "patterns.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at: whether it is well, and what to do if not (Dutch)."""

    what_nl: str
    well: bool
    advice_nl: str = ""


def examine(home: Home) -> tuple[Finding, ...]:
    """Look at keys, stores, space, models and runs; nothing is changed but made."""
    checks: tuple[Callable[[Home], Iterator[Finding]], ...] = (
        _key_place,
        _system,
        _reviews,
        _space,
        _models,
    )
    found: list[Finding] = []
    for check in checks:
        try:
            found.extend(check(home))
        except LtnlpError as error:
            found.append(
                Finding(what_nl="opslag", well=False, advice_nl=error.message_nl)
            )
    return tuple(found)


def _key_place(home: Home) -> Iterator[Finding]:
    inside = home.key_file is not None and home.key_file.is_relative_to(home.root)
    yield Finding(
        what_nl="hoofdsleutel ligt apart van de gegevens",
        well=not inside,
        advice_nl="Zet LTNLP_KEY_FILE op een plaats buiten LTNLP_HOME.",
    )
    if home.key_file is not None and home.key_file.exists():
        private = home.key_file.stat().st_mode & 0o077 == 0
        yield Finding(
            what_nl="alleen de eigenaar kan de hoofdsleutel lezen",
            well=private,
            advice_nl="Zet de rechten van het sleutelbestand op 600.",
        )


def _system(home: Home) -> Iterator[Finding]:
    whole = home.system().audit_is_whole()
    yield Finding(
        what_nl="het logboek is heel",
        well=whole,
        advice_nl="Er is aan het logboek gezeten; waarschuw de privacyfunctionaris.",
    )


def _reviews(home: Home) -> Iterator[Finding]:
    for entry in home.system().reviews():
        if entry.state == ReviewState.DESTROYED:
            continue
        try:
            home.store(entry.id).steps()
        except KeyUnavailableError:
            yield Finding(
                what_nl=f"review {entry.id} gaat open",
                well=False,
                advice_nl="De sleutel past niet; zet het juiste sleutelbestand terug.",
            )
            continue
        state = read_state(home, entry.id)
        yield Finding(
            what_nl=f"review {entry.id} is heel",
            well=state.state != "running" and state.state != "failed",
            advice_nl="De laatste run is niet afgemaakt; start 'ltnlp run' opnieuw.",
        )


def _space(home: Home) -> Iterator[Finding]:
    home.root.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(home.root).free
    yield Finding(
        what_nl="er is genoeg schijfruimte",
        well=free > FREE_BYTES,
        advice_nl="Maak ruimte vrij: er is minder dan 500 MB over.",
    )


def _models(home: Home) -> Iterator[Finding]:  # noqa: ARG001 - one form for all
    folder = models_folder()
    missing = [name for name in MODELS if not (folder / name).exists()]
    yield Finding(
        what_nl="woordenlijsten en codeboeken zijn er",
        well=not missing,
        advice_nl="Installeer opnieuw: er ontbreken bestanden in models/.",
    )
