"""Numbers that identify: of files and staff, ages of grown-ups, days of birth, homes."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from tests.unit.nlp.names.building import marked, passage

TOLD = (
    (Label.CASE_NUMBER, "Melding onder mutatie «2023114402», geen aanhouding."),
    (Label.CASE_NUMBER, "BOA Veenstra (dienstnr. «71203») schreef een boete uit."),
    (Label.CASE_NUMBER, "Wij boekten dit als «KL-VT-21/0442» in ons systeem."),
    (Label.CASE_NUMBER, "Zie dossier «R-BB 23.0117» voor het verloop."),
    (Label.CASE_NUMBER, "contactregistratie «zwd.2021.3382» gemaakt"),
    (Label.CASE_NUMBER, "proces-verbaal «pv-20220304-0113» is verstuurd"),
    (Label.LICENCE_PLATE, "Het kenteken begint met «K-71», de rest zag niemand."),
    (Label.AGE_PRECISE, "Ik sprak met Jan Hoekema («73»), de grootvader."),
    (Label.AGE_PRECISE, "opa pieter is «achtenzestig» en doet alles nog"),
    (Label.AGE_PRECISE, "Haar moeder, «58» jaar, past op."),
    (Label.AGE_PRECISE, "op zijn «vijfenzeventigste» is hij gestopt met varen"),
    (Label.AGE_PRECISE, "Mlg «15» aangetroffen bij een kennis."),
    (Label.AGE_PRECISE, "Gezien: «23» jaar, student."),
    (Label.DATE_OF_BIRTH, "hij werd op «vijf mei» dertien en kreeg een fiets"),
    (Label.DATE_OF_BIRTH, "saar werd negen op de «derde». drie juni."),
    (Label.DATE_OF_BIRTH, "saar werd negen op de derde. «drie juni»."),
    (Label.DATE_OF_BIRTH, "ik ben vijftien geworden dus «tien maart»"),
    (Label.DATE_OF_BIRTH, "«twee april» is sadik jarig mijn broer"),
    (Label.DATE_OF_BIRTH, "in oktober zestien de «tweede oktober»"),
    (Label.DATE_OF_BIRTH, "Kind: Samira El F., «04-11-'21», bsn volgt"),
    (Label.DATE_OF_BIRTH, "Kind 1: Radu Ionescu, «7-IX-2012». BSN volgt"),
    (Label.DATE_OF_BIRTH, "Kinderen: Doutzen en Wessel («140612»)"),
    (Label.DATE_OF_BIRTH, "Wel bekend: Kevin van Dongen, «14/08/2008». Verder niet."),
    (Label.ADDRESS, "Huisbezoek «Bredestr. 22»: niemand thuis."),
    (Label.ADDRESS, "Bezoek zorgboerderij, «Peereboom 9». Vervoer geregeld."),
    (Label.ADDRESS, "hij woont op urk «wijk 4 nummer 19» bij zijn opa"),
    (Label.ADDRESS, "nr «44»: mw. Kolder heeft niets gezien"),
    (Label.ADDRESS, "fatma woont boerhoorn 7, «7925 te» esborg"),
)
"""What is told, and the words that must be covered as that."""
OTHER = (
    (Label.CASE_NUMBER, "In par. 3.2.1 staat meer; zie blz. 12-14 en nr. 3."),
    (Label.CASE_NUMBER, "do 12-03-2022 en vr. 13.03.2022 geen gehoor"),
    (Label.CASE_NUMBER, "Kamernr. 20143 is van niemand."),
    (Label.AGE_PRECISE, "Er waren 71 mensen en het kostte 45 euro."),
    (Label.AGE_PRECISE, "Dat staat op bladzijde (41)."),
    (Label.AGE_PRECISE, "zij is dertig kilo afgevallen"),
    (Label.DATE_OF_BIRTH, "Gesprek met Joost de Boer, 14/02/2023. Volgende keer meer."),
    (Label.DATE_OF_BIRTH, "Brief aan Mieke Smit (120323) is verstuurd."),
    (Label.DATE_OF_BIRTH, "We spraken af op drie mei en op vier juni."),
    (Label.ADDRESS, "Hij speelt Fortnite 2, en kijkt Netflix."),
    (Label.ADDRESS, "Zie Bijlage 3, Artikel 8."),
)


def _places(text: str, label: Label) -> list[tuple[int, int]]:
    found = NameDetector().detect([passage(text)], ())
    return [(c.span.start, c.span.end) for c in found if c.label is label]


@pytest.mark.parametrize(("label", "told"), TOLD, ids=[t for _, t in TOLD])
def test_a_number_that_identifies_is_found(label: Label, told: str) -> None:
    text, (place,) = marked(told)
    spans = _places(text, label)
    assert any(start <= place.start and end >= place.end for start, end in spans)


@pytest.mark.parametrize(("label", "text"), OTHER, ids=[t for _, t in OTHER])
def test_other_numbers_stay(label: Label, text: str) -> None:
    assert not _places(text, label)
