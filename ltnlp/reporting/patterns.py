"""Patterns over reviews as finding cards, for use inside the house."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ltnlp.domain.factors import Level, Valence
from ltnlp.domain.months import day_in_words
from ltnlp.domain.patterns import FactorRecord, MotifRecord, Pattern, Road
from ltnlp.reporting.inputs import without_article
from ltnlp.reporting.pages import fill
from ltnlp.reporting.words_nl import LEVELS, ROADS, ROADS_MEAN, VALENCES, counted

Shown = dict[str, Any]

_AROUND = frozenset({Level.TEAM, Level.ORGANISATION, Level.CHAIN})
"""Levels that stay when other people do the work."""
LIKELY_BY_CHANCE = 0.05
MOST_NAMED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternInput:
    """What a pattern report is made from; nothing in it holds words of a source.

    Attributes:
        patterns: of the last comparison.
        factors: records of the compared reviews.
        motifs: structural motifs seen in them.
        reviews: id → what the review is called in the report.
        names: factor codes and kinds of organisation → Dutch name.
        questions: pattern or motif → consideration, put as a question.
    """

    patterns: tuple[Pattern, ...]
    factors: tuple[FactorRecord, ...] = ()
    motifs: tuple[MotifRecord, ...] = ()
    reviews: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)

    def review_name(self, review: str) -> str:
        """Return what a review is called, its id where it has no name here."""
        return self.reviews.get(review, review)


def render_patterns(report: PatternInput, *, today: dt.date) -> str:
    """Return the patterns as one self-contained HTML page, the four roads apart."""
    roads = [
        {
            "id": str(road),
            "name": ROADS[road],
            "means": ROADS_MEAN[road],
            "cards": [_card(p, report) for p in report.patterns if _shown(p) is road],
        }
        for road in Road
    ]
    shown = {review for pattern in report.patterns for review in pattern.reviews}
    compared = set(report.reviews) or shown
    return fill(
        "patterns.html",
        roads=roads,
        made=day_in_words(today),
        figures=[
            (len(compared), "vergeleken review", "vergeleken reviews"),
            (len(report.patterns), "patroon", "patronen"),
            *[
                (sum(p.valence is v for p in report.patterns), VALENCES[v], VALENCES[v])
                for v in Valence
            ],
            (sum(p.accepted == 0 for p in report.patterns), "voorstel", "voorstellen"),
        ],
        reviews=sorted(report.review_name(review) for review in compared),
    )


def _shown(pattern: Pattern) -> Road:
    """Return under which road a pattern stands: what its motif shows, with the motifs.

    A motif that chance can give as well is no new pattern.
    """
    of_motif = pattern.road is Road.CANDIDATE and not pattern.factors
    return Road.STRUCTURAL if of_motif else pattern.road


def _card(pattern: Pattern, report: PatternInput) -> Shown:
    records = _records(pattern, report)
    compared = _compared(pattern)
    return {
        "id": pattern.id,
        "name": pattern.name[:1].upper() + pattern.name[1:],
        "valence": VALENCES[pattern.valence],
        "supports": pattern.valence is Valence.SUPPORTING,
        "stands": _stands(pattern),
        "cases": [
            _case(review, records, pattern, report) for review in pattern.reviews
        ],
        "underlying": _underlying(records, pattern),
        "names": [report.names.get(code, code) for code in pattern.factors],
        "n": len(set(pattern.reviews)),
        "of": compared,
        "share": round(pattern.spread * 100),
        "holds": holds_in_words(pattern),
        "chance": _chance(pattern),
        "against": [report.review_name(r) for r in pattern.counter_evidence],
        "description": pattern.description,
        "signature": _signature(pattern, report),
        "by_chance": _shown(pattern) is not pattern.road,
        "structural": _shown(pattern) is Road.STRUCTURAL,
        "explanation": pattern.explanation_nl,
        "means": means_in_words(pattern.valence),
        "question": pattern.question
        or report.questions.get(pattern.id, "")
        or "Herkennen anderen dit, en wat houdt het in stand?",
    }


def _records(pattern: Pattern, report: PatternInput) -> list[FactorRecord]:
    inside = [
        record
        for record in report.factors
        if record.review in pattern.reviews and record.valence is pattern.valence
    ]
    if pattern.road is Road.GUIDED:
        return [record for record in inside if pattern.id in record.patterns]
    return [record for record in inside if record.code in pattern.factors]


def _compared(pattern: Pattern) -> int:
    """Return of how many reviews the spread is a share."""
    shown = len(set(pattern.reviews))
    return max(shown, round(shown / pattern.spread)) if pattern.spread else shown


def _stands(pattern: Pattern) -> str:
    if not pattern.accepted and not pattern.proposed:
        return "voorstel van de computer"
    if not pattern.accepted:
        return (
            "voorstel van de computer, uit "
            f"{counted(pattern.proposed, 'voorgestelde factor', 'voorgestelde factoren')}"
        )
    return (
        f"{pattern.accepted} door mensen aangenomen, {pattern.proposed} nog voorgesteld"
    )


def _case(
    review: str, records: Sequence[FactorRecord], pattern: Pattern, report: PatternInput
) -> Shown:
    own = [record for record in records if record.review == review]
    codes = Counter(record.code for record in own)
    times = sum(
        one.times
        for one in report.motifs
        if one.review == review and one.motif == pattern.id
    )
    kinds = Counter(kind for record in own for kind in record.organisations)
    for one in report.motifs:
        if one.review == review and one.motif == pattern.id:
            kinds.update(one.organisations)
    return {
        "review": report.review_name(review),
        "times": times,
        "factors": [
            (report.names.get(code, code), number)
            for code, number in codes.most_common(MOST_NAMED)
        ],
        "parties": [
            without_article(report.names.get(kind, kind.replace("_", " ")))
            for kind, _ in kinds.most_common(MOST_NAMED)
        ],
    }


def _underlying(records: Sequence[FactorRecord], pattern: Pattern) -> str:
    """Say what points beyond this one case and these people."""
    levels = Counter(record.level for record in records)
    around = sum(number for level, number in levels.items() if level in _AROUND)
    kinds = {kind for record in records for kind in record.organisations}
    told = [f"Het komt in {len(set(pattern.reviews))} afzonderlijke reviews voor"]
    if kinds:
        told.append(f"bij {counted(len(kinds), 'soort', 'soorten')} organisaties")
    sentence = ", ".join(told) + "."
    if not levels:
        return sentence
    named = ", ".join(
        f"{LEVELS[level].lower()} ({number})" for level, number in levels.most_common()
    )
    if 2 * around < sum(levels.values()):
        return (
            f"{sentence} Niveaus: {named}. Het gaat vooral over mensen en gezin; welke "
            "omstandigheden daaronder liggen, is nog een vraag."
        )
    return (
        f"{sentence} Niveaus: {named}. Het gaat vooral over team, organisatie of "
        "keten: omstandigheden die blijven als er andere mensen werken."
    )


def holds_in_words(pattern: Pattern) -> str:
    """Say how far a pattern hangs on a few reviews."""
    share = round(pattern.stability * 100)
    if pattern.road in {Road.CLUSTER, Road.CANDIDATE}:
        return (
            "Loot men telkens evenveel van deze reviews, sommige dubbel en andere niet, dan "
            f"komt er gemiddeld {share}% van terug."
        )
    if pattern.stability >= 0.8:
        return f"Het blijft staan als er een review wordt weggelaten ({share}%)."
    if not pattern.stability:
        return "Het hangt aan enkele reviews: valt er een weg, dan is het geen patroon meer."
    return f"Het hangt aan enkele reviews: laat men er een weg, dan blijft het in {share}% staan."


def _chance(pattern: Pattern) -> str:
    if pattern.p_value is None:
        return ""
    if pattern.p_value < LIKELY_BY_CHANCE:
        return "Toeval alleen geeft dit zelden."
    return "Toeval alleen kan dit ook geven: weeg het met zorg."


def _signature(pattern: Pattern, report: PatternInput) -> str:
    """Say whether the timeline shows what people tell."""
    if not pattern.motifs:
        return ""
    form = " of ".join(f"“{report.names.get(m, m)}”" for m in pattern.motifs)
    both = [report.review_name(r) for r in pattern.seen_in if r in pattern.reviews]
    only = [report.review_name(r) for r in pattern.seen_in if r not in pattern.reviews]
    told = [
        f"De vorm die erbij hoort ({form}) staat ook in het verloop van: {', '.join(both)}."
        if both
        else f"De vorm die erbij hoort ({form}) is in het verloop van deze reviews niet gezien."
    ]
    if only:
        told.append(
            f"Wel in het verloop, niet in wat mensen zeggen: {', '.join(only)}."
        )
    return " ".join(told)


def means_in_words(valence: Valence) -> str:
    """Say what it would mean if something recurs."""
    if valence is Valence.SUPPORTING:
        return (
            "Als dit vaker zo gaat, is het iets dat het werk draagt en dat behouden of "
            "verspreid kan worden. Of dat zo is, wegen mensen."
        )
    return (
        "Als dit vaker zo gaat, ligt het niet aan deze zaak of deze mensen, en keert "
        "het terug zolang de omstandigheden blijven. Of dat zo is, wegen mensen."
    )
