"""The risk page: what remains that could point to somebody, and a person's choices."""

import datetime as dt
import json
from collections import Counter
from functools import cache
from pathlib import Path

from ltnlp.casework.correct import Accepted, correct
from ltnlp.casework.home import Home
from ltnlp.casework.last_run import never_run
from ltnlp.casework.release import REGISTRY, Output, refuse_names, release_outputs
from ltnlp.domain.errors import InputError
from ltnlp.domain.mentions import Choice, Label
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.risk import Feature, Rarity, RiskSheet, Trait
from ltnlp.domain.spans import Span
from ltnlp.nlp.organisations import taxonomy
from ltnlp.nlp.resources import load_yaml
from ltnlp.reporting.risk import render_risk
from ltnlp.stages import risk as risk_stage
from ltnlp.store.released import Released

PAGE = "-risico.html"


def risk_sheet(home: Home, review_id: str) -> RiskSheet:
    """Return what remains of a review that could point to somebody; no names in it.

    Raises:
        StateError: the review was never run.
        PrivacyError: what it would show still holds a registered name.
    """
    store = home.store(review_id)
    timeline, released = store.timeline(), store.released()
    if timeline is None:
        raise never_run(review_id)
    sheet = risk_stage.weigh(
        timeline,
        actors=released.actors,
        flags=_flags(home, review_id, released),
        names={kind: one.neutral for kind, one in taxonomy().items()},
        rarity=rarity(),
    )
    refuse_names(home, review_id, [trait.words for trait in sheet.traits])
    return sheet


def write_risk(home: Home, review_id: str, folder: Path, *, today: dt.date) -> Path:
    """Write the risk page of a review into `folder`, scanned for names first.

    Raises:
        StateError: the review was never run.
        PrivacyError: it still holds a registered name; nothing is written.
    """
    sheet = risk_sheet(home, review_id)
    output = Output(
        path=folder / f"{review_id}{PAGE}",
        content=render_risk(sheet, review=review_id, today=today).encode(),
        scanned="\n".join(trait.words for trait in sheet.traits),
    )
    return release_outputs(home, review_id, [output], kind="risk", today=today)[0]


def decide(
    home: Home, review_id: str, flag: str, *, choice: str, instead: str = "", by: str
) -> Accepted:
    """Record a person's choice on a flag, for every document, past and future.

    The words are kept sealed, so that the choice outlives the number of the flag. It
    takes effect at the next run.

    Raises:
        InputError: there is no such flag, or what was chosen was refused; it says why.
    """
    if choice == Choice.GENERALISE and not instead.strip():
        raise InputError(
            "no words to put instead",
            message_nl="Schrijf erbij welke ruimere woorden er moeten komen.",
        )
    registry = (
        home.vault(review_id, purpose=Purpose.ASSESS).recall(REGISTRY, Registry)
        or Registry()
    )
    entity = registry.by_id().get(flag)
    if entity is None or entity.label is not Label.ROLE:
        raise InputError("no such flag", message_nl="Dit kenmerk bestaat niet (meer).")
    line = {"do": "generalise", "choice": choice, "by": by, "why": "risicopagina"}
    if choice == Choice.GENERALISE:
        line["instead"] = instead.strip()
    lines = [json.dumps(line | {"text": words}) for words in entity.variants]
    done = correct(home, review_id, lines)
    if done.refused:
        raise InputError("the choice was refused", message_nl=done.refused[0][1])
    return done


def _flags(home: Home, review_id: str, released: Released) -> list[Trait]:
    """Return what was flagged and stays, in the words that are released."""
    registry = (
        home.vault(review_id, purpose=Purpose.ASSESS).recall(REGISTRY, Registry)
        or Registry()
    )
    entities = registry.by_id()
    shown: dict[str, Counter[str]] = {}
    for row in home.store(review_id).identifiers():
        if row.label == Label.ROLE and not row.pseudonym:
            words = _words(released, row.document, row.start, row.end)
            shown.setdefault(row.entity, Counter())[words] += 1
    return [
        _flag(entities[entity], words)
        for entity, words in sorted(shown.items())
        if entity in entities
    ]


def _flag(entity: Entity, words: Counter[str]) -> Trait:
    usual, _ = min(words.items(), key=lambda item: (-item[1], item[0]))
    return Trait(
        feature=Feature.FLAG,
        words=usual,
        one_in=rarity().flags.get(entity.role, rarity().flags["functie"]),
        times=sum(words.values()),
        flag=entity.id,
        decided=str(entity.choice or ""),
        sort=entity.role,
    )


def _words(released: Released, document: str, start: int, end: int) -> str:
    """Return the released words at a place in a source, "…" where none stand."""
    for passage in released.passages:
        if passage.document != document or not passage.offsets.pieces:
            continue
        origin = passage.offsets.pieces
        if origin[0].origin.start <= start and end <= origin[-1].origin.end:
            span = passage.offsets.from_origin(Span(start=start, end=end))
            return span.of(passage.text) if span else "…"
    return "…"


@cache
def rarity() -> Rarity:
    """Return how rare things are, read once per process."""
    listed = load_yaml("rarity.yaml")
    organisations = dict(listed["organisations"])
    return Rarity(
        families=listed["families"],
        usual=organisations.pop("usual"),
        organisations=organisations,
        children=dict(listed["children"]),
        flags=dict(listed["flags"]),
        age=listed["age"],
        places=listed["places"],
        day=listed["day"],
        days=listed["days"],
        child_roles=tuple(listed["child_roles"]),
    )
