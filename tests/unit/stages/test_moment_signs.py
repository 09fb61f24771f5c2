from dataclasses import replace

import pytest

from ltnlp.domain.events import Event, KnownSince
from ltnlp.stages.moment_signs import WEIGHTS, chance, signs
from tests.unit.stages.story import event


@pytest.mark.parametrize(
    ("wording", "sign"),
    [
        ("De aanvraag is afgewezen", "refused"),
        ("Zij moet zich zelf melden", "refused"),
        ("Het dossier is afgesloten", "ended"),
        ("Het casusoverleg over hem", "table"),
        ("Dat is nooit doorgegeven", "passed_on"),
        ("Wij spraken iets af: conclusie, wachten", "decided"),
        ("Niemand kwam", "nobody"),
        ("Er kwam een brief", "wrote"),
        ("De politie vond hem", "emergency"),
        ("Hij riep 'nee'", "quoted"),
    ],
)
def test_words_are_signs(wording: str, sign: str) -> None:
    assert signs(event(wording), 0.0)[sign] == 1.0


def of_two_sources() -> Event:
    one, other = event("x"), event("x", source="d2")
    later = replace(other.accounts[0], contemporaneous=True)
    return replace(one, accounts=(*one.accounts, later))


def test_who_tell_it_and_when_are_signs() -> None:
    shown = signs(of_two_sources(), 0.0)
    assert {"two_sources", "then_and_later", "in_retrospect"} <= shown.keys()
    assert "three_sources" not in shown


def test_each_sign_that_is_weighed_can_be_shown_and_speaks_for_a_moment() -> None:
    heard = KnownSince(actor="wijkteam", date=None, how="suspected")
    plain = chance(event("x"), 0.0)
    told = (
        event("x", realised="nee"),
        event("x", knows=(heard,)),
        event("x", parties=("wijkteam", "politie")),
        of_two_sources(),
    )
    assert all(plain < chance(one, 0.0) < 1 for one in told)
    assert chance(event("x"), 1.5) > plain > 0
    assert all(weight > 0 for weight in WEIGHTS.values())
