"""The dated events as an iCalendar file, for a calendar program."""

import datetime as dt
from collections.abc import Iterator

from ltnlp.domain.events import Event, Realised
from ltnlp.reporting.dates_nl import told_in_words
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.words_nl import REALISED

OCTETS = 75
_STATUS = {
    Realised.YES: "CONFIRMED",
    Realised.NO: "CANCELLED",
    Realised.ATTEMPT: "CONFIRMED",
    Realised.INTENDED: "TENTATIVE",
    Realised.UNKNOWN: "TENTATIVE",
}


def render_calendar(report: ReportInput, *, today: dt.date) -> bytes:
    """Return all events with a date; one that is not sure spans its possible days."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//ltnlp//reconstructie//NL",
        "CALSCALE:GREGORIAN",
    ]
    for event in report.shown_events():
        lines += _event(event, report, today)
    lines.append("END:VCALENDAR")
    return "".join(
        f"{folded}\r\n" for line in lines for folded in _folded(line)
    ).encode()


def _event(event: Event, report: ReportInput, today: dt.date) -> list[str]:
    first = event.date and (event.date.earliest or event.date.latest)
    last = event.date and (event.date.latest or event.date.earliest)
    if not first or not last:
        return []
    after = last if last == dt.date.max else last + dt.timedelta(days=1)
    parties = ", ".join(report.kind_label(kind) for kind in event.organisations)
    about = [
        f"Datum: {told_in_words(event.date)}",
        f"Stand: {REALISED[event.realised]}",
    ]
    about += [f"Organisaties: {parties}"] if parties else []
    about += [conflict.text_nl for conflict in event.conflicts]
    return [
        "BEGIN:VEVENT",
        f"UID:{report.review.id}-{event.id}",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{_escaped(event.what)}",
        f"DESCRIPTION:{_escaped(chr(10).join(about))}",
        f"STATUS:{_STATUS[event.realised]}",
        "CLASS:CONFIDENTIAL",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for plain, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(plain, safe)
    lines = "\\n".join(text.splitlines())
    return "".join(sign for sign in lines if sign == "\t" or sign >= " ")


def _folded(line: str) -> Iterator[str]:
    """Break a line so that none has more than 75 octets, never inside a character."""
    held, size, room = "", 0, OCTETS
    for sign in line:
        width = len(sign.encode())
        if size + width > room:
            yield held
            held, size, room = " ", 1, OCTETS
        held += sign
        size += width
    yield held
