"""Marks of a row tell which cells a person changed, however a program wrote them."""

import pytest

from ltnlp.domain.rowformat import Column
from ltnlp.domain.rowstamps import changed, stamp_of

ROW = {Column.DATE: "12 mei 2022", Column.EVENT: "Ze  belde.", Column.MOMENT: 3}


@pytest.mark.parametrize(
    ("edited", "columns"),
    [
        ({}, ()),
        ({Column.EVENT: "Ze belde. "}, ()),
        ({Column.EVENT: "'Ze belde."}, ()),
        ({Column.MOMENT: "3"}, ()),
        ({Column.WORDS: "iets anders"}, ()),
        ({Column.DATE: "13 mei 2022"}, (Column.DATE,)),
        (
            {Column.MOMENT: None, Column.ORGANISATION: "school"},
            (Column.ORGANISATION, Column.MOMENT),
        ),
    ],
    ids=["nothing", "blanks", "quote", "number", "not read", "date", "two"],
)
def test_only_what_was_changed_is_told(edited, columns) -> None:
    assert changed(ROW | edited, stamp_of(ROW)) == columns


@pytest.mark.parametrize("stamp", ["", "abc", stamp_of(ROW) + "-x"])
def test_a_stamp_that_is_none_of_ours_tells_nothing(stamp: str) -> None:
    assert changed(ROW, stamp) is None
