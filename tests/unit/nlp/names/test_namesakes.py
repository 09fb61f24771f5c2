"""Given names that things with a capital bear too, and words as names in lower case."""

import pytest

from tests.unit.nlp.names.building import marked
from tests.unit.nlp.names.test_cases import judged

NAMED = (
    "Gisteren heb ik met «Albert» gebeld en daarna met «Valentijn».",
    "«Maya» zei dat het goed was, wij haalden «Maya» van school.",
    "«Mercedes» huilde toen «Mercedes» uit school kwam.",
    "De moeder van «Islam» is boos; «Islam»s tante ook.",
    "«Sierra» heeft een broer, en haar zus «India» slaapt slecht.",
    "Wij haalden «Roma» op en brachten «Florida» weg.",
    "Zij werd opgevangen door «Brooklyn», ook door «Samira» en «Dakota».",
    "«Yorief» afgemeld voor gym, «Ninkhe» gebeld en «Erha» («12») gezien.",
    "«Nuha» en ik gingen lopen.",
    "«Jur» belt met de telefoon van de begeleider.",
    "en toen heb ik met «roos» gebeld want «anne-rose» was ziek",
    "en toen zei «grace» dat het niet ging en dat was dat",
    "daarna heeft zij met «jim» gepraat en met «koos» gegeten",
)
THINGS = (
    "Hij reed in een Mercedes en later in een Kia of een Polo.",
    "Wij deden boodschappen bij Albert Heijn om de hoek.",
    "Islam en christendom kwamen in de les aan de orde.",
    "Zij spreekt Berber en een beetje Engels.",
    "en toen heb ik met school gebeld en met spoed hulp gevraagd",
    "en toen zei moeder dat de rust terug was en met hoop kom je er niet",
)


@pytest.mark.parametrize("sentence", NAMED)
def test_a_name_that_a_thing_bears_too_is_covered_where_somebody_is_called_so(
    sentence: str,
) -> None:
    assert judged(sentence, lower=False) == (False, False)


@pytest.mark.parametrize("sentence", THINGS)
def test_a_thing_that_bears_such_a_name_stays_readable(sentence: str) -> None:
    assert not marked(sentence)[1]
    assert judged(sentence, lower=False) == (False, False)
