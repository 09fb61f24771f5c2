"""Reads the dates of one document in reading order, each from its anchor."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltnlp.domain.dates import (
    Anchor,
    DateContext,
    DateMention,
    Precision,
    UncertainDate,
)
from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.passages import Passage
from ltnlp.domain.spans import Span
from ltnlp.nlp.dates.asides import is_aside
from ltnlp.nlp.dates.beginning import beginning, extra_words
from ltnlp.nlp.dates.born import tells_a_birth
from ltnlp.nlp.dates.circumstances import circumstances
from ltnlp.nlp.dates.cues import (
    SUBJECT,
    already,
    corrected,
    event_words,
    heads,
    learnt_later,
    long_past,
    named_person,
    pluperfect,
    quoted,
)
from ltnlp.nlp.dates.entries import (
    ENTRIES,
    Stretch,
    entry_of,
    first_told,
    following_days,
    tells_a_story,
)
from ltnlp.nlp.dates.messages import stamps
from ltnlp.nlp.dates.moments import Moment, of_day, of_days, plus_days
from ltnlp.nlp.dates.plans import back_of, planned, written
from ltnlp.nlp.dates.scan import Candidate, scan
from ltnlp.nlp.dates.story import REPORT, Story
from ltnlp.nlp.dates.surroundings import Style
from ltnlp.nlp.dates.telling import Place, years_told
from ltnlp.nlp.dates.trust import weighed
from ltnlp.nlp.dates.values import value_of

_ANAPHORS = ("story.", "offset.")
_DARK = re.compile("avond|nacht", re.IGNORECASE)


class DutchDateReader:
    """Finds the expressions of time in the documents of a review; see `DateReader`.

    Of "tot 3 mei" and "t/m 3 mei" it gives the day; "ergens in mei" stays in May.
    """

    def read(
        self, passages: Sequence[Passage], context: DateContext
    ) -> tuple[DateMention, ...]:
        """Return the mentions of one document in order of passage and place."""
        stretches = [_stretch(passage, context.kind) for passage in passages]
        found = read_stretches(stretches, context, document=True)
        return tuple(
            DateMention(passage=passage.id, span=span, value=value)
            for passage, dates in zip(passages, found, strict=True)
            for span, value in dates
        )


def _stamp(stretch: Stretch, candidate: Candidate) -> bool:
    """Tell whether the label of a turn holds the day of a message."""
    return stamps(stretch.text, candidate.start, candidate.end)


_BESIDE_REACH = 24
_YEAR_INFERRED = 0.9
_ANY_DAY = re.compile(r"\bop een $", re.IGNORECASE)
_LIST = re.compile(r",? ?(?:of|en|,|/) ?(?:op )?")


def _listed_on(stretch: Stretch, before: Candidate | None, this: Candidate) -> bool:
    """Tell whether only "en", "of" or a comma stands between two dates."""
    if before is None or before.end > this.start:
        return False
    return _LIST.fullmatch(stretch.text, before.end, this.start) is not None


def _leads_on(struck: Candidate, following: Sequence[Candidate]) -> bool:
    """Tell whether what takes a date back counts from that very date."""
    if not following or struck.expr.rule.startswith(_ANAPHORS):
        return False
    return following[0].expr.rule.startswith(_ANAPHORS)


def _stretch(passage: Passage, kind: str) -> Stretch:
    at = passage.date_cell
    cell = passage.cells[at] if at is not None and at < len(passage.cells) else None
    is_row = passage.kind in {SegmentKind.ROW, SegmentKind.NOTE} or kind in ENTRIES
    return Stretch(
        text=passage.text,
        body=passage.body_start,
        row=is_row,
        header=passage.kind is SegmentKind.MAIL_HEADER,
        date_cell=cell,
    )


Dated = tuple[Span, UncertainDate]


def read_stretches(
    stretches: Sequence[Stretch],
    context: DateContext,
    *,
    document: bool = False,
    noted: list[tuple[str, ...]] | None = None,
) -> list[list[Dated]]:
    """Return for every stretch its dates, reading them as one story.

    Args:
        stretches: the texts in reading order.
        context: what is known beyond them.
        document: by the labels of whole documents, not by those of single sentences:
            the day of "tot 3 mei" alone, and no wider bounds for "ergens in mei".
        noted: where the circumstances of each date of a document are added.
    """
    reading = _Reading(stretches, context, document=document)
    found = reading.all()
    if noted is not None:
        noted += reading.noted
    return found


class _Reading:
    """One reading of one document."""

    def __init__(
        self, stretches: Sequence[Stretch], context: DateContext, *, document: bool
    ) -> None:
        self.stretches = stretches
        self.noted: list[tuple[str, ...]] = []
        self.story = beginning(context)
        self.story.record = not document
        self.extra = extra_words(self.story)
        self.found = [
            scan(
                s.text,
                style=Style(kind=context.kind, row=s.row, document=document),
                extra=self.extra,
            )
            for s in stretches
        ]
        self.found = [
            [c for c in candidates if c.start >= s.body or s.date_cell or _stamp(s, c)]
            for s, candidates in zip(stretches, self.found, strict=True)
        ]
        self.entries = [
            entry_of(s, candidates, context.kind)
            for s, candidates in zip(stretches, self.found, strict=True)
        ]
        is_file = document and context.kind == "file"
        if is_file and tells_a_story(self.found, self.entries):
            self.story.kind = REPORT
            self.entries = [None] * len(stretches)
        self.following = following_days(self.entries)
        self.story.first_told = first_told(self.found)
        self.years = years_told([s.text for s in stretches], self.found, self.story)

    def all(self) -> list[list[Dated]]:
        return [list(self._one(at)) for at in range(len(self.stretches))]

    def _one(self, at: int) -> Iterator[Dated]:
        stretch, candidates = self.stretches[at], self.found[at]
        entry = self.entries[at]
        story = self.story
        story.at = at
        self._begin(stretch, candidates)
        story.aside = None
        echoes: set[str] = set()
        before: Candidate | None = None
        beside: Moment | None = None
        for number, candidate in enumerate(candidates):
            following = candidates[number + 1 : number + 2]
            story.beside = beside if _listed_on(stretch, before, candidate) else None
            self._look_ahead(stretch, candidate, following)
            struck = bool(following) and corrected(
                stretch.text, candidate.end, following[0].start
            )
            self._look_around(stretch.text, candidate, echoes)
            story.learning = story.learning and candidate is not entry
            story.heads = candidate is entry and story.kind == "timeline"
            story.following = self.following[at] if candidate is entry else None
            if candidate is entry and candidate.expr.rule.startswith(_ANAPHORS):
                story.aside = self._row_before()
            moment = self._placed(candidate, (at, number))
            if candidate is entry and story.kind == "timeline":
                moment = _as_row(candidate, moment)
            value = value_of(candidate, stretch.text, moment, story, struck=struck)
            if value is None:
                continue
            if not story.record:
                value = self._weighed(stretch.text, candidate, moment, value)
            before, beside = candidate, moment
            leads_on = _leads_on(candidate, following)
            if (not struck or leads_on) and not value.citation:
                self._move(stretch, candidate, moment, entry)
            yield Span(start=candidate.start, end=candidate.end), value

    def _weighed(
        self, text: str, candidate: Candidate, moment: Moment, value: UncertainDate
    ) -> UncertainDate:
        """Return a value with the trust that its circumstances give it."""
        words = (text, candidate.start, candidate.end)
        review = replace(moment, review=value.needs_review)
        held = circumstances(candidate.expr, review, self.story, words)
        self.noted.append(held)
        return weighed(value, held)

    def _look_around(self, text: str, candidate: Candidate, echoes: set[str]) -> None:
        """Note what the words around an expression say of it.

        What is quoted once is quoted when the same words come again: `echoes`.
        """
        story, start, end = self.story, candidate.start, candidate.end
        before = story.kind == "email" and already(text, start, end)
        story.ahead = not before and planned(text, start, end, kind=story.kind)
        story.long_past = long_past(text, start, None if story.record else end)
        story.pluperfect = not story.record and pluperfect(text, start)
        story.some_day = _ANY_DAY.search(text[max(0, start - 8) : start]) is not None
        story.back_of, story.written = back_of(text, start), written(text, start)
        story.learning = learnt_later(text, start, start)
        story.subject = named_person(text, start, story.births)
        words = text[start:end].lower()
        story.quoting = words in echoes or quoted(text, start)
        if story.quoting:
            echoes.add(words)

    def _placed(self, candidate: Candidate, place: Place) -> Moment:
        """Return the moment of an expression, in the year that fits the telling."""
        told = self.years.get(place)
        self.story.margin = told.margin if told else None
        if told is None:
            moment = candidate.expr.resolve(self.story)
            unplaced = self.story.kind == "timeline" and self.entries[place[0]] is None
            subject = SUBJECT.match(self.stretches[place[0]].text) is not None
            unsure = subject and moment.anchor is self.story.spoken_anchor
            unsure = unsure or (unplaced and moment.anchor in _PLACED_BY_ROW)
            return moment.doubted(0.5) if unsure else moment
        moment = candidate.expr.with_year(told.year).resolve(self.story)
        anchor = Anchor.PREVIOUS if self.story.previous else Anchor.NEIGHBOUR
        confidence = min(moment.confidence, _YEAR_INFERRED)
        moment = replace(moment, anchor=anchor, confidence=confidence)
        if anchor is Anchor.NEIGHBOUR and not self.story.report:
            moment = moment.doubted(0.55)
        return moment.doubted(0.55, told.rival) if told.rival else moment

    def _look_ahead(
        self, stretch: Stretch, candidate: Candidate, following: Sequence[Candidate]
    ) -> None:
        """Read a day with what comes after it.

        "Op de 22e, in maart 2018" has its month there, and "op een donderdag, de avond
        van Hemelvaart" its day.
        """
        self.story.pointed = None
        if candidate.expr.rule == "relative.bare_weekday" and following:
            self.story.pointed = self._same_weekday(stretch, candidate, following[0])
        if candidate.expr.rule != "absolute.ordinal_day" or not following:
            return
        month = following[0]
        between = stretch.text[candidate.end : month.start]
        if month.expr.rule.startswith("absolute.month_year") and "." not in between:
            self.story.month = month.expr.resolve(self.story)
            self.story.month_at = self.story.at

    def _same_weekday(
        self, stretch: Stretch, weekday: Candidate, after: Candidate
    ) -> Moment | None:
        """Return the date that follows a weekday, where it falls on that weekday."""
        between = stretch.text[weekday.end : after.start]
        if len(between) > _BESIDE_REACH or "." in between or after.expr.weekday:
            return None
        day = after.expr.resolve(self.story)
        fits = day.first and day.first.isoweekday() == weekday.expr.weekday
        return day if fits and day.first == day.last else None

    def _begin(self, stretch: Stretch, candidates: Sequence[Candidate]) -> None:
        if not candidates or self.story.chat:
            return
        first = candidates[0]
        begins = heads(stretch.text, stretch.body, first.start, first.end)
        if begins or self._stamps(stretch.text, first):
            day = first.expr.resolve(self.story)
            if day.precision is Precision.DAY and day.first:
                self._dated_header(day.first)

    def _row_before(self) -> Moment | None:
        """Return the day of the row before, from which "dezelfde dag |" counts."""
        first, last = self.story.row, self.story.row_last
        return of_days(first, last) if first and last else None

    def _stamps(self, text: str, first: Candidate) -> bool:
        """Tell whether a message or a day of messages begins here."""
        written_then = not self.story.looks_back
        return written_then and stamps(text, first.start, first.end)

    def _dated_header(self, day: dt.date) -> None:
        if self.story.looks_back:
            self.story.reference = self.story.reference or day
        else:
            self.story.row = day
            self.story.previous = of_day(day)

    def _move(
        self,
        stretch: Stretch,
        candidate: Candidate,
        moment: Moment,
        entry: Candidate | None,
    ) -> None:
        """Let later expressions count from this one."""
        story = self.story
        if moment.first is None:
            return
        if tells_a_birth(story, stretch.text, candidate.start, moment):
            if moment.first == moment.last:
                story.births.setdefault("", moment.first)
            return
        self._remember(stretch, candidate, moment, entry)
        if candidate is not entry and learnt_later(
            stretch.text, candidate.start, candidate.end
        ):
            return
        if not candidate.expr.moves:
            return
        looks_back = _earlier(moment, story) and already(
            stretch.text, candidate.start, candidate.end
        )
        if looks_back or is_aside(candidate.expr, moment, story):
            story.aside = moment if story.looks_back else None
        else:
            story.aside = None
            story.previous, story.previous_at = moment, story.at
        if moment.precision is not Precision.YEAR:
            for word in event_words(stretch.text, candidate.start, candidate.end):
                if story.learnt.setdefault(word, moment) is moment:
                    story.learnt_at[word] = story.at

    def _remember(
        self,
        stretch: Stretch,
        candidate: Candidate,
        moment: Moment,
        entry: Candidate | None,
    ) -> None:
        """Keep the day of the entry, and single days for "die vrijdag"."""
        story = self.story
        if moment.precision is Precision.MONTH or _in_one_month(moment):
            story.month, story.month_at = moment, story.at
        elif moment.precision is Precision.DAY:
            story.month = None
        if candidate is entry and stretch.row:
            story.row, story.row_last, story.told = moment.first, moment.last, None
        elif candidate.expr.told_year is not None and moment.first is not None:
            story.told, story.told_at = moment, story.at
        if moment.first == moment.last and moment.first is not None:
            story.days.append(moment.first)
            if _DARK.search(stretch.text, candidate.start, candidate.end):
                story.dark = moment


def _as_row(candidate: Candidate, moment: Moment) -> Moment:
    """Read "voor kerst" as the day of a row: the week before it."""
    if candidate.expr.rule != "open.before" or moment.last is None:
        return moment
    week = of_days(plus_days(moment.last, -6), moment.last)
    return replace(week, anchor=moment.anchor, confidence=moment.confidence)


def _in_one_month(moment: Moment) -> bool:
    first, last = moment.first, moment.last
    if first is None or last is None or first == last:
        return False
    return (first.year, first.month) == (last.year, last.month)


def _earlier(moment: Moment, story: Story) -> bool:
    """Tell whether it lies before what was told last."""
    if moment.last is None or story.previous is None or story.previous.first is None:
        return False
    return moment.last < story.previous.first


_PLACED_BY_ROW = frozenset({Anchor.ROW, Anchor.PREVIOUS})
"""In a row without a day these are of another row, and so a doubt."""
