"""Organisations of ordinary words, told by what only an organisation does."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import acting
from ltnlp.nlp.names.detector import NameDetector, open_pages
from tests.unit.nlp.names.building import passage


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fundament geeft aan dat de aanmelding onvolledig is.", "Fundament"),
        ("Spoor heeft nu geen plek voor een meisje.", "Spoor"),
        ("Kristal wees de aanvraag af.", "Kristal"),
        ("Klaver (jeugdhulp) stopte per 1 juni.", "Klaver"),
        ("Vertrouwen liet weten dat de groep dichtgaat.", "Vertrouwen"),
        ("03-11-22 Spoor gemaild, nog geen antwoord.", "Spoor"),
        ("9 jan Evenwicht gesproken: er is plek in mei.", "Evenwicht"),
        ("- Fundament: wachttijd acht weken", "Fundament"),
        ("Zorghuis Oost mailde dat de kamer klaar is.", "Zorghuis Oost"),
        ("De Steiger zegt dat het dossier weg is.", "De Steiger"),
        ("Samen Verder biedt maatjes aan.", "Samen Verder"),
        ("Wij bezochten Oud Meerzicht in april.", "Oud Meerzicht"),
        ("Hij kwam terecht bij Evenwicht.", "Evenwicht"),
        ("Met Hulppunt Zuid is gesproken.", "Hulppunt Zuid"),
        ("de brug heeft een wachtlijst van een half jaar", "brug"),
    ],
)
def test_what_only_an_organisation_does_names_it(text: str, name: str) -> None:
    (page,) = open_pages([passage(text)])
    found = [c for c in acting.find(page) if c.span.of(text) == name]
    assert [c.label for c in found] == [Label.ORG_INSTANCE]


@pytest.mark.parametrize(
    "text",
    [
        "Vrijdag belde moeder terug.",
        "School heeft geen plek.",
        "Onderzoek wijst uit dat het niet helpt.",
        "Directie wijst het verzoek af.",
        "Aanmeldteam meldt dat hij weg is.",
        "Excuusbrief gestuurd en moeder gebeld.",
        "Vertrouwen is belangrijk.",
        "Medicatie startte in juni.",
        "Paniek (angst) nam toe.",
        "Auto stopte voor de deur.",
        "- Doel: plek vinden",
        "12-05-23 Ouders gebeld.",
        "SPOOR HEEFT NU GEEN PLEK VOOR EEN MEISJE",
        "de seksuoloog heeft een wachttijd van vijf maanden",
    ],
)
def test_what_anybody_does_names_nothing(text: str) -> None:
    (page,) = open_pages([passage(text)])
    assert not list(acting.find(page))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ze gingen naar zorgboerderij kompas in de zomer", "kompas"),
        ("gezinshuis zonlicht had geen bed", "zonlicht"),
        ("stichting samen verder wilde niet betalen", "samen verder"),
        ("jeugdhuis de sluis was dicht op maandag", "de sluis"),
    ],
)
def test_a_kind_announces_common_words_in_lower_case(text: str, name: str) -> None:
    start = text.index(name)
    found = NameDetector(rules_only=True).detect([passage(text)], [])
    assert any(
        c.span.start <= start and c.span.end == start + len(name) for c in found
    ), [c.span.of(text) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "stichting leergeld: zou ik aanvragen",
        "zorgboerderij had geen plek",
        "stichting betaalt alles",
        "de basisschool belde",
    ],
)
def test_a_kind_by_itself_announces_nothing(text: str) -> None:
    assert not NameDetector(rules_only=True).detect([passage(text)], [])


def test_the_mark_between_cells_is_no_name() -> None:
    row = passage("gebeurd | Lokale team, Basisschool |  | verslag | regel 4 |")
    found = NameDetector().detect([row], ())
    assert not [c for c in found if not c.span.of(row.text).strip(" |")]
