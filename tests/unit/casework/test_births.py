"""An age told in one document counts from a birth that another tells."""

import datetime as dt

from ltnlp.casework.desk import desk_of
from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.reconstruct import DateList, find_names, read_dates, readable
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.purposes import Purpose

TODAY = dt.date(2024, 5, 1)
TOLD = b"Toen Mirre zes werd, ging het mis op school."
FILE = b"Kind: Mirre Postma, geb. 14-02-2012"


def ages(home, review) -> list[str | None]:
    find_names(home, review)
    for document in readable(home, review):
        read_dates(home, review, document.id)
    vault = home.vault(review, purpose=Purpose.CHECK)
    lists = [vault.recall(f"dates:{d.id}", DateList) for d in readable(home, review)]
    return [
        mention.value.edtf
        for listed in lists
        for mention in (listed.mentions if listed else ())
        if mention.value.rule == "age.when"
    ]


def test_a_birth_told_later_places_an_age_that_was_open(home) -> None:
    review = new_review(home, Intake(title="x"), today=TODAY)
    add_sources(home, review, [Upload(content=TOLD, file_name="a.txt")])
    assert ages(home, review) == [None]
    add_sources(home, review, [Upload(content=FILE, file_name="b.txt")])
    assert ages(home, review) == ["2018-02-14/2019-02-13"]


HANDED_OUT = "Datum,Gebeurtenis,Kenmerk\n4-5-2021,Gebeld,abc.def\n"
"""A table with the column of marks that only our own tables have."""


def test_whole_dates_are_known_but_not_those_of_a_table_of_ours(home) -> None:
    review = new_review(home, Intake(title="x"), today=TODAY)
    mail = Upload(content=b"Op 3 mei 2021 is zij geweest.", file_name="a.txt")
    table = Upload(content=HANDED_OUT.encode(), file_name="b.csv")
    add_sources(home, review, [mail, table])
    find_names(home, review)
    assert desk_of(home, review).births().told == (dt.date(2021, 5, 3),)
