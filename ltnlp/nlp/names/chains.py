"""How far a name goes once it has begun: initials, given names, interfixes, surname."""

import re

from ltnlp.domain.folding import word_set
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.interfixes import (
    MOST_INTERFIXES,
    behind_double,
    cut_interfix,
    known_surname,
    only_before_family,
    strong_interfix,
    without_surname,
)
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    FIELD,
    GIVEN,
    INTERFIX,
    KIN,
    NAME,
    PLACE,
    ROLE,
    SURNAME,
    TITLE,
    WORD,
)
from ltnlp.nlp.names.lowered import (
    ARABIC,
    PREPOSITIONS,
    begin_of_interfixes,
    is_lower_part,
    titled_by_de,
)
from ltnlp.nlp.names.page import Page

LONGEST = 8
_SHORTEST_ALONE = 3
_SHORT_SURNAME = re.compile(r"(?:v|vd|vdn|d|de|te|ter|vh|vt)[A-Z]{1,2}")
_NAME_BEGINS = frozenset(":;|(,/")
_NAME_ENDS = frozenset(",;<(|)/")


def grow(page: Page, first: int, *, bold: bool = False) -> int:
    """Return the index behind the name that begins at `first`; `first` when none does.

    Args:
        page: the passage.
        first: index of a token that begins a name.
        bold: what stands before it says that a name must follow ("mevrouw").
    """
    at = first
    while (
        at < len(page.words)
        and is_initial(page.words.shown[at])
        and _next_to(page, at, first)
    ):
        at += 1
    initials = at > first
    while at - first < LONGEST:
        at = _over_called(page, at, first)
        if _is_middle(page, at, first):
            at += 1
            continue
        part = _over_interfixes(page, at, first)
        if part == at and _is_somebody_else(page, first, at):
            break
        double = behind_double(page, part)
        double = double if double and _next_to(page, part, first) else 0
        if not double and not _is_part(
            page, part, first, over=part > at, bold=bold, initials=initials
        ):
            break
        at = max(part + 1, double)
        bold = False
    return _with_last_initial(page, at, first)


_MARKS = {"(": ")", '"': '"', "“": "”", "„": "”", "‘": "’", "'": "'"}


def _over_called(page: Page, at: int, first: int) -> int:
    """Return the index behind what somebody is called: "C. (Corine) Hart", else `at`."""
    words, behind = page.words, at + 3
    if at == first or behind >= len(words) or words.shown[at] not in _MARKS:
        return at
    if words.shown[at + 2] != _MARKS[words.shown[at]] or not words.joined(behind):
        return at
    called = page.capital(at + 1) and page.nameable(at + 1)
    called = called and (bool(page.flags[at + 1] & NAME) or not page.ordinary(at + 1))
    return behind if called and page.capital(behind) else at


def _is_somebody_else(page: Page, first: int, at: int) -> bool:
    """Tell whether a second given name begins what the first one says: "wietske nour".

    So transcripts look that have lost their marks. Where nothing has a capital, two
    given names with no surname behind them are two people, and so is a name said twice.
    """
    if at >= len(page.words) or _begins_anew(page, first, at):
        return at < len(page.words)
    if not (page.plain or page.unmarked) or at != first + 1:
        return False
    flag = page.flags[at]
    if page.words.keys[at] == page.words.keys[first]:
        return True
    if len(page.words.keys[at]) < _SHORTEST_ALONE:
        return False
    if not (flag & GIVEN and page.flags[first] & GIVEN) or flag & SURNAME:
        return False
    behind = page.flags[at + 1] if at + 1 < len(page.words) else 0
    listed = bool(behind & GIVEN) and not behind & SURNAME
    return page.words.opens[first] or listed or not behind & (NAME | INTERFIX)


def _begins_anew(page: Page, first: int, at: int) -> bool:
    """Tell whether a next name begins behind a surname: "Lies Prins Karim Wiltink"."""
    flags, words = page.flags, page.words
    if at < first + 2 or at + 1 >= len(words) or not words.joined(at + 1):
        return False
    given = flags[at] & GIVEN and not flags[at] & (SURNAME | INTERFIX | WORD)
    given = given or is_initial(words.shown[at])
    family = flags[at - 1] & (GIVEN | INTERFIX) or is_initial(words.shown[at - 1])
    cased = page.capital(at) and page.capital(at + 1)
    return bool(given) and not family and (cased or page.plain)


def _next_to(page: Page, at: int, first: int) -> bool:
    """Tell whether the token belongs to the same run as the one before it."""
    if at == first:
        return True
    words = page.words
    return words.joined(at) or words.starts[at] == words.ends[at - 1]


def _over_interfixes(page: Page, at: int, first: int) -> int:
    """Return the index behind interfixes at `at`, where more of a name may follow."""
    here, words = at, page.words
    while here < len(words) and here - at < MOST_INTERFIXES:
        if not _next_to(page, here, first):
            break
        if page.flags[here] & INTERFIX and not is_initial(words.shown[here]):
            here += 1
        elif words.shown[here] in "'’‘" and words.key(here + 1) == "t":
            here += 2
        else:
            break
    return without_surname(page, here, at)


def _is_part(
    page: Page, at: int, first: int, *, over: bool, bold: bool, initials: bool
) -> bool:
    words = page.words
    if at >= len(words) or not _next_to(page, at, first):
        return False
    if at > first and words.opens[at]:
        return False
    if at > first and _is_short_surname(page, at):
        return True
    if page.capital(at):
        capital = _is_capital_part(page, at, first, over=over, bold=bold)
        return capital or _closes_titled(page, at, first)
    if not words.shown[at][0].isalpha():
        return False
    if at > first and _ARTICLED.match(words.shown[at]):
        return page.capital(at - 1)
    if bold and over and page.plain and titled_by_de(page, at, first):
        return True
    if over and initials and not _goes_over_in_lower(page, at):
        return False
    return is_lower_part(page, at, first, over=over, bold=bold, initials=initials)


_ARTICLED = re.compile(r"(?:al|el|as|ar|at|ad|ash|an|az)-[A-Z][a-z]{2,}")
"""A surname with its Arabic article in small letters: "Zainab al-Rubaie"."""


def _closes_titled(page: Page, at: int, first: int) -> bool:
    """Tell whether any capital closes a name that a title and a given name began."""
    words = page.words
    titled = first > 0 and page.flags[first - 1] & TITLE and at == first + 1
    if not titled or page.shouting or page.flags[first] & (KIN | ROLE | TITLE):
        return False
    shown, more = words.shown[at], at + 1 < len(words) and words.joined(at + 1)
    word = shown.isalpha() and len(shown) >= _SHORTEST_ALONE and shown[1:].islower()
    return word and not (more and page.capital(at + 1))


def _is_short_surname(page: Page, at: int) -> bool:
    shown = page.words.shown[at]
    if page.lower and len(shown) == 3 and shown.startswith("vd"):
        return True
    return _SHORT_SURNAME.fullmatch(shown) is not None


def _is_capital_part(
    page: Page, at: int, first: int, *, over: bool, bold: bool
) -> bool:
    flag = page.flags[at]
    if flag & (KIN | ROLE | TITLE) and not flag & NAME:
        return _is_title_as_surname(page, at, first)
    begin = begin_of_interfixes(page, at) if over else at
    if over and (known_surname(page, begin, at) or only_before_family(page, begin, at)):
        return True
    if not page.nameable(at):
        return False
    if over and at > first:
        if begin > first:
            return _goes_over(page, first, begin, at)
        return (
            not flag & WORD or bool(flag & SURNAME) or strong_interfix(page, begin, at)
        )
    if at > first + 1 and is_initial(page.words.shown[at - 1]) and flag & FIELD:
        return bool(flag & NAME)
    return at > first or over or bold or not flag & CLOSED or bool(flag & NAME)


_BEFORE_A = word_set(
    "tjon tjin tjong tjoen tsjon lie sang fung man chin jong pang kon lo lim ho li wong liauw"
)
"""What families of Chinese descent in Surinam are called before "A": "Tjon A Fat"."""


def _is_middle(page: Page, at: int, first: int) -> bool:
    """Tell whether a lone A stands inside a Chinese-Surinamese name: "Tjon A Fat"."""
    words = page.words
    if at == first or at + 1 >= len(words) or not words.joined(at + 1):
        return False
    if words.keys[at] == "a" and words.keys[at - 1] in _BEFORE_A:
        return True
    if words.key(at - 1) == "a" and words.key(at - 2) in _BEFORE_A:
        return words.shown[at].isalpha()
    return words.shown[at] == "A" and page.capital(at - 1) and page.nameable(at + 1)


def _goes_over(page: Page, first: int, begin: int, at: int) -> bool:
    """Tell whether a name goes on over the interfixes in the tokens [begin, at).

    Not behind a surname ("P. Nijhof van Karveel"), nor over a preposition alone
    ("Lieke in Zwolle").
    """
    flag, head = page.flags[at], page.words.keys[begin]
    if is_initial(page.words.shown[first]) and begin == first + 1:
        return _is_over_initial(page, begin, at)
    whole = begin - first > 1 or (
        is_initial(page.words.shown[first]) and begin > first + 1
    )
    if whole and not all(page.flags[i] & GIVEN for i in range(first, begin)):
        return head in ARABIC or is_initial(page.words.shown[begin - 1])
    if page.words.capital[at - 1] and not page.capital(begin) and begin + 1 < at:
        return False  # "Yara van De Kade" works there
    known = known_surname(page, begin, at) or cut_interfix(page, begin, at)
    if known or head in ARABIC:
        return True
    if head in PREPOSITIONS:
        return False
    if strong_interfix(page, begin, at):
        return not flag & WORD or bool(flag & SURNAME)
    if head == "van" and at == begin + 1 and _is_over_van(page, first, begin, at):
        return True
    if head == "de" and not flag & (SURNAME | PLACE):
        return not flag & WORD and not page.ordinary(at)
    return bool(flag & SURNAME) and not flag & PLACE


def _goes_over_in_lower(page: Page, at: int) -> bool:
    """Tell whether initials go on over interfixes: not "b. stan in emmen", "y. aan bij"."""
    begin = begin_of_interfixes(page, at)
    placed = page.words.keys[begin] in PREPOSITIONS
    return not placed or known_surname(page, begin, at)


def _is_over_initial(page: Page, begin: int, at: int) -> bool:
    flag = page.flags[at]
    if page.words.keys[begin] in PREPOSITIONS:
        return known_surname(page, begin, at)
    cut = cut_interfix(page, begin, at)
    return cut or not flag & FIELD or bool(flag & SURNAME)


def _is_over_van(page: Page, first: int, begin: int, at: int) -> bool:
    """Tell whether "van" goes on to a surname: "Tessa van Zand", not "… van Leerplicht"."""
    flag, before = page.flags[at], page.flags[first]
    sure = before & GIVEN and not before & WORD
    noun = flag & WORD and not flag & (FIELD | PLACE) and begin == first + 1
    if sure and noun:
        return True
    return _names_alone(page, first, at) and (not flag & WORD or bool(flag & SURNAME))


def _names_alone(page: Page, first: int, at: int) -> bool:
    """Tell whether nothing but a name stands there: "Van: Karel van Uden", "…, directeur"."""
    words = page.words
    ends = at + 1 >= len(words) or words.shown[at + 1] in _NAME_ENDS
    begins = words.opens[first] or words.shown[first - 1] in _NAME_BEGINS
    return begins and (ends or words.opens[at + 1])


def _is_title_as_surname(page: Page, at: int, first: int) -> bool:
    """Tell whether a title is a surname here: "Marit Dokter", "M. Dokter"."""
    if at != first + 1 or len(page.words.shown[at]) < 4:
        return False
    begun = is_initial(page.words.shown[first]) or bool(page.flags[first] & GIVEN)
    name_follows = (
        at + 1 < len(page.words)
        and page.words.joined(at + 1)
        and page.words.capital[at + 1]
    )
    return begun and not name_follows and not page.words.opens[first + 1]


def _is_one_initial(page: Page, at: int) -> bool:
    shown = page.words.shown[at]
    return is_initial(shown) and len(shown) <= 3 and page.words.joined(at)


def _with_last_initial(page: Page, at: int, first: int) -> int:
    """Take along the initial of a surname: "Wim B.", "Emre Y.", "J. de V."."""
    if at == first or at >= len(page.words) or not page.words.joined(at):
        return at
    shown = page.words.shown[at]
    part = _over_interfixes(page, at, first)
    letter = _is_bare_letter(page, part) and part > at + 1
    if at < part < len(page.words) and (letter or _is_one_initial(page, part)):
        sure = page.flags[at - 1] & GIVEN or is_initial(page.words.shown[at - 1])
        return part + 1 if sure else at
    last = page.flags[at - 1]
    if is_initial(shown) and len(shown) <= 3 and last & GIVEN:
        more = at + 1 < len(page.words) and is_initial(page.words.shown[at + 1])
        return at + 1 + (more and shown.islower())
    letter = len(shown) == 1 and shown.isupper() and shown.isalpha()
    explained = page.words.key(at + 1) in _EXPLAINS
    named = letter and last & GIVEN and not page.shouting
    return at + 1 if named and not explained else at


_EXPLAINS = frozenset({"is", "="})
"""What stands behind a letter of a legend: "V is hessel A is lub"."""


def _is_bare_letter(page: Page, at: int) -> bool:
    """Tell whether a letter stands for a surname where marks are lost: "kim van der z"."""
    shown = page.words.shown[at] if at < len(page.words) else ""
    return page.plain and len(shown) == 1 and shown.isalpha()
