"""BSNs: put out before anything is stored, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.casework.bsn import ERASED, blanked, erase, find
from ltnlp.domain.documents import ReadText, Segment, SegmentKind
from ltnlp.domain.spans import Span

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def passes_the_eleven_test(digits: str) -> bool:
    return sum(w * int(d) for w, d in zip(WEIGHTS, digits, strict=True)) % 11 == 0


def with_its_last_digit(digits: str) -> str:
    return digits + str(
        sum(w * int(d) for w, d in zip(WEIGHTS, digits, strict=False)) % 11
    )


valid = (
    st.from_regex(r"[1-9][0-9]{7}", fullmatch=True)
    .map(with_its_last_digit)
    .filter(lambda digits: len(digits) == 9)
)
invalid = st.from_regex(r"[1-8][0-9]{8}", fullmatch=True).filter(
    lambda digits: not passes_the_eleven_test(digits)
)


@given(valid)
def test_every_number_that_passes_the_eleven_test_is_put_out(digits):
    assert blanked(f"nr {digits}, zei ze") == f"nr {ERASED * 9}, zei ze"


@given(invalid)
def test_a_number_that_fails_the_test_stays(digits):
    assert blanked(f"dossier {digits} gesloten") == f"dossier {digits} gesloten"


@given(st.text(alphabet="bsn 0123456789.-:█\nBSN", max_size=60))
def test_offsets_stay_and_erasing_twice_is_erasing_once(text):
    once = blanked(text)
    assert len(once) == len(text)
    assert blanked(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "bsn 123456789",
        "BSN: 12345678",
        "BSN-nummer 123456789",
        "Burgerservicenummer van moeder is 123456789",
        "burger service nummer 123456789",
        "sofinummer 123456789",
        "sofi-nr. 123456789",
        "BSN 123 456 789",
        "BSN 1234.56.789",
        "bsn_123456789",
        "BSN\u00a0123\u00a0456\u00a0789",
        "111222333",
        "111.222.333",
        "1112.22.333",
        "111 222 333",
        "111-222-333",
        "Noor (111222333)",
        "111222333.",
        "999912345",
    ],
)
def test_a_bsn_in_any_dress_is_put_out(text):
    assert ERASED in blanked(text)
    assert not any(c.isdigit() for c in blanked(text))


@pytest.mark.parametrize(
    "text",
    [
        "BSN onbekend, geboren 12-03-2011",
        "BSN onbekend. 2011-03-12 geboren",
        "06-12345678",
        "+31612345678",
        "0612345678",
        "111222333444",
        "NL91ABNA0417164300",
        "Bsnoorlogen 12345678",
        "€ 1.111.222.333",
        "zaak 12345678",
        "BSN volgt later\n12345678",
    ],
)
def test_what_is_no_bsn_stays(text):
    assert blanked(text) == text


def test_a_source_keeps_its_places_and_its_speakers_are_freed_too():
    text = "Moeder 111222333: mijn BSN is 123456789."
    whole = Span(start=0, end=len(text))
    turn = Segment(
        span=whole,
        body=Span(start=18, end=len(text)),
        kind=SegmentKind.TURN,
        speaker="Moeder 111222333",
    )
    source = ReadText(format="txt", text=text, segments=(turn,))
    erased = erase(source)
    assert erased.text == f"Moeder {ERASED * 9}: mijn BSN is {ERASED * 9}."
    assert erased.segments[0].speaker == f"Moeder {ERASED * 9}"
    assert erased.segments[0].span == whole


def test_a_source_without_a_bsn_is_the_same_source():
    source = ReadText(format="txt", text="Niets.", segments=())
    assert erase(source) is source


def test_places_of_bsns_are_told():
    assert find("x 111222333") == (Span(start=2, end=11),)
