"""The report of one review: what it shows, that it is safe, and always the same."""

import dataclasses
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.events import Status
from ltnlp.domain.mentions import RosterEntry
from ltnlp.domain.timeline import Remark, View
from ltnlp.domain.versions import Change, ChangeKind, Comparison, FieldChange
from ltnlp.reporting import ReportInput, render_report
from ltnlp.reporting.pages import embedded
from tests import builders as make
from tests.unit.reporting import reviews

HOSTILE = (
    '</script><script>alert(1)</script><img src=x onerror="alert(2)"> & <!-- "\'\u2028'
)
BLAME = re.compile(
    r"\b(schuld|fout|fouten|verwijt|nalatig|nalatigheid|gefaald|falen|tekortgeschoten|"
    r"had moeten|ten onrechte|dader)\b",
    re.IGNORECASE,
)


class Outline(HTMLParser):
    """Which elements a page has, and what lies outside scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[dict[str, str | None]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append(dict(attrs))
        self._silent = tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    return parser


def words(page: str) -> str:
    return re.sub(r"\s+", " ", " ".join(outline(page).words))


def payload(page: str) -> Any:
    found = re.search(
        r'<script type="application/json" id="report">(.*?)</script>', page
    )
    assert found
    return json.loads(found[1])


def page_of(report: ReportInput) -> str:
    return render_report(report, today=reviews.TODAY)


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(reviews.sample())


def test_the_same_review_gives_the_same_page(page):
    assert page_of(reviews.sample()) == page


@pytest.mark.parametrize(
    "text",
    [
        "Een jongen die op school in slaap valt",
        "september 2021 – juni 2023",
        "gemaakt op 3 juni 2024",
        "Hoe kwamen zorgen over [Kind-1] bij anderen terecht?",
        "De bronnen noemen verschillende data",
        "intern begeleider: 4 oktober 2021; moeder: 12 oktober 2021",
        "Tegenspraak in de volgorde",
        "Tussen de aanmelding en de start van de behandeling vertellen de bronnen niets.",
        "Op de melding is geen terugkoppeling gevonden.",
        "een overdracht",
        "warme overdracht",
        "Toon voorstellen (2)",
        "Huisarts kreeg 1 keer geen antwoord",
        "1 gebeurtenis is niet duidelijk of die ook gebeurd is",
        "2 gebeurtenissen hebben geen datum",
        "destijds opgeschreven",
        "achteraf verteld",
    ],
)
def test_it_shows(page, text):
    assert text in words(page)


def test_moments_are_covered_until_asked_for(page):
    proposals = [a for tag, a in outline(page).elements if a.get("id") == "proposals"]
    assert "hidden" in proposals[0]


def test_no_word_of_ours_lays_blame(page):
    assert BLAME.findall(words(page_of(reviews.empty()))) == []
    assert BLAME.findall(words(page)) == []


def test_all_six_levels_have_their_place(page):
    levels = [
        a["id"]
        for tag, a in outline(page).elements
        if (a.get("id") or "").startswith("niveau-")
    ]
    assert len(levels) == 6


def test_every_event_brings_its_accounts_with_source_and_date_as_told(page):
    events = payload(page)["events"]
    called = next(e for e in events if e["id"] == "e2")
    documents = payload(page)["documents"]
    assert [documents[a["doc"]]["label"] for a in called["accounts"]] == [
        "gesprek_intern_begeleider",
        "gesprek_moeder",
    ]
    assert [a["date"] for a in called["accounts"]] == [
        "4 oktober 2021",
        "12 oktober 2021",
    ]
    assert called["date"] == "4 oktober 2021 of 12 oktober 2021"


def test_accounts_lead_to_their_passage_with_what_stands_around_it(page):
    found = payload(page)
    for event in found["events"]:
        for account in event["accounts"]:
            passage = found["passages"][account["passage"]]
            start, end = account["span"]
            assert passage["t"][start:end] == account["words"]


def test_only_passages_near_a_cited_one_leave():
    report = reviews.sample()
    apart = reviews.passage(900, "d1", "Hier staat niets wat ergens is aangehaald.")
    far = reviews.passage(901, "d1", "En hier ook niet.")
    between = reviews.passage(899, "d1", "Dit ook niet.")
    more = dataclasses.replace(report, passages=(*report.passages, between, apart, far))
    assert "En hier ook niet." not in page_of(more)


def test_uncertainty_reaches_the_picture(page):
    events = {e["id"]: e for e in payload(page)["events"]}
    assert events["e5"]["about"]
    assert events["e9"]["days"][1] is None
    assert events["e10"]["days"][0] is None
    assert not events["e13"]["dated"]
    assert events["e13"]["likely"][0] is not None
    assert events["e14"]["likely"] == [None, None]


def test_chapters_begin_with_history_and_end_with_what_has_no_date(page):
    assert payload(page)["chapters"] == [
        "Voorgeschiedenis",
        "2021",
        "2022",
        "2023",
        "Zonder datum",
    ]


def test_busy_years_are_divided():
    titles = payload(page_of(reviews.many(600)))["chapters"]
    assert titles[0] == "Januari 2014" or "–" in titles[0]


def test_rejected_events_and_the_roster_stay_out():
    report = reviews.sample()
    first, *rest = report.timeline.events
    changed = dataclasses.replace(
        report,
        timeline=dataclasses.replace(
            report.timeline,
            events=(dataclasses.replace(first, status=Status.REJECTED), *rest),
        ),
        review=dataclasses.replace(
            report.review, participants=(RosterEntry(name="Quirijn Zandstra"),)
        ),
    )
    page = page_of(changed)
    assert first.what not in page
    assert "Zandstra" not in page


def test_text_of_a_source_cannot_become_markup():
    report = reviews.of_events([reviews.event(1, HOSTILE, edtf="2020-03-04")])
    report = dataclasses.replace(
        report,
        review=dataclasses.replace(report.review, title=HOSTILE, questions=(HOSTILE,)),
    )
    page = page_of(report)
    found = outline(page)
    assert len(found.scripts) == 2
    assert not any(tag == "img" for tag, _ in found.elements)
    assert not any("onerror" in attributes for _, attributes in found.elements)
    assert payload(page)["events"][0]["what"] == HOSTILE


@given(st.text())
def test_embedded_json_never_holds_what_html_reads(text):
    found = str(embedded({"text": text}))
    assert json.loads(found) == {"text": text}
    assert not set("<>&\u2028\u2029") & set(found)


def test_nothing_is_fetched(page):
    assert "default-src 'none'" in page
    for tag, attributes in outline(page).elements:
        assert "src" not in attributes
        assert tag != "link"
        href = attributes.get("href") or "#"
        assert href.startswith("#")
    assert not re.search(r"@import|url\((?!#)|fetch\(|XMLHttpRequest", page)


@pytest.mark.parametrize(
    "report",
    [
        reviews.empty(),
        reviews.of_events([reviews.event(n, f"Iets {n}") for n in range(30)]),
        reviews.many(300),
    ],
    ids=["nothing found", "no dates", "many events"],
)
def test_every_review_gives_a_page(report):
    page = page_of(report)
    assert len(payload(page)["events"]) == len(report.timeline.events)
    assert len(outline(page).scripts) == 2


def test_an_empty_review_says_so():
    told = words(page_of(reviews.empty()))
    assert "Er zijn geen verbanden tussen organisaties gevonden." in told
    assert "Er zijn geen gaten of open einden gevonden." in told


def marked(**changes):
    """The sample after a group marked a moment and said how it sees it."""
    report = reviews.sample()
    first, second = report.timeline.moments
    view = View(by="casegroep", words="Hier liep het anders.", at=make.NOW)
    chosen = dataclasses.replace(
        second, status=Status.CONFIRMED, number=1, views=(view,)
    )
    timeline = dataclasses.replace(report.timeline, moments=(first, chosen))
    return dataclasses.replace(report, timeline=timeline, **changes)


def test_what_a_group_chose_stands_open_with_its_number_and_view():
    page = page_of(marked())
    chosen = [a for tag, a in outline(page).elements if a.get("id") == "chosen"]
    assert "hidden" not in chosen[0]
    assert "De casegroep: Hier liep het anders." in " ".join(words(page).split())
    assert (payload(page)["chosen"], payload(page)["moments"]) == ([11], [8])


def test_for_a_learning_meeting_no_proposal_is_in_the_page_until_a_group_chose():
    page = page_of(dataclasses.replace(reviews.sample(), meeting=True))
    assert "Markeer eerst zelf" in words(page)
    assert payload(page)["moments"] == []
    assert "Overdracht zonder verslag" not in page
    assert payload(page_of(marked(meeting=True)))["moments"] == [8]


def test_answers_of_participants_stand_beside_the_timeline():
    report = reviews.sample()
    remark = Remark(
        by="moeder",
        words="Dat was later.",
        at=make.NOW,
        event="e2",
        answer="klopt niet",
    )
    whole = Remark(by="moeder", words="Er mist iets.", at=make.NOW)
    timeline = dataclasses.replace(report.timeline, remarks=(remark, whole))
    shown = words(page_of(dataclasses.replace(report, timeline=timeline)))
    assert "Dat was later." in shown
    assert "Er mist iets." in shown
    assert "Antwoorden van deelnemers" not in words(page_of(report))


def test_what_changed_since_a_version_is_told_with_its_reason():
    fields = (
        FieldChange(field="when", before="2022", after=""),
        FieldChange(field="realised", before="ja", after="nee"),
        FieldChange(field="status", before="proposed", after="confirmed"),
        FieldChange(field="moment", before="", after="2"),
        FieldChange(field="organisations", before="", after="veilig_thuis"),
        FieldChange(field="accounts", before="2", after="2"),
    )
    changes = tuple(
        Change(
            kind=kind, event="e1", what="Oma belt", when="2022-05", fields=f, why_nl=w
        )
        for kind, f, w in (
            (ChangeKind.CAME, (), "nieuwe bron: school"),
            (ChangeKind.CHANGED, fields, "casegroep: agenda"),
        )
    )
    found = Comparison(before=1, after=2, before_at=make.NOW, changes=changes)
    shown = words(page_of(dataclasses.replace(reviews.sample(), changes=found)))
    assert "Mei 2022: Oma belt (nieuwe bron: school)" in shown
    assert (
        "datum: 2022 → zonder datum; gebeurd of niet: gebeurd → niet gebeurd; stand: "
        "voorstel → bevestigd; cruciaal moment: nee → nummer 2; organisaties: geen → "
        "veilig thuis; de lezingen zelf (casegroep: agenda)"
    ) in shown
    same = dataclasses.replace(found, changes=())
    assert "Wat er veranderde" not in page_of(
        dataclasses.replace(reviews.sample(), changes=same)
    )
