"""A review as a release may tell its days: all of it, or nothing of it, told anew.

Every field of every value is walked, so that a field that is new is told anew too.
"""

import dataclasses
import datetime as dt
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from ltnlp.casework.home import Home
from ltnlp.domain.dates import Bounds, UncertainDate
from ltnlp.domain.datings import LEAST_WEEKS, MOST_WEEKS, DateRule, Dating
from ltnlp.domain.errors import InputError
from ltnlp.domain.pseudonyms import ReleasedDate, ReleasedPassage
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.spans import OffsetMap, Piece, Span
from ltnlp.domain.versions import FieldChange
from ltnlp.nlp.resources import load_yaml
from ltnlp.reporting import ReportInput
from ltnlp.stages.dated_values import dated, dated_bounds, dated_edtf
from ltnlp.stages.dated_words import Calendar, Change, DateWords, told_days

T = TypeVar("T")

AMOUNT = "release_weeks"
"""Name of the vault's record that holds by how many weeks days are moved."""
SETTING = "release_dates"
"""The setting that says how releases tell days where nobody says otherwise."""
RULES_NL = {
    DateRule.TRUE: "",
    DateRule.SHIFT: "datums verschoven",
    DateRule.MONTH: "datums per maand",
    DateRule.QUARTER: "datums per kwartaal",
    DateRule.YEAR: "datums per jaar",
}
IN_EDTF = frozenset({"edtf", "known_from_edtf", "when"})
"""Fields that hold EDTF as text."""
AS_THEY_ARE = frozenset(
    {"id", "event", "account", "passage", "document", "slot", "entity", "unit", "kind",
     "type", "target", "stamp", "after", "formerly", "accounts", "passages", "interactions",
     "other"}
)  # fmt: skip
"""Fields whose text is an id or a code: a row of digits in it is no day."""


def rule_of(home: Home, typed: str | None = None) -> DateRule:
    """Return how a release tells days: as typed, else as the setting says.

    Raises:
        InputError: there is no such rule.
    """
    wanted = typed or home.system().rules().get(SETTING) or DateRule.TRUE
    if wanted not in set(DateRule):
        raise InputError(
            "no such rule for dates",
            message_nl=f"Kies voor de datums een van: {', '.join(DateRule)}.",
        )
    return DateRule(wanted)


def set_rule(home: Home, typed: str) -> DateRule:
    """Set how releases tell days where nobody says otherwise.

    Raises:
        InputError: there is no such rule.
    """
    rule = rule_of(home, typed)
    system = home.system()
    system.set_rule(SETTING, rule)
    system.audit(
        by_role="begeleider",
        action=f"releases tell dates: {rule}",
        purpose="bescherming van persoonsgegevens",
    )
    return rule


def kind_of(release: str, rule: DateRule) -> str:
    """Return how the register of releases names a release with its rule for dates."""
    return release if rule is DateRule.TRUE else f"{release}, dates: {rule}"


def secret_weeks(home: Home, review_id: str) -> int:
    """Return by how many weeks the days of a review are moved; drawn once.

    It lies in the vault, and goes with the key of the review.
    """
    vault = home.vault(review_id, purpose=Purpose.DATE)
    kept = vault.get(AMOUNT)
    if kept is None:
        amount = LEAST_WEEKS + secrets.randbelow(MOST_WEEKS - LEAST_WEEKS + 1)
        kept = str(secrets.choice((amount, -amount))).encode()
        vault.put(AMOUNT, kept)
    return int(kept)


def retold(
    home: Home, review_id: str, report: ReportInput, rule: DateRule
) -> ReportInput:
    """Return what a report is made from, with its days told by `rule`."""
    if rule is DateRule.TRUE:
        return report
    told = Retelling.of_review(home, review_id, rule, passages=report.passages)
    moved = told.all(
        {
            name: getattr(report, name)
            for name in report.__slots__
            if name not in {"taxonomy", "factor_names", "loaded"}
        }
    )
    title = f"{moved['review'].title} ({RULES_NL[rule]})"
    moved["review"] = replace(moved["review"], title=title)
    return replace(report, **moved)


class Retelling:
    """Tells the days of one review anew, in values of any type."""

    def __init__(
        self,
        dating: Dating,
        calendar: Calendar,
        passages: Sequence[ReleasedPassage],
    ) -> None:
        """Tell the passages anew first: places in them move."""
        self._dating = dating
        self._words = DateWords(dating, calendar)
        self._text = cache(self._words)
        self._maps: dict[str, OffsetMap] = {}
        self._passages = {p.id: self._passage(p) for p in passages}

    @classmethod
    def of_review(
        cls,
        home: Home,
        review_id: str,
        rule: DateRule,
        *,
        passages: Sequence[ReleasedPassage],
    ) -> "Retelling":
        """Return what tells the days of this review by `rule`."""
        dates = home.store(review_id).released().dates
        moves = rule is DateRule.SHIFT
        dating = Dating(
            rule=rule,
            weeks=secret_weeks(home, review_id) if moves else 0,
            near=_middle(dates),
        )
        told = told_days((d.value.text, d.value.earliest) for d in dates if _is_day(d))
        return cls(dating, Calendar(feasts=_feasts(), told=told), passages)

    def all(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return values by name, told anew."""
        return {name: self(value) for name, value in values.items()}

    def __call__(self, value: T) -> T:
        """Return a value with every day in it told anew."""
        told: T = self._value(value)
        return told

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return value if type(value) is not str else self._text(value)
        if isinstance(value, dt.datetime):
            return value
        if isinstance(value, dt.date):
            day = dated_bounds(Bounds(earliest=value, latest=None), self._dating)
            return day.earliest
        if isinstance(value, tuple):
            return tuple(self._value(item) for item in value)
        if isinstance(value, Mapping):
            return {key: self._value(item) for key, item in value.items()}
        return self._record(value) if dataclasses.is_dataclass(value) else value

    def _record(self, value: Any) -> Any:
        if isinstance(value, ReleasedPassage):
            return self._passages.get(value.id) or self._passage(value)
        if isinstance(value, Bounds):
            return dated_bounds(value, self._dating)
        if isinstance(value, UncertainDate):
            return replace(dated(value, self._dating), text=self._text(value.text))
        if isinstance(value, Span | OffsetMap):
            return value
        if isinstance(value, FieldChange):
            return self._change(value)
        changed = {
            field.name: self._field(field.name, getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.init and field.name not in AS_THEY_ARE | {"span"}
        } | self._nested(value)
        if "span" in value.__slots__ and "passage" in value.__slots__:
            changed["span"] = self._moved(value.passage, value.span)
        return replace(value, **changed)

    def _change(self, value: FieldChange) -> FieldChange:
        if value.field != "when":
            return replace(
                value, before=self._text(value.before), after=self._text(value.after)
            )
        return replace(
            value,
            before=_edtf(value.before, self._dating),
            after=_edtf(value.after, self._dating),
        )

    def _nested(self, value: Any) -> dict[str, Any]:
        """Return the fields that are ids in some values, and values in others."""
        found = {name: getattr(value, name, None) for name in AS_THEY_ARE}
        return {
            name: self._value(inner)
            for name, inner in found.items()
            if isinstance(inner, tuple) and any(map(dataclasses.is_dataclass, inner))
        }

    def _field(self, name: str, value: Any) -> Any:
        if name in IN_EDTF and isinstance(value, str):
            return _edtf(value, self._dating)
        return self._value(value)

    def _moved(self, passage: str, span: Span) -> Span:
        known = self._maps.get(passage)
        return (known.from_origin(span) if known else None) or span

    def _passage(self, passage: ReleasedPassage) -> ReleasedPassage:
        changes = self._words.changes(passage.text)
        text, local = _told(passage.text, changes)
        self._maps[passage.id] = local
        return replace(
            passage,
            text=text,
            offsets=local.through(passage.offsets),
            body_start=self._offset(local, passage, text),
            cells=tuple(self._moved(passage.id, cell) for cell in passage.cells),
            name_check=_checked_when_it_leaves,
        )

    @staticmethod
    def _offset(local: OffsetMap, passage: ReleasedPassage, text: str) -> int:
        at = passage.body_start
        if not 0 < at < len(passage.text):
            return 0 if not at else len(text)
        moved = local.from_origin(Span(start=at, end=at + 1))
        return moved.start if moved else 0


def _checked_when_it_leaves(_: str) -> bool:
    """Know no names: the text was free of them, and outputs are scanned."""
    return False


def _told(text: str, changes: Iterable[Change]) -> tuple[str, OffsetMap]:
    """Return the text told anew, and the map to the text as it was."""
    parts: list[str] = []
    pieces: list[Piece] = []
    here = reached = 0

    def put(words: str, origin: Span, *, verbatim: bool) -> None:
        nonlocal here
        place = Span(start=here, end=here + len(words))
        parts.append(words)
        pieces.append(Piece(text=place, origin=origin, verbatim=verbatim))
        here = place.end

    for change in changes:
        start, end = change.span.start, change.span.end
        if reached < start:
            put(text[reached:start], Span(start=reached, end=start), verbatim=True)
        put(change.words, change.span, verbatim=False)
        reached = end
    if reached < len(text):
        rest = Span(start=reached, end=len(text))
        put(text[reached:], rest, verbatim=True)
    return "".join(parts), OffsetMap(pieces=tuple(pieces))


def _edtf(value: str, dating: Dating) -> str:
    """Return EDTF told anew; "" is no date, and what cannot be read is left out."""
    if not value:
        return ""
    try:
        return dated_edtf(value, dating)
    except ValueError:
        return ""


def _is_day(date: ReleasedDate) -> bool:
    value = date.value
    return value.earliest is not None and value.earliest == value.latest


def _middle(dates: Iterable[ReleasedDate]) -> dt.date:
    """Return the day in the middle of those that are told: the time of the case."""
    days = sorted(d.value.earliest for d in dates if d.value.earliest)
    return days[len(days) // 2] if days else dt.date(2000, 7, 1)


@cache
def _feasts() -> tuple[str, ...]:
    lists = load_yaml("dates/feasts.yaml")
    found: set[str] = set()
    for name in ("fixed", "ranges", "easter", "nth_weekday", "tables", "same_as"):
        found.update(str(feast) for feast in lists.get(name) or ())
    return tuple(sorted(found))
