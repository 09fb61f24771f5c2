"""The paper for a member check: own story only, and answers that come back."""

import dataclasses
import io

import docx
import pytest
from docx.oxml.ns import qn

from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.spans import OffsetMap
from ltnlp.reporting import participants, read_answers, render_check
from tests.unit.reporting import reviews

TODAY = reviews.TODAY


def paper(name: str = "moeder", given=None):
    given = given or reviews.sample()
    one = next(p for p in participants(given) if p.name == name)
    return docx.Document(io.BytesIO(render_check(given, one, today=TODAY)))


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def all_words(document) -> str:
    return "\n".join(text.text or "" for text in document.element.body.iter(qn("w:t")))


def test_every_teller_has_a_paper():
    names = [p.name for p in participants(reviews.sample())]
    assert names == ["gezinscoach", "intern begeleider", "jeugdarts", "moeder"]


def test_a_paper_holds_the_own_story_and_nothing_of_others():
    words = all_words(paper())
    assert "Ze belde pas toen ik al met hem bij de huisarts was geweest" in words
    assert "Ik heb haar op 4 oktober gebeld" not in words
    assert "intern begeleider" not in words
    assert "Periode van de review: september 2021 – juni 2023." in words


def test_a_telling_and_the_room_for_its_answer_stay_on_one_page():
    first = paper().tables[0]
    cells = [cell for row in first.rows for cell in row.cells]
    kept = [p.paragraph_format.keep_with_next for c in cells for p in c.paragraphs]
    assert len(kept) > len(cells)
    assert all(kept)


def test_a_tunnel_holds_what_they_knew_by_their_own_telling():
    given = reviews.sample()
    for one in participants(given):
        mine = {account.id for _, account in one.tellings}
        assert all(state.account in mine for _, state in one.tunnel)
    knew = next(p for p in participants(given) if p.tunnel)
    assert "Wat u toen wist" in all_words(paper(knew.name))
    assert "Wat u toen wist" not in all_words(paper("moeder"))


def test_what_they_told_beside_the_timeline_is_shown_too():
    given = reviews.sample()
    text = "Hij tekende toen veel."
    extra = ReleasedPassage(
        id="px", document="d1", ordinal=999, text=text, speaker="moeder",
        offsets=OffsetMap.identity(start=0, length=len(text)), name_check=lambda _: False,
    )  # fmt: skip
    given = dataclasses.replace(given, passages=(*given.passages, extra))
    assert text in all_words(paper(given=given))
    assert "Kunt u vertellen" not in all_words(paper(given=given))


@pytest.mark.parametrize(
    "text",
    [
        "Van: [Moeder-1] <[E-mailadres-1]>",
        "Beste [Mentor-1],",
        "Met vriendelijke groet,",
        "[Moeder-1]",
    ],
)
def test_heads_and_greetings_are_no_telling(text):
    given = reviews.sample()
    extra = ReleasedPassage(
        id="px", document="d1", ordinal=999, text=text, speaker="moeder",
        offsets=OffsetMap.identity(start=0, length=len(text)), name_check=lambda _: False,
    )  # fmt: skip
    given = dataclasses.replace(given, passages=(*given.passages, extra))
    one = next(p for p in participants(given) if p.name == "moeder")
    assert extra not in one.unused


def test_a_joined_event_is_called_by_the_own_words_only():
    given = reviews.sample()
    for one in participants(given):
        words = all_words(paper(one.name))
        own = " ".join(account.wording for _, account in one.tellings).lower()
        for event, _ in one.tellings:
            assert event.what not in words or event.what.lower().rstrip(".") in own


def boxes(document, table: int):
    first = document.tables[table].cell(2, 1).paragraphs[0]
    return list(first._p.iter(qn("w:t")))


def test_a_paper_that_nobody_filled_in_holds_no_answer():
    found = read_answers(saved(paper()))
    assert (found.by, found.answers, found.ours) == ("moeder", (), True)


def test_what_is_ticked_and_written_comes_back():
    document = paper()
    boxes(document, 0)[2].text = "☒"
    cell = document.tables[0].cell(2, 1)
    cell.paragraphs[2].add_run("Dit was pas in juni.")
    cell.add_paragraph("Echt waar.")
    boxes(document, 1)[0].text = "x"
    for box in (0, 2):
        boxes(document, 2)[box].text = "☒"
    room = document.tables[-1].cell(0, 0)
    room.paragraphs[0].add_run(" Eerst dit.")
    room.paragraphs[1].add_run("Er mist een gesprek.")
    found = read_answers(saved(document)).answers
    assert [(a.answer, a.words) for a in found] == [
        ("klopt niet", "Dit was pas in juni.\nEcht waar."),
        ("klopt", ""),
        ("", "Eerst dit.\nEr mist een gesprek."),
    ]
    assert found[0].account == "a3"
    assert found[2].account == ""


@pytest.mark.parametrize("words", ["", "Zomaar een brief."])
def test_another_document_is_no_paper(words):
    document = docx.Document()
    document.add_paragraph(words)
    assert not read_answers(saved(document)).ours
