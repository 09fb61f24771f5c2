import pytest

from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.spans import OffsetMap
from ltnlp.stages.overviews import overviews
from tests.unit.stages.story import document


def head(text: str, ordinal: int = 0) -> ReleasedPassage:
    return ReleasedPassage(
        id="p1",
        document="d1",
        ordinal=ordinal,
        text=text,
        offsets=OffsetMap.identity(start=0, length=len(text)),
        name_check=lambda _: False,
    )


@pytest.mark.parametrize(
    ("text", "ordinal", "kind", "afterwards"),
    [
        ("Dossieroverzicht, opgemaakt 12 juni 2023", 0, DocumentKind.FILE_EXTRACT, True),
        ("Chronologie\nSamengesteld door de teamleider", 1, DocumentKind.FILE_EXTRACT, True),
        ("Dossier van het gezin, geopend 12 juni 2023", 0, DocumentKind.FILE_EXTRACT, False),
        ("12-06 Overzicht van schulden opgemaakt", 9, DocumentKind.FILE_EXTRACT, False),
        ("Dossieroverzicht, opgemaakt 12 juni 2023", 0, DocumentKind.INTERVIEW, False),
    ],
    ids=["an overview", "drawn up by", "a plain file", "a note", "an interview"],
)  # fmt: skip
def test_a_file_says_at_its_head_that_it_was_drawn_up_afterwards(
    text: str, ordinal: int, kind: DocumentKind, afterwards: bool
) -> None:
    found = overviews([head(text, ordinal)], [document("d1", kind=kind)])
    assert bool(found) is afterwards
