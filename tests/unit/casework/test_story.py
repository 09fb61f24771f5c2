"""The story goes out and comes back; versions are kept when something changed."""

import io

import docx
import pytest

from ltnlp.casework.correct import correct
from ltnlp.casework.journal import journal
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.casework.story import take_back, write_story
from ltnlp.casework.versions import compare_versions, keep_version, list_versions
from ltnlp.casework.words import LEFT_OUT, without_names
from ltnlp.domain.corrections import Do
from ltnlp.domain.errors import InputError, StateError, UnreadableSourceError
from ltnlp.stages.replay import Replay
from ltnlp.stages.voices import own_words
from tests.unit.casework.test_report import NAME, review_in
from tests.unit.reporting import reviews


@pytest.fixture
def review(home) -> str:
    made = review_in(home)
    keep_version(home, made)
    return made


def rewritten(content: bytes, words: str = "Zo was het.") -> bytes:
    document = docx.Document(io.BytesIO(content))
    one = next(p for p in document.paragraphs if "vaak moe" in p.text)
    one.runs[1].text = f" {words}"
    gone = next(p for p in document.paragraphs if "oma" in p.text and "neemt" in p.text)
    gone._p.getparent().remove(gone._p)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def replayed(home, review) -> None:
    """What the next run does with the story."""
    store = home.store(review)
    timeline = store.timeline()
    made = Replay(journal(home, review).corrections, store.released().documents)
    texts = own_words(made, timeline.events)
    store.save_timeline(
        timeline.__class__(**{
            name: texts if name == "story" else getattr(timeline, name)
            for name in timeline.__slots__
        }),
        (),
    )  # fmt: skip


def test_a_story_is_released_and_what_was_edited_is_in_the_next(home, review, tmp_path):
    path = write_story(home, review, tmp_path, today=reviews.TODAY)
    assert [row["kind"] for row in home.system().releases()] == ["story"]
    done = take_back(home, review, rewritten(path.read_bytes()), by="lid")
    assert (done.edited, done.added, done.missing, done.refused) == (1, 0, 1, 0)
    (kept,) = home.store(review).corrections()
    assert (kept.do, kept.by, kept.target) == (Do.TELL, "lid", "e1")
    replayed(home, review)
    again = write_story(home, review, tmp_path, today=reviews.TODAY)
    shown = [p.text for p in docx.Document(str(again)).paragraphs]
    assert "In september 2021 Zo was het." in shown
    assert take_back(home, review, again.read_bytes(), by="lid").edited == 0


def test_what_was_taken_out_is_left_out_when_that_is_asked(home, review, tmp_path):
    path = write_story(home, review, tmp_path, today=reviews.TODAY)
    take_back(home, review, rewritten(path.read_bytes()), by="lid", leave_out=True)
    replayed(home, review)
    again = write_story(home, review, tmp_path, today=reviews.TODAY)
    assert not any(
        "oma" in p.text and "neemt" in p.text
        for p in docx.Document(str(again)).paragraphs
    )


def test_a_name_that_a_person_types_gets_its_pseudonym(home, review, tmp_path):
    path = write_story(home, review, tmp_path, today=reviews.TODAY)
    take_back(home, review, rewritten(path.read_bytes(), f"{NAME} belde."), by="lid")
    (kept,) = home.store(review).corrections()
    assert kept.one("words") == "In september 2021 [Moeder-1] belde."


def test_a_stranger_is_left_out(home, review):
    (told,) = without_names(home, review, ["Mevrouw Wilhelmina Oosterling kwam langs."])
    assert "Oosterling" not in told
    assert LEFT_OUT in told


def test_other_files_are_refused(home, review, tmp_path):
    other = docx.Document()
    other.add_paragraph("Een brief.")
    out = io.BytesIO()
    other.save(out)
    with pytest.raises(InputError):
        take_back(home, review, out.getvalue(), by="lid")
    with pytest.raises(UnreadableSourceError):
        take_back(home, review, b"PK\x03\x04 geen document", by="lid")


def test_a_version_is_kept_only_when_something_changed(home, review):
    assert keep_version(home, review) == 1
    assert compare_versions(home, review) is None
    store = home.store(review)
    timeline = store.timeline()
    first, *rest = timeline.events
    store.save_timeline(reviews.of_events(rest).timeline, ())
    assert keep_version(home, review) == 2
    assert [line.number for line in list_versions(home, review)] == [1, 2]
    found = compare_versions(home, review)
    assert (found.before, found.after) == (1, 2)
    assert first.id in {change.event for change in found.changes}
    with pytest.raises(InputError):
        compare_versions(home, review, 9)


def test_a_review_that_never_ran_has_no_version(home):
    made = new_review(home, Intake(title="Nieuw"), today=reviews.TODAY)
    for ask in (keep_version, compare_versions):
        with pytest.raises(StateError):
            ask(home, made)


def test_a_correction_of_a_paragraph_needs_its_words(home, review):
    assert correct(home, review, ['{"do": "tell", "event": "e1"}']).refused
