"""What is known of a source is changed after it came in; its text stays."""

import datetime as dt

import pytest

from ltnlp.casework.export import collect
from ltnlp.casework.intake import Upload, add_sources, source_text
from ltnlp.casework.progress import mark_of
from ltnlp.casework.reconstruct import reconstruct
from ltnlp.casework.reviews import Intake, end, load_sources, new_review
from ltnlp.casework.sources import About, describe
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.errors import InputError, StateError
from ltnlp.domain.reviews import ReviewState

TODAY = dt.date(2024, 5, 1)
TEXT = "Gisteren belde de basisschool het wijkteam. Het wijkteam belde niet terug."
ABOUT = About(
    kind=DocumentKind.FILE_EXTRACT,
    author_role="gezinswerker",
    made_on=dt.date(2024, 3, 8),
)


@pytest.fixture
def review(home) -> str:
    made = new_review(home, Intake(title="x"), today=TODAY)
    first = dt.date(2024, 4, 2)
    add_sources(
        home, made, [Upload(content=TEXT.encode(), file_name="a.txt", made_on=first)]
    )
    return made


def test_a_described_source_keeps_its_place_and_text(home, review):
    (before,) = load_sources(home, review).records
    describe(home, review, "s001", ABOUT)
    (after,) = load_sources(home, review).records
    assert after.document.id == before.document.id
    assert (after.document.kind, after.document.author_role) == (
        DocumentKind.FILE_EXTRACT,
        "gezinswerker",
    )
    assert after.document.contemporaneous
    assert source_text(home, review, after.document.id).text == TEXT


def test_the_day_that_is_given_later_decides_what_yesterday_was(home, review):
    reconstruct(home, review)
    told = {row["earliest"] for row in collect(home, review).dates}
    before = mark_of(home, review)
    describe(home, review, "s001", ABOUT)
    assert mark_of(home, review) != before
    reconstruct(home, review)
    again = {row["earliest"] for row in collect(home, review).dates}
    assert (told, again) == ({"2024-04-01"}, {"2024-03-07"})


def test_who_else_tells_is_of_another_organisation(home, review):
    said = About(kind=DocumentKind.INTERVIEW, author_role="moeder")
    add_sources(
        home,
        review,
        [
            Upload(
                content=TEXT.encode(),
                file_name="b.txt",
                slot="s001",
                author_role="moeder",
                author_kind="gezin",
            )
        ],
    )
    describe(home, review, "s001", said)
    (same,) = load_sources(home, review).records
    describe(home, review, "s001", ABOUT)
    (other,) = load_sources(home, review).records
    assert other.document.author_kind is None
    assert same.document.author_role == "moeder"


def test_only_a_source_of_an_open_review_is_described(home, review):
    with pytest.raises(InputError):
        describe(home, review, "s009", ABOUT)
    end(home, review, state=ReviewState.CLOSED, today=TODAY)
    with pytest.raises(StateError):
        describe(home, review, "s001", ABOUT)
