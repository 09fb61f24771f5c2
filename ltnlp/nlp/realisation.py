"""Whether something happened, was tried, was planned or did not happen."""

import re
from functools import lru_cache

from ltnlp.domain.events import Realised
from ltnlp.nlp.resources import load_yaml
from ltnlp.nlp.wordsearch import WordSearch

_QUOTED = re.compile(r"(?<!\w)['‘][^'’]{2,}['’](?!\w)|[\"“][^\"”]*[\"”]|\([^)]*\)")
_SPACE = re.compile(r"\s+")
_SUBORDINATE = re.compile(
    r",?\s*\b(?:omdat|want|zodat|doordat|hoewel|terwijl|totdat|voordat|nadat|tenzij"
    r"|zolang|aangezien|waardoor|waarna|ook al)\b[^,;.]*"
)
_ANSWER = re.compile(r"^(?:nee|ja|jawel|nou|nou ja|tja|klopt)\b[\s,.!:;-]*")
_DONE = re.compile(r"\b(?:is|was|werd|heeft|had|belt|belde)\b|\b\w*ge\w{3,}(?:d|t|en)$")
_KNOWN_FROM = re.compile(
    r"^(?:en |maar |dus )*dat (?:weet|hoor|hoorde|wist) (?:ik|wij|we)\b[^,]*,\s*(?:want|omdat)\b"
)
_AFTERTHOUGHT = re.compile(
    r",\s*(?:dat|dit) (?:wil|wilde|wou|moet|moest) (?:ik|wij|we)\b[^,.;]*"
    r"\b(?:weten|zeggen|vertellen|melden|kwijt)\b"
)
_CAME_OUT = r"(?:triage|uitslag|diagnose|advies|adviseert|conclusie|besluit|uitkomst|oordeel|weging)"
_EXPLAINED = re.compile(rf"^(?P<told>[^:]*\s[^:]*?|{_CAME_OUT}):\s+(?P<what>.*)$")
_RESULT = re.compile(rf"\b{_CAME_OUT}$")
"""Words for what came out: that it came out, whatever it says."""
_NO_RESULT = re.compile(
    r"(?:nog )?(?:niet (?:gegeven|genomen|bekend|gedaan|ontvangen)|volgt|geen$)"
)
_FINITE = re.compile(
    r"(?<!\w)(?:is|was|waren|heeft|hebben|heb|had|hadden|werd|werden|belt|komt|gaat|vertelt"
    r"|zegt|vraagt|meldt|stuurt|geeft|krijgt|loopt|ging|kwam|zei|gaf|kreeg|sprak|zag|deed"
    r"|vroeg|leg|legt|doet|ligt|zit|staat|slaapt|huilt|speelt|eet|drinkt|blijft|neemt|ziet"
    r"|\w{2,}(?<!en)(?:den|ten|de|te)|\w*ge\w{2,}(?:d|t|en))(?!\w)"
)
_SAYS_MORE = re.compile(
    r" (?!maar\b|dus\b|en\b|alleen\b|of\b|is niet\b|[^,.;]*\bnog niet\b"
    r"|(?:(?:jullie|hem|haar|ons|hen|die|het|de) )?(?:\[[^\]]*\]|\w+)? ?niet[.;!]|\w+ niet\b[.;!])"
)
"""How what stands behind a comma begins when it is told beside what happened."""
_WENT = re.compile(
    r"\b(?:ben|is|zijn|was|waren)\b(?: [\w\[\]-]+){0,5} (?:gaan|komen) \w+en\b"
)
"""A perfect: "ik ben hier gaan slapen" was done."""
_LEANS = re.compile(
    r"(?:toen|als|nadat|voordat|wanneer|omdat|terwijl|zodra|dat|wat|of|tot|sinds)\b"
)
"""How a clause begins that hangs on the one behind the comma."""
_GOES_ON = re.compile(
    r" (?:en |maar |want |dus )?(?:ik|wij|we|hij|zij|ze|er|die|dat|daar)\b"
)
"""How a whole sentence begins behind a comma."""
_MASKED = re.compile(r"\[[^\]]*\]")
_NAMED = re.compile(r"[^\W\d_]{4,}")
"""A word of some length: "Ad 3:" names no happening."""
_CAME_TO_NOTHING = re.compile(
    r"(?:is |zijn |was |nog |dus |helaas |door |alles )*(?:niet|nooit|niemand|niks|niets|nee\b|geen (?:gehoor"
    r"|contact|reactie|antwoord|bericht|verslag|tijd|mensen)|geen[.,;]?$|n\.|no[- ]?show|afgezegd|vervallen|vergeten|leeg"
    r"|verzet|(?:mag|kan|komt|komen) niet|volgt|wacht|zou|gepland|vm\b|voicemail|in gesprek"
    r"|(?:[\w\[\]-]+ ){1,3}(?:belt|belde|zegt|zegde|meldt|meldde) (?:\w+ )?(?:zich )?af\b)"
)
"""How what stands behind a colon begins when it says what came of it."""
_UNREACHED = re.compile(
    r"\b(?:belt|belde|bel|gebeld|tel\.)[^:.]*:[^.]*\b(?:niet bereikbaar|geen gehoor|voicemail|niet (?:meer )?in gebruik)"
)
_PLAN_BEHIND = re.compile(r";\s[^;]*\b(?:zou|zouden)\b[^;]*$")
"""A plan that is told behind a whole sentence: what came of it is not said of that."""
_FUTURE = re.compile(r"\b(?:zou|zouden|zal|zullen|gaan?)\b")
_AGREED = re.compile(
    r"\b(?:spr(?:ak|aken|eekt|eken)\b[^.;]*\baf|afgesproken(?: is)?),? (?:dat|om)\b"
    r"(?P<what>.*)$"
)
_REPORTED = re.compile(
    r"\b(?:zeg(?:t|gen)?|zei(?:den)?|gezegd|vertel(?:t|de|den|len)?|verteld|vind(?:t|en)?"
    r"|vond(?:en)?|denk(?:t|en)?|dacht(?:en)?|vraagt?|vroeg(?:en)?|gevraagd|noemt?"
    r"|noemde|meent|stelt|stelde|aan(?:geeft|gegeven)|ge(?:ef|eft|ven) aan|gaf aan"
    r"|gaven aan|benadrukt|benadrukte|legt uit|legde uit|uitgelegd|schrijft|schreef"
    r"|besloten|besloot|besluit|beslist|belden?|belt|gebeld|mailt|mailde|meldde|meldt"
    r"|gemeld|laat weten|liet weten|laten weten|bericht|antwoordde|antwoordt|gewacht|wachtte"
    r"|wist(?:en)?|bedoel(?:t|de|den)|hoopten?|ervan uit)"
    r"\b(?P<what>[^.;]*?,?\s+\b(?:dat|of|wanneer|wat|waarom|hoe)\b.*)$"
)
_FORBIDDEN = re.compile(
    r"\b(?:geadviseerd|adviseert|adviseerde|verzocht|verzoekt|gevraagd|vraagt|besloten|opgedragen)\b"
    r"(?P<what>,?(?: om)? (?:geen|niet) [^,.;]*\bte \w+en\b)"
)
"""What somebody was told not to do: that they were told so happened."""
_RELATIVE = re.compile(
    r",\s*(?:die|dat|waar\w*|(?:over )?(?:wat|wie))\s(?!(?:is|was|waren|zijn|had|hadden|heeft|hebben"
    r"|heb|ging|gingen|kwam|kwamen|zou|zouden|kon|konden|mocht|werd|werden|nam|gaf|zei"
    r"|belde|wilde|deed|zit|zat|moest|moesten|mag|kan|wil|gaat|komt|staat|stond)\b)"
    r"[^,;.]*(?:,|\.?$)"
)
CLAUSE = 2
"""Words before a comma that may tell a happening by themselves."""
_CUES = (
    "unknown",
    "planned_undone",
    "fixed_plan",
    "attempt",
    "not_happened",
    "intended",
    "undone",
)


@lru_cache(maxsize=1)
def _cues() -> dict[str, WordSearch]:
    listed = load_yaml("events/realisation.yaml")
    return {name: WordSearch(listed[name]) for name in _CUES}


@lru_cache(maxsize=1)
def _harmless() -> re.Pattern[str]:
    words = "|".join(load_yaml("events/realisation.yaml")["harmless"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def realised(clause: str) -> Realised:
    """Tell from its cues whether what a clause or a sentence tells happened.

    Cues count in the main clause only: what stands in quotes, in brackets, behind a
    verb of saying or in a clause of reason does not undo the happening.

    Returns:
        YES where no cue says otherwise; UNKNOWN only where the teller doubts it.
    """
    return _realised(_SPACE.sub(" ", clause.lower()).strip())


@lru_cache(maxsize=16_384)
def _realised(clause: str) -> Realised:
    """Tell it of a clause in small letters: events and interactions ask of the same."""
    text = _without_plan(clause)
    cues = _cues()
    if cues["unknown"].stands_in(text):
        return Realised.UNKNOWN
    if cues["planned_undone"].stands_in(text):
        return Realised.NO
    if cues["fixed_plan"].stands_in(text):
        return Realised.INTENDED
    agreed = _AGREED.search(text)
    if agreed:
        return Realised.INTENDED if _FUTURE.search(agreed["what"]) else Realised.YES
    return _main(_main_clause(text))


def _without_plan(text: str) -> str:
    """Return `text` without a plan behind a semicolon, where what precedes was done."""
    behind = _PLAN_BEHIND.search(text)
    done = behind is not None and _FINITE.search(text, 0, behind.start())
    return text[: behind.start()] if behind and done else text


def undone(clause: str) -> bool:
    """Tell whether a clause says of a plan told before it that it came to nothing."""
    return _cues()["undone"].stands_in(_QUOTED.sub(" ", clause.lower()))


def _main(text: str) -> Realised:
    cues = _cues()
    if cues["attempt"].stands_in(text):
        return Realised.ATTEMPT
    if cues["not_happened"].stands_in(_harmless().sub(" ", text)):
        return Realised.YES if _only_beside(text) else Realised.NO
    if cues["intended"].stands_in(_WENT.sub(" ", text)):
        return Realised.YES if _done_first(text) else Realised.INTENDED
    return Realised.YES


def _done_first(text: str) -> bool:
    """Tell whether a plan stands behind a comma, after what was done.

    "Ze belden ons op 3 mei, ze wilden de kinderen spreken" tells of the call.
    """
    first, comma, more = text.partition(",")
    told = bool(comma) and len(first.split()) > CLAUSE and bool(_FINITE.search(first))
    if not told or _LEANS.match(first) or not _GOES_ON.match(more):
        return False
    return _main(first) is Realised.YES


def _only_beside(text: str) -> bool:
    """Tell whether only what stands behind a comma did not happen.

    "Het contract loopt af, niet verlengd" ran out; "School gebeld, jullie niet" tells
    of who was not called.
    """
    first, comma, more = text.partition(",")
    told = bool(comma) and len(first.split()) >= CLAUSE and bool(_FINITE.search(first))
    if not told or not _SAYS_MORE.match(more) or undone(text):
        return False
    return _main(first) is Realised.YES


def _holds(explained: re.Match[str]) -> bool:
    """Tell whether the words before a colon say what happened, those behind it more.

    "Afgesloten: geen hulpvraag" was closed; "Terugkoppeling: niet gedaan" was not.
    """
    told = explained["told"]
    if _RESULT.search(told):
        return not _NO_RESULT.match(explained["what"])
    if _DONE.search(told):
        return True
    named = _NAMED.search(_MASKED.sub(" ", told))
    return bool(named) and not _CAME_TO_NOTHING.match(explained["what"])


def _main_clause(text: str) -> str:
    """Return `text` without quotes, brackets, reported speech and clauses of reason."""
    text = _ANSWER.sub("", text) or text
    text = _KNOWN_FROM.sub("", text)
    for pattern in (_QUOTED, _AFTERTHOUGHT, _SUBORDINATE, _RELATIVE):
        shorter = pattern.sub(" ", text)
        whole = pattern is not _RELATIVE or _FINITE.search(shorter)
        text = shorter if whole and len(shorter.strip(" .,;|")) > 3 else text
    text = _FORBIDDEN.sub(lambda told: told[0].removesuffix(told["what"]), text)
    said = _REPORTED.search(text)
    if said and len(text[: said.start("what")].strip()) > 3:
        text = text[: said.start("what")]
    if _UNREACHED.search(text):
        return text
    explained = _EXPLAINED.match(text)
    told = explained["told"] if explained and _holds(explained) else text
    return _SPACE.sub(" ", told).strip()
