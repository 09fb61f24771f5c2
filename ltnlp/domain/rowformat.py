"""The row format of the field: a timeline as a table, a row for each telling.

What organisations deliver and what we hand out is one format, so that a timeline can
go from one review to another and back.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum


class Column(StrEnum):
    """A column of the format, under the Dutch head that we give it."""

    NUMBER = "Nr"
    DATE = "Datum"
    PRECISION = "Precisie"
    EVENT = "Gebeurtenis"
    REALISED = "Gebeurd"
    ORGANISATION = "Organisatie"
    WHO = "Betrokkenen"
    SOURCE = "Bron"
    PLACE = "Plaats in bron"
    TELLER = "Wie vertelt"
    WRITTEN = "Wanneer opgeschreven"
    TOLD_DATE = "Datum zoals verteld"
    WORDS = "Woorden in de bron"
    KNOWN = "Bekend bij en sinds"
    ACTION = "Actie of reden van geen actie"
    MOMENT = "Moment"
    CONFLICT = "Verschil tussen bronnen"
    STATUS = "Stand"
    FIRST_DAY = "Eerste dag"
    LAST_DAY = "Laatste dag"
    EDTF = "Datum (EDTF)"
    MARK = "Kenmerk"
    STAMP = "Controle"


MARKED = re.compile(r"(?<![^\W_])[0-9a-f]{12}\.[0-9a-f]{12}(?![^\W_])")
"""A mark as we hand it out, the ids of an event and of its telling: never a name."""

NAMES: Mapping[Column, tuple[str, ...]] = {
    Column.DATE: ("datum", "wanneer", "date"),
    Column.PRECISION: ("precisie", "nauwkeurigheid", "hoe precies", "precision"),
    Column.EVENT: ("gebeurtenis", "wat", "wat gebeurde er", "omschrijving", "event"),
    Column.REALISED: ("gebeurd", "gerealiseerd"),
    Column.ORGANISATION: ("organisatie", "organisaties", "instelling", "organisation"),
    Column.KNOWN: (
        "bekend bij en sinds", "bekend bij", "bekend bij / sinds", "bekend sinds",
        "known to and since",
    ),
    Column.ACTION: (
        "actie of reden van geen actie", "actie", "actie of reden", "actie / reden",
        "actie of reden van geen",
    ),
    Column.MOMENT: ("moment", "momentnummer", "moment nr", "nr moment"),
    Column.EDTF: ("datum (edtf)", "edtf"),
    Column.FIRST_DAY: ("eerste dag",),
    Column.LAST_DAY: ("laatste dag",),
    Column.TELLER: ("wie vertelt",),
    Column.WRITTEN: ("wanneer opgeschreven",),
    Column.MARK: ("kenmerk",),
    Column.STATUS: ("stand",),
    Column.STAMP: ("controle",),
}  # fmt: skip
"""How tables name what is read back; others are read by people only."""

OWN = frozenset({Column.PRECISION, Column.KNOWN, Column.EDTF, Column.MARK})
"""Columns of which one at least tells this format from any other table."""


def columns(heads: Sequence[str]) -> tuple[Column | None, ...]:
    """Return the column of each head; () where the table is of another format."""
    known = {name: column for column, names in NAMES.items() for name in names}
    found: list[Column | None] = []
    for head in heads:
        column = known.get(re.sub(r"\s+", " ", head.strip().casefold()).rstrip(" :"))
        found.append(None if column in found else column)
    whole = {Column.DATE, Column.EVENT}.issubset(found) and OWN.intersection(found)
    return tuple(found) if whole else ()


PRECISIONS: Mapping[str, int] = {"dag": 10, "maand": 7, "jaar": 4}
"""Words for how precisely a date is known → letters of its ISO date that count."""
ABOUT = re.compile(r"\b(?:rond|ongeveer|circa|ca|omstreeks)\b|~")
FOREIGN = str.maketrans("[]", "⟦⟧")
"""Pseudonyms of another review stand in other brackets: they name other people."""
