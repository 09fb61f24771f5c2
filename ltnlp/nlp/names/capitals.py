"""Names of persons by their capital, at the head of a sentence and inside it."""

from dataclasses import replace

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.chains import grow
from ltnlp.nlp.names.interfixes import (
    behind_interfixes,
    cut_interfix,
    known_surname,
    strong_interfix,
)
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    FIELD,
    GIVEN,
    INTERFIX,
    KIN,
    NAME,
    NOT_NAME,
    PLACE,
    ROLE,
    SURNAME,
    TITLE,
    VERB,
    WORD,
)
from ltnlp.nlp.names.lonefamilies import is_lone_family
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.shapes import shape_of
from ltnlp.nlp.names.unlisted import is_told_of
from ltnlp.nlp.names.wordnames import named_at_start, named_inside

_FURTHEST, _JOINED = 4, 3
_LONG = 10
_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 2
_SHORTEST_ALONE = 5
_HIS = frozenset({"z'n", "d'r", "z’n", "d’r"})
_COMMON_TAILS = word_set(
    "wet plan hulp zorg werk team raad dienst recht rechter kamer overleg traject tafel "
    "dag week maand jaar vakantie training cursus groep systeem register feest regio "
    "kunde kundige boek brief lijst punt onderwijs bestuur kantoor fonds taal"
)
"""What authors compound and write with a capital though it names nobody."""
_WHERE = word_set("in op aan uit bij onder af te")
_ONLY_NAMES = word_set(
    "el al ait aït ibn abu abou ter ten von da dos si sidi moulay lalla"
)
_PREPOSITIONS = word_set("in op aan uit bij onder af oude groot klein te")


def by_interfix(page: Page, at: int) -> tuple[int, Candidate] | None:
    """A surname that begins with an interfix in lower case: "de Vries", "van der wal"."""
    words, part = page.words, behind_interfixes(page, at)
    if part >= len(words) or part == at or not words.joined(part):
        return None
    known = known_surname(page, at, part)
    family = page.capital(part) or page.flags[part] & SURNAME
    known = known or bool(family and cut_interfix(page, at, part))
    strong = strong_interfix(page, at, part)
    if words.keys[at] in _PREPOSITIONS and not known:
        return None
    alone = words.keys[at] == "van" and part == at + 1
    if alone and page.plain and is_lone_family(page, at, part):
        found = page.candidate(
            at, part + 1, Label.PERSON, "persons", "surname.interfix", 0.7
        )
        return part + 1, replace(found, shape=Shape.SURNAME)
    if alone and page.flags[part] & PLACE:
        return None
    if page.capital(part):
        surname = bool(page.flags[part] & SURNAME) or words.keys[at : at + 2] != [
            "van",
            "de",
        ]
        good = page.nameable(part) and (known or (strong and surname))
        good = good and not _is_place(page, part)
    else:
        good = page.plain and strong and _lower_surname(page, at, part, known=known)
    if not good or (page.capital(part) and page.flags[part] & WORD and not known):
        return None
    behind = grow(page, at, bold=True)
    if behind <= part:
        behind = part + 1
    candidate = page.candidate(
        at, behind, Label.PERSON, "persons", "surname.interfix", 0.85
    )
    return behind, replace(
        candidate,
        shape=Shape.SURNAME,
        word=not strong and bool(page.flags[part] & WORD),
    )


def _lower_surname(page: Page, at: int, part: int, *, known: bool) -> bool:
    """Tell whether a surname in lower case stands behind interfixes: "van den wal".

    "van der" and "van den" stand before nothing else in today's Dutch; "van de" does.
    """
    flag = page.flags[part]
    if page.words.keys[at] in _PREPOSITIONS:
        titled = at > 0 and page.flags[at - 1] & TITLE
        return known and not flag & CLOSED and bool(titled or not flag & WORD)
    sure = page.words.keys[at + 1 : part] in (["der"], ["den"])
    if known or flag & (CLOSED | KIN | ROLE | VERB | NOT_NAME | (PLACE * (not sure))):
        return known and not flag & CLOSED
    if sure:
        return len(page.words.keys[part]) > _SHORTEST_PART
    return page.words.keys[at] in _ONLY_NAMES and not page.ordinary(part)


def _is_place(page: Page, part: int) -> bool:
    return bool(page.flags[part] & PLACE) and not page.flags[part] & SURNAME


def by_capital(page: Page, at: int) -> tuple[int, Candidate] | None:
    """Return the name that a capital at `at` begins, if it does."""
    words, flag = page.words, page.flags[at]
    if flag & INTERFIX and not flag & GIVEN:
        return _by_capital_interfix(page, at)
    if not page.nameable(at):
        return _common_pair(page, at)
    if len(words.shown[at]) < 4 and words.key(at + 1).isdigit():
        return None
    if words.opens[at] and not _opens_with_name(page, at):
        return None
    if not words.opens[at] and not flag & NAME and _ordinary(page, at):
        return _proper_compound(page, at)
    if not words.opens[at] and flag & CLOSED and not named_inside(page, at):
        return None
    behind = max(grow(page, at, bold=True), at + 1)
    return behind, _judged(page, at, behind)


def _common_pair(page: Page, at: int) -> tuple[int, Candidate] | None:
    """A name of two words, the first of which names nobody: "bij Samen Sterk"."""
    words, flag = page.words, page.flags[at]
    common = flag & CLOSED and not (flag & (INTERFIX | NOT_NAME) or words.opens[at])
    if not common or not _inside(page, at):
        return None
    last = at + 1
    if not _capital_follows(page, at) or page.abbreviation(last):
        return None
    if page.flags[last] & (ROLE | KIN | GIVEN | INTERFIX) or _capital_follows(
        page, last
    ):
        return None
    found = page.candidate(
        at, last + 1, Label.ORG_INSTANCE, "persons", "capital.phrase", 0.6
    )
    return last + 1, found


def _ordinary(page: Page, at: int) -> bool:
    """Tell whether a capitalised word is no name; "Zwaantje" inside a sentence is one."""
    key = page.words.keys[at]
    pet = not page.flags[at] and len(key) < _LONG and key.endswith(("tje", "ke"))
    return page.ordinary(at) and not pet


def _proper_compound(page: Page, at: int) -> tuple[int, Candidate] | None:
    """A compound with a capital that the field has no word for: "in Zonnedorp"."""
    words, vocabulary = page.words, page.lexicon.vocabulary
    key, before = words.keys[at], words.key(at - 1)
    phrase = _phrase_behind(page, at)
    if phrase > at:
        found = page.candidate(
            at, phrase, Label.ORG_INSTANCE, "persons", "capital.phrase", 0.6
        )
        return phrase, found
    if _stands_alone(page, at):
        found = page.candidate(
            at, at + 1, Label.ORG_INSTANCE, "persons", "capital.word", 0.6
        )
        return at + 1, found
    if page.flags[at] or len(key) < _SHORTEST_COMPOUND or vocabulary.inflected(key):
        return None
    pairs = list(vocabulary.parted(key))
    if not pairs or any(_of_the_field(page, *pair) for pair in pairs):
        return None
    if _capital_before(page, at) or _capital_follows(page, at):
        return None
    place = before in page.lexicon.listed("place_prepositions")
    label = Label.LOCATION if place and before != "naar" else Label.ORG_INSTANCE
    found = page.candidate(at, at + 1, label, "persons", "capital.compound", 0.6)
    return at + 1, found


def _phrase_behind(page: Page, at: int) -> int:
    """Return the index behind words with a capital each: "bij Bureau Nieuwland", else 0."""
    words, behind = page.words, at
    if not _inside(page, at):
        return 0
    while behind < len(words) and not words.opens[behind]:
        if behind > at:
            behind += _joins(page, behind)
        if not page.capital(behind):
            break
        plain = words.shown[behind].isalpha() and not page.abbreviation(behind)
        if not plain or (behind > at and not words.joined(behind)):
            break
        if page.flags[behind] & (ROLE | KIN | GIVEN):
            return 0
        if page.flags[behind] & (NOT_NAME | CLOSED) and not _in_pair(page, at, behind):
            return 0
        behind += 1
    known = behind < at + _JOINED and all(
        page.flags[i] & FIELD for i in range(at, behind)
    )
    return behind if behind > at + 1 and not known else 0


def _in_pair(page: Page, first: int, at: int) -> bool:
    """Tell whether a common word stands in a name of two: "Samen Sterk", "Nieuw Azie"."""
    words, other = page.words, first + 1 if at == first else first
    if at > first + 1 or not words.joined(first + 1) or not page.capital(other):
        return False
    return not page.flags[other] & (NOT_NAME | CLOSED | ROLE | KIN)


def _joins(page: Page, at: int) -> int:
    """Return how many small words stand between two capitals: "Kracht in de Wijk"."""
    words = page.words
    if words.keys[at] not in {"en", "in", "voor", "op"} or words.capital[at]:
        return 0
    count = 1 + (words.keys[at] != "en" and words.key(at + 1) in {"de", "het"})
    capital = at + count < len(words) and page.capital(at + count)
    return count if capital else 0


def _inside(page: Page, at: int) -> bool:
    """Tell whether a word in lower case stands before, so that nothing else explains a capital."""
    words = page.words
    return at > 0 and words.joined(at) and words.shown[at - 1].islower()


_NO_INSTANCE = FIELD | ROLE | KIN | CLOSED | VERB | NOT_NAME | PLACE


def _stands_alone(page: Page, at: int) -> bool:
    """Tell whether a word with a capital has no article: "ze kwam bij Kentering"."""
    flag, words = page.flags[at], page.words
    if flag & _NO_INSTANCE or _capital_before(page, at) or words.shown[at].isupper():
        return False
    before = words.shown[at - 1]
    if not before[0].isalpha() or before.isupper() or _capital_follows(page, at):
        return False
    key = words.keys[at]
    common = key.endswith(tuple(_COMMON_TAILS))
    return len(key) >= _SHORTEST_ALONE and key.isalpha() and not common


def _capital_before(page: Page, at: int) -> bool:
    """Tell whether a capital stands before that no beginning of a sentence explains."""
    return (
        page.words.joined(at) and page.capital(at - 1) and not page.words.opens[at - 1]
    )


def _capital_follows(page: Page, at: int) -> bool:
    """Tell whether a capital goes on: a heading is written so, a name alone is not."""
    words = page.words
    follows = at + 1 < len(words) and words.joined(at + 1) and page.capital(at + 1)
    return follows and not is_initial(words.shown[at + 1])


def _of_the_field(page: Page, head: str, tail: str) -> bool:
    """Tell whether a compound is made of words of the work, or ends commonly."""
    flag = page.lexicon.flag
    both = flag(head) & flag(tail) & FIELD
    people = flag(tail) & (ROLE | KIN)
    return bool(both or people or flag(tail) & CLOSED or tail in _COMMON_TAILS)


def _by_capital_interfix(page: Page, at: int) -> tuple[int, Candidate] | None:
    words, part = page.words, behind_interfixes(page, at)
    if part >= len(words) or part == at or not words.joined(part):
        return None
    known, strong = known_surname(page, at, part), strong_interfix(page, at, part)
    whole = known and part > at + 1
    if not page.capital(part) or not (whole or page.nameable(part)):
        return None
    strong = strong or (not words.opens[at] and _is_bare_van(page, at, part))
    if words.keys[at] in _PREPOSITIONS and not known:
        return None
    if page.flags[part] & WORD and not (known or strong):
        return None
    if words.opens[at] and not (known or strong):
        return None
    beside = words.shown[at - 1] in {"/", "&"} and not page.ordinary(part)
    if not (known or strong or beside or page.flags[part] & SURNAME):
        return None
    behind = max(grow(page, at, bold=True), part + 1)
    candidate = page.candidate(
        at, behind, Label.PERSON, "persons", "surname.interfix", 0.85
    )
    return behind, replace(candidate, shape=Shape.SURNAME)


def _is_bare_van(page: Page, at: int, part: int) -> bool:
    """Tell whether a capital makes "Van" the head of a surname: "directeur Van Uden"."""
    alone = page.words.keys[at:part] == ["van"] and not _capital_before(page, at)
    return alone and not page.flags[part] & (WORD | CLOSED)


def _opens_with_name(page: Page, at: int) -> bool:
    """Tell whether a capital where a sentence begins is that of a name."""
    flag = page.flags[at]
    words = page.words
    goes_on = at + 1 < len(words) and words.joined(at + 1)
    if goes_on and page.capital(at + 1) and not words.opens[at + 1]:
        if _both_unlisted(page, at):
            return True
        surname = page.flags[at + 1] & NAME and page.nameable(at + 1)
        if flag & NAME and surname and not (flag & CLOSED and not flag & GIVEN):
            return True
        if surname and not page.ordinary(at):
            return True
    unlisted = not flag and not page.ordinary(at)
    if unlisted and words.key(at + 1) not in _WHERE and _surname_follows(page, at):
        return True
    if flag & GIVEN and (not flag & WORD or _surname_follows(page, at)):
        return True
    if flag & WORD:
        return bool(flag & NAME) and named_at_start(page, at)
    if flag & SURNAME:
        return not page.ordinary(at) or _acts(page, at)
    if flag & PLACE or page.ordinary(at):
        return False
    return _acts(page, at) or (not flag and is_told_of(page, at))


def _both_unlisted(page: Page, at: int) -> bool:
    """Tell whether two capitals in a row are words of no list: "Karlijne Meeuwisse"."""
    if page.flags[at] or page.flags[at + 1] & ~NAME or page.abbreviation(at + 1):
        return False
    return page.nameable(at + 1) and not (page.ordinary(at) or page.ordinary(at + 1))


def _surname_follows(page: Page, at: int) -> bool:
    """Tell whether interfixes and a capital follow: "Roos de Haan"."""
    part = at + 1
    while (
        part < len(page.words) and page.flags[part] & INTERFIX and part - at < _FURTHEST
    ):
        part += 1
    if part == at + 1 or part >= len(page.words) or not page.words.joined(part):
        return False
    surname = known_surname(page, at + 1, part) or page.flags[part] & SURNAME
    return page.capital(part) and bool(surname)


def _acts(page: Page, at: int) -> bool:
    """Tell whether the word at `at` does what persons do."""
    words = page.words
    if at + 1 >= len(words):
        return False
    if words.ends[at] < len(words.text) and words.text[words.ends[at]] in "'’":
        return True
    following = page.flags[at + 1]
    if following & VERB or words.key(at + 1) in _HIS or _in_the_past(page, at):
        return True
    return (
        words.key(at + 1) == "en"
        and at + 2 < len(words)
        and (
            bool(page.flags[at + 2] & (KIN | GIVEN)) and not page.flags[at + 2] & CLOSED
        )
    )


def _in_the_past(page: Page, at: int) -> bool:
    """Tell whether a word of no list and what it did open a sentence: "Deef sleutelde"."""
    words, last = page.words, at + 1
    did = words.keys[last].endswith(("elde", "erde", "ste", "tte", "kte", "gde", "pte"))
    verb = did and words.shown[last].islower() and page.ordinary(last)
    return verb and not page.flags[at] and not page.ordinary(at)


def _judged(page: Page, at: int, behind: int) -> Candidate:
    """Return the candidate with the label its surroundings speak for."""
    flag = page.flags[at]
    known = any(page.flags[i] & NAME for i in range(at, behind))
    score = 0.95 if flag & GIVEN and not flag & WORD else 0.85 if known else 0.6
    label, reason = Label.PERSON, "gazetteer" if known else "capital"
    before = page.words.key(at - 1)
    if not known and behind == at + 1:
        if before in page.lexicon.listed("place_prepositions"):
            label, reason = Label.LOCATION, "capital.place"
        elif before == "op":
            label, reason = Label.ORG_INSTANCE, "capital.instance"
    candidate = page.candidate(at, behind, label, "persons", reason, score)
    if label is not Label.PERSON:
        return candidate
    word = behind == at + 1 and bool(flag & WORD)
    return replace(candidate, shape=shape_of(page, at, behind), word=word)
