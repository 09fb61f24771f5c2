"""Organisations that stand by name in a list."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from tests.unit.nlp.names.building import passage


def instances(text: str) -> list[str]:
    found = NameDetector(rules_only=True).detect([passage(text)], [])
    return [
        c.span.of(text)
        for c in found
        if c.label is Label.ORG_INSTANCE and c.reason == "gazetteer"
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zij werkt bij Havensteder op kantoor.", ["Havensteder"]),
        ("zij werkt bij havensteder op kantoor", ["havensteder"]),
        ("Zon en Schild belde terug.", ["Zon en Schild"]),
        ("hij zat in zon en schild en toen niet meer", ["zon en schild"]),
        ("De huur gaat naar Beter Wonen en niet meer.", ["Beter Wonen"]),
        ("je kunt hier beter wonen dan daar zei ze", []),
        ("Beter wonen kan bijna niet, zei vader.", []),
        ("De kern van het verhaal bleef uit.", []),
    ],
    ids=lambda v: str(v)[:24],
)
def test_names_of_common_words_are_shown_by_capitals_only(
    text: str, shown: list[str]
) -> None:
    assert instances(text) == shown
