"""Homes that no street name tells: flats, house numbers by themselves, numbers in words."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from tests.unit.nlp.names.building import marked, passage

HOMES = (
    ("Adres: Kievitflat 211 te Schiedam.", "het gezin woont op «211» en niet hoger"),
    ("Adres: Kievitflat 211 te Schiedam.", "de post lag bij «211»: daar was niemand"),
    ("Adres: Kievitflat 211 te Schiedam.", "de box onder de «kievitflat» was dicht"),
    ("", "nelida van «111»? die ken ik"),
    ("", "moeder van bas (nr «12») zegt van niet"),
    ("", "zij woont in de straat op «twaalf»"),
    ("", "we gingen naar de prins hendrikkade «tweeëntwintig»"),
    ("", "het is op de «korte dwars 9» bij de kerk"),
)
NUMBERS = (
    ("", "hij kwam op twaalf mei"),
    ("", "hij woont op 3 hoog"),
    ("Adres: Kievitflat 211 te Schiedam.", "hij kreeg 211 euro"),
    ("", "een lange week 9 was het"),
    ("", "de flat heeft geen lift"),
)


def _addresses(known: str, text: str) -> list[tuple[int, int]]:
    passages = [passage(text, "p2", document="d2")]
    if known:
        passages.append(passage(known, "p1"))
    found = NameDetector().detect(passages, ())
    return [
        (c.span.start, c.span.end)
        for c in found
        if c.passage == "p2" and c.label is Label.ADDRESS
    ]


@pytest.mark.parametrize(("known", "told"), HOMES, ids=[t for _, t in HOMES])
def test_a_home_is_found(known: str, told: str) -> None:
    text, (place,) = marked(told)
    spans = _addresses(known, text)
    assert any(start <= place.start and end >= place.end for start, end in spans)


@pytest.mark.parametrize(("known", "text"), NUMBERS, ids=[t for _, t in NUMBERS])
def test_other_numbers_are_no_home(known: str, text: str) -> None:
    assert not _addresses(known, text)
