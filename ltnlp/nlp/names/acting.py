"""Organisations called by ordinary words, told by what only an organisation does.

"Horizon heeft een wachtlijst", "Impuls zegt dat", "Zorgpunt Noord (jeugdhulp)", "12-05 Balans gebeld".
Dutch hardly begins a sentence with a bare noun in the singular; the words of the field
("School heeft geen plek") and those of time and manner ("Vrijdag belde") are told apart.
"""

from collections.abc import Iterator
from itertools import takewhile

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.interfixes import known_surname
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    FIELD,
    GIVEN,
    KIN,
    NAME,
    NOT_NAME,
    PLACE,
    ROLE,
    TITLE,
    VERB,
    WORD,
)
from ltnlp.nlp.names.page import Page

_NO_NOUN = FIELD | KIN | ROLE | CLOSED | NOT_NAME | TITLE | VERB | GIVEN | PLACE
_NO_HEAD = KIN | ROLE | TITLE | NAME | PLACE
_ARTICLES = word_set("de het")
_NO_NAMES = (
    "dag", "week", "maand", "ochtend", "middag", "avond", "nacht", "lijk", "isch", "ing", "heid",
    "en", "ers", "ies", "je", "tijd", "loos", "tie", "kundige", "team", "loog",
)  # fmt: skip
_VALUES = word_set(
    "perspectief karakter evenwicht vertrouwen draagkracht veerkracht vooruit combinatie elan "
    "houvast inzicht toekomst"
)
"""Words of the field that phone nobody: who writes that they do, or gives them a capital, names."""
_SIZES = word_set("nieuw oud groot klein nieuwe oude grote kleine hoge lage")
_QUARTERS = word_set("noord oost zuid west centrum")
_FREE_TAILS = word_set("kracht spel basis")
_MONTHS = word_set("jan feb mrt apr mei jun jul aug sep okt nov dec")
_TELLING = word_set(
    "zegt zei meldt meldde belt belde mailt mailde schrijft schreef stelt stelde adviseert "
    "adviseerde vraagt vroeg start startte begint stopt stopte weigert weigerde reageert reageerde "
    "biedt bood wijst wees laat liet geeft gaf bevestigt bevestigde"
)
_PARTED = word_set("biedt bood wijst wees")
_HAVING = word_set("heeft had kan kon")
_BEHIND = word_set(
    "dat ons mij terug weten aan af in met niet om op over pas per uit of hem"
)
_LACKING = word_set(
    "wachtlijst wachttijd wachtlijsten plek plaats ruimte capaciteit aanbod plaatsen"
)
_REACHED = word_set(
    "gebeld gemaild gesproken benaderd aangeschreven teruggebeld geappt"
)
_SORTS = word_set("ambulante ambulant behandeling aanbieder dagbehandeling")
_QUEUES = word_set("wachtlijst wachttijd")
_LINKS = word_set("want maar en omdat dat")
_ENDS = frozenset({".", ";", ":"})
_FURTHEST = 6


def find(page: Page) -> Iterator[Candidate]:
    """Yield organisations where a sentence, row or line begins with their bare name."""
    if page.shouting:
        return
    words = page.words
    if page.plain and not page.said.isdisjoint(_QUEUES):
        yield from _queued(page)
    for at, capital in enumerate(words.capital):
        if capital and (behind := _named(page, at)):
            yield _found(page, at, behind)


def _queued(page: Page) -> Iterator[Candidate]:
    """Yield what has people wait, in lower case: "de brug heeft een wachtlijst"."""
    words = page.words
    for at in range(1, len(words)):
        if words.keys[at] not in {"heeft", "had"} or not words.joined(at):
            continue
        first, ahead = at - 1, words.keys[at + 1 : at + 4]
        noun = not words.capital[first] and _is_noun(page, first)
        article = words.key(first - 1) in _ARTICLES
        begun = article or words.opens[first] or words.key(first - 1) in _LINKS
        if noun and begun and not _QUEUES.isdisjoint(ahead):
            yield _found(page, first, at)


def _found(page: Page, at: int, behind: int) -> Candidate:
    return page.candidate(at, behind, Label.ORG_INSTANCE, "acting", "acts as one", 0.7)


def _named(page: Page, at: int) -> int:
    """Return the index behind the name of an organisation that begins here, else 0."""
    if page.words.keys[at] in _SIZES:
        return at + 2 if _is_unlisted(page, at + 1) else 0
    if not (page.words.opens[at] or _dated(page, at)):
        if page.words.key(at + 1) in _QUARTERS and page.capital(at + 1):
            return at + 2 if _heads_quarter(page, at) else 0
        return at + 1 if page.words.keys[at] in _VALUES else 0
    behind = _name_end(page, at)
    return behind if behind and _acts(page, behind) else 0


def _heads_quarter(page: Page, at: int) -> bool:
    """Tell whether a common word and a quarter are a name: "Zorgpunt Noord"."""
    common = page.words.keys[at] in _VALUES or not page.flags[at] & _NO_NOUN
    return common and page.ordinary(at) and page.words.joined(at + 1)


def _is_unlisted(page: Page, at: int) -> bool:
    """Tell whether a word of no list stands with a capital: "Nieuw Vossenveld"."""
    if at >= len(page.words) or not page.words.joined(at) or not page.capital(at):
        return False
    free = not page.flags[at] and not page.ordinary(at)
    return free and page.nameable(at)


def _dated(page: Page, at: int) -> bool:
    """Tell whether a date stands before a word: "12-05-23 Balans gebeld"."""
    before, figure = page.words.key(at - 1), page.words.key(at - 2)
    return at > 0 and (before.isdigit() or (before in _MONTHS and figure.isdigit()))


def _name_end(page: Page, at: int) -> int:
    """Return the index behind a name of one or two words, 0 where none begins."""
    words, last = page.words, at + 1
    article = words.key(last) in _ARTICLES and words.capital[last : last + 1] == [True]
    last += article
    if last < len(words) and words.joined(last) and page.capital(last):
        return last + 1 if _is_pair(page, at, last) else 0
    return at + 1 if _is_noun(page, at) else 0


def _is_noun(page: Page, at: int) -> bool:
    """Tell whether a word may be a noun in the singular that is none of the field."""
    key, flag = page.words.keys[at], page.flags[at]
    if key in _VALUES:
        return True
    if flag & _NO_NOUN or not page.ordinary(at) or page.abbreviation(at):
        return False
    if "-" in key or key.endswith(_NO_NAMES):
        return False
    return not _of_field(page, key)


def _is_pair(page: Page, at: int, last: int) -> bool:
    """Tell whether two capitals name an organisation: "Zorgpunt Noord", "De Brug"."""
    if page.abbreviation(at) or page.abbreviation(last):
        return False
    if page.words.keys[at] in _ARTICLES:
        worded = page.flags[last] & WORD and not known_surname(page, at, last)
        return bool(worded) and not page.flags[last] & (_NO_NOUN & ~PLACE)
    if page.words.keys[at] == "samen":
        return not page.flags[last] & (NAME | KIN | ROLE)
    good = not page.flags[at] & (_NO_HEAD | CLOSED) and page.ordinary(at)
    kind = page.words.keys[at] in page.lexicon.organisations["before"]
    return good and not kind and not page.flags[last] & (_NO_NOUN & ~PLACE)


def _of_field(page: Page, key: str) -> bool:
    """Tell whether a compound is one of the work: "excuusbrief", "respijtzorg"."""
    flag = page.lexicon.flag
    return any(
        flag(tail) & FIELD and tail not in _FREE_TAILS
        for _, tail in page.lexicon.vocabulary.parted(key)
    )


def _acts(page: Page, behind: int) -> bool:
    """Tell whether what follows is said of organisations alone."""
    words, key = page.words, page.words.key(behind)
    ahead = words.keys[behind + 1 : behind + _FURTHEST]
    if key == "(":
        sort, kinds = words.key(behind + 1), page.lexicon.organisations
        return sort in _SORTS or sort in kinds["before"] or sort in kinds["behind"]
    if key == ":" or key in _HAVING:
        return not _LACKING.isdisjoint(takewhile(lambda k: k not in _ENDS, ahead))
    if key in _PARTED and ("af" in ahead or "aan" in ahead):
        return True
    return key in _REACHED or (key in _TELLING and words.key(behind + 1) in _BEHIND)
