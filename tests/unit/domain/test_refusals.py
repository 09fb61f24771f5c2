"""What events, factors, interactions, passages and patterns refuse to be."""

import datetime as dt

import pytest

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.corrections import Do
from ltnlp.domain.errors import InvalidCorrectionError
from ltnlp.domain.events import Event
from ltnlp.domain.factors import FactorStatus, Valence
from ltnlp.domain.passages import Passage
from ltnlp.domain.patterns import Pattern, Road
from ltnlp.domain.spans import OffsetMap, Span
from tests import builders as make

MAY = dt.date(2021, 5, 1)


def test_bounds_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(ValueError, match="after latest"):
        Bounds(earliest=MAY, latest=MAY - dt.timedelta(days=1))


def test_an_event_that_nobody_tells_is_refused() -> None:
    with pytest.raises(ValueError, match="has no account"):
        Event(id="e1", what="niets", type="overig", accounts=())


@pytest.mark.parametrize(("text", "body"), [("", 0), ("Oma", 4), ("Oma", -1)])
def test_a_passage_without_words_or_with_its_body_outside_is_refused(
    text: str, body: int
) -> None:
    with pytest.raises(ValueError, match="no text or no body"):
        Passage(
            id="p1",
            document="d1",
            ordinal=0,
            span=Span(start=0, end=3),
            text=text,
            offsets=OffsetMap(pieces=()),
            body_start=body,
        )


def test_a_factor_that_was_decided_needs_somebody_who_decided() -> None:
    with pytest.raises(ValueError, match="decided by nobody"):
        make.factor(status=FactorStatus.ACCEPTED)
    decided = make.factor(status=FactorStatus.ACCEPTED, decided_by="begeleider")
    assert decided.status is FactorStatus.ACCEPTED


def test_an_interaction_that_no_passage_says_is_refused() -> None:
    with pytest.raises(ValueError, match="names no passage"):
        make.interaction(passages=())


@pytest.mark.parametrize("reviews", [(), ("r1",), ("r1", "r1")])
def test_what_one_review_shows_is_no_pattern(reviews: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="at least two reviews"):
        Pattern(
            id="t1",
            name="Wachten op elkaar",
            road=Road.CLUSTER,
            valence=Valence.HAMPERING,
            factors=("K03",),
            reviews=reviews,
            n_reviews=len(reviews),
            spread=0.5,
            stability=1.0,
            explanation_nl="",
        )


def test_a_name_corrected_to_an_unknown_label_is_refused() -> None:
    with pytest.raises(InvalidCorrectionError, match="unknown label") as refused:
        make.correction(do=Do.NAME, values={"label": "BIJNAAM"})
    assert "PERSON" in refused.value.message_nl
