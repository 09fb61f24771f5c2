"""Trends for analysts: a new version only when enough reviews came in."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from ltnlp.casework.home import Home
from ltnlp.domain.crosscase import DEFAULT_CELL, SMALLEST_CELL
from ltnlp.domain.errors import InputError, PrivacyError, StateError
from ltnlp.domain.factors import Level
from ltnlp.domain.trends import ALL, ROOT, Cells, Counts, Edition, PublishedCell
from ltnlp.nlp.factors import code_history, factor_codes, pattern_library
from ltnlp.nlp.organisations import taxonomy
from ltnlp.reporting.words_nl import LEVELS, counted
from ltnlp.stages.renamed_codes import cells_now, counts_now, without_merges
from ltnlp.stages.trends import publishable
from ltnlp.store.database import Row
from ltnlp.store.trend_store import TrendStore
from ltnlp.store.trends import count_tables, newest, publish

REGIONS_ALLOWED = "trends_regio"
"""The setting that lets regions into the trends: "ja"; anything else keeps them out."""

NOTE_NL = (
    "Aantallen zijn aantallen afgesloten reviews waarin mensen de factor aannamen. "
    "Een getal onder de ondergrens, en elk getal waarmee dat te berekenen zou zijn, "
    "is verborgen of blijft staan op de vorige versie."
)
SIMULATED_NL = "NAGEMAAKTE GEGEVENS: gemaakt door een toevalsgenerator, geen reviews. "


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A version of the trends that was made, or why none was (Dutch)."""

    path: Path | None
    reviews: int
    why_nl: str = ""


def smallest_cell(home: Home) -> int:
    """Return on how many reviews a cell must rest: the setting `k`, never under 3."""
    typed = home.system().rules().get("k", str(DEFAULT_CELL))
    return max(SMALLEST_CELL, int(typed))


def set_trend_rules(
    home: Home, *, k: int | None = None, regions: bool | None = None
) -> None:
    """Keep on how many reviews a number rests, and whether regions may be named.

    Raises:
        InputError: k is under 3.
    """
    system = home.system()
    if k is not None and k < SMALLEST_CELL:
        raise InputError(
            "k is too small",
            message_nl=f"Een getal rust op minstens {SMALLEST_CELL} reviews.",
        )
    if k is not None:
        system.set_rule("k", str(k))
    if regions is not None:
        system.set_rule(REGIONS_ALLOWED, "ja" if regions else "nee")
    if k is not None or regions is not None:
        system.audit(by_role="beheerder", action="trend rules set", purpose="trends")


def publish_trends(home: Home, *, today: dt.date, simulated: bool = False) -> Published:
    """Publish a new version if at least k closed reviews came in since the last.

    Facts and earlier numbers of codes that got another name are those of the code of now.

    Args:
        home: whose closed reviews are counted.
        today: the day of publication.
        simulated: whether the facts are made up; the file says so in every report.
    """
    store = TrendStore(home.system_database())
    k, reviews = smallest_cell(home), store.reviews()
    earlier = store.publications()
    before = max((row["reviews"] for row in earlier), default=0)
    if reviews - before < k:
        need = k - (reviews - before)
        more = counted(need, "afgesloten review is", "afgesloten reviews zijn")
        why = f"nog {more} nodig voor een nieuwe versie"
        return Published(path=None, reviews=reviews, why_nl=why)
    version = max((row["version"] for row in earlier), default=0) + 1
    shown = store.earlier()
    history = without_merges(code_history(), shown, store.tells_both)
    counts = counts_now(_allowed(home, store.count(version)), history)
    reviews = counts[ROOT][ALL].now
    try:
        cells = publishable(_edition(version, counts, cells_now(shown, history), k))
    except PrivacyError as error:
        return Published(path=None, reviews=reviews, why_nl=error.message_nl)
    # First: a version that was published and not recorded could be subtracted.
    store.record(version, cells, on=today, reviews=reviews)
    about = _about(version, today, counts, k, simulated=simulated)
    path = publish(trends_folder(home), version, _tables(cells, about))
    home.system().audit(
        by_role="systeem", action="trends published", purpose="trends", count=reviews
    )
    return Published(path=path, reviews=reviews)


def trends_folder(home: Home) -> Path:
    """Return where the published trends lie."""
    return home.root / "trends"


def published(home: Home, version: int | None = None) -> Path:
    """Return the file of a published version, by default the newest.

    Raises:
        StateError: nothing was published yet.
        InputError: there is no such version.
    """
    folder = trends_folder(home)
    found = newest(folder)
    if found is None:
        raise StateError(
            "no trends were published",
            message_nl="Er zijn nog geen trends uitgegeven; dat doet 'ltnlp publish'.",
        )
    named = found if version is None else folder / f"{version}.duckdb"
    if not named.exists():
        raise InputError("no such version", message_nl="Deze versie bestaat niet.")
    return named


def _allowed(home: Home, counts: Counts) -> Counts:
    """Leave regions out unless the setting lets them in."""
    if home.system().rules().get(REGIONS_ALLOWED) == "ja":
        return counts
    return {
        item: {s: count for s, count in cells.items() if s.dimension != "region"}
        for item, cells in counts.items()
    }


def _edition(version: int, counts: Counts, earlier: Cells, k: int) -> Edition:
    codes = tuple((code, str(one.level)) for code, one in factor_codes().items())
    return Edition(version=version, counts=counts, earlier=earlier, k=k, codes=codes)


def _about(
    version: int, today: dt.date, counts: Counts, k: int, *, simulated: bool
) -> Row:
    return {
        "version": version,
        "published_on": today,
        "n_reviews": counts[ROOT][ALL].now,
        "smallest_cell": k,
        "simulated": simulated,
        "note_nl": (SIMULATED_NL if simulated else "") + NOTE_NL,
    }


def _tables(cells: tuple[PublishedCell, ...], about: Row) -> dict[str, list[Row]]:
    return count_tables(cells) | {
        "publication": [about],
        "dim_level": [
            {"level": str(level), "place": place, "name_nl": LEVELS[level]}
            for place, level in enumerate(Level, start=1)
        ],
        "dim_factor": [
            {
                "factor": code,
                "level": str(one.level),
                "name_nl": one.name,
                "definition_nl": one.definition,
            }
            for code, one in factor_codes().items()
        ],
        "dim_pattern": [
            {
                "pattern": one.id,
                "name_nl": one.name,
                "description_nl": one.description,
                "question_nl": one.question,
            }
            for one in pattern_library()
        ],
        "dim_organisation": [
            {"organisation_kind": kind, "name_nl": one.neutral}
            for kind, one in taxonomy().items()
        ],
    }
