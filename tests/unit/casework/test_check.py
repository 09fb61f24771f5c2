"""Member check: papers are released, answers lie in the journal under a role."""

import io

import docx
import pytest

from ltnlp.casework.check import take_answers, write_checks
from ltnlp.domain.corrections import Do
from ltnlp.domain.errors import InputError, PrivacyError
from tests.unit.casework.test_report import NAME, review_in
from tests.unit.reporting import reviews


def filled(path, words: str) -> bytes:
    document = docx.Document(str(path))
    document.tables[0].cell(2, 1).paragraphs[2].add_run(words)
    document.tables[-1].cell(0, 0).paragraphs[1].add_run("Er mist iets.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_each_participant_has_a_numbered_paper_that_is_registered(home, tmp_path):
    review = review_in(home)
    papers = write_checks(home, review, tmp_path, today=reviews.TODAY)
    assert [p.participant for p in papers][-1] == "moeder"
    assert all("moeder" not in paper.path.name for paper in papers)
    assert [row["kind"] for row in home.system().releases()] == ["check"]


def test_a_name_that_is_left_stops_every_paper(home, tmp_path):
    review = review_in(home, leak=NAME)
    with pytest.raises(PrivacyError):
        write_checks(home, review, tmp_path / "out", today=reviews.TODAY)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("by", "role"), [(None, "moeder"), ("ouder", "ouder")])
def test_answers_are_kept_once_without_names_under_the_role(home, tmp_path, by, role):
    review = review_in(home)
    *_, mother = write_checks(home, review, tmp_path, today=reviews.TODAY)
    content = filled(mother.path, f"Nee, {NAME} was er niet bij.")
    assert take_answers(home, review, content, by=by).appended == 2
    assert take_answers(home, review, content, by=by).appended == 0
    one, whole = home.store(review).corrections()
    assert (one.do, one.by, one.target) == (Do.REMARK, role, "a3")
    assert one.one("words") == "Nee, [Moeder-1] was er niet bij."
    assert (whole.target, whole.one("words")) == (None, "Er mist iets.")


def test_another_document_is_refused(home):
    review = review_in(home)
    out = io.BytesIO()
    docx.Document().save(out)
    with pytest.raises(InputError):
        take_answers(home, review, out.getvalue())
