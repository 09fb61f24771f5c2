"""Days in the words of a release: told anew in every form in which Dutch writes them."""

import datetime as dt

import pytest

from ltnlp.domain.datings import DateRule, Dating
from ltnlp.stages.dated_words import Calendar, DateWords, told_days

NEAR = dt.date(2023, 7, 1)
FEASTS = Calendar(
    feasts=("sinterklaas", "kerst", "suikerfeest", "sint - maarten"),
    told=told_days(
        [
            ("3/5", dt.date(2022, 5, 3)),
            ("1/2", dt.date(2022, 2, 1)),
            ("1/2", dt.date(2022, 3, 1)),
            ("18-11", dt.date(2021, 11, 18)),
            ("18-11", dt.date(2022, 11, 18)),
            ("de 28e", dt.date(2023, 5, 28)),
            ("28 februari", dt.date(2024, 2, 28)),
            ("ooit", None),
        ]
    ),
)


def words(rule: str, weeks: int = 0) -> DateWords:
    return DateWords(Dating(rule=DateRule(rule), weeks=weeks, near=NEAR), FEASTS)


@pytest.mark.parametrize(
    ("told", "later"),
    [
        ("Op 3 mei 2023 belde ze.", "Op 24 mei 2023 belde ze."),
        ("op woensdag 3 mei belde ze", "op woensdag 24 mei belde ze"),
        ("wo 3 mei", "wo 24 mei"),
        ("op 20 december 2022", "op 10 januari 2023"),
        ("03-05-2023", "24-05-2023"),
        ("3-5-23", "24-5-23"),
        ("3.5.2023", "24.5.2023"),
        ("2023-05-03T10:00", "2023-05-24T10:00"),
        ("gesprek_20230503.txt", "gesprek_20230524.txt"),
        ("op drie mei tweeduizend drieëntwintig", "op 24 mei 2023"),
        ("de vijftiende maart", "5 april"),
        ("de 3e mei", "24 mei"),
        ("tussen 3 en 5 mei 2023", "tussen 24 en 26 mei 2023"),
        ("van 3 tot 20 mei", "van 24 mei tot 10 juni"),
        ("3, 5 en 9 mei", "24, 26 en 30 mei"),
        ("3 mei '23", "24 mei 2023"),
        ("12 sept. 2022", "3 oktober 2022"),
        ("in mei 2023", "in juni 2023"),
        ("in dec 2022", "in januari 2023"),
        ("2023-05", "2023-06"),
        ("in mei", "in juni"),
        ("eind mei", "half juni"),
        ("begin december", "eind december"),
        ("medio mei", "begin juni"),
        ("week 20 van 2023", "week 23 van 2023"),
        ("in week 20", "in week 23"),
        ("Q2 2023", "het tweede kwartaal van 2023"),
        ("in het tweede kwartaal", "in het tweede kwartaal"),
        ("met kerst", "met [feestdag]"),
        ("rond het kerstdiner", "rond het [feestdag]"),
        ("met Sint-Maarten", "met [feestdag]"),
        ("na de zomervakantie", "na de [schoolvakantie]"),
        ("in de zomer van 2022", "in de [seizoen] van 2022"),
        ("aan het begin van het schooljaar", "het schooljaar"),
        ("op 3/5 gebeld", "op 24/5 gebeld"),
        ("28 februari", "20 maart"),
        ("op 31 juni", "op 31 juli"),
        ("18-11 gebeld", "9-12 gebeld"),
        ("op de 28e", "op de 18e"),
        ("de 27e", "de 27e"),
    ],
)
def test_a_day_is_moved_in_every_form(told, later):
    assert words("shift", 3)(told) == later


@pytest.mark.parametrize(
    "told",
    [
        "drie weken later", "in 2023", "om 10.30 uur", "groep 3", "op vakantie",
        "1/2 taart", "45 mensen", "45-45-2023", "week 60", "[Leeftijd-3] mei-bloem"[:12],
        "de vader van 3", "een dag later", "nr. 12.345", "ze woog 3.5",
    ],
)  # fmt: skip
def test_what_tells_no_day_stays(told):
    assert words("shift", 3)(told) == told


@pytest.mark.parametrize(
    ("rule", "told", "coarse"),
    [
        ("month", "Op 3 mei 2023 belde ze.", "in mei 2023 belde ze."),
        ("month", "op woensdag 3 mei", "in mei"),
        ("month", "3 en 5 mei", "mei"),
        ("month", "03-05-2023", "mei 2023"),
        ("month", "eind mei", "mei"),
        ("month", "week 20", "[week]"),
        ("month", "week 20 van 2023", "mei 2023"),
        ("month", "in de zomer", "in de zomer"),
        ("month", "met kerst", "met [feestdag]"),
        ("month", "op 3/5", "op mei"),
        ("month", "op de 28e", "op [datum]"),
        ("quarter", "3 mei 2023", "het tweede kwartaal van 2023"),
        ("quarter", "in mei", "in het tweede kwartaal"),
        ("quarter", "eerste kwartaal van 2023", "het eerste kwartaal van 2023"),
        ("year", "op 3 mei 2023", "in 2023"),
        ("year", "op 3 mei", "op [datum]"),
        ("year", "in mei", "in [datum]"),
        ("year", "mei 2023", "2023"),
        ("year", "in het eerste kwartaal", "in [datum]"),
        ("year", "in de zomer van 2022", "in de [seizoen] van 2022"),
        ("true", "op 3 mei 2023", "op 3 mei 2023"),
    ],
)
def test_a_day_is_told_coarser(rule, told, coarse):
    assert words(rule)(told) == coarse


def test_pseudonyms_stay_as_they_are():
    told = "[Organisatie 3 mei-1] belde op 3 mei"
    assert words("shift", 3)(told) == "[Organisatie 3 mei-1] belde op 24 mei"


def test_without_a_list_of_feasts_the_common_ones_are_known():
    plain = DateWords(Dating(rule=DateRule.SHIFT, weeks=2, near=NEAR), Calendar())
    assert plain("de kerstviering") == "de [feestdag]"
