"""A group of sentences that tell one happening, and what follows from them."""

import datetime as dt
import re
from dataclasses import dataclass, field

from ltnlp.domain.dates import Precision, UncertainDate
from ltnlp.domain.events import DateInText, Knowing, Realised, TextToRead, ToldEvent
from ltnlp.domain.spans import Span
from ltnlp.nlp.events.days import beside, of_letter, yields
from ltnlp.nlp.events.features import Sentence
from ltnlp.nlp.events.lexicon import OTHER, times
from ltnlp.nlp.events.wording import description

LONGEST_GROUP = 4
REACHING = frozenset({"contact"})
"""Kinds of happening that a failure told after them turns into an attempt."""
DISPUTED = dt.timedelta(days=45)
"""How far another's day of the same happening can lie from the teller's."""
VAGUE = frozenset({"omslag", "zorg", "schriftelijk"})

_TURNED_OUT = re.compile(
    r"(?:[^\w\[]|en |maar |dus |toen |later |achteraf |pas |daar |daarna |nu )*"
    r"(?:(?:in|op|tijdens) (?:[\w-]+ ){1,4})?(?:bleek|blijkt|kwam naar boven) "
)
"""Words for what turned out, with nobody named to whom: that is the teller."""
_OF_ANOTHER = re.compile(
    r"\b(?:die|hij|niemand) (?:wist|had|heeft) (?:\w+ ){0,3}(?:niet|niks|niets|geen idee|van niets|van niks)\b"
    r"(?!.*\b(?:wist|wisten|hoorde|hoorden) (?:ik|wij|we)\b)(?!.*\b(?:ik|wij|we) (?:wist|wisten|hoorde)\b)"
)
"""Words for somebody else who did not know, in a sentence with "ik" or "mij"."""
HEARD_OF = (
    "van ", "via ", "gehoord", "achteraf", "later ", "hoor ", "vernomen", "begrepen",
    "gelezen", "uit de wandelgangen",
)  # fmt: skip
LATER_ON = ("later ", "achteraf ", "naderhand ", "pas later ")
"""How a sentence begins that tells what was learned after the note was made."""
NOT_KNOWN = ("wist ", "wisten ", "sindsdien ", "daarna ", "niet bekend", "nooit ")
"""How a sentence begins that leaves out its teller."""

_COMES = re.compile(r"\b(?:komt|komen|kom|gaat|gaan|ga)(?: \w+){0,2} (?:op )?$")
"""A verb of the present right before a day."""

_SPECIFIC = {Precision.DAY: 4, Precision.WEEK: 3, Precision.MONTH: 2}


@dataclass(slots=True, kw_only=True)
class Group:
    """Sentences that belong together, while they are being collected."""

    core: Sentence
    members: list[Sentence] = field(default_factory=list)
    knowing: list[Knowing] = field(default_factory=list)
    knowing_dates: set[Span] = field(default_factory=set)
    entry: bool = False
    head: Span | None = None
    date: DateInText | None = None
    inherited: str | None = None

    def kind(self) -> str:
        """Return the kind of happening: of the core, of others, of the one before."""
        own = [name for name, _ in self.core.types if name not in VAGUE]
        if own:
            return own[0]
        if self.inherited:
            return self.inherited
        types = [pair for s in (self.core, *self.members) for pair in s.types]
        return max(types, key=lambda pair: pair[1])[0] if types else OTHER

    def full(self) -> bool:
        """Tell whether no further sentence should join."""
        return len(self.members) >= LONGEST_GROUP

    def kinds(self) -> frozenset[str]:
        """Return the kinds of happening that its sentences name."""
        return frozenset(name for s in self.members for name, _ in s.types)

    def organisations(self) -> frozenset[str]:
        """Return the kinds of organisation that its sentences name."""
        return frozenset(kind for s in self.members for kind in s.organisations)


def told(source: TextToRead, group: Group) -> ToldEvent:
    """Return the event that a group of sentences tells."""
    start = min(s.span.start for s in group.members)
    if group.head is not None:
        start = min(start, group.head.start)
    end = max(s.span.end for s in group.members)
    core = group.core
    kind = group.kind()
    date = group.date or date_of(group, source.written) or _sent(source, group)
    return ToldEvent(
        span=Span(start=start, end=end),
        core=core.span,
        what=description(source.text, core.span, tuple(d.span for d in source.dates)),
        type=kind,
        realised=_ahead(source, group, date) or realised_of(group),
        date=date,
        knowing=tuple(group.knowing),
        entry=group.entry,
        score=min(1.0, 0.5 + core.weight / 2),
        also=tuple(sorted(group.kinds() - {kind})),
        taken_back=_taken_back(group),
        others_say=_others_say(group, date),
        times=times(core.text),
    )


def _sent(source: TextToRead, group: Group) -> DateInText | None:
    """Return the day of a mail for what it tells without a day that could be its own."""
    dates = [(s, d) for s in group.members for d in s.dates]
    if all(beside(s, d, source.written) for s, d in dates):
        return of_letter(source, group.core)
    return None


def _ahead(
    source: TextToRead, group: Group, date: DateInText | None
) -> Realised | None:
    """Return that it is a plan where a mail, or a note, names a day that is to come."""
    told = group.core
    if told.realised is not Realised.YES:
        return None
    if _going(source, group):
        return Realised.INTENDED
    if told.finite_past:
        return None
    sent = source.written.latest if source.written else None
    first = date.value.earliest if date else None
    later = sent is not None and first is not None and first > sent
    return Realised.INTENDED if later else None


def _going(source: TextToRead, group: Group) -> bool:
    """Tell whether a note says that somebody comes or goes on a day after its own."""
    head = next((d for d in source.dates if d.span == group.head), None)
    written = head.value.latest if head else None
    if written is None:
        return False
    return any(
        date.value.earliest is not None
        and date.value.earliest > written
        and _COMES.search(source.text[group.core.span.start : date.span.start].lower())
        for date in group.core.dates
    )


def _taken_back(group: Group) -> DateInText | None:
    """Return the date that was told before a correction; None without one."""
    dates = [d for s in group.members for d in s.dates]
    superseded = next((d for d in dates if d.value.superseded), None)
    if superseded is not None:
        return superseded
    for at, member in enumerate(group.members):
        if member.corrects:
            before = [d for s in group.members[:at] for d in s.dates]
            own = member.dates[-1]
            return next((d for d in before if _differs(d, own)), None)
    return None


def _others_say(group: Group, date: DateInText | None) -> DateInText | None:
    """Return the other date that others give, as the teller has it; None without one."""
    if date is None:
        return None
    others = (d for s in group.members for d in s.others_dates if d.span != date.span)
    return next((d for d in others if _differs(d, date) and _near(d, date)), None)


def _near(one: DateInText, other: DateInText) -> bool:
    first, then = one.value.earliest, other.value.earliest
    return first is not None and then is not None and abs(then - first) <= DISPUTED


def _differs(one: DateInText, other: DateInText) -> bool:
    return one.value.bounds.known and not one.value.bounds.meets(other.value.bounds)


def realised_of(group: Group) -> Realised:
    """Return what the core says, unless a bare heading is followed by its failure.

    What was planned and came to nothing is a thing not done.
    """
    first = group.core.realised
    others = [s for s in group.members if s is not group.core]
    reached = group.kind() in REACHING
    if first is Realised.YES and (reached or not group.core.verb):
        if any(s.realised is Realised.ATTEMPT for s in others):
            return Realised.ATTEMPT
        if any(s.undone for s in others):
            return Realised.NO
    planned = group.core.would or first is Realised.INTENDED
    if planned and any(s.undone for s in others):
        return Realised.NO
    return first


def date_of(group: Group, written: UncertainDate | None = None) -> DateInText | None:
    """Return the expression that dates the group: the corrected, then the finest.

    What others say of the day counts only where the teller gives none.
    """
    corrected = [d for s in group.members if s.corrects for d in s.dates]
    if corrected:
        return corrected[-1]
    ordered = (group.core, *(m for m in group.members if m is not group.core))
    dates = [d for s in ordered for d in s.told_dates]
    of_others = {d.span for s in ordered for d in s.others_dates}
    dates = [d for d in dates if d.span not in of_others] or dates
    asides = {d.span for s in ordered for d in s.told_dates if beside(s, d, written)}
    dates = [d for d in dates if d.span not in asides]
    bare = [d for s in ordered for d in s.told_dates if d in dates and not yields(s, d)]
    dates = bare or dates
    standing = [d for d in dates if not d.value.superseded] or dates
    known = [d for d in standing if d.value.bounds.known] or standing
    if not known:
        return None
    return max(known, key=lambda d: (_rank(d, group), -known.index(d)))


def _rank(date: DateInText, group: Group) -> int:
    in_core = group.core.span.contains(date.span)
    return (2 if in_core else 0) + _SPECIFIC.get(date.value.precision, 1)


def _elliptic(sentence: Sentence) -> bool:
    """Tell whether it says what the teller heard or did not know without "ik"."""
    if sentence.knows is None:
        return False
    begins = NOT_KNOWN if sentence.knows == "did_not_know" else HEARD_OF
    turned_out = sentence.knows == "heard_later" and _TURNED_OUT.match(sentence.text)
    return bool(turned_out) or sentence.text.startswith(begins)


def _writer(sentence: Sentence, head: DateInText | None) -> bool:
    """Tell whether a note leaves out who knew: that is its writer."""
    return head is not None and not sentence.named


def _later_on(sentence: Sentence) -> bool:
    """Tell whether it was learned some time after the day at the head of a note."""
    return sentence.knows == "heard_later" and sentence.text.startswith(LATER_ON)


def knowing_of(sentence: Sentence, head: DateInText | None = None) -> Knowing | None:
    """Return what a sentence tells of knowing; `head` dates it where it does not.

    Of whom "die wist volgens mij van niks" tells is not known: not the teller.
    """
    if sentence.knows is None or sentence.knows == "knew":
        return None
    if sentence.selves and _OF_ANOTHER.search(sentence.text):
        return None
    dates = sentence.knowing_dates
    return Knowing(
        span=sentence.span,
        how=sentence.knows,
        date=dates[-1] if dates else None if _later_on(sentence) else head,
        speaker=sentence.selves or _elliptic(sentence) or _writer(sentence, head),
        now=sentence.now,
    )
