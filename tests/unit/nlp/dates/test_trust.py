"""Confidence in whole documents: log odds by circumstance, flagged below a limit."""

import pytest

from ltnlp.domain.dates import DateType, UncertainDate
from ltnlp.nlp.dates.trust import Trust, trust, weighed

_TABLE = Trust(begin=1.0, weights={"quoted": -3.0, "plain": 2.0}, flag_below=0.8)


def _date(edtf: str | None, *, review: bool = False) -> UncertainDate:
    return UncertainDate(
        text="x", type=DateType.DURATION, edtf=edtf, needs_review=review
    )


def test_circumstances_add_up() -> None:
    assert _TABLE.share([]) == pytest.approx(0.731, abs=0.001)
    assert _TABLE.share(["plain", "unheard of"]) == pytest.approx(0.953, abs=0.001)
    assert _TABLE.share(["plain", "quoted"]) == pytest.approx(0.5)


def test_what_was_often_right_is_not_flagged() -> None:
    told = weighed(_date("P3W"), ["plain", "plain.absolute.numeric"])
    assert not told.needs_review
    assert told.confidence >= trust().flag_below


def test_what_was_often_wrong_is_flagged() -> None:
    told = weighed(_date("P3W"), ["doubted", "doubted.offset.after_length"])
    assert told.needs_review
    assert told.confidence < trust().flag_below


def test_what_has_no_value_stays_flagged() -> None:
    assert weighed(_date(None, review=True), ["plain"]).needs_review
