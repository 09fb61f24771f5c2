"""On which level a statement lies."""

import pytest

from ltnlp.domain.factors import Level
from ltnlp.nlp.factors.levels import levels_told


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Het formulier heeft daar geen vakje voor.", Level.ORGANISATION),
        ("Mijn collega nam het over in het teamoverleg.", Level.TEAM),
        ("Ik lag er wakker van.", Level.PERSONAL),
        ("Wij hebben elkaar nooit teruggebeld.", Level.CHAIN),
    ],
    ids=["organisation", "team", "personal", "chain"],
)
def test_words_tell_whose_condition_it_is(text: str, level: Level) -> None:
    told = levels_told(text)
    assert max(told, key=lambda one: told[one]) is level


def test_a_statement_without_such_words_tells_of_no_level() -> None:
    assert levels_told("Het regende die dag.") == {}
