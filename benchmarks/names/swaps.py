"""Names of one origin for those of another: does recall depend on where a name is from?

Each person of a review gets a given name and a surname of the wanted origin; full names,
surnames alone, initials, letters ("KW") and clipped forms ("Djai") follow. Who is one
person stays one person, who shares a surname goes on sharing one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.names.rewriting import Change, rewritten
from benchmarks.names.systems import Found, Texts
from ltnlp.domain.folding import bare, fold, near
from ltnlp.domain.mentions import RosterEntry
from ltnlp.domain.personnames import INTERFIXES

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?|['’]t\b")
_LETTERS = 3
_CUT_DOWN = re.compile(r"[A-Z]{1,3}|[A-Z][a-z]{1,2}[A-Z]")
"""A name cut down to letters: "KW", "RvD"."""


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    path = Path(__file__).with_name("origins.yaml")
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def origins() -> tuple[str, ...]:
    """Return the origins that names can be swapped for."""
    return tuple(_lists())


def swapped(
    texts: Texts, gold: Sequence[Found], origin: str
) -> tuple[Texts, list[Found]]:
    """Return the review with all names of persons swapped for those of an origin."""
    people = [g for g in gold if g.label == "PERSON"]
    names = _Names(origin)
    shown: dict[str, list[str]] = defaultdict(list)
    for found in people:
        text = texts.documents[found.document]
        shown[found.entity].append(text[found.start : found.end])
    for entity in sorted(shown, key=lambda e: (-max(map(len, shown[e])), e)):
        names.learn(shown[entity])

    def changes(document: str, text: str) -> Iterable[Change]:
        for found in people:
            if found.document == document:
                forms = shown[found.entity]
                new = names.written(text[found.start : found.end], forms)
                yield found.start, found.end, new

    roster = tuple(_entry(e, names) for e in texts.roster)
    return rewritten(replace(texts, roster=roster), gold, changes)


def _entry(entry: RosterEntry, names: "_Names") -> RosterEntry:
    forms = [entry.name, *entry.aliases]
    names.learn(forms)
    return replace(
        entry,
        name=names.written(entry.name, forms),
        aliases=tuple(names.written(a, forms) for a in entry.aliases),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The words of a name: interfixes apart, and which of them are surnames."""

    given: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()


@dataclass(slots=True)
class _Names:
    """What each word of the old names is swapped for, through a whole review."""

    origin: str
    given: dict[str, str] = field(default_factory=dict)
    surname: dict[str, str] = field(default_factory=dict)

    def learn(self, forms: Sequence[str]) -> None:
        """Give the words of one person's names their new words, longest form first."""
        often = Counter(forms)
        for shown in sorted(often, key=lambda f: (-len(_words(f)), -often[f], f)):
            parts = _parted(shown)
            for word in parts.surname:
                self._take(self.surname, "surname", word)
            for word in parts.given:
                if fold(word) not in self.surname:
                    self._take(self.given, "given", word)

    def _take(self, known: dict[str, str], kind: str, word: str) -> None:
        key = fold(word)
        if key in known:
            return
        for other, new in list(known.items()):
            if len(key) > _LETTERS and other[0] == key[0] and near(key, other):
                known[key] = new[:-1]
                return
            if kind == "given" and len(key) >= 2 and other.startswith(key[:3]):
                known[key] = new[: max(_LETTERS, len(key))]
                return
        names = _lists()[self.origin][kind]
        known[key] = names[len(set(known.values())) % len(names)]

    def written(self, shown: str, forms: Sequence[str]) -> str:
        """Return a name as it is written with the new words, its style kept."""
        keep = _lists()[self.origin]["interfix"]
        letters = self._letters(forms)

        def new(match: re.Match[str]) -> str:
            word = match.group()
            if _is_initials(word):
                return _initials(word if keep else _capitals(word), letters)
            if fold(word) in INTERFIXES:
                return word if keep else ""
            swapped = self.surname.get(fold(word)) or self.given.get(fold(word)) or word
            return _styled(word, swapped)

        return re.sub(r"\s{2,}", " ", _TOKEN.sub(new, shown)).strip()

    def _letters(self, forms: Sequence[str]) -> dict[str, str]:
        """Return the first letters of the new names by those of the old."""
        known: dict[str, str] = {}
        for shown in forms:
            parts = _parted(shown)
            pairs = [(w, self.surname) for w in parts.surname]
            pairs += [(w, self.given) for w in parts.given]
            for word, names in pairs:
                new = names.get(fold(word)) or self.surname.get(fold(word)) or word
                known.setdefault(fold(word)[0], bare(new)[0].upper())
        return known


def _words(shown: str) -> list[str]:
    return [w for w in _TOKEN.findall(shown) if fold(w) not in INTERFIXES]


def _parted(shown: str) -> _Parts:
    """Tell given names from surnames: the last word of several is the surname."""
    words = _words(shown)
    full = [w for w in words if not _is_initials(w)]
    if "," in shown and len(words) > 1:
        return _Parts(given=tuple(full[1:]), surname=tuple(full[:1]))
    if len(words) > 1 or _TOKEN.findall(shown)[:1] != words[:1]:
        return _Parts(given=tuple(full[:-1]), surname=tuple(full[-1:]))
    return _Parts(given=tuple(full))


def _is_initials(word: str) -> bool:
    return word.endswith(".") or _CUT_DOWN.fullmatch(bare(word)) is not None


def _initials(word: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(fold(c), c) if c.isalpha() else c for c in word)


def _capitals(word: str) -> str:
    return "".join(c for c in word if not c.islower())


def _styled(old: str, new: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.lower() if old.islower() else new
