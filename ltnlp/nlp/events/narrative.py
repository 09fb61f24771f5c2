"""Talk and running text: which sentences tell a happening, and which go together."""

import re
from collections.abc import Iterable, Sequence

from ltnlp.domain.dates import Precision
from ltnlp.domain.events import EventReading, NoEvent, Realised, Skipped, TextToRead
from ltnlp.domain.mentions import FAMILY
from ltnlp.nlp.events.features import Sentence
from ltnlp.nlp.events.grouping import Group, date_of, knowing_of, told

THRESHOLD = 1.14
LIKELY = 0.55
"""From this chance on a sentence tells a happening whatever the rules say."""
SHORT = 6
TELLING = 3
TELLING_KIND = "informatie"
ANSWER = "terugkoppeling"
DEED = 0.55
ADJACENT = 3
ASIDE = 80
ANOTHER = 0.7
"""From this chance on a sentence tells another happening than the one before it."""
SAME = 0.3
"""Under this chance it tells the same happening."""
RESCUED = frozenset({NoEvent.LAW, NoEvent.OPINION, NoEvent.GENERAL, NoEvent.BIRTH})

_AGAIN = re.compile(r"\b(?:wel|weer|alsnog|opnieuw|tweede keer)\b")

_GOES_FURTHER = re.compile(r"^(?:en )?(?:toen|daarna|vervolgens|later|daarop)\b")
_ASKS_READER = re.compile(
    r"(?:^|[,:.] )(?:\W|en |maar |dus |of )*(?:kun|kunnen|kan|wil|willen|zou|zouden"
    r"|weet|weten|heb|hebben|zet|doe|bel|mag|ben|zijn)(?: \w+)? (?:jij|je|jullie|u|iemand)\b"
)
_GOES_ON = re.compile(
    r"^(?:en |nee,? |ja,? |maar |dus |want )*(?:dat was|dat is|dat moet|dus|net|die|dat"
    r"|daar|dan|zij zei|ze zei|hij zei|ze zeiden|zo|ook|alleen|want|nee|zij|ze|hij)\b"
)
_DATES_BACK = re.compile(
    r"^(?:en |nee,? |ja,? |maar |of |eh+,? )*(?:dat (?:was|is|moet|zal)|het was|dus|nee"
    r"|of|ik denk|wacht)\b"
)


def tells(sentence: Sentence, *, dated: bool = False) -> bool:
    """Tell whether a sentence of running text tells a happening of the case.

    Args:
        sentence: what is seen of it.
        dated: only sentences with a date count (rulings: the rest is reasoning).
    """
    if sentence.date_only or (dated and not sentence.dates):
        return False
    if sentence.chance >= LIKELY:
        return True
    if sentence.why_not is not None and not _rescued(sentence):
        return False
    if not (sentence.verb or sentence.dates or sentence.deed):
        return False
    known = sentence.named or sentence.selves or dated
    if sentence.dates and sentence.past and known:
        return bool(sentence.told_dates) or bool(sentence.types)
    if sentence.begins_with_day and sentence.words >= TELLING:
        return True
    if sentence.knows and not sentence.types:
        return False
    return _score(sentence) >= THRESHOLD


def _score(sentence: Sentence) -> float:
    deed = DEED if sentence.deed else 0.0
    return (
        max(sentence.weight, deed)
        + 0.5 * bool(sentence.dates)
        + 0.25 * (sentence.named or sentence.selves)
        + 0.15 * sentence.past
        + 0.2 * (sentence.realised is not Realised.YES)
        + 0.2 * bool(sentence.types and _GOES_FURTHER.match(sentence.text))
    )


def _rescued(sentence: Sentence) -> bool:
    """Let a dated, plain happening stand although it also argues or feels."""
    return (
        sentence.why_not in RESCUED
        and any(d.value.bounds.known for d in sentence.dates)
        and sentence.weight >= 0.9
        and sentence.past
    )


def _outcome(sentence: Sentence, group: Group) -> bool:
    """Tell whether it says that the plan told just before came to nothing."""
    if group.core.realised is not Realised.INTENDED:
        return False
    if sentence.undone:
        return True
    shared = sentence.organisations & group.organisations() - FAMILY
    return sentence.realised is Realised.NO and bool(shared)


def _unanswered(sentence: Sentence, group: Group) -> bool:
    """Tell whether it says that no answer came to what was done just before."""
    answer = ANSWER in {name for name, _ in sentence.types}
    done = group.core.realised is Realised.YES and ANSWER not in group.kinds()
    return answer and sentence.realised is Realised.NO and done


def _surely_same(sentence: Sentence, group: Group) -> bool | None:
    """Tell whether it is the same happening; None when only its words can tell."""
    if _unanswered(sentence, group):
        return False
    if sentence.another is None or SAME <= sentence.another < ANOTHER:
        return None
    return sentence.another < SAME and not group.full()


def _bare(group: Group) -> bool:
    """Tell whether so far it says neither who nor when ("Er zaten er zeven.")."""
    named = any(s.named or s.selves or s.dates for s in group.members)
    return not named and group.core.words <= SHORT


def _still_that_day(sentence: Sentence, group: Group) -> bool:
    """Tell whether it goes on about the same day without naming another happening."""
    day = group.date or date_of(group)
    if day is None or sentence.types or sentence.begins_with_day:
        return False
    there = day.value.bounds
    return there.known and all(d.value.bounds == there for d in sentence.dates)


def _asks_reader(sentence: Sentence) -> bool:
    """Tell whether it asks something of who reads it: nothing happened yet."""
    question = sentence.why_not is NoEvent.QUESTION
    return question and bool(_ASKS_READER.search(sentence.text))


def _was_told_on(sentence: Sentence) -> bool:
    """Tell whether it says on which day somebody was told, and by whom."""
    heard = sentence.knows in {"heard_later", "was_told"} and sentence.why_not is None
    days = [d for d in sentence.knowing_dates if d.value.precision is Precision.DAY]
    return heard and bool(days) and sentence.named and not sentence.types


class Teller:
    """Collects the sentences of one text into happenings, in reading order."""

    def __init__(self, source: TextToRead, *, dated: bool = False) -> None:
        """Read `source`; `dated` asks for a date in every event."""
        self._source = source
        self._dated = dated
        self._groups: list[Group] = []
        self._skipped: list[Skipped] = []
        self._waiting: list[Sentence] = []
        self._open = False

    def read(self, sentences: Iterable[Sentence]) -> EventReading:
        """Return what the sentences tell and which tell nothing."""
        for sentence in sentences:
            self._take(sentence)
        self._skip_waiting()
        return EventReading(
            told=tuple(told(self._source, group) for group in self._groups),
            skipped=tuple(sorted(self._skipped, key=lambda s: s.span)),
        )

    def _take(self, sentence: Sentence) -> None:
        if _asks_reader(sentence):
            self._take_question(sentence)
        elif sentence.date_only and sentence.why_not is not NoEvent.QUESTION:
            self._take_date(sentence)
        elif _was_told_on(sentence) and not sentence.told_dates:
            self._take_telling(sentence)
        elif tells(sentence, dated=self._dated) or self._present_at(sentence):
            self._take_event(sentence)
        elif self._adds(sentence):
            self._join(sentence)
        else:
            self._skip(sentence, sentence.why_not or NoEvent.NOTHING_TOLD)
            self._open = False

    def _take_question(self, sentence: Sentence) -> None:
        """Take "kun jij dinsdag bellen?" for a part of what a mail tells before it."""
        if self._open and not self._groups[-1].full():
            self._join(sentence)
        else:
            self._skip(sentence, NoEvent.QUESTION)

    def _near(self, sentence: Sentence) -> bool:
        """Tell whether it follows the last happening at once or after one aside."""
        reached = self._groups[-1].members[-1].span.end
        return self._open or sentence.span.start - reached <= ASIDE

    def _take_telling(self, sentence: Sentence) -> None:
        """Take "dat hoorde ik pas op 2 maart van oma" for a happening of its own."""
        knowing = knowing_of(sentence)
        if self._groups and self._near(sentence) and knowing is not None:
            self._groups[-1].knowing.append(knowing)
        day = sentence.knowing_dates[-1]
        self._groups.append(
            Group(core=sentence, members=[sentence], date=day, inherited=TELLING_KIND)
        )
        self._open = True

    def _adds(self, sentence: Sentence) -> bool:
        """Tell whether it adds to the last happening: who knew it, or a detail."""
        if sentence.knows and self._groups and self._near(sentence):
            return True
        return self._details(sentence)

    def _take_date(self, sentence: Sentence) -> None:
        back = _DATES_BACK.match(sentence.text)
        if self._open and back and not self._groups[-1].full():
            self._join(sentence)
        else:
            self._waiting.append(sentence)

    def _take_event(self, sentence: Sentence) -> None:
        if self._open and not self._waiting and self._same_happening(sentence):
            self._join(sentence)
            return
        group = Group(core=sentence, members=[*self._waiting, sentence])
        if self._groups and _AGAIN.search(sentence.text) and sentence.dates:
            group.inherited = self._groups[-1].kind()
        self._waiting = []
        self._groups.append(group)
        self._open = True
        self._learn(group, sentence)

    def _present_at(self, sentence: Sentence) -> bool:
        """Tell whether it says who was there on the day told just before it."""
        if not self._waiting or sentence.why_not is not None:
            return False
        adjacent = sentence.span.start - self._waiting[-1].span.end <= ADJACENT
        return adjacent and sentence.named and (sentence.past or not sentence.verb)

    def _same_happening(self, sentence: Sentence) -> bool:
        group = self._groups[-1]
        if sentence.corrects or sentence.of_others or self._dates_it(sentence):
            return True
        if _outcome(sentence, group):
            return True
        sure = _surely_same(sentence, group)
        if sure is not None:
            return sure
        if sentence.types and _GOES_FURTHER.match(sentence.text):
            return False
        if group.full() or (sentence.dates and not sentence.knows):
            return not group.full() and _still_that_day(sentence, group)
        if sentence.realised is not group.core.realised and sentence.types:
            return False
        if sentence.words <= SHORT:
            return True
        if not sentence.types:
            return True
        if _bare(group):
            return True
        parties = group.organisations() - FAMILY
        new_party = parties and sentence.organisations - parties - FAMILY
        kinds = {name for name, _ in sentence.types}
        alike = bool(kinds & group.kinds()) or not kinds
        goes_on = bool(_GOES_ON.match(sentence.text))
        return not new_party and (alike or goes_on)

    def _dates_it(self, sentence: Sentence) -> bool:
        """Tell whether it only says when the last happening was, and how one knows."""
        back = _DATES_BACK.match(sentence.text)
        return bool(back and sentence.dates and not sentence.types)

    def _details(self, sentence: Sentence) -> bool:
        """Tell whether a sentence only adds to the happening before it."""
        if not self._open or self._groups[-1].full() or sentence.dates:
            return False
        if sentence.why_not is not None or _GOES_FURTHER.match(sentence.text):
            return False
        return sentence.words <= SHORT

    def _join(self, sentence: Sentence) -> None:
        group = self._groups[-1]
        for waiting in self._waiting:
            self._skip(waiting, NoEvent.NOTHING_TOLD)
        self._waiting = []
        group.members.append(sentence)
        self._learn(group, sentence)

    def _learn(self, group: Group, sentence: Sentence) -> None:
        knowing = knowing_of(sentence)
        if knowing is not None:
            group.knowing.append(knowing)
            group.knowing_dates.update(d.span for d in sentence.knowing_dates)

    def _skip(self, sentence: Sentence, why: NoEvent) -> None:
        self._skipped.append(Skipped(span=sentence.span, why=why))

    def _skip_waiting(self) -> None:
        for sentence in self._waiting:
            if self._open and self._groups and not self._groups[-1].full():
                self._groups[-1].members.append(sentence)
            else:
                self._skip(sentence, NoEvent.NOTHING_TOLD)
        self._waiting = []


def narrative(
    source: TextToRead, sentences: Sequence[Sentence], *, dated: bool = False
) -> EventReading:
    """Return what running text tells."""
    return Teller(source, dated=dated).read(sentences)
