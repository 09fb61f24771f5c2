"""Streets and house numbers: by how street names end and begin, and by what announces them."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.lexicon import CLOSED, FIELD, GIVEN, KIN, NOT_NAME, ROLE, VERB
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.resources import load_yaml

_FURTHEST = 44
_NUMBER = re.compile(
    r"\s?(?:nr\.?\s?|nummer\s)?\d{1,4}(?:\s?[a-zA-Z](?![\w])|-?(?:bis|hs)(?!\w)|[\-/]\d{1,3}(?!\d)|-(?:[a-zA-Z]|[Ii]{1,3}|IV|iv)(?!\w)|\s?(?:bis|hs|huis|rood))?(?!\d|[.:\-/]\d|\s?(?:jaar|uur|keer|maanden|weken|dagen|km|euro|minuten|kinderen|%))"
)
_PREFIXED = re.compile(
    r"(?<!\w)(?:[Dd]e |[Hh]et |[Oo]ude |[Nn]ieuwe |[Gg]rote |[Kk]leine |[Ll]ange |[Kk]orte |"
    r"Burgemeester |Burg\. |Prins |Prinses |Koningin |Koning |Jan van |Sint |St\. |Dr\. |"
    r"Professor |Prof\. |Pastoor |Generaal |Van der |Van den |Van de |Van )+$"
)
_TITLED = re.compile(
    r"(?<![\w.])(?i:burgemeester|burg\.|pastoor|past\.|deken|kapelaan|dominee|ds\.|dr\.|mr\."
    r"|ir\.|prof\.|professor|pr\.|prins|prinses|koning|koningin|kon\.|graaf|gravin|hertog"
    r"|baron|jonkheer|jhr\.|generaal|gen\.|admiraal|adm\.|kapitein|kolonel|president"
    r"|minister|min\.|wethouder|schout|meester|notaris|monseigneur|mgr\.|kardinaal|sint"
    r"|st\.|zuster|broeder|dokter)\s"
    r"(?:[A-ZÀ-Þ][\w'’\-]*\.?\s){0,2}"
    r"(?:van der |van den |van de |van |de |den |ter |ten )?$"
)
_HEADED = re.compile(
    r"(?<!\w)(?P<street>(?:Laan|Hof|Plein|Weg|Kade|Dijk|Dreef|Singel|Park|Baan|Rij|Wal)\s"
    r"(?:van\s(?:de|den|der|het)|van|der|den|de|naar)\s[A-ZÀ-Þ][\w\-]+)"
)
_ADDRESSED = re.compile(
    r"(?i:adres(?:\s(?:moeder|vader|ouders|oma|kind))?:?|adres\sis|wo(?:ont|nen|onde|nend|nende)"
    r"(?:\s(?:nu|toen|sinds\skort))?(?:\s(?:op|aan|in))?|huurt|huurde|huren)\s"
    r"(?P<street>(?:[A-ZÀ-Þ][\w'’\-]*\.?)(?:\s(?:[A-ZÀ-Þ][\w'’\-]*|van|de|der|den|het|'t|aan|op))"
    r"{0,3}(?<=\w))(?=\s\d)"
)


def find(page: Page) -> Iterator[Candidate]:
    """Yield streets with their house numbers in a passage."""
    yield from _by_ending(page)
    yield from _by_pattern(page)


def _by_ending(page: Page) -> Iterator[Candidate]:
    forms = _forms()
    words, endings = page.words, forms.endings
    for at, key in enumerate(words.keys):
        if not key.endswith(endings):
            continue
        match = forms.form.search(key) if len(key) > 4 else None
        if not match:
            continue
        cut = key.endswith("str") and words.text.startswith(". ", words.ends[at])
        number = _NUMBER.match(words.text, words.ends[at] + cut)
        if key.rpartition("-")[2] in forms.known_words and not (
            number
            and (page.capital(at) or (page.plain and match.group() in forms.sure))
        ):
            continue
        sure = match.group() in forms.sure
        if not (number or _is_street(page, at, sure=sure)):
            continue
        if not page.capital(at) and page.ordinary(at) and not sure:
            listed = page.lexicon.vocabulary.inflected(key)
            if not (page.plain and number) or listed:
                continue
        start = _with_prefix(page, at)
        end = _number_end(words.text, number) if number else words.ends[at]
        if (
            words.text[words.ends[at] : end].strip().isdigit()
            and not page.capital(at)
            and not page.plain
            and page.ordinary(at)
        ):
            end = words.ends[at]
        yield Candidate(
            passage=page.id,
            span=Span(start=start, end=end),
            label=Label.ADDRESS,
            found_by="streets",
            reason="street",
            score=0.95 if number else 0.85,
        )


def _is_street(page: Page, at: int, *, sure: bool) -> bool:
    words = page.words
    if page.capital(at):
        if words.opens[at]:
            return sure and not page.ordinary(at)
        return sure or words.key(at - 1) in {"de", "het", "aan", "op"}
    first = at - (words.key(at - 1) in _CALLED_AFTER)
    placed = page.plain and words.key(first - 1) in {"de", "het"}
    return sure or (placed and words.key(first - 2) in _PLACING and _is_road(page, at))


def _is_road(page: Page, at: int) -> bool:
    """Tell whether a road is no word of the language: "aan de eesveenseweg"."""
    key = page.words.keys[at]
    return key.endswith(_ROADS) and not page.lexicon.vocabulary.inflected(key)


_CALLED_AFTER = word_set(
    "burgemeester prins prinses koning koningin pastoor dokter dominee graaf sint minister"
)
_PLACING = word_set("aan op naar in langs")
_ROADS = ("weg", "dijk", "dyk", "wei", "lure", "wiek", "reed")


def _number_end(text: str, number: re.Match[str]) -> int:
    """Return the end of a house number with its floor: "12, 2e etage"."""
    floor = _BEHIND_NUMBER.match(text, number.end())
    return floor.end() if floor else number.end()


def _may_be_street(page: Page, match: re.Match[str]) -> bool:
    """Tell whether a single word is none of the work: "op de Havo 4", "Week 12"."""
    at = page.token_at(match.start("street"))
    if " " in match["street"]:
        if match["street"].rpartition(" ")[2].lower() in _OF_PAPERS:
            return False
        return not page.flags[at] & (ROLE | KIN)
    return not page.flags[at] & (
        FIELD | ROLE | KIN | NOT_NAME
    ) and not page.abbreviation(at)


_OF_PAPERS = word_set(
    "bijlage artikel hoofdstuk paragraaf punt vraag koningsdag week groep klas zitting deel versie stap fase"
)


def _with_prefix(page: Page, at: int) -> int:
    """Return where a street begins with the words before: "Dr. A. van der Meerlaan"."""
    start, text = page.words.starts[at], page.words.text
    titled = _TITLED.search(text, max(0, start - _FURTHEST), start)
    if titled and (page.plain or text[titled.start()].isupper()):
        return titled.start()
    if page.plain:
        return page.words.starts[_first_in_lower(page, at)]
    match = _PREFIXED.search(text, max(0, start - _FURTHEST), start)
    if not match:
        return start
    article = _ARTICLE.match(text, match.start(), start)
    begin = article.end() if article else match.start()
    return begin if text[begin].isupper() else start


def _first_in_lower(page: Page, at: int) -> int:
    """Return where a street begins that nothing has capitals: "jan de louterstraat"."""
    words, first = page.words, at
    while first > 0 and words.joined(first) and words.keys[first - 1] in _INSIDE:
        first -= 1
    given = first > 0 and words.joined(first) and page.flags[first - 1]
    if given and given & GIVEN and not given & (CLOSED | VERB):
        return first - 1
    if words.keys[first:at] == ["van"] and words.key(first - 1) in _BEFORE_VAN:
        return first
    return next((i for i in range(first, at) if words.keys[i] in _SAID), at)


_INSIDE = word_set("van de der den lange korte oude nieuwe grote kleine eerste tweede")
_BEFORE_VAN = word_set("woont wonen woonde , : op aan in naar adres de")
_SAID = word_set("lange korte oude nieuwe grote kleine eerste tweede")


_ARTICLE = re.compile(r"(?:de|het) ")
_PLACED = re.compile(
    r"\b(?i:aan|op|naar|in|uit)\s(?:de|het)\s"
    r"(?P<street>[A-ZÀ-Þ][\w'’\-]+(?:\s[A-ZÀ-Þ][\w'’\-]+){0,2})(?=\s\d{1,3}(?!\d|[.:]\d))"
)
_LISTED = re.compile(
    r"(?:^|[,:;|]\s)(?P<street>[A-ZÀ-Þ][\w'’\-]+(?:\s(?:van|de|der|den|het|'t|[A-ZÀ-Þ][\w'’\-]+)){0,3})"
    r"(?=\s\d{1,3}(?!\d|[.:]\d)[^,;:\n]{0,12},\s(?:\d{4}\s?[A-Z]{2}\b|[A-ZÀ-Þ][a-z]))",
    re.MULTILINE,
)
_IN_LOWER = re.compile(
    r"(?:^|[,:;|–]\s|p/a\s|op\sde\s)(?P<street>[^\W\d_]{3,}(?:\s[^\W\d_]+){0,2})(?=\s\d{1,3}"
    r"(?:\s?[a-z]|-[a-z]{1,3})?,?\s\d{4}\s?[a-z]{2}\b)",
    re.MULTILINE,
)
"""An address in lower case, told by its postcode: "seedyk 14, 9131 xe skiphuzum"."""
_HEADED_LOWER = re.compile(
    r"\b(?P<street>(?:laan|hof|plein|kade|singel|dreef)\s(?:van|der|den)\s(?:de\s|der\s)?"
    r"[^\W\d_]{3,}(?:-[^\W\d_]+)*)(?=\s\d{1,3}(?![\d.:]))"
)
_BEHIND_NUMBER = re.compile(
    r"(?:\s(?:hs|rood|zwart|bis))?(?:,\s\d{1,2}e\s(?:etage|verdieping))?"
)
_HOUSED = re.compile(
    r"\b(?i:woning|pand|adres|flat|huis|huisbezoek|bewoners?|overlast|ontruiming|buren)\s(?:op\s|van\s|aan\s)?"
    r"(?P<street>[A-ZÀ-Þ][\w'’\-]+(?:\s[A-ZÀ-Þ][\w'’\-]+){0,2})(?=\s\d{1,4}(?!\d|[.:\-/]\d))"
)
_BEFORE_NUMBER = re.compile(r"\s\d")
_HOUSES = (
    "woning", "pand", "adres", "flat", "huis", "bewoner", "overlast", "ontruiming", "buren",
)  # fmt: skip
_LIVING = ("adres", "woon", "wone", "huur", "huren")
_HEADS = (
    "laan ", "hof ", "plein ", "weg ", "kade ", "dijk ", "dreef ", "singel ", "park ",
    "baan ", "rij ", "wal ",
)  # fmt: skip
_FORMS_OF_STREETS: Mapping[re.Pattern[str], tuple[str, ...]] = {
    _HOUSED: _HOUSES,
    _HEADED: _HEADS,
    _ADDRESSED: _LIVING,
    _PLACED: (" de ", " het "),
    _LISTED: (", ",),
    _IN_LOWER: (),
    _HEADED_LOWER: _HEADS,
}
"""The forms, with what a text in lower case must hold for each: speed counts."""


def _by_pattern(page: Page) -> Iterator[Candidate]:
    """A street whose name ends in none of the endings, its number behind it."""
    text = page.words.text
    numbered = _BEFORE_NUMBER.search(text) is not None
    for form, parts in _FORMS_OF_STREETS.items():
        if not (numbered or form is _HEADED) or (parts and not page.holds(parts)):
            continue
        for match in form.finditer(text):
            number = _NUMBER.match(text, match.end("street"))
            if form is not _HEADED and not number:
                continue
            if form in {_HOUSED, _PLACED, _LISTED} and not _may_be_street(page, match):
                continue
            end = _number_end(text, number) if number else match.end("street")
            yield Candidate(
                passage=page.id,
                span=Span(start=match.start("street"), end=end),
                label=Label.ADDRESS,
                found_by="streets",
                reason="street",
                score=0.85,
            )


class _Forms:
    def __init__(self) -> None:
        loaded = load_yaml("names/streets.yaml")
        endings = sorted(loaded["endings"], key=len, reverse=True)
        self.endings = tuple(endings)
        self.form = re.compile(rf"(?<=\w\w)(?:{'|'.join(endings)})$")
        self.sure = frozenset(loaded["sure"])
        self.known_words = frozenset(map(fold, loaded["not_streets"]))


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    return _Forms()
