"""Reports out of the stores: whole, and never with a name."""

import dataclasses

import pytest

from ltnlp.casework.home import Home
from ltnlp.casework.release import REGISTRY
from ltnlp.casework.report import write_papers, write_pattern_report, write_report
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.errors import PrivacyError, StateError
from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.store.released import Released
from tests.unit.reporting import reviews

NAME = "Quirine Zandstra"


def review_in(
    home: Home, *, title: str = "Een jongen die slaapt", leak: str = ""
) -> str:
    """A review whose stages ran, with one person in its registry."""
    report = reviews.sample()
    review = new_review(
        home, Intake(title=title, questions=(title,)), today=reviews.TODAY
    )
    entity = Entity(
        id="p1",
        label=Label.PERSON,
        pseudonym="[Moeder-1]",
        role="moeder",
        variants=(NAME, NAME.split()[-1]),
    )
    home.vault(review, purpose=Purpose.CHECK).keep(
        REGISTRY, Registry(entities=(entity,), taken=("[Moeder-1]",))
    )
    first, *rest = report.timeline.events
    first = dataclasses.replace(first, what=f"{first.what} {leak}".strip())
    store = home.store(review)
    store.save_released(
        Released(
            documents=report.documents,
            passages=report.passages,
            actors=(),
            dates=(),
            organisations=(),
        ),
        (),
    )
    store.save_timeline(dataclasses.replace(report.timeline, events=(first, *rest)), ())
    store.save_graph(report.graph)
    store.save_factors(report.factors)
    return review


def test_a_report_is_named_for_its_review_and_registered(home, tmp_path):
    review = review_in(home)
    path = write_report(home, review, tmp_path / "out", today=reviews.TODAY)
    assert path == tmp_path / "out" / f"{review}.html"
    assert "De intern begeleider belt [Moeder-1]" in path.read_text("utf-8")
    assert [row["kind"] for row in home.system().releases()] == ["report"]


def test_a_name_in_the_title_or_a_question_is_replaced(home, tmp_path):
    review = review_in(home, title=f"De zaak {NAME}")
    path = write_report(home, review, tmp_path, today=reviews.TODAY)
    page = path.read_text("utf-8")
    assert NAME.split()[-1] not in page
    assert f"Review {review}" in page
    assert "De zaak [Moeder-1]" in page


@pytest.mark.parametrize("write", [write_report, write_papers])
def test_a_name_that_is_left_stops_every_file(home, tmp_path, write):
    review = review_in(home, leak=NAME)
    with pytest.raises(PrivacyError) as caught:
        write(home, review, tmp_path / "out", today=reviews.TODAY)
    assert NAME not in f"{caught.value}{caught.value.message_nl}"
    assert not (tmp_path / "out").exists()
    assert home.system().releases() == []


def test_papers_are_written_together(home, tmp_path):
    review = review_in(home)
    paths = write_papers(home, review, tmp_path, today=reviews.TODAY)
    kinds = {path.suffix for path in paths}
    assert kinds == {
        ".docx",
        ".csv",
        ".xlsx",
        ".gexf",
        ".graphml",
        ".svg",
        ".png",
        ".ics",
        ".json",
    }
    stems = {path.stem for path in paths if path.stat().st_size}
    assert stems == {review, f"{review}-wie"}
    assert len(paths) == len(kinds) + 2


def test_a_review_that_never_ran_has_no_report(home, tmp_path):
    review = new_review(home, Intake(title="Nieuw"), today=reviews.TODAY)
    with pytest.raises(StateError) as caught:
        write_report(home, review, tmp_path, today=reviews.TODAY)
    assert "doorgerekend" in caught.value.message_nl


def test_patterns_are_a_page_even_before_a_comparison(home, tmp_path):
    path = write_pattern_report(home, tmp_path, today=reviews.TODAY)
    assert "Er zijn nog geen reviews vergeleken." in path.read_text("utf-8")
    assert [row["kind"] for row in home.system().releases()] == ["patterns"]
