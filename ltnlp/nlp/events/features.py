"""What can be seen of one sentence before it is decided what it tells."""

import re
from dataclasses import dataclass

from ltnlp.domain.dates import DateType, Precision
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.events import DateInText, NoEvent, Realised, TextToRead
from ltnlp.domain.spans import Span
from ltnlp.nlp.events.actions import to_do
from ltnlp.nlp.events.lexicon import knowing, no_event, types_in
from ltnlp.nlp.realisation import realised, undone

UNDATING = frozenset({DateType.DURATION, DateType.SET, DateType.TIME})

HEAD = 4

_PAST = re.compile(
    r"(?<!\w)(?:was|waren|werd|werden|had|hadden|heeft|hebben|heb|is|zijn|ben|ging|gingen"
    r"|kwam|kwamen|zei|zeiden|deed|deden|kreeg|kregen|gaf|gaven|zag|zagen|bleef|bleven"
    r"|stond|stonden|zat|zaten|nam|namen|vroeg|vroegen|riep|liep|liepen|hield|hielden"
    r"|verwees|verwezen|wees|besloot|besloten|sloeg|sloegen|reed|las|lazen|begreep|bleek"
    r"|bleken|verliet|overleed|beviel|ontving|ontvingen|verdween|viel|vielen|hing|zocht"
    r"|brak|sliep|droeg|droegen|hielp|hielpen|vertrok|ontstond|verscheen|verschenen|bood"
    r"|stierf|wist|wisten|bezocht|bezochten|begon|begonnen|vergat|vernam|trokken|schoot"
    r"|trok|schreef|schreven|sprak|spraken|wilde|wilden|mocht|mochten|moest|moesten|kon|konden"
    r"|zou|zouden|vond|vonden|bracht|brachten|dacht|dachten|sloot|sloten|koos|verloor"
    r"|\w{2,}(?:de|den|te|ten))(?!\w)"
)
_PERFECT = re.compile(
    r"(?<!\w)(?:is|zijn|ben|heb|heeft|hebben|mocht|moest|kon|wou|volgende|komende"
    r"|\w{2,}(?:den|ten)|beste|eerste|laatste|grote|goede|beide|\w*zelfde|gemeente|einde"
    r"|derde|vierde|vijfde)(?!\w)"
)
"""Forms that may as well tell of now, or have only just been done; and what is no verb."""
_PRESENT = re.compile(
    r"(?<!\w)(?:belt|vraagt|geeft|meldt|zegt|komt|gaat|krijgt|begint|start|neemt|doet"
    r"|loopt|stuurt|vertelt|besluit|wil|wordt|worden|bel|app|appt|mail|mailt|hoor|hoort"
    r"|meld|vraag|overlijdt|vertrekt|verhuist|wijst|plaatst|sluit|schrijft|ziet|staat"
    r"|(?:wij|we) \w{3,}en|\w{3,}en (?:wij|we)|zit|blijft|bezoekt|spreekt|verwijst|draagt|trekt|legt|haalt|brengt|\w+eert)(?!\w)"
)
_SELF = re.compile(r"(?<!\w)(?:ik|wij|we|ons|onze|mij|me|mijn)(?!\w)")
_NOW = re.compile(r"(?<!\w)(?:zie ik nu|nu zie ik|nu blijkt|blijkt nu|achteraf gezien)")
_CORRECTS = re.compile(
    r"^(?:of )?(?:nee|wacht|sorry|pardon|fout)\b|dus (?:het|dat) was"
)
_BEFORE = re.compile(
    r"^(?P<what>.+), (?:en |maar )?(?:dat|dit) (?:hoor|wist|weet|begr|vernam|las|zag|bleek)"
)
_BEHIND = re.compile(
    r"(?:hoor|horen|wist|begr|vernam|verneem|las|lazen|lees|lezen|zag|zie|bleek|blijk|ontdek|merkt|achter"
    r"|vertel|meld|zei|zegt|schreef|schrijft|bel(?:t|de)|mail|app(?:t|te)|laten weten"
    r"|geïnformeerd|ingelicht|vond|vind|gevonden|gezien|gelezen|naar boven|aan het licht"
    r"|duidelijk)"
    r"(?:[^.]|\b(?:mevr|mw|dhr|dr|drs)\.)*?(?:\s(?:dat|of|hoe)\s|: )(?P<what>.+)$"
)
_SO_HEARD = re.compile(
    r"^(?P<what>.+), (?:zo|zoals|naar) (?:(?:heb|hoor|las|lees|begr|vernam|vertel)\w*|ik|wij|we)\b"
)
_HEARD_CLAUSE = re.compile(
    r", (?:en |maar )?(?:dat|dit) (?:hoor|wist|weet|begr|vernam|las|zag|bleek)[^,;.]*, (?:en|maar|toen|daarna) "
)
"""A clause of hearing that another happening follows."""
_LASTING = re.compile(
    r"\b(?:blijkt|blijken|bleek|bleken) (?:al |nu |dus )*(?:sinds|vanaf)\b"
)
"""Words that tell since when it was so, not since when it is known."""
_TURNED_OUT = re.compile(
    r"^(?P<what>.+\b(?:die|dat) [^,]+), (?:bleek|blijkt|bleken|blijken)\b"
)
_SAID = re.compile(
    r"(?<!\w)(?:"
    r"(?:school|zij|ze|hij|men|iedereen|\[[^\]]+\]|(?:de|het) \w+) "
    r"(?:(?:zegt|zeggen|zei|zeiden|beweert|beweren|schrijft|schreef|heeft het|hebben het)"
    r"(?:(?: \w+){0,2} (?:dat|van|over)|(?= \w+ (?:dagen|weken|maanden) (?:eerder|later)))|(?:houdt|houden|hield|hielden) het op)"
    r"|(?:(?<=^)|(?<=[.:,;] )|(?<=maar )|(?<=want )|(?<=en ))(?:in|volgens) (?:het|de|ons|hun|haar|zijn|mijn) (?:\w*systeem|\w*dossier|\w*verslag|"
    r"\w*registratie|logging|\w*journaal|rapportage|administratie|brief|agenda)"
    r"|volgens (?!mij|ons|plan)(?:(?:de|het|hun|haar) )?[\w\[\]-]+ (?:was|is|werd|kwam|moet)"
    r") (?P<what>.+?)(?=,? (?:maar|terwijl)\b|$)"
)
_DEED = re.compile(
    r"(?<!\w)(?:heb|heeft|hebben|had|hadden|is|zijn|was|waren|werd|werden|ben)(?!\w).*?"
    r"(?<!\w)(?:\w{0,6}ge[a-zëï]{2,}(?:d|t|en)|(?:be|ver|ont|her)[a-z]{2,}(?:d|t|en))(?!\w)"
    r"|(?<!\w)(?:op|af|aan|in|uit|na|door|terug)?ge[a-zëï]{3,}(?:d|t|en)[.,;!]?$"
    r"|(?<!\w)(?:\w{0,6}ge[a-zëï]{2,}(?:d|t|en)) (?:heb|heeft|hebben|had|is|zijn|was)(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+")
_DATE_TALK = re.compile(
    r"(?<!\w)(?:dat|het|die|dit|was|is|moet|zal|geweest|zijn|denk|ik|volgens|mij|ergens|nee"
    r"|ja|nou|eh|ehm|uh|of|toen|zo|rond|op|in|van|dus|net|wacht|hoor|geloof|wel|ook|want"
    r"|toch|hè|ongeveer|de|en|jaar|maand|week|om|uur|heb|had|hier|staan|staat|stond|agenda|schrift|systeem|genoteerd|opgeschreven|mijn|pff|nog|al|zelfde)(?!\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence and what stands in it.

    Attributes:
        types: kinds of happening named, with weights, strongest first.
        dates: expressions that place something on the line of time.
        why_not: a reason why it tells no event.
        knows: how somebody knows according to it.
        named: an organisation or a person is named; `selves` the speaker.
        verb: it holds a finite verb; `past` one of the past or of what is done,
            `finite_past` surely one of the past.
        date_only: it says hardly more than when.
        undone: it says that a plan came to nothing.
        corrects: it takes back a date told before and gives another.
        knowing_dates: the dates of coming to know; `told_dates` the others.
        others_dates: the dates that others name, as the teller has it ("school zegt
            dat het in mei was").
        now: what it knows it knows on the day of telling.
        deed: a deed is told as done or not done ("heb ik gevraagd").
        chance: how likely it tells a happening by what labels taught, 0 to 1.
        another: how likely another one than the sentence before it; None when that
            was not asked.
    """

    span: Span
    text: str
    types: tuple[tuple[str, float], ...]
    dates: tuple[DateInText, ...]
    timed: bool
    realised: Realised
    why_not: NoEvent | None
    knows: str | None
    organisations: frozenset[str]
    named: bool
    selves: bool
    past: bool
    finite_past: bool
    verb: bool
    date_only: bool
    undone: bool
    corrects: bool
    knowing_dates: tuple[DateInText, ...]
    told_dates: tuple[DateInText, ...]
    others_dates: tuple[DateInText, ...]
    now: bool
    deed: bool
    chance: float = 0.0
    another: float | None = None

    @property
    def begins_with_day(self) -> bool:
        """Tell whether it begins with a day: "8 maart, een vrijdagochtend, …"."""
        return any(
            d.value.precision is Precision.DAY and self.begins_with(d)
            for d in self.dates
        )

    def begins_with(self, date: DateInText) -> bool:
        """Tell whether it begins with this date, or nearly."""
        return date.span.start - self.span.start <= HEAD

    @property
    def of_others(self) -> bool:
        """Tell whether all its days are what others say, as the teller has it."""
        return bool(self.dates) and len(self.others_dates) == len(self.dates)

    @property
    def would(self) -> bool:
        """Tell whether it says what others would do."""
        return self.text.startswith(("zou ", "zouden "))

    @property
    def plan_form(self) -> bool:
        """Tell whether it has the form of a plan: "Afspraak: …", "Zou bellen"."""
        _, colon, _ = self.text.partition(":")
        return self.would or (bool(colon) and self.realised is Realised.INTENDED)

    @property
    def weight(self) -> float:
        """Return the weight of its strongest kind of happening, 0 for none."""
        return max((weight for _, weight in self.types), default=0.0)

    @property
    def words(self) -> int:
        """Return how many words it has."""
        return len(_WORD.findall(self.text))


def sentence(source: TextToRead, span: Span) -> Sentence:
    """Look at one sentence of a text."""
    text = " ".join(span.of(source.text).lower().split())
    inside = tuple(d for d in source.dates if span.contains(d.span))
    dates = tuple(d for d in inside if dating(d))
    kinds = frozenset(o.kind for o in source.organisations if span.contains(o.span))
    past = bool(_PAST.search(text))
    types = types_in(text)
    knows = knowing(text)
    known, about = _divided(source.text, span, dates, knows)
    return Sentence(
        span=span,
        text=text,
        types=types,
        dates=dates,
        timed=bool(inside),
        realised=_outcome(source, text),
        why_not=no_event(text),
        knows=knows,
        organisations=kinds,
        named=bool(kinds) or any(span.contains(p) for p in source.persons),
        selves=bool(_SELF.search(text)),
        past=past,
        finite_past=bool(_PAST.search(_PERFECT.sub(" ", text))),
        verb=past or bool(_PRESENT.search(text)),
        date_only=bool(dates) and not types and _says_only_when(source, span, inside),
        deed=bool(_DEED.search(text)),
        undone=undone(text),
        corrects=bool(dates) and bool(_CORRECTS.search(text)),
        knowing_dates=known,
        told_dates=about,
        others_dates=_of_others(source.text, span, dates),
        now=knows is not None and bool(_NOW.search(text)),
    )


def _outcome(source: TextToRead, text: str) -> Realised:
    """Return whether it happened; what a note of a file has on its list is a plan."""
    told = realised(text)
    noted = source.document_kind is DocumentKind.FILE_EXTRACT
    listed = noted and told is Realised.YES and to_do(text)
    return Realised.INTENDED if listed else told


def _divided(
    text: str, span: Span, dates: tuple[DateInText, ...], knows: str | None
) -> tuple[tuple[DateInText, ...], tuple[DateInText, ...]]:
    """Part the dates of coming to know from those in what came to be known.

    What came to be known stands in a clause with "dat": behind the words of knowing,
    or before them ("Dat hij weg was, dat hoorde ik in juni").
    """
    if knows is None:
        return (), dates
    sentence = span.of(text).lower()
    ways = (_BEFORE, _SO_HEARD, _TURNED_OUT, _BEHIND)
    content = next((found for way in ways if (found := way.search(sentence))), None)
    if content is None:
        lasting = _LASTING.search(sentence)
        heard = knows != "did_not_know" and not lasting
        return (dates, ()) if heard else ((), dates)
    inside = Span(
        start=span.start + content.start("what"),
        end=span.start + content.end("what"),
    )
    about = tuple(
        d for d in dates if inside.overlaps(d.span) or _further(sentence, span, d)
    )
    return tuple(d for d in dates if d not in about), about


def _further(sentence: str, span: Span, date: DateInText) -> bool:
    """Tell whether a date stands behind the clause of hearing, in what came next."""
    heard = _HEARD_CLAUSE.search(sentence)
    return bool(heard and date.span.start - span.start >= heard.end())


def _of_others(
    text: str, span: Span, dates: tuple[DateInText, ...]
) -> tuple[DateInText, ...]:
    said = _SAID.search(span.of(text).lower()) if dates else None
    if said is None:
        return ()
    begin = span.start + said.start("what")
    return tuple(d for d in dates if d.span.start >= begin)


def begins_with_verb(text: str) -> bool:
    """Tell whether a finite verb stands first, as when a date before it was cut."""
    first = text.lower().split(" ", 1)[0]
    return bool(_PAST.fullmatch(first) or _PRESENT.fullmatch(first))


def dating(date: DateInText) -> bool:
    """Tell whether an expression can date an event."""
    value = date.value
    return value.type not in UNDATING and not value.citation


def _says_only_when(
    source: TextToRead, span: Span, dates: tuple[DateInText, ...]
) -> bool:
    words = list(source.text[span.start : span.end].lower())
    for date in dates:
        for at in range(date.span.start - span.start, date.span.end - span.start):
            words[at] = " "
    rest = _DATE_TALK.sub(" ", "".join(words))
    return len(_WORD.findall(rest)) <= 1
