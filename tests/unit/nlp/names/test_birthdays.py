"""Days of birth that are said or stand in rows, plates as people say them."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from tests.unit.nlp.names.building import passage

BORN = (
    (("op vijfentwintig mei is hij jarig",), ("vijfentwintig mei",)),
    (("ze beviel op zes juni het was bloedheet",), ("zes juni",)),
    (("wanneer ben je jarig", "drieëntwintig augustus"), ("drieëntwintig augustus",)),
    (
        (
            "gegevens: Meryem Kaya 11 okt. 1988 Izmir / Tarik 4-2-2013 / Elif 17 juni 2016",
        ),
        ("11 okt. 1988", "4-2-2013", "17 juni 2016"),
    ),
    (("naam | gebdat | plaats", "Rayan Haddou | 12-03-2011 | Almere"), ("12-03-2011",)),
    (("Moeder: Naima B. (14 aug 1986, Tetouan)",), ("14 aug 1986",)),
    (("Kind: Youssef B., *3-4-'12, groep 6",), ("3-4-'12",)),
    (("Ook aanwezig: Rahimi (04-04-2012)",), ("04-04-2012",)),
    (("Geb.dtm gecorr.: 29-07-2005, was 2003",), ("29-07-2005",)),
    (("Daar stond Mehrawi Tsegay 01-01-2005", "en nu is het 2023"), ("01-01-2005",)),
    (("Pt. N. Wiersinga 03-05-2011 komt langs",), ("03-05-2011",)),
    (("Onze dochter, 03-05-2011, zit thuis.",), ("03-05-2011",)),
    (("v, 03-05-2011, Wiersinga",), ("03-05-2011",)),
    (("Op 3 mei 2011 kwam ze eindelijk ter wereld.",), ("3 mei 2011",)),
    (("Noor is op 3 mei 12 geworden.",), ("3 mei",)),
    (("rahimi (04-04-2012) zat erbij", "gesprek van 3 mei 2024"), ("04-04-2012",)),
)
NO_BIRTH = (
    ("op zes juni was de zitting",),
    ("datum | wat", "12-03-2021 | intake"),
    ("Gesprek met moeder (14 aug 2022, thuis)",),
    ("(12-10-2023) | Aanvraag gedaan", "(14-12-2023) | Brief gekregen"),
    ("het verslag (17-09-2024) ligt erbij",),
    ("Brief v 03-05-2011 ontvangen, geldig t/m 04-05-2012.",),
    ("Hij is op 3 mei 2 dagen opgenomen en was op 5 mei 3 uur weg.",),
    ("Gesprek met moeder 03-05-2011, zonder vader.",),
    ("De kinderen zijn op 3 mei 2021 gezien en op 4 juni 2021 weer.",),
)
PLATES = (
    ("de bus met kenteken vkt 19 h is weg", "vkt 19 h"),
    ("nummerbord g 412 tp", "g 412 tp"),
    ("kenteken h j dertien k l", "h j dertien k l"),
)


def _shown(lines: tuple[str, ...], label: Label) -> list[str]:
    passages = [passage(line, f"p{n}") for n, line in enumerate(lines)]
    texts = {p.id: p.text for p in passages}
    found = NameDetector().detect(passages, ())
    return [c.span.of(texts[c.passage]) for c in found if c.label is label]


@pytest.mark.parametrize(("lines", "days"), BORN, ids=[ls[-1] for ls, _ in BORN])
def test_days_of_birth_are_found(lines: tuple[str, ...], days: tuple[str, ...]) -> None:
    assert set(days) <= set(_shown(lines, Label.DATE_OF_BIRTH))


@pytest.mark.parametrize("lines", NO_BIRTH, ids=[ls[-1] for ls in NO_BIRTH])
def test_other_days_are_no_days_of_birth(lines: tuple[str, ...]) -> None:
    assert not _shown(lines, Label.DATE_OF_BIRTH)


@pytest.mark.parametrize(("text", "plate"), PLATES, ids=[p for _, p in PLATES])
def test_plates_are_found_as_they_are_said(text: str, plate: str) -> None:
    assert plate in _shown((text,), Label.LICENCE_PLATE)


def test_an_hour_beside_a_car_is_no_plate() -> None:
    assert not _shown(("de auto komt om 19 u en kost 12 mk",), Label.LICENCE_PLATE)


def test_a_second_age_in_an_answer_is_one_too() -> None:
    lines = ("hoe oud was hij", "eh dertien veertien. een lange")
    assert {"dertien", "veertien"} <= set(_shown(lines, Label.AGE_PRECISE))


def test_who_speaks_is_no_answer() -> None:
    lines = ("hoe oud was hij", "spreker 2", "dertien. hij werd snel groot")
    assert set(_shown(lines, Label.AGE_PRECISE)) == {"dertien"}
