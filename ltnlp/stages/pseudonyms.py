"""Passage + Mention → ReleasedPassage: the door that names do not pass."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.dates import DateMention, DateType, UncertainDate
from ltnlp.domain.documents import Document
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.mentions import Label, Mention
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import (
    Actor,
    Entity,
    Registry,
    ReleasedDate,
    ReleasedPassage,
)
from ltnlp.domain.spans import OffsetMap, Piece, Span
from ltnlp.stages.leaks import NameGuard
from ltnlp.stages.speakers import Voice, voices

HIDDEN = "[Afgeschermd]"
BIRTH = "birth.withheld"
GENITIVE = "'s"
_GENITIVE = re.compile(r"(?<=[sxzSXZ])['’](?= [a-zà-ÿ])")
"""The mark of a genitive behind a name that ends in a hiss, on an ordinary word."""
_QUOTED = re.compile(r"(?:^|[\s(:])['‘](?![stn]\b)\w")
"""Where a quotation begins that such a mark may end as well."""
_ROUNDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cover:
    """A stretch of a passage and what stands in its place."""

    span: Span
    shown: str
    entity: Entity | None = None


def release(
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    registry: Registry,
    documents: Sequence[Document],
    name_guard: NameGuard,
) -> tuple[tuple[ReleasedPassage, ...], tuple[Actor, ...]]:
    """Put pseudonyms in the place of names, in every passage.

    Args:
        passages: all passages of the review.
        mentions: their identifiers; flags (label ROLE) stay as they stand, unless a
            person decided otherwise.
        registry: whose pseudonyms they get.
        documents: whose author speaks where nobody else does.
        name_guard: refuses a text that still holds a registered name; what it sees
            and the mentions missed is covered too.

    Raises:
        PrivacyError: a passage could not be freed of names; nothing is released.
    """
    by_passage: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_passage[mention.passage].append(mention)
    entities = registry.by_id()
    heard = voices(passages, by_passage, registry, documents, name_guard)
    released: list[ReleasedPassage] = []
    actors: list[Actor] = []
    refused: list[str] = []
    for passage in passages:
        try:
            covers = _covers(passage.text, by_passage[passage.id], entities)
            one, of_one = _released(
                passage, covers, entities, heard[passage.id], name_guard
            )
        except (PrivacyError, ValueError, KeyError, IndexError):
            refused.append(passage.id)
            continue
        released.append(one)
        actors.extend(of_one)
    if refused:
        raise PrivacyError(
            f"passages not released: {', '.join(sorted(refused))}",
            message_nl="Een passage kon niet naamloos worden gemaakt; er is niets vrijgegeven.",
        ) from None
    return tuple(released), tuple(actors)


def _covers(
    text: str, mentions: Sequence[Mention], entities: Mapping[str, Entity]
) -> list[_Cover]:
    covers = []
    for mention in sorted(mentions, key=lambda m: m.span):
        decided = entities.get(mention.entity)
        if mention.label is Label.ROLE and not (decided and decided.covered):
            continue
        entity = entities[mention.entity]
        shown = entity.shown_for(mention.span.of(text))
        covers.append(_Cover(span=mention.span, shown=shown, entity=entity))
    return covers


def _released(
    passage: Passage,
    covers: list[_Cover],
    entities: Mapping[str, Entity],
    voice: Voice,
    guard: NameGuard,
) -> tuple[ReleasedPassage, list[Actor]]:
    for _ in range(_ROUNDS):
        text, local, spans = _covered(passage.text, covers)
        leaks = guard.find(text)
        if not leaks:
            break
        seen = (local.to_origin(leak.span) for leak in leaks)
        pairs = zip(seen, leaks, strict=True)
        covers = _grown(
            passage.text, covers, ((s, entities.get(k.entity or "")) for s, k in pairs)
        )
    cells = tuple(_moved(local, cell) for cell in passage.cells)
    one = ReleasedPassage(
        id=passage.id,
        document=passage.document,
        ordinal=passage.ordinal,
        text=text,
        offsets=local.through(passage.offsets),
        name_check=guard,
        body_start=_body_start(local, passage, text),
        speaker=voice.speaker,
        speaker_kind=voice.kind,
        interviewer=voice.asks,
        kind=passage.kind,
        place=passage.place,
        cells=cells,
        date_cell=passage.date_cell,
    )
    return one, [
        _actor(passage, span, c.entity)
        for span, c in spans
        if c.entity and c.entity.label is not Label.ROLE
    ]


def _grown(
    text: str, covers: list[_Cover], leaks: Iterator[tuple[Span, Entity | None]]
) -> list[_Cover]:
    """Add what the guard saw; where it meets a cover, the cover grows."""
    grown = list(covers)
    for span, entity in leaks:
        met = [c for c in grown if c.span.overlaps(span)]
        if met:
            whole = Span(
                start=min(span.start, *(c.span.start for c in met)),
                end=max(span.end, *(c.span.end for c in met)),
            )
            grown = [c for c in grown if c not in met]
            grown.append(replace(met[0], span=whole))
        else:
            shown = entity.shown_for(span.of(text)) if entity else HIDDEN
            grown.append(_Cover(span=span, shown=shown, entity=entity))
    return sorted(grown, key=lambda c: c.span)


def _covered(
    text: str, covers: Sequence[_Cover]
) -> tuple[str, OffsetMap, list[tuple[Span, _Cover]]]:
    """Return the text with its covers, the map back, and where each cover stands."""
    parts: list[str] = []
    pieces: list[Piece] = []
    spans: list[tuple[Span, _Cover]] = []
    here = reached = 0
    for cover in covers:
        here = _keep(text, reached, cover.span.start, parts, pieces, here)
        place = Span(start=here, end=here + len(cover.shown))
        parts.append(cover.shown)
        pieces.append(Piece(text=place, origin=cover.span, verbatim=False))
        spans.append((place, cover))
        here, reached = place.end, cover.span.end
        if cover.entity and _is_genitive(text, reached):
            # "Kees' fiets": behind a pseudonym the mark alone reads as a quotation's end.
            added = Span(start=here, end=here + len(GENITIVE))
            parts.append(GENITIVE)
            pieces.append(
                Piece(
                    text=added,
                    origin=Span(start=reached, end=reached + 1),
                    verbatim=False,
                )
            )
            here, reached = added.end, reached + 1
    _keep(text, reached, len(text), parts, pieces, here)
    return "".join(parts), OffsetMap(pieces=tuple(pieces)), spans


def _is_genitive(text: str, at: int) -> bool:
    return bool(_GENITIVE.match(text, at)) and not _QUOTED.search(text[:at])


def _keep(
    text: str, start: int, end: int, parts: list[str], pieces: list[Piece], here: int
) -> int:
    if start >= end:
        return here
    parts.append(text[start:end])
    place = Span(start=here, end=here + end - start)
    pieces.append(Piece(text=place, origin=Span(start=start, end=end)))
    return place.end


def _moved(local: OffsetMap, span: Span) -> Span:
    moved = local.from_origin(span)
    if moved is None:
        raise ValueError("a cell is lost")
    return moved


def _body_start(local: OffsetMap, passage: Passage, text: str) -> int:
    if passage.body_start >= len(passage.text):
        return len(text)
    if not passage.body_start:
        return 0
    here = Span(start=passage.body_start, end=passage.body_start + 1)
    moved = local.from_origin(here)
    return moved.start if moved else 0


def _actor(passage: Passage, span: Span, entity: Entity) -> Actor:
    return Actor(
        passage=passage.id,
        span=span,
        entity=entity.id,
        pseudonym=entity.pseudonym,
        label=entity.label,
        role=entity.role,
        organisation_kind=entity.organisation_kind,
    )


def released_dates(
    date_mentions: Sequence[DateMention],
    passages: Sequence[Passage],
    released: Sequence[ReleasedPassage],
) -> tuple[ReleasedDate, ...]:
    """Move expressions of time to the released texts, their words pseudonymised.

    A date of birth keeps its place and loses its value: it identifies, and is no
    event of the case. An age keeps its value and loses its words.
    """
    originals = {p.id: p for p in passages}
    door = {p.id: p for p in released}
    moved = []
    for mention in date_mentions:
        passage, behind = originals.get(mention.passage), door.get(mention.passage)
        if passage is None or behind is None:
            continue
        span = behind.offsets.from_origin(passage.offsets.to_origin(mention.span))
        if span is None:
            continue
        text = span.of(behind.text)
        value = replace(mention.value, text=text)
        if "[Geboortedatum-" in text:
            value = UncertainDate(text=text, type=DateType.DATE, edtf=None, rule=BIRTH)
        moved.append(ReleasedDate(passage=behind.id, span=span, value=value))
    return tuple(moved)
