"""Numbers that are codes because of a word beside them, or because they are long."""

import pytest

from ltnlp.nlp.names import codes
from ltnlp.nlp.names.detector import open_pages
from tests.unit.nlp.names.building import passage


def found(text: str) -> list[str]:
    return [c.span.of(text) for c in codes.find(open_pages([passage(text)])[0])]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("zij staat onder 33190274 in de kast", ["33190274"]),
        ("204518 (cliëntnr) is van haar zusje", ["204518"]),
        ("op 20210503 kwam de brief", []),
        ("op 03052021 kwam de brief", []),
        ("het ging om 1500000 in totaal", []),
        ("het ging om € 1523411 in totaal", []),
        ("het ging om 1523411 euro in totaal", []),
        ("het was 1.523.411 of 1523411,50", []),
        ("bestand 20-1523411 en a1523411", []),
        ("er waren 204518 mensen", []),
    ],
    ids=lambda v: str(v)[:24],
)
def test_long_numbers_are_codes(text: str, shown: list[str]) -> None:
    assert found(text) == shown
