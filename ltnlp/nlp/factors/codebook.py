"""Codebooks: the project's factors and patterns, or one that somebody brings."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ltnlp.domain.errors import InputError
from ltnlp.domain.factors import FactorCode, Level, Valence
from ltnlp.domain.patterns import CodeHistory, PatternDefinition
from ltnlp.nlp.resources import load_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One code: its name, definition and words.

    `hampering` and `supporting` are indicators; `keywords` are words whose side is
    not known.
    """

    id: str
    name: str
    definition: str
    hampering: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return the words by which it is told, as one text."""
        words = (*self.keywords, *self.hampering, *self.supporting)
        return ", ".join(words).replace("*", "")

    @property
    def text(self) -> str:
        """Return everything it says, as one text."""
        return f"{self.name}. {self.definition} {self.words}".replace("*", "")


@lru_cache(maxsize=1)
def factor_entries() -> tuple[Entry, ...]:
    """Return the factors of `models/factors.yaml`."""
    return tuple(
        Entry(
            id=one["id"],
            name=one["nl"],
            definition=one["def"],
            hampering=tuple(map(str, one.get("min", ()))),
            supporting=tuple(map(str, one.get("plus", ()))),
        )
        for one in load_yaml("factors.yaml")["factors"]
    )


def code_history() -> CodeHistory:
    """Return what factors and patterns were called in earlier versions."""
    data = load_yaml("codebook_history.yaml")
    return CodeHistory(factors=data["factors"], patterns=data["patterns"])


@lru_cache(maxsize=1)
def factor_codes() -> Mapping[str, FactorCode]:
    """Return the factors by their code."""
    data = load_yaml("factors.yaml")
    levels = {letter: Level(level) for letter, level in data["levels"].items()}
    return {
        one["id"]: FactorCode(
            id=one["id"],
            name=one["nl"],
            level=levels[one["id"][0]],
            definition=one["def"],
        )
        for one in data["factors"]
    }


@lru_cache(maxsize=1)
def pattern_entries() -> tuple[Entry, ...]:
    """Return the patterns of `models/patterns.yaml`."""
    return tuple(
        Entry(
            id=one["id"],
            name=one["nl"],
            definition=one["desc"],
            keywords=tuple(map(str, one.get("words", ()))),
        )
        for one in load_yaml("patterns.yaml")["patterns"]
    )


@lru_cache(maxsize=1)
def pattern_library() -> tuple[PatternDefinition, ...]:
    """Return the library of patterns that reviews are compared with."""
    return tuple(
        PatternDefinition(
            id=one["id"],
            name=one["nl"],
            description=one["desc"],
            valence=Valence(one["valence"]),
            factors=tuple(one["factors"]),
            question=one["ask"],
            motifs=tuple(one.get("motifs", ())),
        )
        for one in load_yaml("patterns.yaml")["patterns"]
    )


def read_codebook(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a codebook in JSON Lines.

    Each line has `pattern`, `naam`, `definitie` and `trefwoorden` (a list or words
    apart by commas); other fields are ignored.

    Raises:
        InputError: the file cannot be read, or a line lacks `pattern`.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise InputError(
            "the codebook cannot be read", message_nl="Het codeboek is niet te lezen."
        ) from None
    return codebook(lines)


def codebook(lines: Iterable[str]) -> tuple[Entry, ...]:
    """Return the entries of a codebook in JSON Lines, given as lines."""
    entries: list[Entry] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            entries.append(_entry(line, number))
    if not entries:
        raise InputError(
            "the codebook is empty", message_nl="Het codeboek bevat geen patronen."
        )
    return tuple(entries)


def _entry(line: str, number: int) -> Entry:
    try:
        record: dict[str, Any] = json.loads(line)
        words = record.get("trefwoorden") or ()
        listed = words.split(",") if isinstance(words, str) else words
        return Entry(
            id=str(record["pattern"]),
            name=str(record.get("naam") or record["pattern"]),
            definition=str(record.get("definitie") or ""),
            keywords=tuple(str(word).strip() for word in listed if str(word).strip()),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(
            f"line {number} of the codebook cannot be read",
            message_nl=f"Regel {number} van het codeboek is niet te lezen.",
        ) from None
