"""Who speaks by a letter or two is whom the document says, or whose name begins so."""

import pytest

from tests.unit.stages.naming import run

ONE = (
    (
        [
            "g = gerda, s = sanne",
            "s: ik weet het niet",
            "s: hij kwam",
            "sanne was boos",
        ],
        ["s", "sanne"],
    ),
    (
        ["e = mw landveld", "e: achtenzestig jaar", "e: ja", "landveld belde"],
        ["e", "landveld"],
    ),
    (
        ["lyg > lygia. lygia met een y", "lyg > ik woon hier", "lyg > ja"],
        ["lyg", "lygia"],
    ),
    (
        ["z: ja boven de winkel", "i: en uw naam", "z: zuleika. met een z", "z: ja"],
        ["z", "zuleika"],
    ),
    (
        ["Btlomira Nowak kwam.", "btl: niet slecht", "btl: ik ga", "btl: ja"],
        ["btl", "Btlomira Nowak"],
    ),
)
TWO = (
    (
        ["Ada: Anneroos, kom je", "Anneroos: ja", "Ada: goed", "Ada: tot zo"],
        ["Ada", "Anneroos"],
    ),
    (
        ["z: ja", "z: nee", "z: soms", "i: wie was erbij", "z: zuleika.", "z: ja"],
        ["z", "zuleika"],
    ),
    (
        ["z: ja", "i: wie was erbij", "z: zuleika had de sleutel", "z: ja", "z: nee"],
        ["z", "zuleika"],
    ),
    (
        ["Xandra kwam.", "12-3 huisbezoek, rustig. XQ", "13-3 mail gelezen. XQ"],
        ["XQ", "Xandra"],
    ),
    (
        ["g = gerda, s = sanne", "s: ik weet het niet", "selma belde", "s: selma"],
        ["s", "selma"],
    ),
    (
        ["tam: en toen", "tam: ja", "tam: nee", "Tamar kwam en Tamara bleef."],
        ["tam", "Tamar"],
    ),
)


@pytest.mark.parametrize(("lines", "names"), ONE, ids=[lines[0] for lines, _ in ONE])
def test_a_letter_is_whom_the_document_says(lines: list[str], names: list[str]) -> None:
    assert run({"d1": lines}).one(*names)


@pytest.mark.parametrize(("lines", "names"), TWO, ids=[lines[0] for lines, _ in TWO])
def test_a_letter_is_nobody_else(lines: list[str], names: list[str]) -> None:
    told = run({"d1": lines})
    assert set(told.pseudonyms(names[0])).isdisjoint(told.pseudonyms(names[1]))
