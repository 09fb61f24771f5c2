"""Dates of birth that documents tell, by the names of who was born."""

import datetime as dt

import pytest

from ltnlp.nlp.dates.births import told_births

NOOR = dt.date(2011, 5, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cliënt: N. Bakker, geb. 02-05-2011, v", {"n.": NOOR, "bakker": NOOR}),
        ("Noor (geb. 2 mei 2011) woont thuis", {"noor": NOOR}),
        ("Noor, geboren op 2-5-2011", {"noor": NOOR}),
        ("Geboortedatum: 02.05.2011", {"": NOOR}),
        ("Moeder: Els, geb. 03-04-72", {"els": dt.date(1972, 4, 3)}),
        ("2-5-2011 | geboorte Noor", {"noor": NOOR}),
        ("2 mei 2011 bevalling", {"": NOOR}),
        ("Kinderen: Noor (02-05-2011)", {"noor": NOOR}),
        ("Overleg met Noor (02-05-2011)", {}),
        ("Geb. 31-02-2011 te Ede", {}),
        ("Geb. 2 foei 2011", {}),
        ("Er is niets over haar geboorte bekend", {}),
    ],
    ids=[
        "initial", "brackets", "op", "label", "two digits", "row", "unnamed row",
        "children", "a talk", "no such day", "no month", "none",
    ],
)  # fmt: skip
def test_a_birth_is_read_with_its_name(text: str, expected: dict[str, dt.date]) -> None:
    assert told_births([text]) == expected


def test_a_name_that_two_share_is_nobody_s() -> None:
    told = told_births(["Tom Vos, geb. 1-2-2010; Mia Vos, geb. 3-4-2012"])
    assert told == {"tom": dt.date(2010, 2, 1), "mia": dt.date(2012, 4, 3)}


def test_days_whose_name_is_shared_are_kept_without_it() -> None:
    told = told_births(["Vos, geb. 1-2-2010", "Vos, geb. 3-4-2012"])
    assert set(told.values()) == {dt.date(2010, 2, 1), dt.date(2012, 4, 3)}
    assert "vos" not in told
