"""Organisations in lower case by what such are called after: "op de regenboog"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.lexicon import CLOSED, KIN, NAME, ROLE, VERB, WORD
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.resources import load_yaml

_ARTICLES = frozenset({"de", "het", "'t", "t"})
_TOWARDS = word_set("op bij naar van uit vanuit door met via namens binnen tegen")
_SEEING = word_set("keek keken kijk kijken kijkt gekeken tekende getekend tekening")
"""What is looked at or drawn is no organisation: "we keken naar de regenboog"."""
_MARKS = frozenset({"(", ",", ":", "|", "-", "–", ";", "/", "+"})
_LONGEST = 3
_SHORTEST = 6
_AT = word_set("op bij")
_GOING = word_set(
    "zit zat zitten zaten werkt werkte werken zwemt voetbalt klas juf meester school groep stage logeren logeert"
)
"""What is done at a school, home or club: "zij zit bij mij in de klas op de duinrand"."""
_NEAR = word_set(
    "school basisschool klas groep groepje leerkracht juf meester mentor begeleider begeleiding ib ib'er bso "
    "kdv opvang dagbesteding stage wachtlijst aanmelding aangemeld intake plek plekje geplaatst ingeschreven "
    "geschorst verwijderd brief mail mailtje telefoontje hulp logeren logeert logeerde logeerweekend "
    "groepsleiding teamleider directeur directrice behandeling therapie voetbalt danst turnt hockeyt traint "
    "training woongroep weekend schooljaar schooltijd rapport gemaild gebeld belde belden leerling leerlingen"
)
"""What is near where an organisation is meant: "naar de zandloper gegaan, maar daar was geen plek"."""
_PHYSICAL = word_set(
    "liep liepen loop loopt lopen gelopen stond staat stonden speelde speelden speelt spelen fietste fietsten "
    "fietst fietsen wandelde wandelden wandelt wandelen viel vielen valt lag keek keken kijkt over "
    "langs voer varen viste vissen sprong sprongen klom klommen rende renden reed reden rijdt hengel zwom zwommen"
)
"""What is done at the thing itself: "hij zat op de vaart met zijn hengel"."""
_REACH = 9
_THOSE = word_set(
    "die iemand mensen team leiding leidster leidsters groepsleiding personeel directie staf collega's juffen "
    "meesters begeleiders"
)
"""Who are of an organisation without being named: "die van het anker"."""


def find(page: Page) -> Iterator[Candidate]:
    """Yield instances of organisations in passages where capitals say nothing."""
    if not page.plain:
        yield from _with_capitals(page)
        return
    heads, bare = _heads(), _names_without_article()
    before = ""
    for at, key in enumerate(page.words.keys):
        if key in bare and (behind := _without_article(page, at, bare[key])):
            yield _candidate(page, at, behind, _SURE)
        named = key in heads or (before in _ARTICLES and _ends_so(key))
        before = key
        if named:
            behind, sure = _called(page, at)
            first = at - (not sure and _is_described(page, at))
            if behind and _stands(page, first, behind, sure=sure):
                yield _candidate(page, first, behind, _SURE)
            elif behind and not sure and _is_near(page, first, behind):
                yield _candidate(page, first, behind, _GUESSED)


def likely(key: str) -> str:
    """Return "sure" or "likely" of a word that organisations are called after, else ""."""
    if key in _names("sure"):
        return "sure"
    return "likely" if key in _names("likely") else ""


def sure_names() -> frozenset[str]:
    """Return what organisations are called after and hardly anything else, folded."""
    return _names("sure")


def _called(page: Page, at: int) -> tuple[int, bool]:
    """Return the index behind the name at `at`, 0 without one, and whether it is sure."""
    for length in range(min(_LONGEST, len(page.words) - at), 0, -1):
        phrase = " ".join(page.words.keys[at : at + length])
        if phrase in _names("sure"):
            return at + length, True
    key = page.words.keys[at]
    if key in _names("likely") or _is_compound(page, key):
        return at + 1, False
    return 0, False


def _with_capitals(page: Page) -> Iterator[Candidate]:
    """A name of common words that capitals show: "(Samen Verder)", "Samen Verder kan"."""
    bare = _names_without_article()
    if page.said.isdisjoint(_bare_heads()):
        return
    for at in (at for at, key in enumerate(page.words.keys) if key in bare):
        behind = _behind_phrase(page, at, bare[page.words.keys[at]])
        if behind > at + 1 and page.capital(at) and page.capital(behind - 1):
            yield _candidate(page, at, behind, _SURE)


def _behind_phrase(page: Page, at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """Return the index behind the phrase that stands at `at`, 0 where none does."""
    for phrase in phrases:
        if tuple(page.words.keys[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return 0


def _is_described(page: Page, at: int) -> bool:
    """Tell whether an article and an adjective stand before: "de gouden leeuw"."""
    words = page.words
    if words.key(at - 2) not in _ARTICLES or page.flags[at] & CLOSED:
        return False
    key, flag = words.keys[at - 1], page.flags[at - 1]
    ordinary = flag & (CLOSED | VERB | NAME) or key in _COMMON_ADJECTIVES
    return key.endswith(("e", "en")) and not ordinary


_COMMON_ADJECTIVES = word_set(
    "grote kleine nieuwe oude hele eerste tweede derde laatste andere eigen mooie zelfde volgende "
    "enige lange korte warme koude volle lege hoge"
)


def _without_article(page: Page, at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """Return the index behind a name without an article, 0 where none is: "bij samen sterk"."""
    words, before = page.words, page.words.key(at - 1)
    ruling = page.flags[at] & CLOSED and before in {"op", "aan", "tegen"}
    if before not in _BEFORE_BARE or ruling or not words.joined(at):
        return 0
    behind = _behind_phrase(page, at, phrases)
    return behind if behind > at + 1 or _closes(page, behind) else 0


_BEFORE_BARE = word_set("bij van naar vanuit via namens op aan tegen")


def _is_compound(page: Page, key: str) -> bool:
    """Tell whether a compound of no list ends as such names do: "duinrand"."""
    if page.lexicon.flag(key) or page.lexicon.vocabulary.inflected(key):
        return False
    return _ends_so(key) and len(key) > _SHORTEST


def _stands(page: Page, at: int, behind: int, *, sure: bool) -> bool:
    """Tell whether an organisation is meant: by what stands before, and behind."""
    words, first = page.words, at
    article = words.key(at - 1) in _ARTICLES and words.joined(at)
    if article:
        first = at - 1 - (words.key(at - 2) == "'")
    before = words.key(first - 1)
    if not _closes(page, behind) or not page.said.isdisjoint(_SEEING):
        return False
    works = before == "van" and first > 1 and _is_somebody(page, first - 2)
    those = before == "van" and words.key(first - 2) in _THOSE
    if not sure:
        kin = first > 1 and bool(page.flags[first - 2] & KIN)
        goes = before in _AT and not _GOING.isdisjoint(
            words.keys[max(0, first - _GOING_REACH) : first]
        )
        goes = goes and _PHYSICAL.isdisjoint(words.keys[behind : behind + _REACH])
        return article and ((works and not kin) or those or goes)
    if before in _TOWARDS and (article or words.joined(first)):
        return True
    if not article:
        return before in _MARKS and words.key(behind) in _MARKS
    return works or those or _acts(page, behind) or before in _MARKS


def _is_near(page: Page, at: int, behind: int) -> bool:
    """Tell whether what stands around tells of an organisation, not of the thing itself."""
    words, first = page.words, at - 1
    if words.key(first) not in _ARTICLES or not words.joined(at):
        return False
    if page.flags[at] & CLOSED or words.key(first - 1) not in _TOWARDS:
        return False
    around = words.keys[max(0, first - _REACH) : behind + _REACH]
    return (
        _PHYSICAL.isdisjoint(around)
        and not _NEAR.isdisjoint(around)
        and _closes(page, behind)
    )


_GOING_REACH = 5
_SURE, _GUESSED = 0.7, 0.6
"""What is guessed here is not looked for elsewhere."""


def _is_somebody(page: Page, at: int) -> bool:
    flag = page.flags[at]
    name = flag & NAME and not flag & (WORD | CLOSED)
    return bool(name or flag & (ROLE | KIN))


def _closes(page: Page, behind: int) -> bool:
    """Tell whether no noun follows that the word would describe."""
    words = page.words
    if behind >= len(words) or not words.shown[behind][0].isalpha():
        return True
    return bool(page.flags[behind] & (CLOSED | VERB)) or not page.ordinary(behind)


def _acts(page: Page, behind: int) -> bool:
    return behind < len(page.words) and page.words.keys[behind] in _ACTS


_ACTS = word_set(
    "belde belt zei zegt vond vindt wilde wil wist weet meldde meldt vroeg vraagt mailde "
    "mailt schreef schrijft deed doet had heeft gaf geeft stuurde stuurt kan kon zou zal"
)


def _candidate(page: Page, at: int, behind: int, score: float) -> Candidate:
    words, first = page.words, at
    opens = at > 0 and words.opens[at - 1]
    if words.key(at - 1) in _ARTICLES and words.joined(at) and not opens:
        first = at - 1 - (words.key(at - 2) == "'")
    return page.candidate(
        first, behind, Label.ORG_INSTANCE, "instances", "called after", score
    )


@lru_cache(maxsize=20_000)
def _ends_so(key: str) -> bool:
    return key.endswith(_tails())


@lru_cache(maxsize=1)
def _tails() -> tuple[str, ...]:
    return tuple(_names("tails"))


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(
        name.partition(" ")[0] for name in (*_names("sure"), *_names("likely"))
    )


@lru_cache(maxsize=1)
def _names_without_article() -> Mapping[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in sorted(_names("bare"), key=len, reverse=True):
        found[name.split(" ")[0]].append(tuple(name.split(" ")))
    return found


@lru_cache(maxsize=1)
def _bare_heads() -> frozenset[str]:
    return frozenset(_names_without_article())


@lru_cache(maxsize=4)
def _names(part: str) -> frozenset[str]:
    return frozenset(fold(str(n)) for n in load_yaml("names/instance_names.yaml")[part])
