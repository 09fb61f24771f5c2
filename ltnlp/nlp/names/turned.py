"""Names with the surname first, as lists and forms write them: "Bos, Wim", "BOS, W. van der"."""

from collections.abc import Iterator
from dataclasses import replace

from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.lexicon import GIVEN, INTERFIX, NAME, SURNAME
from ltnlp.nlp.names.page import Page

_MOST_GIVEN = 2
_TURNED_ENDS = frozenset("(:>)|<;")
_FIELD_BEGINS = frozenset({":", ";", "en"})
_FIELD_ENDS = frozenset({",", "geb", "en"})


def find(page: Page) -> Iterator[Candidate]:
    """Yield names whose surname stands first: "Bos, Wim (RBL)", "Bos, W. van der"."""
    words = page.words
    if "," not in page.said:
        return
    for comma in range(1, len(words) - 1):
        if words.shown[comma] != "," or not _is_surname(page, comma - 1):
            continue
        behind = _behind_given(page, comma + 1)
        ends = behind >= len(words) or words.shown[behind] in _TURNED_ENDS
        begin = comma - 1
        while begin > 0 and words.joined(begin) and _before_surname(page, begin - 1):
            begin -= 1
        initial = is_initial(words.shown[comma + 1])
        fielded = words.key(begin - 1) in _FIELD_BEGINS
        ends = ends or (fielded and _field_ends(page, comma, behind))
        opens = words.opens[begin] or initial or fielded
        if behind == comma + 1 or not ends or not opens:
            continue
        reason = "surname first"
        found = page.candidate(begin, behind, Label.PERSON, "labels", reason, 0.9)
        yield replace(found, shape=Shape.FULL)


def _before_surname(page: Page, at: int) -> bool:
    """Tell whether a word goes before a surname: "van der BERG", "HASSAN ALI"."""
    shown = page.words.shown
    loud = shown[at].isupper() and shown[at + 1].isupper() and not page.shouting
    double = loud and len(shown[at]) > 1 and bool(page.flags[at] & NAME)
    return bool(page.flags[at] & INTERFIX) or double


def _field_ends(page: Page, comma: int, behind: int) -> bool:
    """Tell whether one name ends there and no list goes on: "BOS, Wim", "Bos, Wim, geb."."""
    words = page.words
    if words.key(behind) not in _FIELD_ENDS:
        return False
    born = "geb" in {words.key(behind), words.key(behind + 1)}
    return born or (words.shown[comma - 1].isupper() and not page.shouting)


def _is_surname(page: Page, at: int) -> bool:
    """Tell whether the word before a comma can be a surname that is put first."""
    listed = page.flags[at] & GIVEN and not is_initial(page.words.shown[at + 2])
    loud = page.words.shown[at].isupper() and page.words.shown[at + 2][1:].islower()
    if loud and listed and not page.shouting:
        return True
    if listed and page.flags[at + 2] & GIVEN:
        return False
    if page.flags[at] & SURNAME:
        return page.words.capital[at] or page.plain
    if is_initial(page.words.shown[at]) or page.abbreviation(at):
        return False
    if not page.words.capital[at]:
        return False
    return page.words.opens[at] and page.nameable(at) and not page.ordinary(at)


def _behind_given(page: Page, given: int) -> int:
    """Return the index behind given names or initials, and interfixes that close them."""
    words, at = page.words, given
    while at < len(words) and is_initial(words.shown[at]):
        at += 1
    while at < len(words) and at - given < _MOST_GIVEN and page.flags[at] & GIVEN:
        if is_initial(words.shown[given]) or not (words.capital[at] or page.plain):
            break
        at += 1
    behind = at
    while at > given and behind < len(words) and page.flags[behind] & INTERFIX:
        behind += 1
    closed = behind >= len(words) or words.shown[behind] in _TURNED_ENDS
    return behind if closed else at
