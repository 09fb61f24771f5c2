"""What values refuse when they are made, and what they say of themselves."""

import datetime as dt

import pytest

from ltnlp.domain.dates import DateType, UncertainDate
from ltnlp.domain.documents import ReadText, Segment, SegmentKind
from ltnlp.domain.errors import LtnlpError, UnreadableReason, UnreadableSourceError
from ltnlp.domain.knowledge import Knowing, Tunnel
from ltnlp.domain.spans import OffsetMap
from tests import builders as make

DAY = dt.date(2023, 6, 15)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"edtf": "2023-05"}, "disagree"),
        ({"earliest": DAY}, "disagree"),
        ({"qualifier": "!"}, "qualifier"),
        ({"confidence": 1.1}, "between"),
    ],
    ids=["no bounds", "no edtf", "qualifier", "confidence"],
)
def test_a_date_that_contradicts_itself_is_refused(changes, why):
    with pytest.raises(ValueError, match=why):
        UncertainDate(**({"text": "", "type": DateType.DATE, "edtf": None} | changes))


def test_segments_must_be_in_order_and_inside():
    one = make.read_text("een", "twee").segments
    with pytest.raises(ValueError, match="ordered"):
        ReadText(format="txt", text="een\ntwee", segments=one[::-1])
    with pytest.raises(ValueError, match="inside"):
        ReadText(format="txt", text="een", segments=one)
    with pytest.raises(ValueError, match="inside the segment"):
        Segment(span=make.span(0, 3), body=make.span(0, 4), kind=SegmentKind.PARAGRAPH)


def test_an_error_speaks_two_languages():
    plain = LtnlpError("broken")
    assert plain.message_nl == "broken"
    source = UnreadableSourceError(
        UnreadableReason.CORRUPT, message_nl="Beschadigd.", source="d1"
    )
    assert str(source) == "unreadable source: corrupt (d1)"
    assert source.reason is UnreadableReason.CORRUPT
    nameless = UnreadableSourceError(UnreadableReason.EMPTY, message_nl="Leeg.")
    assert str(nameless) == "unreadable source: empty"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, False),
        ({"known_from": make.told("2023-06-15").bounds}, True),
        ({"known_from": make.told("2023-06-01/..").bounds}, True),
        ({"known_from": make.told(None).bounds}, False),
        ({"known_from": make.told("2023").bounds}, False),
        (
            {"known_from": make.told("2020").bounds, "how": Knowing.DID_NOT_KNOW},
            False,
        ),
    ],
    ids=["some day of the month", "that day", "since", "no day", "that year", "not"],
)
def test_what_was_surely_known_on_a_day(changes, expected):
    assert make.knowledge(**changes).surely_known_on(DAY) is expected


def test_a_timeline_finds_an_event_by_any_of_its_ids():
    timeline = make.timeline(make.event("e1", formerly=("e0",)), make.event("e2"))
    assert timeline.event("e0") is timeline.event("e1") is timeline.events[0]
    assert timeline.event("e9") is None


def test_a_view_holds_only_what_was_known_then():
    early = make.knowledge("e1", known_from=make.told("2023-05").bounds)
    late = make.knowledge("e2", known_from=make.told("2023-07").bounds)
    timeline = make.timeline(knowledge=(early, late))
    assert timeline.known_as_of("wijkteam", DAY) == (early,)
    assert timeline.known_as_of("gezin", DAY) == ()
    Tunnel(actor="wijkteam", moment=DAY, states=(early,))
    with pytest.raises(ValueError, match="not known yet"):
        Tunnel(actor="wijkteam", moment=DAY, states=(late,))


def test_a_view_holds_nothing_that_was_not_known():
    never = make.knowledge(how=Knowing.DID_NOT_KNOW)
    with pytest.raises(ValueError, match="known since"):
        Tunnel(actor="wijkteam", moment=DAY, states=(never,))


def test_a_map_of_nothing_composes_to_nothing():
    empty = OffsetMap(pieces=())
    assert empty.through(OffsetMap.identity(start=0, length=3)) == empty
