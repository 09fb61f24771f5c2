"""Which of the days that stand in a telling is the day of what it tells."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from ltnlp.domain.dates import DateType, Precision, UncertainDate
from ltnlp.domain.events import DateInText, Realised, TextToRead
from ltnlp.nlp.events.features import Sentence, dating

PRECISE = frozenset({Precision.DAY, Precision.WEEK})
FORWARD = ("story.next", "story.weekday_after", "offset.after")
"""Rules that count on from the day before them: "dag later", "de maandag erop"."""
FEW_WORDS = 6
WEEK = dt.timedelta(days=6)
OPEN = frozenset({Realised.INTENDED, Realised.UNKNOWN})

_DATED = re.compile(
    r"(?<!\w)(?:d\.?d\.?|dat\.|gedateerd|gedagtekend|verz\w*\.?"
    r"|(?:\w*melding|brief|\w*mail|verslag|rapport|\w*rapportage|notitie|besluit|beschikking)"
    r" van|nacht van) ?$"
)
"""Words before the day of a letter or report, which is not the day it came in."""
_MORE_OF = re.compile(r", (?:die|wie|waarvan) [^,;]*$")
"""How a clause begins that says more of somebody."""
_BRACKETS = re.compile(r"[(\[](?![\w-]+-\d+\])[^()\[\]]+$")
"""An open bracket that is not the mark of a name."""
_TERM = re.compile(r"(?<!\w)(?:tot(?: en met)?|t/m|per)(?: uiterlijk)?(?: de| het)?$")
_ASKED = re.compile(
    r"\bop (?:mijn|onze|de|het|zijn|haar|hun|een) (?:\w*mail|\w*melding|brief|vraag|verzoek"
    r"|\w*bericht|app|aanvraag) van(?: de| het)?$"
)
"""Words before the day of what no answer, or a late one, came to."""
_LETTER_OF = re.compile(
    r"\b(?:\w*mail|\w*brief|\w*bericht|spraakber\.?|\w*verslag|notulen)\b[^,;]*"
    r"(?:van|dd\.?|d\.d\.)(?: de| het)?$"
)
_SPOKEN_OF = re.compile(
    r"^\W*(?:tel(?:efo\w+|\.)?|gebeld|belt|gesprek|overleg|contact|mdo|app|e?-?mail)(?!\w)[^:]*: "
)
"""How a note of a contact begins, before what it was about."""
_CAME_TO_LIGHT = re.compile(
    r"\b(?:aangetroffen|(?:terug)?gevonden|gelezen|leest|las|beluisterd|geopend|kwam pas)\b"
)
"""What happens to a letter of another day."""
_AS_TOLD = re.compile(r"^(?:zoals|als|indien|wanneer)\b[^,]*$")
_QUOTED = re.compile(
    r"\b(?:zei|zegt|zeg|vroeg|vraagt|riep|dacht|denk)\b[^:.?!]*: [^.?!]*$"
)
_ABOUT = re.compile(
    r"(?<!\w)(?:per|tegen|voor|over|vanaf|tot|t/m|met|dat|naar|van|sinds)(?: de| het)?$"
)
"""Words before a day that something is told about, or lasts from or to."""
_FROM = re.compile(r"(?<!\w)(?:per|tegen)$")
_ANNOUNCED = re.compile(
    r"gepland|afgesproken|uitgenodigd|aangemeld|ingeschreven|verzet|gezegd"
    r"|opgeroepen|aangevraagd|verwezen|gevraagd|aangekondigd|verteld"
)
_PARTICIPLE = re.compile(
    r"(?<!\w)(?:(?:op|af|aan|in|uit|na|door|terug|toe|over|mee|weg)?ge[a-zëï]{2,}(?:d|t|en|aan)"
    r"|(?:be|ver|ont|her)[a-z]{2,}d|bezocht|bereikt|verplaatst|besproken|ontvangen|verschenen"
    r"|vertrokken|overleden|bevallen|begonnen|verzonden|verstreken)(?!\w)"
)
"""A thing done; forms in ver- and be- that end in -t are as often of now."""
_DECIDES = re.compile(r"\b(?:wordt|worden)\b")
_LONG_AGO = re.compile(
    r"\b(?:nooit|niemand|toen|destijds|vroeger|eerder|sindsdien|steeds|altijd|later|achteraf"
    r"|had|hadden|daarna|keren|jaren|maanden)\b"
)


def beside(
    sentence: Sentence, date: DateInText, written: UncertainDate | None = None
) -> bool:
    """Tell whether a day stands in a sentence but is not the day of what it tells.

    It is that of a letter that is found, read or spoken of ("Telefoon VT: melding d.d.
    25-10"), or that asks what no answer came to;
    it stands in brackets, in a condition ("als wij dinsdag ontruimen", "zoals vorige
    week besproken"), is counted in the words of another ("ze zei: morgen ga ik"), or
    ends a term that a mail of the day `written` tells ("tot 1 april").
    """
    before = _before(sentence, date)
    if _BRACKETS.search(before) and not _DATED.search(before):
        return True
    if _LETTER_OF.search(before) and _CAME_TO_LIGHT.search(sentence.text):
        return True
    if _SPOKEN_OF.search(before) and _DATED.search(before):
        return True
    ends = _TERM.search(before) and _to_come(date, written)
    if ends or _ASKED.search(before):
        return True
    counted = date.value.rule.startswith("relative.")
    return bool(counted and (_AS_TOLD.search(before) or _QUOTED.search(before)))


def yields(sentence: Sentence, date: DateInText) -> bool:
    """Tell whether a day yields to another one in its sentence: "in mei, per 1 juni"."""
    return bool(_FROM.search(_before(sentence, date)))


def _to_come(date: DateInText, written: UncertainDate | None) -> bool:
    """Tell whether a mail names a day after its own, not both ends of a stretch."""
    sent = written.latest if written else None
    first = date.value.earliest
    ahead = sent is not None and first is not None and first > sent
    return ahead and date.value.type is not DateType.RANGE


def _before(sentence: Sentence, date: DateInText) -> str:
    """Return the words of a sentence before a day."""
    before, told, _ = sentence.text.partition(date.value.text.lower())
    return before.rstrip() if told else ""


def of_letter(source: TextToRead, core: Sentence) -> DateInText | None:
    """Return the day on which a mail was sent for what it tells without a day.

    What it does or asks is of that day; what has been done is of the week before it.
    What was, or never was, is of no day that could be told, nor is what goes on after
    an earlier day that the mail tells.
    """
    sent = source.written
    if sent is None or sent.latest is None or core.finite_past:
        return None
    open_end = core.realised in OPEN and not core.dates
    past = _LONG_AGO.search(core.text) or _told_before(source, core, sent.latest)
    if open_end or past:
        return None
    if core.deed and not core.dates and not _DECIDES.search(core.text):
        if core.realised is Realised.NO:
            return None
        sent = _week_before(sent, sent.latest)
    return DateInText(span=core.span, value=sent)


def _told_before(source: TextToRead, core: Sentence, sent: dt.date) -> bool:
    """Tell whether a mail has told an earlier day before it comes to this."""
    return any(
        d.span.start < core.span.start
        and d.value.latest is not None
        and d.value.latest < sent
        for d in source.dates
    )


def _week_before(sent: UncertainDate, last: dt.date) -> UncertainDate:
    return replace(
        sent,
        text=f"in de week tot {sent.text}",
        type=DateType.RANGE,
        edtf=f"{last - WEEK}/{last}",
        earliest=last - WEEK,
        precision=Precision.INTERVAL,
        rule="events.before_mail",
    )


def of_entry(
    core: Sentence, head: DateInText, knowing: Sequence[DateInText]
) -> DateInText:
    """Return the day of what a note or row tells: its head, or one that it tells.

    Args:
        core: the sentence that tells.
        head: the day that stands before the entry.
        knowing: days on which somebody came to know of it.
    """
    planned = later_day(core, head)
    if planned is not None:
        return planned
    for date in core.dates:
        if date.span == head.span or date in knowing or beside(core, date):
            continue
        if _tells_of_before(core, date, head) or _told_after(core, date, head):
            return date
    return head


def later_day(sentence: Sentence, head: DateInText | None) -> DateInText | None:
    """Return the day that a note plans for ("Nw afspr. 06-02"); None without one."""
    if head is None or sentence.realised is not Realised.INTENDED:
        return None
    entered = head.value.latest
    return next((d for d in sentence.dates if follows(d, entered)), None)


def follows(date: DateInText, entered: dt.date | None) -> bool:
    """Tell whether a single day lies after that of the entry."""
    first = date.value.earliest
    precise = date.value.precision is Precision.DAY
    return precise and first is not None and entered is not None and first > entered


def _its_own(sentence: Sentence, date: DateInText) -> bool:
    """Tell whether words without a verb are of that day: "Do 16-11 …", "brief dd 9-11"."""
    dated = sentence.begins_with(date) or _DATED.search(_before(sentence, date))
    return bool(dated) or _done(sentence, date)


def _done(sentence: Sentence, date: DateInText) -> bool:
    """Tell whether a thing done stands in one clause with a day: "16-05 gevoerd"."""
    before, _, after = sentence.text.partition(date.value.text.lower())
    if _ABOUT.search(before.rstrip()) and not before.endswith("per "):
        return False
    clause = re.split(r"[,;:]", before)[-1] + " | " + re.split(r"[,;:]", after)[0]
    return bool(_PARTICIPLE.search(clause))


def _told_after(core: Sentence, date: DateInText, head: DateInText) -> bool:
    """Tell whether what happened is told of a later day than that of the entry.

    Who writes of a day that is over wrote later: a report, or a timeline made since.
    """
    goes_on = core.begins_with(date) and date.value.rule.startswith(FORWARD)
    if core.realised is Realised.INTENDED or not (
        (goes_on or date.value.type is DateType.DATE)
        and date in core.told_dates
        and follows(date, head.value.latest)
    ):
        return False
    if goes_on or core.finite_past:
        return True
    if _ABOUT.search(_before(core, date)) or _ANNOUNCED.search(core.text):
        return False
    return _done(core, date) or _bare_plan(core, date)


def _bare_plan(core: Sentence, date: DateInText) -> bool:
    """Tell whether a few words without a verb end in a day: "Evaluatie 4 juli"."""
    ends = core.text.rstrip(" .!").endswith(date.value.text.lower())
    return ends and not core.verb and core.words <= FEW_WORDS


def _aside(sentence: Sentence, date: DateInText) -> bool:
    """Tell whether a day stands in a clause that only says more of somebody.

    "Nieuwe collega begonnen, neemt over van X, die per 1 januari uit dienst is".
    """
    return bool(_MORE_OF.search(_before(sentence, date)))


def _tells_of_before(core: Sentence, date: DateInText, head: DateInText) -> bool:
    latest, entered = date.value.latest, head.value.earliest
    return (
        not _aside(core, date)
        and (core.verb or _its_own(core, date))
        and dating(date)
        and date.value.precision in PRECISE
        and latest is not None
        and entered is not None
        and latest < entered
    )
