"""Candidates → mentions without overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.stages.mentions import GENITIVE, join


def candidate(
    start: int,
    end: int,
    label: Label = Label.PERSON,
    score: float = 0.9,
    reason: str = "test",
    **more: object,
) -> Candidate:
    return Candidate(
        passage="p",
        span=Span(start=start, end=end),
        label=label,
        found_by="test",
        reason=reason,
        score=score,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ([candidate(0, 4), candidate(0, 9)], [(0, 9, Label.PERSON)]),
        (
            [candidate(0, 9, score=0.6, reason="capital"), candidate(0, 9, Label.LOCATION)],
            [(0, 9, Label.LOCATION)],
        ),
        ([candidate(0, 5), candidate(3, 8)], [(0, 8, Label.PERSON)]),
        (
            [candidate(0, 12), candidate(3, 8, Label.EMAIL)],
            [(0, 12, Label.EMAIL)],
        ),
        (
            [candidate(0, 4, reason=GENITIVE), candidate(0, 5, score=0.6, reason="capital")],
            [(0, 4, Label.PERSON)],
        ),
        ([candidate(0, 4), candidate(4, 8)], [(0, 4, Label.PERSON), (4, 8, Label.PERSON)]),
        ([candidate(0, 9, Label.ROLE), candidate(3, 5)], [(3, 5, Label.PERSON)]),
        ([candidate(0, 2, Label.ROLE), candidate(3, 5)], [(0, 2, Label.ROLE), (3, 5, Label.PERSON)]),
    ],
    ids=["longer", "label of the surer", "union", "form", "genitive", "apart", "flag gives way", "flag stays"],
)  # fmt: skip
def test_overlap_is_resolved(
    given_: list[Candidate], expected: list[tuple[int, int, Label]]
) -> None:
    joined = join(given_)
    assert [(c.span.start, c.span.end, c.label) for c in joined] == expected


def test_what_weaker_detectors_know_is_kept() -> None:
    weak = candidate(0, 4, score=0.5, role="mentor", gender="f", entity="roster:1")
    (joined,) = join([candidate(0, 4), weak])
    assert (joined.role, joined.gender, joined.entity) == ("mentor", "f", "roster:1")


def test_two_roster_entries_on_one_place_leave_it_open() -> None:
    (joined,) = join(
        [candidate(0, 4, entity="roster:1"), candidate(0, 4, entity="roster:2")]
    )
    assert joined.entity is None


candidates = st.lists(
    st.builds(
        lambda start, length, label, score: candidate(
            start, start + length, label, score
        ),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from([Label.PERSON, Label.LOCATION, Label.EMAIL, Label.ADDRESS]),
        st.sampled_from([0.5, 0.7, 0.9]),
    ),
    max_size=12,
)


@given(candidates)
def test_everything_stays_covered_and_nothing_overlaps(given_: list[Candidate]) -> None:
    joined = join(given_)
    covered = {at for c in joined for at in range(c.span.start, c.span.end)}
    wanted = {at for c in given_ for at in range(c.span.start, c.span.end)}
    assert covered == wanted
    assert sum(len(c.span) for c in joined) == len(covered)


@given(candidates)
def test_joining_twice_is_joining_once(given_: list[Candidate]) -> None:
    once = join(given_)
    assert [c.span for c in join(once)] == [c.span for c in once]
