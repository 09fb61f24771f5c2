"""What counts: identifying characters covered, people leaked, needless redaction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.names.systems import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Shares between 0 and 1."""

    character_recall: float
    mention_recall: float
    entities_without_leak: float
    persons_without_leak: float
    needless: float
    bcubed: float


def score(
    texts: Mapping[str, str], gold: Sequence[Found], found: Sequence[Found]
) -> Score:
    """Compare what was found with the gold, letters and digits only."""
    covered, wanted = _places(texts, found), _places(texts, gold)
    leaks = [g for g in gold if _letters(texts, g) - covered]
    entities = {g.entity for g in gold}
    persons = {g.entity for g in gold if g.label == "PERSON"}
    others = sum(c.isalnum() for t in texts.values() for c in t) - len(wanted)
    return Score(
        character_recall=_share(len(wanted & covered), len(wanted)),
        mention_recall=1 - _share(len(leaks), len(gold)) if gold else 1.0,
        entities_without_leak=1
        - len({g.entity for g in leaks}) / max(1, len(entities)),
        persons_without_leak=1
        - len({g.entity for g in leaks if g.label == "PERSON"}) / max(1, len(persons)),
        needless=len(covered - wanted) / max(1, others),
        bcubed=bcubed(gold, found),
    )


def leaks(
    texts: Mapping[str, str], gold: Sequence[Found], found: Sequence[Found]
) -> list[str]:
    """Return one line for each leaked mention, with the words around it."""
    covered = _places(texts, found)
    lines = []
    for one in gold:
        if _letters(texts, one) - covered:
            text = texts[one.document]
            before = text[max(0, one.start - 45) : one.start]
            shown, behind = text[one.start : one.end], text[one.end : one.end + 30]
            lines.append(f"{one.label:13} {before}«{shown}»{behind}".replace("\n", "⏎"))
    return lines


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _letters(texts: Mapping[str, str], found: Found) -> set[tuple[str, int]]:
    text = texts[found.document]
    inside = range(found.start, found.end)
    return {(found.document, at) for at in inside if text[at].isalnum()}


def _places(texts: Mapping[str, str], found: Sequence[Found]) -> set[tuple[str, int]]:
    return {place for one in found for place in _letters(texts, one)}


def bcubed(gold: Sequence[Found], found: Sequence[Found]) -> float:
    """Return the B-cubed F1 of persons; a mention that was not found has no recall."""
    people = [g for g in gold if g.label == "PERSON"]
    taken = {i: _overlapping(g, found) for i, g in enumerate(people)}
    right: dict[str, set[int]] = defaultdict(set)
    guessed: dict[str, set[int]] = defaultdict(set)
    for i, person in enumerate(people):
        right[person.entity].add(i)
        guessed[taken[i] or f"alone:{i}"].add(i)
    if not people:
        return 1.0
    precision = recall = 0.0
    for i, person in enumerate(people):
        group = guessed[taken[i] or f"alone:{i}"]
        both = len(group & right[person.entity])
        precision += both / len(group)
        recall += both / len(right[person.entity]) if taken[i] else 0
    total = precision + recall
    return 2 * precision * recall / (total * len(people)) if total else 0.0


def _overlapping(gold: Found, found: Sequence[Found]) -> str | None:
    for one in found:
        if (
            one.document == gold.document
            and one.start < gold.end
            and gold.start < one.end
        ):
            return one.entity
    return None
