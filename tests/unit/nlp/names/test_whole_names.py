"""Names taken whole or apart: articles of organisations, two who stand side by side."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from ltnlp.stages.mentions import join
from tests.unit.nlp.names.building import passage


def _shown(label: Label, *texts: str) -> list[str]:
    passages = [
        passage(t, f"p{n}", document=f"d{n}", ordinal=n) for n, t in enumerate(texts)
    ]
    by_id = dict(zip([p.id for p in passages], texts, strict=True))
    found = join(NameDetector().detect(passages, ()))
    return [c.span.of(by_id[c.passage]) for c in found if c.label is label]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (
            ("Zij zit op basisschool De Windvlaag.", "juf tanja is van de windvlaag"),
            "de windvlaag",
        ),
        (("De heer Bos werkt bij Snelpoets B.V. in Ede.",), "Snelpoets B.V."),
        (("Gebeld: OKT Holendrecht, voicemail.",), "OKT Holendrecht"),
        (("Afgezet bij tuincentrum Op & Af, Dorpsweg 3.",), "Op & Af"),
        (("Vader haalde brood bij bakkerij Ghanem.",), "Ghanem"),
        (("Cc: G. ter Steege (Samen Verder)",), "Samen Verder"),
        (
            ("Vervoer via Rijdende Wolk was er niet.", "een lijst van rijdende wolk"),
            "rijdende wolk",
        ),
    ],
    ids=[
        "article",
        "firm",
        "letters",
        "and",
        "trade",
        "two common words",
        "phrase again",
    ],
)
def test_an_organisation_is_taken_whole(texts: tuple[str, ...], name: str) -> None:
    shown = _shown(Label.ORG_INSTANCE, *texts)
    assert any(s.endswith(name) for s in shown), shown
    if name == "Ghanem":
        assert "Ghanem" in shown


def test_two_side_by_side_are_two() -> None:
    texts = (
        "Gesprek met Shilan en met haar nicht Soraya.",
        "en toen zaten soraya shilan en sanne op mijn bank te kletsen over vroeger",
    )
    shown = _shown(Label.PERSON, *texts)
    assert "soraya" in shown
    assert "shilan" in shown


def test_a_label_that_a_legend_explains_is_no_surname() -> None:
    shown = _shown(
        Label.PERSON, "v2 = jorrit ay = ayaan", "v2: hoe was dat", "ay: wel goed"
    )
    assert "jorrit ay" not in shown
    assert "jorrit" in shown


def test_a_surname_that_others_share_stays() -> None:
    texts = (
        "Gesprek met S. Thomas en met Thomas.",
        "en toen zat soraya thomas op mijn bank te kletsen over vroeger",
    )
    assert "soraya thomas" in _shown(Label.PERSON, *texts)


def test_who_sends_has_no_time_in_the_name() -> None:
    texts = ("Sjang 13:52 - O nee", "Sjang 13:53 - kom", "Mia 13:54 - ja")
    assert set(_shown(Label.PERSON, *texts)) == {"Sjang", "Mia"}


def test_a_street_is_no_surname() -> None:
    texts = (
        "Adres: Lambertusplein 12, Deurne.",
        "trom is van azeb van het lambertusplein",
    )
    assert "azeb van het lambertusplein" not in _shown(Label.PERSON, *texts)


def test_a_quarter_goes_with_its_town() -> None:
    texts = ("we zitten hier in amsterdam zuidoost met z'n allen aan tafel vandaag",)
    assert _shown(Label.LOCATION, *texts) == ["amsterdam zuidoost"]


def test_a_name_of_no_list_opens_with_what_somebody_did() -> None:
    assert "Tjeuw" in _shown(Label.PERSON, "Tjeuw sleutelde daar aan brommers.")
    assert not _shown(Label.PERSON, "Zoals sleutelde hij daar aan brommers.")


def test_a_thing_in_small_letters_is_nobody() -> None:
    texts = ("Davey Snoek kwam mee.", "Hij had een snoek gevangen, Snoek lachte.")
    assert "snoek" not in _shown(Label.PERSON, *texts)


def test_initials_do_not_go_on_over_where_somebody_is() -> None:
    shown = _shown(Label.PERSON, "ns belde met b. wrona in helmvoort over de kosten")
    assert "b. wrona" in shown
    assert "b. wrona in helmvoort" not in shown
