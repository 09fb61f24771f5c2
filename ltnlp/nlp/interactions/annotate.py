"""The batch form of reading interactions: one record in, one record out."""

from collections.abc import Mapping
from typing import Any

from ltnlp.nlp.interactions.reader import ClauseInteractionReader
from ltnlp.nlp.organisations import organisation_reader


def annotate(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the interactions of one record.

    Args:
        record: `id`, `text`, and perhaps `speaker_organisation` (a kind or a role)
            and `reference`.

    Returns:
        `id` and `interactions` with offsets in the text as given, in order of place.
    """
    text = str(record["text"])
    reader = organisation_reader()
    mentions = reader.read("", text)
    found = ClauseInteractionReader().read(
        text, organisations=mentions, speaker_kind=_speaker(record)
    )
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
            for one in found
        ],
    }


def _speaker(record: Mapping[str, Any]) -> str | None:
    named = record.get("speaker_organisation")
    if not named:
        return None
    reader = organisation_reader()
    return str(named) if reader.knows(str(named)) else reader.kind_of_role(str(named))
