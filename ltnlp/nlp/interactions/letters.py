"""Who writes to whom in a mail or a letter, and what is asked in it politely."""

import re
from collections.abc import Sequence

from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import ClauseInteraction
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.spans import Span
from ltnlp.nlp.interactions.lexicon import lexicon

_SALUTATION = re.compile(
    r"\s*(?:beste|geachte|hallo|dag|hoi|lieve|goede(?:morgen|middag|navond))\b", re.I
)
_CLOSING = re.compile(
    r"(?:groet(?:en|jes)?|hoogachtend|mvg|met dank|alvast bedankt)\b[\s,.!]*(?:[\w\[\]-]+[\s,.]+){0,4}$",
    re.I,
)
_POLITE = re.compile(
    r"\b(?:kunt|kan|zou|zoudt|wilt|wil|kun|kunnen|zouden|willen) (?:u|je|jij|jullie|iemand)\b"
)
_WANTED = re.compile(
    r"\b(?:(?:toe|op|door|na|terug)?sturen|laten weten|doorgeven|bevestigen|aangeven|vertellen"
    r"|mailen|delen|toelichten|(?:terug)?bellen|terugkoppelen|nagaan|aanleveren|meedelen)\b"
)
_NEAR = 40
_SCORE = 0.7


def addressed(
    text: str, mentions: Sequence[OrganisationMention]
) -> OrganisationMention | None:
    """Return who the salutation names ("Beste collega van het wijkteam")."""
    hailed = _SALUTATION.match(text)
    if hailed is None:
        return None
    end = text.find(",", hailed.end(), hailed.end() + _NEAR)
    inside = [m for m in mentions if hailed.end() <= m.span.start < end]
    return inside[0] if inside else None


def signed(text: str, mentions: Sequence[OrganisationMention]) -> str | None:
    """Return the kind that the signature names ("Groet, de mentor")."""
    if not mentions:
        return None
    last = mentions[-1]
    closes = _CLOSING.search(text[max(0, last.span.start - _NEAR) : last.span.start])
    return last.kind if closes else None


def request(
    span: Span, lower: str, writer: str | None, reader: str | None
) -> list[ClauseInteraction]:
    """Return what a polite question asks for: information, of who is written to.

    Args:
        span: of the question.
        lower: its words in lower case.
        writer: kind of who writes.
        reader: kind of who is written to.
    """
    polite = _POLITE.search(lower) and _WANTED.search(lower)
    if not polite or not writer or not reader or writer == reader:
        return []
    asking = lexicon().types["informatie_vragen"]
    return [
        ClauseInteraction(
            span=span,
            giver=writer,
            receiver=reader,
            type=asking.id,
            interaction_class=asking.interaction_class,
            realised=Realised.YES,
            score=_SCORE,
            flow=asking.flow,
        )
    ]
