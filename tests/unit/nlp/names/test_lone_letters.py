"""One capital, or a row of them, by which somebody is called."""

import pytest

from tests.unit.nlp.names.test_cases import judged

NAMED = (
    "«S» wil niet meer naar school.",
    "Met «S» gesproken over thuis.",
    "Vader van «S» is boos.",
    "«Y» («14») slaapt slecht.",
    "Aanw.: «AK», «TW» en mw. «Terlouw»",
)
NOBODY = (
    "Plan A wil de gemeente niet.",
    "Optie B heeft voordelen en C kost te veel.",
    "Hepatitis B is uitgesloten, vitamine D gegeven.",
    "U wil een gesprek.",
    "Onder A wil ik zeggen dat het goed was.",
)


@pytest.mark.parametrize("sentence", NAMED)
def test_a_letter_that_stands_as_a_person_is_covered(sentence: str) -> None:
    assert judged(sentence, lower=False) == (False, False)


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_letter_of_a_list_or_a_polite_word_stays(sentence: str) -> None:
    assert judged(sentence, lower=False) == (False, False)
