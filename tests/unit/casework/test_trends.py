"""Trends: a new version only when so many came in that none can be subtracted."""

import dataclasses
import datetime as dt

import pytest

from ltnlp.casework import trends
from ltnlp.casework.trends import publish_trends, smallest_cell
from ltnlp.domain.errors import InputError, PrivacyError
from ltnlp.domain.patterns import CodeHistory
from ltnlp.domain.trends import ALL, Subject
from ltnlp.store.trend_store import TrendStore
from ltnlp.store.trends import opened
from tests.builders import fact

TODAY = dt.date(2024, 5, 1)


def versions(home):
    return TrendStore(home.system_database()).publications()


def finalise(home, first, last):
    for number in range(first, last):
        home.system().save_facts(f"f{number}", [fact(f"f{number}")])


def test_too_few_reviews_publish_nothing(home):
    finalise(home, 0, 4)
    made = publish_trends(home, today=TODAY)
    assert made.path is None
    assert "nog 1 afgesloten" in made.why_nl
    assert versions(home) == []


def test_a_version_is_published_and_the_next_waits_for_enough_new_ones(home):
    finalise(home, 0, 5)
    first = publish_trends(home, today=TODAY)
    assert first.path.name == "1.duckdb"
    assert first.reviews == 5
    finalise(home, 5, 9)
    assert publish_trends(home, today=TODAY).path is None
    finalise(home, 9, 10)
    assert publish_trends(home, today=TODAY).path.name == "2.duckdb"
    assert [row["reviews"] for row in versions(home)] == [5, 10]
    assert home.system().audit_log()[-1].action == "trends published"


def test_a_publication_that_died_is_counted_as_published(home, monkeypatch):
    finalise(home, 0, 5)

    def dies(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(trends, "publish", dies)
    with pytest.raises(KeyboardInterrupt):
        publish_trends(home, today=TODAY)
    monkeypatch.undo()
    finalise(home, 5, 6)
    assert publish_trends(home, today=TODAY).path is None
    finalise(home, 6, 10)
    assert publish_trends(home, today=TODAY).path.name == "2.duckdb"


@pytest.mark.parametrize(("typed", "expected"), [("8", 8), ("3", 3), ("1", 3)])
def test_the_smallest_cell_can_be_raised_and_never_under_three(home, typed, expected):
    home.system().set_rule("k", typed)
    assert smallest_cell(home) == expected


def test_a_version_that_would_give_something_away_is_not_made(home, monkeypatch):
    finalise(home, 0, 5)

    def refuses(edition):
        raise PrivacyError("no", message_nl="Wacht tot er meer zijn.")

    monkeypatch.setattr(trends, "publishable", refuses)
    made = publish_trends(home, today=TODAY)
    assert (made.path, made.why_nl) == (None, "Wacht tot er meer zijn.")
    monkeypatch.undo()
    assert publish_trends(home, today=TODAY).path.name == "1.duckdb"


def test_regions_are_counted_where_the_setting_allows_it(home):
    trends.set_trend_rules(home, regions=True)
    finalise(home, 0, 5)
    path = publish_trends(home, today=TODAY).path
    with opened(path) as session:
        rows = session.answer("questions/trends/factoren_per_regio.sql")
    assert [row["regio"] for row in rows] == ["onbekend"]


def test_rules_of_trends_are_kept_and_none_goes_under_three(home):
    trends.set_trend_rules(home, k=8)
    assert smallest_cell(home) == 8
    trends.set_trend_rules(home, regions=False)
    assert home.system().rules()["trends_regio"] == "nee"
    log = len(home.system().audit_log())
    trends.set_trend_rules(home)
    assert len(home.system().audit_log()) == log
    trends.set_trend_rules(home, k=3)
    with pytest.raises(InputError):
        trends.set_trend_rules(home, k=2)
    assert smallest_cell(home) == 3


def test_a_renamed_factor_is_published_as_what_it_is_now(home, monkeypatch):
    finalise(home, 0, 5)
    publish_trends(home, today=TODAY)
    code = fact().factor
    renamed = CodeHistory(factors={code: "K99"}, patterns={})
    monkeypatch.setattr(trends, "code_history", lambda: renamed)
    for number in range(5, 10):
        told = [dataclasses.replace(fact(f"f{number}"), factor="K99")]
        home.system().save_facts(f"f{number}", told)
    publish_trends(home, today=TODAY)
    shown = TrendStore(home.system_database()).earlier()
    factors = {i: cells for i, cells in shown.items() if i.subject is Subject.FACTOR}
    assert {item.values[0] for item in factors} == {"K99"}
    assert [cells[ALL].reviews for cells in factors.values()] == [10]


def test_codes_of_one_review_do_not_become_one(home):
    one, other = fact("f1"), dataclasses.replace(fact("f1"), factor="K99")
    home.system().save_facts("f1", [one, other])
    home.system().save_facts("f2", [dataclasses.replace(one, review="f2")])
    store = TrendStore(home.system_database())
    assert store.tells_both(str(one.factor), "K99")
    assert not store.tells_both(str(one.factor), "K01")
