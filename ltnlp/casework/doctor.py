"""Finds what is wrong with an installation, and says what to do about it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ltnlp.casework.forget import half_done
from ltnlp.casework.home import Home
from ltnlp.casework.progress import Stage, problem_of, read_state
from ltnlp.casework.reviews import load_review
from ltnlp.casework.runner import LocalRunner, configured_runner
from ltnlp.domain.errors import LtnlpError
from ltnlp.domain.reviews import ReviewState
from ltnlp.nlp.resources import models_folder
from ltnlp.reporting.words_nl import counted
from ltnlp.store.files import write_atomically
from ltnlp.store.keys import SYSTEM

FREE_BYTES = 500_000_000
MODELS = (
    "organisations.yaml",
    "interactions.yaml",
    "factors.yaml",
    "patterns.yaml",
    "motifs.yaml",
    "dates/lexicon.yaml",
    "events/types.yaml",
    "names",
)
ASSETS = (
    "reporting/assets/report.css",
    "reporting/assets/start.js",
    "reporting/templates/report.html",
    "reporting/templates/patterns.html",
    "store/sql/migrations/review/001_first.sql",
    "store/sql/migrations/system/001_first.sql",
    "web/static/page.css",
    "web/static/review.js",
    "web/templates/base.html",
    "web/templates/review.html",
    "web/templates/reviews.html",
)
PACKAGE = Path(__file__).resolve().parent.parent
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts")
FONT_ENDINGS = frozenset({".ttf", ".otf", ".ttc"})

NO_KEY_NL = (
    "De hoofdsleutel is er niet: het sleutelbestand (LTNLP_KEY_FILE) ontbreekt. Zet het "
    "terug uit de kopie die apart van de gegevens wordt bewaard; zonder sleutel is er "
    "niets te lezen."
)
WRONG_KEY_NL = (
    "De hoofdsleutel is er, maar hoort niet bij deze gegevens. Zet het sleutelbestand "
    "terug dat erbij hoort, of wijs met LTNLP_HOME de gegevens aan die erbij horen."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at: whether it is well, and what to do if not (Dutch)."""

    what_nl: str
    well: bool
    advice_nl: str = ""


Check = Callable[[Home], Iterator[Finding]]


def examine(home: Home) -> tuple[Finding, ...]:
    """Look at space, keys, stores, runs, files and the server; mend nothing.

    What keeps one check from ending is a finding itself; the others are done.
    """
    found: list[Finding] = []
    for what_nl, check in CHECKS:
        try:
            found.extend(check(home))
        except (LtnlpError, OSError) as error:
            found.append(_ill(what_nl, problem_of(error)))
    return tuple(found)


def _space(home: Home) -> Iterator[Finding]:
    home.root.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(home.root).free
    yield Finding(
        what_nl="er is genoeg schijfruimte",
        well=free > FREE_BYTES,
        advice_nl="Maak ruimte vrij: er is minder dan 500 MB over.",
    )
    probe = home.root / "doctor"
    try:
        write_atomically(probe, b"doctor")
    except OSError as error:
        yield _ill("er kan geschreven worden", _unwritable(error))
    else:
        yield Finding(what_nl="er kan geschreven worden", well=True)
    finally:
        probe.unlink(missing_ok=True)


def _unwritable(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "Geef uw gebruiker schrijfrecht op de map LTNLP_HOME."
    return problem_of(error)


def _key(home: Home) -> Iterator[Finding]:
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
    if not home.keyring.owners():
        return
    if home.key_file is not None and not home.key_file.exists():
        yield _ill("de hoofdsleutel past", NO_KEY_NL)
        return
    yield from _key_opens(home)


def _key_opens(home: Home) -> Iterator[Finding]:
    done = home.keyring.rotation_is_done()  # raises when the key file is damaged
    try:
        home.keyring.data_key(home.keyring.owners()[0])
    except LtnlpError:
        yield _ill("de hoofdsleutel past", WRONG_KEY_NL)
        return
    yield Finding(what_nl="de hoofdsleutel past", well=True)
    yield Finding(
        what_nl="de laatste vervanging van de hoofdsleutel is af",
        well=done,
        advice_nl="Een oude hoofdsleutel staat nog in het sleutelbestand. Start "
        "'ltnlp forget': dat maakt de vervanging af.",
    )


def _system(home: Home) -> Iterator[Finding]:
    if SYSTEM not in home.keyring.owners():
        return
    whole = home.system().audit_is_whole()
    yield Finding(
        what_nl="het logboek is heel",
        well=whole,
        advice_nl="Er is aan het logboek gezeten; waarschuw de privacyfunctionaris.",
    )
    half = half_done(home)
    yield Finding(
        what_nl="elke vernietiging is afgemaakt",
        well=not half,
        advice_nl=f"Van {counted(len(half), 'review', 'reviews')} is de vernietiging "
        "afgebroken. Start 'ltnlp forget': dat maakt haar af.",
    )


def _reviews(home: Home) -> Iterator[Finding]:
    if SYSTEM not in home.keyring.owners():
        return
    for entry in home.system().reviews():
        if entry.state != ReviewState.DESTROYED:
            yield _review(home, entry.id)


def _review(home: Home, review: str) -> Finding:
    what_nl = f"review {review} is heel"
    try:
        load_review(home, review)
        home.store(review).corrections()
        state = read_state(home, review)
    except (LtnlpError, OSError) as error:
        return _ill(what_nl, problem_of(error))
    if state.state is Stage.FAILED:
        return _ill(
            what_nl, f"Het laatste doorrekenen is niet afgemaakt. {state.problem_nl}"
        )
    return Finding(what_nl=what_nl, well=True)


def _models(home: Home) -> Iterator[Finding]:  # noqa: ARG001 - one form for all
    try:
        folder = models_folder()
    except FileNotFoundError:
        missing = list(MODELS)
    else:
        missing = [name for name in MODELS if not (folder / name).exists()]
    yield Finding(
        what_nl="woordenlijsten en codeboeken zijn er",
        well=not missing,
        advice_nl=f"Er ontbreekt in models/: {', '.join(missing)}. Installeer het "
        "programma opnieuw.",
    )


def _assets(home: Home) -> Iterator[Finding]:  # noqa: ARG001 - one form for all
    missing = [name for name in ASSETS if not (PACKAGE / name).is_file()]
    yield Finding(
        what_nl="sjablonen en opmaak zijn er",
        well=not missing,
        advice_nl=f"Er ontbreekt: {', '.join(missing)}. Installeer het programma "
        "opnieuw.",
    )
    yield Finding(
        what_nl="er zijn lettertypen",
        well=_has_fonts(),
        advice_nl="Zonder lettertypen blijven woorden in plaatjes en pdf's leeg. "
        "Installeer er een, bijvoorbeeld fonts-dejavu-core.",
    )


def _has_fonts() -> bool:
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(
        file.suffix.lower() in FONT_ENDINGS
        for folder in folders
        for file in folder.rglob("*")
    )


def _server(home: Home) -> Iterator[Finding]:  # noqa: ARG001 - one form for all
    runner = configured_runner()
    if isinstance(runner, LocalRunner):
        return
    complaint = runner.complaint_nl()
    yield Finding(
        what_nl="de server voor het werk kan werken",
        well=not complaint,
        advice_nl=complaint,
    )


def _ill(what_nl: str, advice_nl: str) -> Finding:
    return Finding(what_nl=what_nl, well=False, advice_nl=advice_nl)


CHECKS: tuple[tuple[str, Check], ...] = (
    ("er is genoeg schijfruimte", _space),
    ("de sleutels gaan open", _key),
    ("de opslag van het systeem gaat open", _system),
    ("de reviews gaan open", _reviews),
    ("woordenlijsten en codeboeken zijn er", _models),
    ("sjablonen en opmaak zijn er", _assets),
    ("de server voor het werk kan werken", _server),
)
