"""Names of persons, behind a title, kinship word or role and by themselves."""

from collections.abc import Iterator
from dataclasses import replace

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.begun import begun
from ltnlp.nlp.names.chains import grow
from ltnlp.nlp.names.interfixes import known_surname, strong_interfix
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    FIELD,
    GIVEN,
    INTERFIX,
    KIN,
    NAME,
    NOT_NAME,
    ROLE,
    STARTS_INSTANCE,
    SURNAME,
    THING,
    TITLE,
    VERB,
    WORD,
)
from ltnlp.nlp.names.lowered import NAME_CLOSES, is_behind_van
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.shapes import shape_of
from ltnlp.nlp.names.traits import behind_illness
from ltnlp.nlp.names.unlisted import ends_as_word, unlisted
from ltnlp.nlp.names.wordlike import is_exclamation, worded
from ltnlp.nlp.names.wordnames import named_inside

_WHERE = word_set("in op aan bij uit onder")
_TEACHING = word_set("leerkracht docent docente leraar lerares vakdocent juf meester")
_SEASONS = word_set("winter zomer lente herfst")
_WEAK_TITLES = word_set(
    "heer dame hr mr ing ir agent rechter inspecteur officier broeder zuster kapitein"
)

_ILLNESSES = word_set("syndroom ziekte")
_CONTEXT, _BEGINS = TITLE | KIN | ROLE, NAME | INTERFIX


def find(page: Page) -> Iterator[Candidate]:
    """Yield the names of persons in a passage, from left to right."""
    at, flags, capital = 0, page.flags, page.words.capital
    ill = not page.said.isdisjoint(_ILLNESSES)
    while at < len(flags):
        flag = flags[at]
        found: tuple[int, Candidate] | None = None
        if ill and (behind := behind_illness(page, at)) > at:
            at = behind
            continue
        if flag & _CONTEXT:
            found = _after_context(page, at)
        listed = flag & _BEGINS or capital[at]
        if found is None and (listed or _visible(page, at, flag)):
            found = begun(page, at)
        if found is None:
            at += 1
            continue
        yield found[1]
        at = found[0]


def _visible(page: Page, at: int, flag: int) -> bool:
    """Tell whether a small word that no list has as a name may begin one: few may."""
    shown = page.words.shown[at]
    if shown[-1] in ".s":
        return True
    if flag or not shown[0].isalpha():
        return False
    return page.plain or "-" in shown or shown == "v" or shown[1:2] in "'’"


def _after_context(page: Page, at: int) -> tuple[int, Candidate] | None:
    flag, key = page.flags[at], page.words.keys[at]
    if flag & TITLE:
        return _after_title(page, at)
    if key not in page.lexicon.listed("before_name") and not (flag & ROLE):
        return None
    if page.words.capital[at] and flag & NAME and not page.words.opens[at]:
        return None
    return _named(page, at + 1, "context.kinship" if flag & KIN else "context.role")


def _after_title(page: Page, at: int) -> tuple[int, Candidate] | None:
    words, first, weak = page.words, at, True
    while first < len(words) and (
        page.flags[first] & TITLE or (words.shown[first] == "." and first > at)
    ):
        if words.shown[first] == "." and not _is_cut_title(words.keys[first - 1]):
            return None  # "rustig, mevrouw. Ja natuurlijk"
        weak = weak and (words.keys[first] in _WEAK_TITLES or words.shown[first] == ".")
        first += 1
    if first >= len(words) or (first - at > 4):
        return None
    if weak and not (page.capital(first) or is_initial(words.shown[first])):
        if not (page.flags[first] & INTERFIX or page.flags[first] & NAME):
            return None
        if words.keys[first] in {
            "van",
            "de",
            "het",
            "in",
            "op",
            "te",
            "bij",
            "aan",
            "uit",
        }:
            return None
    found = _named(page, first, "context.title") or _by_letter(page, first)
    if found is None:
        return None
    return found[0], replace(found[1], gender=_gender(page, at, first))


_CUT_TITLES = word_set("dr dhr mw mevr mr drs")
_WHOLE_TITLES = word_set("juf heer dame imam")
_LONGEST_CUT_TITLE = 4


def _is_cut_title(key: str) -> bool:
    """Tell whether a full stop behind a title cuts it down and ends no sentence: "mevr."."""
    short = len(key) <= _LONGEST_CUT_TITLE or "." in key
    return short and key not in _WHOLE_TITLES


def _by_letter(page: Page, first: int) -> tuple[int, Candidate] | None:
    """A title with a bare letter: "mevr T", "dhr K", also as who speaks."""
    words = page.words
    shown = words.shown[first]
    if not shown.isalpha() or not words.joined(first) or not page.letters(first):
        return None
    if not (shown.isupper() or first + 1 == len(words) or words.key(first + 1) == ":"):
        return None
    found = page.candidate(
        first, first + 1, Label.PERSON, "persons", "context.title", 0.8
    )
    return first + 1, replace(found, shape=Shape.INITIALS)


def _gender(page: Page, at: int, first: int) -> str:
    keys = page.words.keys[at:first]
    if any(k in page.lexicon.listed("titles_f") for k in keys):
        return "f"
    return "m" if any(k in page.lexicon.listed("titles_m") for k in keys) else ""


def _named(page: Page, first: int, reason: str) -> tuple[int, Candidate] | None:
    """Return the name that a context announces at `first`."""
    words = page.words
    if first >= len(words) or (
        not words.joined(first) and words.shown[first - 1] != "."
    ):
        return None
    if words.opens[first] and words.shown[first - 1] not in {".", ":"}:
        return None
    if not _may_follow(page, first, reason):
        return None
    behind = grow(page, first, bold=True)
    if behind == first and (
        words.keys[first] in page.lexicon.listed("peoples")
        or (reason == "context.title" and _is_any_word(page, first))
    ):
        behind = first + 1
    if behind == first:
        return None
    word = behind == first + 1 and bool(page.flags[first] & WORD)
    candidate = page.candidate(first, behind, Label.PERSON, "persons", reason, 0.95)
    shape = shape_of(page, first, behind)
    both = shape is Shape.GIVEN and page.flags[first] & SURNAME and behind == first + 1
    if reason == "context.title" and (shape is Shape.UNKNOWN or both):
        shape = Shape.SURNAME
    if reason == "context.kinship" and shape is Shape.UNKNOWN:
        shape = Shape.GIVEN
    return behind, replace(candidate, shape=shape, word=word)


def _may_follow(page: Page, first: int, reason: str) -> bool:
    flag, words = page.flags[first], page.words
    if is_initial(words.shown[first]):
        return True
    if flag & NOT_NAME and words.keys[first] in page.lexicon.listed("peoples"):
        return _names_nobody_else(page, first, reason)
    if page.capital(first):
        titled = reason == "context.title" and _is_any_word(page, first)
        return page.nameable(first) or bool(flag & INTERFIX) or titled
    if reason == "context.title" and _is_any_word(page, first):
        return True
    if words.shown[first] in "'’‘":
        return words.key(first + 1) == "t"
    if not words.shown[first][0].isalpha():
        return False
    if flag & INTERFIX and not flag & NAME:
        return _interfix_follows(page, first, reason)
    return _lower_may_follow(page, first, reason)


def _is_any_word(page: Page, first: int) -> bool:
    """Tell whether a word behind a title can only be a surname: "mevrouw Toen", "dr. oei"."""
    words, shown = page.words, page.words.shown[first]
    if page.flags[first] & (KIN | ROLE | INTERFIX | THING) or not shown.isalpha():
        return False
    mother = words.keys[first - 2 : first] == ["mr", "."]
    if mother and page.flags[first] & (CLOSED | VERB):
        return False  # "klik met mr. Doet een plan", where a mother is meant
    if page.capital(first):
        # "MEVROUW Ja" may be a speaker and what she says: nothing stands between.
        return shown[1:].islower() and not words.shown[first - 1].isupper()
    cut_down = words.shown[first - 1] == "." or words.keys[first - 1] in _CUT_TITLES
    return page.plain and cut_down and is_exclamation(words.keys[first])


def _lower_may_follow(page: Page, first: int, reason: str) -> bool:
    """Tell whether a word in lower case is the name that a context announces."""
    flag = page.flags[first]
    if flag & CLOSED or flag & (KIN | ROLE):
        return _word_behind(page, first, reason)
    if flag & WORD:
        surname = reason == "context.title" and _surname_behind_title(page, first)
        return surname or (bool(flag & GIVEN) and named_inside(page, first))
    if flag & NAME:
        return True
    if flag & NOT_NAME or "." in page.words.shown[first]:
        return False
    if reason == "context.role":
        key = page.words.keys[first]
        return page.plain and unlisted(page, first) and not ends_as_word(key)
    return page.plain and _unlisted_behind(page, first, reason)


def _surname_behind_title(page: Page, first: int) -> bool:
    """Tell whether a word behind a title is a surname: listed, or doing: "mw. vrede belt"."""
    if page.flags[first] & SURNAME:
        return True
    if not page.plain or page.flags[first] & VERB:
        return False
    if _title_before(page, first) in _WEAK_TITLES:
        return False
    if page.words.key(first + 1) in _BEHIND_TITLED:
        told = page.words.keys[first] in worded("states")
        return not (told or page.flags[first] & FIELD)
    return bool(page.flags[first + 1] & VERB)


def _names_nobody_else(page: Page, first: int, reason: str) -> bool:
    """Tell whether the name of a people is that of a person: "dokter Pool"."""
    words = page.words
    if reason == "context.kinship" or words.keys[first - 1] in _TEACHING:
        return False
    if first + 1 >= len(words) or not words.shown[first + 1].isalpha():
        return True
    return reason == "context.title" and bool(page.flags[first + 1] & (VERB | CLOSED))


def _word_behind(page: Page, first: int, reason: str) -> bool:
    """Tell whether a word that names nobody else is a name here: "dhr. zomer"."""
    if reason == "context.title" and page.words.keys[first] in _SEASONS:
        return page.plain
    return bool(page.flags[first] & GIVEN) and named_inside(page, first)


def _unlisted_behind(page: Page, first: int, reason: str) -> bool:
    """Tell whether a word in lower case may be the name; behind a title a compound too."""
    shown = page.words.shown[first]
    if reason == "context.title" and "-" in shown:
        return any(page.lexicon.flag(p) & SURNAME for p in fold(shown).split("-"))
    if reason == "context.title" and not page.flags[first] and shown.isalpha():
        return not page.lexicon.vocabulary.inflected(page.words.keys[first])
    return not page.ordinary(first) and len(shown) > 2


def _interfix_follows(page: Page, first: int, reason: str) -> bool:
    """Tell whether interfixes in lower case begin a surname here."""
    part = first
    while part < len(page.words) and page.flags[part] & INTERFIX and part - first < 3:
        part += 1
    if part >= len(page.words):
        return False
    if page.lower is False and any(page.words.capital[first + 1 : part]):
        return False  # "de juf van De Springplank"
    if page.capital(part):
        known = known_surname(page, first, part)
        placed = page.words.keys[first] in _WHERE and reason != "context.title"
        strong = known or (strong_interfix(page, first, part) and not placed)
        titled = strong or reason == "context.title"
        return known or (page.nameable(part) and titled)
    if reason == "context.title" and page.plain:
        if page.words.keys[first] == "van" and page.flags[part] & STARTS_INSTANCE:
            return False  # "die mevrouw van enver"
        weak = _title_before(page, first) in _WEAK_TITLES
        if not weak and _is_family_behind_title(page, first, part):
            return True
        if is_behind_van(page, part):
            return True
    return known_surname(page, first, part) or bool(
        reason == "context.title"
        and not page.flags[part] & CLOSED
        and strong_interfix(page, first, part)
        and (page.flags[part] & SURNAME or not page.ordinary(part))
    )


_BEHIND_TITLED = NAME_CLOSES | {"van"}
_DETERMINERS = word_set("de die deze een mijn onze zijn haar hun jouw")
_OFFICES = word_set("voorzitter president secretaris griffier notaris minister buurman")


def _is_family_behind_title(page: Page, first: int, part: int) -> bool:
    """Tell whether any word behind title and article is a surname: "meneer de wilde"."""
    words, flag = page.words, page.flags[part]
    if words.keys[first:part] != ["de"] or not words.joined(part):
        return False
    if words.keys[first - 1] != "heer" and words.key(first - 2) in _DETERMINERS:
        return False  # "de dokter de machine liet verzetten"
    office = flag & (KIN | ROLE | TITLE | NOT_NAME) or words.keys[part] in _OFFICES
    return words.shown[part].isalpha() and not office


def _title_before(page: Page, first: int) -> str:
    words = page.words
    return words.keys[first - 1 - (words.shown[first - 1] == ".")]
