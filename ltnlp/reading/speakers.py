"""Who speaks: labels at the beginning of a line, in sources that are interviews."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.documents import Segment, SegmentKind
from ltnlp.domain.spans import Span

_LABEL = re.compile(
    r"(?:\[?\(?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\]?\)?\s+)?"
    r"(?P<label>[^\W\d_][\w.'’´`\-]*(?:[ ,&/+][\w.'’´`\-]*){0,5}?"
    r"(?: ?\([^()\n]{1,40}\))?)"
    r"\s?:(?=\s|$)\s*"
)
_NO_SPEAKER = re.compile(
    r"(?:datum|tijd|plaats|locatie|aanwezig\w*|afwezig\w*|betreft|onderwerp|adres"
    r"|tel(?:efoon)?\.?|e-?mail|cliënt\w*|dossier\w*|zaak\w*|kenmerk|behandel\w*"
    r"|regiebehandelaar|bron(?:nen)?|vraag|vragen|advies|actie\w*|afspra(?:ak|ken)"
    r"|besluit\w*|conclusie|doel\w*|resultaat|verslag\w*|notulist|opgesteld.*"
    r"|samengesteld.*|samenvatting|toelichting|opmerking\w*|let op|nb|n\.b\.|ps"
    r"|p\.s\.|reden|aanleiding|hulpvraag|diagnose|medicatie|beleid|plan|status"
    r"|maatregel\w*|gesprek\w*|duur|bijlage\w*|van|aan|cc|bcc|verzonden|from|to"
    r"|sent|date|subject|geb\.?|geboren|geboortedatum|naam|namen|leeftijd|bsn|pte"
    r"|kind(?:eren)?|ouders|gezin|leerling|jeugdige|patiënt\w*|school|periode"
    r"|s|o|e|p|a|b|soep|resumé|vervolg|mening|indicatie|contact\w*|met)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:int(?:erviewer|erviewster)?|vragensteller|begeleider|reviewbegeleider"
    r"|gespreksleider|onderzoeker|geïnterviewde|respondent|resp|moeder|vader|oma|opa"
    r"|ouder|pleegmoeder|pleegvader|stiefvader|stiefmoeder|cliënt|jongere|jeugdige"
    r"|jongen|meisje|leerkracht|mentor|[rviamo]|spreker|speaker)(?:[ -]?\d{1,2})?"
    r"(?: \(.*\))?",
    re.IGNORECASE,
)
MIN_TURNS = 4
TURN_SHARE = 0.4
MIN_SPEAKERS = 2
_SAID = frozenset({SegmentKind.PARAGRAPH})


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
    found = [_labelled(text, segment) for segment in segments]
    speakers = _speakers(found, _paragraphs(segments))
    if not speakers:
        return list(segments)
    return list(_turns(text, segments, found, speakers))


def label_of(line: str) -> tuple[str, int] | None:
    """Return the speaker's label at the start of `line` and where the words begin."""
    match = _LABEL.match(line)
    if match is None or not _may_speak(match["label"].strip()):
        return None
    return match["label"].strip(), match.end()


def may_begin_turn(line: str) -> bool:
    """Tell whether `line` begins with what reads as the label of a speaker."""
    found = label_of(line)
    return found is not None and (
        found[0][0].isupper() or bool(_ROLE.fullmatch(found[0]))
    )


def _may_speak(label: str) -> bool:
    return bool(_ROLE.fullmatch(label)) or not _NO_SPEAKER.fullmatch(label)


def _labelled(text: str, segment: Segment) -> _Labelled | None:
    if segment.kind not in _SAID or segment.continues:
        return None
    found = label_of(segment.span.of(text))
    if found is None or segment.span.start + found[1] >= segment.span.end:
        return None
    return _Labelled(label=found[0], body=segment.span.start + found[1])


def _paragraphs(segments: Sequence[Segment]) -> int:
    return sum(s.kind in _SAID and not s.continues for s in segments)


def _speakers(found: Sequence[_Labelled | None], paragraphs: int) -> frozenset[str]:
    """Return the labels that are speakers; none when the source is no interview."""
    counts = Counter(one.label for one in found if one is not None)
    certain = {
        label for label, count in counts.items() if count > 1 or _ROLE.fullmatch(label)
    }
    turns = sum(counts[label] for label in certain)
    if len(certain) < MIN_SPEAKERS or turns < MIN_TURNS:
        return frozenset()
    if turns < TURN_SHARE * paragraphs:
        return frozenset()
    return frozenset(certain | {label for label in counts if _is_name(label)})


def _is_name(label: str) -> bool:
    """Tell whether a label that stands once can be a person: short, capitalised."""
    return label[0].isupper() and len(label.split()) <= 2


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
        elif (segment.continues and segment.kind in _SAID and speaker) or (
            speaker and _goes_on(text, segment)
        ):
            yield replace(segment, kind=SegmentKind.TURN, speaker=speaker)
        else:
            speaker = speaker if segment.kind in _SAID else None
            yield segment


def _goes_on(text: str, segment: Segment) -> bool:
    """Tell whether a paragraph without label can be a further one of the speaker."""
    line = segment.span.of(text)
    return (
        segment.kind in _SAID
        and line[0] not in "([*_-=#"
        and len(line) > 40
        and line[-1] in ".?!…\"'”’)"
    )
