"""Who is named by where they work keeps the name of the organisation apart."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from ltnlp.stages.mentions import join
from tests.unit.nlp.names.building import passage

_KNOWN = "We mochten elkaar zien bij 't Veertje, elke week."


def persons(*texts: str) -> set[str]:
    passages = [passage(t, f"p{n}", ordinal=n) for n, t in enumerate(texts)]
    shown = dict(zip([p.id for p in passages], texts, strict=True))
    found = join(NameDetector().detect(passages, ()))
    return {c.span.of(shown[c.passage]) for c in found if c.label is Label.PERSON}


def test_a_known_organisation_is_no_surname() -> None:
    assert persons(_KNOWN, "Die Petra van 't Veertje was er elke keer.") == {"Petra"}


@pytest.mark.parametrize("name", ["Petra van 't Hof", "Petra Veertje"])
def test_a_surname_stays_with_its_given_name(name: str) -> None:
    assert name in persons(_KNOWN, f"Die {name} was er elke keer.")


def test_without_organisations_nothing_is_cut_off() -> None:
    assert persons("Die Petra van 't Hof was er ook.") == {"Petra van 't Hof"}
