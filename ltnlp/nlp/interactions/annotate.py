"""The batch form of reading interactions: one record in, one record out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ltnlp.domain.interactions import ClauseInteraction, Telling
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.nlp.interactions.reader import ClauseInteractionReader
from ltnlp.nlp.organisations import organisation_reader

_LIKELY = 0.3


def annotate(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the interactions of one record.

    Args:
        record: `id`, `text`, and perhaps `speaker_organisation` (a kind or a role)
            and `reference`.

    Returns:
        `id` and `interactions` with offsets in the text as given, in order of place.
    """
    text = str(record["text"])
    mentions = organisation_reader().read("", text)
    found = _found(text, mentions, _speaker(record))
    return {
        "id": record.get("id"),
        "interactions": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "from": one.giver,
                "to": one.receiver,
                "type": one.type,
                "class": one.interaction_class.value,
                "realised": one.realised.value,
                "edtf": None,
                "score": round(one.score, 2),
            }
            for one in _once(found)
        ],
    }


def _found(
    text: str, mentions: Sequence[OrganisationMention], speaker: str | None
) -> Iterator[ClauseInteraction]:
    """Yield what grammar reads; where it misses a party, what is likely."""
    reader = ClauseInteractionReader()
    read = reader.read(text, organisations=mentions, speaker_kind=speaker)
    named: dict[str, int] = {}
    for number, span in enumerate(reader.sentences(text)):
        inside = tuple(one for one in mentions if span.contains(one.span))
        told = tuple(one for one in read if span.contains(one.span))
        whole = [one for one in told if one.giver and one.receiver]
        telling = Telling(
            text=text,
            span=span,
            parties=inside,
            clauses=told,
            speaker=speaker,
            recent=tuple((kind, number - at) for kind, at in named.items()),
        )
        yield from whole or _likely(reader, telling) or told
        for one in inside:
            named.pop(one.kind, None)
            named = {one.kind: number} | named


def _likely(
    reader: ClauseInteractionReader, telling: Telling
) -> list[ClauseInteraction]:
    """Return what is likely; a sentence without its story bears less than a review."""
    return [one for one in reader.connect(telling) if one.score >= _LIKELY]


def _once(found: Iterator[ClauseInteraction]) -> Iterator[ClauseInteraction]:
    """Leave out what two clauses in a row tell alike."""
    before: tuple[object, ...] = ()
    for one in found:
        told = one.giver, one.receiver, one.interaction_class, one.realised
        if told != before:
            yield one
        before = told


def _speaker(record: Mapping[str, Any]) -> str | None:
    named = record.get("speaker_organisation")
    if not named:
        return None
    reader = organisation_reader()
    return str(named) if reader.knows(str(named)) else reader.kind_of_role(str(named))
