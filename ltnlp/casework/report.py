"""Reports: what the stores hold of a review, as pages that people read."""

import datetime as dt
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ltnlp.casework.datings import kind_of, retold, rule_of
from ltnlp.casework.home import Home
from ltnlp.casework.last_run import never_run
from ltnlp.casework.pattern_names import named_patterns
from ltnlp.casework.release import (
    DESTROY_AFTER_DAYS,
    REGISTRY,
    Output,
    refuse_names,
    release_outputs,
)
from ltnlp.casework.reviews import load_review
from ltnlp.casework.typed_words import labelled, strict_check, without_initials
from ltnlp.casework.versions import compare_versions, list_versions
from ltnlp.casework.words import without_names
from ltnlp.domain.datings import DateRule
from ltnlp.domain.mentions import Taxonomy
from ltnlp.domain.pseudonyms import NOT_RELEASED, NameCheck, Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.reviews import Review
from ltnlp.domain.versions import Comparison
from ltnlp.nlp.factors import factor_codes, pattern_library
from ltnlp.nlp.motifs import motif_library
from ltnlp.nlp.neutral import loaded_words, story_verbs
from ltnlp.nlp.organisations import taxonomy
from ltnlp.reporting import (
    PatternInput,
    ReportInput,
    render_calendar,
    render_csv,
    render_gexf,
    render_graphml,
    render_patterns,
    render_png,
    render_report,
    render_rows,
    render_story,
    render_svg,
    render_xlsx,
)
from ltnlp.reporting.bookmarks import without_bookmarks
from ltnlp.reporting.graph_names import per_name
from ltnlp.reporting.turned import Turning
from ltnlp.stages import graph as graph_stage
from ltnlp.stages.graph_words import in_words
from ltnlp.stages.leaks import NameGuard
from ltnlp.store.files import write_atomically

PATTERN_PAGE = "patronen.html"


def write_report(
    home: Home,
    review_id: str,
    folder: Path,
    *,
    today: dt.date,
    meeting: bool = False,
    dates: str | None = None,
) -> Path:
    """Write the report of a review into `folder`, scanned for names first.

    For a learning meeting what the machine proposes as crucial moments is left out
    until a group has marked its own. `dates` is the rule for its days; by default
    what the setting says.

    Raises:
        InputError: there is no such rule for dates.
        StateError: the review was never run.
        PrivacyError: it still holds a registered name; nothing is written.
    """
    rule = rule_of(home, dates)
    report = replace(gather(home, review_id), meeting=meeting)
    report = retold(home, review_id, report, rule)
    page = render_report(report, today=today)
    output = Output(
        path=folder / f"{review_id}.html",
        content=page.encode(),
        scanned="\n".join(source_words(report)),
    )
    kind = kind_of("report", rule)
    return release_outputs(home, review_id, [output], kind=kind, today=today)[0]


def report_page(
    home: Home, review_id: str, *, today: dt.date, meeting: bool = False
) -> str:
    """Return the report of a review to look at, scanned for names first.

    Nothing is handed out, so nothing is registered; that it was seen is. For a learning
    meeting what the machine proposes is left out until a group has marked its own.

    Raises:
        StateError: the review was never run.
        PrivacyError: it still holds a registered name.
    """
    report = replace(gather(home, review_id), meeting=meeting)
    refuse_names(home, review_id, ["\n".join(source_words(report))])
    page = render_report(report, today=today)
    home.system().audit(
        by_role="begeleider",
        action="report seen",
        review=review_id,
        purpose="leerreview",
    )
    return page


def write_papers(
    home: Home,
    review_id: str,
    folder: Path,
    *,
    today: dt.date,
    dates: str | None = None,
) -> tuple[Path, ...]:
    """Write a review as files for other programs, scanned for names first.

    Word, CSV, Excel, JSON, GEXF, GraphML, SVG, PNG and iCalendar, named for the review's id;
    the drawing also between who is named ("wie").
    `dates` is the rule for their days; by default what the setting says. A story whose
    days are not true cannot be taken back.

    Raises:
        InputError: there is no such rule for dates.
        StateError: the review was never run.
        PrivacyError: one still holds a registered name; nothing is written.
    """
    rule = rule_of(home, dates)
    report = retold(home, review_id, gather(home, review_id), rule)
    scanned = "\n".join(source_words(report))
    story = render_story(report, today=today)
    contents = {
        ".docx": story if rule is DateRule.TRUE else without_bookmarks(story),
        ".csv": render_csv(report),
        ".xlsx": render_xlsx(report),
        ".json": render_rows(report),
        ".gexf": render_gexf(report, today=today),
        ".graphml": render_graphml(report),
        ".svg": render_svg(report),
        ".png": render_png(report),
        "-wie.svg": render_svg(per_name(report)),
        "-wie.png": render_png(per_name(report)),
        ".ics": render_calendar(report, today=today),
    }
    outputs = [
        Output(path=folder / f"{review_id}{ending}", content=content, scanned=scanned)
        for ending, content in contents.items()
    ]
    kind = kind_of("papers", rule)
    return release_outputs(home, review_id, outputs, kind=kind, today=today)


def gather(home: Home, review_id: str) -> ReportInput:
    """Return what a report of a review may show.

    Raises:
        StateError: the review was never run.
    """
    store = home.store(review_id)
    timeline, graph, released = store.timeline(), store.graph(), store.released()
    if timeline is None or graph is None:
        raise never_run(review_id)
    kinds = taxonomy()
    names = {kind: one.neutral for kind, one in kinds.items()}
    registry = (
        home.vault(review_id, purpose=Purpose.SCAN).recall(REGISTRY, Registry)
        or Registry()
    )
    guard = strict_check(registry, NameGuard(registry))
    return ReportInput(
        review=_without_names(home, load_review(home, review_id), guard),
        timeline=timeline,
        graph=graph,
        picture=graph_stage.picture(graph.interactions),
        named=graph_stage.picture(graph_stage.by_name(graph.interactions)),
        factors=store.factors(),
        passages=released.passages,
        documents=tuple(labelled(d, guard) for d in released.documents),
        taxonomy=kinds,
        factor_names={code: one.name for code, one in factor_codes().items()},
        explanations=in_words(graph, names),
        orphans=tuple(orphan.why_nl for orphan in store.orphans()),
        loaded=loaded_words(),
        turning=_turning(kinds),
        changes=_changes(home, review_id),
    )


def _turning(kinds: Taxonomy) -> Turning:
    verbs, leads = story_verbs()
    names = {
        kind.neutral.lower() for kind in kinds.values() if kind.neutral[:1].isupper()
    }
    return Turning(verbs=verbs, leads=leads, names=frozenset(names))


def _changes(home: Home, review_id: str) -> Comparison | None:
    """Return what changed since the story was last handed out, else since last time."""
    last = home.store(review_id).last_read()
    if not list_versions(home, review_id):
        return None
    return compare_versions(home, review_id, last)


def _without_names(home: Home, review: Review, guard: NameCheck) -> Review:
    """Put pseudonyms in what a facilitator typed; the roster never goes.

    What names somebody all the same is left out.
    """
    questions = without_names(home, review.id, review.questions)
    return replace(
        review,
        title=f"Review {review.id}"
        if guard(review.title)
        else without_initials(review.title),
        questions=tuple(
            NOT_RELEASED if guard(question) else question for question in questions
        ),
        participants=(),
    )


def source_words(report: ReportInput) -> Iterator[str]:
    """Yield every text in a report that came from a source or from a person."""
    yield report.review.title
    yield from report.review.questions
    for document in report.documents:
        yield document.label
        yield document.author_role or ""
    for event in report.timeline.events:
        yield event.what
        yield event.joined_because
        yield from (conflict.text_nl for conflict in event.conflicts)
        for account in event.accounts:
            yield account.wording
            yield account.who_tells or ""
            yield account.date.text if account.date else ""
            yield account.action
    yield from (passage.text for passage in report.passages)
    yield from (passage.speaker or "" for passage in report.passages)
    yield from (factor.wording for factor in report.factors)
    yield from (gap.text_nl for gap in report.timeline.gaps)
    yield from (found.text_nl for found in report.timeline.contradictions)
    yield from (moment.why_nl for moment in report.timeline.moments)
    for act in report.graph.interactions:
        yield from (act.flow, act.giver_named, act.receiver_named)
    yield from report.orphans
    yield from _spoken(report)


def _spoken(report: ReportInput) -> Iterator[str]:
    """Yield what people wrote: in the story, on moments, on forms, and why they did."""
    for moment in report.timeline.moments:
        for view in moment.views:
            yield from (view.by, view.words)
    for remark in report.timeline.remarks:
        yield from (remark.by, remark.words)
    yield from (text.words for text in report.timeline.story)
    for change in report.changes.changes if report.changes else ():
        yield from (change.what, change.why_nl)
        yield from (value for f in change.fields for value in (f.before, f.after))


def write_pattern_report(home: Home, folder: Path, *, today: dt.date) -> Path:
    """Write the patterns of the last comparison into `folder`, for use in the house.

    Nothing in it comes from the words of a source, so there is no name to scan for.
    """
    page = render_patterns(gather_patterns(home), today=today)
    path = folder / PATTERN_PAGE
    write_atomically(path, page.encode())
    system = home.system()
    system.register_release(
        {
            "id": secrets.token_hex(6),
            "review": None,
            "kind": "patterns",
            "made_on": today,
            "destroy_by": today + dt.timedelta(days=DESTROY_AFTER_DAYS),
        }
    )
    system.audit(
        by_role="begeleider",
        action="released patterns",
        purpose="patronen over reviews",
        count=1,
    )
    return path


def gather_patterns(home: Home) -> PatternInput:
    """Return the patterns of the last comparison and the records they rest on."""
    system = home.system()
    records = system.records()
    compared = {one.review for one in records.factors}
    compared |= {one.review for one in records.motifs}
    names = {kind: one.neutral for kind, one in taxonomy().items()}
    questions = {one.id: one.question for one in pattern_library()}
    return PatternInput(
        patterns=named_patterns(home),
        factors=records.factors,
        motifs=records.motifs,
        reviews={
            entry.id: f"{entry.kind.replace('_', ' ')} · {entry.id}"
            for entry in system.reviews()
            if entry.id in compared
        },
        names=names
        | {code: one.name for code, one in factor_codes().items()}
        | {one.id: one.name for one in motif_library()},
        questions=questions | {one.id: one.question for one in motif_library()},
    )
