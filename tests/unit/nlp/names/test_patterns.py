"""Identifiers with a form of their own."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names.births import find as births
from ltnlp.nlp.names.checks import is_bsn
from ltnlp.nlp.names.patterns import candidates
from ltnlp.nlp.names.years import age_class, years_of


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("111222333", True),
        ("1112.22.333", True),
        ("999990019", True),
        ("123456789", False),
        ("000000000", False),
        ("12345678", False),
    ],
)
def test_bsn_passes_the_eleven_test(digits: str, valid: bool) -> None:
    assert is_bsn(digits) is valid


@pytest.mark.parametrize(
    ("text", "shown", "label"),
    [
        ("bel 06-12345678 even", "06-12345678", Label.PHONE),
        ("bel +31 6 1234 5678", "+31 6 1234 5678", Label.PHONE),
        ("bel 030 - 234 56 78", "030 - 234 56 78", Label.PHONE),
        ("mail j.jansen@x.example nu", "j.jansen@x.example", Label.EMAIL),
        ("zie www.x.example/a.", "www.x.example/a", Label.URL),
        ("hij heet @storm_2008x daar", "@storm_2008x", Label.URL),
        ("via NL91ABNA0417164300", "NL91ABNA0417164300", Label.IBAN),
        ("BSN: 123456789", "123456789", Label.BSN),
        ("nummer 111222333", "111222333", Label.BSN),
        ("zaak C/16/512345 / JE RK 20-1234", "C/16/512345 / JE RK 20-1234", Label.CASE_NUMBER),
        ("dossiernr. KJ-22-00817", "KJ-22-00817", Label.CASE_NUMBER),
        ("cliëntnummer 778812", "778812", Label.CASE_NUMBER),
        ("pat.nr. 5530127 gezien", "5530127", Label.CASE_NUMBER),
        ("rel.nr. 70441 van", "70441", Label.CASE_NUMBER),
        ("lidnr 66120 is", "66120", Label.CASE_NUMBER),
        ("verz.nr. 8-301-226 klopt", "8-301-226", Label.CASE_NUMBER),
        ("kassabon k-3310 bewaard", "k-3310", Label.CASE_NUMBER),
        ("polis is 21.440.318 en", "21.440.318", Label.CASE_NUMBER),
        ("kenteken 12-ABC-3 reed", "12-ABC-3", Label.LICENCE_PLATE),
        ("bel 046-551234 even", "046-551234", Label.PHONE),
        ("bel 0900-4412 even", "0900-4412", Label.PHONE),
        ("naar Postbus 90153 sturen", "Postbus 90153", Label.ADDRESS),
        ("te 3817 KR Amersfoort", "3817 KR", Label.ADDRESS),
    ],
    ids=lambda v: str(v)[:24],
)  # fmt: skip
def test_form_is_found(text: str, shown: str, label: Label) -> None:
    found = [(c.span.of(text), c.label) for c in candidates("p", text)]
    assert (shown, label) in found


@pytest.mark.parametrize(
    "text",
    [
        "op 12-03-2021 om 14.30 uur",
        "in 2018 en 2019",
        "een bedrag van 1.250 euro",
        "een nota van 1.250 kwam, de polis is 120 duurder",
        "van 2014 EU-burgers",
        "groep 7 en groep 8",
        "artikel 1:255 lid 1",
        "1250mg per dag",
        "bel 0800-2000 of 0900-8844",
        "de postbus vol",
    ],
)
def test_dates_and_amounts_are_no_identifiers(text: str) -> None:
    assert list(candidates("p", text)) == []


@pytest.mark.parametrize(
    ("text", "shown", "label"),
    [
        ("geb. 03-11-2007, man", "03-11-2007", Label.DATE_OF_BIRTH),
        ("geboren op 5 mei 2011 in", "5 mei 2011", Label.DATE_OF_BIRTH),
        ("Op 6 maart wordt hij drie, zei ze", "6 maart", Label.DATE_OF_BIRTH),
        ("een jongen van veertien schreeuwt", "veertien", Label.AGE_PRECISE),
        ("hij is vijftien, niet een dossier", "vijftien", Label.AGE_PRECISE),
        ("Daan (12 jaar) woont", "12 jaar", Label.AGE_PRECISE),
        ("een 15-jarige jongen", "15", Label.AGE_PRECISE),
        ("zij is 3 jaar en 2 maanden", "3 jaar en 2 maanden", Label.AGE_PRECISE),
        ("een baby van drie weken die", "drie weken", Label.AGE_PRECISE),
        ("toen hij vier was", "vier", Label.AGE_PRECISE),
    ],
)
def test_birth_or_age_is_found(text: str, shown: str, label: Label) -> None:
    assert (shown, label) in [(c.span.of(text), c.label) for c in births("p", text)]


@pytest.mark.parametrize(
    "text",
    [
        "drie jaar geleden ging het mis",
        "na twee jaar stopte de hulp",
        "zijn 40-jarige moeder",
        "het duurde 3 weken",
        "hij is drie weken later gekomen",
        "zij was 12,5 jaar getrouwd",
        "op 5 mei 2011 was het overleg",
    ],
)
def test_duration_is_no_age(text: str) -> None:
    assert list(births("p", text)) == []


@pytest.mark.parametrize(
    ("shown", "years"),
    [("12", 12), ("veertien", 14), ("bijna zes", 6), ("zesde", 6), ("vier maanden", 0), ("blauw", None)],
)  # fmt: skip
def test_years_of_an_age(shown: str, years: int | None) -> None:
    assert years_of(shown) == years


def test_ages_fall_into_classes() -> None:
    assert [age_class(n) for n in (0, 3, 5, 9, 14, 19)] == [
        "babyleeftijd",
        "peuterleeftijd",
        "kleuterleeftijd",
        "basisschoolleeftijd",
        "tienerleeftijd",
        "jongvolwassen leeftijd",
    ]
