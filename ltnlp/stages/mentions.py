"""Candidates of all detectors → candidates that do not overlap."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span

_BY_FORM = frozenset(
    {
        Label.EMAIL, Label.URL, Label.IBAN, Label.PHONE, Label.BSN,
        Label.CASE_NUMBER, Label.LICENCE_PLATE,
    }
)  # fmt: skip
CONTEXT = "context."
"""How the reason begins of a name that a title, kinship word or role announces."""
_ORDER = list(Label)
GENITIVE = "genitive"
"""Reason of a name with an s behind it, which stays: "Marks zus"."""


def join(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Resolve overlap, in order of passage and place.

    What any detector took for an identifier stays covered: where two overlap in part,
    the stronger one grows over both. Roles are flags: they give way to identifiers.
    """
    by_passage: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_passage[candidate.passage].append(candidate)
    joined: list[Candidate] = []
    for passage in by_passage.values():
        joined.extend(_resolved(passage))
    return tuple(joined)


def _resolved(candidates: Iterable[Candidate]) -> list[Candidate]:
    resolved: list[Candidate] = []
    for group in _groups(c for c in candidates if not c.only_flags):
        resolved.append(_strongest(group))
    for flag in candidates:
        if flag.only_flags and not any(flag.span.overlaps(r.span) for r in resolved):
            resolved.append(flag)
    return sorted(resolved, key=lambda c: c.span)


def _groups(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Return runs of candidates that overlap one another."""
    groups: list[list[Candidate]] = []
    reached = -1
    for candidate in sorted(
        candidates, key=lambda c: (c.span.start, c.span.end, c.label, c.found_by)
    ):
        if groups and candidate.span.start < reached:
            groups[-1].append(candidate)
        else:
            groups.append([candidate])
        reached = max(reached, candidate.span.end)
    return groups


def _strongest(group: list[Candidate]) -> Candidate:
    if len(group) == 1:
        return group[0]
    winner = max(group, key=_strength)
    same = [c for c in group if c.label is winner.label]
    span = Span(
        start=min(c.span.start for c in group), end=max(c.span.end for c in group)
    )
    if winner.reason == GENITIVE:
        span = winner.span
    near = [c for c in same if len(c.span) * 2 >= len(winner.span)]
    told = next((c for c in near if c.reason.startswith(CONTEXT)), winner)
    return replace(
        winner,
        span=span,
        shape=told.shape if told.span == winner.span else winner.shape,
        reason=told.reason,
        found_by="+".join(sorted({c.found_by for c in group})),
        role=_first(c.role for c in (winner, *near)),
        organisation_kind=_first(c.organisation_kind for c in (winner, *near)),
        gender=_first(c.gender for c in (winner, *near)) or "",
        entity=_one(c.entity for c in same),
        family=any(c.family and c.span.end == winner.span.end for c in same),
        listed=any(c.listed for c in same),
        needs_review=all(c.needs_review for c in same),
    )


def _strength(candidate: Candidate) -> tuple[bool, int, float, int]:
    by_form = candidate.label in _BY_FORM
    length = len(candidate.span) - 2 * (candidate.reason == "capital")
    return (by_form, length, candidate.score, -_ORDER.index(candidate.label))


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v), None)


def _one(values: Iterable[str | None]) -> str | None:
    """Return the value when all that have one agree."""
    known = {v for v in values if v}
    return known.pop() if len(known) == 1 else None
