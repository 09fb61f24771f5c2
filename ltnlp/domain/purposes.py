"""Why somebody or something opens the vault of a review: what the log keeps of it."""

from enum import StrEnum


class Purpose(StrEnum):
    """A reason to open a vault, as the audit log shows it; never words of a source."""

    BEGIN = "review beginnen of wijzigen"
    READ_REVIEW = "titel en deelnemers lezen"
    TAKE_IN = "bronnen innemen of vervangen"
    READ_SOURCES = "bronnen lezen"
    RUN = "review verwerken"
    CORRECT = "correctie bewaren of naspelen"
    SCAN = "uitvoer controleren op namen"
    NAME = "namen tonen aan wie ze mag zien"
    DATE = "verschuiving van data bewaren of lezen"
    ASSESS = "herleidbaarheid beoordelen"
    CHECK = "opslag controleren"
