"""Persons cut down to letters whose full name nobody wrote: "… Huis op orde. TDW"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.folding import bare, word_set
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.nlp.names.lexicon import CLOSED, INTERFIX, KIN, NAME, ROLE, VERB
from ltnlp.nlp.names.page import Page

_CAPITALS = re.compile(r"[A-Z]{2,3}")
WITH_INTERFIX = re.compile(r"[A-Z]{1,2}(?:v|d|vd|vdn|vdr|vt|vh|te|de|el)[A-Z]{1,2}")
"""Letters of a surname with its interfix: "PvK", "MvdH"."""
_BESIDE = word_set("met door aan namens van vlgs volgens bij cc en m. i.o.m. o.l.v.")
_CLOSING = frozenset({"", ",", ".", ";", ":", ")", "/", "|", "–", "-", "en"})
_ENDS = frozenset({".", "!", "?", ";", "(", "/", "–", "-", "|", ")", ","})
_LONGEST = 6
_LONGEST_SIGNED = 3
_REPEATED = 2
_JOINING = frozenset("-/+&'’")
ENUMERATED = word_set(
    "groep klas bijlage hepatitis vitamine plan lid sub artikel categorie type optie deel "
    "team fase punt versie variant blok gebouw ingang lijn figuur tabel scenario route "
    "spoor rijbewijs kolom cluster zone nummer letter aanhef onderdeel"
)
"""Words behind which a letter stands for no person."""
_ENOUGH = 1.5
_SHARE = 0.3
_SURE = 1.0
_ACTING = 0.5
_OFTEN = 2.25
_DECLARED = 2.0
_NAME_AND_BRACKET = 3
_LONGEST_NAME = 6


@dataclass(slots=True)
class _Seen:
    """Where one run of letters stands in a document, and how much speaks for a person."""

    places: list[tuple[Page, int]]
    told: float = 0.0


def find(pages: Sequence[Page]) -> Iterator[Candidate]:
    """Yield letters that sign notes, act, or stand beside "door" as persons do.

    Capitals alone say too little: half the field is abbreviations. They must stand as
    a person does more than once in a document, and never be a known abbreviation.
    """
    seen: dict[tuple[str, str], _Seen] = defaultdict(lambda: _Seen(places=[]))
    for page in pages:
        if "(" in page.said:
            yield from _bracketed(page)
        if not page.plain:
            yield from _alone(page)
        for at, letters in () if page.plain else _runs(page):
            if WITH_INTERFIX.fullmatch(letters):
                yield _candidate(page, at, 0.8)
            elif _CAPITALS.fullmatch(letters):
                one = seen[page.document, letters]
                one.places.append((page, at))
                one.told += _evidence(page, at)
    for one in seen.values():
        if one.told >= max(_ENOUGH, _SHARE * len(one.places)):
            for page, at in one.places:
                yield _candidate(page, at, 0.65)


def _alone(page: Page) -> Iterator[Candidate]:
    """Yield one capital that stands as a person: "S wil niet", "vader van S", "Y (14)"."""
    for at, shown in enumerate(page.words.shown):
        single = len(shown) == 1 and shown.isupper() and shown not in _NO_LETTER
        if single and _by_itself(page, at) and _stands_as_person(page, at):
            yield _candidate(page, at, 0.7)


def _stands_as_person(page: Page, at: int) -> bool:
    words = page.words
    before, following = words.key(at - 1), words.key(at + 1)
    if following == "(":
        return words.key(at + 2).isdigit() and words.key(at + 3) in {")", "jaar"}
    if following in {".", "-", "/", "&", "'", "’"} and before != "van":
        return False
    if words.opens[at] or before in _CLAUSES:
        return _acts(page, at) and following not in _OF_THINGS
    if before == "van" and at > 1:
        return bool(page.flags[at - 2] & KIN)
    return before in {"met", "door", "tegen", "namens"} and page.done(at + 1)


_NO_LETTER = frozenset("UIXO")
"""What one capital says that is nobody: "U wil", "I.", "X", "O"."""
_CLAUSES = word_set("dat omdat toen want maar of als en")
_OF_THINGS = word_set("is was wordt werd staat stond zijn ligt lag")
"""What a letter does that names a thing: "A is de eerste variant"."""


def _runs(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the tokens that can be letters of a name, as plain capitals."""
    words = page.words
    for at in (at for at, capital in enumerate(words.capital) if capital):
        shown = words.shown[at]
        if len(shown) <= _LONGEST:
            letters = bare(shown)
            if not _is_known(page, letters):
                yield at, letters


def find_known(pages: Sequence[Page], known: frozenset[str]) -> Iterator[Candidate]:
    """Yield letters of known persons that look like words: "23-12 ms belt", "NS belt".

    In lower case all letters do, with capitals those that are an abbreviation too. They
    must stand as a person does, or be given with the name: "N. Stachura (NS)".

    Args:
        pages: all passages.
        known: what the names of the review are cut down to, in lower case.
    """
    seen: dict[tuple[str, str], list[tuple[float, Page, int]]] = defaultdict(list)
    for page in pages:
        if page.said.isdisjoint(known):
            continue
        for at, key in enumerate(page.words.keys):
            if key in known and len(key) > 1 and _looks_otherwise(page, at):
                sure = _declared(page, at) or _in_row(page, at, known)
                told = _DECLARED if sure else _evidence(page, at)
                seen[page.document, key].append((told, page, at))
    for places in seen.values():
        told = sum(evidence for evidence, _, _ in places)
        page, at = places[0][1:]
        surest = max(evidence for evidence, _, _ in places)
        role = page.flags[at] & ROLE
        if not page.plain and surest < _DECLARED and (role or told < _OFTEN):
            continue  # "IB" and "NS" are nobody until a name is given with them
        field = page.plain and _is_known(page, page.words.keys[at].upper())
        all_told = told >= max(2 * _ENOUGH if field else _ENOUGH, _SHARE * len(places))
        for evidence, page, at in places:
            acts = surest >= _DECLARED and evidence >= _ACTING
            if evidence >= _SURE or acts or (all_told and not _is_word(page, at)):
                yield _candidate(page, at, 0.65)


def find_repeated(
    pages: Sequence[Page], found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield a letter wherever it stands in a document that often names somebody by it.

    "L. gezien bij het veld", "L = Liban": as a letter alone, with a full stop or without.
    """
    by_id = {page.id: page for page in pages}
    told: Counter[tuple[str, str]] = Counter()
    for candidate in found:
        page = by_id[candidate.passage]
        shown = candidate.span.of(page.words.text)
        if candidate.shape is Shape.INITIALS and len(shown.rstrip(".")) == 1:
            told[page.document, shown[0]] += 1
    often = {key for key, count in told.items() if count >= _REPEATED}
    documents = {document for document, _ in often}
    for page in (page for page in pages if page.document in documents):
        for at, shown in enumerate(page.words.shown):
            single = len(shown) == 1 or (len(shown) == 2 and shown[1] == ".")
            if single and (page.document, shown[0]) in often and _by_itself(page, at):
                yield _candidate(page, at, 0.65)


def _by_itself(page: Page, at: int) -> bool:
    """Tell whether a letter belongs to no list, code or other name."""
    words = page.words
    before, behind = words.key(at - 1), words.key(at + 1)
    numbered = before in ENUMERATED or (before.isdigit() and not words.opens[at])
    marked = before in _JOINING or behind in _JOINING
    named = at + 1 < len(words) and page.capital(at + 1) and not words.opens[at + 1]
    return not (numbered or marked or named)


def _looks_otherwise(page: Page, at: int) -> bool:
    """Tell whether letters would be passed over as a word or an abbreviation."""
    shown = page.words.shown[at]
    if page.plain or (shown.isupper() and _is_known(page, bare(shown))):
        return True
    signed = (
        shown[0].isupper() and shown[1:].islower() and len(shown) <= _LONGEST_SIGNED
    )
    return signed and not page.flags[at] and _evidence(page, at) >= _SURE


def _is_word(page: Page, at: int) -> bool:
    return page.plain and bool(page.flags[at] & CLOSED)


def _declared(page: Page, at: int) -> bool:
    """Tell whether letters stand in brackets behind the name they are made of."""
    words = page.words
    if words.key(at - 1) != "(" or words.key(at + 1) != ")" or at < _NAME_AND_BRACKET:
        return False
    first, last = words.keys[at][0], words.keys[at][-1]
    named = words.keys[max(0, at - _LONGEST_NAME) : at - 1]
    return named[-1][0] == last and any(k[0] == first for k in named[:-1])


def _in_row(page: Page, at: int, known: frozenset[str]) -> bool:
    """Tell whether other letters of known persons stand beside it: "aanw.: EK, RK"."""
    words = page.words
    sides = ((at - 1, at - 2), (at + 1, at + 2))
    return any(
        words.key(mark) in _PARTING and words.key(other) in known
        for mark, other in sides
    )


_PARTING = frozenset({",", "/", "&", "+", "en"})


def _bracketed(page: Page) -> Iterator[Candidate]:
    """Yield letters in brackets behind the name that they stand for: "Tess Blok (T)"."""
    shown = page.words.shown
    for at in range(2, len(shown) - 1):
        letter = len(shown[at]) == 1 and shown[at].isalpha()
        closed = letter and shown[at - 1] == "(" and shown[at + 1] == ")"
        if closed and _behind_name(page, at):
            yield _candidate(page, at, 0.75)


def _behind_name(page: Page, at: int) -> bool:
    words, first = page.words, at - 2
    while first > 0 and words.joined(first) and _goes_on(page, first - 1):
        first -= 1
    named = any(page.flags[i] & NAME for i in range(first, at - 1))
    return bool(named) and words.keys[first][0] == words.keys[at]


def _goes_on(page: Page, at: int) -> bool:
    return page.capital(at) or bool(page.plain and page.flags[at] & (NAME | INTERFIX))


def _is_known(page: Page, letters: str) -> bool:
    """Tell whether the letters are an abbreviation, word or whole name of their own."""
    lexicon = page.lexicon
    if letters in lexicon.not_names or letters in lexicon.abbreviations:
        return True
    return bool(lexicon.flag(letters.lower()) & ~NAME) and letters.isupper()


def _evidence(page: Page, at: int) -> float:
    """Return how much the place speaks for a person, 0 to 1."""
    words = page.words
    before, following = words.key(at - 1), words.key(at + 1)
    behind = words.key(at + 2)
    if at and before in _ENDS and following in {"", ".", ")"} and not behind.isalnum():
        return 1.0
    if before == following == "|":
        return 1.0
    if before in _SIGNING or _in_field(page, at):
        return _ENOUGH
    if _behind_day(page, at) and (following == ":" or _acts(page, at)):
        return 1.0
    if before in page.lexicon.listed("greetings") and following in {",", ""}:
        return _ENOUGH
    if len(words) == 1:
        return _SURE
    if _acts(page, at):
        return 0.75
    if before == "door" and at + 1 < len(words) and page.flags[at + 1] & CLOSED:
        return 0.75
    return 0.5 if before in _BESIDE and following in _CLOSING else 0.0


_SIGNING = word_set("paraaf actie actiehouder notulist notulen verslaglegger")
_FIELDS = _SIGNING | word_set(
    "aanw aanwezig aanwezigen afw afwezig verslag cc deelnemers"
)
_BETWEEN = frozenset({",", "/", "&", "+", "en", ";", "."})
_LONGEST_ROW = 24


def _in_field(page: Page, at: int) -> bool:
    """Tell whether letters stand in a row of who was there: "Aanw.: AK, JP"."""
    words, back = page.words, at - 1
    first = max(0, at - _LONGEST_ROW)
    while back > first and (words.key(back) in _BETWEEN or words.shown[back].isupper()):
        back -= 1
    if back < 1 or words.key(back) != ":":
        return False
    head = back - 2 if words.key(back - 1) == "." else back - 1
    return words.key(head) in _FIELDS


def _behind_day(page: Page, at: int) -> bool:
    """Tell whether only a date stands before it in the line."""
    text = page.words.text
    line = text[text.rfind("\n", 0, page.words.starts[at]) + 1 : page.words.starts[at]]
    return sum(c.isalpha() for c in line) <= len("september")


def _acts(page: Page, at: int) -> bool:
    return at + 1 < len(page.words) and bool(page.flags[at + 1] & VERB)


def _candidate(page: Page, at: int, score: float) -> Candidate:
    found = page.candidate(at, at + 1, Label.PERSON, "letters", "letters", score)
    return replace(found, shape=Shape.INITIALS, needs_review=True)
