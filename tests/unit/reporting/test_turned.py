"""A sentence turns round behind its day only where it surely can."""

import pytest

from ltnlp.nlp.neutral import story_verbs
from ltnlp.reporting.turned import NO_TURNING, Turning, turned

VERBS, LEADS = story_verbs()
BY = Turning(verbs=VERBS, leads=LEADS, names=frozenset({"veilig thuis"}))


@pytest.mark.parametrize(
    ("sentence", "behind"),
    [
        ("Moeder viel van de trap.", "viel moeder van de trap."),
        ("De mentor belt de school.", "belt de mentor de school."),
        (
            "[Jeugdige-1] vertelt dat hij ziek is.",
            "vertelt [Jeugdige-1] dat hij ziek is.",
        ),
        ("Huisarts [Huisarts-1] belde op.", "belde huisarts [Huisarts-1] op."),
        ("Vader en moeder gingen uit elkaar.", "gingen vader en moeder uit elkaar."),
        ("Veilig Thuis belt de school.", "belt Veilig Thuis de school."),
        ("Er was een overleg.", "was er een overleg."),
        ("Ouders besloten te verhuizen.", "besloten ouders te verhuizen."),
        ("IB'er meldt zorgen.", "meldt IB'er zorgen."),
        ("Toen belde oma de huisarts.", "belde oma de huisarts."),
    ],
)
def test_verb_before_subject(sentence: str, behind: str) -> None:
    assert turned(sentence, BY) == behind


@pytest.mark.parametrize(
    "sentence",
    [
        "Gesprek met de mentor over thuis.",
        "Overdracht ontvangen van Veilig Thuis.",
        "Dossier gesloten.",
        "Daarom heeft zij het geweigerd.",
        "Teamoverleg: signaal is niet besproken.",
        "Dat was na de melding.",
        "Gisteren belde de school.",
        "Het kleine meisje van hiernaast viel.",
        "De is was.",
        "",
    ],
)
def test_where_it_is_not_sure_nothing_turns(sentence: str) -> None:
    assert turned(sentence, BY) == ""


def test_without_verbs_nothing_turns() -> None:
    assert turned("Moeder viel van de trap.", NO_TURNING) == ""
