"""In which chapter an event is told."""

import datetime as dt

from ltnlp.domain.bounds import Bounds
from ltnlp.reporting.chapters import divide
from tests import builders as make

PERIOD = Bounds(earliest=dt.date(2022, 4, 1), latest=dt.date(2023, 10, 1))


def chapters(*events):
    timeline = make.timeline(*events, period=PERIOD)
    return [(c.title, [e.id for e in c.events]) for c in divide(timeline, events)]


def undated(name, context=None):
    account = make.account(f"a-{name}", date=None, context=context)
    return make.event(name, date=None, accounts=(account,))


def test_what_is_told_among_dated_things_stands_in_their_chapter():
    dated = make.event("e1", date=make.told("2022-11-14"))
    around = Bounds(earliest=dt.date(2022, 10, 1), latest=dt.date(2023, 1, 1))
    told = undated("e2", around)
    assert chapters(dated, told) == [("2022", ["e1", "e2"])]
    assert chapters(dated, undated("e3")) == [
        ("2022", ["e1"]),
        ("Zonder datum", ["e3"]),
    ]


def test_what_began_before_the_period_is_history():
    since = make.event("e1", date=make.told("2018/.."))
    within = make.event("e2", date=make.told("2022-11-14"))
    assert chapters(since, within) == [("Voorgeschiedenis", ["e1"]), ("2022", ["e2"])]
