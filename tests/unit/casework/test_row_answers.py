"""What a person types into a cell of a table, and what can be made of it."""

import pytest

from ltnlp.casework.row_answers import told_by
from ltnlp.domain.errors import InputError
from ltnlp.domain.rowformat import Column

KINDS = {"huisarts": "Huisarts", "school_po": "Basisschool"}


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        (Column.EDTF, "2022-05", {"edtf": "2022-05"}),
        (Column.DATE, "op 12-5-2022", {"edtf": "2022-05-12"}),
        (Column.DATE, "12 mei 2022.", {"edtf": "2022-05-12"}),
        (Column.EVENT, "De school belde", {"what": "De school belde"}),
        (Column.REALISED, "Niet gebeurd", {"realised": "nee"}),
        (
            Column.ORGANISATION,
            "huisarts; basisschool,",
            {"organisations": ("huisarts", "school_po")},
        ),
        (Column.MOMENT, "3", {"moment": "3"}),
        (Column.MOMENT, "Ja", {"moment": "x"}),
        (Column.STATUS, "Bevestigd", {"status": "confirm"}),
    ],
    ids=lambda one: str(one) if isinstance(one, str) else "",
)
def test_a_cell_says_what_a_person_means(
    column: Column, cell: str, told: dict[str, object]
) -> None:
    assert told_by(column, cell, KINDS) == told


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        (Column.DATE, "niet 12 mei 2022", "niet te lezen"),
        (Column.DATE, "12 mei 2022 of later", "niet te lezen"),
        (Column.DATE, "ergens", "niet te lezen"),
        (Column.EVENT, "", "leeggemaakt"),
        (Column.REALISED, "wellicht", "bij 'Gebeurd'"),
        (Column.ORGANISATION, ";", "niet te herkennen"),
        (Column.ORGANISATION, "huisarts; bakker", "niet te herkennen"),
        (Column.MOMENT, "misschien", "een nummer"),
        (Column.STATUS, "", "bevestigd of afgewezen"),
    ],
    ids=lambda one: str(one) if isinstance(one, str) else "",
)
def test_a_cell_that_is_unclear_says_what_can_be_typed(
    column: Column, cell: str, why: str
) -> None:
    with pytest.raises(InputError) as refused:
        told_by(column, cell, KINDS)
    assert why in refused.value.message_nl
