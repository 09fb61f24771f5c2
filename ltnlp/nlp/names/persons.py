"""Names of persons: by title, kinship or role, by gazetteer, by capital and by form."""

from collections.abc import Iterator
from dataclasses import replace

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.chains import grow, known_surname, strong_interfix
from ltnlp.nlp.names.lexicon import (
    CLOSED,
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
from ltnlp.nlp.names.wordnames import acts_as_person, named_at_start, named_inside

_FURTHEST = 4
_SHORTEST_UNKNOWN = 4
_WEAK_TITLES = word_set(
    "heer dame hr mr ing ir agent rechter inspecteur officier broeder zuster kapitein"
)
_PREPOSITIONS = word_set("in op aan uit bij onder af oude groot klein te")
_ENUMERATED = word_set(
    "groep klas bijlage hepatitis vitamine plan lid sub artikel categorie type optie deel "
    "team fase punt versie variant blok gebouw ingang lijn figuur tabel scenario route "
    "spoor rijbewijs kolom cluster zone nummer letter aanhef onderdeel"
)


def find(page: Page) -> Iterator[Candidate]:
    """Yield the names of persons in a passage, from left to right."""
    at, count = 0, len(page.words)
    while at < count:
        flag = page.flags[at]
        found: tuple[int, Candidate] | None = None
        if flag & (TITLE | KIN | ROLE):
            found = _after_context(page, at)
        if found is None and (
            not flag or flag & (NAME | INTERFIX) or _visible(page, at)
        ):
            found = _begun(page, at)
        if found is None:
            at += 1
            continue
        yield found[1]
        at = found[0]


def _visible(page: Page, at: int) -> bool:
    shown = page.words.shown[at]
    return page.words.capital[at] or shown[-1] in ".s"


# --- behind a title, kinship word or role ----------------------------------------


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
        page.flags[first] & TITLE or words.shown[first] == "."
    ):
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
    found = _named(page, first, "context.title")
    if found is None:
        return None
    return found[0], replace(found[1], gender=_gender(page, at, first))


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
    if page.capital(first):
        return page.nameable(first) or bool(flag & INTERFIX)
    if words.shown[first] in "'’‘":
        return words.key(first + 1) == "t"
    if not words.shown[first][0].isalpha():
        return False
    if flag & INTERFIX and not flag & NAME:
        return _interfix_follows(page, first, reason)
    if flag & CLOSED or flag & (KIN | ROLE):
        return bool(flag & GIVEN) and named_inside(page, first)
    if flag & WORD:
        surname = reason == "context.title" and bool(flag & SURNAME)
        return surname or (bool(flag & GIVEN) and named_inside(page, first))
    if flag & NAME:
        return True
    if flag & NOT_NAME or reason == "context.role":
        return False
    return page.plain and not page.ordinary(first) and len(words.shown[first]) > 2


def _interfix_follows(page: Page, first: int, reason: str) -> bool:
    """Tell whether interfixes in lower case begin a surname here."""
    part = first
    while part < len(page.words) and page.flags[part] & INTERFIX and part - first < 3:
        part += 1
    if part >= len(page.words):
        return False
    if page.capital(part):
        strong = strong_interfix(page, first, part) or known_surname(page, first, part)
        known = known_surname(page, first, part)
        titled = strong or reason == "context.title"
        return known or (page.nameable(part) and titled)
    return known_surname(page, first, part) or bool(
        reason == "context.title"
        and not page.flags[part] & CLOSED
        and strong_interfix(page, first, part)
        and (page.flags[part] & SURNAME or not page.ordinary(part))
    )


# --- by itself ---------------------------------------------------------------------


def _begun(page: Page, at: int) -> tuple[int, Candidate] | None:
    words, flag = page.words, page.flags[at]
    if is_initial(words.shown[at]):
        return _by_initials(page, at)
    if _is_genitive(page, at):
        found = page.candidate(at, at + 1, Label.PERSON, "persons", "genitive", 0.9)
        cut_off = replace(found.span, end=found.span.end - 1)
        return at + 1, replace(found, span=cut_off, shape=Shape.GIVEN, listed=True)
    if page.capital(at):
        return _by_capital(page, at)
    if flag & INTERFIX and not flag & GIVEN:
        return _by_interfix(page, at)
    if flag & NAME:
        return _by_lower(page, at)
    if page.plain and _unknown(page, at) and acts_as_person(page, at):
        found = page.candidate(at, at + 1, Label.PERSON, "persons", "acts", 0.6)
        return at + 1, replace(found, shape=Shape.GIVEN)
    return None


def _unknown(page: Page, at: int) -> bool:
    """Tell whether a word in lower case is in no list and built of no listed words."""
    return (
        at >= 0
        and not page.flags[at]
        and len(page.words.keys[at]) >= _SHORTEST_UNKNOWN
        and page.words.shown[at].replace("-", "").isalpha()
        and not page.ordinary(at)
    )


def _is_genitive(page: Page, at: int) -> bool:
    """Tell whether a given name stands here with an s: "Marks zus"."""
    words, key = page.words, page.words.keys[at]
    if not key.endswith("s") or len(key) < 4 or page.flags[at] & NAME:
        return False
    if page.ordinary(at) or at + 1 >= len(words) or not words.joined(at + 1):
        return False
    base = page.lexicon.flag(key[:-1])
    noun = words.shown[at + 1].islower() and not page.flags[at + 1] & VERB
    return bool(base & GIVEN) and not base & WORD and noun


def _by_initials(page: Page, at: int) -> tuple[int, Candidate] | None:
    behind = grow(page, at)
    shown = page.words.shown[at]
    if behind > at + 1 and not is_initial(page.words.shown[behind - 1]):
        reason, shape, score = "initials.surname", Shape.FULL, 0.95
    elif (len(shown) <= 3 or _full_initials(shown)) and _lone_initial(page, at):
        behind, reason, shape, score = at + 1, "initial", Shape.INITIALS, 0.75
    else:
        return None
    candidate = page.candidate(at, behind, Label.PERSON, "persons", reason, score)
    return behind, replace(candidate, shape=shape)


_COMPANIES = word_set(
    "B.V. N.V. Z.O.Z. P.S. V.O.F. N.B. I.Q. M.B.O. H.B.O. V.S. V.N. E.U."
)


def _full_initials(shown: str) -> bool:
    """Tell whether all of a name is cut down to initials: "T.S."."""
    letters = shown.replace(".", "")
    return 2 <= len(letters) <= 3 and letters.isupper() and shown not in _COMPANIES


def _lone_initial(page: Page, at: int) -> bool:
    """Tell whether "E." stands for a person rather than for a part of a list."""
    words = page.words
    before = words.key(at - 1)
    if not words.capital[at]:
        before_at = at - 2 if before == "." else at - 1
        return before_at >= 0 and bool(page.flags[before_at] & (KIN | ROLE | TITLE))
    listed = before.isdigit() and words.key(at - 2) in _ENUMERATED
    if before in _ENUMERATED or listed or before in {"[", "sub"}:
        return False
    if words.opens[at] and at + 1 < len(words) and words.capital[at + 1]:
        return False
    if at + 1 >= len(words):
        return not words.opens[at]
    following = words.shown[at + 1]
    if following[0].isupper() or following == ".":
        return before in page.lexicon.listed("person_prepositions")
    return following[0].isalpha() or following in {
        ",",
        ")",
        "'",
        "(",
        "+",
        "&",
        "/",
        ";",
        "–",
        "-",
        "’",
        ":",
        "|",
        '"',
        "”",
        "?",
        "!",
    }


def _by_interfix(page: Page, at: int) -> tuple[int, Candidate] | None:
    """A surname that begins with an interfix in lower case: "de Vries", "van der wal"."""
    words, part = page.words, at
    while part < len(words) and page.flags[part] & INTERFIX and part - at < 3:
        part += 1
    if part >= len(words) or part == at or not words.joined(part):
        return None
    known = known_surname(page, at, part)
    strong = strong_interfix(page, at, part)
    if words.keys[at] in _PREPOSITIONS and not known:
        return None
    if words.keys[at] == "van" and part == at + 1 and page.flags[part] & PLACE:
        return None
    if page.capital(part):
        surname = bool(page.flags[part] & SURNAME) or words.keys[at : at + 2] != [
            "van",
            "de",
        ]
        good = page.nameable(part) and (known or (strong and surname))
        good = good and not _is_place(page, part)
    else:
        flag = page.flags[part]
        good = page.plain and known and strong and not flag & CLOSED
    if not good or (page.flags[part] & WORD and not known):
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


def _is_place(page: Page, part: int) -> bool:
    return bool(page.flags[part] & PLACE) and not page.flags[part] & SURNAME


def _by_capital(page: Page, at: int) -> tuple[int, Candidate] | None:
    words, flag = page.words, page.flags[at]
    if flag & INTERFIX and not flag & GIVEN:
        return _by_capital_interfix(page, at)
    if not page.nameable(at):
        return None
    if len(words.shown[at]) < 4 and words.key(at + 1).isdigit():
        return None
    if words.opens[at] and not _opens_with_name(page, at):
        return None
    if not words.opens[at] and not flag & NAME and page.ordinary(at):
        return None
    if not words.opens[at] and flag & CLOSED and not named_inside(page, at):
        return None
    behind = max(grow(page, at, bold=True), at + 1)
    return behind, _judged(page, at, behind)


def _by_capital_interfix(page: Page, at: int) -> tuple[int, Candidate] | None:
    part = at
    words = page.words
    while part < len(words) and page.flags[part] & INTERFIX and part - at < 3:
        part += 1
    if part >= len(words) or part == at or not words.joined(part):
        return None
    if not page.capital(part) or not page.nameable(part):
        return None
    known, strong = known_surname(page, at, part), strong_interfix(page, at, part)
    if words.keys[at] in _PREPOSITIONS and not known:
        return None
    if page.flags[part] & WORD and not (known or strong):
        return None
    if words.opens[at] and not (known or strong):
        return None
    if not (known or strong or page.flags[part] & SURNAME):
        return None
    behind = max(grow(page, at, bold=True), part + 1)
    candidate = page.candidate(
        at, behind, Label.PERSON, "persons", "surname.interfix", 0.85
    )
    return behind, replace(candidate, shape=Shape.SURNAME)


def _opens_with_name(page: Page, at: int) -> bool:
    """Tell whether a capital where a sentence begins is that of a name."""
    flag = page.flags[at]
    words = page.words
    goes_on = at + 1 < len(words) and words.joined(at + 1)
    if goes_on and page.capital(at + 1) and not words.opens[at + 1]:
        surname = page.flags[at + 1] & NAME and page.nameable(at + 1)
        if flag & NAME and surname and not (flag & CLOSED and not flag & GIVEN):
            return True
        if surname and not page.ordinary(at):
            return True
    if flag & GIVEN and (not flag & WORD or _surname_follows(page, at)):
        return True
    if flag & WORD:
        return bool(flag & NAME) and named_at_start(page, at)
    if flag & SURNAME:
        return not page.ordinary(at) or _acts(page, at)
    if flag & PLACE or page.ordinary(at):
        return False
    return _acts(page, at)


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
    if following & VERB:
        return True
    return (
        words.key(at + 1) == "en"
        and at + 2 < len(words)
        and (
            bool(page.flags[at + 2] & (KIN | GIVEN)) and not page.flags[at + 2] & CLOSED
        )
    )


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


def _by_lower(page: Page, at: int) -> tuple[int, Candidate] | None:
    """A name in lower case: sure where it is no word, else only by what surrounds it."""
    flag, words = page.flags[at], page.words
    if flag & NOT_NAME or not _believed_lower(page, at):
        return None
    behind = max(grow(page, at), at + 1)
    if page.flags[at] & SURNAME and _unknown(page, at - 1) and words.joined(at):
        at -= 1
    candidate = page.candidate(
        at, behind, Label.PERSON, "persons", "gazetteer.lower", 0.8
    )
    word = bool(flag & WORD) and behind == at + 1
    return behind, replace(
        candidate, shape=shape_of(page, at, behind), word=word, needs_review=word
    )


def _believed_lower(page: Page, at: int) -> bool:
    flag, words = page.flags[at], page.words
    if flag & WORD:
        if (
            not flag & GIVEN
            or not page.plain
            or (flag & CLOSED and words.keys[at] != "wil")
        ):
            return False
        return acts_as_person(page, at) or _before_known_surname(page, at)
    if not flag & GIVEN:
        return not flag & PLACE and _lone_surname(page, at)
    if len(words.shown[at]) <= 3:
        short = len(words.shown[at]) < 3
        return _in_person_place(page, at) or (page.plain and not short)
    return True


def _before_known_surname(page: Page, at: int) -> bool:
    """Tell whether a surname with its interfix follows: "roos de haan"."""
    part = at + 1
    while (
        part < len(page.words) and page.flags[part] & INTERFIX and part - at < _FURTHEST
    ):
        part += 1
    if part == at + 1 or part >= len(page.words):
        return False
    return known_surname(page, at + 1, part)


def _lone_surname(page: Page, at: int) -> bool:
    key = page.words.keys[at]
    return page.plain and len(key) >= 5 and not page.ordinary(at)


def _in_person_place(page: Page, at: int) -> bool:
    words = page.words
    if words.key(at - 1) in page.lexicon.listed("person_prepositions"):
        return True
    if at + 1 >= len(words):
        return False
    pair = words.key(at + 1) == "en" and at + 2 < len(words)
    return bool(page.flags[at + 1] & VERB) or (
        pair and bool(page.flags[at + 2] & GIVEN) and not page.flags[at + 2] & WORD
    )


def shape_of(page: Page, first: int, behind: int) -> Shape:
    """Return how much of a name the tokens are."""
    words, flags = page.words, page.flags
    parts = [
        i for i in range(first, behind) if not flags[i] & INTERFIX or flags[i] & GIVEN
    ]
    if is_initial(words.shown[first]):
        return Shape.FULL if len(parts) > 1 else Shape.INITIALS
    if len(parts) > 1:
        return Shape.FULL
    if len(parts) < behind - first:
        return Shape.SURNAME
    if flags[first] & GIVEN:
        return Shape.GIVEN
    return Shape.SURNAME if flags[first] & SURNAME else Shape.UNKNOWN
