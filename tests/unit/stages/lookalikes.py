"""Reader of the look-alikes: small reviews in which each mention says whom it means."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from ltnlp.domain.mentions import Mention, RosterEntry
from tests.unit.stages.naming import Review, run

FOLDER = Path(__file__).parents[2] / "cases" / "names"
FILES = ("lookalikes.txt", "alike.txt", "one_person.txt")
_MARK = re.compile(r"«(\d)(\??):([^»]*)»")


@dataclass(slots=True)
class Marked:
    """A mention of a case: where it stands, whom it means, whether that is open."""

    passage: str
    start: int
    shown: str
    person: str
    open: bool


@dataclass(slots=True)
class Case:
    name: str
    roster: list[RosterEntry] = field(default_factory=list)
    documents: list[list[str]] = field(default_factory=lambda: [[]])
    marks: list[Marked] = field(default_factory=list)

    def take(self, line: str) -> None:
        if line.startswith("roster:"):
            name, _, rest = line.removeprefix("roster:").partition("|")
            role, _, alias = rest.partition("|")
            aliases = (alias.strip(),) if alias.strip() else ()
            self.roster.append(
                RosterEntry(
                    name=name.strip(), role=role.strip() or None, aliases=aliases
                )
            )
        elif line == "--":
            self.documents.append([])
        else:
            self._sentence(line)

    def _sentence(self, line: str) -> None:
        own = self.documents[-1]
        passage = f"d{len(self.documents)}.{len(own)}"
        text, reached = "", 0
        for match in _MARK.finditer(line):
            text += line[reached : match.start()]
            self.marks.append(
                Marked(passage, len(text), match[3], match[1], bool(match[2]))
            )
            text += match[3]
            reached = match.end()
        own.append(text + line[reached:])

    def linked(self) -> list[tuple[Marked, Mention | None]]:
        """Return each mark with the mention that was found at its place."""
        sources = {f"d{n}": own for n, own in enumerate(self.documents, 1) if own}
        review: Review = run(sources, roster=self.roster)
        return [(m, _at(review, m)) for m in self.marks]


def _at(review: Review, mark: Marked) -> Mention | None:
    end = mark.start + len(mark.shown)
    for mention in review.mentions:
        span = mention.span
        if (
            mention.passage == mark.passage
            and span.start < end
            and mark.start < span.end
        ):
            return mention
    return None


def cases() -> list[Case]:
    found: list[Case] = []
    for file in FILES:
        for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                found.append(Case(line.removeprefix("## ")))
            elif line and not line.startswith("# "):
                found[-1].take(line)
    return found


def false_joins(case: Case) -> list[str]:
    """Return pairs of people who got one pseudonym though nobody is asked to look."""
    linked = [(m, f) for m, f in case.linked() if f is not None]
    return [
        f"{one.shown} = {other.shown}"
        for n, (one, first) in enumerate(linked)
        for other, second in linked[n + 1 :]
        if one.person != other.person
        and first.entity == second.entity
        and not (first.needs_review or second.needs_review)
    ]


def false_splits(case: Case) -> list[str]:
    """Return mentions of one person that got several pseudonyms, and those not found."""
    firm = [(m, f) for m, f in case.linked() if not m.open]
    lost = [f"{m.shown} not found" for m, f in firm if f is None]
    split = [
        f"{one.shown} | {other.shown}"
        for n, (one, first) in enumerate(firm)
        for other, second in firm[n + 1 :]
        if one.person == other.person
        and first is not None
        and second is not None
        and first.entity != second.entity
    ]
    return lost + split
