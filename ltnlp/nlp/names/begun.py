"""Names of persons that nothing announces: initials, capitals, and lower case."""

import re
from dataclasses import replace

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.capitals import by_capital, by_interfix
from ltnlp.nlp.names.chains import grow
from ltnlp.nlp.names.interfixes import (
    behind_double,
    behind_family_first,
    behind_interfixes,
    known_surname,
    strong_interfix,
)
from ltnlp.nlp.names.letters import ENUMERATED
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
    THING,
    TITLE,
    VERB,
    WORD,
)
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.shapes import shape_of
from ltnlp.nlp.names.unlisted import stands_as_name, unlisted
from ltnlp.nlp.names.wordnames import acts_as_person, is_dated, is_dealt_with

_FURTHEST = 4
_ARTICLES = word_set("de het een geen mijn zijn haar deze die dit dat te")
_PAIR_ENDS = frozenset({"", ",", ".", "(", ")", ":", "|", ">", "<", ";"})
_GOES_ON = re.compile(r"(?:[a-z]\.)+(?![^\W\d_])")
_BEFORE_MONTH = word_set("vanaf begin eind half medio per sinds tot")
_SAINT = word_set("sint st")
_BEHIND_INITIAL = frozenset(",)'(+&/;–-’:|\"”?!")
_BEFORE_LETTER = word_set("dat toen en want maar omdat als of hoe nadat terwijl")
_MOST_LETTERS = 3
_NO_LETTER = ENUMERATED | {"<", "/"}
_SPOKEN_LETTERS = word_set("u s t n k o")
"""What a letter of a transcript may be instead of an initial: "k weet niet", "'t"."""
_ELIDED = re.compile(r"[dD]['’](?:[A-ZÀ-Þ][a-zà-ÿ]{2,}|(?!r|accord)[a-zà-ÿ]{4,})")
_COMPANIES = word_set("B.V. N.V. Z.O.Z. V.O.F. N.B. I.Q. M.B.O. H.B.O. V.S. V.N. E.U.")


def begun(page: Page, at: int) -> tuple[int, Candidate] | None:
    """Return the name that begins at `at` and the index behind it, if one does."""
    words, flag = page.words, page.flags[at]
    shown, key = words.shown[at], words.keys[at]
    if shown[-1] == "." and is_initial(shown):
        return _by_initials(page, at)
    if whole := _of_more_words(page, at, key):
        return whole
    if key[-1:] == "s" and _is_genitive(page, at):
        found = page.candidate(at, at + 1, Label.PERSON, "persons", "genitive", 0.9)
        cut_off = replace(found.span, end=found.span.end - 1)
        return at + 1, replace(found, span=cut_off, shape=Shape.GIVEN, listed=True)
    if "-" in shown and (joined := _in_compound(page, at)):
        return joined
    if page.capital(at):
        return by_capital(page, at)
    if key == "v" and (cut := _by_cut_interfix(page, at)):
        return cut
    if flag & INTERFIX and not flag & GIVEN:
        return by_interfix(page, at)
    if flag & NAME:
        return _by_lower(page, at)
    if page.plain and unlisted(page, at) and stands_as_name(page, at):
        found = page.candidate(at, at + 1, Label.PERSON, "persons", "acts", 0.6)
        return at + 1, replace(found, shape=Shape.GIVEN)
    return None


def _by_bare_letters(page: Page, at: int) -> tuple[int, Candidate] | None:
    """A surname behind initials without a full stop: "A Visser", "JC de Boer"."""
    words = page.words
    if not page.letters(at) or words.key(at - 1) in _NO_LETTER:
        return None
    part = behind_interfixes(page, at + 1)
    if part >= len(words):
        return None
    if not all(map(words.joined, range(at + 1, part + 1))) or not page.nameable(part):
        return None
    known, flag = known_surname(page, at + 1, part), page.flags[part]
    surname = bool(flag & SURNAME)
    if page.plain:
        sure = known or (surname and not flag & (WORD | PLACE))
        sure = sure and words.keys[at] not in _SPOKEN_LETTERS
    else:
        sure = known or surname or strong_interfix(page, at + 1, part)
        sure = sure and words.capital[at] and page.capital(part)
    if not sure:
        return None
    behind = max(grow(page, at + 1, bold=True), part + 1)
    found = page.candidate(at, behind, Label.PERSON, "persons", "letters", 0.8)
    return behind, replace(found, shape=Shape.FULL)


def _of_more_words(page: Page, at: int, key: str) -> tuple[int, Candidate] | None:
    """A name whose words say that they are one: "xi wei", "Jansen-van der Berg"."""
    if len(key) == 1 or (len(key) <= _MOST_LETTERS and page.words.shown[at].isupper()):
        return _by_bare_letters(page, at)
    first = key in page.lexicon.listed("family_first")
    if first and (behind := behind_family_first(page, at)):
        found = page.candidate(at, behind, Label.PERSON, "persons", "family first", 0.8)
        return behind, replace(found, shape=Shape.FULL)
    if "-" in key and (behind := behind_double(page, at)):
        found = page.candidate(at, behind, Label.PERSON, "persons", "double", 0.85)
        return behind, replace(found, shape=Shape.SURNAME)
    if key[1:2] == "'" and _ELIDED.match(page.words.shown[at]):
        found = page.candidate(at, at + 1, Label.PERSON, "persons", "elided", 0.8)
        return at + 1, replace(found, shape=Shape.SURNAME)
    return None


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


def _in_compound(page: Page, at: int) -> tuple[int, Candidate] | None:
    """A name that another word is joined to: "de Sanne-zaak", "het Emre-overleg"."""
    head, _, tail = page.words.shown[at].partition("-")
    flag = page.lexicon.flag(page.words.keys[at].partition("-")[0])
    if not tail[:1].islower() or not flag & GIVEN or flag & WORD:
        return None
    if page.plain and page.lexicon.flag(page.words.keys[at].rpartition("-")[2]) & GIVEN:
        return None
    if not (head[0].isupper() or page.plain) or not page.lexicon.vocabulary.ordinary(
        fold(tail)
    ):
        return None
    found = page.candidate(at, at + 1, Label.PERSON, "persons", "compound", 0.9)
    cut_off = replace(found.span, end=found.span.start + len(head))
    return at + 1, replace(found, span=cut_off, shape=Shape.GIVEN, listed=True)


def _by_cut_interfix(page: Page, at: int) -> tuple[int, Candidate] | None:
    """A surname behind an interfix that is cut down: "GGD-arts v. Dalen"."""
    words, part = page.words, at + 2
    if words.key(at + 1) != "." or part >= len(words) or not page.capital(part):
        return None
    if words.key(at - 1) == "." or is_initial(words.shown[part]):
        return None
    cut_down = at > 0 and words.joined(at) and is_initial(words.shown[at - 1])
    if page.abbreviation(part) or not (
        cut_down or page.flags[part] & SURNAME or not page.ordinary(part)
    ):
        return None
    found = page.candidate(
        at - cut_down, part + 1, Label.PERSON, "persons", "surname.interfix", 0.8
    )
    return part + 1, replace(found, shape=Shape.SURNAME)


def _by_initials(page: Page, at: int) -> tuple[int, Candidate] | None:
    if _in_abbreviation(page, at) or _numbers_house(page, at) or _adds(page, at):
        return None
    if at + 1 < len(page.words) and page.flags[at + 1] & THING:
        return None
    behind = grow(page, at)
    if behind > at + 1 and not is_initial(page.words.shown[behind - 1]):
        reason, shape, score = "initials.surname", Shape.FULL, 0.95
    elif _initials_alone(page, at) and _lone_initial(page, at):
        behind, reason, shape, score = at + 1, "initial", Shape.INITIALS, 0.75
    else:
        return None
    candidate = page.candidate(at, behind, Label.PERSON, "persons", reason, score)
    return behind, replace(candidate, shape=shape)


def _in_abbreviation(page: Page, at: int) -> bool:
    """Tell whether small letters go on where the initial ends: "T.a.v.", "I.o."."""
    end = page.words.ends[at]
    return _GOES_ON.match(page.words.text, end) is not None


def _numbers_house(page: Page, at: int) -> bool:
    """Tell whether the letter belongs to a house number: "Prinsenkade 114-B."."""
    return page.words.key(at - 1) == "-" and page.words.key(at - 2).isdigit()


def _initials_alone(page: Page, at: int) -> bool:
    shown = page.words.shown[at]
    cut_down = len(shown) == 4 and shown[1:3].islower()
    return (
        cut_down
        or len(shown) <= 3
        or _full_initials(shown.upper() if page.lower else shown)
    )


def _full_initials(shown: str) -> bool:
    """Tell whether all of a name is cut down to initials: "T.S."."""
    letters = shown.replace(".", "")
    return 2 <= len(letters) <= 3 and letters.isupper() and shown not in _COMPANIES


def _adds(page: Page, at: int) -> bool:
    """Tell whether a line begins that adds something: "P.S. vergeet de jas niet"."""
    goes_on = page.words.key(at + 1)[:1].isalpha() or page.words.key(at + 1) == ":"
    return page.words.shown[at] == "P.S." and page.words.opens[at] and goes_on


def _lone_initial(page: Page, at: int) -> bool:
    """Tell whether "E." stands for a person rather than for a part of a list."""
    words = page.words
    before = words.key(at - 1)
    if not words.capital[at]:
        if page.lower and _full_initials(words.shown[at].upper()):
            return True  # "een groepsgenoot, d.k., is geslagen"
        before_at = at - 2 if before == "." else at - 1
        announced = KIN | ROLE | TITLE
        if before_at >= 0 and page.flags[before_at] & announced:
            return True
        return page.lower and _acts_by_letter(page, at)
    listed = before.isdigit() and words.key(at - 2) in ENUMERATED
    if before in ENUMERATED or listed or before in {"[", "sub"}:
        return False
    if words.opens[at] and at + 1 < len(words) and words.capital[at + 1]:
        return False
    if at + 1 >= len(words):
        return not words.opens[at] or (at > 0 and _full_initials(words.shown[at]))
    following = words.shown[at + 1]
    if following[0].isupper() or following == ".":
        acts = bool(page.flags[at - 1] & VERB) if at else False
        return acts or before in page.lexicon.listed("person_prepositions")
    return following[0].isalpha() or following[0] in _BEHIND_INITIAL


def _acts_by_letter(page: Page, at: int) -> bool:
    """Tell whether a small letter is somebody who acts: "m. heeft …", "dat j. niet komt"."""
    words, before = page.words, page.words.key(at - 1)
    if at + 1 >= len(words) or not (words.opens[at] or before in _BEFORE_LETTER):
        return False
    return bool(page.flags[at + 1] & VERB) or words.keys[at + 1] in {"niet", "ook"}


def _by_lower(page: Page, at: int) -> tuple[int, Candidate] | None:
    """A name in lower case: sure where it is no word, else only by what surrounds it."""
    flag, words = page.flags[at], page.words
    if flag & NOT_NAME or words.key(at - 1) in _SAINT or not _believed_lower(page, at):
        return None
    if is_dated(page, at) or (len(words.shown[at]) < 4 and _beside_figure(page, at)):
        return None
    behind = max(grow(page, at), at + 1)
    if page.flags[at] & SURNAME and unlisted(page, at - 1) and words.joined(at):
        at -= 1
    candidate = page.candidate(
        at, behind, Label.PERSON, "persons", "gazetteer.lower", 0.8
    )
    word = bool(flag & WORD) and behind == at + 1
    return behind, replace(
        candidate, shape=shape_of(page, at, behind), word=word, needs_review=word
    )


def _beside_figure(page: Page, at: int) -> bool:
    """Tell whether a figure stands beside it: "9 jan 2023", "max. 8"."""
    words = page.words
    near = [words.key(at - 1), words.key(at + 1)]
    if near[1] == ".":
        near.append(words.key(at + 2))
    return any(key.isdigit() for key in near) or near[0] in _BEFORE_MONTH


def _believed_lower(page: Page, at: int) -> bool:
    flag, words = page.flags[at], page.words
    if page.plain and words.keys[at] == "mei" and _given_follows(page, at):
        return True
    if flag & WORD:
        if (
            not flag & GIVEN
            or not page.plain
            or (flag & CLOSED and words.keys[at] not in {"wil", "koos"})
        ):
            return False
        pair = _before_known_surname(page, at) or _before_surname(page, at)
        placed = acts_as_person(page, at) or is_dealt_with(page, at)
        return pair or _before_letter(page, at) or placed
    if not flag & GIVEN:
        return not flag & PLACE and _lone_surname(page, at)
    if not page.plain and words.key(at - 1) in {"de", "het", "een"}:
        return False
    if len(words.shown[at]) <= 3:
        if len(words.shown[at]) < 3:
            return page.plain and acts_as_person(page, at)
        return page.plain or in_person_place(page, at)
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


def _given_follows(page: Page, at: int) -> bool:
    """Tell whether a month is half of a given name: "mei lin", not "6 mei"."""
    words = page.words
    if at + 1 >= len(words) or not words.joined(at + 1) or words.key(at - 1).isdigit():
        return False
    return bool(page.flags[at + 1] & GIVEN) and not page.flags[at + 1] & (WORD | CLOSED)


def _before_surname(page: Page, at: int) -> bool:
    """Tell whether given name and surname are words both, and end here: "ton schaap,"."""
    words, last = page.words, at + 1
    if last >= len(words) or not words.joined(last):
        return False
    flag = page.flags[last]
    if not flag & SURNAME or flag & (CLOSED | VERB) or page.flags[at] & (CLOSED | VERB):
        return False
    described = words.key(at - 1) in _ARTICLES
    return not described and words.key(last + 1) in _PAIR_ENDS


def _before_letter(page: Page, at: int) -> bool:
    """Tell whether the letter of a surname follows: "onderwerp: roos b. en ilyas b."."""
    words = page.words
    letter = at + 1 < len(words) and is_initial(words.shown[at + 1])
    described = words.key(at - 1) in _ARTICLES
    return letter and words.joined(at + 1) and not described


def _lone_surname(page: Page, at: int) -> bool:
    key, thing = page.words.keys[at], page.words.key(at - 1) in {"een", "geen"}
    return page.plain and len(key) >= 5 and not (thing or page.ordinary(at))


def in_person_place(page: Page, at: int) -> bool:
    """Tell whether a person is likely to be named here: "met …", "… zei"."""
    words = page.words
    if words.key(at - 1) in page.lexicon.listed("person_prepositions"):
        return True
    if at + 1 >= len(words):
        return False
    pair = words.key(at + 1) == "en" and at + 2 < len(words)
    return bool(page.flags[at + 1] & VERB) or (
        pair and bool(page.flags[at + 2] & GIVEN) and not page.flags[at + 2] & WORD
    )
