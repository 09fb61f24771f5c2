"""Who speaks: lines with a label become turns, in sources that are interviews."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ltnlp.domain.documents import Segment, SegmentKind
from ltnlp.domain.spans import Span
from ltnlp.reading.labels import (
    ASKS_AND_ANSWERS,
    is_letter,
    is_name,
    is_role,
    label_of,
)

MIN_TURNS = 4
TURN_SHARE = 0.4
MIN_SPEAKERS = 2
MAX_LETTERS = 3
MOST_ASKING = 2
MAX_HEAD = 40
_LINES = frozenset({SegmentKind.PARAGRAPH, SegmentKind.HEADING})
MIN_SAID = 30
"""Characters that a line of a talk without any question has as a rule."""

MIN_WORDS_GOING_ON = 40
"""Characters: a shorter line without label is a stage direction or a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Labelled:
    """A line that begins with what may be the name of a speaker."""

    label: str
    body: int


def mark_speakers(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """Turn lines with a speaker's label into turns where the source is an interview.

    It is one when two labels recur and a good part of the paragraphs carries one;
    a file note with "Advies:" and "Afspraak:" is none.
    """
    headed = _heads(text, segments)
    whole = _with_bare_labels(text, segments, headed)
    found = [_labelled(text, segment, headed) for segment in whole]
    asked = _asked(text, whole, found)
    paragraphs = sum(_is_said(s) and not s.continues for s in whole)
    speakers = _speakers(found, paragraphs, asked)
    if not speakers or not _is_talk(text, whole, found):
        return list(segments)
    return list(_turns(text, whole, found, speakers))


def _is_said(segment: Segment) -> bool:
    return segment.kind is SegmentKind.PARAGRAPH


def _heads(text: str, segments: Sequence[Segment]) -> frozenset[str]:
    """Return short lines that recur and each stand above words: names without colon."""
    lines = Counter(
        above.span.of(text)
        for above, below in pairwise(segments)
        if _may_head(text, above) and _is_said(below) and not _may_head(text, below)
    )
    heads = {line for line, n in lines.items() if n > 1}
    told = sum(lines[head] for head in heads)
    enough = len(heads) >= MIN_SPEAKERS and told >= MIN_TURNS
    return frozenset(heads if enough and told >= TURN_SHARE * len(segments) else ())


def _may_head(text: str, segment: Segment) -> bool:
    line = segment.span.of(text)
    fits = len(line) <= MAX_HEAD and line[0].isalpha() and line[-1].isalnum()
    return fits and segment.kind in _LINES and label_of(f"{line}: x") is not None


def _with_bare_labels(
    text: str, segments: Sequence[Segment], headed: frozenset[str]
) -> list[Segment]:
    """Join a label that stands alone on its line with the words on the next."""
    done: list[Segment] = []
    for segment in segments:
        above = done[-1] if done else None
        alone = above and (_is_bare(text, above) or above.span.of(text) in headed)
        if above and alone and _is_said(segment):
            span = Span(start=above.span.start, end=segment.span.end)
            done[-1] = replace(above, span=span, body=span, kind=SegmentKind.PARAGRAPH)
        else:
            done.append(segment)
    return done


def _is_bare(text: str, segment: Segment) -> bool:
    line = segment.span.of(text)
    if not _is_said(segment) or segment.continues or "\n" in line:
        return False
    found = label_of(line) if line.rstrip("*_").endswith(":") else None
    return found is not None and found[1] == len(line)


def _labelled(text: str, segment: Segment, headed: frozenset[str]) -> _Labelled | None:
    if not _is_said(segment) or segment.continues:
        return None
    line = segment.span.of(text)
    head, _, words = line.partition("\n")
    if words and head in headed:
        return _Labelled(label=head, body=segment.span.end - len(words.lstrip()))
    found = label_of(line)
    if found is None or segment.span.start + found[1] >= segment.span.end:
        return None
    return _Labelled(label=found[0], body=segment.span.start + found[1])


def _asked(
    text: str, segments: Sequence[Segment], found: Sequence[_Labelled | None]
) -> frozenset[str]:
    """Return the letters of the labels most of whose lines ask something."""
    lines: Counter[str] = Counter()
    questions: Counter[str] = Counter()
    for segment, labelled in zip(segments, found, strict=True):
        if labelled is not None and is_letter(labelled.label):
            lines[labelled.label[0]] += 1
            questions[labelled.label[0]] += (
                "?" in text[labelled.body : segment.span.end]
            )
    return frozenset(
        letter for letter, n in lines.items() if n > 1 and 2 * questions[letter] > n
    )


def _speakers(
    found: Sequence[_Labelled | None], paragraphs: int, asked: frozenset[str]
) -> frozenset[str]:
    """Return the labels that are speakers; none when the source is no interview.

    Single letters speak where they are known to, or where some of a few ask: reviews
    have two facilitators as a rule.
    """
    counts = Counter(one.label for one in found if one is not None)
    letters = {label[0] for label in counts if is_letter(label)}
    named = any(n > 1 and not is_letter(label) for label, n in counts.items())
    few = len(asked) < len(letters) <= MAX_LETTERS
    some_ask = 0 < len(asked) <= MOST_ASKING and (named or few)
    if letters not in ASKS_AND_ANSWERS and not some_ask:
        counts = Counter({k: n for k, n in counts.items() if not is_letter(k)})
    certain = {label for label, n in counts.items() if n > 1 or is_role(label)}
    turns = sum(counts[label] for label in certain)
    if len(certain) < MIN_SPEAKERS or turns < MIN_TURNS:
        return frozenset()
    if turns < TURN_SHARE * paragraphs:
        return frozenset()
    return frozenset(certain | {label for label in counts if is_name(label)})


def _is_talk(
    text: str, segments: Sequence[Segment], found: Sequence[_Labelled | None]
) -> bool:
    """Tell whether labelled lines ask something or go on as people do; a form is short."""
    said = [
        text[labelled.body : segment.span.end]
        for segment, labelled in zip(segments, found, strict=True)
        if labelled is not None
    ]
    lengths = sorted(map(len, said))
    return any("?" in words for words in said) or lengths[len(said) // 2] >= MIN_SAID


def _turns(
    text: str,
    segments: Sequence[Segment],
    found: Sequence[_Labelled | None],
    speakers: frozenset[str],
) -> Iterator[Segment]:
    speaker: str | None = None
    for segment, labelled in zip(segments, found, strict=True):
        if labelled is not None and labelled.label in speakers:
            speaker = labelled.label
            body = Span(start=labelled.body, end=segment.span.end)
            yield replace(segment, kind=SegmentKind.TURN, speaker=speaker, body=body)
        elif speaker and _is_said(segment) and _goes_on(text, segment):
            yield replace(segment, kind=SegmentKind.TURN, speaker=speaker)
        else:
            speaker = speaker if _is_said(segment) else None
            yield segment


def _goes_on(text: str, segment: Segment) -> bool:
    """Tell whether a paragraph without label is a further one of the speaker."""
    line = segment.span.of(text)
    long = len(line) > MIN_WORDS_GOING_ON and line[-1] in ".?!…\"'”’)"
    return segment.continues or (long and line[0] not in "([*_-=#")
