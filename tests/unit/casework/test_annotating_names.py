"""Names of single records: a text of many lines is read as a source is."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ltnlp.casework.annotating_names import annotate

CHAT = "Groep klas 3\n[06-10-2022 15:12] Mer: ik ben ziek\n\n[06-10-2022 15:13] juf: beterschap"
HEAD = "GEGEVENS VAN HET GEZIN\n"
REPORT = (
    f"{HEAD}Kinderen: Fenna en Jelle\n\nOp 3 mei 2021 is Fenna gezien.\n"
    "Van 4 juni 2021 is er een brief, en van 5 juli 2021 een tweede.\n"
)


def spans(text: str) -> list[tuple[str, str]]:
    (answer,) = annotate([{"id": 1, "text": text}])
    return [(s["label"], text[s["start"] : s["end"]]) for s in answer["spans"]]


def test_who_sends_a_message_is_found_on_any_line():
    assert ("PERSON", "Mer") in spans(CHAT)


def test_what_one_line_says_of_dates_does_not_hold_for_the_others():
    assert [shown for label, shown in spans(REPORT) if label == "DATE_OF_BIRTH"] == []


def test_the_text_keeps_its_lines():
    (answer,) = annotate([{"id": 1, "text": CHAT}])
    assert answer["text"].splitlines()[0] == "Groep klas 3"
    assert len(answer["text"].splitlines()) == len(CHAT.splitlines())
    assert "Mer" not in answer["text"]


def test_lines_of_a_program_are_read_for_names_too():
    text = "WEBVTT\n\nNOTE gesproken door Fenna Zorvink\n\n1\n00:01.000 --> 00:02.000\nDag Fenna.\n"
    shown = [word for label, word in spans(text) if label == "PERSON"]
    assert {"Fenna Zorvink", "Fenna"} <= set(shown)


@given(st.lists(st.sampled_from(CHAT.splitlines() + REPORT.splitlines()), max_size=8))
def test_offsets_hold_and_what_is_no_name_stays(lines: list[str]):
    text = "\n".join(lines)
    (answer,) = annotate([{"id": 1, "text": text}])
    places = sorted(
        (s["start"], s["end"]) for s in answer["spans"] if s["pseudonym"] is not None
    )
    assert all(0 <= a < b <= len(text) for a, b in places)
    assert all(b <= c for (_, b), (c, _) in pairwise(places))
    if not places:
        assert answer["text"].split() == text.split()
