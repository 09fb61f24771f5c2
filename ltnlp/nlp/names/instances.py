"""Named instances of organisations: "obs De Tureluur", "Broekhorst College", "De Brug"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names import bracketed, paired
from ltnlp.nlp.names.announced import behind_name
from ltnlp.nlp.names.interfixes import known_surname
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
    STARTS_INSTANCE,
    SURNAME,
    TITLE,
    VERB,
    WORD,
    lexicon,
)
from ltnlp.nlp.names.listed import listed
from ltnlp.nlp.names.page import Page

_WHERE = word_set("in op aan bij uit te")
_ARTICLES = frozenset({"de", "het", "'t", "t", "den"})
_DETERMINERS = word_set(
    "de het een deze die dit dat zijn haar mijn onze ons uw jouw hun geen elke iedere welke andere nieuwe oude vorige huidige"
)
_LONGEST = 4
_PART_OF_NAME = word_set(
    "kredietbank woonstichting stichting verloskundigenpraktijk kinderdagverblijf "
    "kraamzorg"
)
_JOINING = frozenset({"&", "zonen", "zn", "partners", "dochters"})
_SAINTS = ("sint-", "st-")
_STOPS = word_set("basisschool school college")


def find(page: Page) -> Iterator[Candidate]:
    """Yield named instances of organisations in a passage."""
    flags, plain, words = page.flags, page.plain, page.lexicon.instance_words
    ends = _ends(page)
    if plain:
        yield from bracketed.find(page)
        if not page.said.isdisjoint(_JOINING):
            yield from paired.find(page)
    capital = page.words.capital
    for at, key in enumerate(page.words.keys):
        if flags[at] & STARTS_INSTANCE:
            for behind, kind in listed(page, at):
                yield _instance(page, at, behind, kind, "gazetteer", 0.95)
        if key in words:
            yield from _beside_form(page, at, key)
        if (plain or capital[at]) and (key.endswith(ends) or key.startswith(_SAINTS)):
            yield from _compound(page, at)
        elif key in _ARTICLES:
            opens = page.words.opens[at]
            yield from _opening(page, at) if opens else _articled(page, at)


@lru_cache(maxsize=1)
def _forms_by_first() -> Mapping[str, list[tuple[str, int]]]:
    """Return the words for a kind by their first word, the longest first."""
    organisations = lexicon().organisations
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for form in {**organisations["before"], **organisations["before_whole"]}:
        found[form.split()[0]].append((form, len(form.split())))
    for forms in found.values():
        forms.sort(key=lambda pair: -pair[1])
    return found


def _ends(page: Page) -> tuple[str, ...]:
    return tuple(page.lexicon.organisations["compound_behind"])


def _beside_form(page: Page, at: int, key: str) -> Iterator[Candidate]:
    """A name behind or before the word for its kind."""
    organisations = page.lexicon.organisations
    for form, length in _forms_by_first()[key]:
        if length == 1 or " ".join(page.words.keys[at : at + length]) == form:
            yield from _behind_form(page, at, length, form)
            break
    for form in (key, f"{key} {page.words.key(at + 1)}"):
        if form in organisations["behind"]:
            yield from _before_form(page, at, at + 1 + (form != key), form)


def _instance(
    page: Page, first: int, behind: int, kind: str, reason: str, score: float = 0.9
) -> Candidate:
    found = page.candidate(
        first, behind, Label.ORG_INSTANCE, "instances", reason, score
    )
    label = page.lexicon.organisations["labels"].get(kind or "")
    return replace(found, organisation_kind=kind or None, role=label if kind else None)


def _behind_form(page: Page, at: int, length: int, form: str) -> Iterator[Candidate]:
    """A name behind the word for its kind: "obs De Tureluur", "vso De Brug"."""
    organisations, words = page.lexicon.organisations, page.words
    whole = form in organisations["before_whole"]
    kind = (
        organisations["before_whole"].get(form)
        if whole
        else organisations["before"][form]
    )
    first = at + length
    if first >= len(words) or not words.joined(first):
        return
    determined = length == 1 and words.key(at - 1) in _DETERMINERS
    behind = _name_end(page, first, determined=determined, whole=whole)
    if behind == first:
        return
    capital_form = page.capital(at) and not (words.opens[at] or page.abbreviation(at))
    capital_form = capital_form and form not in _STOPS
    in_name = page.plain and not determined and form in _PART_OF_NAME
    whole = whole and not _only_announces(page, at, first, form)
    headed = len(form) > _LONGEST and words.shown[at].isupper() and words.opens[at]
    begin = at if whole or capital_form or in_name or headed else first
    yield _instance(page, begin, behind, kind or "", "form.before")


def _only_announces(page: Page, at: int, first: int, form: str) -> bool:
    """Tell whether a kind in lower case says what a name is: "bakkerij Ghanem"."""
    if form not in _TRADES or page.words.capital[at] or page.plain:
        return False
    return not page.flags[first] & PLACE and "-" not in page.words.shown[first]


_TRADES = word_set(
    "snackbar bakkerij tuincentrum woningcorporatie woonstichting politie leerplicht"
)


def _name_end(page: Page, first: int, *, determined: bool, whole: bool) -> int:
    words, at = page.words, first
    if words.shown[at] in "'’‘" and words.key(at + 1) == "t":
        at += 2
    elif words.keys[at] in _ARTICLES:
        at += 1
    if at >= len(words) or (at > first and not words.joined(at)):
        return first
    if not page.plain:
        return _capital_end(page, first, at)
    return behind_name(page, first, at, determined=determined, whole=whole)


def _capital_end(page: Page, first: int, at: int) -> int:
    words = page.words
    if not page.words.capital[at] or not words.shown[at][0].isalpha():
        return first
    if page.abbreviation(at) and at == first and len(words.shown[at]) < 3:
        return first
    flag = page.flags[at]
    founded = page.words.shown[first - 1] == "Stichting" and first > 0
    if flag & NOT_NAME and not flag & NAME and at == first and not founded:
        return first
    goes_on = at + 1 < len(words) and words.joined(at + 1) and words.capital[at + 1]
    over = words.key(at + 1) == "&" or words.key(at + 1) in _ARTICLES
    goes_on = goes_on or (over and words.capital[at + 2 : at + 3] == [True])
    goes_on = goes_on or founded or (page.capital(at - 1) and not words.opens[at - 1])
    if flag & CLOSED and at == first and not flag & NAME and not goes_on:
        return first
    behind = at + 1
    while behind < len(words) and behind - first < _LONGEST and words.joined(behind):
        if words.capital[behind] and not words.opens[behind]:
            behind += 1
        elif (
            words.shown[behind] == "&"
            and words.capital[behind + 1 : behind + 2] == [True]
        ) or (
            page.flags[behind] & INTERFIX
            and words.keys[behind] not in _WHERE
            and behind + 1 < len(words)
            and words.joined(behind + 1)
            and words.capital[behind + 1]
        ):
            behind += 2
        else:
            break
    return behind


def _before_form(page: Page, at: int, behind: int, form: str) -> Iterator[Candidate]:
    """A name before the word for its kind: "Broekhorst College", "Karveel Jeugd-GGZ"."""
    words, kind = page.words, page.lexicon.organisations["behind"][form]
    if page.plain and _is_called_college(page, at):
        yield _instance(page, at - 1, behind, kind, "form.behind")
        return
    first = at
    while first > 0 and at - first < _LONGEST and words.joined(first):
        if not _may_name(page, first - 1):
            break
        first -= 1
    first = _with_rank(page, first) if first < at else first
    if first == at:
        return
    if words.opens[first] and page.ordinary(first) and first + 1 == at:
        return
    if (
        not page.plain
        and not page.capital(at)
        and words.keys[at] not in {"college", "lyceum", "jeugd-ggz", "gymnasium"}
    ):
        return
    yield _instance(page, first, behind, kind, "form.behind")


def _is_called_college(page: Page, at: int) -> bool:
    """Tell whether a compound of no list names a school: "merenlanden college"."""
    words, before = page.words, at - 1
    if words.keys[at] not in _SCHOOLS or before < 0 or not words.joined(at):
        return False
    key, flag = words.keys[before], page.flags[before]
    bare = words.key(at - 2) not in _DETERMINERS or words.key(at - 2) == "het"
    own = key.isalpha() and not flag and not page.lexicon.vocabulary.inflected(key)
    return bare and own and len(key) > _LONGEST


_SCHOOLS = word_set("college lyceum gymnasium mavo scholengemeenschap")


def _may_name(page: Page, at: int) -> bool:
    flag, words = page.flags[at], page.words
    if page.plain:
        good = not flag & (CLOSED | WORD) and not flag & NOT_NAME
        return (
            good
            and not page.ordinary(at)
            and words.shown[at].isalpha()
            and len(words.keys[at]) > 3
        )
    if flag & NOT_NAME and not flag & (NAME | PLACE):
        return False
    return (
        words.capital[at]
        and words.shown[at][0].isalpha()
        and not (flag & CLOSED or (words.opens[at] and page.ordinary(at)))
    )


def _with_rank(page: Page, first: int) -> int:
    """Take along whom a school is called after: "prins willem alexanderschool"."""
    words, begin = page.words, first
    while begin > 0 and words.joined(begin) and _is_given(page, begin - 1):
        begin -= 1
    if begin and words.joined(begin) and words.keys[begin - 1] in _RANKS:
        return begin - 1
    return first


def _is_given(page: Page, at: int) -> bool:
    return bool(page.flags[at] & GIVEN) and not page.flags[at] & CLOSED


_RANKS = word_set("prins prinses koning koningin sint st graaf dr mgr pater")


def _compound(page: Page, at: int) -> Iterator[Candidate]:
    """A name and its kind in one word: "Beatrixschool"."""
    words, key = page.words, page.words.keys[at]
    if words.opens[at] and page.flags[at] & WORD:
        return
    if key.startswith(_SAINTS) and not page.ordinary(at):
        yield _instance(page, at, at + 1, "", "form.compound", 0.8)
        return
    endings = page.lexicon.organisations["compound_behind"]
    for ending, kind in endings.items():
        head = key.removesuffix(ending).rstrip("-")
        if head == key or len(head) < 4:
            continue
        if page.lexicon.vocabulary.ordinary(head):
            continue
        if not page.capital(at) and not page.lexicon.flag(head) & NAME:
            continue
        begin = _with_rank(page, at) if page.plain else at
        yield _instance(page, begin, at + 1, kind, "form.compound", 0.8)
        return


def _articled(page: Page, at: int) -> Iterator[Candidate]:
    """An article and a capital inside a sentence: "op De Brug", "bij de Linde"."""
    words = page.words
    first = at
    if words.keys[at] == "t" and at and words.shown[at - 1] in "'’‘":
        first = at - 1
    if at + 1 >= len(words) or not words.joined(at + 1):
        return
    if not words.capital[at + 1] or page.abbreviation(at + 1):
        return
    if not page.nameable(at + 1) or (page.shouting and page.ordinary(at + 1)):
        return
    before = words.key(first - 1)
    bracketed = before in {"(", "|"} or page.abbreviation(first - 1)
    bracketed = bracketed and words.capital[at] and first > 0
    told = words.capital[at] and words.shown[first - 1][0].islower()
    told = told and before not in _ARTICLES and not page.flags[first - 1] & _NAMES_KIND
    cut_down = words.keys[at] == "'t"
    placed = before in page.lexicon.listed("instance_prepositions")
    surname = before == "van" and _named_before(page, first - 2)
    named = page.flags[first - 1] & (INTERFIX | NAME | TITLE) and not placed
    cut_down = cut_down and not (named or surname)
    if not (bracketed or told or cut_down or before == "," or placed):
        return
    if not (words.capital[at] or cut_down) and (
        before == "," or not _announced(page, first, at, before)
    ):
        return
    if not _is_instance(page, first, at):
        return
    behind = at + 2
    while (
        behind < len(words)
        and words.joined(behind)
        and words.capital[behind]
        and behind - at < _LONGEST
    ):
        behind += 1
    alone = before in _AT and behind == at + 2 and words.keys[at] == "de"
    alone = alone and not words.key(behind).isdigit()
    whole = words.capital[at] or first < at or alone or cut_down
    begin = first if whole else at + 1
    yield _instance(page, begin, behind, "", "article", 0.8)


def _named_before(page: Page, at: int) -> bool:
    """Tell whether somebody's surname goes on behind `at`: "J. van 't Sant"."""
    if at < 0:
        return False
    return is_initial(page.words.shown[at]) or bool(page.flags[at] & (NAME | TITLE))


def _opening(page: Page, at: int) -> Iterator[Candidate]:
    """A sentence that begins with an article and a second capital: "Het Trefpunt belde"."""
    words, part = page.words, at + 1
    if part + 1 >= len(words) or not words.joined(part) or not page.capital(part):
        return
    flag = page.flags[part]
    if flag & _NO_INSTANCE or page.abbreviation(part) or known_surname(page, at, part):
        return
    if words.keys[part].endswith(_TIMES):
        return
    follows = bool(page.flags[part + 1] & VERB) or words.shown[part + 1] == "("
    if follows and "-" not in words.shown[part] and words.shown[at] != "Den":
        kinds = tuple(page.lexicon.organisations["compound_behind"])
        first = part if words.keys[part].endswith(kinds) else at
        yield _instance(page, first, part + 1, "", "article", 0.7)


_NO_INSTANCE = FIELD | ROLE | KIN | CLOSED | NOT_NAME | PLACE | SURNAME | GIVEN
_TIMES = ("vakantie", "dag", "week", "maand", "tijd", "periode")
_NAMES_KIND = STARTS_INSTANCE | ROLE | KIN
_AT = frozenset({"op", "bij", "naar"})


def _announced(page: Page, first: int, at: int, before: str) -> bool:
    """Tell whether an article in lower case may stand before an instance's name."""
    if page.flags[at + 1] & FIELD:
        return False
    behind_name = first > 1 and bool(page.flags[first - 2] & (NAME | ROLE | KIN))
    return before in _AT or (before == "van" and behind_name)


def _is_instance(page: Page, first: int, at: int) -> bool:
    """Tell an instance from a surname ("bij De Vries") and a body ("bij de Raad")."""
    flag = page.flags[at + 1]
    if flag & (NOT_NAME | KIN | ROLE) and not page.words.capital[at]:
        return False
    before = page.words.key(first - 1)
    if known_surname(page, at, at + 1) or (flag & SURNAME and not flag & WORD):
        return before in {"op", "uit", "in", "vanuit", "binnen"}
    street = page.words.keys[at + 1].endswith(("straat", "laan", "weg", "plein"))
    if page.words.capital[at] and flag & GIVEN:
        return True
    return not street and not flag & (GIVEN | PLACE)
