"""Rows of an own timeline and notes of a file: one event each, and what else is in it."""

from collections.abc import Iterator, Sequence

from ltnlp.domain.dates import DateType
from ltnlp.domain.events import (
    DateInText,
    EventReading,
    Knowing,
    NoEvent,
    Realised,
    Skipped,
    TextToRead,
)
from ltnlp.domain.spans import Span
from ltnlp.nlp.events.days import follows, later_day, of_entry
from ltnlp.nlp.events.features import Sentence, dating
from ltnlp.nlp.events.grouping import Group, knowing_of, realised_of, told

FEW_WORDS = 3
DONE = 0.8
FAILED = frozenset({Realised.NO, Realised.ATTEMPT})
LEFT = frozenset({Realised.NO, Realised.UNKNOWN})
TURNED_TO = frozenset({"melding", "advies", "contact", "informatie", "opschaling"})
ANOTHER = 0.7
"""From this chance on a further sentence tells a happening of its own."""
AFTERTHOUGHTS = ("achteraf", "zo ", "verder ")


def entry(
    source: TextToRead, sentences: Sequence[Sentence], head: DateInText | None
) -> EventReading:
    """Return the event of an entry, and the other happenings told in it.

    Args:
        source: the text that holds the entry.
        sentences: those of the entry, in order, without its date.
        head: the date that stands before the entry.
    """
    read = [_entry(source, *one) for one in _entries(sentences, head)]
    return EventReading(
        told=tuple(t for r in read for t in r.told),
        skipped=tuple(s for r in read for s in r.skipped),
    )


def _entries(
    sentences: Sequence[Sentence], head: DateInText | None
) -> Iterator[tuple[Sequence[Sentence], DateInText | None]]:
    """Yield an entry, and those that follow it on its line, each with its own day."""
    begin = 0
    for at in range(1, len(sentences)):
        further = _next_head(sentences[at], head)
        if further is not None:
            yield sentences[begin:at], head
            begin, head = at, further
    yield sentences[begin:], head


def _next_head(sentence: Sentence, head: DateInText | None) -> DateInText | None:
    """Return the later day that a sentence begins with; None for a plan."""
    entered = head.value.latest if head else None
    if not sentence.begins_with_day or sentence.realised is Realised.INTENDED:
        return None
    first = min(sentence.dates, key=lambda date: date.span)
    told = first.value.type is DateType.DATE and first not in sentence.knowing_dates
    return first if told and follows(first, entered) else None


def _entry(
    source: TextToRead, sentences: Sequence[Sentence], head: DateInText | None
) -> EventReading:
    if sentences and sentences[0].why_not is NoEvent.HEADING:
        return EventReading(
            skipped=tuple(Skipped(span=s.span, why=NoEvent.HEADING) for s in sentences)
        )
    groups: list[Group] = []
    skipped: list[Skipped] = []
    for sentence in sentences:
        if not groups:
            groups.append(_first(sentence, head))
        elif _own(sentence, groups, head):
            groups.append(Group(core=sentence, members=[sentence]))
        elif _drop(sentence, groups[-1]):
            skipped.append(
                Skipped(span=sentence.span, why=sentence.why_not or NoEvent.OPINION)
            )
            continue
        else:
            if _bare(groups[-1]):
                groups[-1].core = sentence
            groups[-1].members.append(sentence)
        _learn(groups[-1], sentence, head)
    for group in groups:
        group.date = _date(group, head)
        _learn_by_note(group, head)
    return EventReading(
        told=tuple(told(source, group) for group in groups), skipped=tuple(skipped)
    )


def _first(sentence: Sentence, head: DateInText | None) -> Group:
    return Group(
        core=sentence,
        members=[sentence],
        entry=True,
        head=head.span if head else None,
    )


def _own(sentence: Sentence, groups: Sequence[Group], head: DateInText | None) -> bool:
    """Tell whether a further sentence of an entry tells a happening of its own."""
    group = groups[-1]
    if sentence.why_not is not None or sentence.of_others or _bare(group):
        return False
    if _learnt_of(sentence) or later_day(sentence, head):
        return True
    if sentence.another is not None and sentence.another >= ANOTHER:
        return True
    if sentence.knows or sentence.undone:
        return False
    if _left_undone(sentence, group):
        return True
    if not sentence.types or sentence.text.startswith(AFTERTHOUGHTS):
        return False
    if _other_day(sentence, head):
        return True
    if sentence.realised is Realised.YES:
        return _turns(sentence, group)
    return not _alike(sentence, group) and _by_somebody(sentence)


def _learnt_of(sentence: Sentence) -> bool:
    """Tell whether it says of a day of its own what the writer came to know of it."""
    return bool(sentence.knows and sentence.told_dates and sentence.knowing_dates)


def _left_undone(sentence: Sentence, group: Group) -> bool:
    """Tell whether it says of another thing that it was not done ("Niet gebeld.")."""
    before = realised_of(group)
    if sentence.realised not in LEFT or before not in {Realised.YES, Realised.ATTEMPT}:
        return False
    other = {name for name, _ in sentence.types} - group.kinds()
    return bool(other) or (sentence.deed and before is Realised.YES)


def _bare(group: Group) -> bool:
    """Tell whether so far only a name or a word stands there ("SH.")."""
    return not group.kinds() and group.core.words <= FEW_WORDS


def _turns(sentence: Sentence, group: Group) -> bool:
    """Tell whether it goes on to a thing that was done, with a party not yet named."""
    new_party = sentence.organisations - group.organisations() - {"gezin"}
    kinds = {name for name, _ in sentence.types}
    after_failure = realised_of(group) in FAILED and sentence.named
    elsewhere = bool(new_party and kinds & TURNED_TO and not kinds & group.kinds())
    other = (
        bool(sentence.types)
        and not kinds & group.kinds()
        and sentence.words > FEW_WORDS
    )
    return sentence.weight >= DONE and (after_failure or elsewhere or other)


def _alike(sentence: Sentence, group: Group) -> bool:
    """Tell whether both failed or both are plans, without a party not yet named."""
    before = realised_of(group)
    same = sentence.realised is before or {sentence.realised, before} <= FAILED
    new_party = sentence.organisations - group.organisations() - {"gezin"}
    return same and not new_party


def _by_somebody(sentence: Sentence) -> bool:
    if sentence.plan_form:
        return True
    return sentence.words > FEW_WORDS and (sentence.named or sentence.selves)


def _other_day(sentence: Sentence, head: DateInText | None) -> bool:
    if head is None:
        return bool(sentence.dates)
    there = head.value.bounds
    return any(
        d.value.bounds.known and not d.value.bounds.meets(there) for d in sentence.dates
    )


def _drop(sentence: Sentence, group: Group) -> bool:
    return sentence.why_not is not None or (group.full() and not sentence.knows)


def _learn(group: Group, sentence: Sentence, head: DateInText | None) -> None:
    knowing = knowing_of(sentence, head)
    if knowing is not None:
        group.knowing.append(knowing)
        group.knowing_dates.update(d.span for d in sentence.knowing_dates)


def _date(group: Group, head: DateInText | None) -> DateInText | None:
    """Return the day of the happening: what came to be known has its own."""
    if head is None:
        return None
    complement = [d for s in group.members if s.knows for d in s.told_dates]
    if complement:
        return complement[0]
    knowing = [d for d in group.core.dates if d.span in group.knowing_dates]
    return of_entry(group.core, head, knowing)


def _learn_by_note(group: Group, head: DateInText | None) -> None:
    """Let the writer know of what came before the note from the day of the note."""
    told_before = head is not None and group.date is not None and group.date != head
    if told_before and not any(knowing.speaker for knowing in group.knowing):
        group.knowing.append(Knowing(span=group.core.span, how="was_told", date=head))


def head_date(source: TextToRead, within: Span) -> DateInText | None:
    """Return the date that an entry begins with; None when it begins with words."""
    if source.date_cell is not None and source.cells:
        cell = source.cells[source.date_cell]
        return next((d for d in source.dates if cell.contains(d.span)), None)
    for date in source.dates:
        if within.contains(date.span) and dating(date):
            before = source.text[within.start : date.span.start].lower()
            return date if len(before.strip(" \t-•*–|:([")) <= len("sinds op") else None
    return None
