"""Rare traits: flagged where they tell something of a family, silent where they do not."""

import pytest

from ltnlp.nlp.names.lexicon import lexicon
from ltnlp.nlp.names.page import open_page
from ltnlp.nlp.names.traits import find
from tests.unit.stages.naming import passages_of


def found(told: str) -> list[tuple[str, str]]:
    (passage,) = passages_of("d1", told)
    page = open_page(passage, lexicon(), lower=False)
    return [(c.span.of(told), c.role or "") for c in find(page)]


@pytest.mark.parametrize(
    ("told", "words", "kind"),
    [
        ("Er zijn zeven kinderen thuis.", "zeven kinderen", "gezinssamenstelling"),
        ("Moeder kreeg een drieling.", "drieling", "gezinssamenstelling"),
        ("Ze wonen in de flat boven de grote supermarkt.", "flat boven de grote supermarkt", "woonplek"),
        ("dat huisje achter het oude station", "huisje achter het oude station", "woonplek"),
        ("Na de zelfdoding van vader werd het stil.", "zelfdoding", "gebeurtenis"),
        ("Het stond in de krant.", "in de krant", "gebeurtenis"),
        ("Hij heeft taaislijmziekte.", "taaislijmziekte", "diagnose"),
        ("Zij heeft MS sinds jaren.", "MS", "diagnose"),
        ("sinds 2022 diabetes type 1", "diabetes", "diagnose"),
        ("Opa is imker.", "imker", "functie"),
        ("Vader is raadslid.", "raadslid", "functie"),
        ("Hij kreeg sondevoeding.", "sondevoeding", "diagnose"),
        ("Ze heeft het syndroom van Turner.", "syndroom van Turner", "diagnose"),
    ],
)  # fmt: skip
def test_a_rare_trait_is_flagged_with_its_kind(told, words, kind):
    assert found(told) == [(words, kind)]


@pytest.mark.parametrize(
    "told",
    [
        "Er zijn twee kinderen.",
        "In groep 8 zitten 28 kinderen.",
        "Er kwamen 9 brieven.",
        "Hij was zo boos als nooit eerder.",
        "We bleven doof voor elkaar.",
        "Het huis is te klein.",
        "Ze zat in huis bij moeder. De kerk kwam later.",
        "de ziekte van haar moeder",
        "Hij woont bij oma.",
        "De diabetesverpleegkundige belde.",
        "Vader is vrachtwagenchauffeur.",
        "De burgemeester legde een huisverbod op.",
    ],
)
def test_what_many_have_is_not_flagged(told):
    assert found(told) == []
