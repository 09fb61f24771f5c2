"""ReleasedPassage + CrucialMoment → ContributingFactor (proposed)."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.corrections import Correction, Do, Orphan
from ltnlp.domain.documents import Document, SegmentKind
from ltnlp.domain.events import Status
from ltnlp.domain.factors import (
    Classification,
    Classifier,
    ContributingFactor,
    FactorCode,
    FactorStatus,
    Level,
    ScoredFactor,
    ScoredId,
    Valence,
)
from ltnlp.domain.mentions import FAMILY, OrganisationMention
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.spans import Span
from ltnlp.domain.timeline import IntegratedTimeline

PROPOSED_FROM = 0.35
"""The least that a sentence must tell of any factor, 0 to 1."""
_LONGEST_GROUP = 3
_LIKELY_PATTERN = 0.68
_AHEAD = 0.05
_LONGEST_GAP = 2
_SHORTEST_STATEMENT = 12
_NOT_TOLD = frozenset(
    {SegmentKind.HEADING, SegmentKind.HEADER_ROW, SegmentKind.MAIL_HEADER}
)
_OF_WORKERS = frozenset({Level.PERSONAL, Level.PROFESSIONAL, Level.TEAM})
_DECISIONS = frozenset({Do.ACCEPT_FACTOR, Do.REJECT_FACTOR, Do.RECODE_FACTOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """A sentence of a passage and what the classifier makes of it."""

    passage: ReleasedPassage
    span: Span
    made: Classification


def propose(
    passages: Sequence[ReleasedPassage],
    *,
    timeline: IntegratedTimeline,
    classifier: Classifier,
    organisations: Sequence[OrganisationMention] = (),
) -> tuple[ContributingFactor, ...]:
    """Return what participants tell of conditions that helped or hampered.

    Sentences in a row that all hamper or all support are one factor, three at most.
    What the interviewers ask is left out.

    Args:
        passages: of one review.
        timeline: its events and moments; a factor is linked to the moment that its
            passage tells of.
        classifier: ranks the codes.
        organisations: kinds named in the passages; who tells where no speaker is known.
    """
    made = _statements(passages, classifier)
    moments = _moments(timeline)
    tellers = {mention.passage: mention.kind for mention in reversed(organisations)}
    found: list[ContributingFactor] = []
    for group in _groups(made):
        span = Span(start=group[0].span.start, end=group[-1].span.end)
        passage = group[0].passage
        teller = passage.speaker_kind or tellers.get(passage.id)
        best = max(group, key=lambda one: one.made.telling)
        factor = _factor(passage, span, best.made, teller)
        found.append(
            replace(
                factor,
                patterns=_patterns(group),
                moment=_moment_of(passage.id, span, moments),
                teller_kind=teller,
            )
        )
    return tuple(found)


def statements(
    passages: Sequence[ReleasedPassage], classifier: Classifier
) -> list[tuple[ReleasedPassage, Span]]:
    """Return the sentences that `propose` asks the classifier about, in their order."""
    told = [p for p in passages if not p.interviewer and p.kind not in _NOT_TOLD]
    return [
        (passage, span)
        for passage in told
        for span in classifier.statements(passage.text, passage.body_start)
        if len(span) >= _SHORTEST_STATEMENT
    ]


def _statements(
    passages: Sequence[ReleasedPassage], classifier: Classifier
) -> list[_Statement]:
    places = statements(passages, classifier)
    made = classifier.classify_all(
        [span.of(p.text) for p, span in places], PROPOSED_FROM
    )
    return [
        _Statement(passage=passage, span=span, made=one)
        for (passage, span), one in zip(places, made, strict=True)
    ]


def _groups(statements: Sequence[_Statement]) -> Iterator[list[_Statement]]:
    """Join neighbours that both hamper or both support; three sentences at most."""
    group: list[_Statement] = []
    for one in statements:
        if one.made.telling < PROPOSED_FROM or not one.made.factors:
            continue
        if group and not _goes_on(group, one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _goes_on(group: Sequence[_Statement], one: _Statement) -> bool:
    last = group[-1]
    return (
        last.passage.id == one.passage.id
        and one.span.start - last.span.end <= _LONGEST_GAP
        and len(group) < _LONGEST_GROUP
        and _side(last) is _side(one)
    )


def _side(statement: _Statement) -> Valence:
    return statement.made.factors[0].valence


def _factor(
    passage: ReleasedPassage, span: Span, made: Classification, teller: str | None
) -> ContributingFactor:
    best = _fitting(made, teller)
    return ContributingFactor(
        id=_id(passage.id, span.start),
        code=best.code,
        level=best.level,
        valence=best.valence,
        document=passage.document,
        passage=passage.id,
        span=span,
        source=passage.offsets.to_origin(span),
        wording=span.of(passage.text),
        score=made.telling,
        alternatives=tuple(one.code for one in made.factors if one is not best),
    )


def _patterns(group: Sequence[_Statement]) -> tuple[ScoredId, ...]:
    """Return the patterns of the sentence that points most clearly to one."""
    ranked = [one.made.patterns for one in group if one.made.patterns]
    clear = [patterns for patterns in ranked if _clear(patterns)]
    return max(clear, key=lambda patterns: patterns[0].score) if clear else ()


def _clear(patterns: Sequence[ScoredId]) -> bool:
    """Tell whether one pattern is likely enough, and likelier than the next."""
    scores = [one.score for one in patterns] + [0.0]
    return scores[0] >= _LIKELY_PATTERN and scores[0] - scores[1] >= _AHEAD


def _fitting(made: Classification, teller: str | None) -> ScoredFactor:
    """Return the best code that can be about who tells.

    What a family tells of itself is about the family, or about organisations: never
    about the worker, the craft or the team.
    """
    if teller not in FAMILY:
        return made.factors[0]
    fitting = [one for one in made.factors if one.level not in _OF_WORKERS]
    return fitting[0] if fitting else made.factors[0]


def _id(passage: str, start: int) -> str:
    return "f" + hashlib.sha256(f"{passage}|{start}".encode()).hexdigest()[:16]


def _moments(timeline: IntegratedTimeline) -> Mapping[str, list[tuple[Span, str]]]:
    """Return where the accounts of crucial moments stand, by passage."""
    chosen = {m.event for m in timeline.moments if m.status is not Status.REJECTED}
    found: dict[str, list[tuple[Span, str]]] = {}
    for event in timeline.events:
        if event.id in chosen:
            for account in event.accounts:
                found.setdefault(account.passage, []).append((account.span, event.id))
    return found


def _moment_of(
    passage: str, span: Span, moments: Mapping[str, list[tuple[Span, str]]]
) -> str | None:
    """Return the moment told nearest to the statement in its own passage."""
    near = moments.get(passage, [])
    if not near:
        return None
    return min(
        near,
        key=lambda pair: max(pair[0].start - span.end, span.start - pair[0].end, 0),
    )[1]


def decide(
    factors: Sequence[ContributingFactor],
    corrections: Sequence[Correction],
    *,
    documents: Sequence[Document],
    codes: Mapping[str, FactorCode],
) -> tuple[tuple[ContributingFactor, ...], tuple[Orphan, ...]]:
    """Replay what people decided on factors, the last decision last.

    Args:
        factors: as proposed.
        corrections: the journal; other kinds of correction are passed over.
        documents: to find factors by slot and place.
        codes: the codebook, for recoding.

    Returns:
        The factors with their status, and the decisions that found no factor or
        name an unknown code.
    """
    decided = {factor.id: factor for factor in factors}
    slots = {document.id: document.slot for document in documents}
    orphans: list[Orphan] = []
    for correction in corrections:
        if correction.do not in _DECISIONS:
            continue
        target = _target(correction, decided.values(), slots)
        changed = _decided(target, correction, codes) if target else None
        if changed is None:
            why = (
                "Deze code staat niet in het codeboek."
                if target
                else "De factor waar dit over gaat, is niet meer gevonden."
            )
            orphans.append(Orphan(correction=correction.id, why_nl=why))
        else:
            decided[changed.id] = changed
    return tuple(decided.values()), tuple(orphans)


def _target(
    correction: Correction,
    factors: Iterable[ContributingFactor],
    slots: Mapping[str, str],
) -> ContributingFactor | None:
    best: ContributingFactor | None = None
    most = 0
    for factor in factors:
        if correction.target == factor.id:
            return factor
        for slot, place in _places(correction):
            if slots.get(factor.document) != slot:
                continue
            shared = min(place.end, factor.source.end) - max(
                place.start, factor.source.start
            )
            if shared > most:
                best, most = factor, shared
    return best


def _places(correction: Correction) -> Iterator[tuple[str | None, Span]]:
    """Yield the places that a decision is about, in the sources as they are now."""
    if correction.span is not None:
        yield correction.slot, correction.span
    for anchor in correction.anchors:
        yield anchor.slot, anchor.span


def _decided(
    factor: ContributingFactor, correction: Correction, codes: Mapping[str, FactorCode]
) -> ContributingFactor | None:
    if correction.do is Do.ACCEPT_FACTOR:
        return replace(factor, status=FactorStatus.ACCEPTED, decided_by=correction.by)
    if correction.do is Do.REJECT_FACTOR:
        return replace(factor, status=FactorStatus.REJECTED, decided_by=correction.by)
    code = codes.get(correction.one("code") or "")
    if code is None:
        return None
    valence = correction.one("valence")
    known = {side.value for side in Valence}
    return replace(
        factor,
        code=code.id,
        level=code.level,
        valence=Valence(valence) if valence in known else factor.valence,
        status=FactorStatus.RECODED,
        decided_by=correction.by,
    )
