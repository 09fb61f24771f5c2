"""Names where a form announces them: speaker labels, fields, greetings, "heet …"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names import families, turned
from ltnlp.nlp.names.chains import grow
from ltnlp.nlp.names.letters import WITH_INTERFIX
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    GIVEN,
    INTERFIX,
    KIN,
    NAME,
    NOT_NAME,
    ROLE,
    SURNAME,
    TITLE,
    VERB,
    WORD,
)
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.shapes import shape_of

_LONGEST_LABEL = 6
_ASKING = frozenset({"i", "q", "v", "int", "intv", "itv", "interv"})
"""Labels of who asks, which name nobody."""
OPPOSITE = {"a": ("b", "v", "i"), "b": ("a",), "r": ("i", "q")}
"""Labels that name nobody where a document has one of those beside: first and second, question and answer."""
_AFTER_NAMING = frozenset("hij zij ze hem haar ook eigenlijk nu ' \" “ ‘".split())
_LONGEST_LETTERS = 3
_NAME_ENDS = frozenset([*",()<>:;/&|-–", "en"])


def speaker_counts(pages: Sequence[Page]) -> Counter[tuple[str, str]]:
    """Count how often each word opens a line as a label, per document."""
    counts: Counter[tuple[str, str]] = Counter()
    for page in pages:
        for first, behind in _labels(page):
            if behind == first + 1:
                counts[page.document, page.words.keys[first]] += 1
    return counts


def find(page: Page, counts: Counter[tuple[str, str]]) -> Iterator[Candidate]:
    """Yield names that labels, fields, greetings and naming words announce."""
    for first, behind in _labels(page):
        if behind > first + 1 or not _is_nobody(page, first, counts):
            yield from _label(page, first, behind, counts)
    yield from _fields(page)
    yield from turned.find(page)
    yield from _naming(page)
    yield from _called(page)
    yield from _equals(page)
    yield from _calling(page)
    yield from families.find(page)


def _is_nobody(page: Page, at: int, counts: Counter[tuple[str, str]]) -> bool:
    """Tell whether a label says who asks, or only who speaks first and second."""
    key = page.words.keys[at]
    return key in _ASKING or any(
        counts[page.document, other] for other in OPPOSITE.get(key, ())
    )


def _labels(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the first token of each line and the token behind its label."""
    words = page.words
    for at in range(len(words)):
        if not words.opens[at] or not words.shown[at][0].isalpha():
            continue
        if at and words.shown[at - 1] == ":":
            continue
        if (
            at
            and "\n" not in words.text[words.ends[at - 1] : words.starts[at]]
            and words.shown[at - 1] not in {">", "|"}
            and not (words.shown[0] == "<" and at == 2)
        ):
            continue
        if end := _label_end(page, at):
            yield at, end
    if words.key(0) == "<" and words.key(1) == "v":
        end = next((i for i, s in enumerate(words.shown) if s in {">", "("}), 0)
        if end > 2:
            yield 2, end


def _label_end(page: Page, at: int) -> int:
    """Return the index of the mark that closes a label which begins at `at`, else 0."""
    words = page.words
    for end in range(at + 1, min(at + _LONGEST_LABEL, len(words))):
        if "\n" in words.text[words.ends[end - 1] : words.starts[end]]:
            return 0  # who signs above a line is no part of its label
        if words.shown[end] in {":", ">", "("}:
            return end - _is_time(page, at, end)
        if words.shown[end] in {".", "?", "!", ";", "="}:
            return 0
    return 0


def _is_time(page: Page, at: int, end: int) -> bool:
    """Tell whether the mark stands in a time behind the label: "Sjang 13:52 - ja"."""
    words = page.words
    tight = words.text[words.ends[end] : words.ends[end] + 1].isdigit()
    return end - at > 1 and words.keys[end - 1].isdigit() and tight


def _label(
    page: Page, first: int, behind: int, counts: Counter[tuple[str, str]]
) -> Iterator[Candidate]:
    words = page.words
    if page.flags[first] & (KIN | ROLE) and not page.flags[first] & NAME:
        return
    parts = [i for i in range(first, behind) if words.shown[i][0].isalpha()]
    voiced = words.key(first - 1) == "v"
    names = [
        i
        for i in parts
        if page.flags[i] & NAME
        and not (page.flags[i] & CLOSED and not (voiced and page.capital(i)))
    ]
    unknown = [i for i in parts if _may_be_name(page, i)]
    repeated = counts[page.document, words.keys[first]] > 1 or page.body > first
    repeated = repeated or voiced
    sure = all(
        i in names
        or i in unknown
        or page.flags[i] & INTERFIX
        or is_initial(words.shown[i])
        for i in parts
    )
    if not parts or not sure or not (names or unknown):
        return
    if not page.plain and not any(words.capital[i] for i in parts):
        return
    if not names and not repeated:
        return
    if len(parts) == 1 and page.flags[first] & WORD and not repeated:
        return
    if words.shown[behind] == "(" and not (repeated or page.body > first):
        return
    found = page.candidate(first, behind, Label.PERSON, "labels", "speaker", 0.93)
    shape = shape_of(page, first, behind)
    if "," in words.shown[first:behind]:
        shape = Shape.FULL
    if len(parts) == 1 and _is_letters(page, first):
        shape = Shape.INITIALS
    elif shape is Shape.UNKNOWN and len(parts) == 1:
        shape = Shape.GIVEN
    yield replace(found, shape=shape, word=len(parts) == 1 and page.ordinary(first))


def _may_be_name(page: Page, at: int) -> bool:
    """Tell whether a word of a label is none of the language, or a compound of two."""
    flag, key = page.flags[at], page.words.keys[at]
    if flag & NOT_NAME:
        return False
    return not (page.ordinary(at) if flag else page.lexicon.vocabulary.inflected(key))


def _is_letters(page: Page, at: int) -> bool:
    shown = page.words.shown[at]
    if WITH_INTERFIX.fullmatch(shown):
        return True
    return len(shown) <= _LONGEST_LETTERS and shown.isupper() and not page.shouting


def _fields(page: Page) -> Iterator[Candidate]:
    """A name behind "Behandelaar:", "Van:", "Beste", "Groet,"."""
    words, fields = page.words, page.lexicon.listed("name_fields")
    if page.said.isdisjoint(fields):
        return
    greetings = page.lexicon.listed("greetings")
    for at, key in enumerate(words.keys):
        first = _behind_field(page, at, greets=key in greetings) if key in fields else 0
        if not 0 < first < len(words):
            continue
        flag = page.flags[first]
        if flag & GIVEN and _surname_next(page, first):
            found = page.candidate(
                first, first + 2, Label.PERSON, "labels", "field", 0.9
            )
            yield replace(found, shape=Shape.FULL)
        elif flag & CLOSED and flag & GIVEN and not _ends_name(page, first + 1):
            continue  # "Vader: Dan wist ik het"
        elif (
            page.flags[at] & KIN and not flag & (NAME | INTERFIX) and _says(page, first)
        ):
            continue  # "Vader: Gelijmd. Er zit niets in."
        elif flag & GIVEN and page.plain and _signs(page, at, first):
            found = page.candidate(
                first, first + 1, Label.PERSON, "labels", "field", 0.8
            )
            yield replace(found, shape=Shape.GIVEN)
        elif not flag & CLOSED or (flag & (GIVEN | INTERFIX) and words.capital[first]):
            yield from _announced(page, first, "field")


_PARTING = frozenset({"groet", "groeten", "groetjes", "gr", "mvg", "liefs"})


def _signs(page: Page, at: int, first: int) -> bool:
    """Tell whether the last word of a mail is who sent it, a word or not: "groetjes an"."""
    words = page.words
    if words.keys[at] not in _PARTING:
        return False
    last = first + 1 >= len(words)
    return last or "\n" in words.text[words.ends[first] : words.starts[first + 1]]


def _behind_field(page: Page, at: int, *, greets: bool) -> int:
    """Return the index behind a field or greeting and its mark, 0 where it is none."""
    words, first = page.words, at + 1
    if first < len(words) and words.shown[first] == ":":
        return first + 1
    if not (greets and (words.opens[at] or words.key(at - 1) == "vriendelijke")):
        return 0
    return first + (first < len(words) and words.shown[first] == ",")


def _ends_name(page: Page, behind: int) -> bool:
    """Tell whether a name that is a common word ends there or goes on with a capital."""
    words = page.words
    if behind >= len(words) or words.opens[behind] or words.shown[behind] in _NAME_ENDS:
        return True
    return page.capital(behind) or bool(page.flags[behind] & INTERFIX)


def _says(page: Page, first: int) -> bool:
    """Tell whether one word stands there as a sentence, and another sentence follows."""
    words = page.words
    return words.key(first + 1) in {".", "!", "?"} and first + 2 < len(words)


def _surname_next(page: Page, first: int) -> bool:
    """Tell whether a word that is a given name has a surname behind it."""
    at = first + 1
    if at >= len(page.words) or not page.words.joined(at) or page.capital(first):
        return False
    flag = page.flags[at]
    closed = at + 1 >= len(page.words) or (
        page.words.opens[at + 1] or page.words.shown[at + 1] in "<("
    )
    if closed and page.plain and page.words.shown[at].isalpha():
        return not flag & (KIN | INTERFIX | VERB) or bool(flag & TITLE)
    return bool(flag & SURNAME) and not flag & CLOSED


def _announced(page: Page, first: int, reason: str) -> Iterator[Candidate]:
    words, flag = page.words, page.flags[first]
    if not (words.shown[first][0].isalpha()):
        return
    if flag & (KIN | ROLE | NOT_NAME) and not flag & NAME:
        return
    good = (
        page.capital(first)
        or (page.plain and not page.ordinary(first))
        or bool(flag & GIVEN and not flag & WORD)
    )
    begun = flag & (NAME | INTERFIX) or is_initial(words.shown[first])
    if not good or (not begun and page.ordinary(first)):
        return
    behind = grow(page, first, bold=True)
    if behind == first:
        return
    follows = words.shown[behind] if behind < len(words) else ","
    lonely = behind == first + 1 and flag & WORD and not flag & GIVEN
    if lonely and follows not in _NAME_ENDS:
        return
    found = page.candidate(first, behind, Label.PERSON, "labels", reason, 0.9)
    shape = shape_of(page, first, behind)
    yield replace(found, shape=Shape.GIVEN if shape is Shape.UNKNOWN else shape)


@lru_cache(maxsize=1)
def _last_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in phrases)


def _naming(page: Page) -> Iterator[Candidate]:
    """A name behind "heet", "genaamd", "noemt hem"."""
    words, naming = page.words, page.lexicon.listed("naming")
    if page.said.isdisjoint(_last_words(naming)):
        return
    for at in range(len(words) - 1):
        two = f"{words.key(at - 1)} {words.keys[at]}"
        if words.keys[at] not in naming and two not in naming:
            continue
        first = at + 1
        while first < len(words) - 1 and words.keys[first] in _AFTER_NAMING:
            first += 1
        flag = page.flags[first]
        if (
            flag & (CLOSED | NOT_NAME | KIN | ROLE)
            or not words.shown[first][0].isalpha()
        ):
            continue
        if (
            page.capital(first)
            or flag & GIVEN
            or (page.plain and not page.ordinary(first))
        ):
            behind = max(grow(page, first, bold=True), first + 1)
            if (
                behind == first + 1
                and page.ordinary(first)
                and not (flag & NAME or page.capital(first))
            ):
                continue
            found = page.candidate(
                first, behind, Label.PERSON, "labels", "naming", 0.85
            )
            shape = shape_of(page, first, behind)
            yield replace(found, shape=Shape.GIVEN if shape is Shape.UNKNOWN else shape)


def _equals(page: Page) -> Iterator[Candidate]:
    """A short name that is explained by the whole one: "Kaz = Kazim Demirel"."""
    words = page.words
    for mark in range(1, len(words) - 1) if "=" in page.said else ():
        at = mark - 1
        if words.shown[mark] != "=" or not words.shown[at].isalpha():
            continue
        alike = words.keys[mark + 1].startswith(words.keys[at][:1])
        named = alike and page.flags[mark + 1] & NAME
        if named and len(words.keys[at]) > 1:
            found = page.candidate(at, mark, Label.PERSON, "labels", "naming", 0.85)
            yield replace(found, shape=Shape.GIVEN)


_CALLED = re.compile(
    r"\s(?:is|was)\s(?:zijn|haar|mijn|hun|de|een|je)\s"
    r"(?:bij|roep|voor|achter|familie|meisjes|schuil)?naam\b"
)


_CALLING = re.compile(
    r"\b(?:ze|zij|we|wij|men|iedereen|hem|haar)\s(?P<name>[^\W\d_]{3,})\s"
    r"(?:noemen|noemden|noemt|noemde)\b"
)


def _calling(page: Page) -> Iterator[Candidate]:
    """A name before "noemen": "een grote die ze Bolle noemen"."""
    if "noem" not in page.words.text:
        return
    for match in _CALLING.finditer(page.words.text):
        at = page.token_at(match.start("name"))
        if page.capital(at) or (page.plain and not page.flags[at] & (CLOSED | KIN)):
            found = page.candidate(at, at + 1, Label.PERSON, "labels", "naming", 0.8)
            yield replace(found, shape=Shape.GIVEN)


def _called(page: Page) -> Iterator[Candidate]:
    """A name before "is zijn bijnaam", a word of the language too: "Beer", "Zomer"."""
    if "naam" not in page.words.text:
        return
    for match in _CALLED.finditer(page.words.text):
        at = page.token_at(match.start() - 1)
        if page.capital(at) and page.words.shown[at].isalpha():
            found = page.candidate(at, at + 1, Label.PERSON, "labels", "naming", 0.85)
            yield replace(found, shape=shape_of(page, at, at + 1))
