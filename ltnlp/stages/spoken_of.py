"""Telling → parties: who is only spoken of in it, and had no part in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ltnlp.domain.spans import Span

_ABOUT = re.compile(
    r"\b(?:over|omtrent|inzake|betreffende|rondom|aangaande|namens|zonder|vanwege"
    r"|wegens|m\.b\.t\.)(?= )(?! (?:aan|naar|op|te|in|heen)\b)"
    r"(?P<what>.+?)(?= met | samen |[,;.:()]|$)",
    re.IGNORECASE,
)
"""What is talked of; it ends where is told with whom."""
_REPORTED = re.compile(
    r"\b(?:zeg\w*|zei\w*|vertel\w*|verteld|meld\w*|gemeld|geef\w*|gaf|gaven|aangegeven|laat|liet"
    r"|laten|lieten|weet|weten|wist\w*|hoor\w*|gehoord|las|lazen|lees\w*|gelezen|begre\w*"
    r"|begrijp\w*|vraag\w*|vroeg\w*|gevraagd|bespr\w*|besproken|afgesproken|spraken|sprak"
    r"|uitgelegd|legt|bleek|blijkt|schrijf\w*|schreef|schreven|noem\w*|vind\w*|vond\w*|denk\w*"
    r"|dacht\w*|stel\w*|beslo\w*|besluit\w*|mening|bang|boos|kla(?:agt|agde|gen)|beweer\w*"
    r"|ontken\w*|uitte\w*|erken\w*|verwijt\w*|benoem\w*|hoop\w*|hopen|vrees\w*|wil(?:de|den|len)?"
    r"|vermoed\w*|advise\w*|geadviseerd|deel(?:t|de|den)|gedeeld|verhaal)\b"
    r"[^.;]{0,60}?\b(?:dat|of|hoe|waarom|wanneer|wie)\b(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
"""What is told, asked, thought or agreed, behind the words for it."""
_CONTENT = re.compile(
    r"\b(?:\w*contact|\w*overleg|\w*gesprek\w*|tel|tel\.|telefo\w*|bericht|\w*mail\w*"
    r"|brief|app|\w*verslag|signaal|huisbezoek|\w*bezoek|besproken|bel\w*|gebeld|mdo"
    r"|evaluatie)\b[^:]*:(?P<what>.*\b(?:is|zijn|was|waren|heeft|hebben|had|hadden|wordt"
    r"|werd|kan|wil|moet|gaan?|gaat|ging|gingen|komt|komen|mag|zou|zal|zij|ze|hij|wij|we"
    r"|ik)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What a note of contact tells behind a colon, where it is a sentence, no list."""
_ASIDE = re.compile(
    r", (?:die|waar(?:van|voor|over|in|op|aan|uit|tegen)?|omdat|aangezien|terwijl|hoewel) "
    r"(?P<what>[^;.]+)",
    re.IGNORECASE,
)
"""A clause that says something of a party, or why."""
_ADVISED = re.compile(
    r"\b(?:geadviseerd|aangeraden|verzocht|gevraagd|adviseer\w*|advies)\b(?! (?:aan|van|bij) )"
    r"[^.;]{0,30}?\b(?:contact|gesprek|overleg|bellen|melden|aanmelden|wenden)\b"
    r"(?P<what>[^.;]+)",
    re.IGNORECASE,
)
"""Whom somebody is advised to turn to."""
_ATTENDING = re.compile(
    r"\b(?:aanwezig\w*|erbij|aan tafel|om (?:de|een) tafel|aangeschoven|schoof|schoven"
    r"|deelnemers|meegekomen|(?:kwam|kwamen|ging|gingen) (?:ook )?mee)\b",
    re.IGNORECASE,
)
"""Words for who was there."""
_ABSENT = re.compile(
    r"(?:^|[.;:|,(]|\b(?:en|maar|alleen)\b)(?P<what>[^.;:|,()]*?\b(?:is|was|waren|zijn|werd|werden|heeft|hebben|had"
    r"|hadden|kon|konden|kwam|kwamen|kan|komt|komen)\b[^.;:|]*?\b(?:afwezig|verhinderd|afgemeld|ziek"
    r"|afgezegd|niet (?:[\w-]+ ){0,2}?(?:gekomen|komen|verschenen|aanwezig|erbij|bij|uitgenodigd|gevraagd"
    r"|aangeschoven|aangesloten|betrokken)))\b"
    r"|(?:^|[.;:|,(]|\b(?:en|maar|alleen)\b)(?P<who>[^.;:|,()]*?\b(?:kwam(?:en)? (?:er )?niet(?=\W*(?:$|[.;,|)]))"
    r"|ontbrak(?:en)?|(?<=[\w\]] )afwezig))\b"
    r"|\b(?:afwezig|afgemeld|verhinderd|bericht van verhindering|m\.u\.v\.|behalve|uitgezonderd)"
    r"\s*:?\s(?P<whom>[^.;|)]+)",
    re.IGNORECASE,
)
"""Who was missing, in any sentence or cell: "Ziekenhuis is uitgenodigd maar niet gekomen"."""
Place = tuple[Span, str]
"""Where a party is named, and which."""


def spoken_of(
    text: str, told: Span, core: Span, places: Iterable[Place]
) -> tuple[str, ...]:
    """Return the parties that a telling names only to speak of them, in order.

    "Overleg met school over moeder": of moeder is spoken, she was not there. So too in
    what is reported ("oma zegt dat de huisarts …") and in the sentences around the one
    that carries it, unless these tell who was there. Who is said to be missing was not.

    Args:
        text: of the passage; all places count in it.
        told: the sentences of the telling.
        core: the sentence that carries it.
        places: where parties are named; what stands outside the telling (another
            cell of the row) is no talk.
    """
    away = (*_beside(text, told, core), *_talk(text, core), *_missing(text))
    named: dict[str, bool] = {}
    for place, party in places:
        here = not any(stretch.contains(place) for stretch in away)
        named[party] = named.get(party, False) or here
    return tuple(party for party, here in named.items() if not here)


def _beside(text: str, told: Span, core: Span) -> Iterator[Span]:
    """Yield the telling before and behind its core, unless it says who was there."""
    for start, end in ((told.start, core.start), (core.end, told.end)):
        if start < end and not _ATTENDING.search(text, start, end):
            yield Span(start=start, end=end)


def _talk(text: str, core: Span) -> Iterator[Span]:
    for pattern in _patterns(core.of(text)):
        for found in pattern.finditer(text, core.start, core.end):
            yield Span(start=found.start("what"), end=found.end("what"))


@lru_cache(maxsize=8)
def _missing(text: str) -> tuple[Span, ...]:
    """Return who was missing; several tellings of one text ask of it."""
    return tuple(
        Span(
            start=found.start(found.lastgroup or 0), end=found.end(found.lastgroup or 0)
        )
        for found in _ABSENT.finditer(text)
    )


def _patterns(words: str) -> Sequence[re.Pattern[str]]:
    """Return what to look for: who sat at a table may be listed behind a colon."""
    if _ATTENDING.search(words):
        return (_ABOUT, _REPORTED, _ADVISED)
    return (_ABOUT, _REPORTED, _ADVISED, _ASIDE, _CONTENT)
