"""The parts of a person's name: initials, given names, interfix, surname."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.mentions import Shape
from ltnlp.domain.words import cut, is_initial

INTERFIXES = word_set(
    "v.d. v.t. v.h. v/d a/d o/d van de den der het 't te ten ter op in aan uit bij el al ait ben bin ibn abu abou "
    "da do dos das di del della la le les du des von zu zum af 's onder uijt vd"
)


_ARABIC = frozenset({"al", "el"})
ABBREVIATED = "van d."
"""An interfix cut down: "van de", "van der" or "van den"."""
_GENERATION = re.compile(r"(?<=\w)[\s,(]+(sr|jr|senior|junior)\b[.)]*$", re.IGNORECASE)
_CALLED = re.compile(
    r"(?<=[\w.])\s?[(\"“„‘'](?:roepnaam\s|roepn\.\s)?(?P<name>[^\W\d_][\w-]+)[)\"”’'](?=\s|$)"
)
_CUT_OFF = re.compile(r"(?:v|vd|vdn|d|de|te|ter|vh|vt)[A-Z]{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """A person's name taken apart, all folded.

    Attributes:
        initials: letters of given names ("j" of "J. Prins"), in order.
        given: given names in full.
        interfix: tussenvoegsel, "van der".
        surname: surname without interfix, parts of a double one joined by "-".
        last: letters of a surname that is only hinted at ("y" of "Emre Y.").
        generation: "sr" or "jr", of father and son with one name.
    """

    initials: str = ""
    given: tuple[str, ...] = ()
    interfix: str = ""
    surname: str = ""
    last: str = ""
    generation: str = ""

    @property
    def first(self) -> str:
        """Return the letter that the first given name begins with, "" if unknown."""
        return self.initials[:1] or (self.given[0][:1] if self.given else "")

    @property
    def surnames(self) -> tuple[str, ...]:
        """Return the surname and, of a double one, its parts."""
        if "-" not in self.surname:
            return (self.surname,) if self.surname else ()
        parts = [_without_interfixes(p.strip()) for p in self.surname.split("-")]
        return (self.surname, *(p for p in parts if len(p) > 2))

    @property
    def full(self) -> str:
        """Return the name as one folded string."""
        head = self.given or tuple(f"{c}." for c in self.initials)
        parts = (*head, self.interfix, self.surname, self.last, self.generation)
        return " ".join(p for p in parts if p)

    def letters(self) -> tuple[str, ...]:
        """Return the ways in which the name is cut down to letters ("RdH", "SR")."""
        names = [part for given in self.given for part in given.split("-") if part]
        both = "".join(name[0] for name in names).upper() if len(names) > 1 else ""
        surname = self.surname or self.last
        if not (self.first and surname):
            return (both,) if both else ()
        between = "".join(p.strip("'")[0] for p in self.interfix.split() if p != "'")
        last = surname[0].upper()
        double = "".join(p[0].upper() for p in surname.split("-") if p)
        firsts = {self.first.upper()}
        if len(self.initials) > 1:
            firsts.add(self.initials.upper())
        if both:
            firsts.add(both)
        ways = {f + b + last for f in firsts for b in (between, between.upper())}
        ways |= {f + last for f in firsts} | {f + double for f in firsts}
        return tuple(sorted(ways | {both} - {""}))


def parse(shown: str, shape: Shape | None = None) -> NameParts:
    """Take a name apart as it is written; `shape` decides what one word is.

    A name in brackets or quotes is what somebody is called: "C. (Corine) Hart".
    """
    called = _CALLED.search(shown)
    if called is not None:
        rest = parse(shown[: called.start()] + " " + shown[called.end() :], shape)
        return replace(rest, given=(*rest.given, fold(called["name"])))
    told = _GENERATION.search(shown)
    if told is None:
        return _parsed(shown, shape)
    parts = _parsed(shown[: told.start()], shape)
    return replace(parts, generation=fold(told[1])[0] + "r")


def _parsed(shown: str, shape: Shape | None) -> NameParts:
    before, comma, behind = shown.partition(",")
    if comma and behind.strip():
        return _turned(before, behind)
    tokens = [
        t for t in cut(shown, lower=True).shown if t[0].isalpha() or t[0] in "'’‘"
    ]
    initials = ""
    while tokens and (is_initial(tokens[0]) or _is_bare(tokens)):
        initials += "".join(c for c in fold(tokens.pop(0)) if c.isalpha())
    if not tokens:
        return NameParts(initials=initials)
    last = ""
    cut_off = _CUT_OFF.fullmatch(tokens[-1]) or re.fullmatch("vd[a-z]", tokens[-1])
    if cut_off and (initials or len(tokens) > 1):
        last = fold(tokens.pop())[-1]
    elif len(tokens) > 1 and (is_initial(tokens[-1]) or len(tokens[-1]) == 1):
        last = fold(tokens.pop()).rstrip(".")[:1]
    keys = _parted(_glued([fold(t) for t in tokens]))
    return _told_apart(keys, initials, last, shape)


_MOST_LETTERS = 3


def _is_bare(tokens: Sequence[str]) -> bool:
    """Tell whether letters without a full stop begin a name: "JC de Boer", "a visser"."""
    head, behind = tokens[0], tokens[1:]
    letters = head.isupper() and len(head) <= _MOST_LETTERS and head.isalpha()
    named = any(len(token) > 1 and not token.isupper() for token in behind)
    return named and (len(head) == 1 or letters)


def _turned(before: str, behind: str) -> NameParts:
    """Read "Bos, Wim" and "Bos, W. van der"."""
    words = cut(f"{behind} ", lower=True).shown
    last = len(words)
    while last and fold(words[last - 1]) in INTERFIXES:
        last -= 1
    rest = parse(" ".join(words[:last]), Shape.GIVEN)
    keys = _glued([fold(t) for t in cut(before).shown if t[0].isalpha()])
    family = parse(" ".join(keys), Shape.SURNAME)
    interfix = " ".join(fold(w) for w in words[last:])
    return NameParts(
        initials=rest.initials,
        given=tuple(g for g in rest.given if g not in INTERFIXES),
        interfix=family.interfix or interfix,
        surname=family.surname,
    )


def _parted(keys: list[str]) -> list[str]:
    """Part an Arabic article from its name: "al-hamwi" is "al hamwi"."""
    parted: list[str] = []
    for key in keys:
        head, _, rest = key.partition("-")
        parted.extend((head, rest) if head in _ARABIC and rest else (key,))
    return parted


def _without_interfixes(surname: str) -> str:
    """Return half of a double surname as it stands without its "van der"."""
    words = surname.split()
    while len(words) > 1 and words[0] in INTERFIXES:
        words.pop(0)
    return " ".join(words)


def _is_half(key: str) -> bool:
    """Tell whether a double surname goes on behind the interfix of its second half."""
    head, _, tail = key.rpartition("-")
    return bool(head) and tail.split(" ")[-1] in INTERFIXES


def _glued(keys: list[str]) -> list[str]:
    """Join an apostrophe with its t, and the halves of "jansen-van der berg"."""
    glued: list[str] = []
    for key in keys:
        if glued and glued[-1] == "'":
            glued[-1] = "'" + key
        elif glued and _is_half(glued[-1]):
            glued[-1] = f"{glued[-1]} {key}"
        else:
            glued.append(key)
    return glued


def _told_apart(
    keys: list[str], initials: str, last: str, shape: Shape | None
) -> NameParts:
    called_ben = shape is Shape.FULL and not initials and keys[:1] == ["ben"]
    at = next(
        (
            i
            for i, k in enumerate(keys)
            if k in INTERFIXES and called_ben <= i < len(keys) - 1
        ),
        None,
    )
    if at is not None and not (at == 0 and shape is Shape.GIVEN):
        behind = at
        while behind < len(keys) - 1 and keys[behind] in INTERFIXES:
            behind += 1
        given = tuple(keys[:at])
        interfix = " ".join(
            ABBREVIATED if k in {"vd", "v.d.", "v. d.", "v/d"} else k
            for k in keys[at:behind]
        )
        surname = "-".join(keys[behind:])
        return NameParts(
            initials="" if given else initials,
            given=given,
            interfix=interfix,
            surname=surname,
            last=last,
        )
    if not keys:
        return NameParts(initials=initials, last=last)
    if initials or (len(keys) == 1 and " " in keys[0]):
        return NameParts(initials=initials, surname="-".join(keys), last=last)
    if last or shape is Shape.GIVEN:
        return NameParts(initials=initials, given=tuple(keys), last=last)
    if len(keys) == 1 and shape is not Shape.SURNAME:
        return NameParts(initials=initials, given=tuple(keys))
    if len(keys) == 1 or shape is Shape.SURNAME:
        return NameParts(initials=initials, surname="-".join(keys))
    return NameParts(initials=initials, given=tuple(keys[:-1]), surname=keys[-1])
