"""Whether a word in lower case goes on with a name: "mirte van aggelen", "j. van wieren"."""

from ltnlp.domain.folding import word_set
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.interfixes import known_surname, strong_interfix
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
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.wordlike import worded

_INFLECTED = ("en", "de", "te", "ing", "heid", "tje", "je", "t", "thuis", "lijk", "ig")
_SEASONS = word_set("winter zomer lente herfst")
ARABIC = word_set("el al ait ben bin ibn abu abou")
PREPOSITIONS = word_set("in op aan uit bij onder af te")
NAME_CLOSES = frozenset(
    {"", ",", ";", ":", ".", "(", ")", "<", ">", "|", "/", "?", "!"}
)
"""What stands behind a name where nothing else of its clause follows."""


def is_lower_part(
    page: Page, at: int, first: int, *, over: bool, bold: bool, initials: bool
) -> bool:
    """Tell whether the word in lower case at `at` goes on with a name.

    Args:
        page: the passage.
        at: index of the word.
        first: index of the token that the name begins with.
        over: interfixes stand between.
        bold: what stands before the name says that one must follow.
        initials: the name begins with initials.
    """
    flag, shown = page.flags[at], page.words.shown[at]
    if initials and at > first and page.lower:
        return _is_behind_initials(page, at, first, over=over)
    if page.words.keys[at] in _SEASONS and page.plain:
        return _season_is_surname(page, at, first, bold=bold)
    if flag & CLOSED or len(shown) < 2 or "." in shown:
        return False
    if flag & (KIN | ROLE | NOT_NAME) and not flag & NAME:
        return False
    begun_lower = not page.capital(first) or page.plain
    if at == first:
        sure = flag & NAME or not page.ordinary(at) or _is_titled(page, first)
        return bool((bold and sure) or flag & GIVEN)
    if over:
        begun = begun_lower or bold or initials
        return _is_lower_family(page, at, begun=begun) or _is_unlisted_family(page, at)
    if not begun_lower:
        return False
    if flag & NAME:
        return not flag & WORD or (bool(flag & SURNAME) and not _acts_on(page, at))
    if not page.plain or not page.ordinary(at):
        return page.plain
    return _is_compound_surname(page, at) or _is_word_surname(page, at)


def _acts_on(page: Page, at: int) -> bool:
    """Tell whether a surname is a verb here, for its clause goes on: "hessel stelt vragen"."""
    return bool(page.flags[at] & VERB) and page.words.key(at + 1) not in NAME_CLOSES


def _is_behind_initials(page: Page, at: int, first: int, *, over: bool) -> bool:
    if over and is_behind_van(page, at):
        return True
    if _is_lower_surname(page, at) or _is_titled_word(page, at, first):
        return True
    noun = page.words.shown[at].isalpha() and not page.flags[at] & _NO_SURNAME
    closes = page.words.key(at + 1) in NAME_CLOSES
    closes = closes and (
        not page.words.opens[first] or page.words.key(first - 1) == ":"
    )
    return noun and closes and is_initial(page.words.shown[at - 1])


_NO_SURNAME = CLOSED | VERB | KIN | ROLE | FIELD


def _is_lower_family(page: Page, at: int, *, begun: bool) -> bool:
    """Tell whether a word in lower case behind interfixes is a surname."""
    flag = page.flags[at]
    begin = begin_of_interfixes(page, at)
    known = known_surname(page, begin, at)
    if page.words.keys[begin] in PREPOSITIONS and not _titled(page, begin):
        return known and not flag & WORD
    if page.words.keys[begin] in ARABIC and flag & NAME and not flag & WORD:
        return begun
    article = page.words.keys[begin:at] == ["de"] and begun and flag & SURNAME
    if article and not flag & (KIN | ROLE | PLACE | FIELD | CLOSED | VERB):
        return True
    return known or (
        begun
        and strong_interfix(page, begin, at)
        and not (flag & PLACE and not flag & SURNAME and not _is_sure(page, begin, at))
        and not _is_origin(page, begin, at)
    )


def _is_unlisted_family(page: Page, at: int) -> bool:
    """Tell whether what is only a surname, or in no list, stands behind a lone "van"."""
    begin = begin_of_interfixes(page, at)
    lone = page.plain and page.words.keys[begin:at] == ["van"] and begin > 0
    if not lone:
        return False
    before = page.flags[begin - 1]
    if before & TITLE and is_behind_van(page, at):
        return True
    placed = page.flags[at] & PLACE and page.words.key(at + 1) in NAME_CLOSES
    if not placed and (page.flags[at] & ~SURNAME or page.ordinary(at)):
        return False
    return bool(before & TITLE) or bool(before & GIVEN and not before & WORD)


def _is_sure(page: Page, begin: int, at: int) -> bool:
    """Tell whether "van der" stands before it, which no place has: "van der zwaag"."""
    return page.words.keys[begin:at] in (["van", "der"], ["van", "den"], ["vd"])


def _titled(page: Page, begin: int) -> bool:
    return begin > 0 and bool(page.flags[begin - 1] & TITLE)


def titled_by_de(page: Page, at: int, first: int) -> bool:
    """Tell whether a word stands behind a title and "de": "meneer de wilde"."""
    words = page.words
    return words.keys[first:at] == ["de"] and _is_titled(page, first)


def _is_titled_word(page: Page, at: int, first: int) -> bool:
    """Tell whether any noun behind title and initials is a surname: "mw. r. v. dun"."""
    flag = page.flags[at]
    if not is_initial(page.words.shown[at - 1]):
        return False
    noun = page.words.shown[at].isalpha() and not flag & (CLOSED | VERB | KIN | ROLE)
    return noun and _is_titled(page, first)


def _is_titled(page: Page, first: int) -> bool:
    """Tell whether a title stands before a name, with its full stop or without."""
    return _titled(page, first - (page.words.key(first - 1) == "."))


def _season_is_surname(page: Page, at: int, first: int, *, bold: bool) -> bool:
    """Tell whether a season is a surname: "marit winter", "dhr. zomer"."""
    if at == first:
        return bold and page.words.key(at - 1) != "de"
    before = page.flags[at - 1]
    return bool(before & GIVEN) and not before & WORD


def _is_origin(page: Page, begin: int, at: int) -> bool:
    """Tell whether "van de" says where somebody works: "lieke van de opvang"."""
    if page.words.keys[begin:at] != ["van", "de"] or page.flags[at] & SURNAME:
        return False
    return page.ordinary(at)


def _is_compound_surname(page: Page, at: int) -> bool:
    """Tell whether two words in one stand behind a sure given name: "… weerwind"."""
    before, key = page.flags[at - 1], page.words.keys[at]
    sure = bool(before & GIVEN) and not before & (WORD | SURNAME)
    formed = not page.flags[at] and key.isalpha() and not key.endswith(_INFLECTED)
    return sure and formed and not page.lexicon.vocabulary.inflected(key)


def _is_word_surname(page: Page, at: int) -> bool:
    """Tell whether a word that people are called by closes a name: "hendrika blauw,"."""
    words, before = page.words, page.flags[at - 1]
    sure = bool(before & GIVEN) and not before & (WORD | SURNAME)
    closed = words.key(at + 1) in NAME_CLOSES
    return sure and closed and words.keys[at] in worded("names")


def is_behind_van(page: Page, at: int) -> bool:
    """Tell whether a word behind "van" can be a surname: "j. van wieren".

    What is of the work cannot: "meneer van leerplicht". A title or initials must stand before.
    """
    words, flag = page.words, page.flags[at]
    begin = begin_of_interfixes(page, at)
    alone = words.keys[begin:at] in (["van"], ["van", "'", "t"], ["van", "'t"])
    noun = words.shown[at].isalpha() and len(words.shown[at]) > 2
    return alone and noun and not flag & _NO_SURNAME


def _is_lower_surname(page: Page, at: int) -> bool:
    """Tell whether a word behind initials in lower case is a surname."""
    flag, shown = page.flags[at], page.words.shown[at]
    if len(shown) < 2 or "." in shown or flag & VERB:
        return False
    if flag & CLOSED and page.words.keys[at] not in _SEASONS:
        return False
    if flag & (SURNAME | TITLE) and not flag & INTERFIX:
        return True
    if known_surname(page, begin_of_interfixes(page, at - 1), at):
        return True  # "p. de groot", where the last word is an interfix elsewhere
    if flag & CLOSED:
        return False
    compound = not flag and not page.lexicon.vocabulary.inflected(page.words.keys[at])
    return compound or not page.ordinary(at)


def begin_of_interfixes(page: Page, at: int) -> int:
    """Return the index of the first of the interfixes before `at`, or `at`."""
    begin = at
    while begin > 0 and (
        page.flags[begin - 1] & INTERFIX or page.words.shown[begin - 1] in "'’‘"
    ):
        begin -= 1
    return begin
