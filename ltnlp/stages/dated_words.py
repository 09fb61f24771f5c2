"""Days in the words of a text → the days that a release may tell.

Days, months, weeks and quarters are told anew; what names a time of the year (a feast,
a holiday, a season) gives way to what it is. Pseudonyms stay as they are.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ltnlp.domain.datings import DateRule, Dating
from ltnlp.domain.months import MONTHS
from ltnlp.domain.spans import Span
from ltnlp.stages.dated_values import dated_edtf

FEAST, HOLIDAY, SEASON = "[feestdag]", "[schoolvakantie]", "[seizoen]"
DAY_NL, WEEK_NL = "[datum]", "[week]"
QUARTERS = ("eerste", "tweede", "derde", "vierde")
_ONES = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig eenentwintig tweeëntwintig drieëntwintig "
    "vierentwintig vijfentwintig zesentwintig zevenentwintig achtentwintig negenentwintig "
    "dertig eenendertig"
).split()
_NUMBERS = {word: n for n, word in enumerate(_ONES, start=1)} | {"één": 1}
_ORDINALS = {"eerste": 1, "derde": 3, "achtste": 8} | {
    word + ("ste" if n >= 20 else "de"): n for word, n in _NUMBERS.items()
}
_DAYS = _NUMBERS | _ORDINALS
_SHORT = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
_MONTH_OF = (
    {name: n for n, name in enumerate(MONTHS, start=1)}
    | {name: n for n, name in enumerate(_SHORT, start=1)}
    | {"febr": 2, "sept": 9}
)
_FULL = "|".join(MONTHS)
_ANY = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_SPELT = "|".join(sorted(_DAYS, key=len, reverse=True))
_WEEKDAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:ma|di|wo|do|vr|za|zo)\.?)"
)
_NUMBER = rf"(?:\d{{1,2}}(?:ste|de|e)?|{_SPELT})"
_YEAR = (
    r"(?:(?:19|20)\d\d|['’]\d\d"
    rf"|tweeduizend(?:\s?(?:en\s)?(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}))?)"
)
_SEASONS = r"(?:voorjaar|lente|zomer|najaar|herfst|winter)"
_LINK = r"(?:\s?(?:,|t/m|-|–|/)\s?|\s(?:en|of|tot en met|tot|à)\s)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Words that name a time of the year, and days that only their place told.

    `feasts` are phrases in lower case; `told` gives the day of words without a year.
    """

    feasts: tuple[str, ...] = ()
    told: Mapping[str, dt.date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words of a text, and what comes in their place."""

    span: Span
    words: str


Teller = Callable[[re.Match[str]], str | None]


class DateWords:
    """Tells the days in texts anew, under one rule for the whole review."""

    def __init__(self, dating: Dating, calendar: Calendar) -> None:
        """Compile what is looked for."""
        self._dating = dating
        self._calendar = calendar
        self._moves = dating.rule is DateRule.SHIFT
        flags = re.IGNORECASE
        self._forms: tuple[tuple[re.Pattern[str], Teller], ...] = tuple(
            (re.compile(form, flags), teller) for form, teller in self._listed()
        )

    def __call__(self, text: str) -> str:
        """Return `text` with its days told anew."""
        for change in reversed(self.changes(text)):
            span = change.span
            text = text[: span.start] + change.words + text[span.end :]
        return text

    def changes(self, text: str) -> list[Change]:
        """Return what is to be told otherwise, in order of place."""
        if self._dating.rule is DateRule.TRUE:
            return []
        taken = [m.span() for m in _PSEUDONYM.finditer(text)]
        found: list[Change] = []
        for form, teller in self._forms:
            for match in form.finditer(text):
                start, end = match.span()
                if any(start < e and s < end for s, e in taken):
                    continue
                told = teller(match)
                if told is not None:
                    taken.append((start, end))
                    found.append(Change(span=Span(start=start, end=end), words=told))
        return sorted(found, key=lambda c: c.span)

    def _listed(self) -> Iterator[tuple[str, Teller]]:
        """Yield the forms, the longer before those that are part of them."""
        lead = rf"(?P<on>\bop\s)?(?P<weekday>\b{_WEEKDAY}\s)?(?:de\s)?"
        yield r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?=\b|T)", self._numeric
        yield (
            r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)",
            self._numeric,
        )
        yield (
            (
                r"(?<![\d\-/.])(?P<d>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?"
                r"(?P<y>(?:19|20)?\d\d)(?![\d])"
            ),
            self._numeric,
        )
        yield (
            (
                rf"{lead}\b(?P<days>{_NUMBER}(?:{_LINK}{_NUMBER})*)\s(?:van\s)?"
                rf"(?P<m>{_ANY})\b\.?(?:\s(?P<y>{_YEAR})(?!\d))?"
            ),
            self._days,
        )
        yield r"\b(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![\d\-])", self._iso_month
        yield rf"\b(?P<m>{_ANY})\b\.?\s(?P<y>{_YEAR})(?!\d)", self._month
        yield rf"\b(?P<part>begin|half|medio|eind)\s(?P<m>{_FULL})\b", self._third
        yield rf"\b(?P<m>{_FULL})(?P<tail>maand)?\b", self._month
        yield (
            r"\b(?:week|wk)\.?\s(?P<w>\d{1,2})\b(?:\s(?:van\s)?(?P<y>20\d\d))?",
            self._week,
        )
        yield (
            (
                rf"(?:\bhet\s)?\b(?P<q>{'|'.join(QUARTERS)}|[1-4]e)\skwartaal(?:\s(?:van\s)?(?P<y>20\d\d))?"
            ),
            self._quarter,
        )
        yield r"\bQ(?P<q>[1-4])\b(?:\s(?P<y>20\d\d))?", self._quarter
        yield (
            (
                r"\b(?:(?:aan\s)?(?:het|de)\s)?(?:begin|start|einde?|halverwege)\s(?:van\s)?"
                r"het\s(?:nieuwe\s|oude\s)?schooljaar\b"
            ),
            lambda _: "het schooljaar",
        )
        yield (
            r"\b\w*vakantie(?:s|periode|tijd)?\b|\b\w+reces\b|\bbouwvak\b",
            self._holiday,
        )
        yield rf"\b{_SEASONS}(?:s|maanden|tijd)?\b", self._season
        yield from self._feasts()
        yield r"\bde\s\d{1,2}(?:ste|de|e)\b", self._day_of_month
        yield (
            r"(?<![\d\-/.])(?P<d>\d{1,2})\s?[-/.]\s?\d{1,2}(?![\d\-/.,]|\s?%)",
            self._by_place,
        )

    def _feasts(self) -> Iterator[tuple[str, Teller]]:
        if self._calendar.feasts:
            listed = "|".join(
                re.escape(feast).replace(r"\ \-\ ", "[- ]")
                for feast in sorted(self._calendar.feasts, key=len, reverse=True)
            )
            yield rf"\b(?:{listed})\b", lambda _: FEAST
        yield (
            r"\b(?:kerst|paas|pinkster|sinterklaas|oudjaars|carnavals)\w*",
            lambda _: FEAST,
        )

    def _told(self, day: dt.date) -> str:
        return dated_edtf(day.isoformat(), self._dating)

    def _numeric(self, match: re.Match[str]) -> str | None:
        groups = match.groupdict()
        day = _date(_year(groups["y"]), int(groups["m"]), int(groups["d"]))
        if day is None:
            return None
        if not self._moves:
            return in_words(self._told(day))
        moved = self._dating.moved(day)
        separator = groups.get("sep")
        if separator is None:
            dashed = "-" in match.group()
            return moved.isoformat() if dashed else f"{moved:%Y%m%d}"
        year = f"{moved.year:04}" if len(groups["y"]) == 4 else f"{moved.year % 100:02}"
        wide = 2 if len(groups["d"]) == 2 else 1
        return separator.join((f"{moved.day:0{wide}}", f"{moved.month:0{wide}}", year))

    def _days(self, match: re.Match[str]) -> str | None:
        """Tell one day or several of one month: "3, 5 en 9 mei 2023"."""
        typed = match["y"]
        month = _MONTH_OF[match["m"].lower()]
        year = _year(typed) if typed else self._year_of(match.group(), month)
        parts = re.split(rf"({_LINK})", match["days"], flags=re.IGNORECASE)
        days = [_date(year, month, _number(part)) for part in parts[::2]]
        known = [day for day in days if day is not None]
        if len(known) < len(days):
            return None
        lead = match["on"] or ""
        if not self._moves:
            return self._coarser(lead, known, told_year=bool(typed))
        head = f"{lead}{match['weekday'] or ''}"
        return head + self._in_a_row(
            [self._dating.moved(d) for d in known], parts, typed
        )

    def _in_a_row(
        self, days: list[dt.date], parts: list[str], typed: str | None
    ) -> str:
        """Tell moved days, their month only once where they share it."""
        last = days[-1]
        told = []
        for at, day in enumerate(days):
            same = day.month == last.month and at < len(days) - 1
            told.append(str(day.day) if same else f"{day.day} {MONTHS[day.month - 1]}")
            told.extend(parts[2 * at + 1 : 2 * at + 2])
        year = f" {last.year}" if typed else ""
        return "".join(told) + year

    def _coarser(self, lead: str, days: list[dt.date], *, told_year: bool) -> str:
        told = " en ".join(dict.fromkeys(self._coarse(d, told_year) for d in days))
        return f"in {told}" if lead and not told.startswith("[") else f"{lead}{told}"

    def _coarse(self, day: dt.date, told_year: bool) -> str:
        shown = in_words(self._told(day))
        if told_year:
            return shown
        if self._dating.rule is DateRule.YEAR:
            return DAY_NL
        return re.sub(r"\s(?:van\s)?\d{4}$", "", shown)

    def _year_of(self, words: str, month: int) -> int:
        """Return the year of words without one: as their place told, else the case's."""
        told = self._calendar.told.get(words.strip().lower())
        return told.year if told and told.month == month else self._dating.near.year

    def _iso_month(self, match: re.Match[str]) -> str | None:
        return dated_edtf(match.group(), self._dating)

    def _month(self, match: re.Match[str]) -> str | None:
        groups = match.groupdict()
        typed = groups.get("y")
        year = _year(typed) if typed else self._dating.near.year
        month = _MONTH_OF[match["m"].lower()]
        told = in_words(dated_edtf(f"{year:04}-{month:02}", self._dating))
        if typed:
            return told
        if self._dating.rule is DateRule.YEAR:
            return DAY_NL
        return re.sub(r"\s(?:van\s)?\d{4}$", "", told) + (groups.get("tail") or "")

    def _third(self, match: re.Match[str]) -> str | None:
        if not self._moves:
            return self._month(match)
        day = {"begin": 5, "eind": 25}.get(match["part"].lower(), 15)
        moved = self._dating.moved(
            dt.date(self._dating.near.year, _MONTH_OF[match["m"].lower()], day)
        )
        part = "begin" if moved.day <= 10 else "half" if moved.day <= 20 else "eind"
        return f"{part} {MONTHS[moved.month - 1]}"

    def _week(self, match: re.Match[str]) -> str | None:
        year = int(match["y"] or self._dating.near.year)
        try:
            monday = dt.date.fromisocalendar(year, int(match["w"]), 1)
        except ValueError:
            return None
        if not self._moves:
            return in_words(self._told(monday)) if match["y"] else WEEK_NL
        moved = self._dating.moved(monday).isocalendar()
        return f"week {moved.week}" + (f" van {moved.year}" if match["y"] else "")

    def _quarter(self, match: re.Match[str]) -> str | None:
        typed = match["q"].lower()
        place = QUARTERS.index(typed) if typed in QUARTERS else int(typed[0]) - 1
        year = int(match["y"] or self._dating.near.year)
        told = in_words(dated_edtf(f"{year:04}-{33 + place}", self._dating))
        if match["y"] or told.isdigit():
            return told if match["y"] else DAY_NL
        return re.sub(r"\svan\s\d{4}$", "", told)

    def _holiday(self, match: re.Match[str]) -> str | None:
        return match.group() if match.group().lower() == "vakantie" else HOLIDAY

    def _season(self, match: re.Match[str]) -> str | None:
        keeps = self._dating.rule in {DateRule.MONTH, DateRule.QUARTER}
        return match.group() if keeps else SEASON

    def _day_of_month(self, match: re.Match[str]) -> str | None:
        """Tell "de 28e" anew where its place told which day it is."""
        day = self._calendar.told.get(match.group().lower())
        if day is None:
            return None
        return f"de {self._dating.moved(day).day}e" if self._moves else DAY_NL

    def _by_place(self, match: re.Match[str]) -> str | None:
        """Tell "3/5" anew where its place told which day it is."""
        day = self._calendar.told.get(match.group().lower())
        if day is None:
            return None
        if not self._moves:
            return self._coarse(day, told_year=False)
        moved = self._dating.moved(day)
        separator = next(s for s in match.group() if not s.isdigit() and s != " ")
        return f"{moved.day}{separator}{moved.month}"


_PSEUDONYM = re.compile(r"\[[^\[\]\n]*\]")


def told_days(pairs: Iterable[tuple[str, dt.date | None]]) -> dict[str, dt.date]:
    """Return a day for each wording that always meant one day of the year."""
    days: dict[str, set[dt.date]] = {}
    for words, day in pairs:
        if day is not None:
            days.setdefault(words.strip().lower(), set()).add(day)
    return {
        words: max(found)
        for words, found in days.items()
        if len({(day.month, day.day) for day in found}) == 1
    }


def in_words(edtf: str) -> str:
    """Return a month, quarter, year or day in Dutch words."""
    year, _, rest = edtf.partition("-")
    if not rest:
        return year
    month, _, day = rest.partition("-")
    if int(month) > 12:
        return f"het {QUARTERS[int(month) - 33]} kwartaal van {year}"
    name = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {name}" if day else name


def _number(shown: str) -> int:
    word = shown.strip().lower()
    return _DAYS.get(word) or int(re.sub(r"\D", "", word) or 0)


def _year(shown: str) -> int:
    """Return the year that is meant by "2023", "'23", "23" or words."""
    word = shown.lower().strip("'’")
    if word.isdigit():
        short = int(word)
        return short if short > 99 else short + (1900 if short > 50 else 2000)
    rest = word.removeprefix("tweeduizend").strip().removeprefix("en ").strip()
    return 2000 + _NUMBERS.get(rest, 0)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
