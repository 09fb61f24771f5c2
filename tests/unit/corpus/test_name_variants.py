"""A review written otherwise stays labelled: every label still covers its words."""

import pytest

from benchmarks.names.swaps import origins
from benchmarks.names.systems import Found, Texts
from benchmarks.names.variants import misspelt, variants
from ltnlp.domain.folding import near
from ltnlp.domain.mentions import RosterEntry

TEXT = "Mw. De Graaf belde (met Sanne).\nSanne: Ik zag J. de Graaf, en JdG mailde.\n"
ROSTER = (RosterEntry(name="Jolijn de Graaf", aliases=("Jo",)),)


def label(
    shown: str, entity: str, kind: str = "PERSON", *, last: bool = False
) -> Found:
    start = TEXT.rindex(shown) if last else TEXT.index(shown)
    return Found(
        document="d", start=start, end=start + len(shown), label=kind, entity=entity
    )


GOLD = [
    label("De Graaf", "g"),
    label("Sanne", "s"),
    label("Sanne", "s", last=True),
    label("J. de Graaf", "g"),
    label("JdG", "g"),
]


def written(name: str) -> tuple[str, list[str], Texts]:
    texts = Texts(documents={"d": TEXT}, roster=ROSTER)
    (write,) = variants([name]).values()
    new, gold = write(texts, GOLD)
    text = new.documents["d"]
    return text, [text[g.start : g.end] for g in gold], new


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("as is", ["De Graaf", "Sanne", "Sanne", "J. de Graaf", "JdG"]),
        ("lower", ["de graaf", "sanne", "sanne", "j. de graaf", "jdg"]),
        ("bare", ["De Graaf", "Sanne", "Sanne", "J. de Graaf", "JdG"]),
        ("spoken", ["de graaf", "sanne", "sanne", "j. de graaf", "jdg"]),
    ],
    ids=["as-is", "lower", "bare", "spoken"],
)
def test_labels_move_along(name: str, shown: list[str]) -> None:
    assert written(name)[1] == shown


def test_bare_text_keeps_labels_of_speakers_and_loses_other_marks() -> None:
    text, _, _ = written("bare")
    assert text == (
        "Mw De Graaf belde met Sanne\nSanne: Ik zag J. de Graaf en JdG mailde\n"
    )


@pytest.mark.parametrize("origin", origins())
def test_one_person_stays_one_and_letters_follow(origin: str) -> None:
    text, shown, new = written(origin)
    surname = new.roster[0].name.split()[-1]
    assert "Graaf" not in text
    assert "Sanne" not in text
    assert shown[0].endswith(surname)
    assert shown[3].endswith(surname)
    assert shown[1] == shown[2]
    assert shown[4][0] == shown[3][0]


def test_typo_is_one_edit() -> None:
    assert all(near(misspelt("Berendina", seed=str(n)), "Berendina") for n in range(30))


def test_pair_of_variants_is_written_one_after_the_other() -> None:
    assert written("polish+lower")[0] == written("polish")[0].lower()
