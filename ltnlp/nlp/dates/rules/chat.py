"""Dates with a time of the day, as messages have them: "vrijdag om 12.30"."""

from ltnlp.nlp.dates.patterns import Rule

RULES: tuple[Rule, ...] = ()
