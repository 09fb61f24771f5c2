"""Releases tell no true day: not in texts, tables, graphs, calendars, or properties."""

import datetime as dt
import io
import json
import zipfile
from dataclasses import replace

import pytest

from ltnlp.casework.datings import (
    AMOUNT,
    SETTING,
    retold,
    rule_of,
    secret_weeks,
    set_rule,
)
from ltnlp.casework.export import collect, export_retold
from ltnlp.casework.report import gather
from ltnlp.casework.reviews import Intake, load_sources, new_review
from ltnlp.domain.datings import LEAST_WEEKS, MOST_WEEKS, DateRule
from ltnlp.domain.errors import InputError
from ltnlp.domain.months import MONTHS
from ltnlp.domain.pseudonyms import ReleasedDate
from ltnlp.domain.purposes import Purpose
from ltnlp.reporting import (
    render_calendar,
    render_csv,
    render_gexf,
    render_graphml,
    render_report,
    render_story,
    render_svg,
    render_xlsx,
)
from ltnlp.reporting.bookmarks import without_bookmarks
from ltnlp.reporting.story_back import read_back
from ltnlp.store.released import Released
from tests import builders as make
from tests.unit.casework.test_report import review_in
from tests.unit.reporting import reviews

CASE_DAY = dt.date(2023, 5, 3)
TOLD = "Op woensdag 3 mei 2023 belde [Moeder-1] de school."
LATER = "Op 19 mei 2023 kwam er antwoord, na de meivakantie."
FORMS = (
    "3 mei", "3 mei 2023", "03-05-2023", "3-5-2023", "2023-05-03", "20230503",
    "19 mei", "2023-05-19", "20230519",
)  # fmt: skip
RENDERED = {
    "html": lambda r: render_report(r, today=reviews.TODAY).encode(),
    "docx": lambda r: render_story(r, today=reviews.TODAY),
    "csv": render_csv,
    "xlsx": render_xlsx,
    "gexf": lambda r: render_gexf(r, today=reviews.TODAY),
    "graphml": render_graphml,
    "svg": render_svg,
    "ics": lambda r: render_calendar(r, today=reviews.TODAY),
}


@pytest.fixture
def review(home) -> str:
    """A review that tells of two days, in every kind of text that it has."""
    made = review_in(home)
    store = home.store(made)
    one = make.document("d1", label="gesprek 20230503.txt", made_on=CASE_DAY)
    texts = (TOLD, LATER)
    passages = tuple(
        make.passage(f"p{n}", text, document="d1", ordinal=n)
        for n, text in enumerate(texts)
    )
    days = (
        make.told("2023-05-03", "3 mei 2023"),
        make.told("2023-05-19", "19 mei 2023"),
    )
    dates = tuple(
        ReleasedDate(passage=p.id, span=make.span(p.text.find(d.text), p.text.find(d.text) + len(d.text)), value=d)
        for p, d in zip(passages, days, strict=True)
    )  # fmt: skip
    store.save_released(
        Released(documents=(one,), passages=passages, actors=(), dates=dates, organisations=()), ()
    )  # fmt: skip
    events = tuple(
        make.event(
            f"e{n}", what=p.text.removesuffix("."), date=d,
            accounts=(make.account(f"a{n}", passage=p.id, wording=p.text, span=make.span(0, len(p.text)), source=make.span(0, len(p.text)), date=d),),
        )
        for n, (p, d) in enumerate(zip(passages, days, strict=True))
    )  # fmt: skip
    store.save_timeline(make.timeline(*events, period=days[0].bounds), ())
    store.save_graph(
        replace(
            reviews.sample().graph,
            interactions=(
                make.interaction(
                    "i1", date=days[0], flow="mail van 3 mei", passages=("p0",)
                ),
            ),
        )
    )
    store.save_factors(
        (make.factor("f1", passage="p0", wording=TOLD, span=make.span(3, 30)),)
    )
    return made  # fmt: skip


def words_in(content: bytes) -> str:
    """All that a file says, opened where it is an archive."""
    if content[:2] != b"PK":
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )


RULES = [DateRule.SHIFT, DateRule.MONTH, DateRule.QUARTER, DateRule.YEAR]


def in_excel(day: dt.date) -> str:
    return f"<v>{(day - dt.date(1899, 12, 30)).days}</v>"


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("kind", RENDERED)
def test_no_true_day_is_in_a_release(home, review, kind, rule):
    told = words_in(RENDERED[kind](retold(home, review, gather(home, review), rule)))
    for form in (*FORMS, in_excel(CASE_DAY), "DTSTART;VALUE=DATE:20230503"):
        assert form not in told, form
    assert "meivakantie" not in told


@pytest.mark.parametrize("kind", sorted(set(RENDERED) - {"svg", "graphml"}))
def test_the_search_finds_true_days_in_working_papers(home, review, kind):
    told = words_in(RENDERED[kind](gather(home, review)))
    assert any(form in told for form in (*FORMS, in_excel(CASE_DAY)))


@pytest.mark.parametrize("rule", RULES)
def test_no_true_day_is_in_an_export(home, review, tmp_path, rule):
    paths = export_retold(home, review, tmp_path, today=reviews.TODAY, dates=rule)
    told = "\n".join(path.read_text("utf-8") for path in paths)
    assert not [form for form in FORMS if form in told]
    assert "identifiers.json" not in {path.name for path in paths}
    assert home.system().releases()[-1]["kind"] == f"export, dates: {rule}"


def test_the_export_of_a_shifted_review_keeps_its_weekdays(home, review):
    rows = collect(home, review, rule=DateRule.SHIFT).events
    moved = [dt.date.fromisoformat(row["edtf"]) for row in rows]
    away = {
        day - true
        for day, true in zip(moved, (CASE_DAY, dt.date(2023, 5, 19)), strict=True)
    }
    assert away == {dt.timedelta(weeks=secret_weeks(home, review))}
    name = MONTHS[moved[0].month - 1]
    assert rows[0]["description"].startswith(f"Op woensdag {moved[0].day} {name}")


def test_places_in_passages_still_hold_their_words(home, review):
    shown = retold(home, review, gather(home, review), DateRule.QUARTER)
    passages = {p.id: p for p in shown.passages}
    for event in shown.timeline.events:
        (told,) = event.accounts
        assert told.span.of(passages[told.passage].text) == told.wording
    (factor,) = shown.factors
    inside = factor.span.of(passages[factor.passage].text)
    assert inside.startswith("het tweede kwartaal") or "kwartaal" in inside
    assert "(datums per kwartaal)" in shown.review.title
    assert gather(home, review).passages[0].text == TOLD


def test_the_amount_is_drawn_once_and_lies_in_the_vault_only(home, review):
    weeks = secret_weeks(home, review)
    assert LEAST_WEEKS <= abs(weeks) <= MOST_WEEKS
    assert {secret_weeks(home, review) for _ in range(5)} == {weeks}
    assert home.vault(review, purpose=Purpose.CHECK).get(AMOUNT) == str(weeks).encode()
    files = [p for p in home.folder(review).rglob("*") if p.is_file()]
    assert not any(AMOUNT.encode() in path.read_bytes() for path in files)
    other = {
        secret_weeks(home, new_review(home, Intake(title="x"), today=reviews.TODAY))
        for _ in range(24)
    }
    assert len(other) > 2


def test_the_setting_decides_where_nobody_says_otherwise(home):
    assert rule_of(home) is DateRule.TRUE
    assert set_rule(home, "month") is DateRule.MONTH
    assert home.system().rules()[SETTING] == "month"
    assert home.system().audit_log()[-1].purpose
    with pytest.raises(InputError):
        set_rule(home, "ooit")
    assert rule_of(home) is DateRule.MONTH
    assert rule_of(home, "shift") is DateRule.SHIFT
    with pytest.raises(InputError) as refused:
        rule_of(home, "vaag")
    assert "quarter" in refused.value.message_nl


def test_a_story_whose_days_are_not_true_cannot_be_taken_back(home, review):
    story = render_story(gather(home, review), today=reviews.TODAY)
    assert read_back(story)
    assert read_back(without_bookmarks(story)) == ()


def test_true_stays_as_it_is(home, review):
    report = gather(home, review)
    assert retold(home, review, report, DateRule.TRUE) is report


def test_a_review_without_days_can_be_released(home):
    made = review_in(home)
    shown = retold(home, made, gather(home, made), DateRule.SHIFT)
    assert load_sources(home, made).records == ()
    assert len(shown.timeline.events) == len(gather(home, made).timeline.events)
    json.dumps([e.what for e in shown.timeline.events])
